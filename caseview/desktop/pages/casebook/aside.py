"""The pane at the right of the Casebook view: backup, marking, how this was done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.labels import OneLine, Voice, label
from caseview.desktop.widgets.panes import Pane, row, scrolled
from caseview.domain.backup import BackupState, said_of
from caseview.domain.casebook_settings import MARKINGS
from caseview.domain.english import English

WIDTH = 330
NO_FOLDER = English("No folder chosen")


class Aside(Pane):
    """Tells where backups go, which marking stands on every page, and how the work was done.

    `folder_wanted()` asks for another folder, `restore_wanted()` for the list of backups,
    `marked(str)` tells of another marking, `told(str)` a line for the status bar.
    """

    folder_wanted = Signal()
    restore_wanted = Signal()
    marked = Signal(str)
    told = Signal(str)

    def __init__(self, look: Appearance) -> None:
        super().__init__(tr("Backup and marking"), margins=1)
        self.setFixedWidth(look.px(WIDTH))
        self._look = look
        self._folder = OneLine(NO_FOLDER, Voice.BODY)
        self._state = label("", Voice.SECONDARY, wrap=True)
        self._marking = QComboBox()
        self._known = ""
        self._said = label("", Voice.SECONDARY, wrap=True)
        self._method = QPlainTextEdit()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        self._lay_out_backup(column)
        column.addSpacing(6)
        self._lay_out_marking(column)
        column.addSpacing(6)
        self._lay_out_method(column)
        self.column.addWidget(scrolled(inside))

    def _lay_out_backup(self, column: QVBoxLayout) -> None:
        change = Button(self._look, tr("Change"), Role.LINK, icon="folder-open")
        change.setAccessibleName(tr("Change the folder for backups"))
        change.clicked.connect(lambda _checked: self.folder_wanted.emit())
        restore = Button(self._look, tr("Restore a backup"), icon="rotate-ccw")
        restore.clicked.connect(lambda _checked: self.restore_wanted.emit())
        folder = row(label(tr("Backup"), Voice.PANE), None, change)
        column.addLayout(folder)
        column.addWidget(self._folder)
        column.addWidget(self._state)
        column.addWidget(_soft(tr("Made once a day on closing; the newest ten are kept.")))
        column.addLayout(row(restore, None))

    def _lay_out_marking(self, column: QVBoxLayout) -> None:
        self._marking.setEditable(True)
        self._marking.setAccessibleName(tr("Marking"))
        self._marking.addItems(["", *MARKINGS])
        if (field := self._marking.lineEdit()) is not None:
            field.setPlaceholderText(tr("None"))
            field.setAccessibleName(tr("Marking"))
            field.editingFinished.connect(self._mark)
        self._marking.activated.connect(lambda _at: self._mark())
        column.addWidget(label(tr("Marking"), Voice.PANE))
        column.addWidget(self._marking)
        column.addWidget(self._said)

    def _lay_out_method(self, column: QVBoxLayout) -> None:
        self._method.setProperty("box", "true")
        self._method.setReadOnly(True)
        self._method.setTabChangesFocus(True)
        self._method.setAccessibleName(tr("How this was done"))
        self._method.setMinimumHeight(self._look.px(110))
        self._method.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        copy = Button(self._look, tr("Copy"), Role.LINK, icon="copy")
        copy.setAccessibleName(tr("Copy how this was done"))
        copy.clicked.connect(lambda _checked: self._copy())
        column.addLayout(row(label(tr("How this was done"), Voice.PANE), None, copy))
        column.addWidget(self._method, 1)

    @property
    def method(self) -> str:
        """The paragraph shown."""
        return self._method.toPlainText()

    def show_backup(self, state: BackupState) -> None:
        """Show where backups go and when the last was made."""
        self._folder.say(state.folder or tr(NO_FOLDER))
        self._state.setText(told(said_of(state)))

    def show_marking(self, marking: str) -> None:
        """Show the marking, unless another one is being typed."""
        self._known = marking
        if (field := self._marking.lineEdit()) is not None and not field.hasFocus():
            self._marking.setCurrentText(marking)
        self._said.setText(
            tr("This casebook is marked {0}. The marking goes on every page.", marking)
            if marking
            else tr("This casebook has no marking.")
        )

    def show_method(self, words: str) -> None:
        """Show how the work was done."""
        self._method.setPlainText(words)

    def _mark(self) -> None:
        wanted = self._marking.currentText().strip()
        if wanted != self._known:
            self._known = wanted
            self.marked.emit(wanted)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.method)
        self.told.emit(tr("Copied how this was done, ready for your annex."))


def _soft(words: str) -> QWidget:
    return label(words, Voice.SECONDARY, wrap=True)
