"""The paragraphs and tables of a Word document in reading order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from caseview.domain.document import ParagraphStyle
from caseview.readers.assemble import Piece
from caseview.readers.characters import one_spaced, plain
from caseview.readers.numbering import opening_mark
from caseview.readers.tables import Cell, table_pieces
from caseview.readers.word_names import (
    COMPATIBILITY,
    Element,
    awaits_words,
    child,
    children,
    is_on,
    number,
    val,
    w,
)
from caseview.readers.word_numbers import ListNumbers
from caseview.readers.word_runs import Inline, InlineReader
from caseview.readers.word_styles import DEEPEST_HEADING, Look, Styles

_THROUGH = frozenset(
    w(name) for name in ("ins", "moveTo", "customXml", "smartTag", "sdt", "sdtContent")
)
_ALTERNATIVES = f"{{{COMPATIBILITY}}}AlternateContent"
_CHOICE = f"{{{COMPATIBILITY}}}Choice"
_QUOTE_INDENT = 480
_DEEPEST = 30
Notes = Mapping[tuple[str, str], Element]
"""The body of each foot- and endnote by (kind, id)."""


@dataclass(slots=True)
class _Seen:
    """What the walk has come across so far."""

    hidden: int = 0
    notes: int = 0
    embedded: int = 0
    deep: int = 0
    open: Inline | None = None


class WordWalk:
    """Walks the body of one Word document once."""

    def __init__(self, styles: Styles, numbers: ListNumbers, notes: Notes) -> None:
        self._styles = styles
        self._numbers = numbers
        self._notes = notes
        self._inline = InlineReader(styles)
        self._seen = _Seen()

    @property
    def hidden(self) -> int:
        """How many hidden stretches were left out."""
        return self._seen.hidden

    @property
    def embedded(self) -> int:
        """How many whole files stand inside the document, which are not read."""
        return self._seen.embedded

    @property
    def deep(self) -> int:
        """How many parts are nested too deeply to be read."""
        return self._seen.deep

    def pieces(self, parent: Element, depth: int = 0) -> Iterator[Piece]:
        """Yield the paragraphs inside `parent`; foot- and endnotes follow their paragraph."""
        for element in self._content(parent, depth):
            if element.tag == w("p"):
                yield from self._paragraph(element, depth)
            else:
                yield from self._table(element, depth)

    def _content(self, parent: Element, depth: int) -> Iterator[Element]:
        """Yield the paragraphs and tables inside `parent`, whatever they are wrapped in."""
        if depth > _DEEPEST:
            self._seen.deep += 1
            return
        for element in children(parent):
            if element.tag in {w("p"), w("tbl")}:
                yield element
            elif element.tag in _THROUGH and not awaits_words(element):
                yield from self._content(element, depth + 1)
            elif element.tag == w("altChunk"):
                self._seen.embedded += 1
            elif element.tag == _ALTERNATIVES or _is_first_way(element, parent):
                yield from self._content(element, depth + 1)

    def _paragraph(self, paragraph: Element, depth: int) -> Iterator[Piece]:
        properties = child(paragraph, "pPr")
        style_id = val(child(properties, "pStyle"))
        look = self._styles.look(style_id)
        inline = self._inline.read(paragraph, look, self._seen.open)
        self._seen.open = None
        if is_on(child(properties, "rPr", "del")):
            # The mark that ends this paragraph was deleted: the next one goes on with it.
            self._seen.open = inline
            return
        self._seen.hidden += inline.hidden
        text = plain(inline.text)
        if text.strip():
            yield self._piece(text, inline, look, properties)
        for box in inline.boxes:
            yield from self.pieces(box, depth + 1)
        for note in inline.notes:
            yield from self._note(note)

    def _piece(self, text: str, inline: Inline, look: Look, properties: Element | None) -> Piece:
        style, level = _direct_heading(look, properties)
        counted = self._counted(properties, look)
        printed, item = counted or "", counted is not None
        if counted is None:
            mark = opening_mark(text.strip())
            if mark:
                text, printed, item = mark.rest, mark.printed, mark.item
        if style is ParagraphStyle.BODY:
            if item and printed.count(".") == 0:
                style = ParagraphStyle.LIST_ITEM
            elif inline.all_italic and _left(properties, look) >= _QUOTE_INDENT:
                style = ParagraphStyle.QUOTE
        return Piece(
            one_spaced(text),
            style,
            level,
            printed,
            bold=inline.all_bold,
            size=inline.size or look.size,
        )

    def _counted(self, properties: Element | None, look: Look) -> str | None:
        """Return the number Word counts for this paragraph, "" for a bullet, None for neither."""
        direct = child(properties, "numPr")
        list_id = val(child(direct, "numId")) or look.list_id
        if not list_id or list_id == "0":
            return None
        level = child(direct, "ilvl")
        if level is not None:
            depth = number(val(level))
        else:
            styled = self._numbers.level_of_style(list_id, val(child(properties, "pStyle")))
            depth = look.list_level if styled is None else styled
        return self._numbers.next(list_id, depth)

    def _note(self, note: tuple[str, str]) -> Iterator[Piece]:
        body = self._notes.get(note)
        if body is None:
            return
        self._seen.notes += 1
        printed = str(self._seen.notes)
        for piece in self.pieces(body):
            yield replace(
                piece, style=ParagraphStyle.FOOTNOTE, level=0, printed=printed, bold=False
            )
            printed = ""

    def _table(self, table: Element, depth: int) -> Iterator[Piece]:
        kept = [row for row in _rows(table) if not is_on(child(row, "trPr", "del"))]
        yield from table_pieces([[self._cell(cell, depth) for cell in _cells(r)] for r in kept])

    def _cell(self, element: Element, depth: int) -> Cell:
        span = number(val(child(element, "tcPr", "gridSpan")), 1)
        cell = Cell(span=max(1, span))
        for piece in self.pieces(element, depth + 1):
            note = piece.style is ParagraphStyle.FOOTNOTE
            (cell.notes if note else cell.pieces).append(piece)
        return cell


def _is_first_way(element: Element, parent: Element) -> bool:
    """Return whether this is the first of several ways to draw the same thing."""
    return element.tag == _CHOICE and element is parent.find(_CHOICE)


def _rows(table: Element) -> Iterator[Element]:
    for element in children(table):
        if element.tag == w("tr"):
            yield element
        elif element.tag in _THROUGH:
            yield from _rows(element)


def _cells(row: Element) -> Iterator[Element]:
    for element in children(row):
        if element.tag == w("tc"):
            yield element
        elif element.tag in _THROUGH:
            yield from _cells(element)


def _left(properties: Element | None, look: Look) -> int:
    indent = child(properties, "ind")
    typed = val(indent, "left") or val(indent, "start")
    return number(typed, look.indent)


def _direct_heading(look: Look, properties: Element | None) -> tuple[ParagraphStyle, int]:
    outline = child(properties, "outlineLvl")
    level = number(val(outline), 9) + 1 if outline is not None else 0
    if look.style is ParagraphStyle.BODY and 1 <= level <= DEEPEST_HEADING:
        return ParagraphStyle.HEADING, level
    return look.style, look.level
