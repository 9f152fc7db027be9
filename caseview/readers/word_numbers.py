"""The numbers Word counts for itself, shown as the reader of the page sees them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from caseview.readers.word_names import Element, child, is_on, number, val, w

_PLACE = re.compile(r"%(\d)")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_DEEPEST = 9
_LARGEST = 5_000
_SILENT = {"bullet", "none", ""}
_ALPHABET = 26
_TAILS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)
_WORDS_LISTED = "zero one two three four five six seven eight nine ten eleven twelve"
_WORDS = _WORDS_LISTED.split()


@dataclass(slots=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int = -1
    legal: bool = False
    style: str = ""


@dataclass(slots=True)
class _List:
    """One w:num: its abstract list, its levels, and levels whose count it starts afresh."""

    abstract: str
    levels: dict[int, _Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class ListNumbers:
    """Counts the lists of one document; ask for each numbered paragraph once, in order."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is None:
            return
        for abstract in root.findall(w("abstractNum")):
            self._abstract[val(abstract, "abstractNumId")] = _levels(abstract)
        links = {
            val(child(a, "styleLink")): val(a, "abstractNumId")
            for a in root.findall(w("abstractNum"))
            if child(a, "styleLink") is not None
        }
        for abstract in root.findall(w("abstractNum")):
            linked = links.get(val(child(abstract, "numStyleLink")))
            if linked:
                self._abstract[val(abstract, "abstractNumId")] = self._abstract[linked]
        for num in root.findall(w("num")):
            self._lists[val(num, "numId")] = self._read_list(num)

    def _read_list(self, num: Element) -> _List:
        abstract = val(child(num, "abstractNumId"))
        made = _List(abstract, dict(self._abstract.get(abstract, {})))
        for override in num.findall(w("lvlOverride")):
            depth = number(val(override, "ilvl"))
            level, start = child(override, "lvl"), child(override, "startOverride")
            if level is not None:
                made.levels[depth] = _level(level)
            if start is not None:
                made.starts[depth] = number(val(start), 1)
        return made

    def level_of_style(self, list_id: str, style_id: str) -> int | None:
        """Return the level of a list that belongs to a paragraph style, None if none does."""
        found = self._lists.get(list_id)
        for depth, level in found.levels.items() if found else ():
            if style_id and level.style == style_id:
                return depth
        return None

    def next(self, list_id: str, depth: int) -> str | None:
        """Return the number of the next paragraph of a list at `depth` (0 = outermost).

        "" for a bullet; None when there is no such list.
        """
        found = self._lists.get(list_id)
        depth = max(0, min(depth, _DEEPEST - 1))
        if found is None or depth not in found.levels:
            return None
        counts = self._counts.setdefault(found.abstract, {})
        self._count(found, list_id, depth, counts)
        return _shown(found.levels, counts, depth)

    def _count(self, found: _List, list_id: str, depth: int, counts: dict[int, int]) -> None:
        fresh = (list_id, depth) not in self._begun and depth in found.starts
        self._begun.add((list_id, depth))
        if fresh:
            counts[depth] = found.starts[depth]
        elif depth in counts:
            counts[depth] += 1
        else:
            counts[depth] = found.starts.get(depth, found.levels[depth].start)
        for deeper in [d for d in counts if d > depth]:
            restart = found.levels[deeper].restart if deeper in found.levels else -1
            if restart == -1 or (restart > 0 and depth < restart):
                del counts[deeper]


def _levels(abstract: Element) -> dict[int, _Level]:
    return {number(val(lvl, "ilvl")): _level(lvl) for lvl in abstract.findall(w("lvl"))}


def _level(element: Element) -> _Level:
    return _Level(
        start=number(val(child(element, "start")), 1),
        format=val(child(element, "numFmt")) or "decimal",
        text=val(child(element, "lvlText")),
        restart=number(val(child(element, "lvlRestart")), -1),
        legal=is_on(child(element, "isLgl")),
        style=val(child(element, "pStyle")),
    )


def _shown(levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str:
    own = levels[depth]
    if own.format in _SILENT:
        return ""

    def part(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        level = levels.get(at, own)
        return spelt(counts.get(at, level.start), "decimal" if own.legal else level.format)

    return _PLACE.sub(part, own.text).strip().rstrip(".:")


def spelt(count: int, style: str) -> str:
    """Return `count` in one of Word's number formats ("lowerRoman"); decimal for unknown ones."""
    if style in _SILENT:
        return ""
    spell = _SPELLINGS.get(style, str)
    return spell(count) if 0 < count <= _LARGEST else str(count)


def _letters(count: int) -> str:
    return chr(ord("a") + (count - 1) % _ALPHABET) * ((count - 1) // _ALPHABET + 1)


def _ordinal(count: int) -> str:
    tail = _TAILS.get(count % 10, "th")
    return f"{count}th" if count % 100 in _TEENS else f"{count}{tail}"


def _in_words(count: int) -> str:
    return _WORDS[count].capitalize() if count < len(_WORDS) else str(count)


def _roman(count: int) -> str:
    spelled = ""
    for value, letters in _ROMAN:
        while count >= value:
            spelled += letters
            count -= value
    return spelled


_SPELLINGS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "decimalZero": lambda count: f"{count:02d}",
    "ordinal": _ordinal,
    "cardinalText": _in_words,
}
