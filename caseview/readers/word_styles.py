"""What a Word paragraph's style makes of it: heading, level, weight, size, list."""

import re
from dataclasses import dataclass

from caseview.domain.document import ParagraphStyle
from caseview.readers.word_names import Element, child, is_on, number, val, w

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_NAMED = (
    (re.compile(r"toc\b|toc heading|table of figures", re.IGNORECASE), ParagraphStyle.CONTENTS),
    (re.compile(r"caption", re.IGNORECASE), ParagraphStyle.CAPTION),
    (re.compile(r"(?:intense )?quote|block text|quotation", re.IGNORECASE), ParagraphStyle.QUOTE),
    (re.compile(r"(?:footnote|endnote) text", re.IGNORECASE), ParagraphStyle.FOOTNOTE),
)
_TITLES = {"title": 1, "subtitle": 2}
DEEPEST_HEADING = 6
"""The deepest level of heading that is told apart."""

_CHAIN = 20
DEFAULT_SIZE = 20
"""Half points: the size of text where no style gives one (ECMA-376 17.3.2.38)."""


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style with all it inherits: `size` in half points, `level` 0 for no heading."""

    style: ParagraphStyle = ParagraphStyle.BODY
    level: int = 0
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    size: int = DEFAULT_SIZE
    indent: int = 0
    list_id: str = ""
    list_level: int = 0


class Styles:
    """The styles of one document, looked up by id."""

    def __init__(self, root: Element | None) -> None:
        self._by_id: dict[str, Element] = {}
        self._default = ""
        self._looks: dict[str, Look] = {}
        self._defaults = child(root, "docDefaults", "rPrDefault", "rPr")
        for style in [] if root is None else root.findall(w("style")):
            self._by_id[val(style, "styleId")] = style
            if val(style, "type") == "paragraph" and val(style, "default") in {"1", "true"}:
                self._default = val(style, "styleId")

    def look(self, style_id: str) -> Look:
        """Return what a paragraph of this style looks like ("" = the default style)."""
        style_id = style_id if style_id in self._by_id else self._default
        if style_id not in self._looks:
            self._looks[style_id] = self._resolve(style_id)
        return self._looks[style_id]

    def switch(self, style_id: str, name: str) -> bool | None:
        """Return whether a character style turns `name` ("b", "vanish") on, None if silent."""
        for style in self._chain(style_id):
            found = child(style, "rPr", name)
            if found is not None:
                return is_on(found)
        return None

    def _chain(self, style_id: str) -> list[Element]:
        """Return a style and those it is based on, nearest first; a circle is cut."""
        chain: list[Element] = []
        while style_id in self._by_id and len(chain) < _CHAIN:
            chain.append(self._by_id[style_id])
            style_id = val(child(chain[-1], "basedOn"))
        return chain

    def _resolve(self, style_id: str) -> Look:
        chain = self._chain(style_id)
        style, level = _kind(chain)

        def first(*path: str) -> Element | None:
            return next((e for s in chain if (e := child(s, *path)) is not None), None)

        size = first("rPr", "sz")
        size = child(self._defaults, "sz") if size is None else size
        return Look(
            style=style,
            level=level,
            bold=is_on(first("rPr", "b")),
            italic=is_on(first("rPr", "i")),
            hidden=is_on(first("rPr", "vanish")),
            size=number(val(size), DEFAULT_SIZE),
            indent=_indent(first("pPr", "ind")),
            list_id=val(first("pPr", "numPr", "numId")),
            list_level=number(val(first("pPr", "numPr", "ilvl"))),
        )


def _indent(element: Element | None) -> int:
    """Return the left indent in twentieths of a point."""
    return number(val(element, "left") or val(element, "start"))


def _kind(chain: list[Element]) -> tuple[ParagraphStyle, int]:
    """Return what the nearest telling name or outline level in a chain of styles says."""
    for style in chain:
        name = val(child(style, "name"))
        heading = _HEADING.fullmatch(name)
        level = int(heading[1]) if heading else _TITLES.get(name.lower(), 0)
        if level:
            return ParagraphStyle.HEADING, min(level, DEEPEST_HEADING)
        for pattern, kind in _NAMED:
            if pattern.match(name):
                return kind, 0
        outline = child(style, "pPr", "outlineLvl")
        if outline is not None and number(val(outline), 9) < DEEPEST_HEADING:
            return ParagraphStyle.HEADING, number(val(outline)) + 1
    return ParagraphStyle.BODY, 0
