"""Bases stand alike in every table of a summary: signed where small, a sign where hidden."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from caseview.exporters.word_figures import by_kind, by_theme


@pytest.fixture
def summary(invent: Callable[..., Any]) -> Any:
    return invent(12).summary


def test_a_small_base_is_signed_in_every_column_and_in_that_of_all(summary: Any) -> None:
    table = replace(summary.overview, base=19)
    (grid, *_) = by_theme(table, "Theme")
    bases = [head.partition("\n")[2] for head in grid.header[1:]]
    assert bases == [f"n = {axis.base} †" for axis in table.columns] + ["n = 19 †"]
    enough = list(by_theme(replace(table, base=20), "Theme"))[-1]
    assert enough.header[-1] == "All\nn = 20"


def test_the_table_turned_tells_bases_without_their_noun(summary: Any) -> None:
    table = replace(summary.sections[0].table, base=19)
    bases = [row[1] for row in by_kind(table).rows]
    assert bases == [f"{axis.base} †" for axis in table.columns] + ["19 †"]


def test_a_hidden_base_shows_its_sign_only(summary: Any) -> None:
    table = summary.sections[0].table
    hidden = replace(table, base_hidden="<5", columns=(replace(table.columns[0], hidden="<5"),))
    hidden = replace(hidden, cells=tuple(line[:1] for line in hidden.cells), column_totals=())
    assert [row[1] for row in by_kind(hidden).rows] == ["<5", "<5"]
    (grid,) = by_theme(hidden, "Theme")
    assert [head.partition("\n")[2] for head in grid.header[1:]] == ["n <5", "n <5"]
