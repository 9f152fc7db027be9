"""Places as printed and their canonical names, with the force and region that go with them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from caseview.readers.lines import fold, word_set
from caseview.readers.lists import Area, Force, ReferenceLists

_WORD = re.compile(r"[a-z]+")
_DROPPED = frozenset({
    "the", "of", "and", "for", "in", "upon", "on", "with", "at",
    "area", "coroner", "coroners", "county", "jurisdiction",
})  # fmt: skip
_DIRECTIONS = {
    "eastern": "east", "western": "west", "northern": "north", "southern": "south",
    "e": "east", "w": "west", "n": "north", "s": "south",
    "southeast": "southeast", "centre": "central",
}  # fmt: skip
_SHORTEST_FORCE = 6
_CALLED = re.compile(r" (?:police(?: service| force)?|constabulary)$")
_CORONER = frozenset({"coroner_area", "coroner_area_former"})
_PARTNERSHIP = frozenset({"partnership_name", "welsh_regional_safeguarding_board"})


@dataclass(frozen=True, slots=True)
class ForcePlace:
    """A force named in a text: the force and where it is named."""

    force: Force
    start: int
    end: int


class Places:
    """The areas and forces of the lists, prepared for looking up."""

    def __init__(self, lists: ReferenceLists) -> None:
        self._coroner = _index(area for area in lists.areas if area.kind in _CORONER)
        self._local = _index(
            area for area in lists.areas if area.kind not in _CORONER | _PARTNERSHIP
        )
        self._boards = _index(area for area in lists.areas if area.kind in _PARTNERSHIP)
        names = {name: force for force in lists.forces for name in _names_of(force)}
        self._forces: dict[str, list[tuple[str, Force, frozenset[str]]]] = {}
        for name, force in names.items():
            if len(name) >= _SHORTEST_FORCE:
                needed = word_set(name)
                first = min(needed, key=name.index)
                self._forces.setdefault(first, []).append((name, force, needed))

    def coroner_area(self, printed: str) -> Area | None:
        """Return the coroner area that a coroner's words for it mean, None when not listed."""
        return _looked_up(printed, self._coroner, self._local)

    def local_area(self, printed: str) -> Area | None:
        """Return the council area that `printed` names, None when not listed."""
        return _looked_up(printed, self._local, self._coroner)

    def board(self, printed: str) -> Area | None:
        """Return the listed partnership with this name, None when not listed."""
        return _looked_up(printed, self._boards)

    def forces_in(self, plain: str) -> list[ForcePlace]:
        """Return every place in a folded text where a listed force is named, in order."""
        words = word_set(plain)
        found = [
            ForcePlace(force, start, start + len(name))
            for first in words & self._forces.keys()
            for name, force, needed in self._forces[first]
            if needed <= words
            for start in _whole_words(plain, name)
        ]
        return sorted(found, key=lambda place: (place.start, -place.end))


def _names_of(force: Force) -> Iterator[str]:
    """Yield the folded names of a force, its own first, and other ways to write them.

    "Kent Constabulary" is Kent Police, "Dyfed Powys Police" has lost its hyphen.
    """
    for name in (force.name, *force.aliases):
        plain = fold(name)
        written = {plain, plain.replace(" and ", " & "), plain.replace("-", " ")}
        yield from (plain, *sorted(written - {plain}))
        place = _CALLED.sub("", plain)
        if force.territorial and place != plain:
            yield from (f"{place} police", f"{place} constabulary", f"{place} force")


def _whole_words(plain: str, words: str) -> Iterator[int]:
    """Yield where `words` stand in a folded text, not inside longer words."""
    start = plain.find(words)
    while start >= 0:
        end = start + len(words)
        inside = plain[start - 1 : start].isalnum() or plain[end : end + 1].isalnum()
        if not inside:
            yield start
        start = plain.find(words, end)


def key_of(printed: str) -> tuple[str, ...]:
    """Return what stays the same however an area is spelt: its telling words, sorted.

    "South Yorkshire (West)", "Yorkshire South Western" and "the County of South Yorkshire
    (Western)" share a key.
    """
    words = _WORD.findall(fold(printed).replace("'s ", " ").replace("'", ""))
    return tuple(sorted({_DIRECTIONS.get(w, w) for w in words if w not in _DROPPED}))


def _index(areas: Iterable[Area]) -> dict[tuple[str, ...], Area]:
    index: dict[tuple[str, ...], Area] = {}
    for area in areas:
        for name in (area.name, *area.aliases):
            index.setdefault(key_of(name), area)
            index.setdefault(_squeezed(name), area)
    return index


def _looked_up(printed: str, *indexes: dict[tuple[str, ...], Area]) -> Area | None:
    for key in (key_of(printed), _squeezed(printed)):
        for index in indexes:
            if key in index:
                return index[key]
    return None


def _squeezed(printed: str) -> tuple[str, ...]:
    """Return the letters of a name alone: line breaks can take its hyphens and spaces away."""
    return ("".join(_WORD.findall(fold(printed))),)
