"""The rooms of the Cross-tabs page: the cross-tab itself, and figures besides it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.pages.crosstabs.choices import Choices
from caseview.desktop.pages.crosstabs.figures import Figures
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Segments
from caseview.desktop.widgets.charts.heat_key import HeatKey
from caseview.desktop.widgets.collapsing import Panes
from caseview.desktop.widgets.flow import FlowLayout
from caseview.domain.english import English
from caseview.usecases.saved_crosstab import TableChoice
from caseview.usecases.tell import Question, Telling

CROSSTAB = "crosstab"
LARGE = 130
KINDS = {
    CROSSTAB: English("Cross-tab"),
    Telling.TOGETHER.value: English("Themes together"),
    Telling.YEARS.value: English("Over the years"),
    Telling.REVIEW.value: English("One review"),
    Telling.BODY.value: English("Force or board"),
    Telling.MATRIX.value: English("Matrix"),
}


class Rooms(QWidget):
    """Holds a switch, what is chosen, and the room in front; `turned()` tells of another room."""

    turned = Signal()

    def __init__(
        self, look: Appearance, choices: Choices, crosstab: Panes, figures: Figures
    ) -> None:
        super().__init__()
        self.kinds = Segments(look, tr("What to look at"), list(KINDS.items()))
        self.figures = figures
        self._choices, self._look, self._shaded = choices, look, True
        self._stack = QStackedWidget()
        self._stack.addWidget(crosstab)
        self._stack.addWidget(figures)
        choices.ask_besides(figures.line.parts)
        self._head = figures.pane.head
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._key = HeatKey(look)
        top = FlowLayout(across=16)
        for part in (self.kinds, self._head, self._key):
            top.addWidget(part)
        column.addLayout(top)
        column.addWidget(choices)
        column.addWidget(self._stack, 1)
        self.kinds.chosen.connect(self._chosen)
        self._panes = (crosstab, figures.panes)
        for panes in self._panes:
            panes.turned.connect(self._make_room)
        look.changed.connect(self._show_key)
        self.turn_to(CROSSTAB)

    @property
    def besides(self) -> bool:
        """Whether figures besides the cross-tab are in front."""
        return self.kinds.value != CROSSTAB

    @property
    def name(self) -> str:
        """What the room in front is called."""
        return KINDS[self.kinds.value]

    def turn_to(self, kind: str) -> None:
        """Bring a room to the front without telling."""
        self.kinds.choose(kind)
        self._head.setVisible(self.besides)
        self._show_key()
        self._stack.setCurrentIndex(int(self.besides))
        if self.besides:
            self.figures.line.turn(Telling(kind))
        self._choices.turn(besides=self.besides)
        self.figures.line.show_parts(on=self.besides)
        self._make_room()

    def go_to(self, question: Question) -> bool:
        """Bring the room of a question to the front; return whether it is another question."""
        before = self.figures.question if self.besides else None
        self.figures.line.come_back(question)
        self.turn_to(question.telling.value)
        return question != before

    def shade(self, *, on: bool) -> None:
        """Say whether what is in front is shaded, as a table is and bars are not."""
        self._shaded = on
        self._show_key()

    def choice(self) -> TableChoice | None:
        """Return what is shown, to be kept; None while nothing is asked yet."""
        if not self.besides:
            return TableChoice(self._choices.spec, self._choices.share)
        asked = self.figures.question
        return None if asked is None else TableChoice(asked.over, self._choices.share, asked)

    def come_back(self, choice: TableChoice) -> None:
        """Take over what was kept, without telling."""
        self._choices.come_back(choice.spec, own_counts=True)
        self._choices.choose_share(choice.share)
        if choice.question is None:
            self.turn_to(CROSSTAB)
        else:
            self.go_to(choice.question)

    def _show_key(self) -> None:
        """Show the key to the shading where there is room: the number is in each cell anyway."""
        room = self._look.percent < LARGE and not self.besides
        self._key.follow(shaded=room and self._shaded)

    def _make_room(self) -> None:
        """Leave the room of the choices to passages that stand in front alone."""
        self._choices.setVisible(self._panes[self.besides].shows_work)

    def _chosen(self, kind: str) -> None:
        self.turn_to(kind)
        self.turned.emit()
