"""The words of a summary are made from what was done."""

import pytest

from caseview.counting import method
from caseview.counting.narrow import most_first, stacked, with_rows
from caseview.domain.crosstab import Axis, Cell, Counts, CrossTab, CrossTabSpec, LeftOut

TABLE = CrossTab(
    spec=CrossTabSpec(counts=Counts.TAGS),
    rows=(Axis("risk", "Risk assessment"), Axis("staffing", "Staffing")),
    columns=(Axis("sar", "SAR", 41),),
    cells=((Cell(3, 7.3),), (Cell(14, 34.1),)),
    totals=(Cell(3, 7.3), Cell(14, 34.1)),
    base=41,
    left_out=LeftOut(),
)
READINGS = CrossTab(
    spec=CrossTabSpec(rows="reads_as", counts=Counts.TAGS),
    rows=(Axis("gap", "Gap"), Axis("good_practice", "Good practice"), Axis("improved", "Improved")),
    columns=TABLE.columns,
    cells=((Cell(12),), (Cell(3),), (Cell(0),)),
    totals=(Cell(12), Cell(3), Cell(0)),
    base=41,
    left_out=LeftOut(),
)


def test_a_key_figure_says_how_often_and_how_it_reads() -> None:
    table = stacked(with_rows(TABLE, ["staffing"]), READINGS)
    assert method.key_figure(table) == (
        "Staffing: 14 of 41 reviews (34%); as a gap in 12 and as good practice in 3."
    )


def test_most_first_keeps_every_number_with_its_row() -> None:
    table = most_first(TABLE)
    assert [axis.id for axis in table.rows] == ["staffing", "risk"]
    assert [cell.n for cell in table.totals] == [14, 3]
    assert [row[0].n for row in table.cells] == [14, 3]


def test_tables_with_other_columns_are_not_stacked() -> None:
    other = with_rows(TABLE, ["risk"])
    with pytest.raises(ValueError, match="different columns"):
        stacked(TABLE, CrossTab(other.spec, (), (), (), (), 0, LeftOut()))


@pytest.mark.parametrize(
    ("names", "title"),
    [
        (["Staffing"], "Theme summary: staffing"),
        (["MARAC process", "Staffing"], "Theme summary: MARAC process and staffing"),
        (["A", "B", "C", "D"], "Theme summary: 4 themes"),
    ],
)
def test_titles(names: list[str], title: str) -> None:
    assert method.summary_title(names, Counts.TAGS) == title


@pytest.mark.parametrize("moment", ["2026-11-02T16:05:00Z", "2026-11-02T17:05:00+01:00"])
def test_times_are_printed_in_words(moment: str) -> None:
    assert method.when(moment) == "2 November 2026 at 16:05 (UTC)"
