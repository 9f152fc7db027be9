"""Concerns that a coroner's report numbers or bullets, each with all that stands under it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from caseview.readers.concern_blocks import Block
from caseview.readers.concern_titles import (
    LONGEST_LEAD,
    asks,
    is_title,
    leads_to_evidence,
    names_a_body,
    plain,
    turns,
)

_JURY = re.compile(
    r"\b(?:jury|record of inquest|narrative|conclusion|medical cause|cause of death)\b"
    r".{0,160}[:\-]\W*$"
    r"|\bjury\b[^.]{0,60}\b(?:found|concluded|recorded|returned|determined)\b"
)
_STATED = re.compile(
    r"(?:however,? )?(?:i am|i remain|it is a matter of|there is) (?:\w+ )?concern"
)
_LEAD = re.compile(r":\W*$")
# A sentence that is whole before the words that lead on to a list.
_SAYS_BEFORE = re.compile(r"\w{3}\.\s+\S")
_ANNOUNCES = re.compile(
    r"\b(?:concern\w*|following|matters?|issues?|points?|areas?|failures?|failings?|respects)\b"
)
_MOST_SKIPPED = 4
_MOST_REPEATED = 2
_SECOND = 2
_FEW = 5


def listed_concerns(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the numbered concerns with all that stands under each, else the bulleted ones.

    [] where nothing is listed. What a jury found, evidence told before the coroner's own concerns
    and requests after them are left out.
    """
    blocks = _under_titles(text, blocks)
    style = _counted_by(blocks)
    if not style:
        return _bulleted(text, blocks)
    lone = sum(1 for b in blocks if b.style == style) == 1
    if lone and (blocks[0].style != style or len(blocks) > _FEW):
        return []
    groups = _own(text, _added(text, _grouped(text, blocks, style)))
    return [item for group in groups for item in _opened(text, group)]


def _counted_by(blocks: Sequence[Block]) -> str:
    """Return the style of the numbers that count the concerns, "" where none does.

    It is that of the first 1, or of a first 2 where the form's own words stood under 1.
    """
    firsts = [b.style for b in blocks if b.value == 1]
    second = next((b for b in blocks if b.style), None)
    if not firsts and second and second.value == _SECOND:
        return second.style
    return next((style for style in firsts if style != "word"), "".join(firsts[:1]))


def _under_titles(text: str, blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks without lettered titles where a list begins anew under each of them."""
    letters = [n for n, b in enumerate(blocks) if b.style == blocks[0].style] if blocks else []
    if len(letters) < _SECOND or blocks[0].style not in {"a", "(a"}:
        return blocks
    below = [blocks[n + 1 : n + 2] for n in letters]
    anew = all(one and one[0].value == 1 and one[0].style != blocks[0].style for one in below)
    titles = all(is_title(text, blocks[n]) for n in letters)
    return [b for b in blocks if b.style != blocks[0].style] if anew and titles else blocks


def _grouped(text: str, blocks: Sequence[Block], style: str) -> list[list[Block]]:
    """Return each number of `style` with what stands under it; what a jury found is left out."""
    groups: list[list[Block]] = []
    jury = opens = False
    expected = 1
    for place, block in enumerate(blocks):
        again = block.value == 1 and expected == _SECOND and bool(groups)
        counts = block.style == style and _in_turn(block, expected) and not again
        if counts:
            expected = block.value + 1
            if block.value == 1:
                jury = place > 0 and _JURY.search(plain(text, blocks[place - 1])) is not None
        if jury:
            continue
        if counts or opens:
            groups.append([block])
            opens = False
        elif groups and _for_body(text, blocks, place):
            opens = True
        elif groups and not _heads_next(text, blocks, place, style):
            groups[-1].append(block)
    return groups


def _for_body(text: str, blocks: Sequence[Block], place: int) -> bool:
    """Whether a block names whom a concern is for that stands below it without a number."""
    after = blocks[place + 1 : place + 2]
    if not after or after[0].style or blocks[place].style or not _is_sentence(text, after[0]):
        return False
    return is_title(text, blocks[place]) and names_a_body(text, blocks[place])


def _heads_next(text: str, blocks: Sequence[Block], place: int, style: str) -> bool:
    """Whether a block is a heading above the next number, and no part of the concern before."""
    after = blocks[place + 1 : place + 2]
    headed = bool(after) and after[0].style == style and not blocks[place].style
    return headed and is_title(text, blocks[place])


def _in_turn(block: Block, expected: int) -> bool:
    """Whether a number goes on with the list, begins it again, or skips or repeats a few of it."""
    if block.style == "word" and block.value > 1:
        return True
    return block.value == 1 or -_MOST_REPEATED <= block.value - expected <= _MOST_SKIPPED - 1


def _added(text: str, groups: list[list[Block]]) -> list[list[Block]]:
    """Return the groups with what is stated below the last number as one of its own."""
    if len(groups) < _SECOND or any(block.style for block in groups[-1][1:]):
        return groups
    last = groups[-1]
    first = next((n for n, b in enumerate(last) if n and _STATED.match(plain(text, b))), None)
    return groups if first is None else [*groups[:-1], last[:first], last[first:]]


def _own(text: str, groups: list[list[Block]]) -> list[list[Block]]:
    """Return the groups without what was heard where the concerns follow, and without requests.

    "1. Evidence was heard that: (i) ... 2. I have concerns with regard to the following: (i) ..."
    states its concerns under 2. A request after the concerns is part of the last of them.
    """
    turned = any(turns(text, group[0]) and group[1:] for group in groups)
    kept: list[list[Block]] = []
    for group in groups:
        if turned and leads_to_evidence(text, group[0]):
            continue
        if kept and asks(text, group[0]):
            kept[-1].extend(replace(block, number="", style="", value=0) for block in group)
        else:
            kept.append(list(group))
    return kept


def _opened(text: str, group: list[Block]) -> list[Block]:
    """Return the concern under one number, or those that its short opening words announce."""
    head, *rest = group
    words = text[head.start : head.end].rstrip()
    listed = bool(rest) and (rest[0].style or rest[0].bullet or _is_sentence(text, rest[0]))
    leads = len(words) <= LONGEST_LEAD and _LEAD.search(words) and not _SAYS_BEFORE.search(words)
    leads = leads and not _is_one_sentence(text, head, rest)
    if not listed or not leads:
        return [replace(head, end=group[-1].end)]
    inner: list[Block] = []
    for block in rest:
        if not inner or (block.style, block.bullet) == (rest[0].style, rest[0].bullet):
            inner.append(block)
        else:
            inner[-1] = replace(inner[-1], end=block.end)
    return [
        replace(block, number=f"{head.number}{block.number and f'({block.number})'}")
        for block in inner
    ]


def _is_one_sentence(text: str, head: Block, rest: Sequence[Block]) -> bool:
    """Whether a list ends the sentence that its head begins ("The rails: (i) were ...")."""
    small = all(text[block.start : block.end].lstrip()[:1].islower() for block in rest)
    return small and not _ANNOUNCES.search(plain(text, head))


def _is_sentence(text: str, block: Block) -> bool:
    """Whether a paragraph says something, and is no entry in a list of things."""
    words = text[block.start : block.end].strip()
    return words[:1].isalpha() and words.endswith((".", ";"))


def _bulleted(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return bulleted concerns: all of the box, or a list that one introduction announces."""
    first = next((n for n, block in enumerate(blocks) if block.bullet), None)
    if first is None or sum(block.bullet for block in blocks) < _SECOND or first > 1:
        return []
    if first == 1 and not text[blocks[0].start : blocks[0].end].rstrip().endswith((":", "-", "–")):
        return []
    items: list[Block] = []
    for block in blocks[first:]:
        if block.bullet or not items:
            items.append(block)
        else:
            items[-1] = replace(items[-1], end=block.end)
    return items
