"""The search over a real casebook: said at once, pointed at, narrowed, kept and written out."""

from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from caseview.desktop.dialogs.naming import NameDialog
from caseview.desktop.models.results import GROUPED
from caseview.desktop.pages.search.page import SearchPage
from caseview.desktop.places import Place, View
from caseview.desktop.widgets.result_list import head_of
from caseview.domain.query import Search
from tests.desktop.driving import CONTROL, named, press
from tests.desktop.real_casebook import WORD, Room

KEY = Qt.Key


def search(room: Room, words: str) -> SearchPage:
    room.window.go(Place(View.SEARCH, query=words))
    room.settle()
    page = room.window.page()
    assert isinstance(page, SearchPage)
    return page


def buttons(page: SearchPage) -> list[str]:
    return [one.accessibleName() for one in page.findChildren(QPushButton) if one.isVisible()]


def total(page: SearchPage) -> str:
    return page.found.total.words


def test_what_was_not_understood_is_pointed_at_and_gone_to(room: Room) -> None:
    page = search(room, "police (information")
    assert page.field.property("place") == 7
    assert page.model.loaded > 0
    named(page, "Show where", QPushButton).click()
    assert page.field.selectedText() == "("
    page.field.setText("police")
    room.qtbot.waitUntil(lambda: page.field.property("place") is None, timeout=5000)
    room.settle()
    assert "Show where" not in buttons(page)


def test_a_refused_search_points_too_and_keeps_what_was_shown(room: Room) -> None:
    page = search(room, "police")
    shown = page.model.loaded
    page.field.setText("police information~9")
    room.qtbot.waitUntil(lambda: page.field.property("place") == 19, timeout=5000)
    assert page.model.loaded == shown


def test_a_search_is_kept_counts_itself_anew_and_runs_again(room: Room) -> None:
    page = search(room, "police")
    found = total(page)
    press(KEY.Key_D, CONTROL)
    dialog = room.window.findChild(NameDialog)
    assert isinstance(dialog, NameDialog)
    named(dialog, "Name", QLineEdit).setText("Police words")
    named(dialog, "Save", QPushButton).click()
    room.settle()
    (kept,) = room.session.searching.saved()
    assert kept.saved.name == "Police words"
    page.field.setText("information")
    room.settle()
    page.keeping.list()
    room.settle()
    entries = [action.text() for action in page.keeping.menu.actions()]
    assert kept.total is not None
    assert entries[0] == f"Police words\t{kept.total.passages} passages"
    page.keeping.menu.actions()[0].trigger()
    page.keeping.menu.close()
    room.settle()
    assert page.field.text() == "police"
    assert total(page) == found
    assert total(search(room, 'saved:"police words"')) == found
    desk = room.window.desk
    assert desk is not None
    desk.change("Undo", lambda d: d.undo())
    room.settle()
    assert room.session.searching.saved() == ()


def test_results_are_written_out_with_their_references(room: Room, tmp_path: Path) -> None:
    page = search(room, "police")
    page.keeping.export_to(tmp_path / "found.xlsx")
    room.settle()
    rows = list(openpyxl.load_workbook(tmp_path / "found.xlsx")["List"].values)
    assert total(page).startswith(f"{len(rows) - 1} passage")
    assert "paragraph" in str(rows[1][-1])


def test_only_hits_not_tagged_with_a_theme_can_be_shown(room: Room) -> None:
    page = search(room, "police")
    whole = page.model.loaded
    hit = page.model.hit(0)
    assert hit is not None
    desk = room.window.desk
    assert desk is not None
    theme = desk.codebook.themes[0].id
    page.tagging._tag((hit,), theme)
    room.settle()
    page.which.choose(("untagged", theme))
    room.settle()
    assert page.model.loaded == whole - 1
    page.which.choose(("otherwise", theme))
    room.settle()
    assert page.said.startswith("No passage has")
    named(page, "Clear filters", QPushButton).click()
    room.settle()
    assert page.model.loaded == whole


def test_screened_out_reviews_are_searched_when_asked_for(room: Room) -> None:
    page = search(room, "police")
    whole = total(page)
    desk = room.window.desk
    assert desk is not None
    review = room.session.reading.document(room.document(WORD)).review_id
    desk.change("Screen", lambda d: d.screen(review, "Not ours"))
    room.settle()
    page.refresh()
    room.settle()
    assert total(page) != whole
    (link,) = [name for name in buttons(page) if "in screened-out reviews" in name]
    named(page, link, QPushButton).click()
    room.settle()
    assert total(page) == whole
    page.field.setText("polices")
    room.settle()
    assert not room.session.searching.first(Search("police"), lambda: False).search.screened_out


def test_notes_that_say_the_words_are_led_to(room: Room) -> None:
    document = room.document(WORD)
    desk = room.window.desk
    assert desk is not None
    desk.change("Note", lambda d: d.write_note(f"document:{document}", "police knew?"))
    room.settle()
    page = search(room, "police")
    named(page, "1 note", QPushButton).click()
    room.settle()
    assert page.field.text() == "note:(police)"
    assert {hit.document_id for hit in (page.model.hit(n) for n in range(3)) if hit} == {document}


def test_under_its_document_a_hit_says_only_where_it_stands(room: Room) -> None:
    page = search(room, "police")
    hit = page.model.hit(page.results.currentIndex().row())
    assert hit is not None
    page_here = f"p. {hit.page}" if hit.page else f"para {hit.number}"
    assert head_of(hit, by_document=True) == (page_here, "")
    name, facts = head_of(hit, by_document=False)
    assert name == hit.review
    assert facts.endswith(page_here)
    told = []
    for way in ("By document", "In context"):
        named(page, f"Show results: {way}, not chosen", QPushButton).click()
        room.settle()
        told.append(page.results.currentIndex().data(GROUPED))
    assert told == [True, False]
