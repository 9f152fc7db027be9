"""Percentages of a table are of what was asked, reckoned from numbers that show."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseview.counting.sharing import base_of, shared
from caseview.counting.small_numbers import SmallNumbers, protect
from caseview.counting.tally import Tally
from caseview.counting.wording import notes
from caseview.domain.crosstab import CrossTab, CrossTabSpec, Mention, Share, Unit
from caseview.domain.document import Kind
from caseview.domain.review import Review

THEMES = ("staffing", "curiosity", "risk")
KINDS = (Kind.SAR, Kind.DHR, Kind.CSPR)
Make = Callable[..., CrossTab]


@pytest.fixture(scope="session")
def counted(
    tally: Callable[..., Tally],
    a_review: Callable[..., Review],
    a_mention: Callable[..., Mention],
) -> Make:
    def make(carried: list[tuple[int, int]], unit: Unit = Unit.REVIEWS) -> CrossTab:
        reviews = tuple(a_review(n, KINDS[n % 3]) for n in range(1, 10))
        mentions = tuple(
            a_mention(n, review, THEMES[theme]) for n, (review, theme) in enumerate(carried, 1)
        )
        return tally(CrossTabSpec(unit=unit), reviews, mentions).table()

    return make


CARRIED = st.lists(st.tuples(st.integers(1, 9), st.integers(0, 2)), max_size=30)
EASY = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


@EASY
@given(carried=CARRIED, share=st.sampled_from(Share), unit=st.sampled_from(Unit))
def test_a_percentage_is_the_count_of_what_it_is_of(
    counted: Make, carried: list[tuple[int, int]], share: Share, unit: Unit
) -> None:
    table = counted(carried, unit)
    seen = shared(table, share)
    for row, cells in enumerate(seen.cells):
        for column, cell in enumerate(cells):
            assert cell.n == table.cells[row][column].n
            of = {
                Share.COLUMN: table.columns[column].base,
                Share.ROW: table.totals[row].n,
                Share.ALL: table.base,
                Share.NONE: 0,
            }[share]
            assert base_of(table, share, row, column) == of
            assert cell.percent == (pytest.approx(100 * cell.n / of) if of else None)
            if cell.low is not None and cell.percent is not None and cell.high is not None:
                assert cell.low <= cell.percent <= cell.high
    assert shared(seen, Share.COLUMN) == table, "the way back leads to the same table"


@EASY
@given(carried=CARRIED, share=st.sampled_from([Share.ROW, Share.ALL]))
def test_no_percentage_is_of_a_hidden_number(
    counted: Make, carried: list[tuple[int, int]], share: Share
) -> None:
    [safe] = protect([counted(carried)], SmallNumbers(3, zeros=True)).tables
    seen = shared(safe, share)
    for row, cells in enumerate(seen.cells):
        hidden = seen.totals[row].hidden if share is Share.ROW else seen.base_hidden
        for cell in cells:
            if cell.hidden or hidden:
                assert cell.percent is None


def test_the_words_say_what_percentages_are_of(counted: Make) -> None:
    table = counted([(1, 0), (2, 1)])
    assert not [said for said in notes(table) if said.startswith("Percentages are of")]
    assert "Percentages are of the row’s total." in notes(shared(table, Share.ROW))
    assert "Percentages are of all 9 reviews counted." in notes(shared(table, Share.ALL))
    assert not [said for said in notes(shared(table, Share.ROW)) if "add up to 100%" in said]
