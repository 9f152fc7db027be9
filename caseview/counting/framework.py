"""The framework matrix: reviews by themes, an analyst's own words in each cell."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from caseview.counting.figuring import said
from caseview.counting.halves import HERE, REVIEW, Parting
from caseview.counting.population import counting
from caseview.counting.small_numbers import SmallNumbers
from caseview.counting.tally import Tally
from caseview.counting.wording import number, several
from caseview.domain.crosstab import CellAddress, CrossTabSpec, Unit
from caseview.domain.english import English
from caseview.domain.handout import Behind, Figure, FigureColumn, FigureTable, Printed
from caseview.domain.matrix import MatrixCell

TITLE = English("Framework matrix")
NOTHING = English("nothing found")
Place = tuple[int, str]


def passages_by_cell(counted: Tally, themes: Collection[str]) -> Mapping[Place, int]:
    """Return how many passages each review has on each theme; a cell without any is not there."""
    wanted, documents = counting(counted.spec), counted.population.documents
    found: dict[Place, set[int]] = defaultdict(set)
    for group in counted.mentions:
        if group.theme in themes and wanted(group):
            for document, passage in zip(group.documents, group.passages, strict=True):
                if document in documents:
                    found[documents[document].review_id, group.theme].add(passage)
    return {place: len(passages) for place, passages in found.items()}


def cell_behind(over: CrossTabSpec, review_id: int, theme: str) -> Behind:
    """Return what stands behind a cell: the review's passages on the theme."""
    axis = Parting(REVIEW, str(review_id)).axis
    spec = replace(over, rows="themes", columns=axis, unit=Unit.PASSAGES)
    return Behind(spec, CellAddress(theme, HERE))


def cell_of(behind: Behind) -> Place | None:
    """Return the review and theme of the cell that something stands behind, None for no cell."""
    attribute, _, value = behind.spec.columns.partition("=")
    if attribute != REVIEW or not value.isdecimal() or behind.address.row is None:
        return None
    return int(value), behind.address.row


@dataclass(frozen=True, slots=True)
class Framework:
    """What a matrix is made of: what counts, the themes in order, and the words written so far.

    `names` are those of the themes by id.
    """

    counted: Tally
    themes: tuple[str, ...]
    cells: tuple[MatrixCell, ...]
    names: Mapping[str, str]

    def table(self, small: SmallNumbers) -> FigureTable:
        """Return a row for each review; a cell without words says what there is to read.

        With small numbers hidden it says only that there are passages.
        """
        words = {(cell.review_id, cell.theme): cell.words for cell in self.cells}
        found = passages_by_cell(self.counted, frozenset(self.themes))
        heads = (
            English("Review"),
            English("Type"),
            English("Year"),
            *(self.names.get(one, one) for one in self.themes),
        )
        reviews = self.counted.population.reviews
        rows = tuple(
            (
                said(review.title),
                said(review.kind.label),
                said(review.year or English("not recorded")),
                *(self._cell((review.id, theme), words, found, small) for theme in self.themes),
            )
            for review in reviews
        )
        written = sum((one.id, theme) in words for one in reviews for theme in self.themes)
        told = English(
            "Words are the analyst’s own, in {0} of "
            "{1} cells. A cell in brackets has no words yet.",
            number(written),
            number(len(rows) * len(self.themes)),
        )
        columns = tuple(FigureColumn(head, Printed.WORDS) for head in heads)
        return FigureTable(TITLE, columns, rows, (told,))

    def _cell(
        self,
        place: Place,
        words: Mapping[Place, str],
        found: Mapping[Place, int],
        small: SmallNumbers,
    ) -> Figure:
        behind = cell_behind(self.counted.spec, *place)
        if place in words:
            shown = words[place]
        elif place not in found:
            shown = NOTHING
        elif small.under:
            shown = English("(passages to read)")
        else:
            shown = English("({0} to read)", several(found[place], "passage"))
        return Figure(shown, shown, behind)
