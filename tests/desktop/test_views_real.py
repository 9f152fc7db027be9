"""Library, Search, Cross-tabs and Summaries over a real casebook: found, counted, filed, undone."""

from pathlib import Path

import docx
import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QListWidget, QPlainTextEdit, QPushButton

from caseview.desktop.dialogs.tagging import TagDialog
from caseview.desktop.pages.crosstabs.page import CrossTabsPage
from caseview.desktop.pages.reader.page import ReaderPage
from caseview.desktop.pages.search.page import SearchPage
from caseview.desktop.pages.summaries.page import SummariesPage
from caseview.desktop.places import Place, View
from caseview.domain.crosstab import CellAddress, Counts
from caseview.domain.span import Span
from caseview.domain.summary import Part
from tests.desktop.driving import ALT, CONTROL, named, press, settle, to_front, type_in
from tests.desktop.real_casebook import PDF, WORD, Room

KEY = Qt.Key


def crosstabs(room: Room) -> CrossTabsPage:
    room.window.go(Place(View.CROSSTABS))
    room.settle()
    page = room.window.page()
    assert isinstance(page, CrossTabsPage)
    return page


def search(room: Room, words: str) -> SearchPage:
    room.window.go(Place(View.SEARCH, query=words))
    room.settle()
    page = room.window.page()
    assert isinstance(page, SearchPage)
    return page


def most_found(page: CrossTabsPage) -> CellAddress:
    """Return the address of the first cell that has a number."""
    table = page.model.table
    assert table is not None
    for row, cells in zip(table.rows, table.cells, strict=True):
        for column, cell in zip(table.columns, cells, strict=True):
            if cell.n:
                return CellAddress(row.id, column.id)
    raise AssertionError("nothing is counted")


def test_every_number_is_as_many_as_its_evidence(room: Room) -> None:
    page = crosstabs(room)
    table = page.model.table
    assert table is not None
    assert table.spec.counts is Counts.PROVISIONAL, "nothing is finished yet"
    cell = most_found(page)
    for address in (cell, CellAddress(cell.row, None), CellAddress(None, cell.column)):
        index = page.model.index_of(address)
        assert page.model.address(index) == address
        shown = page.model.cell(index)
        assert shown is not None
        page.table.setCurrentIndex(index)
        page.table.setFocus()
        press(KEY.Key_Return)
        room.settle()
        items = [page.evidence.model.item(n) for n in range(page.evidence.model.rowCount())]
        assert len({item.review_id for item in items if item is not None}) == shown.n
        page.close_evidence()


def test_a_number_leads_to_its_sentence_and_back_to_the_cell(room: Room) -> None:
    page = crosstabs(room)
    cell = most_found(page)
    page.table.setCurrentIndex(page.model.index_of(cell))
    page.table.setFocus()
    press(KEY.Key_Return)
    room.settle()
    item = page.evidence.model.item(0)
    assert item is not None
    press(KEY.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert item.quote.place.reference in QGuiApplication.clipboard().text()
    press(KEY.Key_Return)
    room.settle()
    reader = room.window.page()
    assert isinstance(reader, ReaderPage)
    assert reader.parts.text.found == (Span(item.quote.start, item.quote.end),)
    press(KEY.Key_Left, ALT)
    room.settle()
    assert room.window.page() is page
    assert page.model.address(page.table.currentIndex()) == cell


def test_a_finished_review_makes_the_table_count_tags(room: Room) -> None:
    page = crosstabs(room)
    assert page.choices.spec.counts is Counts.PROVISIONAL
    document = room.document(WORD)
    kept = room.session.reading.suggestions(document)[0]
    desk = room.window.desk
    assert desk is not None
    desk.change("Accept", lambda d: d.accept(kept.id))
    desk.change("Finish", lambda d: d.finish(document))
    room.settle()
    table = page.model.table
    assert table is not None
    assert table.spec.counts is Counts.TAGS
    assert table.base == 1
    assert page.title.words == "Themes by review type"


def test_filters_narrow_the_count_as_they_are_typed_and_shares_change(room: Room) -> None:
    page = crosstabs(room)
    table = page.model.table
    assert table is not None
    whole = table.base
    page.choices.filters.field.setFocus()
    type_in("kind:sar")
    room.qtbot.waitUntil(lambda: page.choices.spec.where == "kind:sar", timeout=3000)
    room.settle()
    narrowed = page.model.table
    assert narrowed is not None
    assert narrowed.base <= whole
    assert [axis.id for axis in narrowed.columns] == ["sar"]
    named(page, "Show per cent: of row, not chosen", QPushButton).click()
    index = page.model.index_of(most_found(page))
    cell = page.model.cell(index)
    assert cell is not None
    assert cell.percent == 100
    assert "of the row" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    page.copy()
    copied = QGuiApplication.clipboard().text()
    assert "SAR" in copied
    assert "\t" in copied


def test_the_table_is_exported_to_word_and_excel(room: Room, tmp_path: Path) -> None:
    page = crosstabs(room)
    table = page.model.table
    assert table is not None
    for ending in (".docx", ".xlsx"):
        page.export_to(tmp_path / f"table{ending}")
        room.settle()
    written = docx.Document(str(tmp_path / "table.docx"))
    assert written.tables[0].rows[1].cells[0].text
    assert any("provisional" in p.text.casefold() for p in written.paragraphs)
    book = openpyxl.load_workbook(tmp_path / "table.xlsx")
    assert len(book.sheetnames) >= 2


def test_passages_found_are_tagged_after_a_look_and_untagged_by_undo(room: Room) -> None:
    page = search(room, "police")
    assert page.model.loaded > 1
    page.results.setFocus()
    press(KEY.Key_Space)
    press(KEY.Key_Down)
    press(KEY.Key_Space)
    press(KEY.Key_T)
    type_in("staf")
    press(KEY.Key_Return)
    dialog = room.window.findChild(TagDialog)
    assert isinstance(dialog, TagDialog)
    assert named(dialog, "Passages to be tagged", QListWidget).count() == 2
    named(dialog, "Tag them", QPushButton).click()
    room.settle()
    assert room.session.reading.info().tags == 2
    to_front(room.window, room.qtbot)
    press(KEY.Key_Z, CONTROL)
    room.settle()
    assert room.session.reading.info().tags == 0


def test_results_open_at_the_words_and_can_be_grouped_and_narrowed(room: Room) -> None:
    page = search(room, "information")
    whole = page.model.loaded
    named(page, "Show results: By document, not chosen", QPushButton).click()
    room.settle()
    assert page.model.rowCount() > page.model.loaded == whole
    kind = next(n for n in range(page.facets.rowCount()) if page.facets.index(n).data() == "SAR")
    page.facets.act(page.facets.index(kind))
    room.settle()
    assert 0 < page.model.loaded <= whole
    page.results.setFocus()
    press(KEY.Key_Return)
    room.settle()
    reader = room.window.page()
    assert isinstance(reader, ReaderPage)
    found = [span.of(reader.parts.text.toPlainText()) for span in reader.parts.text.found]
    assert [word.casefold() for word in found] == ["information"]


def test_a_word_spelt_wrong_leads_to_the_right_one(room: Room) -> None:
    page = search(room, "informaton")
    assert "Did you mean" in page.said
    meant = [b for b in page.findChildren(QPushButton) if b.text().startswith("Search for")]
    meant[0].click()
    room.qtbot.waitUntil(lambda: page.model.loaded > 0, timeout=5000)
    assert page.field.text() == "information"


def test_a_summary_is_saved_as_it_was_previewed(room: Room, tmp_path: Path) -> None:
    cell = most_found(crosstabs(room))
    assert cell.row is not None
    room.window.go(Place(View.SUMMARIES, themes=(cell.row,)))
    room.settle()
    page = room.window.page()
    assert isinstance(page, SummariesPage)
    named(page, "Show: Your words, not chosen", QPushButton).click()
    named(page, "Key points", QPlainTextEdit).setPlainText("Ask one more question.")
    named(page, "List of the reviews counted", QCheckBox).setChecked(False)
    assert page.choices.left_out == {Part.REVIEWS}
    named(page, "Show: Quotes, not chosen", QPushButton).click()
    page.quotes.setCurrentIndex(page.model.index(0))
    page.quotes.setFocus()
    press(KEY.Key_Space)
    ticked = page.model.counts[0]
    room.settle()
    path = tmp_path / "summary.docx"
    page.save_to(path)
    room.settle()
    written = docx.Document(str(path))
    words = [p.text.strip() for p in written.paragraphs if p.text.strip()]
    assert "Ask one more question." in words
    assert "Reviews counted" not in words
    assert "(provisional)" in words[0]
    quotes = [
        p
        for p in written.paragraphs
        if p.style is not None and str(p.style.name).endswith(("quote", "practice"))
    ]
    assert len(quotes) == ticked
    shown = " ".join(page.sheet.preview.toPlainText().split())
    for paragraph in quotes:
        assert " ".join(paragraph.text.split())[:60] in shown


def test_numbers_of_a_summary_are_stamped_and_updated_only_when_asked(room: Room) -> None:
    cell = most_found(crosstabs(room))
    assert cell.row is not None
    room.window.go(Place(View.SUMMARIES, themes=(cell.row,)))
    room.settle()
    page = room.window.page()
    assert isinstance(page, SummariesPage)
    before = page.summary
    kept = room.session.reading.suggestions(room.document(PDF))[0]
    desk = room.window.desk
    assert desk is not None
    desk.change("Accept", lambda d: d.accept(kept.id))
    room.settle()
    assert page.summary == before
    update = named(page, "Update numbers", QPushButton)
    update.click()
    room.settle()
    assert page.summary != before
    assert not update.isVisible()


def test_all_is_undone_and_the_window_opens_where_it_was(room: Room) -> None:
    before = room.session.reading.library()
    document = room.document(PDF)
    found = room.session.reading.suggestions(document)
    desk = room.window.desk
    assert desk is not None
    desk.change("Accept", lambda d: d.accept(found[0].id))
    desk.change("Reject", lambda d: d.reject([found[1].id]))
    desk.change("Finish", lambda d: d.finish(document))
    room.read(PDF)
    again = room.reopen()
    page = again.window.page()
    assert isinstance(page, ReaderPage)
    assert page.document is not None
    assert page.document.document.id == document
    for _ in range(4):
        press(KEY.Key_Z, CONTROL)
        settle(again.window, again.qtbot)
    assert again.session.reading.library() == before
    assert all(entry.undone for entry in again.session.reading.journal())
