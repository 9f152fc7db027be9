"""The words inside one Word paragraph: runs, insertions, fields, breaks, notes, text boxes."""

from collections.abc import Callable
from dataclasses import dataclass, field

from caseview.readers.word_names import (
    COMPATIBILITY,
    MATHS,
    Element,
    awaits_words,
    child,
    children,
    is_on,
    number,
    val,
    w,
)
from caseview.readers.word_styles import Look, Styles

_THROUGH = frozenset(
    w(name)
    for name in (
        *("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple"),
        *("customXml", "dir", "bdo", "ruby", "rubyBase"),
    )
)
_MATHS = frozenset({f"{{{MATHS}}}oMath", f"{{{MATHS}}}oMathPara"})
_MATHS_TEXT = f"{{{MATHS}}}t"
_BREAKS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-"}
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_DRAWN = frozenset({w("drawing"), w("pict"), w("object")})
_BOX = w("txbxContent")
_ALTERNATIVES = f"{{{COMPATIBILITY}}}AlternateContent"
_CHOICE = f"{{{COMPATIBILITY}}}Choice"
_FALLBACK = f"{{{COMPATIBILITY}}}Fallback"
_SYMBOLS = {
    "f0b7": "•",
    "f0a7": "▪",
    "f0fc": "✓",
    "f0fe": "☑",
    "f06f": "□",
    "f0a8": "□",
    "f02d": "-",
}
_DEEPEST = 40


@dataclass(slots=True)
class Inline:
    """What one paragraph holds.

    `text` is as typed, with tabs and line feeds; `notes` are (kind, id) of foot- and endnotes in
    order; `boxes` the contents of text boxes anchored here; `hidden` counts hidden stretches left
    out; `bold` and `italic` count letters so set; `size` is the largest type in half points.
    """

    parts: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    hidden: int = 0
    letters: int = 0
    bold: int = 0
    italic: int = 0
    size: int = 0

    @property
    def text(self) -> str:
        """The words in order."""
        return "".join(self.parts)

    @property
    def all_bold(self) -> bool:
        """Whether there are letters and nearly all are bold."""
        return self.letters > 0 and self.bold >= 0.9 * self.letters

    @property
    def all_italic(self) -> bool:
        """Whether there are letters and nearly all are italic."""
        return self.letters > 0 and self.italic >= 0.9 * self.letters


class InlineReader:
    """Reads the words of paragraphs with the styles of one document."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles

    def read(self, paragraph: Element, look: Look, into: Inline | None = None) -> Inline:
        """Return what `paragraph` holds, after what `into` held before it."""
        inline = Inline() if into is None else into
        self._walk(paragraph, look, inline, 0)
        return inline

    def _walk(self, parent: Element, look: Look, inline: Inline, depth: int) -> None:
        if depth > _DEEPEST:
            return
        for element in children(parent):
            tag = element.tag
            if tag == w("r"):
                self._run(element, look, inline)
            elif tag in _THROUGH and not awaits_words(element):
                self._walk(element, look, inline, depth + 1)
            elif tag in _MATHS:
                inline.parts.extend(found.text or "" for found in element.iter(_MATHS_TEXT))
            elif tag == _ALTERNATIVES:
                self._alternatives(element, inline)

    def _run(self, run: Element, look: Look, inline: Inline) -> None:
        properties = child(run, "rPr")
        style_id = val(child(properties, "rStyle"))
        before = len(inline.parts)
        for element in children(run):
            self._content(element, inline)
        added = "".join(inline.parts[before:])
        if not added:
            return
        if self._switch(properties, style_id, "vanish", otherwise=look.hidden):
            del inline.parts[before:]
            inline.hidden += 1 if added.strip() else 0
            return
        letters = sum(1 for c in added if not c.isspace())
        inline.letters += letters
        if self._switch(properties, style_id, "b", otherwise=look.bold):
            inline.bold += letters
        if self._switch(properties, style_id, "i", otherwise=look.italic):
            inline.italic += letters
        size = val(child(properties, "sz"))
        inline.size = max(inline.size, int(size) if size.isdigit() else look.size)

    def _switch(
        self, properties: Element | None, style_id: str, name: str, *, otherwise: bool
    ) -> bool:
        direct = child(properties, name)
        if direct is not None:
            return is_on(direct)
        styled = self._styles.switch(style_id, name) if style_id else None
        return otherwise if styled is None else styled

    def _content(self, element: Element, inline: Inline) -> None:
        tag = element.tag
        if tag in _SHOWN:
            inline.parts.append(_SHOWN[tag](element))
        elif tag in _BREAKS:
            inline.parts.append(_BREAKS[tag])
        elif tag in _NOTES:
            inline.notes.append((_NOTES[tag], val(element, "id")))
        elif tag in _DRAWN:
            inline.boxes.extend(_boxes(element))
        elif tag == _ALTERNATIVES:
            self._alternatives(element, inline)

    def _alternatives(self, element: Element, inline: Inline) -> None:
        """Read one of several ways to draw the same thing: the first that holds words."""
        for name in (_CHOICE, _FALLBACK):
            found = [box for way in element.findall(name) for box in _boxes(way)]
            if found:
                inline.boxes.extend(found)
                return


def _chosen(field_data: Element | None) -> str:
    """Return what a list to choose from, or a box to tick, of an old form shows."""
    choices = child(field_data, "ddList")
    box = child(field_data, "checkBox")
    if choices is not None:
        picked = child(choices, "result")
        at = number(val(child(choices, "default") if picked is None else picked))
        entries = [val(entry) for entry in choices.findall(w("listEntry"))]
        return entries[at] if 0 <= at < len(entries) else ""
    if box is not None:
        ticked = child(box, "checked")
        return "☒" if is_on(child(box, "default") if ticked is None else ticked) else "☐"
    return ""


def _boxes(element: Element) -> list[Element]:
    """Return the outermost text boxes inside a drawing, once where it is drawn in two ways."""
    boxes: list[Element] = []
    for found in children(element):
        if found.tag == _BOX:
            boxes.append(found)
        elif found.tag == _ALTERNATIVES:
            ways = [b for n in (_CHOICE, _FALLBACK) for x in found.findall(n) if (b := _boxes(x))]
            boxes.extend(ways[0] if ways else [])
        else:
            boxes.extend(_boxes(found))
    return boxes


_SHOWN: dict[str, Callable[[Element], str]] = {
    w("t"): lambda element: element.text or "",
    w("br"): lambda element: "\n" if val(element, "type") in {"", "textWrapping"} else " ",
    w("sym"): lambda element: _SYMBOLS.get(val(element, "char").lower(), "•"),
    w("fldChar"): lambda element: _chosen(child(element, "ffData")),
}
