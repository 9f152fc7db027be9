"""UX.md section 7, check 12: Tab comes to each control, F6 to each pane, commands have keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from caseview.desktop.pages.codebook.page import CodebookPage
from caseview.desktop.places import Place, View
from caseview.desktop.widgets.buttons import Segments
from caseview.desktop.window.menus import MENUS
from caseview.domain.suggestion import Decision
from tests.desktop.driving import ALT, CONTROL, focused, named, press
from tests.desktop.real_casebook import PDF, Room

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROLS = (
    QAbstractButton | QAbstractItemView | QAbstractSpinBox | QComboBox | QLineEdit
    | QPlainTextEdit | QTabBar | QTextEdit
)  # fmt: skip
ENOUGH = 200
"""More than any view has controls: a chain longer than this goes round without coming back."""


def where(room: Room, view: View) -> Place:
    """Return where a view has most to show."""
    return {
        View.READER: Place(View.READER, document=room.document(PDF)),
        View.SEARCH: Place(View.SEARCH, query="hospital"),
        View.CODEBOOK: Place(View.CODEBOOK, themes=("information_sharing",)),
        View.SUMMARIES: Place(View.SUMMARIES, themes=("information_sharing",)),
    }.get(view, Place(view))


def said(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{widget.accessibleName() or widget.property('text')}”"


def walked(key: Qt.Key, modifier: Qt.KeyboardModifier) -> list[QWidget]:
    """Return what the focus is on from here round to here again."""
    found = [focused()]
    while len(found) < ENOUGH:
        press(key, modifier)
        if focused() is found[0]:
            return found
        assert focused() not in found, f"a trap: {said(found[-1])} leads to {said(focused())}"
        found.append(focused())
    raise AssertionError([said(each) for each in found])


def controls(window: QWidget) -> Iterator[QWidget]:
    """Yield the controls somebody sees; parts of others (headings, a field's own sign) aside."""
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, CONTROLS) or not widget.isVisible() or not widget.isEnabled():
            continue
        inner = isinstance(widget.parent(), QLineEdit | QComboBox | QAbstractItemView | QTabBar)
        if isinstance(widget, QHeaderView) or inner:
            continue
        yield widget


def reached(widget: QWidget, stops: list[QWidget]) -> bool:
    """Whether a control is a stop, or one of a row of choices of which one is: arrows go on."""
    if widget in stops:
        return True
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and any(b in stops for b in group.buttons())


@pytest.mark.parametrize("view", list(View))
def test_tab_comes_to_every_control_that_shows_and_is_caught_by_none(
    room: Room, view: View
) -> None:
    room.window.go(where(room, view))
    room.settle()
    stops = walked(KEY.Key_Tab, Qt.KeyboardModifier.NoModifier)
    back = walked(KEY.Key_Tab, SHIFT)
    assert set(back) == set(stops)
    seen = list(controls(room.window))
    assert len(seen) > 12
    assert [said(each) for each in seen if not reached(each, stops)] == []


@pytest.mark.parametrize("view", list(View))
def test_f6_goes_round_the_panes_both_ways(room: Room, view: View) -> None:
    room.window.go(where(room, view))
    room.settle()
    page = room.window.page()
    assert page is not None
    panes = [pane for pane in page.panes() if pane.isVisible() and pane.first() is not None]
    for step, modifier in ((1, Qt.KeyboardModifier.NoModifier), (-1, SHIFT)):
        met = []
        for _ in panes:
            press(KEY.Key_F6, modifier)
            met.append(next(pane for pane in panes if pane.isAncestorOf(focused())))
        assert {id(pane) for pane in met} == {id(pane) for pane in panes}, step
    assert panes


def test_arrows_go_through_a_row_of_choices(room: Room) -> None:
    room.window.go(Place(View.CROSSTABS))
    room.settle()
    page = room.window.page()
    assert page is not None
    for row in page.findChildren(Segments):
        if not row.isVisible():
            continue
        buttons = [b for b in row.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
        chosen = next(b for b in buttons if b.isChecked())
        chosen.setFocus()
        met = {chosen.property("value")}
        for key in [*[KEY.Key_Right] * len(buttons), *[KEY.Key_Left] * len(buttons)]:
            press(key)
            met.add(focused().property("value"))
        assert met == {b.property("value") for b in buttons}, row.accessibleName()
        room.settle()


def test_arrows_go_through_the_views_on_the_rail(room: Room) -> None:
    named(room.window, "Library", QToolButton).setFocus()
    press(KEY.Key_Down)
    room.settle()
    page = room.window.page()
    assert page is not None
    assert page.view is View.READER


def test_each_command_of_the_menus_has_a_key_or_an_access_key(room: Room) -> None:
    for view in View:
        room.window.go(where(room, view))
        room.settle()
    listed = {name: menu.actions() for name, menu in room.window.menus.items()}
    assert set(listed) == set(MENUS)
    for actions in listed.values():
        for action in actions:
            if not action.isSeparator():
                assert action.shortcuts() or "&" in action.text(), action.text()
    assert sum(map(len, listed.values())) > 80


def test_menus_open_by_their_letters_and_give_the_keys_back(room: Room) -> None:
    for view in (View.CROSSTABS, View.READER):  # a menu without a command is not there
        room.window.go(where(room, view))
        room.settle()
    before = focused()
    for letter in (KEY.Key_F, KEY.Key_E, KEY.Key_V, KEY.Key_C, KEY.Key_A, KEY.Key_H):
        press(letter, ALT)
        opened = QApplication.activePopupWidget()
        assert opened is not None, letter
        QTest.keyClick(opened, KEY.Key_Escape)
        press(KEY.Key_Escape)  # once for the menu, once for the bar
        assert QApplication.activePopupWidget() is None
    assert focused() is before


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_Return])
def test_a_button_with_the_focus_is_pressed_whatever_the_key_does_in_the_view(
    room: Room, key: Qt.Key
) -> None:
    reader = room.read(PDF)
    before = reader.document
    named(reader, "Next", QAbstractButton).setFocus()
    press(key)
    room.settle()
    assert reader.document is not before, "it was pressed"
    made = room.session.reading.suggestions(room.document(PDF))
    assert {kept.decision for kept in made} == {Decision.UNDECIDED}, "and nothing was skipped"


def test_a_rule_being_written_lets_tab_pass(room: Room) -> None:
    room.window.go(where(room, View.CODEBOOK))
    room.settle()
    page = room.window.page()
    assert isinstance(page, CodebookPage)
    press(KEY.Key_R, CONTROL)
    stops = walked(KEY.Key_Tab, Qt.KeyboardModifier.NoModifier)
    assert page.parts.rule.pattern in stops
    assert [said(e) for e in controls(room.window) if not reached(e, stops)] == []
