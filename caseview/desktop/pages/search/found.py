"""The pane of passages found: totals above, acts below, or words where nothing was found."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from caseview.counting.wording import number
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.results import ResultModel
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import several, tr
from caseview.desktop.widgets.buttons import Button, Role, Segments
from caseview.desktop.widgets.labels import OneLine, Voice, cap, label
from caseview.desktop.widgets.notices import Empty
from caseview.desktop.widgets.panes import Pane, line
from caseview.desktop.widgets.result_list import ResultList
from caseview.domain.english import English
from caseview.domain.query import Answer, Hit, Looked, Sort

Act = tuple[str, Callable[[], object]]
BY_REVIEW = English("Under their documents passages stand review by review.")


class Found(QStackedWidget):
    """Shows a ResultModel; `wanted()` asks for it anew in another order or another form."""

    wanted = Signal()

    def __init__(
        self,
        look: Appearance,
        book: ThemeBook,
        model: ResultModel,
        asks: str,
    ) -> None:
        super().__init__()
        self._look = look
        self._model = model
        self.results = ResultList(look, book, model)
        self.total = OneLine("", Voice.STRONG, as_long_as_its_words=True)
        orders = [(Sort.RANK.value, tr("Best first")), (Sort.NEWEST.value, tr("Newest"))]
        self._sort = Segments(look, tr("Sort"), [*orders, (Sort.REVIEW.value, tr("Review"))])
        modes = [("context", tr("In context")), ("document", tr("By document"))]
        self._mode = Segments(look, tr("Show results"), modes)
        self._selected = label("", Voice.STRONG)
        self.tag = Button(look, tr("Tag with a theme"), Role.PRIMARY, icon="tag")
        self.open = Button(look, tr("Open at the words"), icon="book-open")
        self.nothing = Empty(look, asks)
        self._lay_out()
        self._sort.chosen.connect(lambda _value: self.wanted.emit())
        self._mode.chosen.connect(self._choose_mode)
        model.ticked.connect(self.count_ticks)
        self.count_ticks()

    @property
    def by_document(self) -> bool:
        """Whether hits stand under their documents."""
        return self._mode.value == "document"

    @property
    def sort(self) -> Sort:
        """The order asked for."""
        return Sort.REVIEW if self.by_document else Sort(self._sort.value)

    def choose_sort(self, sort: Sort) -> None:
        """Choose an order without asking for it."""
        self._sort.choose(sort.value)

    @property
    def said(self) -> str:
        """What stands in place of results, "" where there are some."""
        return self.nothing.words if self.currentIndex() else ""

    def show_total(self, answer: Answer) -> None:
        """Show how much was found."""
        total = answer.total
        self.total.say(
            tr(
                "{0} in {1}, {2}",
                several(total.passages, "passage"),
                several(total.documents, "document"),
                several(total.reviews, "review"),
            )
        )

    @property
    def in_hand(self) -> tuple[Hit, ...]:
        """The hits ticked, else the one gone to."""
        here = self._model.hit(self.results.currentIndex().row())
        return self._model.chosen or ((here,) if here is not None else ())

    def show_hits(self, answer: Answer, *, again: bool = False) -> None:
        """Show the hits with the first one current; `again`, at the one that was."""
        before, bar = self.results.currentIndex().row(), self.results.verticalScrollBar()
        here, seen = self._model.hit(before), bar.value()
        self._model.show(answer.hits, by_document=self.by_document)
        self.setCurrentIndex(0)
        row: int | None = self._model.first()
        if again:
            row = self._model.row_of(here.id) if here is not None else None
            row = min(before, self._model.rowCount() - 1) if row is None else row
        self.results.setCurrentIndex(self._model.index(row or 0))
        if again:
            bar.setValue(seen)

    def show_nothing(self, words: str, acts: Sequence[Act] = ()) -> None:
        """Show words in place of results, with what can be done."""
        self.nothing.say(words, acts)
        self.setCurrentIndex(1)

    def count_ticks(self) -> None:
        """Say how many hits are ticked."""
        ticked = len(self._model.chosen)
        self._selected.setText(tr("{0} ticked", number(ticked)) if ticked else tr("None ticked"))
        self.tag.setEnabled(bool(self._model.rowCount()))

    def _choose_mode(self, mode: str) -> None:
        self._sort.setEnabled(mode == "context")
        self._sort.setToolTip("" if mode == "context" else tr(BY_REVIEW))
        self.wanted.emit()

    def _lay_out(self) -> None:
        pane = Pane(tr("Passages found"), margins=1)
        pane.main = self.results
        pane.column.setSpacing(0)
        strip, head = line()
        head.addWidget(self.total)
        head.addWidget(self._mode)
        head.addStretch(1)
        head.addWidget(self._sort)
        foot, acts = line("above")
        for part in (self._selected, self.tag, cap("T"), self.open, cap("Enter")):
            acts.addWidget(part)
        acts.addStretch(1)
        for whole, stretch in ((strip, 0), (self.results, 1), (foot, 0)):
            pane.column.addWidget(whole, stretch)
        nothing = Pane(tr("Nothing found"))
        inside = QVBoxLayout()
        inside.addWidget(self.nothing)
        nothing.column.addLayout(inside)
        self.addWidget(pane)
        self.addWidget(nothing)


def nothing_words(asked: str, answer: Answer) -> str:
    """Return what to say where nothing was found: what was meant, and the nearest words."""
    words = tr("No passage has “{0}”.", asked)
    if meant := answer.did_you_mean:
        finds = f" ({number(answer.would_find)})" if answer.would_find else ""
        return tr("{0} Did you mean “{1}”{2}?", words, meant, finds)
    said = "\n".join(_looked(one) for one in answer.words)
    return f"{words}\n\n{said}" if (said and len(answer.words) > 1) or "nearest" in said else words


def _looked(one: Looked) -> str:
    if one.passages:
        return tr("“{0}” is in {1}.", one.word, several(one.passages, "passage"))
    nearest = ", ".join(f"{word} ({number(count)})" for word, count in one.nearest)
    return tr("“{0}” is in none.", one.word) + (
        tr(" The nearest words: {0}.", nearest) if nearest else ""
    )
