"""Passages: the paragraphs that are searched, suggested on, tagged and counted."""

from dataclasses import dataclass

from caseview.domain.document import ParagraphStyle
from caseview.domain.section import SectionRole


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with its place and the role of the section it stands in.

    `text` is the slice `start:end` of the document's text; `restated` says that the section's
    words belong to another document; `number` and `printed` are as in `Paragraph`.
    """

    start: int
    end: int
    text: str
    number: int
    page: int | None
    role: SectionRole
    printed: str = ""
    style: ParagraphStyle = ParagraphStyle.BODY
    restated: bool = False
    heading: str = ""


@dataclass(frozen=True, slots=True)
class KeptPassage:
    """A passage in a casebook, with its ids."""

    id: int
    document_id: int
    review_id: int
    passage: Passage
