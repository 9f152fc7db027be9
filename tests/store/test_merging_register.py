"""Merging brings what coders there said of recommendations and kept under names, once."""

import pytest

from caseview.counting.merge_wording import preview_notes
from caseview.domain.journal import SetAnswer, SetSaved
from caseview.domain.register import ConcernAnswer, Placed, Progress, Reply
from caseview.domain.registered import Said
from caseview.domain.saved import Saved, SavedKind
from caseview.domain.span import Span
from caseview.store.casebook import StoredCasebook
from caseview.store.other_casebook import OtherCasebook
from caseview.usecases.correct_recommendations import mark_recommendation, no_recommendation
from caseview.usecases.group_recommendations import make_group, refuse
from caseview.usecases.merge_casebooks import preview_merge
from caseview.usecases.set_standing import set_standing
from caseview.usecases.undo import undo
from tests.store.merging_room import Made, Reading, add, merge, now, state

FIRST, SECOND = Placed(1, 0), Placed(2, 0)


def keep_filter(casebook: StoredCasebook, name: str, where: str) -> None:
    with casebook.writing() as work:
        number = work.decisions.new_id("saved")
        kept = Saved(number, SavedKind.FILTER, name, where, "SO", now())
        work.journal.perform("Keep", [SetSaved(None, kept)], "SO")


def filters(casebook: StoredCasebook) -> list[str]:
    with casebook.reading() as work:
        return [one.name for one in work.saved.all(SavedKind.FILTER)]


def standings(casebook: StoredCasebook | OtherCasebook) -> dict[str, tuple[str, object, bool]]:
    """Return what stands in a register by words: whom for, how far, and whether confirmed."""
    with casebook.reading() as work:
        return {
            one.recommendation.text: (
                one.addressee,
                one.standing.progress,
                one.standing.confirmed,
            )
            for one in work.register.recommendations()
        }


@pytest.fixture
def both(ours: StoredCasebook, theirs: StoredCasebook, document: Made) -> StoredCasebook:
    """Both casebooks with the same document; theirs with another one before it."""
    add(theirs, document("more.pdf", ("Heading", "The Board should look again at this.")))
    add(theirs, document())
    add(ours, document())
    return theirs


def test_what_was_said_of_a_recommendation_comes_where_nobody_here_said_anything(
    ours: StoredCasebook, both: StoredCasebook, reading: Reading
) -> None:
    said = Said(Progress.DONE, addressee="Beck Housing Association", confirmed=True)
    set_standing(both, [SECOND], said, coder="SO")
    kept = standings(both)
    both.close()
    before = standings(ours)
    merged = merge(ours, reading)
    assert merged.preview.register == 1
    assert any("1 entry of its register" in note for note in preview_notes(merged.preview))
    assert standings(ours) == kept
    undo(ours, coder="JB")
    assert {words: standings(ours)[words] for words in before} == before


def test_what_somebody_here_said_stays(
    ours: StoredCasebook, both: StoredCasebook, reading: Reading
) -> None:
    set_standing(both, [SECOND], Said(Progress.DONE), coder="SO")
    set_standing(ours, [FIRST], Said(Progress.REJECTED), coder="JB")
    both.close()
    mine = standings(ours)
    assert merge(ours, reading).preview.register == 0
    assert {words: standings(ours)[words] for words in mine} == mine


def test_groups_come_by_name_and_twice_is_once(
    ours: StoredCasebook, both: StoredCasebook, reading: Reading
) -> None:
    make_group(both, "Look again", [FIRST, SECOND], coder="SO")
    keep_filter(both, "Late ones", "year:2024")
    both.close()
    with reading() as other:
        preview = preview_merge(ours, other, "theirs")
    assert (preview.register, preview.saved) == (1, 1)
    assert merge(ours, reading).preview == preview
    with ours.reading() as work:
        [group] = work.register.groups()
        words = {
            one.recommendation.text
            for one in work.register.recommendations()
            if one.place in group.members
        }
    assert group.name == "Look again"
    assert len(words) == 2
    assert filters(ours) == ["Late ones"]
    after = state(ours)
    assert merge(ours, reading).preview.brings_nothing
    assert state(ours) == after


def test_members_join_the_group_of_the_same_name_unless_they_were_refused(
    ours: StoredCasebook, both: StoredCasebook, reading: Reading
) -> None:
    mark = Span(0, 12)
    mark_recommendation(ours, 1, mark, coder="JB")
    added = Placed(1, 1)
    make_group(ours, "look AGAIN", [added], coder="JB")
    with ours.reading() as work:
        [group] = work.register.groups()
    make_group(both, "Look again", [FIRST, SECOND], coder="SO")
    refuse(ours, group.id, [FIRST], coder="JB")
    both.close()
    merge(ours, reading)
    with ours.reading() as work:
        [after] = work.register.groups()
    assert after.name == "look AGAIN"
    assert after.refused == (FIRST,)
    assert added in after.members
    assert len(after.members) == 2, "their other document came with its recommendation"


def test_a_recommendation_put_in_there_comes_and_one_taken_out_here_stays_out(
    ours: StoredCasebook, both: StoredCasebook, reading: Reading
) -> None:
    mark_recommendation(both, 2, Span(0, 12), coder="SO")
    no_recommendation(ours, [FIRST], coder="JB")
    both.close()
    merge(ours, reading)
    with ours.reading() as work:
        found = [
            one.recommendation.text
            for one in work.register.recommendations()
            if one.place.document_id == 1
        ]
    assert found == ["The agencies"]
    after = state(ours)
    assert merge(ours, reading).preview.brings_nothing
    assert state(ours) == after


def test_words_confirmed_there_take_the_place_of_words_nobody_here_looked_at(
    ours: StoredCasebook, both: StoredCasebook, reading: Reading
) -> None:
    with both.reading() as work:
        read = work.register.recommendations()[1].recommendation
    mark_recommendation(both, 2, Span(read.start, read.end - 4), coder="SO")
    kept = standings(both)
    both.close()
    merge(ours, reading)
    assert standings(ours) == kept


def test_what_a_response_was_found_to_say_comes_with_its_words(
    ours: StoredCasebook, both: StoredCasebook, reading: Reading
) -> None:
    with both.reading() as work:
        concern = next(one for one in work.register.concerns() if one.place.document_id == 2)
    answer = ConcernAnswer(1, Reply.ACTION, 0, 7, "SO", now())
    with both.writing() as work:
        work.journal.perform("Answer", [SetAnswer(concern.place, None, answer)], "SO")
    both.close()
    merge(ours, reading)
    with ours.reading() as work:
        [known] = [one for one in work.register.concerns() if one.answers]
        [got] = known.answers
        text = work.documents.text(got.response_id).text
    assert known.place.document_id == 1
    assert (got.reply, got.coder, text[got.start : got.end]) == (Reply.ACTION, "SO", "Heading")


def test_a_name_taken_here_for_another_question_says_whence_it_came(
    ours: StoredCasebook, both: StoredCasebook, reading: Reading
) -> None:
    keep_filter(ours, "Late ones", "year:2023")
    keep_filter(both, "Late ones", "year:2024")
    both.close()
    merge(ours, reading)
    assert filters(ours) == ["Late ones", "Late ones (from theirs)"]
    assert merge(ours, reading).preview.brings_nothing
