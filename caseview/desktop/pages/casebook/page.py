"""The Casebook view: restore points, backup, marking, the team's lists, and how it was done."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from caseview.counting.flow_wording import flow_sentences
from caseview.desktop.desk import Desk
from caseview.desktop.dialogs.asking import QuestionDialog
from caseview.desktop.dialogs.restoring import RestoreDialog
from caseview.desktop.models import casebook as rows
from caseview.desktop.models.casebook import Section
from caseview.desktop.pages.casebook.aside import Aside
from caseview.desktop.pages.casebook.known import Known, read
from caseview.desktop.pages.casebook.parts import Imports, Points, Screening, Settings, Table
from caseview.desktop.places import View
from caseview.desktop.session.session import Session
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.collapsing import Panes
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.notices import Banner
from caseview.desktop.widgets.page import GAP, Page
from caseview.desktop.widgets.panes import Pane
from caseview.domain.backup import Backup, BackupState, said_of
from caseview.domain.changes import Changes
from caseview.domain.english import English, run_on


class CasebookPage(Page):
    """What keeps the casebook safe and in order."""

    view = View.CASEBOOK
    name = English("Casebook")
    icon = "archive"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._known: Known | None = None
        self.sections = QListWidget()
        self.points = Points(self.look)
        self._holds = label("", Voice.BODY, wrap=True)
        self.coders = Table(
            self.look, Section.CODERS, _CODERS, tr("Nobody has changed anything yet.")
        )
        self.attributes = Table(
            self.look, Section.ATTRIBUTES, _ATTRIBUTES, tr("Nothing is recorded of any review yet.")
        )
        self.screening = Screening(self.look)
        self.imports = Imports(self.look)
        self.log = Table(self.look, Section.LOG, _LOG, tr("Nothing has been done yet."))
        self.settings = Settings(self.look)
        self.aside = Aside(self.look)
        self._banner = Banner(self.look)
        self._middle = QStackedWidget()
        self._lay_out()
        self._connect()

    @override
    def refresh(self) -> None:
        shelf = self.desk.shelf

        self.desk.read(
            tr("Read the Casebook view"), lambda s: read(s, shelf), self._show, name="casebook"
        )
        self.desk.read(
            tr("Tell how the work was done"),
            lambda session: session.keeping.method(),
            self.aside.show_method,
            name="casebook method",
        )

    @override
    def focus_first(self) -> None:
        self.sections.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, section: Section) -> None:
        """Show a section."""
        self.sections.setCurrentRow(list(Section).index(section))

    def back_up(self) -> None:
        """Back up now; asks for a folder first where none is chosen."""
        if self._known is None or not self._known.backup.folder:
            self.choose_folder()
            return
        self.desk.events.say(tr("Backing up…"))
        self.desk.read(
            tr("Back up the casebook"), lambda s: s.keeping.backups().make(), self._backed_up
        )

    def choose_folder(self) -> None:
        """Ask where backups go on this computer."""
        found = QFileDialog.getExistingDirectory(self, tr("Choose the folder for backups"))
        if found:
            self.back_up_in(Path(found))

    def back_up_in(self, folder: Path) -> None:
        """Remember a folder for backups and back up into it."""

        def work(session: Session) -> BackupState:
            backups = session.keeping.backups()
            backups.choose(folder)
            return backups.make()

        self.desk.events.say(tr("Backing up…"))
        self.desk.read(tr("Back up the casebook"), work, self._backed_up)

    def _backed_up(self, state: BackupState) -> None:
        self.desk.events.say(tr("Backed up, and the copy opens. {0}", said_of(state)))
        self.desk.events.backed_up.emit(state)
        self.refresh()

    def _lay_out(self) -> None:
        merge = Button(self.look, tr("Merge a casebook"), icon="git-compare")
        merge.clicked.connect(
            lambda _checked: self.desk.commands.action("casebook.merge").trigger()
        )
        now = Button(self.look, tr("Back up now"), Role.PRIMARY, icon="save")
        now.clicked.connect(lambda _checked: self.back_up())
        self.buttons.addWidget(merge)
        self.buttons.addWidget(now)
        merge.setVisible(any(key.id == "casebook.merge" for key, _ in self.desk.commands.bound()))
        left = Pane(tr("Sections"), margins=10)
        left.setFixedWidth(self.look.px(168))
        left.column.addWidget(label(tr("Sections"), Voice.PANE))
        left.column.addWidget(self.sections)
        left.main = self.sections
        self.sections.setAccessibleName(tr("Sections"))
        for section in Section:
            item = QListWidgetItem(tr(section))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, tr(section))
            self.sections.addItem(item)
        self.look.changed.connect(self._measure)
        self._measure()
        self.points.column.insertWidget(0, self._holds)
        for part in (
            self.points,
            self.coders,
            self.attributes,
            self.screening,
            self.imports,
            self.log,
            self.settings,
        ):
            self._middle.addWidget(part)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._banner)
        column.addWidget(self._middle, 1)
        panes = [
            (tr("Sections"), left),
            (tr("Casebook"), centre),
            (tr("Backup and marking"), self.aside),
        ]
        self.body.addWidget(Panes(self.look, panes, least=400), 1)

    def _measure(self) -> None:
        for at in range(self.sections.count()):
            self.sections.item(at).setSizeHint(QSize(40, self.look.px(32)))

    def _connect(self) -> None:
        self.sections.currentRowChanged.connect(self._middle.setCurrentIndex)
        self.sections.setCurrentRow(0)
        self.points.wanted.connect(self._ask_to_go_back)
        self.screening.changed.connect(lambda some: self._set(screening_reasons=some))
        self.settings.threshold.connect(lambda number: self._set(small_numbers=number))
        self.aside.marked.connect(lambda words: self._set(marking=words))
        self.aside.folder_wanted.connect(self.choose_folder)
        self.aside.restore_wanted.connect(self._list_backups)
        self.aside.told.connect(self.desk.events.say)
        self.imports.export_wanted.connect(self._save_imports)
        self.settings.lock_wanted.connect(self._lock)

    def _show(self, known: Known) -> None:
        self._known = known
        info, team = known.info, known.settings
        self.facts.say(rows.facts(info))
        self._holds.setText(rows.holds(info))
        self.points.show_points(rows.point_rows(known.points))
        self.coders.show_rows(rows.coder_rows(known.coders))
        self.attributes.show_rows(rows.attribute_rows(known.reviews))
        reasons = team.screening_reasons
        self.screening.say(told(run_on(flow_sentences(known.flow))))
        self.screening.show_reasons(rows.screening_rows(known.reviews, reasons), reasons)
        self.imports.show_outcomes(known.outcomes)
        self.log.show_rows(rows.log_rows(known.log, known.reviews))
        self.settings.show_settings(team.small_numbers, locked=info.encrypted)
        self.aside.show_backup(known.backup)
        self.aside.show_marking(team.marking)
        if known.backup.late:
            chosen = tr("Choose another folder") if known.backup.folder else tr("Choose a folder")
            self._banner.say(said_of(known.backup), "", [(chosen, self.choose_folder)])
        else:
            self._banner.hide()

    def _set(self, **changed: Any) -> None:
        if self._known is None:
            return
        wanted = replace(self._known.settings, **changed)
        self.desk.change(
            tr("Change the settings of the casebook"),
            lambda _: self.desk.session.keeping.set(wanted),
        )

    def _ask_to_go_back(self, number: int) -> None:
        known = self._known
        point = next((one for one in known.points if one.id == number), None) if known else None
        if point is None:
            return
        question = (
            tr("Go back to {0}, {1}?", rows.moment(point.made_at), point.why),
            (
                tr(
                    "What coders decided since is taken back in one step. Documents imported since "
                    "stay. You can undo this."
                )
            ),
        )
        act = (tr("Go back"), partial(self._go_back, number))
        QuestionDialog(self, self.look, question, act).show()

    def _go_back(self, number: int) -> None:
        def said(changes: Changes) -> None:
            nothing = tr("Nothing has changed since then.")
            self.desk.events.say(
                tr("{0}. Ctrl+Z undoes it.", changes.label) if changes.label else nothing
            )

        self.desk.change(
            tr("Go back to the restore point"),
            lambda _: self.desk.session.keeping.go_back(number),
            said,
        )

    def _list_backups(self) -> None:
        self.desk.read(tr("List the backups"), lambda s: s.keeping.backups().all(), self._offer)

    def _offer(self, backups: tuple[Backup, ...]) -> None:
        locked = self._known is not None and self._known.info.encrypted

        def chosen(path: Path, passphrase: str | None) -> None:
            self.desk.events.restore_wanted.emit((path, passphrase))

        RestoreDialog(self, self.look, backups, chosen, locked=locked).show()

    def _save_imports(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, tr("Save this list to Excel"), tr("Imports.xlsx"), tr("Excel (*.xlsx)")
        )
        if path:
            self.save_imports(Path(path).with_suffix(".xlsx"))

    def save_imports(self, path: Path) -> None:
        """Write the list of imports to a file."""

        def said(_: None) -> None:
            self.desk.events.say(tr("Saved “{0}”.", path.name))

        self.desk.read(tr("Save the list of imports"), lambda s: s.keeping.save_imports(path), said)

    def _lock(self) -> None:
        locked = self._known is not None and self._known.info.encrypted
        self.desk.events.lock_wanted.emit(locked)


_CODERS = (
    (English("Coder"), None),
    (English("Tags"), 80),
    (English("Finished"), 90),
    (English("First change"), 160),
    (English("Last change"), 160),
)
_ATTRIBUTES = (
    (English("Attribute"), None),
    (English("Reviews"), 90),
    (English("Values"), 80),
    (English("To confirm"), 100),
)
_LOG = (
    (English("When"), 150),
    (English("Coder"), 64),
    (English("What"), 190),
    (English("Of what"), None),
)
