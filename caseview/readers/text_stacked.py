"""Numbers and bullets that stand one under another above the entries they belong to."""

import re
from collections.abc import Iterator, Sequence

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
    place = 0
    while place < len(blocks):
        block, page = blocks[place]
        above, marks = _marks_behind(block)
        place += 1
        while marks and place < len(blocks) and not _marks_behind(blocks[place][0])[0]:
            marks += _marks_behind(blocks[place][0])[1]
            place += 1
        entries, used = (
            _entries(blocks[place : place + len(marks)], len(marks))
            if _is_stack(marks)
            else ([], 0)
        )
        if entries and above:
            found.append((above, page))
        elif not entries:
            found += [(block, page), *((mark, page) for mark in marks[len(_own(block)) :])]
        found += [
            (f"{mark}\t{words}", on) for mark, (words, on) in zip(marks, entries, strict=False)
        ]
        place += used
    return found


def _own(block: str) -> list[str]:
    return _marks_behind(block)[1]


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


def _entries(blocks: Sequence[Block], wanted: int) -> tuple[list[Block], int]:
    """Return as many entries as there are marks, and how many blocks hold them, else nothing."""
    for strict in (True, False):
        entries: list[Block] = []
        for used, (block, page) in enumerate(blocks, start=1):
            entries += [(words, page) for words in _parted(block, strict=strict)]
            if len(entries) == wanted:
                return entries, used
            if len(entries) > wanted or _own(block):
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
