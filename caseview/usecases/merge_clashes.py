"""Counts what coders decided otherwise in a document once another casebook is merged in."""

from collections.abc import Iterable, Sequence, Set
from itertools import combinations

from caseview.counting.disagreements import (
    Decided,
    reading_disagreements,
    theme_disagreements,
)
from caseview.domain.agreement import Disagreement, ParagraphPlace, Per
from caseview.domain.tag import Tag

Clash = tuple[str, int, str, frozenset[str]]


def clashes(
    tags: Sequence[Tag], finished_by: Set[str], paragraphs: Sequence[ParagraphPlace]
) -> frozenset[Clash]:
    """Return every clash of two coders in one document, each by what tells it apart.

    The same that Agreement lists over paragraphs: a theme one of them used on a paragraph and the
    other, who finished the document too, did not; or the same paragraph and theme read otherwise.
    """
    coders = sorted({tag.coder for tag in tags} | finished_by)
    found: set[Clash] = set()
    for pair in combinations(coders, 2):
        decided = Decided(
            pair, {one: [tag for tag in tags if tag.coder == one] for one in pair}, paragraphs
        )
        if finished_by >= set(pair):
            found.update(_told(theme_disagreements(decided, Per.PARAGRAPH)))
        found.update(_told(reading_disagreements(decided)))
    return frozenset(found)


def _told(found: Iterable[Disagreement]) -> Iterable[Clash]:
    for one in found:
        yield one.theme, one.unit_id, one.differing.value, frozenset(one.coders)
