"""The audit log only grows, and shows when somebody touched it."""

from collections.abc import Callable

import pytest
import sqlcipher3.dbapi2 as driver

from caseview.domain.description import ReadDocument
from caseview.domain.journal import SetDecision
from caseview.domain.suggestion import Decision
from caseview.store.audit import check_chain
from caseview.store.casebook import StoredCasebook

Document = Callable[..., tuple[ReadDocument, bytes]]


@pytest.fixture
def filled(casebook: StoredCasebook, document: Document) -> StoredCasebook:
    with casebook.writing() as work:
        work.documents.add(*document(), None)
        reject = SetDecision(1, Decision.UNDECIDED, Decision.REJECTED)
        work.journal.perform("Reject", [reject], "SO")
    return casebook


def test_it_says_who_did_what_to_which_ids(filled: StoredCasebook) -> None:
    log = filled.audit()
    assert [(line.id, line.coder, line.action) for line in log] == [
        (1, "SO", "New casebook"),
        (2, "SO", "Import"),
        (3, "SO", "Reject"),
    ]
    assert log[2].subject == "review:1 document:1 suggestion:1"
    assert check_chain(log) == ()


def test_it_holds_no_words_of_any_passage_and_no_file_name(
    filled: StoredCasebook, document: Document
) -> None:
    said = " ".join(line.subject for line in filled.audit())
    words = [word for word in document()[0].text.text.split() if len(word) > 4]
    assert "north.pdf" not in said
    assert not [word for word in words if word in said]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET coder = 'XX' WHERE id = 2",
        "DELETE FROM audit WHERE id = 3",
        "INSERT OR REPLACE INTO audit VALUES (2, '', '', '', '', '')",
        "REPLACE INTO audit SELECT id, at, 'XX', action, subject, hash FROM audit",
    ],
)
def test_the_casebook_refuses_to_change_a_line(filled: StoredCasebook, statement: str) -> None:
    before = filled.audit()
    with pytest.raises(driver.IntegrityError, match="append-only"), filled.writing() as work:
        work.sql.rows(statement)
    assert filled.audit() == before


@pytest.mark.parametrize(
    ("statement", "line"),
    [
        ("UPDATE audit SET coder = 'XX' WHERE id = 2", 2),
        ("DELETE FROM audit WHERE id = 2", 2),
        ("UPDATE audit SET id = 9 WHERE id = 3", 3),
    ],
)
def test_the_check_finds_a_line_changed_behind_the_casebooks_back(
    filled: StoredCasebook, statement: str, line: int
) -> None:
    with filled.writing() as work:
        for trigger in ("audit_no_update", "audit_no_delete"):
            work.sql.rows(f"DROP TRIGGER {trigger}")
        work.sql.rows(statement)
    (finding,) = filled.check(repair=True)
    assert f"line {line}" in finding.what
    assert not finding.repaired
