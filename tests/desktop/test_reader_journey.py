"""The Reader over a real casebook, from document to document: finish, find, scans, states."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton

from caseview.domain.suggestion import Decision
from tests.desktop.driving import CONTROL, focused, named, press, type_in
from tests.desktop.real_casebook import CODER, PDF, SCAN, WORD, Room

KEY = Qt.Key


def decisions(room: Room, name: str) -> list[Decision]:
    return [kept.decision for kept in room.session.reading.suggestions(room.document(name))]


def test_a_document_is_finished_and_opened_again(room: Room) -> None:
    reader = room.read(PDF)
    press(KEY.Key_Return, CONTROL)
    room.settle()
    (question,) = reader.findChildren(QDialog)
    assert "are undecided. Finish anyway?" in question.windowTitle()
    named(question, "Finish", QPushButton).click()
    room.window.activateWindow()  # as a desktop does when a dialog goes
    room.settle()
    document = room.document(PDF)
    assert room.session.reading.document(document).finished_by == CODER
    assert reader.document is not None
    assert reader.document.document.id == room.document(WORD), "the next to tag is open"
    reader = room.read(PDF)
    named(reader, "Open again", QPushButton).click()
    room.settle()
    assert room.session.reading.document(document).finished_at is None
    assert named(reader, "Finish and open next", QPushButton).isVisible()
    press(KEY.Key_Z, CONTROL)
    room.settle()
    assert room.session.reading.document(document).finished_at is not None
    assert named(reader, "Open again", QPushButton).isVisible()


def test_when_all_are_decided_the_reader_says_so(room: Room) -> None:
    reader = room.read(PDF)
    whole = reader.parts.models.queue.rowCount()
    for _ in range(whole):
        press(KEY.Key_X)
    assert f"All {whole} suggestions decided." in reader.parts.figures.done.accessibleName()
    assert reader.decider.in_hand is None
    room.settle()
    assert set(decisions(room, PDF)) == {Decision.REJECTED}
    press(KEY.Key_K)
    assert reader.parts.queue.open_row == whole - 1


def test_documents_are_gone_through_by_key(room: Room) -> None:
    reader = room.read(PDF)
    press(KEY.Key_PageDown, CONTROL)
    room.settle()
    assert reader.document is not None
    assert reader.document.document.id == room.document(WORD)
    press(KEY.Key_PageUp, CONTROL)
    room.settle()
    assert reader.document.document.id == room.document(PDF)


@pytest.mark.parametrize("name", [PDF, WORD])
def test_words_are_found_and_gone_through(room: Room, name: str) -> None:
    reader = room.read(name)
    press(KEY.Key_F, CONTROL)
    type_in("POLICE")
    room.settle()
    text = reader.parts.views.content.text
    places = [n for n in range(len(text)) if text[n : n + 6].casefold() == "police"]
    assert [span.start for span in reader.finding.spans] == places
    assert reader.parts.find.said == f"1 of {len(places)}"
    press(KEY.Key_Return)
    press(KEY.Key_F3)
    press(KEY.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert reader.parts.find.said == f"2 of {len(places)}"
    assert reader.parts.text.here == places[1]
    press(KEY.Key_Escape)
    assert not reader.parts.find.isVisible()
    assert focused() is reader.parts.text


def test_a_scan_shows_its_pages_and_says_what_it_is(room: Room) -> None:
    reader = room.read(SCAN)
    assert reader.parts.views.on_pages
    assert "is a scan" in reader.parts.banner.accessibleName()
    press(KEY.Key_P)
    assert reader.parts.views.on_pages
    reader = room.read(WORD)
    assert not reader.parts.views.on_pages
    press(KEY.Key_P)
    assert not reader.parts.views.on_pages
    button = named(reader, "Show: PDF page, not chosen", QPushButton)
    assert not button.isEnabled()
    assert "no fixed pages" in button.toolTip()


def test_in_a_narrow_window_the_keys_stay_with_the_work(room: Room) -> None:
    reader = room.read(PDF)
    room.window.resize(1024, 600)
    room.settle()
    assert reader.isAncestorOf(focused())
    press(KEY.Key_A)
    press(KEY.Key_X)
    room.settle()
    assert decisions(room, PDF)[:2] == [Decision.ACCEPTED, Decision.REJECTED]
    press(KEY.Key_N)
    type_in("Narrow")
    press(KEY.Key_Return)
    room.settle()
    assert reader.parts.models.notes.rowCount() == 1
