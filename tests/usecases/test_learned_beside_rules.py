"""Learned rules are switched by a coder, what was missed is judged, and figures say how much."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from caseview.domain.codebook_effect import Happens
from caseview.domain.errors import CasebookError
from caseview.domain.journal import SetSuggestions
from caseview.domain.learned import LEARNED, OFFERED, By, Supply
from caseview.domain.reads_as import ReadsAs
from caseview.domain.span import Span
from caseview.domain.suggestion import Decision, FiledSuggestion, Suggestion
from caseview.store.casebook import StoredCasebook
from caseview.tagging.editing.draft import Draft
from caseview.tagging.editing.themes import retire
from caseview.usecases.decide import Ruling, decide
from caseview.usecases.edit_codebook import read_figures
from caseview.usecases.find_missed import find_missed, more_like, passage_at
from caseview.usecases.finish_document import finish_documents
from caseview.usecases.judge_missed import confirm, turn_down
from caseview.usecases.tag_passage import Chosen, tag_passage
from caseview.usecases.tell_learned import learning_of, recall_of_rules, switch_learned
from caseview.usecases.undo import undo
from tests.usecases.codebook_room import CodebookRoom, open_room

QUIET = "The home was quiet and tidy when it was visited."
ON = "quiet"


def now() -> str:
    return "2024-05-01T12:00:00+00:00"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[CodebookRoom]:
    made = open_room(tmp_path)
    yield made
    made.casebook.close()


@pytest.fixture
def casebook(room: CodebookRoom) -> StoredCasebook:
    return room.casebook


def switch(casebook: StoredCasebook, *, on: bool) -> None:
    switch_learned(casebook, "curiosity", on=on, coder="JB", stop=lambda: False)


def learned(casebook: StoredCasebook) -> list[str]:
    with casebook.reading() as work:
        return [
            one.suggestion.text
            for one in work.decisions.suggestions()
            if one.suggestion.rule.endswith(LEARNED)
        ]


def passage(casebook: StoredCasebook, words: str, document: int = 1) -> int:
    with casebook.reading() as work:
        held = work.documents.passages(document)
    return next(kept.id for kept in held if kept.passage.text == words)


def test_what_was_learned_is_switched_off_and_on_with_what_it_suggests(
    room: CodebookRoom,
    casebook: StoredCasebook,
) -> None:
    room.learn()
    first = learned(casebook)
    assert set(first) == {QUIET}
    assert learning_of(casebook, "curiosity").suggests
    assert learning_of(casebook, "curiosity").open == len(first)
    switch(casebook, on=False)
    assert learned(casebook) == []
    assert learning_of(casebook, "curiosity").is_off
    room.learn()
    assert learned(casebook) == [], "learning again leaves it off"
    switch(casebook, on=True)
    assert learned(casebook) == first
    undo(casebook, coder="JB")
    assert learned(casebook) == []
    undo(casebook, coder="JB")
    assert learned(casebook) == first


def test_what_does_no_better_than_the_rules_cannot_be_switched_on(
    room: CodebookRoom,
    casebook: StoredCasebook,
) -> None:
    room.learn(low=-0.1)
    assert not learning_of(casebook, "curiosity").suggests
    with pytest.raises(CasebookError, match="no better than the rules"):
        switch(casebook, on=True)


def test_learning_that_is_stopped_leaves_everything_as_it_was(
    room: CodebookRoom, casebook: StoredCasebook
) -> None:
    room.learn()
    with casebook.reading() as work:
        rules = work.learned.all()
    assert room.learn(low=-0.1, stop=True) is None
    with casebook.reading() as work:
        assert work.learned.all() == rules
    assert set(learned(casebook)) == {QUIET}


def test_the_weightiest_words_are_words(room: CodebookRoom, casebook: StoredCasebook) -> None:
    done = room.learn()
    assert done
    assert done.rules[0].weightiest(5) == ("quiet", "tidy")


def test_a_change_of_the_codebook_leaves_what_was_learned_unless_the_theme_is_retired(
    room: CodebookRoom,
) -> None:
    room.learn()
    said = room.preview(room.draft(curiosity="bruise"))
    assert not [one for one in said.of(Happens.REMOVED) if one.text == QUIET]
    gone = room.preview(Draft.of(room.book).with_codebook(retire(room.book, "curiosity")))
    assert [one for one in gone.of(Happens.REMOVED) if one.text == QUIET]


def test_a_passage_turned_down_is_offered_no_more_teaches_and_judges_no_rule(
    room: CodebookRoom,
    casebook: StoredCasebook,
) -> None:
    room.learn(low=-0.1)
    first = find_missed(casebook, "curiosity")[0]
    assert (first.text, first.by) == (QUIET, By.LEARNED)
    figures = read_figures(casebook)
    before = learning_of(casebook, "curiosity").supply
    turn_down(casebook, "curiosity", first.passage_id, coder="JB")
    assert turn_down(casebook, "curiosity", first.passage_id, coder="JB").label == ""
    assert first.passage_id not in {one.passage_id for one in find_missed(casebook, "curiosity")}
    assert read_figures(casebook) == figures
    after = learning_of(casebook, "curiosity").supply
    assert (after.holding, after.others) == (before.holding, before.others + 1)
    with casebook.reading() as work:
        kept = [s for s in work.decisions.suggestions() if s.suggestion.rule.endswith(OFFERED)]
    assert [one.decision for one in kept] == [Decision.REJECTED]
    undo(casebook, coder="JB")
    assert find_missed(casebook, "curiosity")[0] == first


def test_turning_down_what_a_rule_suggested_faintly_rejects_that(casebook: StoredCasebook) -> None:
    with casebook.reading() as work:
        kept = work.decisions.suggestions(themes=["curiosity"])[0]
    turn_down(casebook, "curiosity", kept.passage_id, coder="JB")
    with casebook.reading() as work:
        (after,) = work.decisions.suggestions(ids=[kept.id])
    assert after.decision is Decision.REJECTED
    with pytest.raises(CasebookError, match="no passage 999"):
        turn_down(casebook, "curiosity", 999, coder="JB")


def test_a_passage_confirmed_is_tagged_and_a_faint_suggestion_becomes_the_tag(
    casebook: StoredCasebook,
) -> None:
    number = passage(casebook, QUIET)
    with casebook.reading() as work:
        at = work.documents.text(1).text.index(QUIET)
        kept = work.decisions.suggestions(document_id=1, themes=["curiosity"])[0]
    span = Span(at, at + len("The home was quiet"))
    confirm(casebook, "curiosity", number, span, coder="JB", now=now)
    whole = Span(kept.passage.start, kept.passage.end)
    confirm(casebook, "curiosity", kept.passage_id, whole, coder="JB", now=now)
    with casebook.reading() as work:
        tags = work.decisions.tags(document_id=1)
    made = {(tag.text, tag.suggestion_id) for tag in tags}
    assert made == {("The home was quiet", None), (kept.passage.text, kept.id)}
    assert number not in {one.passage_id for one in find_missed(casebook, "curiosity")}


def sure_suggestion(casebook: StoredCasebook) -> int:
    """Put a suggestion that a rule is sure of on a passage and return its id."""
    words = "Nobody asked who else lived there, and records were kept late."
    with casebook.writing() as work:
        kept = next(one for one in work.documents.passages(1) if one.passage.text == words)
        put = Suggestion(
            "curiosity", kept.passage.start, kept.passage.end, words, ReadsAs.GAP,
            "curiosity.gap.2", "Said.", 0.9,
        )  # fmt: skip
        filed = FiledSuggestion(work.decisions.new_id("suggestion"), kept.id, put)
        work.journal.perform("Suggest", [SetSuggestions(1, (), (filed,))], "JB")
    return filed.id


def test_recall_counts_the_tags_of_finished_documents_that_rules_had_put_forward(
    casebook: StoredCasebook,
) -> None:
    assert recall_of_rules(casebook, "curiosity").tagged == 0
    found_by_rule = sure_suggestion(casebook)
    with casebook.reading() as work:
        text = work.documents.text(1).text
    decide(casebook, [found_by_rule], Ruling(Decision.ACCEPTED), coder="JB", now=now)
    at = text.index(QUIET)
    chosen = Chosen(1, Span(at, at + len(QUIET)), "curiosity")
    tag_passage(casebook, chosen, coder="JB", now=now)
    assert recall_of_rules(casebook, "curiosity").tagged == 0, "nothing is finished"
    finish_documents(casebook, [1], coder="JB", now=now)
    found = recall_of_rules(casebook, "curiosity")
    assert (found.found, found.tagged, found.documents) == (1, 2, 1)
    assert found.low is not None
    assert found.high is not None
    assert found.low < 50 < found.high
    supply = learning_of(casebook, "curiosity").supply
    assert (supply.holding, supply.documents, supply.is_enough) == (2, 1, False)
    assert supply.others == 6


def test_enough_of_each_sort_from_enough_documents_teach() -> None:
    assert Supply(15, 15, 5).is_enough
    assert not Supply(15, 15, 4).is_enough
    assert not Supply(14, 90, 9).is_enough


def test_the_sentence_that_speaks_most_is_told_with_each_passage(room: CodebookRoom) -> None:
    two = "The panel met in May. The records were late, and nobody asked about the bruise at all."
    room.add("Adult R", [two, *("Filler words on other things. " * 3).split(". ")[:2]])
    first = more_like(
        room.casebook, passage(room.casebook, "The records were late, and nobody asked why.")
    )
    found = next(one for one in first if one.text == two)
    with room.casebook.reading() as work:
        text = work.documents.text(found.document_id).text
    assert found.span.of(text).startswith("The records were late")


def test_the_passage_at_a_place_is_found(casebook: StoredCasebook) -> None:
    with casebook.reading() as work:
        text = work.documents.text(1).text
    assert passage_at(casebook, 1, text.index("quiet")) == passage(casebook, QUIET)
    with pytest.raises(CasebookError, match="no words here"):
        passage_at(casebook, 1, 0)


def test_a_stopped_look_finds_nothing(casebook: StoredCasebook) -> None:
    asked: Callable[[], bool] = lambda: True  # noqa: E731
    assert find_missed(casebook, "curiosity", stop=asked) == ()
    assert more_like(casebook, passage(casebook, QUIET), stop=asked) == ()
