"""Numbers and bullets that stand one under another above the entries they belong to."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from caseview.readers.joins import is_closed
from caseview.readers.numbering import is_bullet

_NUMBER = re.compile(r"\(?(?P<count>\d{1,2})[.)]")
_ENTRY_ENDS = (".", ";", "?", ":", "; and", "; or")
_FULL = 0.85
_FEWEST = 2

Block = tuple[str, int | None]


def with_own_marks(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, each entry whose mark stands in a stack above it with that mark.

    A program that turns PDFs into text may write the marks of a list first and its entries after
    them, without a gap between those. Marks stay where they are unless there is one entry, and no
    more, for each.
    """
    found: list[Block] = []
    parted = [_marks_behind(block) for block, _ in blocks]
    place = 0
    while place < len(blocks):
        (block, page), (above, own) = blocks[place], parted[place]
        below = list(takewhile(_is_marks_alone, islice(parted, place + 1, None))) if own else []
        more = [mark for _, marks in below for mark in marks]
        marks = [*own, *more]
        place += 1 + len(below)
        entries, used = _entries(blocks[place : place + len(marks)], marks)
        if not entries:
            found += [(block, page), *((mark, page) for mark in more)]
            continue
        if above:
            found.append((above, page))
        marked = zip(marks, entries, strict=True)
        found += [(f"{mark}\t{words}", on) for mark, (words, on) in marked]
        place += used
    return found


def _is_marks_alone(parted: tuple[str, list[str]]) -> bool:
    above, _ = parted
    return not above


def _marks_behind(block: str) -> tuple[str, list[str]]:
    """Return a block without the marks alone on its last lines, and those marks."""
    lines = block.strip().split("\n")
    marks: list[str] = []
    while lines and _is_mark(lines[-1]):
        marks.insert(0, lines.pop().strip())
    return "\n".join(lines), marks


def _is_mark(line: str) -> bool:
    return is_bullet(line) or _NUMBER.fullmatch(line.strip()) is not None


def _is_stack(marks: Sequence[str]) -> bool:
    """Whether marks are bullets, or numbers that count on."""
    counts = [int(match["count"]) for mark in marks if (match := _NUMBER.fullmatch(mark))]
    if not counts:
        return bool(marks)
    in_order = counts == list(range(counts[0], counts[0] + len(marks)))
    return in_order and len(marks) >= _FEWEST


def _entries(blocks: Sequence[Block], marks: Sequence[str]) -> tuple[list[Block], int]:
    """Return an entry for each mark of a stack, and how many blocks hold them, else nothing."""
    for strict in (True, False) if _is_stack(marks) else ():
        entries: list[Block] = []
        for used, (block, page) in enumerate(blocks, start=1):
            entries += [(words, page) for words in _parted(block, strict=strict)]
            if len(entries) == len(marks):
                return entries, used
            if len(entries) > len(marks) or _marks_behind(block)[1]:
                break
    return [], 0


def _parted(block: str, *, strict: bool) -> Iterator[str]:
    """Yield the entries of a block: each ends with its sentence, where `strict` on a short line."""
    lines = block.strip().split("\n")
    widest = max(map(len, lines))
    held: list[str] = []
    for line in lines:
        held.append(line)
        ended = line.rstrip().endswith(_ENTRY_ENDS) or is_closed(line)
        if ended and not (strict and len(line) > _FULL * widest):
            yield "\n".join(held)
            held = []
    if held:
        yield "\n".join(held)
