"""What a coder decides can be taken back, done again, and survives closing."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from caseview.domain.attribute import DetailName
from caseview.domain.errors import CasebookError, CodebookError
from caseview.domain.reads_as import ReadsAs
from caseview.domain.review import Status
from caseview.domain.span import Span
from caseview.domain.suggestion import Decision
from caseview.search.full_text import FullTextIndex
from caseview.store.casebook import StoredCasebook, open_casebook
from caseview.usecases.decide import Ruling, decide
from caseview.usecases.edit_details import edit_details
from caseview.usecases.finish_document import finish_documents, reopen_document
from caseview.usecases.import_documents import gather_files, import_documents
from caseview.usecases.list_casebook import list_reviews, list_suggestions, list_tags
from caseview.usecases.ports import Now
from caseview.usecases.screen_review import screen_review
from caseview.usecases.tag_passage import Change, Chosen, change_tag, remove_tag, tag_passage
from caseview.usecases.undo import redo, undo

ACCEPT, REJECT = Ruling(Decision.ACCEPTED), Ruling(Decision.REJECTED)


@pytest.fixture
def book(casebook: StoredCasebook, reader: Any, report: Path) -> StoredCasebook:
    batch = gather_files([report])
    list(import_documents(casebook, reader, batch, jobs=1, stop=lambda: False))
    return casebook


def state(book: StoredCasebook) -> tuple[object, ...]:
    decided = [(kept.id, kept.decision) for kept in list_suggestions(book)]
    return decided, list_tags(book), list_reviews(book, None)


def test_an_accepted_suggestion_is_a_tag_with_its_words_and_its_rule(
    book: StoredCasebook, clock: Now
) -> None:
    kept = list_suggestions(book)[0]
    changes = decide(book, [kept.id], ACCEPT, coder="JB", now=clock)
    (tag,) = list_tags(book)
    assert changes.tags == {tag.id}
    assert (tag.start, tag.end, tag.text) == (
        kept.suggestion.start,
        kept.suggestion.end,
        kept.suggestion.text,
    )
    assert (tag.origin, tag.coder, tag.suggestion_id) == (kept.suggestion.rule, "JB", kept.id)


def test_a_suggestion_can_be_accepted_as_something_else(book: StoredCasebook, clock: Now) -> None:
    kept = list_suggestions(book)[0]
    span = Span(kept.passage.start, kept.passage.end)
    ruling = Ruling(Decision.ACCEPTED, ReadsAs.CONTEXT, "record_keeping", span)
    decide(book, [kept.id], ruling, coder="JB", now=clock)
    (tag,) = list_tags(book)
    assert (tag.theme, tag.reads_as, tag.text) == (
        "record_keeping",
        ReadsAs.CONTEXT,
        kept.passage.text,
    )


def test_accepting_again_with_another_reading_changes_the_tag_and_nothing_else(
    book: StoredCasebook, clock: Now
) -> None:
    first, second = (kept.id for kept in list_suggestions(book)[:2])
    decide(book, [first], ACCEPT, coder="JB", now=clock)
    (before,) = list_tags(book)
    other = Ruling(Decision.ACCEPTED, ReadsAs.IMPROVED)
    changes = decide(book, [first], other, coder="JB", now=clock)
    assert changes.label == "Change tag"
    assert changes.tags == {before.id}
    assert list_tags(book) == (replace(before, reads_as=ReadsAs.IMPROVED),)
    assert not decide(book, [first], other, coder="JB", now=clock).tags
    undo(book, coder="JB")
    assert list_tags(book) == (before,)
    assert decide(book, [first, second], ACCEPT, coder="JB", now=clock).label == "Accept suggestion"


def test_a_suggestion_becomes_a_key_quote_and_stays_one(book: StoredCasebook, clock: Now) -> None:
    kept = list_suggestions(book)[0]
    decide(book, [kept.id], Ruling(Decision.ACCEPTED, is_key=True), coder="JB", now=clock)
    decide(book, [kept.id], Ruling(Decision.ACCEPTED, ReadsAs.CONTEXT), coder="JB", now=clock)
    (tag,) = list_tags(book)
    assert (tag.is_key, tag.reads_as) == (True, ReadsAs.CONTEXT)


def test_a_change_of_mind_takes_the_tag_away(book: StoredCasebook, clock: Now) -> None:
    kept = list_suggestions(book)[0]
    decide(book, [kept.id], ACCEPT, coder="JB", now=clock)
    decide(book, [kept.id], REJECT, coder="JB", now=clock)
    assert list_tags(book) == ()
    assert list_suggestions(book)[0].decision is Decision.REJECTED


def test_an_unknown_suggestion_or_theme_changes_nothing(book: StoredCasebook, clock: Now) -> None:
    before = state(book)
    kept = list_suggestions(book)[0]
    with pytest.raises(CasebookError, match="no suggestion 9999"):
        decide(book, [kept.id, 9999], ACCEPT, coder="JB", now=clock)
    with pytest.raises(CodebookError):
        decide(book, [kept.id], Ruling(Decision.ACCEPTED, theme="x"), coder="JB", now=clock)
    ruling = Ruling(Decision.ACCEPTED, span=Span(0, kept.passage.end + 1))
    with pytest.raises(CasebookError, match="leave the passage"):
        decide(book, [kept.id], ruling, coder="JB", now=clock)
    assert state(book) == before


def acts(book: StoredCasebook, clock: Now) -> list[Callable[[], object]]:
    """Return one of each thing a coder can do, each to be called in turn."""
    first, second = list_suggestions(book)[:2]
    document = first.document_id
    span = Span(second.passage.start, second.passage.start + 8)
    return [
        lambda: decide(book, [first.id, second.id], ACCEPT, coder="JB", now=clock),
        lambda: decide(book, [second.id], REJECT, coder="JB", now=clock),
        lambda: tag_passage(book, Chosen(document, span, "carers"), coder="JB", now=clock),
        lambda: change_tag(book, list_tags(book)[0].id, Change(is_key=True), coder="JB"),
        lambda: change_tag(
            book, list_tags(book)[0].id, Change(theme="missing_persons"), coder="JB"
        ),
        lambda: remove_tag(book, list_tags(book)[0].id, coder="JB"),
        lambda: edit_details(book, [document], DetailName.AREA, ["Saltwick"], coder="JB"),
        lambda: finish_documents(book, [document], coder="JB", now=clock),
        lambda: reopen_document(book, document, coder="JB"),
        lambda: screen_review(book, first.review_id, "no police involvement", coder="JB"),
    ]


def test_every_act_can_be_undone_and_redone_even_after_closing(
    book: StoredCasebook, clock: Now, tmp_path: Path
) -> None:
    states = [state(book)]
    for act in acts(book, clock):
        act()
        states.append(state(book))
        assert states[-1] != states[-2]
    book.close()
    again = open_casebook(
        tmp_path / "learning.casebook",
        full_text=FullTextIndex(),
        migrations=Path(__file__).parents[2] / "db",
        passphrase=None,
        coder="JB",
    )
    try:
        for expected in reversed(states[:-1]):
            undo(again, coder="JB")
            assert state(again) == expected
        with pytest.raises(CasebookError):
            undo(again, coder="JB")
        for expected in states[1:]:
            redo(again, coder="JB")
            assert state(again) == expected
        with pytest.raises(CasebookError):
            redo(again, coder="JB")
        assert again.check(repair=False) == ()
    finally:
        again.close()


def test_the_same_words_are_not_tagged_twice_with_one_theme(
    book: StoredCasebook, clock: Now
) -> None:
    kept = list_suggestions(book)[0]
    span = Span(kept.passage.start, kept.passage.end)
    tag_passage(book, Chosen(kept.document_id, span, "carers"), coder="JB", now=clock)
    with pytest.raises(CasebookError, match="already"):
        tag_passage(book, Chosen(kept.document_id, span, "carers"), coder="JB", now=clock)


@pytest.mark.parametrize("span", [Span(0, 0), Span(10**7, 10**7 + 5), Span(0, 10**7)])
def test_words_that_are_not_there_cannot_be_tagged(
    book: StoredCasebook, clock: Now, span: Span
) -> None:
    document = list_suggestions(book)[0].document_id
    with pytest.raises(CasebookError, match="Nothing was tagged"):
        tag_passage(book, Chosen(document, span, "carers"), coder="JB", now=clock)


def test_a_finished_document_finishes_its_review(book: StoredCasebook, clock: Now) -> None:
    (review,) = list_reviews(book, None)
    finish_documents(book, [document.id for document in review.documents], coder="JB", now=clock)
    assert list_reviews(book, None)[0].status is Status.FINISHED


def test_a_review_is_screened_out_only_for_a_reason(book: StoredCasebook) -> None:
    (review,) = list_reviews(book, None)
    with pytest.raises(CasebookError, match="reason"):
        screen_review(book, review.id, " ", coder="JB")
    screen_review(book, review.id, "no police involvement", coder="JB")
    assert list_reviews(book, None)[0].status is Status.SCREENED_OUT
