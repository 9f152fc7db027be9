"""Finds what two coders decided otherwise: a theme one of them used, or words read otherwise."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from caseview.domain.agreement import (
    Differing,
    Disagreement,
    ParagraphPlace,
    Per,
    Settlement,
)
from caseview.domain.tag import Tag

_Key = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Decided:
    """What two coders decided.

    `tags` maps each of the two to that coder's own tags, as they were before anything was
    settled; `paragraphs` are those of the documents, in reading order.
    """

    coders: tuple[str, str]
    tags: Mapping[str, Sequence[Tag]]
    paragraphs: Sequence[ParagraphPlace]
    settlements: Sequence[Settlement] = ()


def units_of(tags: Iterable[Tag], per: Per, paragraphs: "Places") -> dict[_Key, tuple[Tag, ...]]:
    """Return tags by the (unit, theme) they use; a tag over two paragraphs is used in both."""
    found: dict[_Key, list[Tag]] = {}
    for tag in tags:
        for unit in paragraphs.units(tag, per):
            found.setdefault((unit, tag.theme), []).append(tag)
    return {key: tuple(some) for key, some in found.items()}


class Places:
    """Knows which units the words of a tag stand in."""

    def __init__(self, paragraphs: Iterable[ParagraphPlace]) -> None:
        self._by_document: dict[int, list[ParagraphPlace]] = {}
        for place in paragraphs:
            self._by_document.setdefault(place.document_id, []).append(place)

    def units(self, tag: Tag, per: Per) -> tuple[int, ...]:
        """Return the ids of the units; for a heading that was tagged, its own passage.

        A whole page without words stands in no paragraph.
        """
        if per is Per.REVIEW:
            return (tag.review_id,)
        if per is Per.DOCUMENT:
            return (tag.document_id,)
        if tag.passage_id is None:
            return ()
        here = [
            place.id
            for place in self._by_document.get(tag.document_id, ())
            if place.start < tag.end and tag.start < place.end
        ]
        return tuple(here) or (tag.passage_id,)


def theme_disagreements(decided: Decided, per: Per) -> tuple[Disagreement, ...]:
    """Return each unit and theme that one of the two used and the other did not, in no order.

    `decided` is of documents that both finished: elsewhere the other may yet come to it.
    """
    return tuple(_themes(decided, per, Places(decided.paragraphs)))


def reading_disagreements(decided: Decided) -> tuple[Disagreement, ...]:
    """Return each paragraph where both used a theme but read it otherwise, in no order."""
    return tuple(_readings(decided, Places(decided.paragraphs)))


def in_order(found: Iterable[Disagreement]) -> tuple[Disagreement, ...]:
    """Return disagreements with those still open first, each in reading order."""
    return tuple(sorted(found, key=_order))


def _themes(decided: Decided, per: Per, places: Places) -> Iterator[Disagreement]:
    mine, others = (units_of(decided.tags[coder], per, places) for coder in decided.coders)
    for unit, theme in mine.keys() ^ others.keys():
        tags = mine.get((unit, theme), ()), others.get((unit, theme), ())
        yield _made(decided, per, (unit, theme), Differing.THEME, tags)


def _readings(decided: Decided, places: Places) -> Iterator[Disagreement]:
    mine, others = (
        units_of(decided.tags[coder], Per.PARAGRAPH, places) for coder in decided.coders
    )
    for key in mine.keys() & others.keys():
        if {tag.reads_as for tag in mine[key]} != {tag.reads_as for tag in others[key]}:
            tags = mine[key], others[key]
            yield _made(decided, Per.PARAGRAPH, key, Differing.READING, tags)


def _made(
    decided: Decided,
    per: Per,
    key: _Key,
    differing: Differing,
    tags: tuple[tuple[Tag, ...], tuple[Tag, ...]],
) -> Disagreement:
    unit, theme = key
    ids = {tag.id for some in tags for tag in some}
    settled = tuple(
        one
        for one in decided.settlements
        if one.theme == theme and ids.intersection(tag.id for tag in one.before)
    )
    return Disagreement(theme, per, unit, differing, decided.coders, *tags, settled)


def _order(found: Disagreement) -> tuple[object, ...]:
    tags = (*found.mine, *found.others)
    first = min((tag.review_id, tag.document_id, tag.start) for tag in tags)
    return bool(found.settled), first, found.theme, found.differing
