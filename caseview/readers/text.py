"""Plain text files: encodings, paragraphs, headings, pages parted by form feeds."""

import re
from collections.abc import Iterator
from itertools import pairwise

from caseview.domain.document import DocumentText, ParagraphStyle
from caseview.readers.assemble import Piece, Sheet, assemble
from caseview.readers.characters import decode, one_spaced, plain
from caseview.readers.contents import with_contents
from caseview.readers.headings import could_be_heading, in_capitals, states
from caseview.readers.joins import goes_on, hangs, is_closed
from caseview.readers.limits import USUAL, Limits, check_size
from caseview.readers.noise import pictures_remark
from caseview.readers.numbering import lone_number, opening_mark
from caseview.readers.text_furniture import without_furniture
from caseview.readers.text_headings import (
    heads_list,
    is_begun,
    is_label,
    opens_label,
    opens_remark,
    with_headings,
)
from caseview.readers.text_stacked import with_own_marks
from caseview.readers.tidy_breaks import made_whole

_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_LONG_LINE = 60
_WRAPPED_SHARE = 0.25
_WRAPPED_WIDEST = 120
_LETTER_RUN = 3
_LEADERS = re.compile(r"\.{4,}|…{2,}")
_PARTED_NUMBER = re.compile(
    r"\d{1,2}(?:\.\d{1,2}){1,2}\.?|\d{1,3}[.)]|\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)"
)
# "... and Yare Mental Health" / "Trust should ...": a sentence opens with no such bare word.
_ENDS_NAME = re.compile(
    r"(?:Foundation |Safety |Social )?(?:Trust|Partnership|Board|Council|Constabulary|Authority"
    r"|Hospitals?|Services?|Care|Group|Foundation|Surgery|Practice|Centre)[,’']?s? "
    r"(?!(?:of|for|in|and|at|on)\b)[a-z]"
)
_GAPS = re.compile(r"\t+ *| {3,}")


def read_plain(data: bytes, limits: Limits = USUAL) -> DocumentText:
    """Return the document in a text file's bytes. Raises ReadError for an empty or huge file.

    A blank line parts paragraphs. Within a block each line is a paragraph of its own where it is
    a heading, an item or a long line; lines of an address stay together, with their line feeds.
    Lines that were wrapped at a margin are joined, and so is a sentence cut by a page break.
    Form feeds part pages; text without them has none.
    """
    check_size(len(data), limits.plain_text)
    characters, remark = decode(data)
    sheets = plain(characters).split("\f")
    if sheets and not sheets[-1].strip():
        sheets.pop()
    paged = len(sheets) > 1
    margin = _margin("\n\n".join(sheets))
    blocks = [
        (block, number if paged else None)
        for number, sheet in enumerate(sheets, start=1)
        for block in _BLANK.split(sheet)
        if block.strip()
    ]
    kept, heads, pictures = without_furniture(blocks)
    kept = _numbered_below(with_own_marks(kept))
    if margin:
        kept = _over_pages(kept, margin)
    pieces = [piece for block, page in kept for piece in _pieces(block, page, margin)]
    remarks = [remark] if remark else []
    if pictures:
        remarks.append(pictures_remark(pictures))
    numbers = range(1, len(sheets) + 1) if paged else ()
    pages = [Sheet(number, left_out=tuple(heads.get(number, ()))) for number in numbers]
    return assemble(with_contents(with_headings(made_whole(pieces))), pages, remarks)


def _margin(text: str) -> int:
    """Return how wide the widest line is where lines were broken at a margin, 0 where not.

    They were where sentences run on from line to line.
    """
    lines = [line.strip() for line in text.split("\n")]
    pairs = [(a, b) for a, b in pairwise(lines) if a and b]
    widest = max((len(a) for a, _ in pairs), default=0)
    if len(pairs) < _LETTER_RUN or widest > _WRAPPED_WIDEST:
        return 0
    run_on = sum(1 for a, b in pairs if not is_closed(a) and b[0].islower())
    return widest if run_on >= _WRAPPED_SHARE * len(pairs) else 0


def _fills(before: str, line: str, margin: int) -> bool:
    """Whether a line was broken for want of room: the first word of the next one did not fit."""
    if is_closed(before) or _LEADERS.search(before):
        return False
    return len(before) + 1 + len(line.split(maxsplit=1)[0]) > margin


def _over_pages(blocks: list[tuple[str, int | None]], margin: int) -> list[tuple[str, int | None]]:
    """Return the blocks with those made one that a page break parted in mid sentence."""
    whole: list[tuple[str, int | None]] = []
    for block, page in blocks:
        first = block.strip().split("\n", maxsplit=1)[0].strip()
        last = whole[-1][0].strip().rsplit("\n", maxsplit=1)[-1].strip() if whole else ""
        parted = whole and whole[-1][1] != page and len(last) >= _LONG_LINE
        if parted and not _is_fresh(first) and _fills(last, first, margin):
            whole[-1] = (f"{whole[-1][0].rstrip()}\n{block.lstrip()}", whole[-1][1])
        else:
            whole.append((block, page))
    return whole


def _numbered_below(blocks: list[tuple[str, int | None]]) -> list[tuple[str, int | None]]:
    """Return the blocks with a number that ends one ("5.8") before the paragraph it counts.

    There a blank line stands between the two.
    """
    found: list[tuple[str, int | None]] = []
    number = ""
    for block, page in blocks:
        counted = block.lstrip()
        heads = could_be_heading(counted.rstrip()) or opening_mark(counted) is not None
        if number and heads:
            found.append((number, page))
        whole = f"{number}\t{counted}" if number and not heads else block
        above, _, last = whole.rstrip().rpartition("\n")
        stacked = lone_number(above.rpartition("\n")[2]) != ""
        parted = _PARTED_NUMBER.fullmatch(last.strip()) is not None and not stacked
        number = last.strip() if parted else ""
        rest = above if number else whole
        if rest.strip():
            found.append((rest, page))
    return [*found, (number, found[-1][1])] if number and found else found


def _pieces(block: str, page: int | None, margin: int) -> Iterator[Piece]:
    """Yield the paragraphs of one block."""
    together: list[str] = []
    label = ""
    for line in _lines(block, margin):
        number = lone_number(line)
        if number and _is_over(together, number):
            yield _piece(together.pop(), page)
        if number and not together:
            label = number
            continue
        alone = label or _stands_alone(line)
        if together and (alone or _stands_alone(together[-1])):
            yield _piece("\n".join(together), page)
            together = []
        if label:
            yield _piece(f"{label}\t{line}", page)
            label = ""
        else:
            together.append(line)
    if together:
        yield _piece("\n".join(together), page)
    elif label:
        yield _piece(label, page)


def _is_over(together: list[str], number: str) -> bool:
    """Return whether one short line stands over a paragraph's number ("5.8") as its heading."""
    return len(together) == 1 and "." in number and could_be_heading(together[0])


def _lines(block: str, margin: int) -> list[str]:
    """Return the lines of a block, joined where a sentence runs on from one to the next."""
    lines: list[str] = []
    before = ""
    for raw in block.split("\n"):
        marked = opening_mark(raw.strip()) is not None
        line = _GAPS.sub("\t", raw.strip()) if marked else one_spaced(raw)
        if not line:
            continue
        fresh = _is_fresh(line) and not (lines and _runs_over(before, line, margin))
        fresh = fresh or (lines != [] and _is_apart(lines[-1], line))
        fresh = fresh or _is_titled(lines, line, margin)
        if lines and not fresh and _continues(lines[-1], line, before, margin):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
        before = raw.strip()
    return lines


def _is_fresh(line: str) -> bool:
    """Return whether a line opens with a number or bullet, or is nothing but a number."""
    return opening_mark(line) is not None or lone_number(line) != ""


def _is_apart(whole: str, line: str) -> bool:
    """Return whether a label ends or begins here, or a remark on a sentence that has ended."""
    opens = opens_remark(line) or opens_label(line)
    return is_label(line) or is_label(whole) or (is_closed(whole) and opens)


def _is_titled(lines: list[str], line: str, margin: int) -> bool:
    """Whether a label with a title of its own stands above a line, though it had room for more."""
    if not (margin and lines and opens_label(lines[-1]) and line[0].isupper()):
        return False
    over = lines[-1]
    return not (
        is_begun(over, line) or is_closed(over) or hangs(over) or _fills(over, line, margin)
    )


def _runs_over(before: str, line: str, margin: int) -> bool:
    """Return whether a number that opens a line is the next word of a full line: "aged" / "46."."""
    return bool(margin) and line[0].isdigit() and hangs(before) and _fills(before, line, margin)


def _continues(whole: str, line: str, before: str, margin: int) -> bool:
    """Whether a line goes on the text before it, of which `before` is the last line as printed."""
    if goes_on(whole, line, least=30 if margin else _LONG_LINE):
        return True
    last = whole.rsplit("\n", 1)[-1]
    if last[-1:].isalpha() and (_ENDS_NAME.match(line) or is_begun(last, line)):
        return True
    if not margin or len(last) < _LONG_LINE:
        return False
    headed = could_be_heading(last) and not states(last)
    return not headed or _fills(before, line, margin)


def _stands_alone(line: str) -> bool:
    """Return whether a line is a paragraph of its own: an item, a heading in capitals, long."""
    return (
        len(line) > _LONG_LINE
        or opening_mark(line) is not None
        or heads_list(line)
        or is_label(line)
        or opens_remark(line)
        or (could_be_heading(line) and in_capitals(line))
    )


def _piece(text: str, page: int | None) -> Piece:
    mark = opening_mark(text)
    if mark is None:
        return Piece(one_spaced(text), page=page)
    style = ParagraphStyle.LIST_ITEM if mark.item else ParagraphStyle.BODY
    return Piece(one_spaced(mark.rest), style, printed=mark.printed, page=page)
