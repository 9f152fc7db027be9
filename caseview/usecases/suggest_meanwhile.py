"""Suggests on what is imported by the codebook in use now, and by what was learned."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from caseview.domain.codebook import Codebook
from caseview.domain.description import ReadDocument
from caseview.domain.learned import LearnedRule, switched_off
from caseview.domain.suggestion import Suggestion
from caseview.tagging.suggest import Tagger
from caseview.usecases.suggest_learned import Hand, hands_of, said_of
from caseview.usecases.work import Casebook, Work


class KeepingUp:
    """Keeps the suggestions of an import up with the codebook and with what was learned.

    A reader goes on with the codebook it began with, for its children hold it, and knows nothing
    of learned rules.
    """

    def __init__(self, codebook: Codebook, learned: Sequence[LearnedRule]) -> None:
        self._read_by = codebook
        self._learned = tuple(rule for rule in learned if rule.is_on)
        self._tagger: tuple[Codebook, Tagger] | None = None
        self._hands: tuple[object, tuple[Hand, ...]] = (None, ())

    def brought_up(self, work: Work, read: ReadDocument) -> ReadDocument:
        """Return a document as read, with the suggestions that are to be filed with it."""
        put = self._by_codebook(work.codebook, read)
        return replace(read, suggestions=(*put, *self._by_learned(work, read, put)))

    def _by_codebook(self, codebook: Codebook, read: ReadDocument) -> tuple[Suggestion, ...]:
        """Return what the codebook in use suggests; made anew only where it changed meanwhile."""
        if codebook == self._read_by:
            return read.suggestions
        if self._tagger is None or self._tagger[0] != codebook:
            self._tagger = (codebook, Tagger(codebook))
        about, guess = read.description, read.description.guess
        return self._tagger[1].suggest(about.passages, kind=guess.kind, form=guess.form)

    def _by_learned(
        self, work: Work, read: ReadDocument, put: Sequence[Suggestion]
    ) -> Iterator[Suggestion]:
        """Yield what learned rules suggest where no rule of the codebook suggests the theme."""
        if not self._learned:
            return
        known = (work.codebook, switched_off(work.saved.settings()))
        if self._hands[0] != known:
            on = [rule for rule in self._learned if rule.theme not in known[1]]
            self._hands = (known, hands_of(work.codebook, on))
        taken = {(one.theme, one.start) for one in put}
        for passage in read.description.passages:
            inside = {theme for theme, start in taken if passage.start <= start < passage.end}
            for one in said_of(passage, self._hands[1]):
                if one.theme not in inside:
                    yield one


def keeping_up(casebook: Casebook, codebook: Codebook | None) -> KeepingUp:
    """Return what keeps an import up; `codebook` is what its reader suggests by (None: in use)."""
    with casebook.reading() as work:
        return KeepingUp(codebook or work.codebook, work.learned.all())
