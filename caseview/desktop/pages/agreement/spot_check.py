"""The tab of spot checks: paragraphs at random where no rule found anything, read by a person."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from caseview.counting import agreement_wording as wording
from caseview.counting.wording import number
from caseview.desktop.desk import Desk
from caseview.desktop.models.spot_list import SpotModel
from caseview.desktop.places import Place, View
from caseview.desktop.session.session import Session
from caseview.desktop.tongue import several, told, tr
from caseview.desktop.widgets.buttons import Button
from caseview.desktop.widgets.labels import Voice, cap, label
from caseview.desktop.widgets.notices import Empty
from caseview.desktop.widgets.panes import Pane, line
from caseview.desktop.widgets.spot_list import SpotList
from caseview.domain.agreement import SpotCheck
from caseview.domain.english import English
from caseview.domain.passage import KeptPassage
from caseview.domain.span import Span

NOTHING = English(
    "Rules miss things. Draw 20 paragraphs at random where no rule found anything, read each, and "
    "say whether it holds a theme: that tells how much is missed."
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Every spot check with its paragraphs and the titles of reviews."""

    checks: tuple[SpotCheck, ...]
    passages: tuple[KeptPassage, ...]
    titles: dict[int, str]


class SpotChecks(QWidget):
    """Draws, and takes what a person found; `told(str)` is the line of facts."""

    told = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        look = desk.appearance
        self.model = SpotModel()
        self.list = SpotList(look, self.model)
        self._estimate = label("", Voice.STRONG, wrap=True)
        self._held = Button(look, tr("Holds a theme"), icon="tag")
        self._bare = Button(look, tr("Nothing here"), icon="check")
        self._open = Button(look, tr("Open at page"), icon="book-open")
        self._more = Button(look, tr("Draw 20 more"))
        self._nothing = Empty(look, NOTHING, [(tr("Draw 20 paragraphs"), self.draw)])
        self._whole = QStackedWidget()
        self._lay_out()
        for button, act in (
            (self._held, lambda: self.mark(held=True)),
            (self._bare, lambda: self.mark(held=False)),
            (self._open, self.open),
            (self._more, self.draw),
        ):
            button.clicked.connect(lambda _checked, act=act: act())
        self.list.opened.connect(self.open)

    def refresh(self) -> None:
        """Read again."""
        shelf = self._desk.shelf

        def read(session: Session) -> Drawn:
            checks = session.comparing.spot_checks()
            passages = session.comparing.passages([n for one in checks for n in one.drawn])
            return Drawn(checks, passages, {one.id: one.title for one in shelf.library()})

        self._desk.read(tr("Read the spot checks"), read, self._show, name="agreement spot")

    def draw(self) -> None:
        """Draw paragraphs."""
        self._desk.act(tr("Draw paragraphs"), lambda s: s.comparing.draw())

    def mark(self, *, held: bool) -> None:
        """Say whether the paragraph one is at holds a theme, and go to the next."""
        at = self.list.currentIndex().row()
        kept = self.model.passage(at)
        if kept is None:
            return
        self._next = self.model.passage(self.model.next_unread(at))
        self._desk.act(tr("Keep what was found"), lambda s: s.comparing.mark(kept.id, held=held))

    def open(self) -> None:
        """Open the paragraph in the Reader, to tag what was missed."""
        kept = self.model.passage(self.list.currentIndex().row())
        if kept is not None:
            span = Span(kept.passage.start, kept.passage.end)
            self._desk.events.go(Place(View.READER, document=kept.document_id, span=span))

    def first(self) -> QWidget:
        """Return what takes the focus."""
        return self.list

    _next: KeptPassage | None = None

    def _show(self, drawn: Drawn) -> None:
        here = self._next or self.model.passage(self.list.currentIndex().row())
        self._next = None
        self.model.show(drawn.checks, drawn.passages, drawn.titles)
        self._whole.setCurrentIndex(0 if drawn.checks else 1)
        at = self.model.row_of(here.id) if here is not None else self.model.next_unread(-1)
        self.list.setCurrentIndex(self.model.index(max(at, 0)))
        said = told(wording.spot_sentence(drawn.checks))
        self._estimate.setText(said)
        left = self.model.unread
        self._more.setEnabled(not left)
        self._desk.events.say(tr("{0} left to read.", number(left)) if left else said)
        self.told.emit(self._facts(drawn.checks))

    def _facts(self, checks: Sequence[SpotCheck]) -> str:
        if not checks:
            return tr("Nothing drawn yet")
        last = checks[-1]
        read = sum(len(one.held) for one in checks)
        drawn = sum(len(one.drawn) for one in checks)
        return tr(
            "{0} of {1} read · drawn from {2} where no rule found anything · seed {3}",
            number(read),
            several(drawn, "paragraph"),
            number(last.population),
            last.seed,
        )

    def _lay_out(self) -> None:
        pane = Pane(tr("Spot check"), margins=1)
        pane.main = self.list
        pane.column.setSpacing(0)
        strip, head = line()
        head.addWidget(self._estimate, 1)
        head.addWidget(self._more)
        foot, acts = line("above")
        for part in (
            self._held, cap("H"), self._bare, cap("X"), self._open, cap("Enter"),
        ):  # fmt: skip
            acts.addWidget(part)
        acts.addStretch(1)
        for whole, stretch in ((strip, 0), (self.list, 1), (foot, 0)):
            pane.column.addWidget(whole, stretch)
        empty = Pane(tr("Spot check"))
        empty.column.addWidget(self._nothing)
        self._whole.addWidget(pane)
        self._whole.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._whole)
