"""The details of a long review: cover, dates, people, board, force, agencies, period."""

from collections.abc import Sequence

from caseview.domain.attribute import DetailName
from caseview.domain.document import DocumentText
from caseview.readers.authors import authors_in
from caseview.readers.boards import board_of
from caseview.readers.death_told import describe_death
from caseview.readers.findings import Findings
from caseview.readers.lines import Line
from caseview.readers.person_told import describe_person
from caseview.readers.places import Places
from caseview.readers.publication import describe_publication
from caseview.readers.review_period import period_of
from caseview.readers.subjects import subject_of

_D = DetailName
_COVER = 2_500
_OPENING = 12_000


class ReviewDetails:
    """Reads the details of reviews of any kind but coroners' reports."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def read(self, text: DocumentText, lines: Sequence[Line]) -> Findings:
        """Return what the review says of itself, each with its words."""
        found = Findings(text.text)
        board_of(text.text, found, self._places)
        authors = authors_in(text.text, min(len(text.text), _COVER * 2))
        for name, start, end in authors:
            found.add(_D.AUTHOR, name, start, end)
        subject_of(found, text.text, lines, [(start, end) for _, start, end in authors])
        describe_publication(found, text, lines)
        describe_death(found, text.text)
        describe_person(found, text.text[:_OPENING], found.value(_D.SUBJECT))
        period_of(found, text.text)
        return found
