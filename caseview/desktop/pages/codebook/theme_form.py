"""The form of a theme: its words, its group, and where it stands in outside frameworks."""

from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.notices import Banner
from caseview.desktop.widgets.panes import row, scrolled
from caseview.domain.codebook import Codebook, Theme
from caseview.domain.frameworks import FRAMEWORKS, framework_name
from caseview.domain.reads_as import ReadsAs

Field = TypeVar("Field", bound=QWidget)
_EXAMPLES = ("gap", "good_practice", "context")


class ThemeForm(QWidget):
    """Fills in a theme; `kept(Theme)` tells it as filled in, `left()` that nothing is wanted."""

    kept = Signal(object)
    left = Signal()

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._theme = Theme("", "", "", "")
        self.heading = label("", Voice.PANE)
        self._amiss = Banner(look, "problem")
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(3)
        self.name = self._field(tr("Name"), QLineEdit())
        self.group = self._field(tr("Group"), QComboBox())
        self.reads_as = self._field(tr("Reads as, unless said otherwise"), QComboBox())
        for reads in ReadsAs:
            self.reads_as.addItem(f"{reads.sign} {told(reads.label.capitalize())}", reads.value)
        self.definition = self._long(tr("What it is"))
        self.use_when = self._long(tr("Use it when"))
        self.not_when = self._long(tr("Do not use it when"))
        self.examples = {
            shows: self._long(tr("Example: {0}", shows.replace("_", " "))) for shows in _EXAMPLES
        }
        self.maps = {
            name: self._field(tr("Maps to: {0}", framework_name(name)), QLineEdit())
            for name in FRAMEWORKS
        }
        self.keep = Button(look, tr("Keep"), Role.PLAIN, icon="check")
        self.keep.clicked.connect(lambda _checked: self._keep())
        leave = Button(look, tr("Cancel"))
        leave.clicked.connect(lambda _checked: self.left.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(self.heading)
        column.addWidget(self._amiss)
        column.addWidget(scrolled(self._inside), 1)
        column.addLayout(row(self.keep, leave, None))

    def show_theme(self, theme: Theme, codebook: Codebook) -> None:
        """Fill the form with a theme; one without an id is new."""
        self._theme = theme
        self._amiss.hide()
        self.heading.setText(tr("Edit theme") if theme.id else tr("New theme"))
        self.group.clear()
        for group in codebook.groups:
            if group.retired and group.id != theme.group:
                continue
            self.group.addItem(f"{group.letters}  {group.name}", group.id)
        self.name.setText(theme.name)
        self.group.setCurrentIndex(max(0, self.group.findData(theme.group)))
        self.group.setEnabled(not theme.marker)
        self.reads_as.setCurrentIndex(self.reads_as.findData(theme.default_reads_as.value))
        self.definition.setPlainText(theme.definition)
        self.use_when.setPlainText(theme.use_when)
        self.not_when.setPlainText(theme.not_when)
        for shows, field in self.examples.items():
            field.setPlainText(theme.examples.get(shows, ""))
        for name, line in self.maps.items():
            line.setText(theme.maps_to.get(name, ""))
        self.name.setFocus()

    def say_amiss(self, message: str, advice: str) -> None:
        """Say what cannot be kept as it is."""
        self._amiss.say(message, advice)

    def _keep(self) -> None:
        theme = self._theme
        examples = {**theme.examples, **{k: _said(f) for k, f in self.examples.items()}}
        maps = {**theme.maps_to, **{k: line.text().strip() for k, line in self.maps.items()}}
        self.kept.emit(
            replace(
                theme,
                name=self.name.text().strip(),
                group=theme.group if theme.marker else str(self.group.currentData()),
                default_reads_as=ReadsAs(self.reads_as.currentData()),
                definition=_said(self.definition),
                use_when=_said(self.use_when),
                not_when=_said(self.not_when),
                examples={shows: words for shows, words in examples.items() if words},
                maps_to={name: words for name, words in maps.items() if words},
            )
        )

    def _long(self, name: str) -> QPlainTextEdit:
        field = self._field(name, QPlainTextEdit())
        field.setProperty("box", "true")
        field.setTabChangesFocus(True)
        field.setFixedHeight(self._look.px(66))
        return field

    def _field(self, name: str, field: Field) -> Field:
        field.setAccessibleName(name)
        self._column.addWidget(label(name, Voice.CAPTION, wrap=True))
        self._column.addWidget(field)
        self._column.addSpacing(4)
        return field


def _said(field: QPlainTextEdit) -> str:
    return field.toPlainText().strip()
