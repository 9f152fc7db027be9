"""The head of a table that goes on overleaf is printed again there: it is read once."""

from collections.abc import Mapping, Sequence

from caseview.domain.document import ParagraphStyle
from caseview.readers.assemble import CELL_GAP
from caseview.readers.strips import Layout
from caseview.readers.tables import Cell
from caseview.readers.tidy_flow import Part

_LONGEST_HEAD = 8


def without_repeated_heads(parts: Sequence[Part], layouts: Sequence[Layout]) -> list[Part]:
    """Return the parts without table heads that are printed again at the head of a page.

    One is a first row on its page that says what the first row of the table said, with the table
    at the end of the page before. It moves to its page's `left_out`.
    """
    pages = {layout.number: layout for layout in layouts}
    kept: list[Part] = []
    head: tuple[str, ...] = ()
    for part in parts:
        before = next((p for p in reversed(kept) if p.cells or _has_text(p)), None)
        said = _said(part.cells)
        if before is None or not before.cells:
            head = said
        elif said and said == head and before.page + 1 == part.page:
            _leave_out(part, pages)
            continue
        kept.append(part)
    return kept


def _said(cells: Sequence[Cell]) -> tuple[str, ...]:
    """Return what a row says, () where it is too long, or of too few cells, for a head."""
    said = tuple(text for cell in cells if (text := " ".join(cell.text.split()).casefold()))
    short = all(len(text.split()) <= _LONGEST_HEAD for text in said)
    return said if len(said) > 1 and short else ()


def _has_text(part: Part) -> bool:
    return any(
        not piece.aside and piece.style is not ParagraphStyle.FOOTNOTE for piece in part.pieces
    )


def _leave_out(part: Part, pages: Mapping[int, Layout]) -> None:
    words = CELL_GAP.join(cell.text for cell in part.cells if cell.text)
    pages[part.page].left_out.append(" ".join(words.split()))
