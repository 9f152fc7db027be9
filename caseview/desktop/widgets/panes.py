"""Panes: the bordered parts of a view, and lines between their parts."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from caseview.desktop.tongue import told


class Pane(QFrame):
    """A bordered part of a view that F6 goes to; `name` is spoken."""

    def __init__(self, name: str, *, sunken: bool = False, margins: int = 12) -> None:
        super().__init__()
        self.setProperty("pane", "sunken" if sunken else "true")
        self.setAccessibleName(told(name))
        self.main: QWidget | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margins, margins, margins, margins)
        self.column.setSpacing(8)

    def first(self) -> QWidget | None:
        """Return the widget that takes the focus first: `main`, else the first that can.

        Of a stack it is what lies on top. (A focus proxy would do it, but Tab that comes to a stack
        made after what lies on it would go back to there for ever.)
        """
        main = self.main.currentWidget() if isinstance(self.main, QStackedWidget) else self.main
        if main is not None and main.isVisibleTo(self) and _takes_focus(main):
            return main
        for child in self.findChildren(QWidget):
            if child.isVisibleTo(self) and _takes_focus(child):
                return child
        return None


def _takes_focus(widget: QWidget) -> bool:
    held = widget.focusProxy() or widget
    return bool(held.focusPolicy() & Qt.FocusPolicy.TabFocus) and held.isEnabled()


def line(where: str = "below") -> tuple[QFrame, QHBoxLayout]:
    """Return a strip with a hairline "below" or "above" it, and its row."""
    strip = QFrame()
    strip.setProperty("line", where)
    row = QHBoxLayout(strip)
    row.setContentsMargins(12, 8, 12, 8)
    row.setSpacing(8)
    return strip, row


def row(*parts: QWidget | int | None, spacing: int = 8) -> QHBoxLayout:
    """Return widgets side by side; None is a stretch, a number that many pixels."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for part in parts:
        if part is None:
            made.addStretch(1)
        elif isinstance(part, int):
            made.addSpacing(part)
        else:
            made.addWidget(part)
    return made


def scrolled(inside: QWidget) -> QScrollArea:
    """Return `inside` in an area that scrolls up and down."""
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    return area


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            emptied(inner)


def focus_next(panes: Iterable[Pane], step: int) -> None:
    """Move the focus to the pane `step` on from the one that has it."""
    open_panes = [pane for pane in panes if pane.isVisible() and pane.first() is not None]
    if not open_panes:
        return
    focused: QWidget | None = QApplication.focusWidget()
    here = None
    if focused is not None:
        here = next((n for n, pane in enumerate(open_panes) if pane.isAncestorOf(focused)), None)
    goal = open_panes[0] if here is None else open_panes[(here + step) % len(open_panes)]
    if (widget := goal.first()) is not None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
