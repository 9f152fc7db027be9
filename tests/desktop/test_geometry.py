"""Nothing is cut and nothing overlaps, in each view, at each size, light or dark."""

import ast
import itertools
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from caseview.desktop.appearance.tokens import Scheme
from caseview.desktop.places import Place, View
from caseview.desktop.widgets.labels import OneLine
from caseview.desktop.window.window import Window
from caseview.domain.crosstab import CellAddress
from tests.desktop.driving import settle

PLACES = {
    View.LIBRARY: Place(View.LIBRARY),
    View.READER: Place(View.READER, document=10),
    View.SEARCH: Place(View.SEARCH, query="family"),
    View.CODEBOOK: Place(View.CODEBOOK, themes=("workload",)),
    View.CROSSTABS: Place(View.CROSSTABS, cell=CellAddress("workload", "dhr")),
    View.RECOMMENDATIONS: Place(View.RECOMMENDATIONS),
    View.SUMMARIES: Place(View.SUMMARIES, themes=("workload", "repeat_contacts")),
    View.AGREEMENT: Place(View.AGREEMENT),
    View.CASEBOOK: Place(View.CASEBOOK),
}
SIZES = ((1366, 720), (1280, 600), (1024, 600))
PACKAGE = Path(__file__).parents[2] / "caseview" / "desktop"
MOCKED = re.compile(
    r"Adult [DJK]\b|Northmoor|Harrowdale|Eastvale|Stonebridge|Westmere|Tarrant|Ms C\. Obi|Tomasz"
    r"|Child [MP]\b|Family R\b|Young Person F|Offender 12|\bMr L\b|9,870|\b323\b|\b411\b|\b228\b"
)


def whole(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def cut(widget: QWidget) -> bool:
    """Whether a widget has less room than its words need."""
    if isinstance(widget, OneLine):
        return widget.width() < 20
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() + 1 < widget.heightForWidth(widget.width())
    if isinstance(widget, QLabel | QAbstractButton) and not widget.text():
        return False
    if isinstance(widget, QLabel | QAbstractButton):
        hint = widget.minimumSizeHint()
        return widget.width() + 1 < hint.width() or widget.height() + 1 < hint.height()
    return False


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", list(PLACES))
def test_no_words_are_cut_and_nothing_overlaps(
    window: Window, qtbot: QtBot, view: View, size: tuple[int, int]
) -> None:
    look_closely(window, qtbot, PLACES[view], size)


@pytest.mark.parametrize("percent", [115, 130, 150])
@pytest.mark.parametrize("view", list(PLACES))
def test_dark_and_larger_text_cut_nothing_either(
    window: Window, qtbot: QtBot, view: View, percent: int
) -> None:
    window.look.choose(Scheme.DARK)
    window.look.resize(percent)
    look_closely(window, qtbot, PLACES[view], SIZES[0])
    window.look.resize(100)


def look_closely(window: Window, qtbot: QtBot, place: Place, size: tuple[int, int]) -> None:
    window.resize(*size)
    window.go(place)
    settle(window, qtbot)
    kinds = QLabel | QAbstractButton | QLineEdit | QComboBox
    shown = [
        w
        for w in window.findChildren(QWidget)
        if isinstance(w, kinds) and w.isVisible() and not w.visibleRegion().isEmpty()
    ]
    assert len(shown) > 15
    assert window.size().toTuple() == size
    for widget in shown:
        assert not cut(widget), f"cut: {_said(widget)} {widget.size()}"
        inside = window.rect().contains(whole(widget, window))
        scrolls = whole(widget, window).intersects(window.rect())
        assert inside or scrolls, f"outside: {_said(widget)}"
    for one, other in itertools.combinations(shown, 2):
        if one.parent() is other.parent():
            both = whole(one, window).intersected(whole(other, window))
            assert both.isEmpty() or both.width() < 2, f"overlap: {_said(one)}, {_said(other)}"


def test_the_primary_button_shows_at_the_smallest_size(window: Window, qtbot: QtBot) -> None:
    window.resize(1024, 600)
    for place in PLACES.values():
        window.go(place)
        settle(window, qtbot)
        primary = [
            b
            for b in window.findChildren(QAbstractButton)
            if b.property("role") == "primary" and b.isVisible()
        ]
        assert primary
        assert any(window.rect().contains(whole(b, window)) for b in primary)


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.name)
def test_no_name_or_number_of_a_mock_up_is_in_the_code(path: Path) -> None:
    assert not MOCKED.search(path.read_text(encoding="utf-8"))


BANNED = re.compile(
    r"\b(nodes?|entit(y|ies)|corpus|AI|metadata|sync|invalid|failed to|please|oops|error)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.name)
def test_words_on_screen_are_plain(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    said = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
    ]
    for words in said:
        assert not (" " in words and BANNED.search(words)), words


def _said(widget: QWidget) -> str:
    words = widget.property("text") or widget.accessibleName()
    return f"{type(widget).__name__} “{words}”"
