"""Which forces and sorts of agency a document names."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from caseview.domain.attribute import DetailName
from caseview.readers.findings import Findings
from caseview.readers.lines import fold, word_set
from caseview.readers.lists import Agency
from caseview.readers.places import Places
from caseview.readers.wording import whole_words

_D = DetailName
_SHORTEST_CAPITALS = 3
_LEAST_MENTIONS = 2
# The coroner writes the report and is no agency of the case.
_NOT_AGENCIES = frozenset({"coroner"})


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
                    (words, folded, word_set(fold(words)))
                    for words, folded in _telling(names[agency.id])
                    if not _inside_another(folded, agency.id, names)
                ),
            )
            for agency in agencies
            if agency.category not in _NOT_AGENCIES
        )

    def find(self, text: str, plain: str) -> list[NamedAgency]:
        """Return the agencies named at least twice, in the order first named.

        `plain` is the folded text, of the same length.
        """
        found = []
        said = word_set(plain)
        for name, synonyms in self._agencies:
            places = [
                (start, start + len(words))
                for words, folded, needed in synonyms
                if needed <= said
                for start in _places(text if words.isupper() else plain, folded)
            ]
            if len(places) >= _LEAST_MENTIONS:
                found.append(NamedAgency(name, *min(places)))
        return sorted(found, key=lambda agency: agency.start)


_CAREER = whole_words(r"""
    retired / career / served (?:as|in|with|for) / formerly (?:an?|the|of|in|with)
    former (?:\w+ )?(?:officer|detective|superintendent|constable|inspector)
    years (?:in|with|at) / (?:chair|author|reviewer) has (?:never )?worked / was employed by
""")
_CAREER_REACH = 140


class BodyFinder:
    """Finds the force and the agencies of a case in the words of a document."""

    def __init__(self, places: Places, agencies: AgencyFinder) -> None:
        self._places = places
        self._agencies = agencies

    def name_in(self, found: Findings, text: str) -> None:
        """Record the agencies named, and a force and region where none is known yet."""
        plain = fold(text)
        if found.value(_D.POLICE_FORCE) is None:
            self._force(found, plain)
        for agency in self._agencies.find(text, plain):
            found.add(_D.AGENCY, agency.name, agency.start, agency.end)

    def _force(self, found: Findings, plain: str) -> None:
        """Record the territorial force named most often: that of the case.

        The force in which a chair or an author once served is named for their independence.
        """
        named = [place for place in self._places.forces_in(plain) if place.force.territorial]
        if not named:
            return
        named = [place for place in named if not _is_career(plain, place.start)] or named
        counts = Counter(place.force.name for place in named)
        first = max(named, key=lambda place: (counts[place.force.name], -place.start))
        found.add(_D.POLICE_FORCE, first.force.name, first.start, first.end)
        if first.force.region:
            found.add(_D.REGION, first.force.region, first.start, first.end)


def _is_career(plain: str, place: int) -> bool:
    """Whether the words before `place` tell where somebody once worked."""
    sentence = re.split(r"[.;\n]\s", plain[max(0, place - _CAREER_REACH) : place])[-1]
    return _CAREER.search(sentence) is not None


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
