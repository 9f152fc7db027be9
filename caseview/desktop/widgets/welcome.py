"""The first thing one sees: three ways in, one's initials, and the casebooks opened last."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.notices import Banner
from caseview.desktop.widgets.panes import Pane, row

MOST_RECENT = 6


class Welcome(QWidget):
    """Asks how to begin; `sample()`, `start()`, `open()` and `recent(Path)` tell what was chosen.

    Nothing is chosen before initials stand in their field: they go on every tag.
    """

    sample = Signal()
    start = Signal()
    open = Signal()
    recent = Signal(object)

    def __init__(self, look: Appearance, initials: str, recent: Sequence[Path]) -> None:
        super().__init__()
        self.setAccessibleName(tr("Welcome"))
        self._look = look
        pane = Pane(tr("Begin"), margins=28)
        pane.setFixedWidth(look.px(620))
        pane.column.setSpacing(12)
        pane.column.addWidget(label(tr("CaseView"), Voice.TITLE))
        pane.column.addWidget(
            label(
                tr(
                    "Read reviews, tag what recurs, and show where every figure comes from. "
                    "Nothing leaves this laptop."
                ),
                wrap=True,
            )
        )
        self._initials = QLineEdit(initials)
        self._initials.setAccessibleName(tr("Your initials"))
        self._initials.setMaxLength(12)
        self._initials.setFixedWidth(look.px(110))
        self._ask = Banner(look, "plain")
        asked = row(label(tr("Your initials"), Voice.STRONG), self._initials, 4)
        asked.addWidget(label(tr("They go on every tag you make."), Voice.SECONDARY), 1)
        pane.column.addLayout(asked)
        pane.column.addWidget(self._ask)
        self._buttons(pane, has_recent=bool(recent))
        self._list(pane, recent)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(row(None, pane, None))
        column.addStretch(3)

    @property
    def initials(self) -> str:
        """What stands in the field, in capitals."""
        return self._initials.text().strip().upper()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.initials:
            self._first.setFocus()
        else:
            self._initials.setFocus()

    def _buttons(self, pane: Pane, *, has_recent: bool) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        for words, signal, icon in (
            (tr("Open the sample casebook"), self.sample, "book-open"),
            (tr("Start a casebook"), self.start, "file-plus"),
            (tr("Open a casebook"), self.open, "folder-open"),
        ):
            primary = signal is self.sample and not has_recent
            button = Button(self._look, words, Role.PRIMARY if primary else Role.PLAIN, icon=icon)
            button.setDefault(primary)
            button.clicked.connect(lambda _checked, signal=signal: self._choose(signal.emit))
            line.addWidget(button)
            if signal is self.sample:
                self._first = button
        line.addStretch(1)
        pane.column.addLayout(line)
        self._initials.returnPressed.connect(lambda: self._choose(self.sample.emit))

    def _list(self, pane: Pane, recent: Sequence[Path]) -> None:
        if not recent:
            return
        pane.column.addWidget(label(tr("OPENED LAST"), Voice.CAPTION))
        for path in recent[:MOST_RECENT]:
            button = Button(self._look, path.stem, Role.LINK, icon="archive")
            button.setToolTip(str(path))
            button.clicked.connect(lambda _checked, path=path: self._choose(self.recent.emit, path))
            pane.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _choose(self, tell: Callable[..., object], *what: Path) -> None:
        if not self.initials:
            self._ask.say(tr("Type your initials first."), tr("Two or three letters are enough."))
            self._initials.setFocus()
            return
        tell(*what)
