"""The paragraphs, lists and tables of an OpenDocument text in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from caseview.domain.document import ParagraphStyle
from caseview.readers.assemble import Piece
from caseview.readers.characters import one_spaced, plain
from caseview.readers.numbering import opening_mark
from caseview.readers.odt_names import Element, attribute, q
from caseview.readers.odt_styles import OdtLook, OdtStyles
from caseview.readers.tables import Cell, table_pieces

_DEEPEST = 60
_DEEPEST_HEADING = 6
_MOST_SPACES = 100
_MOST_COLUMNS = 64
_ITEMS = {q("text:list-item"), q("text:list-header")}
_ROWS_LISTED = "table:table-rows table:table-header-rows table:table-row-group"
_ROWS = frozenset(q(name) for name in _ROWS_LISTED.split())
_SILENT_LISTED = (
    "text:tracked-changes text:sequence-decls text:variable-decls text:user-field-decls"
    " office:forms office:annotation office:annotation-end text:note-citation draw:object"
    " draw:object-ole draw:image text:hidden-text text:hidden-paragraph text:alphabetical-index"
    " text:index-title-template text:table-of-content-source office:event-listeners"
)
_SILENT = frozenset(q(name) for name in _SILENT_LISTED.split())
_HIDDEN = {q("text:hidden-text"), q("text:hidden-paragraph")}


@dataclass(slots=True)
class _Words:
    """The words of one paragraph as they are gathered, its notes and its text boxes."""

    parts: list[str] = field(default_factory=list)
    letters: int = 0
    bold: int = 0
    italic: int = 0
    size: float = 0.0
    notes: list[Element] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Item:
    """The number of the list item a paragraph opens, None where the list counts nothing."""

    printed: str | None
    depth: int


class OdtWalk:
    """Walks the body of one OpenDocument text once."""

    def __init__(self, styles: OdtStyles) -> None:
        self._styles = styles
        self._counts: dict[str, list[int]] = {}
        self._outline: list[int] = []
        self._notes = 0
        self.hidden = 0

    def pieces(self, parent: Element, depth: int = 0) -> Iterator[Piece]:
        """Yield the paragraphs inside `parent`; notes follow their paragraph."""
        if depth > _DEEPEST:
            return
        for element in parent:
            if element.tag in _SILENT or not isinstance(element.tag, str):
                self.hidden += element.tag in _HIDDEN
            elif element.tag in {q("text:p"), q("text:h")}:
                yield from self._paragraph(element, None, depth)
            elif element.tag == q("text:list"):
                yield from self._list(element, "", 1, depth)
            elif element.tag == q("table:table"):
                yield from self._table(element, depth)
            elif attribute(element, "text:display") != "none":
                yield from self.pieces(element, depth + 1)
            else:
                self.hidden += 1

    def _list(self, parent: Element, style: str, level: int, depth: int) -> Iterator[Piece]:
        style = attribute(parent, "text:style-name") or style
        counts = self._counts.setdefault(style, [])
        if level == 1 and attribute(parent, "text:continue-numbering") != "true":
            goes_on = attribute(parent, "text:continue-list") != ""
            del counts[0 if not goes_on else len(counts) :]
        for item in parent:
            if item.tag in _ITEMS and depth < _DEEPEST:
                yield from self._item(item, style, level, depth)

    def _item(self, item: Element, style: str, level: int, depth: int) -> Iterator[Piece]:
        opens = item.tag == q("text:list-item")
        for part in item:
            if part.tag == q("text:list"):
                yield from self._list(part, style, level + 1, depth + 1)
            elif part.tag in {q("text:p"), q("text:h")}:
                number = self._next(style, level, item) if opens else None
                yield from self._paragraph(part, _Item(number, level), depth)
                opens = False

    def _next(self, style: str, level: int, item: Element) -> str | None:
        counts = self._counts.setdefault(style, [])
        while len(counts) < level:
            counts.append(self._styles.start(style, len(counts) + 1) - 1)
        del counts[level:]
        typed = attribute(item, "text:start-value")
        counts[-1] = int(typed) if typed.isdigit() and len(typed) < level + 6 else counts[-1] + 1
        return self._styles.shown(style, counts)

    def _paragraph(self, element: Element, item: _Item | None, depth: int) -> Iterator[Piece]:
        look = self._styles.look(attribute(element, "text:style-name"))
        words = _Words(size=look.size or 0.0)
        self._gather(element, look, words, depth)
        text = plain("".join(words.parts)).strip()
        if text:
            yield self._piece(one_spaced(text), element, item, words, look)
        for box in words.boxes:
            yield from self.pieces(box, depth + 1)
        for note in words.notes:
            yield from self._note(note, depth)

    def _piece(
        self, text: str, element: Element, item: _Item | None, words: _Words, look: OdtLook
    ) -> Piece:
        bold = words.letters > 0 and words.bold == words.letters
        piece = Piece(text, bold=bold, size=words.size)
        if element.tag == q("text:h"):
            typed = attribute(element, "text:outline-level", "1")
            level = min(int(typed) if typed.isdigit() else 1, _DEEPEST_HEADING) or 1
            number = (item and item.printed) or self._heading_number(level)
            piece = replace(piece, style=ParagraphStyle.HEADING, level=level, printed=number)
        elif item is not None and item.printed is not None:
            counted = item.printed.count(".") > 0
            style = ParagraphStyle.BODY if counted else ParagraphStyle.LIST_ITEM
            piece = replace(piece, style=style, printed=item.printed)
        elif look.quote or (words.letters > 0 and words.italic == words.letters and not item):
            piece = replace(piece, style=ParagraphStyle.QUOTE)
        if piece.printed:
            return piece
        return _with_typed_number(piece)

    def _heading_number(self, level: int) -> str:
        """Return the number the outline gives to a heading, "" where it counts none."""
        while len(self._outline) < level:
            self._outline.append(self._styles.start("outline", len(self._outline) + 1) - 1)
        del self._outline[level:]
        self._outline[-1] += 1
        counts = [max(1, count) for count in self._outline]
        return self._styles.shown("outline", counts) or ""

    def _gather(self, parent: Element, look: OdtLook, words: _Words, depth: int) -> None:
        self._add(parent.text, look, words)
        for element in parent:
            if isinstance(element.tag, str):
                self._inline(element, look, words, depth)
            self._add(element.tail, look, words)

    def _inline(self, element: Element, look: OdtLook, words: _Words, depth: int) -> None:
        tag = element.tag
        if tag in _SILENT or depth > _DEEPEST:
            self.hidden += tag in _HIDDEN
        elif tag == q("text:s"):
            typed = attribute(element, "text:c", "1")
            words.parts.append(" " * min(int(typed) if typed.isdigit() else 1, _MOST_SPACES))
        elif tag == q("text:tab"):
            words.parts.append("\t")
        elif tag == q("text:line-break"):
            words.parts.append("\n")
        elif tag == q("text:note"):
            words.notes.append(element)
        elif tag in {q("draw:frame"), q("draw:text-box"), q("draw:custom-shape"), q("draw:g")}:
            words.boxes.append(element)
        else:
            own = self._styles.look(attribute(element, "text:style-name"))
            inner = _over(look, own) if tag == q("text:span") else look
            self._gather(element, inner, words, depth + 1)

    def _add(self, text: str | None, look: OdtLook, words: _Words) -> None:
        if not text:
            return
        if look.hidden:
            self.hidden += 1
            return
        letters = sum(1 for character in text if character.isalnum())
        words.parts.append(
            " ".join(text.split(" ")) if "\n" not in text else " ".join(text.split())
        )
        words.letters += letters
        words.bold += letters * bool(look.bold)
        words.italic += letters * bool(look.italic)
        words.size = max(words.size, look.size or 0.0)

    def _note(self, note: Element, depth: int) -> Iterator[Piece]:
        body = note.find(q("text:note-body"))
        if body is None:
            return
        self._notes += 1
        printed = str(self._notes)
        for piece in self.pieces(body, depth + 1):
            yield replace(
                piece, style=ParagraphStyle.FOOTNOTE, level=0, printed=printed, bold=False
            )
            printed = ""

    def _table(self, table: Element, depth: int) -> Iterator[Piece]:
        yield from table_pieces([self._row(row, depth) for row in _rows(table, 0)])

    def _row(self, row: Element, depth: int) -> list[Cell]:
        """Return the cells of a row; those that others lie over from above are empty."""
        cells: list[Cell] = []
        covered = 0
        for element in row:
            if element.tag == q("table:table-cell"):
                span = _times(element, "table:number-columns-spanned")
                cell = self._cell(element, depth, span)
                times = 1 if cell.pieces else _times(element, "table:number-columns-repeated")
                cells += [cell, *(Cell() for _ in range(times - 1))]
                covered = span - 1
            elif element.tag == q("table:covered-table-cell"):
                times = _times(element, "table:number-columns-repeated")
                cells += [Cell() for _ in range(times - covered)]
                covered = max(0, covered - times)
        return cells

    def _cell(self, element: Element, depth: int, span: int) -> Cell:
        cell = Cell(span=span)
        for piece in self.pieces(element, depth + 1):
            note = piece.style is ParagraphStyle.FOOTNOTE
            (cell.notes if note else cell.pieces).append(piece)
        return cell


def _rows(table: Element, depth: int) -> Iterator[Element]:
    """Yield the rows of a table, whatever they are grouped in."""
    for part in table:
        if part.tag in _ROWS and depth < _DEEPEST:
            yield from _rows(part, depth + 1)
        elif part.tag == q("table:table-row"):
            yield part


def _times(element: Element, name: str) -> int:
    """Return how many columns an attribute counts, 1 where it does not say."""
    typed = attribute(element, name, "1")
    return min(int(typed), _MOST_COLUMNS) if typed.isdigit() and int(typed) else 1


def _with_typed_number(piece: Piece) -> Piece:
    mark = opening_mark(piece.text)
    if mark is None:
        return piece
    item = mark.item and piece.style is ParagraphStyle.BODY
    style = ParagraphStyle.LIST_ITEM if item else piece.style
    return replace(piece, text=one_spaced(mark.rest), printed=mark.printed, style=style)


def _over(look: OdtLook, own: OdtLook) -> OdtLook:
    """Return a look with what a span's style says over it."""
    return OdtLook(
        look.bold if own.bold is None else own.bold,
        look.italic if own.italic is None else own.italic,
        look.hidden if own.hidden is None else own.hidden,
        look.size if own.size is None else own.size,
        look.list_style,
        look.quote,
    )
