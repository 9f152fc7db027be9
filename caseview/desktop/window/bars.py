"""The bar above with menus and search, and the status bar below."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPushButton,
    QSizePolicy,
)
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.buttons import Role
from caseview.desktop.widgets.labels import OneLine, Voice, cap, label


class SearchBox(QLineEdit):
    """The search over every document; Enter asks, Esc gives the focus back."""

    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class TopBar(QFrame):
    """Menus, the search box, and the promise that nothing leaves the laptop."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("topbar")
        self.setFixedHeight(look.px(44))
        self.menus = QMenuBar()
        self.menus.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.menus.setNativeMenuBar(False)
        self.search = SearchBox()
        self.search.setPlaceholderText(tr("Search every document"))
        self.search.setAccessibleName(tr("Search every document"))
        self.search.setMaximumWidth(look.px(330))
        self._glass = QAction(self)
        self.search.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._shield = QLabel()
        self._promise = label(tr("Nothing leaves this laptop"), Voice.SECONDARY)
        self.marking = label("", Voice.MARKING)
        self.marking.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 0, 14, 0)
        line.setSpacing(7)
        line.addWidget(self.menus)
        line.addStretch(1)
        line.addWidget(self.search, 2)
        line.addWidget(cap("Ctrl+E"))
        line.addStretch(1)
        line.addWidget(self._shield)
        line.addWidget(self._promise)
        line.addSpacing(5)
        line.addWidget(self.marking)
        self._dress()

    def mark(self, marking: str) -> None:
        """Show the protective marking, or none."""
        self.marking.setText(marking)
        self.marking.setVisible(bool(marking))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        self._glass.setIcon(self._look.icon("search", "text3", 16))
        self._shield.setPixmap(self._look.picture("shield-check", "ok", 16))


class StatusBar(QFrame):
    """What is selected and a hint; work under way; saved; coder; size of text."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("statusbar")
        self.setAccessibleName(tr("Status"))
        self.setFixedHeight(look.px(28))
        self._said = OneLine("", Voice.SECONDARY)
        self.under_way = QPushButton()
        self.under_way.setProperty("role", Role.LINK)
        self.under_way.setAccessibleName(tr("Work under way"))
        self.under_way.hide()
        self._tick = QLabel()
        self._saved = label("", Voice.SECONDARY)
        self._backup = label("", Voice.SECONDARY)
        self._coder = label("", Voice.SECONDARY)
        self._size = label("", Voice.SECONDARY)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 0, 14, 0)
        line.setSpacing(8)
        line.addWidget(self._said, 1)
        line.addWidget(self.under_way)
        for part in (self._tick, self._saved, 6, self._backup, 6, self._coder, 6, self._size):
            if isinstance(part, int):
                line.addSpacing(part)
            else:
                line.addWidget(part)
        self._tick.hide()
        self.show_size(look.percent)

    def say(self, words: str) -> None:
        """Show what is selected, or a hint."""
        self._said.say(words)

    def saved(self) -> None:
        """Show that a change was written just now."""
        self._dress()
        self._tick.show()
        clock = datetime.now().astimezone().strftime("%H:%M")
        self._saved.setText(tr("Saved {0}", clock))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        self._tick.setPixmap(self._look.picture("circle-check", "ok", 14))

    def show_backup(self, words: str) -> None:
        """Show when the casebook was backed up, or for how long it was not."""
        words = told(words)
        self._backup.setText(words)
        self._backup.setAccessibleName(words)

    def show_coder(self, initials: str) -> None:
        """Show who works."""
        self._coder.setText(tr("Coder: {0}", initials) if initials else "")

    def show_size(self, percent: int) -> None:
        """Show the size of the interface."""
        self._size.setText(f"{percent}%")
