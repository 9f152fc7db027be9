"""The coroner's concerns, split one by one as the report numbers them or tells them in prose."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from caseview.domain.document import DocumentText, ParagraphStyle
from caseview.domain.recommendation import Concern
from caseview.readers.form_boxes import Box
from caseview.readers.lines import fold
from caseview.readers.wording import any_of

# The sentences that the form itself puts before a coroner's own words.
_PREAMBLE = re.compile(
    r"\s*"
    + any_of(r"""
    (?:during|in) the course of (?:the|my|these?) [^.]{0,120}?concern[^.:]{0,20}[.:]
    in my opinion,? (?:therefore,? )?there is (?:also )?a risk [^.]{0,40}deaths?[^.]{0,80}\.
    (?:and )?in (?:the|these|those) circumstances,? it is my statutory duty [^.]{0,60}\.
    (?:the )?(?:coroner's )?matters? of concerns? (?:is|are) [^.:]{0,40}?(?:follows?|below)\W*
    (?:the )?matters? of concern\W+
    my (?:matters of )?concerns? (?:is|are) (?:as follows|the following)\W*
    \W*brief summary of matters of concern\W*
    \W*\(?[12]\)?\W*$
    """)
    + r"\s*-?\s*"
)
_CLOSING = re.compile(
    any_of(r"""
    action should be ta / in my opinion,? (?:urgent )?action should / your response\b
    i (?:therefore )?(?:believe|consider) (?:that )?you have the power / you are under a duty
    """)
)
_JURY = re.compile(
    r"\b(?:jury|record of inquest|narrative|conclusion|medical cause|cause of death)\b"
    r".{0,160}[:\-]\W*$"
    r"|\bjury\b[^.]{0,60}\b(?:found|concluded|recorded|returned|determined)\b"
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_NUMERAL = r"\d{1,2}|[a-z]|[ivx]{1,5}"
_MARK = re.compile(
    rf"""\s*(?:
      (?P<named>(?:matter\ of\ concern|concern|issue|point)\s*(?:no\.?\s*)?
        \(?(?P<n>\d{{1,2}})\)?\s*[:.)\-]?)
    | (?P<open>\()\s*(?P<p>{_NUMERAL})\s*\)
    | (?P<d>{_NUMERAL})(?:[.):]+(?!\d)|\s*[-–](?=\s))
    | (?P<word>(?:first|second|third|fourth|fifth|sixth)(?:ly)?|finally|lastly)\b\s*[,:]
    )\s*""",
    re.VERBOSE,
)
_PRINTED = re.compile(rf"(?P<open>\(?)(?P<n>{_NUMERAL})[.)]?")
_INLINE = re.compile(
    r"(?<=[\s.;:])(?:\((?P<p>\d{1,2}|[a-z])\)|(?P<d>\d{1,2})[.)])\s+(?=[A-Z“\"'\[])"
)
# Openings of a paragraph that goes on from the one above.
_GOES_ON = re.compile(
    any_of("""
    however / he / she / it / this / these / they / those / that / given / therefore / thus / such
    as a result / as such / consequently / acknowledging / nevertheless / moreover / accordingly
    his / her / their / in this case / in that / when asked / whilst this / although this
    by way of / for example
    """)
    + r"\b"
)
_LEAD = re.compile(r":\W*$")
_LONGEST_LEAD = 160
_SECOND = 2
_LAST_WORD = 99
_SENTENCE_LENGTH = 25


@dataclass(frozen=True, slots=True)
class _Block:
    """A stretch of the concerns box: its place, its number and the style of that number."""

    start: int
    end: int
    number: str = ""
    style: str = ""
    value: int = 0
    bullet: bool = False


def concerns_of(text: DocumentText, boxes: Sequence[Box]) -> tuple[Concern, ...]:
    """Return the concerns of a coroner's report, word for word, in order.

    Numbered concerns keep all that stands under their number; without numbers each paragraph is
    a concern, with the paragraphs that go on from it. Lists of what a jury found are left out.
    """
    blocks = [block for box in boxes if box.name == "concerns" for block in _blocks(text, box)]
    numbered = _numbered(text.text, blocks)
    items = numbered or _in_prose(text.text, blocks)
    return tuple(
        Concern(item.number, text.text[item.start : item.end], None, item.start, item.end)
        for item in items
        if item.end - item.start > 1
    )


def _blocks(text: DocumentText, box: Box) -> list[_Block]:
    """Return the paragraphs of the box without preamble, cut where numbers stand inside them."""
    blocks: list[_Block] = []
    for paragraph in text.paragraphs:
        start, end = max(paragraph.start, box.body), min(paragraph.end, box.end)
        if start >= end:
            continue
        printed = paragraph.printed if start == paragraph.start else ""
        bullet = paragraph.style is ParagraphStyle.LIST_ITEM and not printed
        for block in _cut(text.text, start, end):
            marked = _marked(text.text, block, printed)
            trimmed = _trimmed(text.text, replace(marked, bullet=bullet))
            if trimmed is None:
                continue
            if _CLOSING.match(fold(text.text[trimmed.start : trimmed.end])):
                return blocks
            blocks.append(trimmed)
            printed = ""
    return blocks


def _cut(text: str, start: int, end: int) -> list[_Block]:
    """Return the lines of a paragraph, cut again where a list runs on within a line."""
    cuts = {start, *(start + match.end() for match in re.finditer(r"\n+", text[start:end]))}
    inline: list[tuple[int, int]] = []
    for match in _INLINE.finditer(text, start, end):
        value = _value(match["p"] or match["d"])
        if value == (inline[-1][0] + 1 if inline else value) and value <= _SECOND + len(inline):
            inline.append((value, match.start()))
    if inline and (len(inline) > 1 or inline[0][0] == _SECOND):
        cuts |= {place for _, place in inline}
    ordered = sorted(cuts)
    return [_Block(a, b) for a, b in zip(ordered, [*ordered[1:], end], strict=True)]


def _marked(text: str, block: _Block, printed: str) -> _Block:
    """Return the block with the number it opens with, printed before it or typed in it."""
    match = _PRINTED.fullmatch(printed) if printed else None
    if match:
        style = _style(match["n"], "(" if match["open"] else "")
        return replace(block, number=printed.strip("()."), style=style, value=_value(match["n"]))
    plain = fold(text[block.start : block.end])
    start = block.start
    preamble = _PREAMBLE.match(plain)
    while preamble and preamble.end():
        start += preamble.end()
        plain = plain[preamble.end() :]
        preamble = _PREAMBLE.match(plain)
    mark = _MARK.match(plain)
    if mark is None or mark.end() >= len(plain):
        return replace(block, start=start)
    if mark["word"]:
        value = next(
            (n for n, w in enumerate(_ORDINALS, 1) if mark["word"].startswith(w)), _LAST_WORD
        )
        return replace(block, start=start, style="word", value=value)
    number = mark["n"] or mark["p"] or mark["d"]
    style = "named" if mark["named"] else _style(number, mark["open"] or "")
    return replace(
        block, start=start + mark.end(), number=number, style=style, value=_value(number)
    )


def _style(number: str, opening: str) -> str:
    if number.isdigit():
        return f"{opening}1"
    return f"{opening}i" if number in _ROMAN and number != "c" else f"{opening}a"


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    if number in _ROMAN:
        return _ROMAN.index(number) + 1
    return ord(number) - ord("a") + 1 if len(number) == 1 else 0


def _trimmed(text: str, block: _Block) -> _Block | None:
    """Return the block without preamble and outer space, None when nothing is left."""
    start, end = block.start, block.end
    if not block.style:
        plain = fold(text[start:end])
        match = _PREAMBLE.match(plain)
        while match and match.end():
            start += match.end()
            plain = plain[match.end() :]
            match = _PREAMBLE.match(plain)
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if not any(char.isalpha() for char in text[start:end]):
        return None
    return replace(block, start=start, end=end)


def _numbered(text: str, blocks: Sequence[_Block]) -> list[_Block]:
    """Return the numbered concerns with all that stands under each, [] where none is numbered."""
    style = next((b.style for b in blocks if b.value == 1 and b.style not in {"", "word"}), "")
    style = style or next((b.style for b in blocks if b.value == 1), "")
    if not style:
        return _bulleted(text, blocks)
    if sum(1 for b in blocks if b.style == style) == 1 and len(blocks) > 1:
        return []
    groups: list[list[_Block]] = []
    jury = False
    expected = 1
    for place, block in enumerate(blocks):
        ahead = block.value in {1, expected - 1, expected, expected + 1} or (
            style == "word" and block.value > 1
        )
        again = block.value == 1 and expected == _SECOND and bool(groups)
        if block.style == style and ahead and not again:
            expected = block.value + 1
            if block.value == 1:
                jury = place > 0 and _told_by_jury(text, blocks[place - 1])
            if not jury:
                groups.append([block])
        elif groups and not jury:
            groups[-1].append(block)
    return [item for group in groups for item in _opened(text, group)]


def _told_by_jury(text: str, block: _Block) -> bool:
    return _JURY.search(fold(text[block.start : block.end])) is not None


def _opened(text: str, group: list[_Block]) -> list[_Block]:
    """Return the concern under one number, or those that its short opening words announce."""
    head, *rest = group
    words = text[head.start : head.end].rstrip()
    if not rest or len(words) > _LONGEST_LEAD or not _LEAD.search(words):
        return [replace(head, end=group[-1].end)]
    inner: list[_Block] = []
    for block in rest:
        if not inner or (block.style, block.bullet) == (rest[0].style, rest[0].bullet):
            inner.append(block)
        else:
            inner[-1] = replace(inner[-1], end=block.end)
    return [
        replace(block, number=f"{head.number}{block.number and f'({block.number})'}")
        for block in inner
    ]


def _bulleted(text: str, blocks: Sequence[_Block]) -> list[_Block]:
    """Return bulleted concerns: all of the box, or a list that one introduction announces."""
    first = next((n for n, block in enumerate(blocks) if block.bullet), None)
    if first is None or sum(block.bullet for block in blocks) < _SECOND or first > 1:
        return []
    if first == 1 and not text[blocks[0].start : blocks[0].end].rstrip().endswith((":", "-", "–")):
        return []
    items: list[_Block] = []
    for block in blocks[first:]:
        if block.bullet or not items:
            items.append(block)
        else:
            items[-1] = replace(items[-1], end=block.end)
    return items


def _in_prose(text: str, blocks: Sequence[_Block]) -> list[_Block]:
    """Return a concern for each paragraph, with those that go on from it."""
    items: list[_Block] = []
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
    return _GOES_ON.match(plain) is not None
