"""Which sorts of agency a document names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from caseview.readers.lines import fold
from caseview.readers.lists import Agency

_SHORTEST_CAPITALS = 3
_LEAST_MENTIONS = 2


@dataclass(frozen=True, slots=True)
class NamedAgency:
    """A sort of agency and where the text first names it."""

    name: str
    start: int
    end: int


class AgencyFinder:
    """Finds agencies by their names and synonyms; words too common alone are not used."""

    def __init__(self, agencies: Sequence[Agency]) -> None:
        names = {agency.id: (agency.name, *agency.synonyms) for agency in agencies}
        self._agencies = tuple(
            (
                agency.name,
                tuple(
                    (words, folded)
                    for words, folded in _telling(names[agency.id])
                    if not _inside_another(folded, agency.id, names)
                ),
            )
            for agency in agencies
        )

    def find(self, text: str, plain: str) -> list[NamedAgency]:
        """Return the agencies named at least twice, in the order first named.

        `plain` is the folded text, of the same length.
        """
        found = []
        for name, synonyms in self._agencies:
            places = [
                (start, start + len(words))
                for words, folded in synonyms
                for start in _places(text if words.isupper() else plain, folded)
            ]
            if len(places) >= _LEAST_MENTIONS:
                found.append(NamedAgency(name, *min(places)))
        return sorted(found, key=lambda agency: agency.start)


def _telling(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return the names that can stand for the agency alone: two words, or capitals."""
    telling = []
    for name in names:
        if name.isupper() and len(name) >= _SHORTEST_CAPITALS:
            telling.append((name, name))
        elif " " in name and "(" not in name:
            telling.append((name, fold(name)))
    return telling


def _inside_another(words: str, owner: str, names: Mapping[str, Sequence[str]]) -> bool:
    """Whether the words are part of another agency's name, and so no sign of this one."""
    return any(
        words != fold(name) and words in fold(name)
        for other, others in names.items()
        if other != owner
        for name in others
    )


def _places(text: str, words: str) -> list[int]:
    places = []
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            places.append(start)
        start = text.find(words, end)
    return places
