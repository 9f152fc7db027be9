"""Undoing every act brings back the very rows, and redoing them all brings them back again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseview.domain.attribute import Detail, DetailName
from caseview.domain.description import ReadDocument
from caseview.domain.journal import (
    AnyCommand,
    Finished,
    SetDecision,
    SetDetails,
    SetFinished,
    SetNote,
    SetReview,
    SetScreening,
    SetTag,
)
from caseview.domain.note import Note
from caseview.domain.reads_as import ReadsAs
from caseview.domain.review import status_of
from caseview.domain.suggestion import Decision
from caseview.domain.tag import Tag
from caseview.store.casebook import StoredCasebook
from caseview.store.work import StoredWork

NOW = "2026-03-01T09:00:00+00:00"
TABLES = ("suggestion", "tag", "note", "detail", "document", "review", "attribute")
# One casebook serves all examples: each example takes back all it did.
SHARED = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def dump(work: StoredWork) -> dict[str, list[tuple[Any, ...]]]:
    return {
        table: work.sql.rows(f"SELECT * FROM {table} ORDER BY 1, 2, 3")  # noqa: S608 - our names
        for table in TABLES
    }


@dataclass
class Analyst:
    """Draws the next command that fits what the casebook holds."""

    work: StoredWork
    draw: Callable[[st.SearchStrategy[Any]], Any]

    def command(self) -> AnyCommand:
        sort = self.draw(st.sampled_from(range(7)))
        return (
            self.tag,
            self.decision,
            self.finish,
            self.screen,
            self.detail,
            self.move,
            self.note,
        )[sort]()

    def one_of(self, values: Any) -> Any:
        return self.draw(st.sampled_from(list(values)))

    def tag(self) -> SetTag:
        there = self.work.decisions.tags()
        if there and self.draw(st.booleans()):
            tag = self.one_of(there)
            reading = self.one_of(ReadsAs)
            return SetTag(tag, self.one_of([None, replace(tag, reads_as=reading, is_key=True)]))
        document = self.one_of(self.work.documents.all())
        passage = self.one_of(self.work.documents.passages(document.id))
        start = self.draw(st.integers(passage.passage.start, passage.passage.end - 1))
        text = self.work.documents.text(document.id).text
        end = self.draw(st.integers(start + 1, min(len(text), start + 60)))
        tag = Tag(
            self.work.decisions.new_id("tag"), document.id, document.review_id, passage.id,
            "staffing", start, end, text[start:end], ReadsAs.GAP, self.draw(st.booleans()),
            self.one_of(["SO", "BK"]), NOW, "1",
        )  # fmt: skip
        return SetTag(None, tag)

    def decision(self) -> SetDecision:
        suggestion = self.one_of(self.work.decisions.suggestions())
        return SetDecision(suggestion.id, suggestion.decision, self.one_of(Decision))

    def finish(self) -> SetFinished:
        document = self.one_of(self.work.documents.all())
        before = document.finished_by and Finished(document.finished_by, document.finished_at or "")
        return SetFinished(document.id, before or None, self.one_of([None, Finished("SO", NOW)]))

    def screen(self) -> SetScreening:
        review = self.one_of(self.work.reviews.all())
        return SetScreening(review.id, review.screened_out, self.one_of([None, "Outside", "Old"]))

    def detail(self) -> SetDetails:
        document = self.one_of(self.work.documents.all())
        name = self.one_of([DetailName.AGENCY, DetailName.TITLE, DetailName.BOARD, DetailName.AGE])
        before = tuple(d for d in self.work.documents.details(document.id) if d.name is name)
        after = self.draw(st.lists(st.text("äbc", min_size=1, max_size=3), max_size=3))
        return SetDetails(
            document.id, name, before, tuple(Detail(name, v, confirmed=True) for v in after)
        )

    def move(self) -> SetReview:
        document = self.one_of(self.work.documents.all())
        new = self.work.decisions.new_id("review")
        there = [review.id for review in self.work.reviews.all()]
        return SetReview(document.id, document.review_id, self.one_of([new, *there]))

    def note(self) -> SetNote:
        there = self.work.decisions.notes("document:1")
        if there and self.draw(st.booleans()):
            note = self.one_of(there)
            return SetNote(note, self.one_of([None, replace(note, text="Changed")]))
        number = self.work.decisions.new_id("note")
        return SetNote(None, Note(number, "document:1", "Ask", "SO", NOW))


@pytest.fixture
def filled(
    casebook: StoredCasebook, document: Callable[..., tuple[ReadDocument, bytes]]
) -> StoredCasebook:
    with casebook.writing() as work:
        first = work.documents.add(*document("one.pdf"), None)
        work.documents.add(*document("summary of one.pdf"), first.review_id)
        work.documents.add(*document("two.pdf"), None)
    return casebook


def acts(work: StoredWork, data: st.DataObject) -> Iterator[None]:
    """Perform a few acts of one to three commands, each drawn from what is there by then."""
    for _ in range(data.draw(st.integers(1, 5))):
        done = []
        for _ in range(data.draw(st.integers(1, 3))):
            command = Analyst(work, data.draw).command()
            work.journal.perform("Do", [command], "SO")
            done.append(command)
        yield


@SHARED
@given(data=st.data())
def test_undo_restores_the_very_rows(filled: StoredCasebook, data: st.DataObject) -> None:
    with filled.writing() as work:
        states = [dump(work)]
        states += [dump(work) for _ in acts(work, data)]
        last = len(work.journal.entries())
        for _ in range(last):
            work.journal.undo("SO")
        assert dump(work) == states[0]
        for _ in range(last):
            work.journal.redo("SO")
        assert dump(work) == states[-1]
        for _ in range(last):
            work.journal.undo("SO")
        assert dump(work) == states[0]


@SHARED
@given(data=st.data())
def test_what_is_filed_always_follows_from_what_was_decided(
    filled: StoredCasebook, data: st.DataObject
) -> None:
    with filled.writing() as work:
        for _ in acts(work, data):
            for review in work.reviews.all():
                ids = {document.id for document in review.documents}
                suggestions = work.decisions.suggestions()
                decided = any(tag.document_id in ids for tag in work.decisions.tags()) or any(
                    s.document_id in ids and s.decision is not Decision.UNDECIDED
                    for s in suggestions
                )
                assert review.status is status_of(
                    review.documents, screened_out=review.screened_out, decided=decided
                )
        for _ in [entry for entry in work.journal.entries() if not entry.undone]:
            work.journal.undo("SO")
    assert filled.check(repair=False) == ()
