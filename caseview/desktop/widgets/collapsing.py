"""Panes side by side while there is room, one at a time with a switch where there is not."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Segments
from caseview.desktop.widgets.panes import Pane

GAP = 10
LEAST = 470
WIDEST = 16_777_215


class Panes(QWidget):
    """Holds the panes of a view, each with its name; one of them without a fixed width.

    That one is the work and takes the room left; the others keep their width at every size of the
    interface. Where the work would have less than `least` pixels at 100 per cent, one pane shows
    at a time and a switch above says which. `turned()` tells that other panes show.
    """

    turned = Signal()

    def __init__(
        self, look: Appearance, panes: Sequence[tuple[str, QWidget]], *, least: int = LEAST
    ) -> None:
        super().__init__()
        self._look = look
        self._panes = dict(panes)
        self._widths = {name: _fixed(pane) * 100 / look.percent for name, pane in panes}
        self._work = next(name for name, width in self._widths.items() if not width)
        self._least = least
        self._wanted = dict.fromkeys(self._panes, True)
        self._one = False
        self._switch = Segments(look, tr("Show"), [(name, name) for name, _ in panes])
        self._switch.choose(self._work)
        self._switch.chosen.connect(lambda _name: self._turn())
        side = QHBoxLayout()
        side.setSpacing(GAP)
        for name, pane in self._panes.items():
            side.addWidget(pane, 1 if name == self._work else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self._switch)
        column.addLayout(side, 1)
        look.changed.connect(self._measure)
        self._turn()

    @property
    def one_at_a_time(self) -> bool:
        """Whether there is room for one pane only."""
        return self._one

    @property
    def shows_work(self) -> bool:
        """Whether the work is in front, alone or beside others."""
        return not self._one or self._switch.value == self._work

    def show_pane(self, name: str) -> None:
        """Bring a pane to the front. Raises KeyError when there is none of this name."""
        self._wanted[name] = True
        self._switch.choose(name)
        self._measure()

    def bring_back(self, name: str) -> None:
        """Show a pane again where there is room for it, whatever is in front. Raises KeyError."""
        self._wanted[name] = True
        self._measure()

    def hide_pane(self, name: str) -> None:
        """Take a pane away; the work comes to the front. Raises KeyError for another name."""
        self._wanted[name] = False
        self._switch.choose(self._work)
        self._measure()

    def set_width(self, name: str, width: int) -> None:
        """Give a pane another width, in pixels at the size in force. Raises KeyError for none."""
        self._widths[name] = width * 100 / self._look.percent
        self._measure()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(300, 160)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        taken = sum(
            self._scaled(width) + GAP
            for name, width in self._widths.items()
            if width and self._wanted[name]
        )
        self._one = taken > 0 and self.width() - taken < self._look.px(self._least)
        self._turn()

    def _turn(self) -> None:
        focused: QWidget | None = QApplication.focusWidget()
        self._show_panes()
        if focused is not None and self.isAncestorOf(focused) and not focused.isVisibleTo(self):
            self._hold_focus()
        self.turned.emit()

    def _hold_focus(self) -> None:
        """Give the keys of a pane that went to the one in front."""
        front = self._panes[self._switch.value]
        first = front.first() if isinstance(front, Pane) else front
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_panes(self) -> None:
        for name, pane in self._panes.items():
            width = self._scaled(self._widths[name])
            pane.setMinimumWidth(0 if self._one else width)
            pane.setMaximumWidth(width if width and not self._one else WIDEST)
            front = not self._one or name == self._switch.value
            pane.setVisible(self._wanted[name] and front)
            self._switch.offer(name, shown=self._wanted[name])
        self._switch.setVisible(self._one)

    def _scaled(self, width: float) -> int:
        return round(width * self._look.percent / 100)


def _fixed(pane: QWidget) -> int:
    """Return the width a pane was fixed to, 0 where it was not."""
    return pane.maximumWidth() if pane.minimumWidth() == pane.maximumWidth() else 0
