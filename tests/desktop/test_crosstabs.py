"""The Cross-tabs page: what leaves it hides what it must, and what is kept opens again."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caseview.counting.small_numbers import SHOW_ALL, Protected, SmallNumbers
from caseview.desktop.dialogs.exporting import ExportDialog
from caseview.desktop.models.chart import Drawn, chart_of
from caseview.desktop.models.crosstab import MARK, CrossTabModel
from caseview.desktop.models.small_numbers import hidden_words
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.pages.crosstabs.page import CrossTabsPage
from caseview.desktop.pages.crosstabs.sending import STOPPED
from caseview.desktop.places import Place, View
from caseview.desktop.window.window import Window
from caseview.domain.crosstab import CellAddress, CrossTabSpec, Share
from caseview.domain.evidence import EvidenceSet
from caseview.domain.handout import Behind, Mark, Picture
from tests.desktop import invented
from tests.desktop.driving import CONTROL, named, press, settle
from tests.desktop.invented_session import InventedSession


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> CrossTabsPage:
    window.go(Place(View.CROSSTABS))
    settle(window, qtbot)
    page = window.page()
    assert isinstance(page, CrossTabsPage)
    return page


def dialog(page: CrossTabsPage, window: Window, qtbot: QtBot) -> ExportDialog:
    page.export(".xlsx")
    settle(window, qtbot)
    [found] = [one for one in page.findChildren(ExportDialog) if one.isVisible()]
    return found


def test_the_words_of_the_preview() -> None:
    five = SmallNumbers(5)
    assert hidden_words(Protected((), 7, 3), five) == (
        "7 counts under 5 will show as “<5”. 3 more cells are hidden so that totals do not give "
        "them away."
    )
    assert hidden_words(Protected((), 1, 0), five) == "1 count under 5 will show as “<5”."
    assert hidden_words(Protected((), 0, 0), five).startswith("No count is under 5.")


def test_the_panel_begins_with_the_casebook_s_rule_and_says_what_it_hides(
    page: CrossTabsPage, window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    session.tabulating.held = SmallNumbers(5)
    page.refresh()
    settle(window, qtbot)
    panel = dialog(page, window, qtbot)
    assert panel.rule == SmallNumbers(5)
    assert "under 5 will show as “<5”" in panel.preview.text()
    before = panel.preview.text()
    panel.zeros.setChecked(True)
    settle(window, qtbot)
    assert panel.rule == SmallNumbers(5, zeros=True)
    assert panel.preview.text() != before
    named(panel, "Hide counts under: off, not chosen", QPushButton).click()
    settle(window, qtbot)
    assert panel.rule == SHOW_ALL
    assert panel.preview.text() == "Every count shows as it is."
    panel.reject()


def test_what_is_chosen_in_the_panel_is_what_is_written(
    page: CrossTabsPage,
    window: Window,
    session: InventedSession,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("Cross-tab", ""))
    page.choices.choose_share(Share.ALL)
    panel = dialog(page, window, qtbot)
    named(panel, "Export to: Web page, not chosen", QPushButton).click()
    named(panel, "Hide counts under: 3, not chosen", QPushButton).click()
    panel.zeros.setChecked(True)
    named(panel, "Choose where to save it", QPushButton).click()
    settle(window, qtbot)
    [(choice, path, rule)] = session.tabulating.written
    assert choice.share is Share.ALL
    assert path == Path("Cross-tab.html")
    assert rule == SmallNumbers(3, zeros=True)


def test_a_copy_hides_what_the_casebook_hides(
    page: CrossTabsPage, window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    session.tabulating.held = SmallNumbers(10)
    page.refresh()
    settle(window, qtbot)
    page.copy()
    copied = QGuiApplication.clipboard().text()
    assert "<10" in copied
    assert "Counts under 10 show as" in copied
    index = page.model.index_of(CellAddress(invented.THEMES[0].id, "all"))
    assert "<" not in str(index.data()), "on screen every number stays as it is"


def test_a_cross_tab_is_saved_and_opened_again(
    page: CrossTabsPage, window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    choice = page.rooms.choice()
    assert choice is not None
    page.keeping.save("Mine", choice)
    settle(window, qtbot)
    page.choices.choose_share(Share.ROW)
    page.keeping.save_filter("Adults", "kind:sar")
    settle(window, qtbot)
    page.keeping.list()
    settle(window, qtbot)
    entries = {action.text().split("\t")[0]: action for action in page.keeping.menu.actions()}
    entries["Mine"].trigger()
    settle(window, qtbot)
    assert page.model.share is Share.COLUMN
    entries["Adults"].trigger()
    settle(window, qtbot)
    assert page.choices.spec.where == "kind:sar"
    page.keeping.menu.close()


def test_rows_that_differ_are_marked_and_spoken(qapp: QApplication) -> None:
    model = CrossTabModel(ThemeBook(invented.CODEBOOK))
    model.show(InventedSession().asking.crosstab(CrossTabSpec()))
    cells = [model.index(row, column) for row in range(model.rowCount()) for column in range(1, 5)]
    marked = [index for index in cells if index.data(MARK)]
    assert {index.data(MARK) for index in marked} == {"▲", "▼"}
    spoken = [str(index.data(Qt.ItemDataRole.AccessibleTextRole)) for index in marked]
    assert all("than in the other columns" in words for words in spoken)


def test_a_chart_tells_every_number_and_each_bar_leads_to_its_passages(
    page: CrossTabsPage, window: Window, qtbot: QtBot
) -> None:
    table = page.model.table
    assert table is not None
    named(page, "Shown as: This row, not chosen", QPushButton).click()
    bars = [mark for (mark,) in page.shown.bars.picture.marks if mark is not None]
    assert [bar.at for bar in bars] == [cell.percent for cell in table.cells[0]]
    for bar, cell, axis in zip(bars, table.cells[0], table.columns, strict=True):
        assert bar.words.startswith(f"{cell.n} of {axis.base}")
        assert f"{axis.label}, {bar.words}" in page.shown.bars.accessibleDescription()
    page.shown.bars.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    settle(window, qtbot)
    assert page.evidence.isVisible()
    assert bars[1].behind is not None
    assert page.model.address(page.table.currentIndex()) == bars[1].behind.address


def test_a_picture_of_a_chart_does_not_tell_what_the_casebook_hides(
    page: CrossTabsPage, window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    named(page, "Shown as: All rows, not chosen", QPushButton).click()
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    page.shown.bars.setFocus()
    press(Qt.Key.Key_C, CONTROL)
    assert not clipboard.pixmap().isNull()
    session.tabulating.held = SmallNumbers(5)
    page.refresh()
    settle(window, qtbot)
    clipboard.clear()
    page.shown.bars.setFocus()
    press(Qt.Key.Key_C, CONTROL)
    assert clipboard.pixmap().isNull()


def test_a_column_is_drawn_against_all_and_rows_with_their_totals() -> None:
    table = InventedSession().asking.crosstab(CrossTabSpec())
    column = marks(chart_of(table, Drawn.COLUMN, CellAddress(None, table.columns[2].id)))
    assert [bar.at for bar in column] == [cells[2].percent for cells in table.cells]
    assert [bar.other for bar in column] == [total.percent for total in table.totals]
    rows = marks(chart_of(table, Drawn.ROWS, CellAddress(None, None)))
    assert [bar.at for bar in rows] == [total.percent for total in table.totals]
    assert not marks(chart_of(replace(table, rows=()), Drawn.ROWS, CellAddress(None, None)))


def marks(picture: Picture) -> list[Mark]:
    return [mark for row in picture.marks for mark in row if mark is not None]


def test_a_number_without_passages_says_so(
    page: CrossTabsPage, window: Window, qtbot: QtBot
) -> None:
    page.show_evidence()
    settle(window, qtbot)
    words = "No passage stands behind this number."
    assert words not in shown_words(page.evidence)
    behind = Behind(CrossTabSpec(), CellAddress(invented.THEMES[0].id, "sar"))
    page.evidence.show_behind(behind, EvidenceSet((), 0))
    assert words in shown_words(page.evidence)


def shown_words(pane: QWidget) -> list[str]:
    return [part.text() for part in pane.findChildren(QLabel) if part.isVisible()]


def test_the_whole_table_is_copied_as_a_picture_that_hides_what_the_casebook_hides(
    page: CrossTabsPage, window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    clipboard = QGuiApplication.clipboard()
    pictures = []
    for rule in (SHOW_ALL, SmallNumbers(5)):
        session.tabulating.held = rule
        page.refresh()
        settle(window, qtbot)
        clipboard.clear()
        page.desk.commands.action("crosstab.picture").trigger()
        pictures.append(clipboard.image())
    rows = page.model.rowCount()
    assert all(picture.height() >= rows * page.table.rowHeight(0) for picture in pictures)
    assert pictures[0].size() == pictures[1].size()
    assert pictures[0] != pictures[1]
    assert page.model.table is not None
    assert page.table.model() is page.model


def test_a_long_export_shows_how_far_it_is_and_can_be_stopped(
    page: CrossTabsPage, window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    going, go_on = threading.Event(), threading.Event()

    def pause(made: int) -> None:
        if made == 1000:
            going.set()
            go_on.wait(5)

    session.tabulating.rows, session.tabulating.pause = 5000, pause
    page.sending.write(Path("/nowhere/table.xlsx"))
    qtbot.waitUntil(going.is_set, timeout=5000)
    qtbot.waitUntil(page.sending.progress.isVisible, timeout=5000)
    said: list[str] = []
    window.events.said.connect(said.append)
    page.sending.progress.stop.click()
    go_on.set()
    settle(window, qtbot)
    assert STOPPED in said
    assert session.tabulating.written == []
    assert not page.sending.progress.isVisible()
    page.sending.write(Path("/nowhere/table.xlsx"))
    settle(window, qtbot)
    assert len(session.tabulating.written) == 1
    assert page.sending.told.isVisible()
