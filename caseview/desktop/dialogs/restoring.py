"""Questions about backups and passphrases: which backup to restore, which passphrase to set."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.dialogs.frame import Dialog
from caseview.desktop.models.casebook import backup_rows
from caseview.desktop.models.records import RecordModel
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.record_table import RecordTable
from caseview.domain.backup import Backup
from caseview.domain.english import English

HEADS = (
    (English("Made"), 160),
    (English("Tags"), 80),
    (English("What it is"), None),
    (English("Size"), 90),
)


class RestoreDialog(Dialog):
    """Offers the backups there are, newest first; `chosen` hears the path of one and a passphrase.

    The passphrase is asked for where the casebook has one; it is that of the backup.
    """

    def __init__(
        self,
        parent: QWidget,
        look: Appearance,
        backups: Sequence[Backup],
        chosen: Callable[[Path, str | None], object],
        *,
        locked: bool,
    ) -> None:
        words = tr(
            "The casebook goes back to what the backup holds. What is in it now is kept beside it "
            "and listed here afterwards, so that restoring can itself be undone."
        )
        super().__init__(parent, look, tr("Restore a backup"), words)
        self.setMinimumWidth(look.px(640))
        if backups:
            self.resize(look.px(640), look.px(430))
        self._chosen = chosen
        model = RecordModel([name for name, _ in HEADS])
        self.table = RecordTable(look, tr("Backups"), model, [width for _, width in HEADS])
        self.table.show_rows(backup_rows(backups))
        self.table.opened.connect(self._restore)
        self.body.addWidget(self.table, 1)
        if not backups:
            self.table.hide()
            self.body.addWidget(
                label(tr("No backup of this casebook is in the folder for backups."))
            )
        self._field = QLineEdit()
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setAccessibleName(tr("Passphrase of the backup"))
        caption = label(tr("Passphrase of the backup"), Voice.SECONDARY)
        for part in (caption, self._field):
            self.body.addWidget(part)
            part.setVisible(locked)
        self.offer(tr("Choose another file"), self._choose)
        self.offer(tr("Cancel"))
        self.offer(tr("Restore"), self._restore, primary=True).setEnabled(bool(backups))

    def give(self, passphrase: str) -> None:
        """Put a passphrase into the field."""
        self._field.setText(passphrase)

    def _choose(self) -> None:
        found, _ = QFileDialog.getOpenFileName(
            self, tr("Choose a backup"), "", tr("Casebooks (*.casebook)")
        )
        if found:
            self._end(Path(found))

    def _restore(self) -> None:
        if isinstance(path := self.table.chosen, str):
            self._end(Path(path))

    def _end(self, path: Path) -> None:
        passphrase = self._field.text() or None
        self.accept()
        self._chosen(path, passphrase)


class LockDialog(Dialog):
    """Sets, changes or removes a passphrase; `chosen` hears the one it has and the one wanted."""

    def __init__(
        self,
        parent: QWidget,
        look: Appearance,
        chosen: Callable[[str | None, str | None], object],
        *,
        locked: bool,
    ) -> None:
        words = tr(
            "A locked casebook cannot be read without its passphrase, by anyone, and nobody can "
            "find one again that is lost. Backups made before keep the passphrase they had, or "
            "none: delete them, or keep them as safe as the casebook."
        )
        title = tr("Change or remove the passphrase") if locked else tr("Set a passphrase")
        super().__init__(parent, look, title, words)
        self._chosen = chosen
        self._locked = locked
        names = ([tr("Passphrase now")] if locked else []) + [
            tr("New passphrase"),
            tr("The same again"),
        ]
        self.fields: dict[str, QLineEdit] = {}
        for name in names:
            field = QLineEdit()
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setAccessibleName(name)
            field.textChanged.connect(lambda _typed: self._compare())
            self.body.addWidget(label(name, Voice.SECONDARY))
            self.body.addWidget(field)
            self.fields[name] = field
        self.offer(tr("Cancel"))
        self._remove = self.offer(tr("Remove it"), lambda: self._end(None))
        self._remove.setVisible(locked)
        self._set = self.offer(tr("Lock with it"), lambda: self._end(self._wanted), primary=True)
        self._compare()

    @property
    def _wanted(self) -> str:
        return self.fields["New passphrase"].text()

    def _compare(self) -> None:
        again = self.fields["The same again"].text()
        known = not self._locked or bool(self.fields["Passphrase now"].text())
        self._set.setEnabled(known and bool(again) and again == self._wanted)
        self._remove.setEnabled(known)

    def _end(self, wanted: str | None) -> None:
        now = self.fields["Passphrase now"].text() if self._locked else None
        self.accept()
        self._chosen(now, wanted)
