"""The check says what is wrong, in words, and puts right what follows from the rest."""

from collections.abc import Callable

import pytest

from caseview.domain.description import ReadDocument
from caseview.domain.journal import SetTag
from caseview.domain.reads_as import ReadsAs
from caseview.domain.tag import Tag
from caseview.store.casebook import StoredCasebook

Document = Callable[..., tuple[ReadDocument, bytes]]
TAG = Tag(
    1, 1, 1, 2, "staffing", 14, 20, "Nobody", ReadsAs.GAP, False, "SO", "2026-03-01T09:00:00", "1"
)


@pytest.fixture
def filled(casebook: StoredCasebook, document: Document) -> StoredCasebook:
    with casebook.writing() as work:
        work.documents.add(*document("one.pdf"), None)
        work.documents.add(*document("two.pdf"), None)
        work.journal.perform("Tag", [SetTag(None, TAG)], "SO")
    return casebook


def spoil(casebook: StoredCasebook, *statements: str) -> None:
    with casebook.writing() as work:
        for statement in statements:
            work.sql.rows(statement)


def test_a_sound_casebook_has_nothing_wrong(filled: StoredCasebook) -> None:
    assert filled.check(repair=False) == filled.check(repair=True) == ()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE tag SET text = 'Somebody'", "tag 1"),
        ("UPDATE suggestion SET ends = 9000 WHERE id = 2", "suggestion 2"),
        ("UPDATE detail SET words = 'Tha' WHERE words = 'The'", "Subject"),
        ("UPDATE concern SET text = 'No concern'", "a concern"),
        ("UPDATE recommendation SET begins = 1", "a recommendation"),
        ("UPDATE document SET text_sha256 = 'x' WHERE id = 2", "text of “two”"),
        ("UPDATE original SET content = x'00', packed = 0", "file of “one”"),
        ("UPDATE original SET packed = NOT packed", "file of “one”"),
    ],
)
def test_each_kind_of_damage_is_named_and_not_papered_over(
    filled: StoredCasebook, statement: str, said: str
) -> None:
    spoil(filled, statement)
    for repair in (False, True):
        findings = filled.check(repair=repair)
        assert any(said in finding.what for finding in findings), findings
        assert not any(finding.repaired for finding in findings)
        assert all(finding.advice for finding in findings)


def test_rows_that_point_nowhere_are_counted(filled: StoredCasebook) -> None:
    # A reader of the file that knows nothing of foreign keys can leave such rows.
    filled._engine.dispose()
    with filled._engine.connect() as connection:
        connection.detach()
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql("DELETE FROM passage WHERE id = 2")
    findings = filled.check(repair=True)
    assert {finding.what for finding in findings} == {
        "1 row of suggestion points to something that is not there.",
        "1 row of tag points to something that is not there.",
    }


def test_attributes_that_fell_behind_are_put_right(filled: StoredCasebook) -> None:
    spoil(
        filled,
        "DELETE FROM attribute WHERE review_id = 1 AND name = 'board'",
        "UPDATE review SET title = 'Something else' WHERE id = 2",
    )
    (found,) = filled.check(repair=False)
    assert "2 reviews" in found.what
    assert not found.repaired
    (mended,) = filled.check(repair=True)
    assert mended.repaired
    assert filled.check(repair=False) == ()
    with filled.reading() as work:
        assert len(work.reviews.having("board", "Northmoor Safeguarding Adults Board")) == 2


def test_a_full_text_index_that_fell_behind_is_built_anew(filled: StoredCasebook) -> None:
    spoil(filled, "INSERT INTO passage_words(passage_words) VALUES ('delete-all')")
    (found, *_) = filled.check(repair=False)
    assert not found.repaired
    assert all(finding.repaired for finding in filled.check(repair=True))
    assert filled.check(repair=False) == ()
    with filled.reading() as work:
        query = "SELECT count(*) FROM passage_words WHERE passage_words MATCH 'vacancies'"
        assert work.sql.rows(query) == [(2,)]


def test_checking_without_repair_changes_nothing(filled: StoredCasebook) -> None:
    spoil(filled, "UPDATE review SET title = 'Something else' WHERE id = 2")
    filled.check(repair=False)
    with filled.reading() as work:
        assert work.reviews.get(2).title == "Something else"


def test_a_repair_is_in_the_audit_and_a_mere_look_is_not(filled: StoredCasebook) -> None:
    spoil(filled, "UPDATE review SET title = 'Another' WHERE id = 1")
    before = filled.audit()
    filled.check(repair=False)
    assert filled.audit() == before
    filled.check(repair=True)
    assert [(line.action, line.coder, line.subject) for line in filled.audit()[len(before) :]] == [
        ("Repair", "SO", "findings:1")
    ]
    assert filled.check(repair=True) == ()
    assert len(filled.audit()) == len(before) + 1


def test_each_document_with_damage_is_named(filled: StoredCasebook) -> None:
    spoil(filled, "UPDATE concern SET text = 'None'", "UPDATE suggestion SET ends = 9000")
    said = [finding.what for finding in filled.check(repair=False)]
    assert [("“one”" in what, "“two”" in what) for what in said] == [
        (True, False), (True, False), (False, True), (False, True),
    ]  # fmt: skip
