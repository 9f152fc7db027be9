"""The coroner's concerns, split one by one as the report numbers them or tells them in prose."""

import re
from collections.abc import Sequence
from dataclasses import replace

from caseview.domain.document import DocumentText
from caseview.domain.recommendation import Concern
from caseview.readers.concern_blocks import Block, blocks_of
from caseview.readers.form_boxes import Box
from caseview.readers.lines import fold
from caseview.readers.wording import any_of, whole_words

_JURY = re.compile(
    r"\b(?:jury|record of inquest|narrative|conclusion|medical cause|cause of death)\b"
    r".{0,160}[:\-]\W*$"
    r"|\bjury\b[^.]{0,60}\b(?:found|concluded|recorded|returned|determined)\b"
)
# Openings of a paragraph that goes on from the one above.
_GOES_ON = re.compile(
    any_of("""
    however / he / she / it(?! was) / this / these / they / those / given / therefore / thus / such
    as a result / as such / consequently / acknowledging / nevertheless / moreover / accordingly
    his / her / their / in this case / in that / when asked / whilst this / although this
    by way of / for example / as (?:he|she|it|they)
    """)
    + r"\b|that\b(?! (?:the|there|when|no|an?|all|any|some|staff|while|whilst|where|if|since)\b)"
)
# A paragraph without any such word tells what happened, and belongs to the concern before it.
_AMISS = whole_words(r"""
    concern\w* / no / not / nor / never / neither / lack\w* / fail\w* / absen\w+ / without
    insufficient\w* / inadequate\w* / delay\w* / risk\w* / should / needs? / unclear / unaware
    poor\w* / little / limited / could / unable / cannot / in(?:consisten|appropriate|correct)\w*
    error\w* / mis\w+ / shortage / gaps? / uncertain\w* / difficult\w* / danger\w* / hazard\w*
    breach\w* / outdated / confus\w+
""")
_LEAD = re.compile(r":\W*$")
# A line that turns from the evidence to the coroner's own concerns.
_TURNS = re.compile(
    any_of(r"""
    (?:and )?(?:(?:therefore|accordingly),? )?i (?:\w+ )?(?:am|was|remain) (?:\w+ )?concerned
    i (?:therefore )?have (?:the following )?(?:significant |particular )?concerns?
    (?:therefore,? )?(?:my|the coroner's|the) (?:main|specific|particular|principal|own)? ?concerns?
    (?:the )?matters? (?:of|giving rise to) (?:my )?concerns?
    (?:the following|these) (?:are|is) (?:my|the) (?:matters? of )?concerns?
    (?:in my opinion,? )?the following (?:are )?(?:matters? of )?concerns?
    """)
    + r"\b[^.]{0,110}(?:[:\-–]|that|(?:as follows|the following|below)\.?)\W*$"
)
# A paragraph that asks for something, after the concerns.
_REQUEST = re.compile(
    r"(?:accordingly,? |therefore,? )?i (?:would |do |must |should )?(?:(?:therefore|also) )?"
    r"(?:respectfully )?(?:request|invite|ask|suggest|recommend|urge|wonder if you)\b"
)
_STATED = re.compile(
    r"(?:however,? )?(?:i am|i remain|it is a matter of|there is) (?:\w+ )?concern"
)
_LONGEST_LEAD = 160
_MOST_SKIPPED = 4
_SECOND = 2
_SENTENCE_LENGTH = 25


def concerns_of(text: DocumentText, boxes: Sequence[Box]) -> tuple[Concern, ...]:
    """Return the concerns of a coroner's report, word for word, in order.

    Numbered concerns keep all that stands under their number; without numbers each paragraph is
    a concern, with the paragraphs that go on from it. Lists of what a jury found are left out.
    """
    blocks = [block for box in boxes if box.name == "concerns" for block in blocks_of(text, box)]
    blocks = _after_evidence(text.text, blocks)
    numbered = _numbered(text.text, blocks)
    items = numbered or _in_prose(text.text, blocks)
    return tuple(
        Concern(item.number, text.text[item.start : item.end], None, item.start, item.end)
        for item in items
        if item.end - item.start > 1
    )


def _after_evidence(text: str, blocks: list[Block]) -> list[Block]:
    """Return the blocks after the line that turns from a list of evidence to the concerns."""
    for place, block in enumerate(blocks[:-1]):
        plain = _plain(text, block)
        if not place or len(plain) > _LONGEST_LEAD or not _TURNS.match(plain):
            continue
        listed = any(one.value > 1 or one.bullet for one in blocks[:place])
        again = not block.style and blocks[place + 1].value in {0, 1}
        if again and (listed or not any(one.style for one in blocks)):
            return blocks[place + 1 :]
    return blocks


def _plain(text: str, block: Block) -> str:
    return fold(text[block.start : block.end])


def _numbered(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the numbered concerns with all that stands under each, [] where none is numbered."""
    style = next((b.style for b in blocks if b.value == 1 and b.style not in {"", "word"}), "")
    style = style or next((b.style for b in blocks if b.value == 1), "")
    if not style:
        return _bulleted(text, blocks)
    if sum(1 for b in blocks if b.style == style) == 1 and len(blocks) > 1:
        return []
    groups = _added(text, _grouped(text, blocks, style))
    return [item for group in groups for item in _opened(text, group)]


def _grouped(text: str, blocks: Sequence[Block], style: str) -> list[list[Block]]:
    """Return each number of `style` with what stands under it; what a jury found is left out."""
    groups: list[list[Block]] = []
    jury = False
    expected = 1
    for place, block in enumerate(blocks):
        again = block.value == 1 and expected == _SECOND and bool(groups)
        counts = block.style == style and _in_turn(block, expected) and not again
        if counts:
            expected = block.value + 1
            if block.value == 1:
                jury = place > 0 and _told_by_jury(text, blocks[place - 1])
        if jury:
            continue
        if counts:
            groups.append([block])
        elif groups:
            groups[-1].append(block)
    return groups


def _in_turn(block: Block, expected: int) -> bool:
    """Whether a number goes on with the list, begins it again, or skips a few of it."""
    if block.style == "word" and block.value > 1:
        return True
    return block.value == 1 or 0 <= block.value - expected + 1 <= _MOST_SKIPPED


def _added(text: str, groups: list[list[Block]]) -> list[list[Block]]:
    """Return the groups with what is stated below the last number as one of its own."""
    if len(groups) < _SECOND or any(block.style for block in groups[-1][1:]):
        return groups
    last = groups[-1]
    first = next((n for n, b in enumerate(last) if n and _STATED.match(_plain(text, b))), None)
    return groups if first is None else [*groups[:-1], last[:first], last[first:]]


def _told_by_jury(text: str, block: Block) -> bool:
    return _JURY.search(fold(text[block.start : block.end])) is not None


def _is_sentence(text: str, block: Block) -> bool:
    """Whether a paragraph says something, and is no entry in a list of things."""
    words = text[block.start : block.end].strip()
    return words[:1].isalpha() and words.endswith((".", ";"))


def _opened(text: str, group: list[Block]) -> list[Block]:
    """Return the concern under one number, or those that its short opening words announce."""
    head, *rest = group
    words = text[head.start : head.end].rstrip()
    listed = bool(rest) and (rest[0].style or rest[0].bullet or _is_sentence(text, rest[0]))
    if not listed or len(words) > _LONGEST_LEAD or not _LEAD.search(words):
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


def _in_prose(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return a concern for each paragraph, with those that go on from it."""
    items: list[Block] = []
    for block in blocks:
        plain = fold(text[block.start : block.end])
        short = block.end - block.start < _SENTENCE_LENGTH
        lead = items and text[items[-1].start : items[-1].end].rstrip().endswith(":")
        if items and (lead or short or block.bullet or _goes_on(plain)):
            items[-1] = replace(items[-1], end=block.end)
        else:
            items.append(block)
    return items


def _goes_on(plain: str) -> bool:
    return any((_GOES_ON.match(plain), _REQUEST.match(plain), not _AMISS.search(plain)))
