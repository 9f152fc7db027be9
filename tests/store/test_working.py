"""Units of work are whole, see one state, take turns, and end with their casebook."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from caseview.domain.description import ReadDocument
from caseview.domain.errors import CasebookError
from caseview.store.casebook import StoredCasebook

Document = Callable[..., tuple[ReadDocument, bytes]]


def test_reading_sees_one_state_while_another_writes(
    casebook: StoredCasebook, document: Document
) -> None:
    with casebook.reading() as before:
        assert before.documents.all() == ()
        with casebook.writing() as work:
            work.documents.add(*document(), None)
        assert before.documents.all() == ()
    with casebook.reading() as after:
        assert len(after.documents.all()) == 1


def test_a_full_disk_keeps_everything_before_the_last_change(
    casebook: StoredCasebook, document: Document
) -> None:
    with casebook.writing() as work:
        work.documents.add(*document("one.pdf"), None)
        pages = work.sql.rows("PRAGMA page_count")[0][0]
        work.sql.rows(f"PRAGMA max_page_count = {pages + 4}")
    long = document("two.pdf", ["Heading", *("Nobody asked " * 400 for _ in range(40))])
    with pytest.raises(CasebookError, match="The disk is full"), casebook.writing() as work:
        work.documents.add(*long, None)
    with casebook.writing() as work:
        work.sql.rows("PRAGMA max_page_count = 1000000")
        assert [one.name for one in work.documents.all()] == ["one.pdf"]
        work.documents.add(*long, None)
    assert casebook.check(repair=False) == ()


def test_a_closed_casebook_does_nothing_more(casebook: StoredCasebook) -> None:
    casebook.close()
    for ask in (casebook.info, casebook.audit, lambda: casebook.check(repair=False)):
        with pytest.raises(CasebookError, match="was closed"):
            ask()


def test_writing_inside_writing_is_a_fault_of_ours_and_not_a_standstill(
    casebook: StoredCasebook, document: Document
) -> None:
    with casebook.writing() as work:
        with pytest.raises(RuntimeError, match="inside another"):
            casebook.writing().__enter__()
        work.documents.add(*document(), None)
    assert casebook.info().documents == 1


def test_two_threads_that_write_take_turns(casebook: StoredCasebook, document: Document) -> None:
    def add(number: int) -> None:
        with casebook.writing() as work:
            work.documents.add(*document(f"{number}.pdf"), None)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(add, range(12)))
    assert casebook.info().documents == 12
    assert casebook.check(repair=False) == ()


def test_settings_hold_on_every_connection(
    casebook: StoredCasebook, passphrase: str | None
) -> None:
    wanted = {"foreign_keys": 1, "secure_delete": 1, "synchronous": 2, "journal_mode": "wal"}
    with casebook.writing() as one, casebook.reading() as two:
        for work in (one, two):
            got = {name: work.sql.rows(f"PRAGMA {name}")[0][0] for name in wanted}
            assert got == wanted
        assert two.sql.rows("PRAGMA query_only") == [(1,)]
        ciphered = bool(one.sql.rows("PRAGMA cipher_salt"))
        assert ciphered is (passphrase is not None)
