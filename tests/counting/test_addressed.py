"""Whom a recommendation is for: bodies apart, sorts of them, and one body under two prints."""

import pytest

from caseview.counting.addressed import Sort, bodies, body_key, sorts, whose


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Northmoor Council and Northmoor Police", ("Northmoor Council", "Northmoor Police")),
        ("HM Prison and Probation Service", ("HM Prison and Probation Service",)),
        ("Alder and Beck Mental Health NHS Trust", ("Alder and Beck Mental Health NHS Trust",)),
        ("Beck Surgery; general practices", ("Beck Surgery", "general practices")),
        ("", ()),
    ],
)
def test_bodies_named_together_are_told_apart(printed: str, meant: tuple[str, ...]) -> None:
    assert bodies(printed) == meant


@pytest.mark.parametrize(
    ("printed", "sort"),
    [
        ("The Chief Constable, Northmoor Constabulary", Sort.POLICE),
        ("Northmoor Safeguarding Adults Board", Sort.BOARD),
        ("Harrowshire Partnership NHS Foundation Trust", Sort.HEALTH),
        ("Children’s Services", Sort.CHILDREN),
        ("Kelbridge Council: adult social care", Sort.ADULTS),
        ("The Director of Housing, Kelbridge Council", Sort.HOUSING),
        ("Home Office", Sort.NATIONAL),
        ("Coastal Ambulance Service NHS Trust", Sort.RESCUE),
        ("All agencies", Sort.ALL),
        ("Larkmoor Holdings", Sort.OTHER),
        ("", Sort.UNSAID),
    ],
)
def test_each_body_is_of_a_sort(printed: str, sort: Sort) -> None:
    assert sorts(printed) == frozenset({sort})


def test_a_body_is_one_whoever_signs_for_it() -> None:
    assert body_key("The Chief Constable, Northmoor Constabulary") == "northmoor constabulary"
    assert body_key("Northmoor Constabulary") == "northmoor constabulary"


def test_a_body_without_a_name_is_one_of_its_own_area_only() -> None:
    here = whose("All partners", "Eastmere Safeguarding Board")
    assert here == whose("all partners", "Eastmere Safeguarding Board")
    assert here != whose("All partners", "Saltwick Safeguarding Board")
    assert whose("The Council", "") == ""
    assert whose("Northmoor Constabulary", "") == whose("Northmoor Constabulary", "Saltwick")
    assert whose("Home Office", "Eastmere") == whose("The Home Office", "Saltwick")
