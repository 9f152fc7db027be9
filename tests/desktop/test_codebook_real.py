"""A rule changed in a real casebook: the preview's figures are what Apply does (check 23)."""

from pathlib import Path

from caseview.desktop.dialogs.asking import QuestionDialog
from caseview.desktop.pages.codebook.page import CodebookPage
from caseview.desktop.places import Place, View
from caseview.desktop.widgets.buttons import Button
from caseview.domain.codebook import Effect, Rule
from caseview.domain.codebook_effect import Happens
from caseview.domain.suggestion import Decision
from caseview.usecases.list_casebook import list_suggestions, list_tags
from tests.desktop.real_casebook import PDF, Room


def test_a_rule_change_does_what_it_said_and_undo_takes_it_back(room: Room) -> None:
    casebook = room.session.casebook
    version = room.session.reading.codebook().version
    first = list_suggestions(casebook)[0]
    room.session.deciding.accept(first.id)
    before, tags = list_suggestions(casebook), list_tags(casebook)
    room.window.go(Place(View.CODEBOOK, themes=("professional_curiosity",)))
    room.settle()
    page = room.window.page()
    assert isinstance(page, CodebookPage)
    page.drafting.keep_rule(Rule("", "professional_curiosity", Effect.GAP, "hospital"))
    page.applying.preview()
    room.settle()
    said = page.parts.effect.effect
    assert said is not None
    assert said.of(Happens.ADDED)
    assert list_suggestions(casebook) == before
    page.applying.apply()
    room.settle()
    after = list_suggestions(casebook)
    old, new = {s.id for s in before}, {s.id for s in after}
    assert len(new - old) == len(said.of(Happens.ADDED))
    assert len(old - new) == len(said.of(Happens.REMOVED))
    assert list_tags(casebook) == tags
    assert room.window.desk is not None
    assert room.window.desk.codebook.version == said.version == "2"
    assert page.facts.words.startswith("version 2")
    room.window.commands.action("undo").trigger()
    room.settle()
    assert list_suggestions(casebook) == before
    assert room.window.desk.codebook.version == version


def test_the_codebook_goes_out_to_excel_and_comes_back_as_no_change(
    room: Room, tmp_path: Path
) -> None:
    room.window.go(Place(View.CODEBOOK))
    room.settle()
    page = room.window.page()
    assert isinstance(page, CodebookPage)
    path = tmp_path / "book.xlsx"
    page.filing.export_to(path)
    room.settle()
    assert path.is_file()
    page.filing.import_from(path)
    room.settle()
    assert page.drafting.draft.is_empty


def test_all_that_a_rule_suggests_in_a_document_is_rejected_after_a_question(room: Room) -> None:
    reader = room.read(PDF)
    kept = reader.decider.in_hand
    assert kept is not None
    rule, document = kept.suggestion.rule, kept.document_id
    count = room.session.revising.open_of_rule(document, rule)
    room.window.commands.action("reader.reject.rule").trigger()
    room.settle()
    (asked,) = room.window.findChildren(QuestionDialog)
    noun = "suggestion" if count == 1 else "suggestions"
    assert asked.windowTitle().startswith(f"Reject {count} {noun} from the rule “")
    asked.findChildren(Button)[-1].click()
    room.settle()
    assert room.session.revising.open_of_rule(document, rule) == 0
    rejected = [s for s in room.session.reading.suggestions(document) if s.suggestion.rule == rule]
    assert {s.decision for s in rejected} == {Decision.REJECTED}
    room.session.deciding.undo()
    assert room.session.revising.open_of_rule(document, rule) == count


def test_what_was_missed_is_tagged_or_turned_down_in_the_casebook_and_undo_brings_it_back(
    room: Room,
) -> None:
    casebook = room.session.casebook
    first = next(s for s in list_suggestions(casebook) if s.suggestion.theme == "record_keeping")
    room.session.deciding.accept(first.id)
    room.window.go(Place(View.CODEBOOK, themes=("record_keeping",)))
    room.settle()
    page = room.window.page()
    assert isinstance(page, CodebookPage)
    page.parts.turn_tab("missed")
    room.settle()
    pane = page.parts.tabs.missed
    listed, tags = pane.model.rowCount(), list_tags(casebook)
    assert listed > 2
    one = pane.here
    assert one is not None
    pane.judge(holds=True)
    room.settle()
    (new,) = [tag for tag in list_tags(casebook) if tag not in tags]
    assert (new.theme, new.passage_id) == ("record_keeping", one.passage_id)
    assert new.text in one.text
    pane.judge(holds=False)
    room.settle()
    assert pane.model.rowCount() == listed - 2
    for _ in range(2):
        room.window.commands.action("undo").trigger()
        room.settle()
    assert list_tags(casebook) == tags
    assert pane.here == one
    page.parts.turn_tab("learned")
    room.settle()
    assert "so far" in page.parts.tabs.learned.supply.text()
