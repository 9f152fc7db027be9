"""The population: which reviews and documents a table counts, and which it leaves out."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from caseview.domain.crosstab import Alike, Counts, CrossTabSpec, LeftOut
from caseview.domain.document import Document
from caseview.domain.review import Review, Status


@dataclass(frozen=True, slots=True)
class Population:
    """The reviews that a table counts, by title, their counted documents by id, and the rest."""

    reviews: tuple[Review, ...]
    documents: Mapping[int, Document]
    left_out: LeftOut


def population(
    reviews: Iterable[Review], spec: CrossTabSpec, selected: frozenset[int] | None
) -> Population:
    """Return whom `spec` counts among `reviews`; `selected` are the ids a filter lets through.

    Tags count finished reviews; provisional counts take every review with text that is not
    screened out (DECISIONS 7). Each review left out is left out for one reason: the filter
    first, then screening, then want of text, then that it is not finished.
    """
    kept: list[Review] = []
    out = {"filtered": 0, "screened_out": 0, "no_text": 0, "not_finished": 0}
    for review in reviews:
        reason = _reason(review, spec, selected)
        if reason:
            out[reason] += 1
        else:
            kept.append(review)
    documents = {document.id: document for review in kept for document in counted(review)}
    return Population(tuple(kept), documents, LeftOut(**out))


def counted(review: Review) -> tuple[Document, ...]:
    """Return the documents of a review that count for it.

    These are the ones with text that no newer version stands in for, without briefings, letters
    and the like unless the review has nothing else.
    """
    readable = tuple(document for document in review.documents if document.stands)
    return tuple(document for document in readable if document.form.counted) or readable


def counting(spec: CrossTabSpec) -> Callable[[Alike], bool]:
    """Return what tells whether mentions are counted, their documents apart.

    A suggestion that was skipped is still undecided and counts like one; a rejected one is no
    mention at all.
    """
    least = spec.level.least if spec.counts is Counts.PROVISIONAL else _NEVER
    wanted = _wanted(spec)
    return lambda mention: (
        (not mention.suggested or mention.confidence >= least) and wanted(mention)
    )


def undecided(
    mentions: Iterable[Alike], spec: CrossTabSpec, documents: Mapping[int, Document]
) -> int:
    """Return how many suggestions of these documents await a decision and are not counted.

    Where only tags count these are the suggestions a provisional table would count; in a
    provisional table they are the ones below its level.
    """
    least, below = spec.level.least, spec.counts is Counts.PROVISIONAL
    wanted = _wanted(spec)
    # By the column and not by the mention, for there may be half a million.
    return sum(
        sum(map(documents.__contains__, group.documents))
        for group in mentions
        if group.suggested and (group.confidence < least) is below and wanted(group)
    )


_NEVER = 2.0


def _wanted(spec: CrossTabSpec) -> Callable[[Alike], bool]:
    """Return what tells whether a mention reads as asked for, restated only if asked for."""
    readings, restated = tuple(spec.reads_as), spec.restated
    return lambda mention: mention.reads_as in readings and (restated or not mention.restated)


def _reason(review: Review, spec: CrossTabSpec, selected: frozenset[int] | None) -> str:
    if selected is not None and review.id not in selected:
        return "filtered"
    if review.status is Status.SCREENED_OUT:
        return "screened_out"
    if review.status is Status.NO_TEXT:
        return "no_text"
    if spec.counts is Counts.TAGS and review.status is not Status.FINISHED:
        return "not_finished"
    return ""
