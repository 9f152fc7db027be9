"""The filters of a cross-tab: chips to remove, an offer of more, and a field to type in."""

from collections.abc import Iterable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.filters import Filters, Term, offered
from caseview.desktop.models.narrowing import FACETS
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.flow import FlowLayout
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.panes import emptied
from caseview.domain.review import Review

PAUSE = 300
MOST_OFFERED = 30


class FilterLine(QWidget):
    """Holds Filters; `changed()` tells of each change, and of typing after a short pause.

    `lead` stands before the filters on the same line.
    """

    changed = Signal()

    def __init__(self, look: Appearance, lead: QWidget) -> None:
        super().__init__()
        self._look = look
        self._lead = lead
        self._filters = Filters()
        self._chips = FlowLayout(across=6, down=4)
        self._add = Button(look, tr("Add filter"), Role.LINK, icon="plus")
        self._add.setMenu(QMenu(self._add))
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("or type one: kind:sar year:2021-2023"))
        self.field.setAccessibleName(tr("Filter by details"))
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(look.px(300))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._typed)
        self.field.textEdited.connect(lambda _words: self._pause.start())
        self.field.textChanged.connect(self._cleared)
        self.field.returnPressed.connect(self._typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._chips)
        self._lay_out()

    @property
    def where(self) -> str:
        """The filters as one expression of the search language."""
        return self._filters.where

    def take_over(self, where: str) -> None:
        """Take over a saved expression, and tell."""
        self.choose(where)
        self.changed.emit()

    def choose(self, where: str) -> None:
        """Take over an expression without telling; chips stay where they already say it."""
        if where != self._filters.where:
            self._filters = Filters(typed=where)
            self.field.setText(where)
            self._lay_out()

    def offer(self, reviews: Iterable[Review]) -> None:
        """Offer what these reviews can be filtered by."""
        menu = self._add.menu()
        menu.clear()
        for field, values in offered(reviews).items():
            inside = menu.addMenu(FACETS[field])
            for value, words, count in values[:MOST_OFFERED]:
                action = inside.addAction(f"{words}  ({count:,})")
                term = Term(field, value)
                action.triggered.connect(lambda _checked, term=term: self._with(term))

    def _with(self, term: Term) -> None:
        self._set(self._filters.with_term(term))

    def _cleared(self, words: str) -> None:
        if not words:
            self._typed()

    def _typed(self) -> None:
        self._pause.stop()
        self._set(Filters(self._filters.terms, self.field.text()))

    def _set(self, filters: Filters) -> None:
        if filters != self._filters:
            same = filters.terms == self._filters.terms
            self._filters = filters
            if not same:
                self._lay_out()
            self.changed.emit()

    def _lay_out(self) -> None:
        for part in (self._lead, self._add, self.field):
            self._chips.removeWidget(part)
        emptied(self._chips)
        self._chips.addWidget(self._lead)
        self._chips.addWidget(label(tr("Filters"), Voice.SECONDARY))
        for term in self._filters.terms:
            chip = Button(self._look, f"{term.words}  \N{MULTIPLICATION X}", Role.CHIP)
            chip.setAccessibleName(tr("Remove the filter {0}", term.words))
            chip.clicked.connect(lambda _checked, term=term: self._set(self._filters.without(term)))
            self._chips.addWidget(chip)
        self._chips.addWidget(self._add)
        self._chips.addWidget(self.field)
        self.updateGeometry()
