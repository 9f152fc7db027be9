"""Menus are seen: their edge, the line between their parts, what is ticked and what is not."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.appearance.tokens import Scheme


@pytest.mark.parametrize("scheme", list(Scheme))
def test_a_menu_shows_its_edge_and_parts_in_every_appearance(
    appearance: Appearance, qtbot: QtBot, scheme: Scheme
) -> None:
    appearance.choose(scheme)
    menu = QMenu()
    qtbot.addWidget(menu)
    ticks = [menu.addAction(words) for words in ("Off", "On")]
    for action in ticks:
        action.setCheckable(True)
    ticks[1].setChecked(True)
    line = menu.addSeparator()
    menu.addAction("Last")
    menu.popup(menu.pos())
    shot = menu.grab().toImage()

    def seen(x: int, y: int) -> QColor:
        return shot.pixelColor(x, y)

    assert seen(0, menu.height() // 2) == appearance.colour("border")
    between = menu.actionGeometry(line).center()
    assert seen(between.x(), between.y()) == appearance.colour("hairline")
    off, on = (
        {
            shot.pixelColor(x, y).name()
            for x in range(place.left() + 2, place.left() + 26)
            for y in range(place.top() + 2, place.bottom() - 2)
        }
        for place in map(menu.actionGeometry, ticks)
    )
    assert appearance.colour("border").name() in off, "the box"
    assert len(on) > len(off), "the tick in it"
    menu.close()
    appearance.choose(Scheme.LIGHT)
