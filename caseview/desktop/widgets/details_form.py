"""The fields to edit what is recorded of one review, or of several at once."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QGridLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.details import EDITED, as_typed, read_typed
from caseview.desktop.tongue import several, told, tr
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.labels import Voice, cap, label
from caseview.desktop.widgets.notices import Banner
from caseview.desktop.widgets.panes import line, row, scrolled
from caseview.desktop.widgets.type_fields import TypeFields
from caseview.domain.attribute import DetailName
from caseview.domain.english import English
from caseview.domain.review import Review

NONE = English("not recorded")
Values = dict[DetailName, tuple[str, ...]]


class DetailsForm(QWidget):
    """Edits reviews; `saved(dict)` tells the values of each detail that changed, `left()` Esc.

    `recast(Recast)` tells, before that, of another type or form.

    For one review every value shown is confirmed by saving; for several, only fields that were
    filled in are changed, and "not recorded" typed into one takes its values away.
    """

    saved = Signal(object)
    recast = Signal(object)
    left = Signal()

    def __init__(
        self,
        look: Appearance,
        reviews: Sequence[Review],
        known: Mapping[DetailName, Sequence[str]],
    ) -> None:
        super().__init__()
        self._one = reviews[0] if len(reviews) == 1 else None
        self._amiss = Banner(look, "problem")
        self._fields: dict[DetailName, QLineEdit] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(5)
        self._type = TypeFields(reviews, grid)
        for at, name in enumerate(EDITED, start=self._type.rows):
            field = QLineEdit(as_typed(self._one, name) if self._one else "")
            field.setCursorPosition(0)  # what is too long shows from its beginning
            field.setAccessibleName(told(name.label))
            field.setPlaceholderText(tr(NONE) if self._one else tr("as they are"))
            completer = QCompleter(list(known.get(name, ())), field)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            field.setCompleter(completer)
            field.returnPressed.connect(self._save)
            grid.addWidget(label(_WORDS.get(name, told(name.label)), Voice.SECONDARY), at, 0)
            grid.addWidget(field, at, 1)
            self._fields[name] = field
        what = (
            tr("These details")
            if self._one
            else tr("Details of {0}", several(len(reviews), "review"))
        )
        said = tr("{0}. Part several values by a semicolon. Saving confirms them.", what)
        if self._one is None:
            said += tr(" Type “{0}” where none of them records it.", NONE)
        self._lay_out(look, said, grid)

    def begin(self) -> None:
        """Put the cursor into the first field."""
        first = self._fields[EDITED[0]]
        first.setFocus()
        first.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _save(self) -> None:
        values: Values = {}
        for name, field in self._fields.items():
            none = self._one is None and field.text().strip().casefold() == tr(NONE)
            read = () if none else read_typed(name, field.text())
            if read is None:
                self._amiss.say(
                    tr("“{0}” is not a date CaseView can read.", field.text()),
                    tr("Type it like 2021, May 2021 or 14 May 2021."),
                )
                field.setFocus()
                return
            before = self._one.attribute(name) if self._one else ()
            if read or before or none:
                values[name] = read
        if (wanted := self._type.wanted) is not None:
            self.recast.emit(wanted)
        self.saved.emit(values)

    def _lay_out(self, look: Appearance, said: str, grid: QGridLayout) -> None:
        """Lay the fields out to scroll, with what keeps or leaves them always in view below."""
        save = Button(look, tr("Save details"), Role.PRIMARY)
        save.clicked.connect(lambda _checked: self._save())
        cancel = Button(look, tr("Cancel"))
        cancel.clicked.connect(lambda _checked: self.left.emit())
        inside = QWidget()
        fields = QVBoxLayout(inside)
        fields.setContentsMargins(12, 8, 10, 8)
        fields.setSpacing(8)
        fields.addWidget(label(said, Voice.SECONDARY, wrap=True))
        fields.addLayout(grid)
        fields.addStretch(1)
        foot, last = line("above")
        last.addLayout(row(save, cap("Enter"), cancel, None))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scrolled(inside), 1)
        column.addWidget(self._amiss)
        column.addWidget(foot)


_WORDS = {DetailName.DATE_OF_DEATH: English("Death"), DetailName.POLICE_FORCE: English("Force")}
