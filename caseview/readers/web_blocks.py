"""The paragraphs, lists and tables of a web page in reading order."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from caseview.domain.document import ParagraphStyle
from caseview.readers.assemble import Piece
from caseview.readers.characters import one_spaced, plain
from caseview.readers.numbering import opening_mark
from caseview.readers.tables import Cell, table_pieces
from caseview.readers.word_numbers import spelt

Element = etree._Element  # noqa: SLF001 - lxml gives its element type no public name

_DEEPEST = 200
_MOST_SPANNED = 64
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SILENT_LISTED = (
    "script style noscript template head svg math object iframe canvas audio video picture map"
    " embed applet"
)
_SILENT = frozenset(_SILENT_LISTED.split())
_CONTROLS = frozenset({"button", "select", "textarea", "input", "datalist"})
_MENUS = frozenset({"navigation", "search", "banner", "contentinfo", "dialog", "alertdialog"})
_BLOCKS_LISTED = (
    "address article aside blockquote body center dd details dialog div dl dt fieldset figure"
    " figcaption caption footer form header hr html legend li main nav ol p pre section summary ul"
    " tbody thead tfoot table tr td th h1 h2 h3 h4 h5 h6"
)
_BLOCKS = frozenset(_BLOCKS_LISTED.split())
_STRUCK = frozenset({"del", "s", "strike"})
_BOLD = frozenset({"b", "strong", "th", "dt"})
_ITALIC = frozenset({"i", "em", "cite"})
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_FORMATS = {
    "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "1": "decimal", "": "decimal",
}  # fmt: skip
_WHITE = re.compile(r"[ \t\r\n\f]+")
_NOTE = re.compile(
    r"(?:^|[\s-])(?:sd|_)?(?:foot|end)?(?:fn|ftn|note)[-_:]?\d+\b|doc-(?:foot|end)note\b"
)
_NOTE_NUMBER = re.compile(r"\[?(\d{1,3}|[*†‡])\]?[.:]?\s+(?=\S)")
_NOTE_MARK = re.compile(r"\s*\[?(?:\d{1,3}|[*†‡])\]?\s*")
_SAID = {
    "menu": "The page's menus, header and footer were left out.",
    "hidden": "Hidden parts of the page were left out.",
    "struck": "Struck-out words were left out.",
    "control": "The fields and buttons of a form on the page were left out.",
    "deep": "Parts of the page are nested too deeply to be read whole: compare the original.",
}


@dataclass(frozen=True, slots=True)
class _Look:
    """How words stand where the walk is."""

    bold: bool = False
    italic: bool = False
    quote: bool = False
    kept: bool = False
    style: ParagraphStyle = ParagraphStyle.BODY
    level: int = 0


@dataclass(slots=True)
class _Paragraph:
    """The paragraph that is being gathered, and the mark of a list item that awaits its words."""

    parts: list[str] = field(default_factory=list)
    bold: int = 0
    italic: int = 0
    letters: int = 0
    item: str | None = None


class WebWalk:
    """Walks one web page once."""

    def __init__(self) -> None:
        self._open = _Paragraph()
        self._left_out: Counter[str] = Counter()

    def remarks(self) -> list[str]:
        """Return what was left out, in plain sentences."""
        return [sentence for what, sentence in _SAID.items() if self._left_out[what]]

    def pieces(self, root: Element) -> Iterator[Piece]:
        """Yield the paragraphs inside `root`."""
        yield from self._inside(root, _Look(), 0)
        yield from self._ended(_Look())

    def _inside(self, parent: Element, look: _Look, depth: int) -> Iterator[Piece]:
        self._words(parent.text, look)
        for element in parent:
            yield from self._element(element, look, depth + 1)
            self._words(element.tail, look)

    def _element(self, element: Element, look: _Look, depth: int) -> Iterator[Piece]:
        tag = str(element.tag).lower()
        if self._is_left_out(element, tag):
            return
        if depth > _DEEPEST:
            self._left_out["deep"] += 1
            self._words(" ".join(str(part) for part in element.itertext()), look)
        elif tag == "br":
            self._open.parts.append("\n")
        elif tag == "table":
            yield from self._ended(look)
            yield from self._table(element, look, depth)
        elif tag in {"ol", "ul"}:
            yield from self._ended(look)
            yield from self._list(element, look, depth)
        elif tag in _BLOCKS:
            yield from self._ended(look)
            inner = _within(tag, _noted(element, look))
            yield from self._inside(element, inner, depth)
            yield from self._ended(inner)
        else:
            yield from self._inside(element, _within(tag, look), depth)

    def _list(self, element: Element, look: _Look, depth: int) -> Iterator[Piece]:
        ordered = str(element.tag).lower() == "ol"
        number = _whole(element.get("start"), 1)
        how = _FORMATS.get(element.get("type", ""), "decimal")
        for part in element:
            yield from self._ended(look)
            if str(part.tag).lower() == "li":
                number = _whole(part.get("value"), number)
                self._open.item = spelt(number, how) if ordered else ""
                yield from self._element(part, look, depth + 1)
                self._open.item = None
                number += 1
            else:
                yield from self._element(part, look, depth + 1)
            self._words(part.tail, look)
        yield from self._ended(look)

    def _table(self, table: Element, look: _Look, depth: int) -> Iterator[Piece]:
        rows: list[list[Cell]] = []
        yield from self._rows(table, look, depth, rows)
        yield from table_pieces(rows)

    def _rows(
        self, table: Element, look: _Look, depth: int, rows: list[list[Cell]]
    ) -> Iterator[Piece]:
        """Gather the rows of a table; yield what stands in it outside them, as its caption."""
        for part in table:
            tag = str(part.tag).lower()
            if tag in {"thead", "tbody", "tfoot"} and depth <= _DEEPEST:
                yield from self._rows(part, look, depth + 1, rows)
            elif tag == "tr":
                if not self._is_left_out(part, tag):
                    rows.append([self._cell(c, look, depth) for c in _cells(part)])
            else:
                yield from self._element(part, look, depth + 1)

    def _cell(self, element: Element, look: _Look, depth: int) -> Cell:
        outer, self._open = self._open, _Paragraph()
        found = list(self._element(element, look, depth + 2))
        self._open = outer
        over, down = (_whole(element.get(name), 1) for name in ("colspan", "rowspan"))
        return Cell(found, span=_bounded(over), down=_bounded(down))

    def _is_left_out(self, element: Element, tag: str) -> bool:
        if tag in _SILENT:
            return True
        what = _why_left_out(element, tag)
        self._left_out[what] += bool(what)
        return bool(what)

    def _words(self, words: str | None, look: _Look) -> None:
        if not words:
            return
        held = self._open
        held.parts.append(words if look.kept else _WHITE.sub(" ", words))
        letters = sum(1 for character in words if character.isalnum())
        held.letters += letters
        held.bold += letters * look.bold
        held.italic += letters * look.italic

    def _ended(self, look: _Look) -> Iterator[Piece]:
        """Close the paragraph in hand and yield it where it has words."""
        held = self._open
        text = one_spaced(plain("".join(held.parts))).strip()
        if not text:
            held.parts.clear()
            return
        self._open = _Paragraph()
        bold = held.letters > 0 and held.bold == held.letters
        italic = held.letters > 0 and held.italic == held.letters
        piece = Piece(text, look.style, look.level, bold=bold)
        mark = opening_mark(text)
        if held.item is not None and look.style is ParagraphStyle.HEADING:
            piece = replace(piece, printed=held.item)
        elif look.style is ParagraphStyle.FOOTNOTE:
            piece = _footnote(piece)
        elif held.item is not None:
            piece = replace(piece, style=ParagraphStyle.LIST_ITEM, printed=held.item)
        elif mark is not None:
            piece = replace(piece, text=mark.rest, printed=mark.printed)
            if mark.item and look.style is ParagraphStyle.BODY:
                piece = replace(piece, style=ParagraphStyle.LIST_ITEM)
        elif look.style is ParagraphStyle.BODY and (look.quote or italic):
            piece = replace(piece, style=ParagraphStyle.QUOTE)
        yield piece


def _why_left_out(element: Element, tag: str) -> str:
    """Return which sort of thing an element is that is left out, "" where it is read."""
    if tag in _STRUCK:
        return "struck"
    if tag in _CONTROLS:
        return "" if element.get("type") == "hidden" else "control"
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")):
        return "hidden"
    if tag == "nav" or element.get("role", "") in _MENUS or _frames_page(element, tag):
        return "menu"
    if tag == "sup" and _NOTE_MARK.fullmatch("".join(str(part) for part in element.itertext())):
        return "mark" if element.find(".//a") is not None else ""
    return ""


def _frames_page(element: Element, tag: str) -> bool:
    """Return whether this is the header or footer of the site, not of the article."""
    if tag not in {"header", "footer"} or element.find(".//h1") is not None:
        return False
    return next(element.iterancestors("article", "main"), None) is None


def _noted(element: Element, look: _Look) -> _Look:
    """Return a look that says footnote where an element is named as one."""
    names = f"{element.get('id', '')} {element.get('role', '')}"
    return replace(look, style=ParagraphStyle.FOOTNOTE) if _NOTE.search(names) else look


def _footnote(piece: Piece) -> Piece:
    found = _NOTE_NUMBER.match(piece.text)
    if found is None:
        return piece
    return replace(piece, text=piece.text[found.end() :], printed=found[1], bold=False)


def _within(tag: str, look: _Look) -> _Look:
    """Return how words look inside an element."""
    if tag in _HEADINGS:
        return replace(look, style=ParagraphStyle.HEADING, level=_HEADINGS[tag])
    if tag in {"caption", "figcaption"}:
        return replace(look, style=ParagraphStyle.CAPTION)
    if tag == "blockquote":
        return replace(look, quote=True)
    if tag == "pre":
        return replace(look, kept=True)
    return replace(look, bold=look.bold or tag in _BOLD, italic=look.italic or tag in _ITALIC)


def _cells(row: Element) -> Iterator[Element]:
    for part in row:
        if str(part.tag).lower() in {"td", "th"}:
            yield part


def _bounded(count: int) -> int:
    return max(1, min(count, _MOST_SPANNED))


def _whole(text: str | None, otherwise: int) -> int:
    try:
        return int(text or "")
    except ValueError:
        return otherwise
