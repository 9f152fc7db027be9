"""Moving the edges of the words selected, of a tag, or of the suggestion in hand."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from caseview.desktop.desk import Desk
from caseview.desktop.models.edges import Edge, Edges
from caseview.desktop.pages.reader.by_hand import ByHand
from caseview.desktop.pages.reader.deciding import Decider
from caseview.desktop.pages.reader.parts import Parts
from caseview.desktop.tongue import tr
from caseview.domain.english import English
from caseview.domain.span import Span
from caseview.domain.suggestion import KeptSuggestion
from caseview.domain.tag import Tag

WHOLE = English("A tag on a whole page has no edges to move.")
NOTHING = English("Select words, or go to a suggestion or a tag: E then moves its edges.")


class Edging(QObject):
    """Answers E and the keys of the bar it opens."""

    def __init__(self, desk: Desk, parts: Parts, by_hand: ByHand, decider: Decider) -> None:
        super().__init__(parts.edges)
        self._desk = desk
        self._parts = parts
        self._by_hand = by_hand
        self._decider = decider
        self._edges: Edges | None = None
        self._keep: Callable[[Span], object] = self._select
        self._acts: dict[str, Callable[[Edges], Edges]] = {
            "edges.start": lambda edges: edges.choose(Edge.START),
            "edges.end": lambda edges: edges.choose(Edge.END),
            "edges.word.left": lambda edges: edges.by_word(-1),
            "edges.word.right": lambda edges: edges.by_word(1),
            "edges.sentence.left": lambda edges: edges.by_sentence(-1),
            "edges.sentence.right": lambda edges: edges.by_sentence(1),
        }
        parts.edges.acted.connect(self._act)

    @property
    def span(self) -> Span | None:
        """The stretch as its edges stand, None while none are being moved."""
        return self._edges.span if self._edges is not None else None

    def start(self) -> None:
        """Begin with the end edge in hand."""
        views = self._parts.views
        whole = Span(0, len(views.content.text))
        if (selected := views.text.selection()) is not None:
            self._begin(selected, whole, self._select)
        elif (tag := self._by_hand.tag_in_hand) is not None and tag.page is not None:
            self._desk.events.say(tr(WHOLE))
        elif tag is not None:
            self._begin(Span(tag.start, tag.end), whole, partial(self._change_tag, tag))
        elif (kept := self._decider.in_hand) is not None:
            given, passage = kept.suggestion, kept.passage
            bounds = Span(passage.start, passage.end)
            keep = partial(self._change_suggestion, kept)
            self._begin(Span(given.start, given.end), bounds, keep)
        else:
            self._desk.events.say(tr(NOTHING))

    def leave(self) -> None:
        """Stop moving; nothing is changed."""
        if self._edges is not None:
            self._edges = None
            self._parts.edges.hide()
            here = self._parts.views.text.here
            self._parts.views.text.select(Span(here, here))

    def _begin(self, span: Span, bounds: Span, keep: Callable[[Span], object]) -> None:
        self._keep = keep
        self._edges = Edges(self._parts.views.content.text, span, bounds)
        self._parts.edges.show()
        self._parts.edges.setFocus()
        self._show(self._edges)

    def _act(self, command: str) -> None:
        if self._edges is None:
            return
        if command in self._acts:
            self._edges = self._acts[command](self._edges)
            self._show(self._edges)
            return
        span = self._edges.span
        self.leave()
        self._parts.focus_work()
        if command == "edges.keep":
            self._keep(span)

    def _show(self, edges: Edges) -> None:
        self._parts.views.show_selected(edges.span)
        words = " ".join(edges.span.of(edges.text).split())
        self._parts.edges.say(edges.edge, words)

    def _select(self, span: Span) -> None:
        self._parts.views.text.select(span)
        self._parts.views.focus()

    def _change_tag(self, tag: Tag, span: Span) -> None:
        self._desk.change(
            tr("Move the edges of the tag"), lambda d: d.change_tag(tag.id, span=span)
        )

    def _change_suggestion(self, kept: KeptSuggestion, span: Span) -> None:
        queue = self._parts.models.queue
        queue.choose(kept.id, replace(queue.choice_of(kept), span=span))
        self._parts.queue.refit()
        self._decider.shown()
        self._desk.events.say(tr("The edges are set. A accepts it so."))
