"""Where a report recommends outside its sections for it: in tables and on cards, by finding."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.domain.section import SectionRole
from caseview.readers.recommended_tables import recommends
from caseview.readers.rows import Columns, cells_of, row_alone
from caseview.readers.told_sections import CONCLUDING, of_other_reviews

_ALLOWED = CONCLUDING | {SectionRole.RECOMMENDATIONS}
_MOST_BAND_WORDS = 12


def placed(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the passages, those of a table or card that recommends as a section for it would be.

    A table goes on under headings and bands between its rows; a card is the rows below a label.
    """
    table = card = False
    for passage in passages:
        if passage.style is not ParagraphStyle.TABLE_ROW:
            table, card = table and is_band(passage), False
        elif passage.role not in _ALLOWED or passage.restated or of_other_reviews(passage.heading):
            table = card = False
        else:
            cells = cells_of(passage)
            card = card or Columns.labelled(cells) is not None or row_alone(cells) is not None
            if Columns.of(cells) is not None:
                table, card = recommends(passage), False
        yield replace(passage, role=SectionRole.RECOMMENDATIONS) if table or card else passage


def is_band(passage: Passage) -> bool:
    """Return whether what stands between the rows of a table only heads those below it."""
    short = len(passage.text.split()) <= _MOST_BAND_WORDS and passage.text[-1:] not in ".:;,"
    return passage.style is ParagraphStyle.HEADING or short
