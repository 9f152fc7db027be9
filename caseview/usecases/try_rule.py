"""Tries a rule on the casebook while it is being written; nothing is kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from caseview.domain.codebook import Codebook, Effect, Rule
from caseview.domain.codebook_effect import Happens, Touched
from caseview.domain.document import Document
from caseview.domain.passage import KeptPassage
from caseview.domain.suggestion import Level, Suggestion
from caseview.tagging.matcher import Matcher, fold
from caseview.tagging.notation import Pattern, parse, parse_named
from caseview.tagging.suggest import Tagger
from caseview.usecases.ports import Rows, Stop
from caseview.usecases.work import Casebook, Work

SHOWN = 50
_AT_ONCE = 500


class Touching(Protocol):
    """Finds the passages that the words of a pattern can touch."""

    def passages(self, rows: Rows, pattern: Pattern) -> list[int] | None:
        """Return the ids of the passages that may match; None where all of them may."""
        ...

    def carrying(self, rows: Rows, theme: str) -> frozenset[int]:
        """Return the ids of the passages that have a suggestion or a tag of a theme."""
        ...


@dataclass(frozen=True, slots=True)
class Attempt:
    """A rule as it stands so far, for a theme of a codebook."""

    codebook: Codebook
    theme: str
    effect: Effect
    pattern: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What a rule finds: passages and reviews, how many of the passages have the theme already.

    `shown` are the first of the sentences; for a false friend they are what its words touch, and
    `known` says how many of them it could hold back.
    """

    passages: int
    reviews: int
    known: int
    shown: tuple[Touched, ...]


def try_rule(casebook: Casebook, touching: Touching, attempt: Attempt, *, stop: Stop) -> Trial:
    """Return what a rule alone would find, with what holds the theme back in force.

    Stopped, it returns what was found so far. Raises NotationError when the pattern cannot be
    read, CodebookError when the theme is unknown.
    """
    tree = parse(attempt.pattern, parse_named(attempt.codebook.words))
    tagger = Tagger(_alone(attempt))
    with casebook.reading() as work:
        ids = touching.passages(work.sql, tree)
        known = touching.carrying(work.sql, attempt.theme)
        documents = {one.id: one for one in work.documents.all()}
        finding = _Finding(tagger, Matcher(attempt.pattern, parse_named(attempt.codebook.words)))
        found = []
        for kept in _texts(work, ids, documents):
            if stop():
                break
            found += finding.of(kept, documents[kept.document_id])
        shown = found[:SHOWN]
        reviews = work.reviews.these({kept.review_id for kept, _ in shown})
    titles = {review.id: review.title for review in reviews}
    return Trial(
        len(found),
        len({kept.review_id for kept, _ in found}),
        sum(kept.id in known for kept, _ in found),
        tuple(_shown(kept, put, titles) for kept, put in shown),
    )


@dataclass(frozen=True, slots=True)
class _Finding:
    """Looks in one passage after the other."""

    tagger: Tagger
    matcher: Matcher

    def of(self, kept: KeptPassage, document: Document) -> list[tuple[KeptPassage, Suggestion]]:
        if self.matcher.find(fold(kept.passage.text)) is None:
            return []
        put = self.tagger.suggest([kept.passage], kind=document.kind, form=document.form)
        return [(kept, one) for one in put]


def _alone(attempt: Attempt) -> Codebook:
    """Return the codebook with nothing but the rule, and what holds its theme back."""
    theme = attempt.codebook.theme(attempt.theme)
    tried = Effect.TOPIC if attempt.effect is Effect.FALSE_FRIEND else attempt.effect
    rule = Rule(f"{theme.id}.tried", theme.id, tried, attempt.pattern)
    held = () if attempt.effect is Effect.FALSE_FRIEND else theme.rules
    friends = tuple(one for one in held if one.effect is Effect.FALSE_FRIEND)
    only = replace(theme, rules=(rule, *friends), telling=None, retired=False)
    return replace(attempt.codebook, themes=(only,))


def _texts(
    work: Work, ids: Sequence[int] | None, documents: dict[int, Document]
) -> Iterator[KeptPassage]:
    if ids is None:
        for document_id in documents:
            yield from work.documents.passages(document_id)
        return
    for begin in range(0, len(ids), _AT_ONCE):
        yield from work.decisions.passages(ids[begin : begin + _AT_ONCE])


def _shown(kept: KeptPassage, put: Suggestion, titles: dict[int, str]) -> Touched:
    return Touched(
        happens=Happens.ADDED,
        theme=put.theme,
        was="",
        document_id=kept.document_id,
        review_id=kept.review_id,
        review=titles[kept.review_id],
        page=kept.passage.page,
        paragraph=kept.passage.printed or str(kept.passage.number),
        start=put.start,
        end=put.end,
        text=put.text,
        reads_as=put.reads_as,
        weak=put.confidence < Level.NORMAL.least,
    )
