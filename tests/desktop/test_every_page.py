"""Every page over a real casebook: each part has a name, each cell speaks, no number is made up."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QWidget
from pytestqt.qtbot import QtBot

from caseview.desktop.pages.agreement.page import AgreementPage
from caseview.desktop.places import Place, View
from caseview.desktop.window.views import VIEWS
from caseview.domain.tag import Tag
from tests.desktop.driving import settle
from tests.desktop.real_casebook import CODER, PDF, Room, doorway, open_room

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
LOOKED_AT = 60
"""Rows of each model that are looked at; a model says all its rows in the same way."""

FIXED = re.compile(r"\b(?:F\d{1,2}|Ctrl\+\d|100%|\d\d:\d\d|Word 97)\b|%")
"""Figures that belong to the program: keys, its own size, the time of day."""


def places(room: Room) -> dict[View, Place]:
    """Return where each view shows as much as it can."""
    known = {view: Place(view) for view in VIEWS}
    document = room.document(PDF)
    session = room.session
    suggested = session.reading.suggestions(document)
    session.deciding.accept(suggested[0].id)
    tags: tuple[Tag, ...] = session.reading.tags(document)
    known[View.READER] = Place(View.READER, document=document)
    known[View.SEARCH] = Place(View.SEARCH, query="hospital")
    known[View.SUMMARIES] = Place(View.SUMMARIES, themes=(tags[0].theme,))
    return known


def walk(room: Room) -> Iterator[View]:
    """Go to each view in turn."""
    for view, place in places(room).items():
        room.window.go(place)
        room.settle()
        if isinstance(page := room.window.page(), AgreementPage):
            page.show_tab("rules")  # there is no second coder to show
            room.settle()
        yield view


def cells(model: QAbstractItemModel) -> Iterator[QModelIndex]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(min(LOOKED_AT, model.rowCount())):
        for column in range(columns):
            yield model.index(row, column)


def test_every_part_that_takes_the_focus_has_a_name(room: Room) -> None:
    looked_at = 0
    for view in walk(room):
        for widget in room.window.findChildren(QWidget):
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and widget.isVisible() and widget.isEnabled():
                looked_at += 1
                assert widget.accessibleName().strip(), f"{view}: {widget}"
    assert looked_at > 10 * len(VIEWS)


def test_every_cell_of_every_list_and_table_is_spoken(room: Room) -> None:
    rows: dict[str, int] = {}
    for view in walk(room):
        page = room.window.page()
        assert page is not None
        for shown in page.findChildren(QAbstractItemView):
            model = shown.model()
            if not shown.accessibleName():
                continue
            name = f"{view}: {shown.accessibleName()}"
            rows[name] = model.rowCount()
            for index in cells(model):
                spoken = model.data(index, SPOKEN)
                where = f"{name}, row {index.row()}, column {index.column()}"
                assert isinstance(spoken, str), where
                assert spoken.strip(), where
    filled = {name.partition(":")[0] for name, held in rows.items() if held}
    assert filled == {str(view) for view in VIEWS}, rows


def numbers(widget: QWidget) -> list[str]:
    """Return the figures somebody sees under a widget, without those of the program itself."""
    words = [
        str(part.property("text") or "")
        for part in widget.findChildren(QWidget)
        if isinstance(part, QLabel | QAbstractButton) and part.isVisible()
    ]
    return [n for text in words for n in re.findall(r"\d[\d,.]*", FIXED.sub(" ", text)) if n != "0"]


@pytest.fixture
def empty(tmp_path: Path, qtbot: QtBot) -> Room:
    """A window on a real casebook with nothing in it."""
    path = tmp_path / "Nothing.casebook"
    doorway(tmp_path).start(path, coder=CODER, passphrase=None).close()
    return open_room(tmp_path, path, qtbot)


def test_pages_of_an_empty_casebook_hold_no_number(empty: Room) -> None:
    for view in VIEWS:
        if view is View.CODEBOOK:  # it comes filled: what it counts is the codebook itself
            continue
        empty.window.go(Place(view))
        empty.settle()
        page = empty.window.page()
        assert page is not None
        # How large the file is and when it was made is true of an empty casebook, too.
        true = re.findall(r"\d[\d,.]*", page.facts.words) if view is View.CASEBOOK else []
        assert [n for n in numbers(page) if n not in true] == [], f"{view}: {numbers(page)}"


def test_a_number_that_a_page_makes_up_would_be_found(empty: Room, qtbot: QtBot) -> None:
    empty.window.go(Place(View.LIBRARY))
    settle(empty.window, qtbot)
    page = empty.window.page()
    assert page is not None
    planted = QLabel("323 reviews, 9,870 suggestions", page)
    planted.show()
    assert numbers(page) == ["323", "9,870"]
