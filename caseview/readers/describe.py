"""Describes a document: kind, form, details, outline, passages, recommendations, concerns."""

from collections.abc import Mapping, Sequence

from caseview.domain.attribute import DetailName
from caseview.domain.description import Description, KindGuess
from caseview.domain.document import DocumentText, Form, Kind
from caseview.domain.section import SectionRole
from caseview.readers.agencies import BodyFinder
from caseview.readers.agency_names import AgencyFinder
from caseview.readers.concerns import concerns_of
from caseview.readers.findings import Findings
from caseview.readers.form_boxes import Box, boxes_of
from caseview.readers.kind import KindFinder
from caseview.readers.letter_details import LetterDetails
from caseview.readers.letters import read_letter
from caseview.readers.lines import Line, lines_of
from caseview.readers.lists import ReferenceLists
from caseview.readers.outline import OutlineReader
from caseview.readers.pfd_details import PfdDetails
from caseview.readers.places import Places
from caseview.readers.recommendations import recommendations_of
from caseview.readers.recommended_to import Addressing
from caseview.readers.review_details import ReviewDetails
from caseview.readers.roles import RoleFinder
from caseview.readers.sections import Heading, passages_of, sections_of
from caseview.readers.short_names import short_names
from caseview.readers.titles import title_of
from caseview.readers.told_harm import describe_harm

_FEWEST_BOXES = 2
_FORCE = ("force", "police", "constabulary")
_NO_RECOMMENDATIONS = frozenset({Form.GUIDANCE, Form.LETTER, Form.ANNUAL_REPORT})
_PFD = frozenset({Kind.PFD, Kind.PFD_RESPONSE})


class Describer:
    """Describes documents by the reference lists and heading words; prepared once, then quick.

    `headings` are the codebook's heading words by role; those of the lists come first.
    """

    def __init__(
        self, lists: ReferenceLists, headings: Mapping[SectionRole, tuple[str, ...]]
    ) -> None:
        places = Places(lists)
        self._kinds = KindFinder(lists.kinds, lists.forms)
        self._outlines = OutlineReader(RoleFinder(lists.headings, headings))
        self._short_names = lists.bodies
        self._pfd = PfdDetails(places)
        self._letters = LetterDetails(places)
        self._bodies = BodyFinder(places, AgencyFinder(lists.agencies))
        self._reviews = ReviewDetails(places)

    def describe(self, text: DocumentText, name: str) -> Description:
        """Return what the document's words say it is; `name` is its file name.

        What the words do not say is left out: no detail without the words that support it, but
        for a due date counted from the report's date and a ref that the file name carries.
        """
        guess = self._kinds.find(text, name)
        lines = lines_of(text)
        boxes = boxes_of(lines, len(text.text)) if guess.kind is Kind.PFD else ()
        headings = self._headings(text, lines, guess, boxes)
        sections = sections_of(headings, len(text.text))
        found = self._details(text, lines, guess, boxes, name)
        passages = passages_of(text, sections)
        reviewed = guess.kind not in _PFD and guess.form not in _NO_RECOMMENDATIONS
        force = found.value(DetailName.POLICE_FORCE)
        board = found.value(DetailName.BOARD)
        names = {**self._short_names, **(short_names(text.text, board) if reviewed else {})}
        forces = dict.fromkeys(_FORCE, force) if force else {}
        addressing = Addressing(board, {**names, **forces}, text.text)
        asked = recommendations_of(text.text, passages, addressing) if reviewed else ()
        self._bodies.name_asked(found, text.text, asked, guess.kind)
        return Description(
            guess=guess,
            details=found.details(),
            outline=sections,
            passages=passages,
            recommendations=asked,
            concerns=concerns_of(text, boxes),
        )

    def _headings(
        self,
        text: DocumentText,
        lines: Sequence[Line],
        guess: KindGuess,
        boxes: Sequence[Box],
    ) -> tuple[Heading, ...]:
        if len(boxes) >= _FEWEST_BOXES:
            return tuple(box.heading for box in boxes)
        if guess.kind is Kind.PFD_RESPONSE:
            return read_letter(text, lines)
        return self._outlines.read(text, lines)

    def _details(
        self,
        text: DocumentText,
        lines: Sequence[Line],
        guess: KindGuess,
        boxes: Sequence[Box],
        name: str,
    ) -> Findings:
        if guess.kind is Kind.PFD:
            found = self._pfd.read(text, lines, boxes, name)
        elif guess.kind is Kind.PFD_RESPONSE:
            found = self._letters.read(text, lines, name)
        else:
            found = self._reviews.read(text, lines)
            describe_harm(found, text.text, guess.kind)
        self._bodies.name_in(found, text.text, guess.kind)
        title_of(found, lines, guess)
        return found
