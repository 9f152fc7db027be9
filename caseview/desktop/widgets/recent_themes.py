"""The themes given last, with the figure that gives each again."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.chips import ThemeLine
from caseview.desktop.widgets.labels import Voice, cap, label
from caseview.desktop.widgets.panes import row
from caseview.domain.tag import Tag

MOST = 9


class RecentThemes(QWidget):
    """Up to nine themes, the last given first; `changed()` tells when the order has changed."""

    changed = Signal()

    def __init__(self, look: Appearance, book: ThemeBook) -> None:
        super().__init__()
        self._look = look
        self._book = book
        self._themes: list[str] = []
        self._lines: list[ThemeLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 6, 8, 10)
        self._column.setSpacing(5)
        self._column.addWidget(label(tr("RECENT THEMES"), Voice.CAPTION))
        self.hide()

    @property
    def themes(self) -> tuple[str, ...]:
        """The ids, the last given first."""
        return tuple(self._themes)

    def given(self, theme: str) -> None:
        """Put a theme at the front; one already among the figures keeps its figure."""
        if theme in self._themes[:MOST]:
            return
        self._themes = [theme, *self._themes][:MOST]
        self._show()
        self.changed.emit()

    def begin_with(self, tags: Sequence[Tag]) -> None:
        """Begin with the themes of these tags, the last made first, where none was given yet."""
        if self._themes or not tags:
            return
        latest = sorted(tags, key=lambda tag: tag.made_at, reverse=True)
        self._themes = list(dict.fromkeys(tag.theme for tag in latest))[:MOST]
        self._show()

    def theme(self, figure: int) -> str | None:
        """Return the theme of a figure from 1, None where there is none."""
        return self._themes[figure - 1] if figure <= len(self._themes) else None

    def _show(self) -> None:
        """Reword the lines there are: new ones would cost more than all a decision shows."""
        for figure in range(len(self._lines) + 1, len(self._themes) + 1):
            made = ThemeLine(self._look, self._book.face(self._themes[figure - 1]))
            line = row(cap(str(figure)), spacing=6)
            line.addWidget(made, 1)
            self._column.addLayout(line)
            self._lines.append(made)
        for shown, theme in zip(self._lines, self._themes, strict=True):
            shown.show_face(self._book.face(theme))
        self.show()
