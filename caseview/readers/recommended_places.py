"""Where a report recommends outside its sections for it: in tables and on cards, by finding."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.domain.section import SectionRole
from caseview.readers.recommended_tables import is_band, recommends
from caseview.readers.rows import Columns, cells_of, label_alone, labels_within, row_alone
from caseview.readers.told_sections import CONCLUDING, of_other_reviews

_ALLOWED = CONCLUDING | {SectionRole.RECOMMENDATIONS}


def placed(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the passages, those of a table or card that recommends as a section for it would be.

    A table goes on under headings and bands between its rows; a card is the rows below a label.
    """
    table = card = False
    parted = set(_under_bands(passages))
    for place, passage in enumerate(passages):
        if place in parted:
            table = True
        elif passage.style is not ParagraphStyle.TABLE_ROW:
            table, card = table and is_band(passage), False
        elif passage.role not in _ALLOWED or passage.restated or of_other_reviews(passage.heading):
            table = card = False
        else:
            cells = cells_of(passage)
            card = card or Columns.labelled(cells) is not None or row_alone(cells) is not None
            card = card or labels_within(cells) or label_alone(cells) != ""
            if Columns.of(cells) is not None:
                table, card = recommends(passage), False
        yield replace(passage, role=SectionRole.RECOMMENDATIONS) if table or card else passage


def _under_bands(passages: Sequence[Passage]) -> Iterator[int]:
    """Yield the places of a table in an action plan whose bands head what it recommends.

    "Multi-agency recommendations", "National recommendation" between the rows of one table.
    """
    run: list[int] = []
    for place, passage in enumerate(passages):
        row = passage.style is ParagraphStyle.TABLE_ROW
        if row and Columns.of(cells_of(passage)) is not None:
            yield from _of_both(passages, run)
            run = [place]
        elif run and (row or is_band(passage)):
            run.append(place)
        else:
            yield from _of_both(passages, run)
            run = []
    yield from _of_both(passages, run)


def _of_both(passages: Sequence[Passage], run: Sequence[int]) -> Sequence[int]:
    """Return the places of a table, head first, some of whose rows stand among recommendations."""
    rows = [n for n in run if passages[n].style is ParagraphStyle.TABLE_ROW]
    roles = {passages[n].role for n in rows}
    both = roles == {SectionRole.ACTION_PLAN, SectionRole.RECOMMENDATIONS}
    ours = both and not any(passages[n].restated for n in rows)
    return run if ours and recommends(passages[run[0]]) else ()
