"""Agencies of invented reviews against the bodies that their gold names."""

from collections.abc import Sequence

from caseview.domain.attribute import DetailName, values
from caseview.domain.description import Description
from caseview.domain.document import Kind
from caseview.readers.agency_names import AgencyFinder
from caseview.readers.lists import Agency
from tests.quality.scores import f1, write


class Involved:
    """Counts the sorts of agency found, false and missed, of the bodies that took part.

    The gold names bodies and no sorts, so each is read as the addressee of a recommendation is;
    partnerships, government and regulators, which the gold leaves out, do not count.
    """

    def __init__(self, agencies: Sequence[Agency]) -> None:
        self._finder = AgencyFinder(agencies)
        outside = {"partnership", "government", "regulator", "professional_body"}
        self._local = {one.name for one in agencies if one.category not in outside}
        self._sums = [0, 0, 0]

    def compare(self, bodies: Sequence[str], found: Description) -> None:
        """Add one review with the bodies that its gold names."""
        got = set(values(found.details, DetailName.AGENCY)) & self._local
        wanted = {sort for body in bodies for sort in self._sorts(body, found.guess.kind)}
        for place, more in enumerate((len(got & wanted), len(got - wanted), len(wanted - got))):
            self._sums[place] += more

    def say(self) -> None:
        """Print precision, recall and F1 over all reviews."""
        write(f"  agencies, by sort: {f1(*self._sums)}")

    def _sorts(self, body: str, kind: Kind) -> set[str]:
        return set(self._finder.asked(body, kind)) & self._local
