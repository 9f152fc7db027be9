"""What a coder says of one recommendation: for whom, how strong, how far, and that it is right."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.buttons import Button
from caseview.desktop.widgets.labels import OneLine, Voice, cap, label
from caseview.desktop.widgets.panes import row
from caseview.domain.register import Progress, Strength
from caseview.domain.registered import Registered, Said


class StandingForm(QWidget):
    """Shows a recommendation's standing; `said(Said)` tells what was changed by hand."""

    said = Signal(object)

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._shown: Registered | None = None
        self._whom = QLineEdit()
        self._whom.setAccessibleName(tr("For whom"))
        self._strength = _choice(tr("Strength"), [(one.value, told(one.label)) for one in Strength])
        self._progress = _choice(tr("Status"), [(one.value, told(one.label)) for one in Progress])
        self._guessed = OneLine("", Voice.GUESS)
        self._before = OneLine("", Voice.SECONDARY)
        self.confirm = Button(look, tr("Confirm"), icon="check")
        self.confirm.clicked.connect(lambda _checked: self.ask_to_confirm())
        self._whom.editingFinished.connect(self._typed)
        self._strength.activated.connect(lambda _at: self._chosen())
        self._progress.activated.connect(lambda _at: self._chosen())
        self._lay_out()
        self.show_item(None, "")

    @property
    def item(self) -> Registered | None:
        """The recommendation shown, None for none."""
        return self._shown

    def show_item(self, item: Registered | None, before: str) -> None:
        """Show a recommendation and the years it was made before, or nothing."""
        self._shown = item
        self.setEnabled(item is not None)
        standing = item.kept.standing if item else None
        self._whom.setText(item.kept.addressee if item else "")
        self._whom.setCursorPosition(0)
        self._strength.setCurrentIndex(
            self._strength.findData(item.strength.value if item else Strength.UNKNOWN.value)
        )
        self._progress.setCurrentIndex(
            self._progress.findData(item.progress.value if item else Progress.UNKNOWN.value)
        )
        self._guessed.say(_guesses(item))
        self._guessed.setVisible(bool(_guesses(item)))
        self._before.say(tr("Made before: {0}", before) if before else "")
        self._before.setVisible(bool(before))
        confirmed = standing is not None and standing.confirmed
        self.confirm.say(tr("Confirmed") if confirmed else tr("Confirm"))
        self.confirm.setEnabled(item is not None and not confirmed)

    def ask_to_confirm(self) -> None:
        """Say that words and addressee are right."""
        if self._shown is not None and not self._shown.kept.standing.confirmed:
            self.said.emit(Said(confirmed=True))

    def _typed(self) -> None:
        words = self._whom.text().strip()
        if self._shown is not None and words != self._shown.kept.addressee:
            self.said.emit(Said(addressee=words))

    def _chosen(self) -> None:
        if self._shown is None:
            return
        strength = Strength(self._strength.currentData())
        progress = Progress(self._progress.currentData())
        said = Said(
            progress if progress is not self._shown.progress else None,
            strength if strength is not self._shown.strength else None,
        )
        if said != Said():
            self.said.emit(said)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for place, (words, field) in enumerate((
            (tr("For whom"), self._whom),
            (tr("Strength"), self._strength),
            (tr("Status"), self._progress),
        )):
            grid.addWidget(label(words, Voice.SECONDARY), place, 0)
            grid.addWidget(field, place, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self._before)
        column.addLayout(grid)
        column.addWidget(self._guessed)
        column.addLayout(row(self.confirm, cap("C"), None))


def _choice(name: str, values: Sequence[tuple[str, str]]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    for value, words in values:
        made.addItem(words, value)
    return made


def _guesses(item: Registered | None) -> str:
    if item is None:
        return ""
    parts = [
        "strength" if item.strength_guessed else "",
        "status" if item.progress_guessed else "",
    ]
    found = tr(" and ").join(part for part in parts if part)
    return tr("{0} guessed from its words ?", found.capitalize()) if found else ""
