"""Finding words in the document that is open, and going from hit to hit of a search."""

from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtCore import QObject

from caseview.counting.wording import number
from caseview.desktop.desk import Desk
from caseview.desktop.jobs import Failure, Job
from caseview.desktop.models.finding import folded, following, occurrences
from caseview.desktop.models.results import marks_in, narrowed_query
from caseview.desktop.pages.reader.views import Views
from caseview.desktop.session.session import Session
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.find_bar import FindBar
from caseview.domain.document import Document
from caseview.domain.errors import QueryError
from caseview.domain.query import Search
from caseview.domain.span import Span

LONGEST = 80
MOST_HITS = 1000
Hits = tuple[tuple[Span, ...], ...]


@dataclass
class _Plain:
    """A text and, once asked for on a worker, its plain letters."""

    text: str

    @cached_property
    def letters(self) -> str:
        return folded(self.text)

    def spans(self, typed: str) -> tuple[Span, ...]:
        return occurrences(self.letters, typed)


class Finding(QObject):
    """Answers Ctrl+F, F3 and Shift+F3."""

    def __init__(self, desk: Desk, views: Views, bar: FindBar) -> None:
        super().__init__(bar)
        self._desk = desk
        self._views = views
        self._bar = bar
        self._plain = _Plain("")
        self._spans: tuple[Span, ...] = ()
        self._words: tuple[Span, ...] = ()
        self._at: int | None = None
        self._from = 0
        bar.typed.connect(self._look)
        bar.step.connect(self.step)
        bar.left.connect(self.close)

    def show(self, text: str) -> None:
        """Find in this text from now on."""
        self._plain = _Plain(text)
        self._forget()
        self._bar.hide()

    @property
    def spans(self) -> tuple[Span, ...]:
        """The stretches found, or the hits of the search the document was opened from."""
        return self._spans

    def follow(self, search: Search, document: Document, span: Span) -> None:
        """Go from hit to hit of a search from now on, beginning at the one at `span`."""
        within = narrowed_query(search.query, {"title": frozenset({document.name})})
        asked = replace(search, query=within, limit=MOST_HITS, skip=0)
        self._from = span.start

        def look(session: Session, job: Job[Hits]) -> Hits:
            return marks_in(session.searching.search(asked, job.stopped).hits, document.id)

        doing = tr("Find the hits in the document")
        self._desk.look("reader-find", doing, look, self._followed, self._not_followed)

    def open(self) -> None:
        """Show the bar; words selected are looked for at once."""
        selected = self._views.text.selection()
        self._forget()
        self._from = self._views.text.here if selected is None else selected.start
        if selected is not None and len(selected) <= LONGEST:
            self._bar.field.setText(" ".join(selected.of(self._plain.text).split()))
        self._bar.open()
        self._look(self._bar.field.text())

    def step(self, step: int) -> None:
        """Go to the next stretch (1) or the one before (-1)."""
        if not self._bar.isVisible() and not self._spans:
            self.open()
        elif self._spans and self._at is not None:
            self._go(self._at + step)

    def close(self) -> None:
        """Hide the bar and its marks; the cursor stays where it came to."""
        self._bar.hide()
        self._forget()
        self._views.show_found(())
        self._views.focus()

    @property
    def is_open(self) -> bool:
        """Whether the bar shows."""
        return self._bar.isVisible()

    def _look(self, typed: str) -> None:
        plain = self._plain
        self._desk.read(
            tr("Find words in the document"),
            lambda _session: plain.spans(typed),
            self._found,
            name="reader-find",
        )

    def _not_followed(self, failure: Failure) -> None:
        """Stay at the words; what could not be read of the query is said in Search already."""
        if not isinstance(failure.error, QueryError):
            self._desk.jobs.failed.emit(failure)

    def _followed(self, hits: Hits) -> None:
        """Show every word found; the hit one came to is where to go on from."""
        spans = tuple(marks[0] for marks in hits)
        here = [n for n, span in enumerate(spans) if span.start == self._from]
        if here and not self._bar.isVisible():
            self._spans, self._at = spans, here[0]
            self._words = tuple(mark for marks in hits for mark in marks)
            self._views.show_found(self._words, spans[here[0]])
            self._say_hit()

    def _say_hit(self) -> None:
        at = 0 if self._at is None else self._at
        self._desk.events.say(
            tr(
                "Hit {0} of {1} in this document  ·  F3 and Shift+F3 go from hit to hit",
                number(at + 1),
                number(len(self._spans)),
            )
        )

    def _forget(self) -> None:
        self._spans, self._words, self._at = (), (), None

    def _found(self, spans: tuple[Span, ...]) -> None:
        if not self._bar.isVisible():
            return
        self._spans = spans
        self._at = None
        first = following(spans, self._from)
        if first is None:
            self._views.show_found(())
            self._bar.say(0, 0)
        else:
            self._go(first)

    def _go(self, at: int) -> None:
        self._at = at % len(self._spans)
        here = self._spans[self._at]
        self._from = here.start
        self._views.show_found(self._words or self._spans, here)
        self._views.reveal(here)
        if self._words:
            self._say_hit()
        else:
            self._bar.say(self._at + 1, len(self._spans))
