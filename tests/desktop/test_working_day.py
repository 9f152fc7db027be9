"""A working day by keyboard alone: twelve documents from their folder to the Word file.

The two dialogs the operating system owns (which folder, which file) are answered for it; every
other act is a key pressed where the focus is.
"""

import shutil
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from caseview.desktop.dialogs.import_progress import ImportDialog
from caseview.desktop.pages.crosstabs.page import CrossTabsPage
from caseview.desktop.pages.library.page import LibraryPage
from caseview.desktop.pages.reader.page import ReaderPage
from caseview.desktop.pages.summaries.page import SummariesPage
from caseview.domain.crosstab import Counts
from caseview.domain.suggestion import Decision
from caseview.domain.tag import BY_HAND
from tests.desktop.driving import ALT, CONTROL, focused, press, to_front, type_in
from tests.desktop.real_casebook import CODER, SCAN, Room, doorway, open_room

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
DOCUMENTS = 12
NOTE = "Compare with the second review"


@pytest.fixture
def day(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Room:
    """A window on an empty casebook, and a folder of twelve documents to import."""
    door = doorway(tmp_path)
    path = tmp_path / "Day.casebook"
    door.start(path, coder=CODER, passphrase=None).close()
    folder = tmp_path / "reviews"
    folder.mkdir()
    readable = [f for f in door.sample_files() if not f.name.startswith(SCAN)]
    for file in readable[:DOCUMENTS]:
        shutil.copy(file, folder)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    answer = (str(tmp_path / "Summary.docx"), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    return open_room(tmp_path, path, qtbot)


def go_to(name: str, within: QWidget | None = None) -> QWidget:
    """Press Tab until the focus is on what is called so."""
    for _ in range(80):
        widget = focused()
        inside = within is None or within.isAncestorOf(widget)
        if inside and widget.accessibleName() == name:
            return widget
        press(KEY.Key_Tab)
    raise AssertionError(f"Tab never comes to “{name}”")


def take_in(room: Room) -> None:
    """Import the folder, and close the list of what became of each file."""
    press(KEY.Key_O, CONTROL | SHIFT)
    room.qtbot.waitUntil(lambda: not room.window.jobs.under_way(), timeout=120_000)
    room.settle()
    (dialog,) = room.window.findChildren(ImportDialog)
    assert dialog.isVisible()
    dialog.activateWindow()
    go_to("Close", dialog)
    press(KEY.Key_Space)
    to_front(room.window, room.qtbot)


def finish(room: Room) -> None:
    """Finish the document that is open, whether or not it asks about what is undecided."""
    press(KEY.Key_Return, CONTROL)
    if (asking := QApplication.activeModalWidget()) is not None:
        go_to("Finish", asking)
        press(KEY.Key_Space)
        to_front(room.window, room.qtbot)
    room.settle()


def read_all(room: Room) -> list[int]:
    """Decide some of each document and finish it; return the documents in that order."""
    read: list[int] = []
    for _ in range(DOCUMENTS):
        opened = room.reader.document
        assert opened is not None
        read.append(opened.document.id)
        for key in (KEY.Key_A, KEY.Key_A, KEY.Key_X, KEY.Key_A):
            press(key)
        room.settle()
        finish(room)
    return read


def tag_by_hand(room: Room) -> None:
    """Give the sentence at the cursor a theme, and the suggestion in hand a note."""
    for key in (KEY.Key_S, KEY.Key_T):
        press(key)
    type_in("inf")
    press(KEY.Key_Return)
    room.settle()
    press(KEY.Key_N)
    type_in(NOTE)
    press(KEY.Key_Return)
    room.settle()


def to_evidence_and_page(room: Room) -> CrossTabsPage:
    """Follow a number of the cross-tab to its first sentence and come back to the number."""
    press(KEY.Key_5, CONTROL)
    room.settle()
    page = room.window.page()
    assert isinstance(page, CrossTabsPage)
    table = page.model.table
    assert table is not None
    assert table.spec.counts is Counts.TAGS
    go_to(page.table.accessibleName(), page)
    totals = dict(zip((row.id for row in table.rows), table.totals, strict=True))
    press(KEY.Key_End)
    for _ in range(page.model.rowCount()):
        address = page.model.address(page.table.currentIndex())
        if address is not None and address.row in totals and totals[address.row].n:
            break
        press(KEY.Key_Down)
    press(KEY.Key_Return)
    room.settle()
    item = page.evidence.model.item(0)
    assert item is not None
    press(KEY.Key_Return)
    room.settle()
    assert isinstance(room.window.page(), ReaderPage)
    assert [s.of(room.reader.parts.text.toPlainText()) for s in room.reader.parts.text.found] == [
        item.quote.text
    ]
    press(KEY.Key_Left, ALT)
    room.settle()
    assert room.window.page() is page
    return page


def write_word(room: Room, page: CrossTabsPage) -> SummariesPage:
    """Add the theme in evidence to a summary and save it as Word."""
    go_to("Add to summary", page)
    press(KEY.Key_Space)
    room.settle()
    summary = room.window.page()
    assert isinstance(summary, SummariesPage)
    go_to("Save as Word", summary)
    press(KEY.Key_Space)
    room.settle()
    return summary


def test_twelve_documents_go_from_their_folder_to_the_word_file_without_a_mouse(day: Room) -> None:
    take_in(day)
    library = day.window.page()
    assert isinstance(library, LibraryPage)
    go_to(library.table.accessibleName(), library)
    press(KEY.Key_Home)
    press(KEY.Key_Return)
    day.settle()
    tag_by_hand(day)
    read = read_all(day)
    reading = day.session.reading
    assert len(set(read)) == DOCUMENTS
    assert all(reading.document(each).finished_at is not None for each in read)
    tags = [tag for each in read for tag in reading.tags(each)]
    assert sum(tag.origin == BY_HAND for tag in tags) == 1
    kept = [one for each in read for one in reading.suggestions(each)]
    accepted = [one for one in kept if one.decision is Decision.ACCEPTED]
    assert len(tags) == len(accepted) + 1
    assert any(one.decision is Decision.REJECTED for one in kept)
    notes = [note for one in kept for note in reading.notes(f"passage:{one.passage_id}")]
    assert {note.text for note in notes} == {NOTE}
    page = write_word(day, to_evidence_and_page(day))
    summary = page.summary
    assert summary is not None
    assert summary.quotes
    words = " ".join(
        " ".join(p.text for p in docx.Document(str(day.folder / "Summary.docx")).paragraphs).split()
    )
    for quote in summary.quotes:
        source = reading.text(quote.document_id).text[quote.start : quote.end]
        assert " ".join(source.split()) in words
