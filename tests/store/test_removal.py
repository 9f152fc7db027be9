"""What is removed is gone: from the file, its log, its free pages, its journal."""

import secrets
import string
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from caseview.domain.description import ReadDocument
from caseview.domain.errors import CasebookError
from caseview.domain.journal import SetDecision, SetNote, SetReview, SetScreening, SetTag
from caseview.domain.note import Note
from caseview.domain.outcome import ImportOutcome, OutcomeKind
from caseview.domain.reads_as import ReadsAs
from caseview.domain.suggestion import Decision
from caseview.domain.tag import Tag
from caseview.store.casebook import StoredCasebook

Document = Callable[..., tuple[ReadDocument, bytes]]
Maker = Callable[..., StoredCasebook]
NOW = "2026-03-01T09:00:00+00:00"


def marker() -> str:
    """Return a word that stands nowhere else."""
    return "q" + "".join(secrets.choice(string.ascii_lowercase) for _ in range(23))


def bytes_beside(path: Path) -> bytes:
    """Return the bytes of the casebook and of every file beside it."""
    return b"".join(one.read_bytes() for one in sorted(path.parent.iterdir()))


def fill(casebook: StoredCasebook, document: Document, word: str) -> int:
    """Keep two documents, the second full of the word, tag it and note it; return its id."""
    words = ("Heading", *(f"Nobody asked {word} about part {i}." for i in range(300)))
    with casebook.writing() as work:
        work.documents.add(*document("other.pdf"), None)
        kept = work.documents.add(*document(f"{word}.pdf", words), None)
        passage = work.documents.passages(kept.id)[1]
        start = passage.passage.start + len("Nobody asked ")
        tag = Tag(
            work.decisions.new_id("tag"), kept.id, kept.review_id, passage.id, "staffing", start,
            start + len(word), word, ReadsAs.GAP, False, "SO", NOW, "1",
        )  # fmt: skip
        note = Note(work.decisions.new_id("note"), f"tag:{tag.id}", f"Ask {word}", "SO", NOW)
        work.imports.record(
            ImportOutcome(f"/x/{word}.pdf", OutcomeKind.IMPORTED, document_id=kept.id)
        )
        work.journal.perform("Tag", [SetTag(None, tag), SetNote(None, note)], "SO")
        first = SetDecision(1, Decision.UNDECIDED, Decision.REJECTED)
        starred = replace(tag, is_key=True)
        work.journal.perform("Both", [first, SetTag(tag, starred)], "SO")
        work.journal.perform("Untag", [SetTag(starred, None)], "SO")
        work.journal.undo("SO")
    return kept.id


@pytest.fixture(params=["wal", "rollback"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a folder on a local disk, and one whose name says that it is synced."""
    found = tmp_path / ("plain" if request.param == "wal" else "OneDrive")
    found.mkdir()
    return found


@pytest.mark.parametrize("passphrase", [None], ids=["plain"])
def test_no_byte_of_a_removed_word_is_left_in_any_file(
    maker: Maker, document: Document, folder: Path
) -> None:
    path, word = folder / "work.casebook", marker()
    casebook = maker(path)
    number = fill(casebook, document, word)
    assert word.encode() in bytes_beside(path)
    with casebook.writing() as work:
        work.documents.remove(number, reason="Asked by the family", coder="SO")
    # The index keeps the ends of words apart from their beginnings: look for the end, too.
    for part in (word, word[8:], word[:12]):
        assert part.encode() not in bytes_beside(path)
    casebook.close()
    assert word[8:].encode() not in bytes_beside(path)


def test_what_hung_on_it_is_gone_and_all_else_is_there(
    casebook: StoredCasebook, document: Document
) -> None:
    word = marker()
    number = fill(casebook, document, word)
    with casebook.writing() as work:
        changes = work.documents.remove(number, reason="Sent in error", coder="BK")
        assert [*changes.documents, *changes.tags, *changes.notes] == [number, 1, 1]
    with casebook.reading() as work:
        assert [one.id for one in work.documents.all()] == [1]
        assert not [*work.decisions.tags(), *work.imports.all(), *work.decisions.notes("tag:1")]
        assert len(work.decisions.suggestions()) == 3
        left = [entry.commands for entry in work.journal.entries()]
        assert left == [(SetDecision(1, Decision.UNDECIDED, Decision.REJECTED),)]
        found = "SELECT count(*) FROM passage_words WHERE passage_words MATCH ?"
        assert work.sql.rows(found, [word]) == [(0,)]
        assert work.sql.rows("SELECT count(*) FROM word WHERE term = ?", [word]) == [(0,)]
    assert casebook.check(repair=False) == ()


def test_the_audit_keeps_hash_who_and_why(casebook: StoredCasebook, document: Document) -> None:
    read, original = document()
    with casebook.writing() as work:
        kept = work.documents.add(read, original, None)
        work.documents.remove(kept.id, reason="Sent in error", coder="BK")
    line = casebook.audit()[-1]
    assert (line.coder, line.action) == ("BK", "Remove")
    assert read.sha256 in line.subject
    assert "Sent in error" in line.subject


def test_a_review_goes_with_its_last_document(casebook: StoredCasebook, document: Document) -> None:
    with casebook.writing() as work:
        one = work.documents.add(*document("one.pdf"), None)
        two = work.documents.add(*document("two.pdf"), one.review_id)
        work.journal.perform("Screen out", [SetScreening(1, None, "Outside")], "SO")
        work.documents.remove(one.id, reason="x", coder="SO")
        assert work.reviews.get(1).screened_out == "Outside"
        work.documents.remove(two.id, reason="x", coder="SO")
        assert work.reviews.all() == ()
        assert work.journal.entries() == ()
        with pytest.raises(CasebookError):
            work.documents.remove(two.id, reason="x", coder="SO")


def test_what_was_done_to_other_documents_can_still_be_undone(
    casebook: StoredCasebook, document: Document
) -> None:
    with casebook.writing() as work:
        one = work.documents.add(*document("one.pdf"), None)
        two = work.documents.add(*document("two.pdf"), None)
        work.journal.perform("Group", [SetReview(two.id, two.review_id, one.review_id)], "SO")
        work.documents.remove(one.id, reason="x", coder="SO")
        work.journal.undo("SO")
        assert [review.id for review in work.reviews.all()] == [two.review_id]


def test_a_removed_file_can_be_imported_again_and_gets_a_new_id(
    casebook: StoredCasebook, document: Document
) -> None:
    with casebook.writing() as work:
        work.documents.add(*document(), None)
        work.documents.remove(1, reason="x", coder="SO")
        assert work.documents.add(*document(), None).id == 2


@pytest.mark.parametrize("passphrase", [None], ids=["plain"])
def test_words_that_a_reader_still_sees_go_with_the_next_change(
    maker: Maker, document: Document, path: Path
) -> None:
    casebook, word = maker(), marker()
    number = fill(casebook, document, word)
    with casebook.reading() as before:
        assert len(before.documents.all()) == 2
        with casebook.writing() as work:
            work.documents.remove(number, reason="x", coder="SO")
        assert len(before.documents.all()) == 2
    with casebook.writing() as work:
        work.documents.add(*document("later.pdf"), None)
    assert word[8:].encode() not in bytes_beside(path)
    casebook.close()
