"""Where the keys are shows on screen: round a whole row, and in the colours in force."""

from itertools import product

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.appearance.tokens import Scheme
from caseview.desktop.models.figures_table import Column, FiguresModel, Line
from caseview.desktop.widgets.figures_table import FiguresTable
from caseview.desktop.widgets.row_table import RowTable
from caseview.desktop.widgets.search_field import SearchField


@pytest.fixture
def look(appearance: Appearance) -> Appearance:
    appearance.choose(Scheme.LIGHT)
    return appearance


@pytest.fixture
def held(look: Appearance, qtbot: QtBot) -> QWidget:
    """A table of two rows and a field above it, in a window that has the keys."""
    model = FiguresModel()
    columns = (Column("Theme", is_number=False), Column("Tags", 60), Column("Reviews", 80))
    model.show(columns, tuple(Line((name, "1", "1"), name) for name in ("One", "Two")))
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.addWidget(QLineEdit())
    column.addWidget(FiguresTable(look, model, "Themes"))
    holder.resize(420, 220)
    qtbot.addWidget(holder)
    holder.show()
    holder.activateWindow()
    return holder


def ringed(table: RowTable, row: int) -> list[bool]:
    """Return for each cell of a row whether the ring runs along its upper edge."""
    shot: QImage = table.viewport().grab().toImage()
    focus, scale = table.look.colour("focus"), shot.devicePixelRatio()

    def at(column: int) -> QPoint:
        place = table.visualRect(table.model().index(row, column))
        return QPoint(place.center().x(), place.top() + 1) * scale

    columns = range(table.model().columnCount())
    return [shot.pixelColor(at(column)) == focus for column in columns]


def test_the_ring_goes_round_the_whole_row_and_only_while_the_table_has_the_keys(
    held: QWidget, qtbot: QtBot
) -> None:
    table, field = held.findChildren(FiguresTable)[0], held.findChildren(QLineEdit)[0]
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    table.selectRow(0)
    assert [ringed(table, row) for row in (0, 1)] == [[True] * 3, [False] * 3]
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert [ringed(table, row) for row in (0, 1)] == [[False] * 3, [True] * 3]
    field.setFocus()
    assert ringed(table, 1) == [False] * 3


def test_the_glass_of_the_search_follows_the_appearance(look: Appearance, qtbot: QtBot) -> None:
    field = SearchField(look)
    qtbot.addWidget(field)

    def drawn() -> QColor:
        image = field.actions()[0].icon().pixmap(32).toImage()
        spots = product(range(image.width()), range(image.height()))
        every = (image.pixelColor(x, y) for x, y in spots)
        return max(every, key=QColor.alpha)

    assert drawn() == look.colour("text3")
    look.choose(Scheme.CONTRAST)
    assert drawn() == look.colour("text3")
    look.choose(Scheme.LIGHT)
