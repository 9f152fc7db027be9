"""What was read as a recommendation is corrected by a coder, each time in one undo."""

from collections.abc import Callable
from pathlib import Path

import pytest

from caseview.domain.errors import CasebookError
from caseview.domain.register import Placed
from caseview.domain.registered import Register, Registered, Said
from caseview.domain.span import Span
from caseview.store.casebook import StoredCasebook
from caseview.usecases.correct_recommendations import mark_recommendation, no_recommendation
from caseview.usecases.group_recommendations import make_group, refuse
from caseview.usecases.list_recommendations import list_recommendations
from caseview.usecases.set_standing import set_standing
from caseview.usecases.undo import redo, undo
from tests.usecases.conftest import InProcess
from tests.usecases.register_room import fill

FOUND = "nobody asked who else lived there"


@pytest.fixture
def filled(casebook: StoredCasebook, reader: InProcess, tmp_path: Path) -> StoredCasebook:
    return fill(casebook, reader, tmp_path)


def place_of(casebook: StoredCasebook, document: int, words: str) -> Span:
    with casebook.reading() as work:
        begin = work.documents.text(document).text.index(words)
    return Span(begin, begin + len(words))


def first(casebook: StoredCasebook) -> Registered:
    return list_recommendations(casebook).items[0]


def undone_and_done_again(casebook: StoredCasebook, act: Callable[[], object]) -> Register:
    """Do it, take it back, do it again; return the register with it done."""
    before = list_recommendations(casebook)
    act()
    after = list_recommendations(casebook)
    undo(casebook, coder="JB")
    assert list_recommendations(casebook) == before
    redo(casebook, coder="JB")
    assert list_recommendations(casebook) == after
    return after


def test_words_nobody_found_become_a_recommendation_where_they_stand(
    filled: StoredCasebook,
) -> None:
    document = first(filled).place.document_id
    span = place_of(filled, document, FOUND)
    before = list_recommendations(filled)
    after = undone_and_done_again(
        filled, lambda: mark_recommendation(filled, document, span, coder="JB")
    )
    [new] = [one for one in after.items if one.text == FOUND]
    assert len(after.items) == len(before.items) + 1
    assert after.items[0] == new, "it stands first in its document, and in the list"
    assert new.kept.standing.confirmed
    assert {one.place for one in before.items} <= {one.place for one in after.items}


def test_other_words_for_one_that_was_found_leave_what_was_said_of_it(
    filled: StoredCasebook,
) -> None:
    one = first(filled)
    set_standing(filled, [one.place], Said(addressee="Beck Housing Association"), coder="JB")
    shorter = Span(one.kept.recommendation.start, one.kept.recommendation.end - 10)
    after = undone_and_done_again(
        filled, lambda: mark_recommendation(filled, one.place.document_id, shorter, coder="JB")
    )
    changed = after.item(one.place)
    assert changed is not None
    assert changed.text == one.text[:-10]
    assert changed.kept.recommendation.number == one.kept.recommendation.number
    assert changed.bodies == ("Beck Housing Association",)
    assert changed.kept.standing.confirmed


def test_marking_the_same_words_again_confirms_them_and_then_changes_nothing(
    filled: StoredCasebook,
) -> None:
    one = first(filled)
    span = Span(one.kept.recommendation.start, one.kept.recommendation.end)
    document = one.place.document_id
    assert mark_recommendation(filled, document, span, coder="JB").register
    assert not mark_recommendation(filled, document, span, coder="JB").register


def test_what_is_no_recommendation_leaves_its_group_and_the_register(
    filled: StoredCasebook,
) -> None:
    items = [one for one in list_recommendations(filled).items if "supervision" in one.text]
    one, two, three = (item.place for item in items)
    make_group(filled, "Supervision", [one, two], coder="JB")
    [group] = list_recommendations(filled).groups
    refuse(filled, group.id, [three], coder="JB")
    set_standing(filled, [one], Said(confirmed=True), coder="JB")
    after = undone_and_done_again(
        filled, lambda: no_recommendation(filled, [one, three], coder="JB")
    )
    assert after.item(one) is None
    assert [(g.members, g.refused) for g in after.groups] == [((two,), ())]
    last = undone_and_done_again(filled, lambda: no_recommendation(filled, [two], coder="JB"))
    assert last.groups == ()


def test_a_place_given_free_can_be_taken_again_and_all_taken_back(filled: StoredCasebook) -> None:
    before = list_recommendations(filled)
    last = before.items[-1]
    no_recommendation(filled, [last.place], coder="JB")
    document = last.place.document_id
    mark_recommendation(filled, document, place_of(filled, document, FOUND), coder="JB")
    undo(filled, coder="JB")
    undo(filled, coder="JB")
    assert list_recommendations(filled) == before


def test_a_document_tells_its_recommendations_as_they_stand(
    filled: StoredCasebook,
) -> None:
    document = first(filled).place.document_id
    mark_recommendation(filled, document, place_of(filled, document, FOUND), coder="JB")
    with filled.reading() as work:
        texts = [one.text for one in work.documents.recommendations(document)]
    assert texts[0] == FOUND


def test_words_over_two_recommendations_or_none_are_refused(filled: StoredCasebook) -> None:
    one, two = list_recommendations(filled).items[:2]
    across = Span(one.kept.recommendation.start, two.kept.recommendation.end)
    with pytest.raises(CasebookError, match="2 recommendations"):
        mark_recommendation(filled, one.place.document_id, across, coder="JB")
    with pytest.raises(CasebookError, match="No words"):
        mark_recommendation(filled, one.place.document_id, Span(3, 3), coder="JB")
    with pytest.raises(CasebookError, match="No words"):
        mark_recommendation(filled, one.place.document_id, Span(5, 10**6), coder="JB")
    with pytest.raises(CasebookError, match="not in the casebook"):
        no_recommendation(filled, [Placed(999, 0)], coder="JB")
    assert not no_recommendation(filled, [], coder="JB").register
