"""From a number to its sentence and back, from a search to tags, from themes to a Word file."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from caseview.desktop.pages.crosstabs.page import CrossTabsPage
from caseview.desktop.pages.library.page import LibraryPage
from caseview.desktop.pages.reader.page import ReaderPage
from caseview.desktop.pages.search.page import SearchPage
from caseview.desktop.pages.summaries.page import SummariesPage
from caseview.desktop.places import Place, View
from caseview.desktop.window.window import Window
from caseview.domain.crosstab import CellAddress, Counts, Unit
from caseview.domain.span import Span
from tests.desktop.driving import ALT, named, press, settle, type_in
from tests.desktop.invented_session import InventedSession

KEY = Qt.Key


def page_of(window: Window) -> object:
    page = window.page()
    assert page is not None
    return page


def test_enter_opens_the_selected_review_in_the_reader(window: Window, qtbot: QtBot) -> None:
    press(KEY.Key_Down)
    library = page_of(window)
    assert isinstance(library, LibraryPage)
    chosen = library.model.review(library.table.currentIndex())
    press(KEY.Key_Return)
    settle(window, qtbot)
    reader = page_of(window)
    assert isinstance(reader, ReaderPage)
    assert reader.document is not None
    assert chosen is not None
    assert reader.document.review.id == chosen.id


def test_filters_narrow_the_library_and_are_cleared(window: Window, qtbot: QtBot) -> None:
    library = page_of(window)
    assert isinstance(library, LibraryPage)
    whole = library.model.rowCount()
    library.filter.setText("larch")
    assert library.model.rowCount() == 1
    library.filter.setText("nothing like it")
    assert library.model.rowCount() == 0
    named(library, "Clear filters", QPushButton).click()
    assert library.model.rowCount() == whole


def test_a_number_leads_to_its_sentence_in_two_keys_and_back_to_the_cell(
    window: Window, qtbot: QtBot
) -> None:
    window.go(Place(View.CROSSTABS))
    settle(window, qtbot)
    page = page_of(window)
    assert isinstance(page, CrossTabsPage)
    cell = CellAddress("workload", "dhr")
    page.table.setCurrentIndex(page.model.index_of(cell))
    press(KEY.Key_Return)
    settle(window, qtbot)
    assert page.evidence.isVisible()
    assert page.evidence.quotes.hasFocus()
    quote = page.evidence.model.item(0)
    assert quote is not None
    press(KEY.Key_Return)
    settle(window, qtbot)
    reader = page_of(window)
    assert isinstance(reader, ReaderPage)
    assert Span(quote.quote.start, quote.quote.end).overlaps(reader.parts.text.visible())
    assert reader.parts.text.found == (Span(quote.quote.start, quote.quote.end),)
    press(KEY.Key_Left, ALT)
    settle(window, qtbot)
    assert page_of(window) is page
    assert page.model.address(page.table.currentIndex()) == cell


def test_escape_closes_the_evidence_and_goes_back_to_the_cell(window: Window, qtbot: QtBot) -> None:
    window.go(Place(View.CROSSTABS, cell=CellAddress("workload", None)))
    settle(window, qtbot)
    page = page_of(window)
    assert isinstance(page, CrossTabsPage)
    assert page.evidence.isVisible()
    press(KEY.Key_Escape)
    assert not page.evidence.isVisible()
    assert page.table.hasFocus()


def test_the_table_recounts_when_a_choice_changes(
    window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    window.go(Place(View.CROSSTABS))
    settle(window, qtbot)
    asked = session.asking.asked
    page = page_of(window)
    assert isinstance(page, CrossTabsPage)
    named(page, "Count: Passages, not chosen", QPushButton).click()
    named(page, "Counts: Tags and suggestions, not chosen", QPushButton).click()
    settle(window, qtbot)
    assert session.asking.asked > asked
    table = page.model.table
    assert table is not None
    assert (table.spec.unit, table.spec.counts) == (Unit.PASSAGES, Counts.PROVISIONAL)


def test_a_change_elsewhere_is_counted_on_coming_back(
    window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    window.go(Place(View.CROSSTABS))
    settle(window, qtbot)
    window.go(Place(View.READER, document=10))
    settle(window, qtbot)
    asked = session.asking.asked
    press(KEY.Key_A)
    settle(window, qtbot)
    assert session.asking.asked == asked, "a view out of sight does not count"
    window.go(Place(View.CROSSTABS))
    settle(window, qtbot)
    assert session.asking.asked == asked + 1


def test_the_cross_tab_is_saved_as_a_workbook(
    window: Window, session: InventedSession, qtbot: QtBot, tmp_path: Path
) -> None:
    window.go(Place(View.CROSSTABS))
    settle(window, qtbot)
    page = page_of(window)
    assert isinstance(page, CrossTabsPage)
    page.export_to(tmp_path / "table.xlsx")
    settle(window, qtbot)
    assert [path for _, path, _ in session.tabulating.written] == [tmp_path / "table.xlsx"]


def test_passages_found_are_tagged_together(
    window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    window.go(Place(View.SEARCH, query="curtains"))
    settle(window, qtbot)
    page = page_of(window)
    assert isinstance(page, SearchPage)
    page.results.setFocus()
    press(KEY.Key_Space)
    press(KEY.Key_Down)
    press(KEY.Key_Space)
    press(KEY.Key_T)
    type_in("fam")
    press(KEY.Key_Return)
    named(page, "Tag them", QPushButton).click()
    settle(window, qtbot)
    assert [tag.theme for tag in session.state.tags] == ["family_knowledge"] * 2


def test_a_result_opens_at_its_words(window: Window, qtbot: QtBot) -> None:
    window.go(Place(View.SEARCH, query="curtains"))
    settle(window, qtbot)
    press(KEY.Key_Return)
    settle(window, qtbot)
    reader = page_of(window)
    assert isinstance(reader, ReaderPage)
    text = reader.parts.text
    assert [span.of(text.toPlainText()) for span in text.found] == ["curtains"]


def test_a_search_that_finds_nothing_says_what_it_looked_for(window: Window, qtbot: QtBot) -> None:
    window.go(Place(View.SEARCH, query="zeppelin"))
    settle(window, qtbot)
    page = page_of(window)
    assert isinstance(page, SearchPage)
    assert page.said == "No passage has “zeppelin”. Did you mean “family”?"


def test_a_summary_takes_themes_from_the_evidence_and_is_saved(
    window: Window, session: InventedSession, qtbot: QtBot, tmp_path: Path
) -> None:
    window.go(Place(View.CROSSTABS, cell=CellAddress("workload", "sar")))
    settle(window, qtbot)
    named(window, "Add to summary", QPushButton).click()
    settle(window, qtbot)
    page = page_of(window)
    assert isinstance(page, SummariesPage)
    assert page.summary is not None
    assert [section.theme.id for section in page.summary.sections] == ["workload"]
    assert "Workload" in page.sheet.preview.toPlainText()
    before = page.model.counts[0]
    page.quotes.setCurrentIndex(page.model.index(0))
    press(KEY.Key_Space)
    assert page.model.counts[0] == before - 1
    page.save_to(tmp_path / "summary.docx")
    settle(window, qtbot)
    assert session.filing.written == [tmp_path / "summary.docx"]
