"""The rail: the views by icon and word, and nothing but icons where the window is narrow."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLayout, QToolButton, QVBoxLayout
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.places import View
from caseview.desktop.tongue import tr

WIDE, NARROW = 124, 56  # the longest English word of the rail fits at every size
BESIDE = 24
LABELS_FROM = 1100
HIGH, WITH_WORDS, GAP, MARGIN = 52, 46, 3, 10


class Rail(QFrame):
    """Buttons for the views; `chosen(View)` tells which is wanted."""

    chosen = Signal(object)

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._group = QButtonGroup(self)
        self._buttons: dict[View, tuple[QToolButton, str]] = {}
        self._wide = True
        self.setObjectName("rail")
        self.setAccessibleName(tr("Views"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, MARGIN, 4, MARGIN)
        self._column.setSpacing(GAP)
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._column.addStretch(1)
        self.set_wide(wide=True)

    def add(self, view: View, words: str, icon: str, keys: str) -> None:
        """Add a view below those there are, the Casebook at the foot."""
        button = QToolButton()
        words = tr(words)
        button.setText(words)
        button.setCheckable(True)
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({keys})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked, view=view: self.chosen.emit(view))
        self._group.addButton(button)
        self._buttons[view] = (button, icon)
        if view is View.CASEBOOK:  # what is about the file stands apart from the work on it
            self._column.addWidget(button)
        else:
            self._column.insertWidget(self._column.count() - 1, button)
        self._dress()

    def mark(self, view: View) -> None:
        """Show which view one is in."""
        self._buttons[view][0].setChecked(True)
        self._dress()

    def views(self) -> Iterable[View]:
        """Return the views in order."""
        return tuple(self._buttons)

    def set_wide(self, *, wide: bool) -> None:
        """Show words under the icons, or icons alone."""
        self._wide = wide
        self.setFixedWidth(self._width() if wide else self._look.px(NARROW))
        self._fit()

    def _width(self) -> int:
        """Return the width that the longest word takes, which another language may have longer."""
        metrics = QFontMetrics(self._look.font(11, QFont.Weight.DemiBold))
        words = (metrics.horizontalAdvance(button.text()) for button, _ in self._buttons.values())
        return max(self._look.px(WIDE), max(words, default=0) + self._look.px(BESIDE))

    def _fit(self) -> None:
        """Give every view its share of the height; where words have no room, icons alone."""
        share = (self.height() - 2 * MARGIN) // max(1, len(self._buttons)) - GAP
        high = max(self._look.px(24), min(self._look.px(HIGH), share))
        words = self._wide and high >= self._look.px(WITH_WORDS)
        style = Qt.ToolButtonStyle
        for button, _ in self._buttons.values():
            button.setToolButtonStyle(
                style.ToolButtonTextUnderIcon if words else style.ToolButtonIconOnly
            )
            button.setFixedSize(self.width() - 8, high)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        self.set_wide(wide=self._wide)
        for button, icon in self._buttons.values():
            colour = "rail_here_text" if button.isChecked() else "rail_text"
            button.setIcon(self._look.icon(icon, colour, 20))
            button.setIconSize(QSize(self._look.px(20), self._look.px(20)))
