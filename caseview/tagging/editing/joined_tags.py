"""Moves tags to other themes; what would then stand twice on the same words is joined."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from caseview.domain.tag import Tag

Words = Callable[[int, int, int], str]
"""Returns the words of a document (by id) from one offset to another."""


@dataclass(frozen=True, slots=True)
class TagMove:
    """What becomes of a tag; `after` None says that it joined another one."""

    before: Tag
    after: Tag | None


def move_tags(
    tags: Sequence[Tag], theme_of: Callable[[Tag], str], words: Words
) -> tuple[TagMove, ...]:
    """Return what becomes of each tag that changes when each gets the theme `theme_of` says.

    A tag that moves joins a tag of the same coder and theme that it overlaps, when both read
    alike or stand on the very same words: that one then covers both stretches and is a key quote
    if either was. Tags of different coders never join.
    """
    now: dict[int, Tag] = {}
    gone: list[Tag] = []
    for tag in [*_staying(tags, theme_of), *_moving(tags, theme_of)]:
        moved = replace(tag, theme=theme_of(tag))
        there = None
        if moved != tag:
            there = next((one for one in now.values() if _same(one, moved)), None)
        if there is None:
            now[tag.id] = moved
        else:
            now[there.id] = _both(there, moved, words)
            gone.append(tag)
    kept = {tag.id: tag for tag in tags}
    # A tag that goes makes room before the one it joins grows.
    return (
        *(TagMove(tag, None) for tag in gone),
        *(TagMove(kept[one.id], one) for one in now.values() if one != kept[one.id]),
    )


def _staying(tags: Sequence[Tag], theme_of: Callable[[Tag], str]) -> list[Tag]:
    return [tag for tag in tags if theme_of(tag) == tag.theme]


def _moving(tags: Sequence[Tag], theme_of: Callable[[Tag], str]) -> list[Tag]:
    return [tag for tag in tags if theme_of(tag) != tag.theme]


def _same(one: Tag, other: Tag) -> bool:
    mine = (one.document_id, one.page, one.coder, one.theme)
    if mine != (other.document_id, other.page, other.coder, other.theme):
        return False
    if (one.start, one.end) == (other.start, other.end):
        return True
    alike = (one.reads_as, one.restated) == (other.reads_as, other.restated)
    return alike and one.start < other.end and other.start < one.end


def _both(one: Tag, other: Tag, words: Words) -> Tag:
    first = min(one, other, key=lambda tag: tag.start)
    start, end = first.start, max(one.end, other.end)
    whole = next((tag for tag in (one, other) if (tag.start, tag.end) == (start, end)), None)
    return replace(
        one,
        start=start,
        end=end,
        text=whole.text if whole is not None else words(one.document_id, start, end),
        passage_id=first.passage_id,
        is_key=one.is_key or other.is_key,
    )
