"""The concerns box of a coroner's report in blocks: its paragraphs, lines and numbered parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from caseview.domain.document import DocumentText, ParagraphStyle
from caseview.readers.form_boxes import Box
from caseview.readers.lines import fold
from caseview.readers.wording import any_of

_IN = "(?:during|in) (?:the course of )?"
_MATTER = r"matter(?:s|\(s\))? of concerns?"
# The sentences that the form itself puts before a coroner's own words.
_PREAMBLE = re.compile(
    r"\s*"
    + any_of(rf"""
    {_IN}(?:the|my|this|these|our) [^.]{{0,120}}?concern[^.:]{{0,20}}[.:]
    in my opinion,? (?:therefore,? )?there is (?:also )?a risk [^.]{{0,40}}deaths?[^.]{{0,80}}\.
    (?:and )?in th(?:e|ese|ose) (?:\d{{1,2}} )?circumstances,? it is my statutory duty [^.]*\.
    (?:the )?(?:coroner's )?{_MATTER} (?:is|are) [^.:]{{0,40}}?(?:follows?|below)\W*
    (?:the )?(?:coroner's )?{_MATTER} (?:is|are)(?: that)?\s*[:\-–]?[\s\-–]*$
    (?:the )?{_MATTER} (?:following|in|from|arising)\b[^.:]{{0,90}}\bas follows[\s:.\-–]*
    (?:the )?{_MATTER}\s*(?:[:.\-]\W*|$|(?=[(\[]?1\b))
    my (?:matters of )?concerns? (?:is|are) (?:as follows|the following)\W*
    \W*brief summary of matters of concern\W*
    \W*\(?[12]\)?\W*$
    """)
    + r"\s*-?\s*"
)
_MATTERS = re.compile(
    rf"\s*(?:(?:the )?(?:coroner's )?{_MATTER}|my(?: matters? of)? concerns?) (?:is|are)\b"
)
_ANNOUNCED = re.compile(r"(?<=[.\d]\s)(?:The\s+)?MATTERS?\s+OF\s+CONCERN\s+(?:(?i:are|is|were)\b)")
# Concerns that run on: noun clauses one after another, or dashes between them.
_CLAUSE = re.compile(r"(?<=[.;])\s+(?:and\s+)?(?=That\s+(?:the|there|no|an?|all|when|staff)\b)")
# "My first concern is ... My second concern is ...", "Firstly, ... Secondly, ..." in one paragraph.
_FIRST = re.compile(
    r"(?:^|(?<=[.:])\s+)(?:(?:My|The)\s+first\b[^.]{0,30}\bconcern\b|First(?:ly)?,)"
)
_NEXT = re.compile(
    r"(?<=[.;])\s+(?=(?:My|The|A)\s+(?:second|third|fourth|fifth|sixth|final|last)\b[^.]{0,30}"
    r"\bconcern\b|(?:Second|Third|Fourth|Fifth|Sixth|Final|Last)(?:ly)?,)"
)
_DASH = re.compile(r"(?<=[.;])\s+[-–—•]\s+(?=[A-Z])")
_CLOSING = re.compile(
    any_of(r"""
    action should be ta / in my opinion,? (?:urgent )?action should / your response\b
    i (?:therefore )?(?:believe|consider) (?:that )?you have the power / you are under a duty
    """)
)
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
# The heading of the next box, and its number, where the form runs on in one paragraph.
_FORM_GOES_ON = re.compile(
    r"\s(?:\(?6\)?[.)]?\s+)?ACTIONS?\s+(?:(?:WHICH|THAT)\s+)?SHOULD\s+BE\s+TAKEN\b"
    r"|(?<=[.;])\s+6\s*$"
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_NUMERAL = r"\d{1,2}|[a-z]|[ivx]{1,5}"
_CONCERN = r"(?:(?:matter|area)\ of\ concern|concern|issue|point|matter)\s*(?:no\.?\s*)?"
_MARK = re.compile(
    rf"""\s*(?:
      (?P<named>{_CONCERN}
        \(?(?P<n>\d{{1,2}}|(?:{"|".join(_WORDS)}|[a-f])(?=\W*$|\s*[:.)\-]))\)?\s*[:.)\-]*)
    | (?P<open>[(\[])\s*(?P<p>{_NUMERAL})\s*[)\]]
    | \d{{1,2}}\.(?P<dec>\d{{1,2}})\.?\s+(?=[a-z“"'\[])
    | (?:no\.?\s*|number\s+|\#\s*)(?P<no>\d{{1,2}})[.):]*\s
    | (?P<d>{_NUMERAL}|{"|".join(_WORDS)})(?:[.):/]+(?!\w)|\s*[-–](?=\s))
    | (?P<word>(?:{"|".join(_ORDINALS)})(?:ly)?|finally|lastly)\b\s*[,:]
    | (?:my|the)\ (?P<told>{"|".join(_ORDINALS)})\ (?:\w+\ )?(?:matter\ of\ )?concern\b
    )\s*""",
    re.VERBOSE,
)
# "Concern (1) is that ...": the number is part of the sentence.
_SPOKEN = re.compile(r"(?:is|are|was|relates?|concerns?|arises)\b")
_PRINTED = re.compile(rf"(?P<open>\(?)(?P<major>\d{{1,2}}\.)?(?P<n>{_NUMERAL})[.)]?")
# A number above its concern, on a line of its own.
_ALONE = re.compile(rf"\s*{_CONCERN}\(?(?P<n>\d{{1,2}}|{'|'.join(_WORDS)})\)?\s*[:.\-]?\s*")
_INLINE = re.compile(
    r"(?<=[\s.;:])(?:\((?P<p>\d{1,2}|[a-z]|[ivx]{1,4})\)|(?P<d>\d{1,2}|[a-h]|[ivx]{1,4})[.)])\s+(?=[A-Z“\"'\[])"
)
# A list that runs on in small letters after a clause that announces concerns.
_STEM = re.compile(r"[^.(]{0,120}\bconcern[^.(]{0,90}[:\-]?\s*(?=\(?(?:a|1|i)\)\s)")
_LISTED = re.compile(r"(?<=[\s;:,])\(?(?P<p>\d{1,2}|[a-z]|[ivx]{1,4})(?P<d>)\)\s+(?=\S)")
_QUOTED = re.compile(r"“[^”]*”")
_BARE = re.compile(r"(?P<n>\d{1,2})\s+(?=[A-Z“\"'\[])")
_SECOND = 2
_LAST_WORD = 99


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the concerns box: its place, its number and the style of that number."""

    start: int
    end: int
    number: str = ""
    style: str = ""
    value: int = 0
    bullet: bool = False


def blocks_of(text: DocumentText, box: Box) -> list[Block]:
    """Return the paragraphs of the box without preamble, cut where numbers stand inside them.

    Where the form's words "the matters of concern are" come after other words, what they lead
    to is all there is: what stands before them is told as evidence.
    """
    blocks: list[Block] = []
    turn, above = 0, ""
    for piece, printed in _pieces(text, box):
        plain = fold(text.text[piece.start : piece.end])
        block = _trimmed(text.text, _marked(piece, plain, printed or above))
        above = ""
        if _MATTERS.match(plain) and (block is None or block.start > piece.start):
            turn = len(blocks)
        if alone := _ALONE.fullmatch(plain):
            above = _figure(alone["n"])
        elif block and _CLOSING.match(plain, block.start - piece.start):
            break
        elif block:
            blocks.append(block)
    return _with_bare_numbers(text.text, blocks[turn:] or blocks)


def _pieces(text: DocumentText, box: Box) -> Iterator[tuple[Block, str]]:
    """Yield each line or numbered part of the box, with the number printed before it."""
    for paragraph in text.paragraphs:
        start, end = max(paragraph.start, box.body), min(paragraph.end, box.end)
        if start >= end:
            continue
        printed = paragraph.printed if start == paragraph.start else ""
        bullet = paragraph.style is ParagraphStyle.LIST_ITEM and not printed
        for cut in _cut(text.text, start, _form_goes_on(text.text, start, end)):
            yield Block(*cut, bullet=bullet), printed
            printed = ""


def _form_goes_on(text: str, start: int, end: int) -> int:
    """Return where the form's next box begins inside a paragraph, else where it ends."""
    over = _FORM_GOES_ON.search(text, start, end)
    return over.start() if over else end


def _with_bare_numbers(text: str, blocks: list[Block]) -> list[Block]:
    """Return the blocks with numbers that stand before them without any point or bracket.

    They count only where all of a list have them: "1 ...", "2 ..." to the end.
    """
    bare = [_BARE.match(text, block.start, block.end) for block in blocks]
    numbers = [int(match["n"]) for match in bare if match]
    if len(numbers) < _SECOND or numbers != list(range(1, len(numbers) + 1)):
        return blocks
    return [
        replace(block, start=match.end(), number=match["n"], style="bare", value=int(match["n"]))
        if match
        else block
        for block, match in zip(blocks, bare, strict=True)
    ]


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the lines of a paragraph stand, cut again where a list runs on in a line."""
    cuts = {start, *(start + match.end() for match in re.finditer(r"\n+", text[start:end]))}
    cuts |= {match.start() for match in _ANNOUNCED.finditer(text, start, end)}
    inline = _inline(text, start, end)
    cuts |= inline
    if not inline:
        cuts |= _run_on(text, start, end)
    ordered = sorted(cuts)
    return list(zip(ordered, [*ordered[1:], end], strict=True))


def _inline(text: str, start: int, end: int) -> set[int]:
    """Return where numbers stand inside a paragraph, those of each style counted by themselves.

    A list goes up one by one from 1, or from 2 where 1 opens the paragraph; what is quoted holds
    none.
    """
    marks = _LISTED if _STEM.match(fold(text[start:end])) else _INLINE
    quoted = [match.span() for match in _QUOTED.finditer(text, start, end)]
    lists: dict[str, list[tuple[int, int]]] = {}
    for match in marks.finditer(text, start, end):
        if any(a < match.start() < b for a, b in quoted):
            continue
        number = match["p"] or match["d"]
        value = _value(number)
        held = lists.setdefault(_style(number, "(" if match["p"] else ""), [])
        first = {1, _SECOND} if number.isdigit() else {1}
        if value == held[-1][0] + 1 if held else value in first:
            held.append((value, match.start()))
    return {
        place
        for held in lists.values()
        if held and (len(held) > 1 or held[0][0] == _SECOND)
        for _, place in held
    }


def _run_on(text: str, start: int, end: int) -> set[int]:
    """Return where clauses or dashes open a further concern in a paragraph that lists several."""
    if _FIRST.search(text[start:end]):
        return {match.end() for match in _NEXT.finditer(text, start, end)}
    dashes = {match.end() for match in _DASH.finditer(text, start, end)}
    if len(dashes) < _SECOND and not text.startswith("That ", start):
        return set()
    return dashes | {match.end() for match in _CLAUSE.finditer(text, start, end)}


def _marked(block: Block, plain: str, printed: str) -> Block:
    """Return the block behind its preamble with its number, printed before it or typed in it.

    `plain` are its words, folded.
    """
    match = _PRINTED.fullmatch(printed.lower()) if printed else None
    if match:
        style = _style(match["n"], "(" if match["open"] else "")
        style = "decimal" if match["major"] else style
        return replace(block, number=printed.strip("()."), style=style, value=_value(match["n"]))
    begin = _after_preamble(plain)
    start, plain = block.start + begin, plain[begin:]
    mark = _MARK.match(plain)
    if mark is None or mark.end() >= len(plain):
        return replace(block, start=start)
    if ordinal := mark["word"] or mark["told"]:
        value = next((n for n, w in enumerate(_ORDINALS, 1) if ordinal.startswith(w)), _LAST_WORD)
        return replace(block, start=start, style="word", value=value)
    number = _figure(mark["n"] or mark["p"] or mark["dec"] or mark["no"] or mark["d"])
    spoken = mark["named"] and _SPOKEN.match(plain, mark.end())
    if spoken:
        return replace(block, start=start, number=number, style="named", value=_value(number))
    style = _style(number, mark["open"] or "")
    style = "named" if mark["named"] else "decimal" if mark["dec"] else style
    return replace(
        block, start=start + mark.end(), number=number, style=style, value=_value(number)
    )


def _figure(number: str) -> str:
    """Return a number told in words as a figure, any other as it is."""
    return str(_WORDS.index(number) + 1) if number in _WORDS else number


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


def _after_preamble(plain: str) -> int:
    """Return where the coroner's own words begin, behind sentences of the form."""
    begin = 0
    while match := _PREAMBLE.match(plain[begin:]):
        if not match.end():
            break
        begin += match.end()
    return begin


def _trimmed(text: str, block: Block) -> Block | None:
    """Return the block without preamble and outer space, None when nothing is left."""
    start, end = block.start, block.end
    begin = start + _after_preamble(fold(text[start:end]))
    # A numbered part keeps its first sentence, but is none where the form's is all there is.
    if not block.style or begin >= end:
        start = begin
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if not any(char.isalpha() for char in text[start:end]):
        return None
    return replace(block, start=start, end=end)
