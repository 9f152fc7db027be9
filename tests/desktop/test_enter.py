"""People call two keys Enter: the one of the keypad does what the other does."""

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate
from pytestqt.qtbot import QtBot

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.widgets.row_list import CommandedList, OpeningList
from caseview.desktop.widgets.row_table import RowTable

ON_KEYPAD, PLAIN = Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.NoModifier
BOTH = [(Qt.Key.Key_Return, PLAIN), (Qt.Key.Key_Enter, ON_KEYPAD)]


def rows_of(
    sort: type[OpeningList | RowTable], look: Appearance, model: QStringListModel
) -> OpeningList | RowTable:
    if issubclass(sort, RowTable):
        return sort(look, "Names", model)
    view = sort(look, "Names")
    view.paint_rows(model, QStyledItemDelegate(view))
    return view


@pytest.fixture(params=[OpeningList, CommandedList, RowTable])
def rows(
    request: pytest.FixtureRequest, appearance: Appearance, qtbot: QtBot
) -> OpeningList | RowTable:
    model = QStringListModel(["One", "Two"])
    view = rows_of(request.param, appearance, model)
    model.setParent(view)
    qtbot.addWidget(view)
    view.setCurrentIndex(model.index(1, 0))
    return view


@pytest.mark.parametrize(("key", "held"), BOTH)
def test_enter_opens_the_row_gone_to(
    rows: OpeningList | RowTable, key: Qt.Key, held: Qt.KeyboardModifier, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(rows.opened) as told:
        QTest.keyClick(rows, key, held)
    assert told.args == [1]


@pytest.mark.parametrize(("key", "held"), BOTH)
def test_enter_with_ctrl_is_another_command(
    rows: OpeningList | RowTable, key: Qt.Key, held: Qt.KeyboardModifier, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(rows.opened):
        QTest.keyClick(rows, key, held | Qt.KeyboardModifier.ControlModifier)


def test_a_digit_of_the_keypad_is_a_command_and_finds_no_row(
    appearance: Appearance, qtbot: QtBot
) -> None:
    view = CommandedList(appearance, "Names")
    model = QStringListModel(["One", "2 of them"], view)
    view.paint_rows(model, QStyledItemDelegate(view))
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    qtbot.addWidget(view)
    view.setCurrentIndex(model.index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_2, ON_KEYPAD)
    assert view.currentIndex().row() == 0
