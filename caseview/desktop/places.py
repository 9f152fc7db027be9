"""Places one can be at and go back to."""

from dataclasses import dataclass, field
from enum import StrEnum

from caseview.domain.crosstab import CellAddress, CrossTabSpec
from caseview.domain.query import Search
from caseview.domain.span import Span
from caseview.usecases.tell import Question


class View(StrEnum):
    """The views of the rail, in its order."""

    LIBRARY = "library"
    READER = "reader"
    SEARCH = "search"
    CODEBOOK = "codebook"
    CROSSTABS = "crosstabs"
    RECOMMENDATIONS = "recommendations"
    SUMMARIES = "summaries"
    AGREEMENT = "agreement"
    CASEBOOK = "casebook"


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is: a view and what it shows.

    What a view does not use stays None; a place with nothing but its view means "as it was".
    `search` is what found the words that a document is opened at.
    """

    view: View
    review: int | None = None
    document: int | None = None
    span: Span | None = None
    query: str | None = None
    search: Search | None = None
    spec: CrossTabSpec | None = None
    cell: CellAddress | None = None
    themes: tuple[str, ...] = ()
    question: Question | None = None


@dataclass(slots=True)
class History:
    """The places of a session, with back and forward as a browser has them."""

    behind: list[Place] = field(default_factory=list)
    ahead: list[Place] = field(default_factory=list)

    def leave(self, place: Place) -> None:
        """Remember the place one leaves for a new one; what lay ahead is forgotten."""
        self.behind.append(place)
        self.ahead.clear()

    def back(self, here: Place) -> Place | None:
        """Return the place to go back to, None when there is none."""
        if not self.behind:
            return None
        self.ahead.append(here)
        return self.behind.pop()

    def forward(self, here: Place) -> Place | None:
        """Return the place to go forward to, None when there is none."""
        if not self.ahead:
            return None
        self.behind.append(here)
        return self.ahead.pop()
