"""Which forces and sorts of agency a document names."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from caseview.domain.attribute import DetailName
from caseview.domain.document import Kind
from caseview.domain.recommendation import Recommendation
from caseview.readers.agency_names import AgencyFinder
from caseview.readers.careers import is_career
from caseview.readers.contributors import contributors
from caseview.readers.findings import Findings
from caseview.readers.lines import fold
from caseview.readers.places import ForcePlace, Places

_D = DetailName
_PART_COUNTS = 2
_ROW = re.compile(
    r"\bpolice (?:force(?: area)?|area|service)\s?[|:]\s*"
    r"(?P<place>[a-z][a-z& -]{2,30}?)(?=\s{2,}|\s?[|.;,]|$)"
)


class BodyFinder:
    """Finds the force and the agencies of a case in the words of a document."""

    def __init__(self, places: Places, agencies: AgencyFinder) -> None:
        self._places = places
        self._agencies = agencies

    def name_in(self, found: Findings, text: str, kind: Kind) -> None:
        """Record the agencies named, and a force and region where none is known yet."""
        plain = fold(text)
        if found.value(_D.POLICE_FORCE) is None:
            self._force(found, plain)
        for agency in self._agencies.find(text, plain, kind):
            found.add(_D.AGENCY, agency.name, agency.start, agency.end)

    def name_asked(
        self, found: Findings, text: str, asked: Sequence[Recommendation], kind: Kind
    ) -> None:
        """Record the agencies that recommendations are for."""
        for one in asked:
            names = self._agencies.asked(one.addressee or "", kind)
            start = text.find(one.addressee) if one.addressee else -1
            place = (
                (start, start + len(one.addressee or "")) if start >= 0 else (one.start, one.end)
            )
            for name in names:
                found.add(_D.AGENCY, name, *place)

    def _force(self, found: Findings, plain: str) -> None:
        """Record the territorial force named most often: that of the case.

        One that took part counts before one that is only named, and the force in which a chair
        or an author once served is named for their independence.
        """
        named = [
            place
            for place in self._places.forces_in(plain)
            if place.force.territorial and not is_career(plain, place.start)
        ]
        named = self._labelled(plain) or named
        if not named:
            return
        counts = Counter(place.force.name for place in named)
        if len(counts) > 1:
            counts.update(_taking_part(named, plain))
        first = max(named, key=lambda place: (counts[place.force.name], -place.start))
        found.add(_D.POLICE_FORCE, first.force.name, first.start, first.end)
        if first.force.region:
            found.add(_D.REGION, first.force.region, first.start, first.end)

    def _labelled(self, plain: str) -> list[ForcePlace]:
        """Return the force that a row names by its place alone: "Police area | Humberside"."""
        row = _ROW.search(plain)
        forces = self._places.forces_in(f"{row['place'].strip()} police") if row else []
        return [
            ForcePlace(place.force, row.start("place"), row.end("place"))
            for place in forces[:1]
            if row and place.force.territorial
        ]


def _taking_part(named: Sequence[ForcePlace], plain: str) -> Iterator[str]:
    """Yield the forces that stand among those who took part, as often as they count for it."""
    for start, end in contributors(plain):
        for place in named:
            if start <= place.start < end:
                yield from [place.force.name] * _PART_COUNTS
