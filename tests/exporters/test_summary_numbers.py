"""A summary that leaves the desk tells no number under its threshold."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from caseview.counting.small_numbers import SmallNumbers
from caseview.counting.summary_numbers import hide_small
from caseview.domain.summary import Summary
from caseview.exporters.word_summary import WordSummary


@pytest.fixture
def told(invent: Callable[..., Any]) -> Any:
    return invent(12)


def small(summary: Summary, under: int) -> set[tuple[str, str]]:
    """Return where counts of 1 to below the threshold stand."""
    table = summary.overview
    return {
        (row.id, column.id)
        for row, cells in zip(table.rows, table.cells, strict=True)
        for column, cell in zip(table.columns, cells, strict=True)
        if 0 < cell.n < under
    }


def test_no_count_under_the_threshold_is_left_in_any_table(told: Any) -> None:
    assert small(told.summary, 5)
    hidden = hide_small(told.summary, SmallNumbers(5))
    for table in (hidden.overview, *(section.table for section in hidden.sections)):
        cells = [*table.totals, *(cell for line in table.cells for cell in line)]
        assert all(cell.hidden or cell.n == 0 or cell.n >= 5 for cell in cells)
        assert all(axis.hidden or axis.base >= 5 for axis in table.columns)
    assert hidden.reviews == (), "a list of the reviews would tell how many of each type"
    assert {section.passages for section in hidden.sections} == {0}


def test_without_a_threshold_nothing_changes(told: Any) -> None:
    assert hide_small(told.summary, SmallNumbers(0)) is told.summary


def test_rows_keep_their_names_and_what_stays_is_as_it_was(told: Any) -> None:
    hidden = hide_small(told.summary, SmallNumbers(3))
    for before, after in zip(told.summary.sections, hidden.sections, strict=True):
        assert [axis.id for axis in after.table.rows] == [axis.id for axis in before.table.rows]
        for was, now in zip(before.table.totals, after.table.totals, strict=True):
            assert now.hidden or now.n == was.n


def test_the_word_file_shows_signs_and_no_chart_of_hidden_numbers(
    told: Any, tmp_path: Path
) -> None:
    hidden = hide_small(told.summary, SmallNumbers(5))
    path = tmp_path / "a.docx"
    WordSummary().write(hidden, path, told.source, None)
    document: Any = docx.Document(str(path))
    cells = {cell.text for table in document.tables[:-1] for cell in table._cells}
    assert "<5" in cells
    assert not cells & {"1", "2", "3", "4"}
    words = " ".join(paragraph.text for paragraph in document.paragraphs)
    assert "Counts under 5 show as “<5”" in words
    assert "This rests on" not in words
    assert not [chart for chart in document.part.package.iter_parts() if "chart" in chart.partname]
