"""The sections in the middle of the Casebook view, each a pane of its own."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QStackedWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.casebook import Row, Section
from caseview.desktop.models.outcomes import OutcomeModel, summed_up
from caseview.desktop.models.records import RecordModel
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Button, Segments
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.notices import Empty
from caseview.desktop.widgets.outcome_table import OutcomeTable
from caseview.desktop.widgets.panes import Pane, row
from caseview.desktop.widgets.record_table import RecordTable
from caseview.domain.casebook_settings import THRESHOLDS
from caseview.domain.outcome import ImportOutcome


class Table(Pane):
    """A pane with a title, words, a table of records, and words where there is none."""

    def __init__(
        self,
        look: Appearance,
        section: str,
        heads: Sequence[tuple[str, int | None]],
        nothing: str,
    ) -> None:
        super().__init__(section)
        self.look = look
        self.words = label("", Voice.SECONDARY, wrap=True)
        model = RecordModel([name for name, _ in heads])
        self.table = RecordTable(look, section, model, [width for _, width in heads])
        self._nothing = Empty(look, nothing)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        self.main = self.table
        self.column.addWidget(label(section, Voice.PANE))
        self.column.addWidget(self.words)
        self.column.addWidget(self._stack, 1)
        self.words.hide()

    def say(self, words: str) -> None:
        """Show words above the table."""
        self.words.setText(words)
        self.words.setVisible(bool(words))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, or the words for none."""
        self.table.show_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)


class Points(Table):
    """The restore points; `wanted(int)` asks to go back to one."""

    wanted = Signal(int)

    def __init__(self, look: Appearance) -> None:
        heads = [(tr("Made"), 160), (tr("Why"), None), (tr("Coder"), 70), (tr("Tags"), 80)]
        nothing = tr("No restore point yet. Ctrl+S makes one, and so does every big change.")
        super().__init__(look, tr("Restore points"), heads, nothing)
        self._back = Button(look, tr("Go back to this point"), icon="history")
        self._back.clicked.connect(lambda _checked: self._ask())
        self.table.opened.connect(self._ask)
        self.column.addLayout(row(self._back, None))

    def show_points(self, rows: Sequence[Row]) -> None:
        """Show these restore points."""
        self.show_rows(rows)
        self._back.setEnabled(bool(rows))

    def _ask(self) -> None:
        if isinstance(number := self.table.chosen, int):
            self.wanted.emit(number)


class Screening(Table):
    """The reasons for screening out; `changed(tuple)` tells the list as the team wants it."""

    changed = Signal(object)

    def __init__(self, look: Appearance) -> None:
        heads = [(tr("Reason"), None), (tr("Offered"), 130), (tr("Reviews"), 80)]
        nothing = tr("No reason is on the list. Add one: it is then offered in the Library.")
        super().__init__(look, Section.SCREENING, heads, nothing)
        self._reasons: tuple[str, ...] = ()
        self._field = QLineEdit()
        self._field.setAccessibleName(tr("A reason to add"))
        self._field.setPlaceholderText(tr("A reason to add"))
        self._field.returnPressed.connect(self._add)
        add = Button(look, tr("Add reason"), icon="plus")
        add.clicked.connect(lambda _checked: self._add())
        self._drop = Button(look, tr("Take off the list"))
        self._drop.clicked.connect(lambda _checked: self._take_off())
        gone = QAction(tr("Take off the list"), self.table)
        gone.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        gone.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        gone.triggered.connect(lambda _checked: self._take_off())
        self.table.addAction(gone)
        self.column.addLayout(row(self._field, add, self._drop))

    def show_reasons(self, rows: Sequence[Row], reasons: Sequence[str]) -> None:
        """Show each reason with how many reviews it put out."""
        self._reasons = tuple(reasons)
        self.show_rows(rows)
        self._drop.setEnabled(bool(rows))

    def _add(self) -> None:
        words = self._field.text().strip()
        if words and words not in self._reasons:
            self._field.clear()
            self.changed.emit((*self._reasons, words))

    def _take_off(self) -> None:
        if (chosen := self.table.chosen) in self._reasons:
            self.changed.emit(tuple(one for one in self._reasons if one != chosen))


class Imports(Pane):
    """What became of each file ever imported; `export_wanted()` asks for it in Excel."""

    export_wanted = Signal()

    def __init__(self, look: Appearance) -> None:
        super().__init__(Section.IMPORTS)
        self._look = look
        self._words = label("", Voice.SECONDARY, wrap=True)
        self._which = Segments(
            look, tr("Show files"), [("all", tr("All 0")), ("needs", tr("Needs you 0"))]
        )
        self._save = Button(look, tr("Save this list to Excel"), icon="file-spreadsheet")
        self._save.clicked.connect(lambda _checked: self.export_wanted.emit())
        self._stack = QStackedWidget()
        self._nothing = Empty(look, tr("Nothing has been imported yet."))
        self._stack.addWidget(self._nothing)
        self.model = OutcomeModel()
        self._which.chosen.connect(lambda which: self.model.only_needs_you(on=which == "needs"))
        self._table = OutcomeTable(look, self.model)
        self._stack.addWidget(self._table)
        self.main = self._table
        self.column.addWidget(label(Section.IMPORTS, Voice.PANE))
        self.column.addWidget(self._words)
        self.column.addLayout(row(self._which, None, self._save))
        self.column.addWidget(self._stack, 1)

    def show_outcomes(self, outcomes: Sequence[ImportOutcome]) -> None:
        """Show what became of each file."""
        self.model.show_all(outcomes)
        whole = len(outcomes)
        self._which.reword({
            "all": tr("All {0}", f"{whole:,}"),
            "needs": tr("Needs you {0}", f"{self.model.needing_you:,}"),
        })
        self._words.setText(summed_up(self.model.counts) if whole else "")
        self._words.setVisible(bool(whole))
        self._which.setVisible(bool(whole))
        self._save.setEnabled(bool(whole))
        self._stack.setCurrentIndex(1 if whole else 0)


class Settings(Pane):
    """What the team has set: passphrase and small numbers.

    `lock_wanted()` asks to change the passphrase, `threshold(int)` tells of another one for small
    numbers.
    """

    lock_wanted = Signal()
    threshold = Signal(int)

    def __init__(self, look: Appearance) -> None:
        super().__init__(Section.SETTINGS)
        self._locked = label("", Voice.BODY, wrap=True)
        self._change = Button(look, tr("Set a passphrase"), icon="lock")
        self._change.clicked.connect(lambda _checked: self.lock_wanted.emit())
        self._small = QComboBox()
        self._small.setAccessibleName(tr("Small numbers"))
        for one in THRESHOLDS:
            self._small.addItem(
                tr("Show counts under {0} as <{1}", one, one) if one else tr("Show all"), one
            )
        self._small.activated.connect(lambda at: self.threshold.emit(THRESHOLDS[at]))
        for part in (
            label(Section.SETTINGS, Voice.PANE),
            label(tr("Passphrase"), Voice.STRONG),
            self._locked,
            row(self._change, None),
            label(tr("Small numbers, in cross-tabs that leave the casebook"), Voice.STRONG),
            row(self._small, None),
            _note(
                tr(
                    "The screen always shows the true numbers. Cross-tabs saved to a file take "
                    "this rule up, say so, and then hold no list of evidence."
                )
            ),
        ):
            if isinstance(part, QLabel):
                self.column.addWidget(part)
            else:
                self.column.addLayout(part)
        self.column.addStretch(1)

    def show_settings(self, threshold: int, *, locked: bool) -> None:
        """Show what is set."""
        at = THRESHOLDS.index(threshold) if threshold in THRESHOLDS else 0
        self._small.setCurrentIndex(at)
        self._change.say(
            tr("Change or remove the passphrase") if locked else tr("Set a passphrase")
        )
        self._locked.setText(
            tr(
                "This casebook is locked: nobody can read it without its passphrase. Backups made "
                "under an earlier passphrase, or none, stay as they were made."
            )
            if locked
            else tr("This casebook has no passphrase: whoever has the file can read it.")
        )


def _note(words: str) -> QLabel:
    return label(words, Voice.SECONDARY, wrap=True)
