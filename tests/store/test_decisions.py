"""Suggestions, tags and notes come out in order, each on its own words."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from caseview.domain.description import ReadDocument
from caseview.domain.errors import CasebookDamagedError, CasebookError
from caseview.domain.journal import SetDecision, SetNote, SetTag
from caseview.domain.note import Note
from caseview.domain.reads_as import ReadsAs
from caseview.domain.suggestion import Decision, Level
from caseview.domain.tag import Tag
from caseview.store.casebook import StoredCasebook

Document = Callable[..., tuple[ReadDocument, bytes]]
NOW = "2026-03-01T09:00:00+00:00"


@pytest.fixture
def filled(casebook: StoredCasebook, document: Document) -> StoredCasebook:
    with casebook.writing() as work:
        work.documents.add(*document("one.pdf"), None)
        work.documents.add(*document("two.pdf"), None)
    return casebook


def a_tag(casebook: StoredCasebook, start: int, end: int, **changes: object) -> Tag:
    with casebook.writing() as work:
        text = work.documents.text(1).text
        passages = work.documents.passages(1)
        passage = next(p for p in passages if p.passage.start <= start < p.passage.end)
        usual: dict[str, object] = {
            "id": work.decisions.new_id("tag"), "document_id": 1, "review_id": 1,
            "passage_id": passage.id, "theme": "staffing", "start": start, "end": end,
            "text": text[start:end], "reads_as": ReadsAs.GAP, "restated": False, "coder": "SO",
            "made_at": NOW, "codebook_version": "1",
        }  # fmt: skip
        return Tag(**usual | changes)  # type: ignore[arg-type]  # built by name


def put(casebook: StoredCasebook, *tags: Tag) -> None:
    with casebook.writing() as work:
        work.journal.perform("Tag", [SetTag(None, tag) for tag in tags], "SO")


def test_suggestions_come_in_reading_order_of_one_document_or_by_id_or_all(
    filled: StoredCasebook,
) -> None:
    with filled.reading() as work:
        every = work.decisions.suggestions()
        assert [(s.document_id, s.suggestion.start) for s in every] == sorted(
            (s.document_id, s.suggestion.start) for s in every
        )
        assert work.decisions.suggestions(document_id=2) == every[3:]
        assert work.decisions.suggestions(ids=[5, 1]) == (every[0], every[4])
        assert work.decisions.suggestions(ids=[]) == ()
        assert work.decisions.suggestions(document_id=1, ids=[5]) == ()
        assert all(
            s.suggestion.text in s.passage.text and s.passage.number == i % 3 + 2
            for i, s in enumerate(every)
        )


def test_a_tag_comes_out_as_it_went_in(filled: StoredCasebook) -> None:
    tag = a_tag(filled, 14, 20, is_key=True, restated=True, reads_as=ReadsAs.IMPROVED)
    put(filled, tag)
    with filled.reading() as work:
        assert work.decisions.tags() == (tag,)
        assert work.decisions.tags(document_id=2) == ()
        assert work.reviews.get(1).tags == 1


@pytest.mark.parametrize("end", [57, 58, 59, 60, 64])
def test_a_tag_may_run_over_the_end_of_its_paragraph(filled: StoredCasebook, end: int) -> None:
    tag = a_tag(filled, 49, end)
    assert tag.text.startswith("address")
    put(filled, tag)
    with filled.reading() as work:
        assert work.decisions.tags() == (tag,)


@pytest.mark.parametrize(
    "amiss",
    [
        {"text": "other words"},
        {"text": "", "end": 14},
        {"theme": "weather"},
        {"passage_id": 4},
        {"document_id": 2},
        {"end": 9_999},
    ],
)
def test_a_tag_whose_words_or_theme_are_not_there_is_refused(
    filled: StoredCasebook, amiss: dict[str, object]
) -> None:
    tag = replace(a_tag(filled, 14, 20), **amiss)  # type: ignore[arg-type]  # changed by name
    with pytest.raises(CasebookError, match="Nothing was tagged"):
        put(filled, tag)


def test_words_that_no_longer_stand_at_their_place_are_reported_as_damage(
    filled: StoredCasebook,
) -> None:
    put(filled, a_tag(filled, 14, 20))
    with filled.writing() as work:
        work.sql.write("UPDATE tag SET text = ? WHERE id = 1", [["Nobodx"]])
        with pytest.raises(CasebookDamagedError, match="tag 1"):
            work.decisions.tags()
        work.sql.write("UPDATE suggestion SET ends = ? WHERE id = 1", [[900]])
        with pytest.raises(CasebookDamagedError, match="suggestion 1"):
            work.decisions.suggestions()
        work.sql.write("UPDATE passage SET text = ? WHERE id = 1", [["Short"]])
        with pytest.raises(CasebookDamagedError, match="paragraph 1"):
            work.documents.passages(1)
        work.sql.write("UPDATE detail SET words = ? WHERE begins = 0", [["Thx"]])
        with pytest.raises(CasebookDamagedError, match="Subject"):
            work.documents.details(2)


def test_mentions_are_every_tag_and_every_suggestion_still_open(filled: StoredCasebook) -> None:
    put(filled, a_tag(filled, 14, 20))
    with filled.writing() as work:
        decisions = {1: Decision.ACCEPTED, 2: Decision.REJECTED, 3: Decision.SKIPPED}
        commands = [SetDecision(n, Decision.UNDECIDED, d) for n, d in decisions.items()]
        work.journal.perform("Decide", commands, "SO")
    with filled.reading() as work:
        mentions = list(work.decisions.mentions())
        assert [(m.suggested, m.id) for m in mentions] == [
            (False, 1), (True, 3), (True, 4), (True, 5), (True, 6),
        ]  # fmt: skip
        first, last = mentions[0], mentions[-1]
        assert (first.coder, first.theme, first.confidence) == ("SO", "staffing", 1.0)
        assert (first.review_id, first.document_id, first.passage_id) == (1, 1, 2)
        assert (last.role, last.restated, last.reads_as) == ("findings", False, ReadsAs.GAP)
        chosen = list(work.decisions.mentions(["staffing"]))
        assert chosen == [m for m in mentions if m.theme == "staffing"]
        assert list(work.decisions.mentions([])) == []
        assert [work.decisions.of_state(state) for state in Decision] == [3, 1, 1, 1]


def test_a_review_counts_what_is_left_to_decide_at_the_normal_level(
    casebook: StoredCasebook, document: Document
) -> None:
    read, original = document()
    casebook_level = [s for s in read.suggestions if s.confidence >= Level.NORMAL.least]
    with casebook.writing() as work:
        work.documents.add(read, original, None)
        below = Level.NORMAL.least - 0.01
        work.sql.write("UPDATE suggestion SET confidence = ? WHERE id = 2", [[below]])
        assert work.reviews.get(1).to_decide == len(casebook_level) - 1


def test_notes_are_kept_by_what_they_are_about_oldest_first(filled: StoredCasebook) -> None:
    with filled.writing() as work:
        notes = [
            Note(work.decisions.new_id("note"), about, text, "SO", NOW)
            for about, text in (("document:1", "First"), ("tag:9", "Else"), ("document:1", "Then"))
        ]
        work.journal.perform("Note", [SetNote(None, note) for note in notes], "SO")
    with filled.reading() as work:
        assert work.decisions.notes("document:1") == (notes[0], notes[2])
        assert work.decisions.notes("document:2") == ()


def test_ids_are_never_given_twice_even_after_what_bore_them_is_gone(
    filled: StoredCasebook,
) -> None:
    tag = a_tag(filled, 14, 20)
    put(filled, tag)
    with filled.writing() as work:
        work.journal.undo("SO")
        given = [work.decisions.new_id("tag") for _ in range(3)]
        assert len({tag.id, *given}) == 4
        with pytest.raises(CasebookError):
            work.decisions.new_id("journal")


def test_reading_cannot_write(filled: StoredCasebook) -> None:
    with pytest.raises(CasebookError), filled.reading() as work:
        work.decisions.new_id("tag")


def test_asking_for_all_takes_as_many_statements_however_many_rows_there_are(
    casebook: StoredCasebook, document: Document
) -> None:
    def statements() -> int:
        said: list[str] = []
        with casebook.reading() as work:
            work.sql._driver.set_trace_callback(said.append)
            work.reviews.all()
            work.decisions.suggestions()
            list(work.decisions.mentions())
            work.decisions.tags()
            work.sql._driver.set_trace_callback(None)
        return len(said)

    with casebook.writing() as work:
        work.documents.add(*document("one.pdf"), None)
    statements()  # from now on only what was changed is read again
    with casebook.writing() as work:
        work.documents.add(*document("two.pdf"), None)
    few = statements()
    with casebook.writing() as work:
        for number in range(20):
            work.documents.add(*document(f"{number}.pdf"), None)
    assert statements() == few
