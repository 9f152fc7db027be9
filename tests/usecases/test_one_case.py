"""What two documents say of themselves lets them be about one case, or not."""

import pytest

from caseview.domain.attribute import Detail, DetailName
from caseview.usecases.one_case import (
    names_place,
    other_place,
    other_subject,
    other_value,
    same_place,
    same_subject,
)


def says(**details: str) -> tuple[Detail, ...]:
    return tuple(Detail(DetailName(name), words) for name, words in details.items())


def test_one_person_is_known_however_the_name_is_set() -> None:
    one, other = says(subject="Child  A"), says(subject="child a")
    assert same_subject(one, other)
    assert not other_subject(one, other)


def test_two_names_are_two_people() -> None:
    one, other = says(subject="Child A"), says(subject="Child B")
    assert not same_subject(one, other)
    assert other_subject(one, other)


@pytest.mark.parametrize("named", [says(subject="Child A"), says(title="A review")])
def test_where_one_names_nobody_nothing_is_known(named: tuple[Detail, ...]) -> None:
    nobody = says(title="A review")
    assert not same_subject(named, nobody)
    assert not other_subject(named, nobody)


def test_a_board_says_more_than_an_area() -> None:
    one = says(board="Northmoor Safeguarding Adults Board", area="Essex")
    other = says(board="Northmoor Safeguarding Adults Board", area="Kent")
    assert same_place(one, other)
    assert not other_place(one, other)


def test_an_area_is_set_against_an_area_where_one_names_no_board() -> None:
    one, other = says(board="Northmoor Safeguarding Adults Board", area="Essex"), says(area="Kent")
    assert other_place(one, other)
    assert not same_place(one, other)


def test_a_place_and_none_are_neither_the_same_nor_two() -> None:
    placed, placeless = says(area="Essex"), says(subject="Child A")
    assert names_place(placed)
    assert not names_place(placeless)
    assert not same_place(placed, placeless)
    assert not other_place(placed, placeless)


def test_two_references_are_two_reports_and_one_reference_says_nothing() -> None:
    one, other = says(ref="2024-0001"), says(ref="2024-0002")
    assert other_value(one, other, DetailName.REF)
    assert not other_value(one, one, DetailName.REF)
    assert not other_value(one, says(), DetailName.REF)
