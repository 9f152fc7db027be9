"""Plain text files: encodings, paragraphs, headings, pages parted by form feeds."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from caseview.domain.document import DocumentText, ParagraphStyle
from caseview.readers.assemble import Piece, Sheet, assemble
from caseview.readers.characters import decode, one_spaced, plain
from caseview.readers.contents import with_contents
from caseview.readers.headings import could_be_heading, in_capitals, is_caption, states
from caseview.readers.joins import goes_on, is_closed
from caseview.readers.limits import USUAL, Limits, check_size
from caseview.readers.noise import describes_picture, is_page_number, names_page, pictures_remark
from caseview.readers.numbering import lone_number, opening_mark
from caseview.readers.tidy_breaks import made_whole

_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_LONG_LINE = 60
_WRAPPED_SHARE = 0.25
_WRAPPED_WIDEST = 120
_REPEATS = 4
_LETTER_RUN = 3
_LONGEST_HEAD = 250
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
    wrapped = _is_wrapped("\n\n".join(sheets))
    blocks = [
        (block, number if paged else None)
        for number, sheet in enumerate(sheets, start=1)
        for block in _BLANK.split(sheet)
        if block.strip()
    ]
    kept, pictures = _without_noise(blocks)
    pieces = [piece for block, page in kept for piece in _pieces(block, page, wrapped=wrapped)]
    remarks = [remark] if remark else []
    if pictures:
        remarks.append(pictures_remark(pictures))
    pages = [Sheet(number) for number in range(1, len(sheets) + 1)] if paged else []
    return assemble(with_contents(_with_headings(made_whole(pieces))), pages, remarks)


def _is_wrapped(text: str) -> bool:
    """Return whether lines were broken at a margin: sentences run on from line to line."""
    lines = [line.strip() for line in text.split("\n")]
    pairs = [(a, b) for a, b in pairwise(lines) if a and b]
    if len(pairs) < _LETTER_RUN or max(len(a) for a, _ in pairs) > _WRAPPED_WIDEST:
        return False
    run_on = sum(1 for a, b in pairs if not is_closed(a) and b[0].islower())
    return run_on >= _WRAPPED_SHARE * len(pairs)


def _without_noise(
    blocks: list[tuple[str, int | None]],
) -> tuple[list[tuple[str, int | None]], int]:
    """Return the blocks people wrote, and how many descriptions of pictures were left out."""
    repeated = _running_heads([block for block, _ in blocks])
    kept: list[tuple[str, int | None]] = []
    pictures = 0
    for block, page in blocks:
        single = one_spaced(block)
        if describes_picture(single):
            pictures += 1
        elif not (names_page(single) or (repeated and _without_digits(single) in repeated)):
            kept.append((block, page))
    return kept, pictures


def _without_digits(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _running_heads(blocks: list[str]) -> frozenset[str]:
    """Return the heads and feet that repeat through the text but for their page number."""
    singles = [one_spaced(block) for block in blocks if len(block) <= _LONGEST_HEAD]
    counts = Counter(
        _without_digits(text)
        for text in singles
        if re.match(r"page\b", text, re.IGNORECASE)
        or re.search(r"\bpage \d+$", text, re.IGNORECASE)
    )
    alone = [int(text) for text in singles if text.isdigit() and is_page_number(text)]
    heads = {text for text, count in counts.items() if count >= _REPEATS}
    if len(alone) >= _REPEATS and alone == sorted(set(alone)):
        heads.add("#")
    return frozenset(heads)


def _pieces(block: str, page: int | None, *, wrapped: bool) -> Iterator[Piece]:
    """Yield the paragraphs of one block."""
    together: list[str] = []
    label = ""
    for line in _lines(block, wrapped=wrapped):
        number = lone_number(line)
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


def _lines(block: str, *, wrapped: bool) -> list[str]:
    """Return the lines of a block, joined where a sentence runs on from one to the next."""
    lines: list[str] = []
    for raw in block.split("\n"):
        marked = opening_mark(raw.strip()) is not None
        line = _GAPS.sub("\t", raw.strip()) if marked else one_spaced(raw)
        if not line:
            continue
        if lines and not _is_fresh(line) and _continues(lines[-1], line, wrapped=wrapped):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return lines


def _is_fresh(line: str) -> bool:
    """Return whether a line opens with a number or bullet, or is nothing but a number."""
    return opening_mark(line) is not None or lone_number(line) != ""


def _continues(before: str, line: str, *, wrapped: bool) -> bool:
    if goes_on(before, line, least=30 if wrapped else _LONG_LINE):
        return True
    last = before.rsplit("\n", 1)[-1]
    return wrapped and len(last) >= _LONG_LINE and not could_be_heading(last)


def _stands_alone(line: str) -> bool:
    """Return whether a line is a paragraph of its own: an item, a heading in capitals, long."""
    return (
        len(line) > _LONG_LINE
        or opening_mark(line) is not None
        or (could_be_heading(line) and in_capitals(line))
    )


def _piece(text: str, page: int | None) -> Piece:
    mark = opening_mark(text)
    if mark is None:
        return Piece(one_spaced(text), page=page)
    style = ParagraphStyle.LIST_ITEM if mark.item else ParagraphStyle.BODY
    return Piece(one_spaced(mark.rest), style, printed=mark.printed, page=page)


def _with_headings(pieces: list[Piece]) -> list[Piece]:
    """Return the paragraphs with those that head others marked as headings.

    Capitals make a heading of the first level, other short lines one of the second; a number of
    several parts ("3.2") sets the level itself. What heads nothing is no heading.
    """
    marked: list[Piece] = []
    for piece, after in zip(pieces, [*pieces[1:], None], strict=False):
        level = _heading_level(piece, after)
        if is_caption(piece.text) and not level:
            marked.append(replace(piece, style=ParagraphStyle.CAPTION))
        elif level:
            marked.append(replace(piece, style=ParagraphStyle.HEADING, level=level))
        else:
            marked.append(piece)
    return marked


def _heading_level(piece: Piece, after: Piece | None) -> int:
    text = piece.text
    if after is None or is_caption(text) or not could_be_heading(text.rstrip(":")):
        return 0
    capitals = in_capitals(text)
    if not capitals and (text.endswith(":") or "|" in text or states(text)):
        return 0
    if capitals:
        return 1
    heads = len(after.text) > len(text) and (is_closed(after.text) or len(after.text) > _LONG_LINE)
    if not heads or (piece.printed.startswith("(") or piece.printed.endswith(")")):
        return 0
    return min(6, piece.printed.count(".") + 1) if "." in piece.printed else 2
