"""A search turns into a rule that finds its words, and says what a rule cannot say."""

import pytest

from caseview.domain.errors import QueryError
from caseview.domain.query import AsRule, Search
from caseview.tagging.notation import parse
from caseview.usecases.search_casebook import search_as_rule
from tests.search.desk import Desk


@pytest.fixture
def kept(desk: Desk) -> Desk:
    desk.texts("Staffing was short; the staff were tired.", "curiosity", "a risk of self-harm")
    return desk


def rule(desk: Desk, query: str) -> AsRule:
    return search_as_rule(desk.casebook, desk.finder, Search(query))


@pytest.mark.parametrize(
    ("query", "pattern"),
    [
        ("staff", "(staff|staffing)"),
        ('"staff"', "staff"),
        ("staff*", "staff*"),
        ("curiosity OR risk", "curiosity|risk"),
        ('"professional curiosity"', "professional curiosity"),
        ("self-harm", "self harm"),
        ('"risk harm"~>5', "risk .. harm"),
        ('"risk harm"~5', "risk .. harm|harm .. risk"),
        ("*ff*", "(staff|staffing)"),
        ('"(staff OR nurse) short*"', "(staff|nurse) short*"),
        ("risk kind:sar", "risk"),
        ("risk harm", "risk .. harm|harm .. risk"),
        ("+risk harm", "risk"),
    ],
)
def test_words_become_patterns(kept: Desk, query: str, pattern: str) -> None:
    made = rule(kept, query)
    assert made.pattern == pattern
    assert str(parse(made.pattern)) == pattern


@pytest.mark.parametrize(
    ("query", "remark"),
    [
        ("staff", ""),
        ("risk harm", "Words anywhere in a passage became words near each other in one sentence."),
        ("risk -harm", "Fields and words to leave out cannot be part of a rule"),
        ('"risk harm"~paragraph', "The words must now stand in one sentence"),
    ],
)
def test_what_a_rule_cannot_say_is_said(kept: Desk, query: str, remark: str) -> None:
    made = rule(kept, query).remark
    assert remark in made
    assert bool(made) == bool(remark)


@pytest.mark.parametrize("query", ["kind:sar", "-staff", "zzz*zzz", "risk harm short tired", "*"])
def test_a_search_without_words_for_a_rule_is_refused(kept: Desk, query: str) -> None:
    with pytest.raises(QueryError) as caught:
        rule(kept, query)
    assert caught.value.advice
