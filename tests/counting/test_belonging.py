"""What belongs together: offered and never applied, refused once and for all, counted once."""

from dataclasses import replace

import pytest

from caseview.counting.belonging import (
    Likes,
    may_belong,
    offered_groups,
    with_earlier,
    without_restatements,
)
from caseview.counting.register import counted, made_before, narrowed, years
from caseview.domain.document import Form, Kind
from caseview.domain.recommendation import Recommendation
from caseview.domain.register import (
    KeptRecommendation,
    Placed,
    Progress,
    RecommendationGroup,
    Strength,
)
from caseview.domain.registered import Registered, Wanted

SUPERVISION = "Provide reflective supervision for duty staff which is protected when demand rises."
SOCIAL = "Provide reflective supervision for social workers, protected when demand rises."
NIGHT = "Provide reflective supervision to night staff and protect it when demand rises."
BACKLOG = "Clear the backlog of overdue home visits and report it every month."


def made(
    document: int, text: str, year: str = "2021", form: Form = Form.FULL_REPORT, review: int = 0
) -> Registered:
    read = Recommendation("1", text, "Northmoor Constabulary", 0, len(text))
    kept = KeptRecommendation(Placed(document, 0), review or document, read, page=3)
    return Registered(
        kept, f"Review {document}", "", Kind.SAR, form, year, ("Northmoor Constabulary",),
        frozenset({"police"}), (), (), Strength.POLICY, Progress.UNKNOWN,
    )  # fmt: skip


def likes(items: tuple[Registered, ...]) -> Likes:
    return Likes.of({one.place: one.text for one in items})


ITEMS = (
    made(1, SUPERVISION, "2019"),
    made(2, SOCIAL, "2021"),
    made(3, NIGHT, "2023"),
    made(4, BACKLOG),
)


def test_like_ones_of_several_reviews_are_offered_as_a_group() -> None:
    (offer,) = offered_groups((), ITEMS, likes(ITEMS))
    assert offer.members == (Placed(1, 0), Placed(2, 0), Placed(3, 0))
    assert 0 < offer.likeness < 1


def test_like_ones_of_one_review_are_not_a_group() -> None:
    items = (made(1, SUPERVISION, review=9), made(2, SOCIAL, review=9))
    assert offered_groups((), items, likes(items)) == ()


def test_what_is_grouped_is_offered_no_more_but_others_may_belong_to_it() -> None:
    group = RecommendationGroup(7, "Supervision", (Placed(1, 0), Placed(2, 0)))
    assert offered_groups((group,), ITEMS, likes(ITEMS)) == ()
    offers = may_belong((group,), ITEMS, likes(ITEMS))
    assert [one.place for one in offers[7]] == [Placed(3, 0)]


def test_what_was_refused_is_not_offered_again() -> None:
    group = RecommendationGroup(7, "Supervision", (Placed(1, 0),), (Placed(3, 0),))
    offers = may_belong((group,), ITEMS, likes(ITEMS))
    assert [one.place for one in offers[7]] == [Placed(2, 0)]


def test_repeats_to_the_same_body_name_the_years_and_who_says_so() -> None:
    group = RecommendationGroup(7, "Supervision", (Placed(1, 0), Placed(3, 0)))
    found = {one.place: one for one in with_earlier(ITEMS, (group,), likes(ITEMS))}
    assert made_before(found[Placed(1, 0)]) == ""
    assert made_before(found[Placed(3, 0)]).startswith("2019")
    assert made_before(found[Placed(2, 0)]) == "2019?"
    assert made_before(found[Placed(4, 0)]) == ""


def test_the_like_asked_of_another_body_is_no_repeat() -> None:
    items = (ITEMS[0], replace(ITEMS[1], bodies=("Beck Housing Ltd",)))
    assert [one.earlier for one in with_earlier(items, (), likes(items))] == [(), ()]


@pytest.mark.parametrize("form", [Form.EXECUTIVE_SUMMARY, Form.ACTION_PLAN, Form.RESPONSE])
def test_what_a_lesser_document_restates_is_counted_once(form: Form) -> None:
    items = (made(1, SUPERVISION, review=9), made(2, SOCIAL, form=form, review=9))
    (kept,) = without_restatements(items, likes(items))
    assert (kept.place, kept.again) == (Placed(1, 0), (Placed(2, 0),))


def test_what_only_the_lesser_document_says_stays() -> None:
    items = (
        made(1, SUPERVISION, review=9),
        made(2, "Adopt the charter.", form=Form.ACTION_PLAN, review=9),
        made(3, SOCIAL),
    )
    assert len(without_restatements(items, likes(items))) == len(items)


def test_facets_narrow_and_are_counted_as_the_others_narrow_them() -> None:
    wanted = Wanted(years=frozenset({"2019", "2021"}))
    assert [one.year for one in narrowed(ITEMS, wanted)] == ["2019", "2021", "2021"]
    facets = counted(ITEMS, wanted)
    assert facets["years"] == (("2023", 1), ("2021", 2), ("2019", 1))
    assert facets["sorts"] == (("police", 3),)
    assert narrowed(ITEMS, Wanted(words="backlog MONTH")) == (ITEMS[3],)
    assert narrowed(ITEMS, Wanted(bodies=frozenset({"northmoor constabulary"}))) == ITEMS
    assert narrowed(ITEMS, Wanted(strengths=frozenset({Strength.SYSTEM}))) == ()


def test_years_are_said_as_a_stretch() -> None:
    assert years(ITEMS) == "2019 to 2023"
    assert years(ITEMS[:1]) == "2019"
    assert years((replace(ITEMS[0], year=""),)) == ""
