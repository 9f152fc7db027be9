"""Fields select passages in a search and reviews in a filter."""

import pytest

from caseview.domain.document import Form, Kind
from caseview.domain.errors import QueryError
from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole
from caseview.domain.suggestion import Decision
from tests.search.desk import Desk, Para, doc

STAFFING, CURIOSITY, RECORDS = "staffing_capacity", "professional_curiosity", "record_keeping"


@pytest.fixture
def kept(desk: Desk) -> Desk:
    """Three reviews: a SAR of 2019 in Essex, a DHR of 2021 in Kent, a PFD response of 2023."""
    desk.add(
        doc(
            Para("first here", themes=(STAFFING,)),
            Para("second here", SectionRole.FINDINGS, (CURIOSITY,), reads_as=ReadsAs.GOOD_PRACTICE),
            kind=Kind.SAR,
            published="2019-06",
            area="Essex",
            police_force="Essex Police",
            age="34",
            title="Adult Ann",
        ),
        doc(
            Para("third here", themes=(STAFFING, RECORDS), confidence=0.2),
            kind=Kind.DHR,
            published="2021",
            area=["North Yorkshire", "York"],
            police_force="Kent Police",
            age="11 weeks",
            agency=["Ambulance service", "Housing"],
            title="Beth and Café Nero",
        ),
        doc(
            "fourth here",
            kind=Kind.PFD_RESPONSE,
            form=Form.RESPONSE,
            published="2023-01-31",
            area="North Yorkshire",
            age="17",
        ),
    )
    return desk


FIRST, SECOND, THIRD, FOURTH = (f"{one} here" for one in ("first", "second", "third", "fourth"))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind:sar", [FIRST, SECOND]),
        ("kind:SAR", [FIRST, SECOND]),
        ('kind:"PFD response"', [FOURTH]),
        ("kind:pfd_response", [FOURTH]),
        ("KIND: pfd-response", [FOURTH]),
        ("kind:sar kind:dhr", [FIRST, SECOND, THIRD]),
        ("kind:(sar OR dhr)", [FIRST, SECOND, THIRD]),
        ("kind:sar AND kind:dhr", []),
        ("-kind:sar", [THIRD, FOURTH]),
        ("kind:sar year:2021", []),
        ("kind:sar OR year:2021", [FIRST, SECOND, THIRD]),
        ("form:response", [FOURTH]),
        ("year:2021", [THIRD]),
        ("year:[2019 TO 2021]", [FIRST, SECOND, THIRD]),
        ("year:{2019 TO 2023}", [THIRD]),
        ("year:[2020 TO]", [THIRD, FOURTH]),
        ("year:[TO 2020]", [FIRST, SECOND]),
        ("year:>=2021", [THIRD, FOURTH]),
        ("year:<2021", [FIRST, SECOND]),
        ("year:2019-2021", [FIRST, SECOND, THIRD]),
        ("year:202*", [THIRD, FOURTH]),
        ('force:"Essex Police"', [FIRST, SECOND]),
        ("force:police", [FIRST, SECOND, THIRD]),
        ("force:kent", [THIRD]),
        ("area:york", [THIRD]),
        ("area:yorkshire", [THIRD, FOURTH]),
        ("area:north*", [THIRD, FOURTH]),
        ("agency:housing", [THIRD]),
        ("age:[16 TO 18]", [FOURTH]),
        ("age:<1", [THIRD]),
        ("age:34", [FIRST, SECOND]),
        ("title:ann", [FIRST, SECOND]),
        ('title:"cafe nero"', [THIRD]),
        ("status:to_tag", [FIRST, SECOND, THIRD, FOURTH]),
        ('status:"To tag" year:2021', [THIRD]),
        ("role:findings", [SECOND]),
        ("role:Findings here", [SECOND]),
        (f"theme:{STAFFING}", [FIRST]),
        ('theme:"Staffing capacity"', [FIRST]),
        ("theme:curiosity", [SECOND]),
        (f"theme:{STAFFING} theme:{CURIOSITY}", [FIRST, SECOND]),
        (f"theme:{STAFFING} reads_as:gap", [FIRST]),
        (f"theme:{CURIOSITY} reads_as:gap", []),
        ('reads_as:"good practice"', [SECOND]),
        ("tagged:no here", [FIRST, SECOND, THIRD, FOURTH]),
        ("coder:jb", []),
    ],
)
def test_fields_select_passages(kept: Desk, query: str, found: list[str]) -> None:
    assert kept.found(query) == found


@pytest.mark.parametrize(
    ("where", "reviews"),
    [
        ("", {1, 2, 3}),
        ("  ", {1, 2, 3}),
        ("kind:sar year:[2019 TO 2024]", {1}),
        ("kind:sar kind:dhr", {1, 2}),
        ("NOT kind:sar", {2, 3}),
        ("(kind:sar OR year:2021) -area:essex", {2}),
        ('force:"Kent Police" status:to_tag', {2}),
        (f"theme:{STAFFING}", {1}),
        (f"theme:{STAFFING} AND theme:{CURIOSITY}", {1}),
        (f"NOT theme:{STAFFING}", {2, 3}),
        ("role:findings", {1}),
        ("title:beth", {2}),
        ("first AND second", {1}),
    ],
)
def test_a_filter_selects_reviews(kept: Desk, where: str, reviews: set[int]) -> None:
    assert kept.reviews(where) == reviews


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("kind:zzz", 0),
        ("area:kent theme:zzz", 10),
        ("year:2019 (kind:sar", 10),
        ("knid:sar", 0),
        ("kind:sar status:", 9),
        ("kind:sar year:[2019 TO", 9),
        ("kind:sar AND", 9),
    ],
)
def test_a_filter_is_never_guessed_at(kept: Desk, where: str, place: int) -> None:
    with pytest.raises(QueryError) as caught:
        kept.reviews(where)
    assert caught.value.place == place
    # Nothing was searched or left out: the filter was refused as a whole.
    assert "instead" not in str(caught.value)
    assert "left out" not in str(caught.value)


def test_a_filter_may_find_nothing(kept: Desk) -> None:
    assert kept.reviews("year:1999") == frozenset()
    assert kept.reviews("area:atlantis") == frozenset()
    assert kept.reviews("kind:leder") == frozenset()
    assert kept.reviews('force:"Essex Police" year:2023') == frozenset()


def test_tags_count_on_every_passage_they_overlap(desk: Desk) -> None:
    (document,) = desk.add(doc("one", "two", "three"))
    desk.tag(RECORDS, document, (1, 6))
    assert desk.found(f"theme:{RECORDS}") == ["one", "two"]
    assert [hit.themes for hit in desk.ask("one OR three").hits] == [(RECORDS,), ()]
    assert desk.ask("*").facets["theme"] == ((RECORDS, 2),)


def test_tags_can_be_asked_for_by_coder_and_time(desk: Desk) -> None:
    (document,) = desk.add(doc("one", "two", "three"))
    desk.tag(RECORDS, document, (0, 3), made_at="2026-03-01T10:00:00+00:00")
    desk.tag(STAFFING, document, (5, 8), made_at="2026-05-02T10:00:00+00:00", coder="SO")
    assert desk.found("coder:jb") == ["one"]
    assert desk.found("coder:SO theme:staffing") == ["two"]
    assert desk.found("coder:SO theme:record_keeping") == []
    assert desk.found("tagged:yes") == ["one", "two"]
    assert desk.found("tagged:no") == ["three"]
    assert desk.found("tagged:2026-05") == ["two"]
    assert desk.found("tagged:[2026-03 TO 2026-04]") == ["one"]


def test_suggestions_count_until_they_are_decided_on(desk: Desk) -> None:
    (document,) = desk.add(doc(Para("one", themes=(STAFFING,)), Para("two", themes=(RECORDS,))))
    assert desk.found("theme:staffing") == ["one"]
    desk.decide(document, Decision.REJECTED)
    assert desk.found("theme:staffing") == []
    assert desk.ask("one").hits[0].themes == ()
    assert desk.ask("one").facets["theme"] == ()
    desk.undo()
    assert desk.found("theme:staffing") == ["one"]
    assert desk.ask("one").facets["theme"] == ((STAFFING, 1),)


def test_a_name_that_is_not_known_is_answered_with_a_likely_one(kept: Desk) -> None:
    assert kept.ask("status:finishd").remark == (
        "Nothing has the status “finishd”. Did you mean “Finished”?"
    )
    assert "Did you mean “Staffing capacity”?" in kept.ask('theme:"stafing capacity"').remark
    assert kept.ask("area:esex").remark == "Nothing has the area “esex”. Did you mean “Essex”?"
