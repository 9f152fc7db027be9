"""Places one can be at and go back to."""

from dataclasses import dataclass, field
from enum import StrEnum

from caseview.domain.crosstab import CellAddress, CrossTabSpec
from caseview.domain.query import Search
from caseview.domain.quote import Quote
from caseview.domain.span import Span
from caseview.domain.tag import Tag
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
    `page` is a page of a document that has no words of its own to stand at; `follows` says that
    nobody chose whether suggestions count in `spec`, so that finished reviews decide.
    `search` is what found the words that a document is opened at.
    """

    view: View
    review: int | None = None
    document: int | None = None
    span: Span | None = None
    page: int | None = None
    query: str | None = None
    search: Search | None = None
    spec: CrossTabSpec | None = None
    follows: bool = False
    cell: CellAddress | None = None
    themes: tuple[str, ...] = ()
    question: Question | None = None


def at_quote(quote: Quote) -> Place:
    """Return the place in the Reader where a quote stands, or the whole page it stands for."""
    page = None if quote.text else quote.place.page
    return Place(View.READER, document=quote.document_id, span=_span(quote), page=page)


def at_tag(tag: Tag) -> Place:
    """Return the place in the Reader where a tag stands."""
    return Place(View.READER, document=tag.document_id, span=_span(tag), page=tag.page)


def _span(found: Quote | Tag) -> Span:
    return Span(found.start, found.end)


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
