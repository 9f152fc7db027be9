"""Summaries in the window: one's own words, saved ones, and names looked at before it leaves."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from caseview.desktop.dialogs.names_check import NamesDialog
from caseview.desktop.models.told import Looked, around
from caseview.desktop.pages.summaries.beside import FIRST_TICKED, NO_KEY_QUOTES
from caseview.desktop.pages.summaries.page import SummariesPage
from caseview.desktop.places import Place, View
from caseview.desktop.window.window import Window
from caseview.domain.quote import Place as Printed
from caseview.domain.quote import Quote
from caseview.domain.span import Span
from caseview.domain.summary import Part
from caseview.tagging.anonymity import Identifying, Telling
from caseview.usecases.check_anonymity import Told
from tests.desktop.driving import named, settle
from tests.desktop.invented_session import InventedSession
from tests.desktop.real_casebook import Room

QUOTE = Quote(
    10, 4, 40, "Constable Alder came to the door late", Printed("Alder", "Overview", 2, "1")
)
IN_QUOTE = Told(
    Identifying(Telling.NAME, Span(0, 15), "Constable Alder"), QUOTE, "Alder, p. 2", QUOTE.text
)
OWN = Told(
    Identifying(Telling.NAME, Span(0, 8), "Dr Birch"), None, "Key points", "Dr Birch said so."
)


def summaries(window: Window, qtbot: QtBot, *themes: str) -> SummariesPage:
    window.go(Place(View.SUMMARIES, themes=themes))
    settle(window, qtbot)
    page = window.page()
    assert isinstance(page, SummariesPage)
    return page


def write(page: SummariesPage, field: str, words: str) -> None:
    page.beside.show_side("words")
    named(page, field, QPlainTextEdit).setPlainText(words)
    page.words.flush()


def test_each_place_is_decided_and_a_quote_can_be_taken_back_in() -> None:
    looked = Looked()
    assert looked.waiting((IN_QUOTE, OWN)) == (IN_QUOTE, OWN)
    looked.keep(OWN)
    looked.leave_out(IN_QUOTE)
    assert looked.waiting((IN_QUOTE, OWN)) == ()
    assert looked.decision(IN_QUOTE) == "out"
    looked.keep(IN_QUOTE)
    assert looked.without == frozenset()
    assert looked.decision(IN_QUOTE) == "keep"
    looked.leave_out(OWN)
    assert looked.decision(OWN) == "keep", "one's own words are changed, not left out"
    assert around(IN_QUOTE) == QUOTE.text
    assert around(OWN) == "Dr Birch said so."


def test_a_summary_does_not_leave_before_names_are_looked_at(
    window: Window, session: InventedSession, qtbot: QtBot, tmp_path: Path
) -> None:
    page = summaries(window, qtbot, "workload")
    session.summarising.told = (OWN,)
    page.save_to(tmp_path / "a.docx")
    settle(window, qtbot)
    assert session.filing.written == []
    dialog = page.findChild(NamesDialog)
    assert dialog is not None
    go = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Carry on")
    assert not go.isEnabled()
    dialog.findChildren(QRadioButton)[0].click()
    go.click()
    settle(window, qtbot)
    assert session.filing.written == [tmp_path / "a.docx"]
    page.save_to(tmp_path / "b.docx")
    settle(window, qtbot)
    assert session.filing.written[-1] == tmp_path / "b.docx", "what was decided is remembered"


def test_a_quote_left_out_loses_its_tick(
    window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    page = summaries(window, qtbot, "workload")
    item = page.model.item(0)
    assert item is not None
    told = Told(IN_QUOTE.what, item.quote, "here", item.quote.text)
    page.leaving.looked.leave_out(told)
    page.model.leave_out(page.leaving.looked.without)
    assert page.summary is not None
    assert item.quote not in page.summary.quotes


def test_what_one_writes_is_kept_under_a_name_of_its_own_and_comes_back(
    window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    page = summaries(window, qtbot, "workload")
    write(page, "What it means: Workload", "Too much for too few.")
    page.keeping.flush()
    settle(window, qtbot)
    assert list(session.summarising.choices) == ["Workload"]
    assert "Saved as “Workload”" in page.facts.words
    page.keeping.rename("Spring")
    settle(window, qtbot)
    kept = session.summarising.choices["Spring"]
    assert kept.spec.words.themes == {"workload": "Too much for too few."}
    page.keeping.show("", type(kept)(type(kept.spec)((), by_hand=True)))
    settle(window, qtbot)
    assert page.summary is None
    page.keeping.show("Spring", kept)
    settle(window, qtbot)
    assert page.choice().spec.words == kept.spec.words
    assert page.choice().picked == kept.picked
    assert page.aging.isVisible(), "three tags changed since it was saved"


def test_words_outlive_their_theme(window: Window, qtbot: QtBot) -> None:
    page = summaries(window, qtbot, "workload")
    write(page, "Questions for your force: Workload", "Who is asked?\nWho is not?")
    page.choices.themes.clear()
    page.refresh()
    assert page.words.words.questions == {"workload": ("Who is asked?", "Who is not?")}


def test_a_saved_summary_survives_closing_and_new_numbers(room: Room, tmp_path: Path) -> None:
    theme = "information_sharing"
    page = summaries(room.window, room.qtbot, theme)
    write(page, "Key points", "Ask who else knows.")
    write(page, "About this summary", "Chosen by the panel.")
    page.choices.reopen(page.choice())
    page.model.tick(page.model.index(0))
    page.keeping.touch()
    page.keeping.flush()
    room.settle()
    before = page.choice()
    again = room.reopen()
    page = summaries(again.window, again.qtbot)
    ((saved, kept),) = again.session.summarising.kept()
    assert kept == before
    document = again.document("sar-joanne")
    suggestion = again.session.reading.suggestions(document)[0]
    desk = again.window.desk
    assert desk is not None
    desk.change("Accept", lambda d: d.accept(suggestion.id))
    again.settle()
    page.keeping.show(saved.name, kept)
    again.settle()
    assert page.summary is not None
    assert page.summary.key_points == ("Ask who else knows.",)
    assert page.summary.words.about == "Chosen by the panel."
    assert page.summary.left_out == frozenset[Part]()
    assert page.choice().picked == before.picked


def test_where_no_quote_is_starred_it_says_how_to_star_one(window: Window, qtbot: QtBot) -> None:
    page = summaries(window, qtbot, "curiosity")
    words = {one.text() for one in page.beside.findChildren(QLabel)}
    assert NO_KEY_QUOTES not in words
    page.beside.count(3, 4, starred=False)
    assert FIRST_TICKED in {one.text() for one in page.beside.findChildren(QLabel)}
    page.beside.count(0, 0, starred=False)
    assert NO_KEY_QUOTES in {one.text() for one in page.beside.findChildren(QLabel)}
    page.beside.show_side("words")
    assert NO_KEY_QUOTES not in {one.text() for one in page.beside.findChildren(QLabel)}
