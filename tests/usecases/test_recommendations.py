"""The register over a real casebook: listed, grouped, set, undone; each act one journal entry."""

from collections.abc import Callable
from pathlib import Path

import pytest

from caseview.counting.register import made_before, narrowed
from caseview.domain.errors import CasebookError
from caseview.domain.register import Placed, Progress, Strength
from caseview.domain.registered import Register, Said, Wanted
from caseview.store.casebook import StoredCasebook
from caseview.usecases.group_recommendations import (
    add_to_group,
    make_group,
    part_group,
    refuse,
    rename_group,
)
from caseview.usecases.list_recommendations import list_recommendations
from caseview.usecases.screen_review import screen_review
from caseview.usecases.set_standing import set_standing
from caseview.usecases.undo import redo, undo
from tests.usecases.conftest import InProcess
from tests.usecases.register_room import ASKS, fill

EACH = 2


@pytest.fixture
def filled(casebook: StoredCasebook, reader: InProcess, tmp_path: Path) -> StoredCasebook:
    return fill(casebook, reader, tmp_path)


def supervision(register: Register) -> list[Placed]:
    return [one.place for one in register.items if "supervision" in one.text]


def test_the_register_tells_where_each_stands_and_what_its_words_suggest(
    filled: StoredCasebook,
) -> None:
    register = list_recommendations(filled)
    assert len(register.items) == EACH * len(ASKS)
    first = register.items[0]
    assert (first.year, first.bodies, first.sorts) == (
        "2019",
        ("Northmoor Constabulary",),
        frozenset({"police"}),
    )
    assert (first.strength, first.strength_guessed) == (Strength.POLICY, True)
    assert first.reference.endswith("Recommendation 1, paragraph 6") or first.kept.paragraph
    with filled.reading() as work:
        text = work.documents.text(first.place.document_id).text
    read = first.kept.recommendation
    assert text[read.start : read.end] == first.text


def test_likeness_is_offered_and_never_applied(filled: StoredCasebook) -> None:
    register = list_recommendations(filled)
    assert register.groups == ()
    (offer,) = register.offered
    assert list(offer.members) == supervision(register)
    assert [made_before(one) for one in register.items if one.place in offer.members] == [
        "",
        "2019?",
        "2019?, 2021?",
    ]


def test_a_group_is_made_filled_refused_renamed_and_parted_each_in_one_undo(
    filled: StoredCasebook,
) -> None:
    one, two, three = supervision(list_recommendations(filled))
    make_group(filled, " Supervision ", [one, two], coder="JB")
    (group,) = list_recommendations(filled).groups
    assert (group.name, group.members) == ("Supervision", (one, two))
    assert [o.place for o in list_recommendations(filled).may_belong[group.id]] == [three]
    acts: tuple[Callable[[], object], ...] = (
        lambda: add_to_group(filled, group.id, [three], coder="JB"),
        lambda: refuse(filled, group.id, [three], coder="JB"),
        lambda: rename_group(filled, group.id, "Reflective supervision", coder="JB"),
        lambda: part_group(filled, group.id, coder="JB"),
    )
    states = [list_recommendations(filled)]
    for act in acts:
        act()
        states.append(list_recommendations(filled))
    assert states[1].groups[0].members == (one, two, three)
    assert states[2].groups[0].refused == (three,)
    assert states[2].may_belong[group.id] == ()
    assert states[4].groups == ()
    for state in reversed(states[:-1]):
        undo(filled, coder="JB")
        assert list_recommendations(filled) == state
    for state in states[1:]:
        redo(filled, coder="JB")
        assert list_recommendations(filled) == state


def test_a_recommendation_is_in_one_group_at_most(filled: StoredCasebook) -> None:
    one, two, three = supervision(list_recommendations(filled))
    make_group(filled, "First", [one, two], coder="JB")
    make_group(filled, "Second", [two, three], coder="JB")
    groups = {g.name: g.members for g in list_recommendations(filled).groups}
    assert groups == {"First": (one,), "Second": (two, three)}
    first = next(g for g in list_recommendations(filled).groups if g.name == "First")
    add_to_group(filled, first.id, [two, three], coder="JB")
    assert {g.name for g in list_recommendations(filled).groups} == {"First"}
    undo(filled, coder="JB")
    assert {g.name: g.members for g in list_recommendations(filled).groups} == groups


def test_groups_have_names_of_their_own_and_members_that_are_there(filled: StoredCasebook) -> None:
    one, *_ = supervision(list_recommendations(filled))
    with pytest.raises(CasebookError, match="needs a name"):
        make_group(filled, "  ", [one], coder="JB")
    with pytest.raises(CasebookError, match="not in the casebook"):
        make_group(filled, "Nobody", [Placed(999, 0)], coder="JB")
    with pytest.raises(CasebookError, match="No recommendation was chosen"):
        make_group(filled, "Nobody", [], coder="JB")
    make_group(filled, "Supervision", [one], coder="JB")
    with pytest.raises(CasebookError, match="already"):
        make_group(filled, "supervision", [one], coder="JB")
    with pytest.raises(CasebookError, match="not in the casebook any more"):
        part_group(filled, 999, coder="JB")


def test_a_standing_is_set_over_its_guess_and_taken_back(filled: StoredCasebook) -> None:
    place = supervision(list_recommendations(filled))[0]
    before = list_recommendations(filled)
    said = Said(Progress.DONE, Strength.SYSTEM, "Beck Housing Association", confirmed=True)
    changes = set_standing(filled, [place], said, coder="JB")
    assert changes.register
    item = list_recommendations(filled).item(place)
    assert item is not None
    assert (item.progress, item.progress_guessed) == (Progress.DONE, False)
    assert (item.strength, item.strength_guessed) == (Strength.SYSTEM, False)
    assert item.bodies == ("Beck Housing Association",)
    assert item.kept.standing.confirmed
    assert not set_standing(filled, [place], said, coder="JB").register
    undo(filled, coder="JB")
    assert list_recommendations(filled) == before
    with pytest.raises(CasebookError, match="not in the casebook"):
        set_standing(filled, [Placed(999, 0)], said, coder="JB")


def test_reviews_screened_out_leave_the_register(filled: StoredCasebook) -> None:
    first = list_recommendations(filled).items[0]
    screen_review(filled, first.kept.review_id, "Not in scope", coder="JB")
    items = list_recommendations(filled).items
    assert len(items) == EACH * (len(ASKS) - 1)
    assert narrowed(items, Wanted(years=frozenset({"2019"}))) == ()
