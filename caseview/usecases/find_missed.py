"""Finds passages in which a theme may have been missed, and passages like one another."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from math import log, sqrt

from caseview.domain.errors import CasebookError
from caseview.domain.learned import Missed
from caseview.domain.passage import KeptPassage
from caseview.domain.suggestion import Decision, KeptSuggestion, Level
from caseview.tagging.features import ROLE, features, weighed
from caseview.tagging.learned import LearnedTagger
from caseview.tagging.silence import is_silent
from caseview.usecases.work import Casebook, Work

_SHOWN_WORDS = 4
_REJECTED_COUNTS = 0.5
"""How much a rejected passage speaks against, beside a tagged one that speaks for.

(J. Rocchio, "Relevance feedback in information retrieval", 1971.)
"""
Likely = Callable[[KeptPassage], tuple[float, tuple[str, ...]]]


def find_missed(casebook: Casebook, theme_id: str, most: int = 20) -> tuple[Missed, ...]:
    """Return the passages without tag or suggestion most likely to hold a theme, likeliest first.

    By the learned rule where one was trained, whether or not it suggests; else by likeness to
    what was tagged, less likeness to what was rejected; where nothing is tagged yet, by what the
    rules found too faint to show. Raises CodebookError for an unknown theme.
    """
    with casebook.reading() as work:
        theme = work.codebook.theme(theme_id)
        tagged = {tag.passage_id for tag in work.decisions.tags() if tag.theme == theme_id}
        said = work.decisions.suggestions(themes=[theme_id])
        seen = tagged | {
            kept.passage_id for kept in said if kept.suggestion.confidence >= Level.NORMAL.least
        }
        learned = {rule.theme: rule for rule in work.learned.all()}.get(theme_id)
        if learned is not None:
            tagger = LearnedTagger(learned, theme)

            def likely(kept: KeptPassage) -> tuple[float, tuple[str, ...]]:
                return tagger.likelihood(kept.passage), tagger.words(kept.passage)

            return _best(_passages(work), likely, seen, most)
        if not tagged:
            return _best(_passages(work), _faint(said), seen, most)
        rejected = {kept.passage_id for kept in said if kept.decision is Decision.REJECTED}
        passages = tuple(_passages(work))
        return _best(passages, _Likeness(passages, tagged, rejected - tagged).of, seen, most)


def more_like(casebook: Casebook, passage_id: int, most: int = 20) -> tuple[Missed, ...]:
    """Return the passages most like one passage, the likest first.

    Raises CasebookError when there is no such passage.
    """
    with casebook.reading() as work:
        passages = tuple(_passages(work))
    if passage_id not in {kept.id for kept in passages}:
        raise CasebookError(
            f"There is no passage {passage_id} that can be compared.", "Choose another passage."
        )
    return _best(passages, _Likeness(passages, {passage_id}, set()).of, {passage_id}, most)


def _passages(work: Work) -> Iterator[KeptPassage]:
    """Yield every passage that can be tagged, of reviews that are not screened out."""
    for review in work.reviews.all():
        if review.screened_out is None:
            for document in review.documents:
                if document.stands:
                    for kept in work.documents.passages(document.id):
                        if not is_silent(kept.passage):
                            yield kept


def _faint(said: Iterable[KeptSuggestion]) -> Likely:
    """Return how sure the rules were of a passage, and the words they went by."""
    found = {kept.passage_id: kept.suggestion for kept in said}

    def likely(kept: KeptPassage) -> tuple[float, tuple[str, ...]]:
        put = found.get(kept.id)
        return (put.confidence, (put.text,)) if put is not None else (0.0, ())

    return likely


class _Likeness:
    """How like passages are to some, less how like to others, by the words they share."""

    def __init__(self, passages: Sequence[KeptPassage], like: set[int], unlike: set[int]) -> None:
        held = {kept.id: features(kept.passage) for kept in passages}
        counts = Counter(one for found in held.values() for one in set(found))
        self._rarity = {
            one: log((1 + len(held)) / (1 + count)) + 1
            for one, count in counts.items()
            if not one.startswith(ROLE)
        }
        self._goal = _sum((
            (1.0, [weighed(held[one], self._rarity) for one in sorted(like) if one in held]),
            (
                -_REJECTED_COUNTS,
                [weighed(held[one], self._rarity) for one in sorted(unlike) if one in held],
            ),
        ))

    def of(self, kept: KeptPassage) -> tuple[float, tuple[str, ...]]:
        """Return how like a passage is, from 0 to 1, and the words that make it so."""
        found = weighed(features(kept.passage), self._rarity)
        shares = {one: weight * self._goal.get(one, 0.0) for one, weight in found.items()}
        told = nlargest(
            _SHOWN_WORDS, (one for one in shares if shares[one] > 0), shares.__getitem__
        )
        return max(0.0, sum(shares.values())), tuple(told)


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
    passages: Iterable[KeptPassage], likely: Likely, seen: set[int], most: int
) -> tuple[Missed, ...]:
    scored = ((likely(kept), kept) for kept in passages if kept.id not in seen)
    best = nlargest(most, scored, key=lambda one: (one[0][0], -one[1].id))
    return tuple(_missed(kept, sure, words) for (sure, words), kept in best if sure > 0)


def _missed(kept: KeptPassage, sure: float, words: tuple[str, ...]) -> Missed:
    passage = kept.passage
    return Missed(
        kept.document_id, kept.id, kept.review_id, passage.start, passage.end, passage.text,
        passage.page, passage.number, round(sure, 3), words,
    )  # fmt: skip
