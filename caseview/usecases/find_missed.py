"""Finds passages in which a theme may have been missed, and passages like one another."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from heapq import nlargest
from math import log, sqrt
from typing import Protocol

from caseview.domain.english import English
from caseview.domain.errors import CasebookError
from caseview.domain.learned import By, Missed
from caseview.domain.passage import KeptPassage, Passage
from caseview.domain.span import Span
from caseview.domain.suggestion import Decision, KeptSuggestion, Level
from caseview.tagging.features import ROLE, features, weighed
from caseview.tagging.learned import LearnedTagger
from caseview.tagging.sentences import sentences
from caseview.tagging.silence import is_silent
from caseview.usecases.ports import Stop
from caseview.usecases.work import Casebook, Work

_SHOWN_WORDS = 4
_SAMPLED = 100
"""From how many documents at least it is told which words are rare."""

_AT_ONCE = 500
"""How many passages at most stand for those that were tagged or rejected."""

_REJECTED_COUNTS = 0.5
"""How much a rejected passage speaks against, beside a tagged one that speaks for.

(J. Rocchio, "Relevance feedback in information retrieval", 1971.)
"""


class Scale(Protocol):
    """Says how likely passages are; the words and the sentence are asked of the best alone."""

    by: By

    def sure(self, kept: KeptPassage) -> float:
        """Return how likely a passage is, from 0 to 1."""
        ...

    def words(self, kept: KeptPassage) -> tuple[str, ...]:
        """Return the words that make it likely, the weightiest first."""
        ...

    def span(self, kept: KeptPassage) -> Span:
        """Return the sentence that speaks most for it."""
        ...


def find_missed(
    casebook: Casebook, theme_id: str, most: int = 20, *, stop: Stop = lambda: False
) -> tuple[Missed, ...]:
    """Return the passages without tag or suggestion most likely to hold a theme, likeliest first.

    By the learned rule where one was trained, whether or not it suggests; else by likeness to
    what was tagged, less likeness to what was rejected; where nothing is tagged yet, by what the
    rules found too faint to show. What a coder turned down is left out. Stopped, it returns none.
    Raises CodebookError for an unknown theme.
    """
    with casebook.reading() as work:
        theme = work.codebook.theme(theme_id)
        tags = work.decisions.tags(themes=[theme_id])
        tagged = {tag.passage_id for tag in tags if tag.passage_id is not None}
        said = work.decisions.suggestions(themes=[theme_id])
        rejected = {kept.passage_id for kept in said if kept.decision is Decision.REJECTED}
        seen = {
            kept.passage_id for kept in said if kept.suggestion.confidence >= Level.NORMAL.least
        }
        learned = {rule.theme: rule for rule in work.learned.all()}.get(theme_id)
        scale: Scale
        if learned is not None:
            scale = _Rule(LearnedTagger(learned, theme))
        elif tagged:
            like, unlike = _these(work, tagged), _these(work, rejected - tagged)
            scale = _Likeness(_sample(work, stop), like, unlike)
        else:
            scale = _Faint(said)
        found = _best(_passages(work, stop), scale, tagged | rejected | seen, most)
    return () if stop() else found


def more_like(
    casebook: Casebook, passage_id: int, most: int = 20, *, stop: Stop = lambda: False
) -> tuple[Missed, ...]:
    """Return the passages most like one passage, the likest first; none when stopped.

    Raises CasebookError when there is no such passage.
    """
    with casebook.reading() as work:
        like = [kept for kept in _these(work, {passage_id}) if not is_silent(kept.passage)]
        if not like:
            raise CasebookError(
                English("There is no passage {0} that can be compared.", passage_id),
                "Choose another passage.",
            )
        scale = _Likeness(_sample(work, stop), like, ())
        found = _best(_passages(work, stop), scale, {passage_id}, most)
    return () if stop() else found


def passage_at(casebook: Casebook, document_id: int, offset: int) -> int:
    """Return the id of the passage that an offset of a document stands in, or the next before it.

    Raises CasebookError when the document has no passage there.
    """
    with casebook.reading() as work:
        before = [
            kept
            for kept in work.documents.passages(document_id)
            if kept.passage.start <= offset and not is_silent(kept.passage)
        ]
    if not before:
        raise CasebookError(
            "There are no words here that can be compared.", "Go to a paragraph and ask again."
        )
    return max(before, key=lambda kept: kept.passage.start).id


def _passages(work: Work, stop: Stop, every: int = 1) -> Iterator[KeptPassage]:
    """Yield every passage that can be tagged, of reviews that are not screened out.

    They are read one document after the other and never held, for a casebook may have a million;
    with `every`, of so many documents only one.
    """
    documents = [
        document.id
        for review in work.reviews.all()
        if review.screened_out is None
        for document in review.documents
        if document.stands
    ]
    for document_id in documents[::every]:
        if stop():
            return
        for kept in work.documents.passages(document_id):
            if not is_silent(kept.passage):
                yield kept


def _sample(work: Work, stop: Stop) -> Iterator[KeptPassage]:
    """Yield passages enough to tell which words are rare: all of them where they are few."""
    total = sum(len(review.documents) for review in work.reviews.all())
    return _passages(work, stop, max(1, total // _SAMPLED))


def _these(work: Work, ids: Collection[int]) -> list[KeptPassage]:
    """Return passages by id, those drawn from many that stand for them where there are many."""
    chosen = sorted(ids)[:: max(1, len(ids) // _AT_ONCE)][:_AT_ONCE]
    return list(work.decisions.passages(chosen))


class _Rule:
    """By a learned rule."""

    by = By.LEARNED

    def __init__(self, tagger: LearnedTagger) -> None:
        self._tagger = tagger

    def sure(self, kept: KeptPassage) -> float:
        return self._tagger.likelihood(kept.passage)

    def words(self, kept: KeptPassage) -> tuple[str, ...]:
        return self._tagger.words(kept.passage)

    def span(self, kept: KeptPassage) -> Span:
        return _sentence(kept, self)


class _Faint:
    """By how sure rules were that found something too faint to show."""

    by = By.FAINT

    def __init__(self, said: Iterable[KeptSuggestion]) -> None:
        self._found = {kept.passage_id: kept.suggestion for kept in said}

    def sure(self, kept: KeptPassage) -> float:
        put = self._found.get(kept.id)
        return 0.0 if put is None else put.confidence

    def words(self, kept: KeptPassage) -> tuple[str, ...]:
        return (self._found[kept.id].text,)

    def span(self, kept: KeptPassage) -> Span:
        return Span(self._found[kept.id].start, self._found[kept.id].end)


class _Likeness:
    """By how like passages are to some, less how like to others, in the words they share."""

    by = By.LIKENESS

    def __init__(
        self,
        sample: Iterable[KeptPassage],
        like: Sequence[KeptPassage],
        unlike: Sequence[KeptPassage],
    ) -> None:
        goals = [[features(kept.passage) for kept in some] for some in (like, unlike)]
        # Pairs of words are without number; only those of the passages compared with are kept.
        pairs = {one for some in goals for held in some for one in held if " " in one}
        counts: Counter[str] = Counter()
        total = 0
        for kept in sample:
            total += 1
            counts.update({one for one in features(kept.passage) if " " not in one or one in pairs})
        known = {*counts, *(one for some in goals for held in some for one in held)}
        self._rarity = {
            one: log((1 + total) / (1 + counts[one]))  # what stands everywhere tells nothing
            for one in known
            if not one.startswith(ROLE)
        }
        self._goal = _sum(
            (factor, [weighed(held, self._rarity) for held in some])
            for factor, some in zip((1.0, -_REJECTED_COUNTS), goals, strict=True)
        )

    def sure(self, kept: KeptPassage) -> float:
        return max(0.0, sum(self._shares(kept).values()))

    def words(self, kept: KeptPassage) -> tuple[str, ...]:
        shares = self._shares(kept)
        held = (one for one in shares if shares[one] > 0)
        return tuple(nlargest(_SHOWN_WORDS, held, shares.__getitem__))

    def span(self, kept: KeptPassage) -> Span:
        return _sentence(kept, self)

    def _shares(self, kept: KeptPassage) -> dict[str, float]:
        found = weighed(features(kept.passage), self._rarity)
        return {one: weight * self._goal.get(one, 0.0) for one, weight in found.items()}


def _sum(
    parts: Iterable[tuple[float, Sequence[Mapping[str, float]]]],
) -> dict[str, float]:
    """Return the sum of the middles of some weights, of length 1."""
    total: dict[str, float] = {}
    for factor, some in parts:
        for one in some:
            for word, weight in one.items():
                total[word] = total.get(word, 0.0) + factor * weight / len(some)
    length = sqrt(sum(weight * weight for weight in total.values()))
    return {word: weight / length for word, weight in total.items()} if length else {}


def _best(
    passages: Iterable[KeptPassage], scale: Scale, seen: set[int], most: int
) -> tuple[Missed, ...]:
    scored = ((scale.sure(kept), kept) for kept in passages if kept.id not in seen)
    best = nlargest(most, scored, key=lambda one: (one[0], -one[1].id))
    return tuple(_missed(kept, sure, scale) for sure, kept in best if sure > 0)


def _missed(kept: KeptPassage, sure: float, scale: Scale) -> Missed:
    passage = kept.passage
    return Missed(
        kept.document_id, kept.id, kept.review_id, passage.start, passage.end, passage.text,
        passage.page, passage.number, round(sure, 3), scale.words(kept), scale.by,
        scale.span(kept),
    )  # fmt: skip


def _sentence(kept: KeptPassage, scale: Scale) -> Span:
    """Return the sentence of a passage that is the likeliest by itself."""
    passage = kept.passage
    parts = sentences(passage.text) or [(0, len(passage.text))]

    def sure(part: tuple[int, int]) -> float:
        words = passage.text[slice(*part)]
        alone = Passage(part[0], part[1], words, passage.number, passage.page, passage.role)
        return scale.sure(replace(kept, passage=alone))

    begin, end = max(parts, key=sure)
    return Span(passage.start + begin, passage.start + end)
