"""How paragraphs, words and lists of an OpenDocument text look, by the styles they name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from caseview.readers.odt_names import Element, attribute, q
from caseview.readers.word_numbers import spelt

_DEEPEST = 10
_LONGEST_CHAIN = 20
_BOLD = re.compile(r"bold|[6-9]00")
_FORMATS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
}  # fmt: skip
_MOST_COUNTED = 5_000


@dataclass(frozen=True, slots=True)
class OdtLook:
    """What a style says of words; None where it leaves that to others. `size` is in points."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    list_style: str = ""
    quote: bool = False


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: the format of its number, what stands around it, where it starts."""

    format: str = ""
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1


class OdtStyles:
    """The styles of one document."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._looks: dict[str, tuple[str, OdtLook]] = {}
        self._lists: dict[str, dict[int, _Level]] = {}
        for root in roots:
            for style in root.iter(q("style:style")):
                name = attribute(style, "style:name")
                self._looks[name] = (attribute(style, "style:parent-style-name"), _look(style))
            for made in root.iter(q("text:list-style")):
                self._lists[attribute(made, "style:name")] = _levels(made)
            for made in root.iter(q("text:outline-style")):
                self._lists["outline"] = _levels(made)

    def look(self, name: str) -> OdtLook:
        """Return what a style and those it is made from say, the nearest first."""
        found = OdtLook()
        for _ in range(_LONGEST_CHAIN):
            parent, own = self._looks.get(name, ("", OdtLook()))
            found = _filled(found, own)
            found = _filled(found, OdtLook(quote="quot" in name.lower()))
            if not parent:
                break
            name = parent
        return found

    def shown(self, style: str, counts: list[int]) -> str | None:
        """Return the number of a paragraph whose list stands at `counts`, outermost first.

        "" for a bullet, None where the style counts nothing.
        """
        levels = self._lists.get(style, {})
        level = levels.get(len(counts))
        if level is None:
            return None
        if not level.format:
            return ""
        first = max(1, len(counts) - level.shown + 1)
        parts = [
            spelt(counts[depth - 1], _FORMATS.get(levels[depth].format, "decimal"))
            for depth in range(first, len(counts) + 1)
            if depth in levels and levels[depth].format
        ]
        return f"{level.before}{'.'.join(parts)}{level.after}".strip().rstrip(".:")

    def start(self, style: str, depth: int) -> int:
        """Return the first number of a list at `depth` (1 = outermost)."""
        return self._lists.get(style, {}).get(depth, _Level()).start


def _filled(found: OdtLook, parent: OdtLook) -> OdtLook:
    return OdtLook(
        parent.bold if found.bold is None else found.bold,
        parent.italic if found.italic is None else found.italic,
        parent.hidden if found.hidden is None else found.hidden,
        parent.size if found.size is None else found.size,
        found.list_style or parent.list_style,
        found.quote or parent.quote,
    )


def _look(style: Element) -> OdtLook:
    words = style.find(q("style:text-properties"))
    weight, slant = attribute(words, "fo:font-weight"), attribute(words, "fo:font-style")
    shown = attribute(words, "text:display")
    return OdtLook(
        bold=_BOLD.search(weight) is not None if weight else None,
        italic=slant in {"italic", "oblique"} if slant else None,
        hidden=shown == "none" if shown else None,
        size=_points(attribute(words, "fo:font-size")),
        list_style=attribute(style, "style:list-style-name"),
    )


def _points(size: str) -> float | None:
    found = re.fullmatch(r"(\d{1,3}(?:\.\d{1,4})?)pt", size)
    return float(found[1]) if found else None


def _levels(made: Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for part in made:
        depth = _whole(attribute(part, "text:level"), 0)
        if 1 <= depth <= _DEEPEST:
            levels[depth] = _Level(
                attribute(part, "style:num-format"),
                attribute(part, "style:num-prefix"),
                attribute(part, "style:num-suffix"),
                _whole(attribute(part, "text:start-value"), 1),
                _whole(attribute(part, "text:display-levels"), 1),
            )
    return levels


def _whole(text: str, otherwise: int) -> int:
    number = int(text) if text.isascii() and text.isdigit() else otherwise
    return min(number, _MOST_COUNTED)
