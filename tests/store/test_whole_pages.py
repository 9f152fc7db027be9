"""A whole page of a scan is tagged, undone and redone, kept and refused like any words."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from caseview.domain.errors import CasebookError
from caseview.domain.reads_as import ReadsAs
from caseview.domain.review import Status
from caseview.domain.span import Span
from caseview.domain.tag import Tag
from caseview.store.casebook import StoredCasebook
from caseview.store.connect import engine_for, transaction
from caseview.store.ids import new_ids
from caseview.store.migrate import upgrade
from caseview.usecases.finish_document import finish_documents, reopen_document
from caseview.usecases.remove_document import remove_document
from caseview.usecases.tag_page import ChosenPage, tag_page
from caseview.usecases.tag_passage import Change, change_tag, remove_tag
from caseview.usecases.undo import redo, undo
from tests.store.merging_room import Made, add, now
from tests.store.scans import part_scanned, scanned, tag_whole

Reopen = Callable[..., StoredCasebook]
MIGRATIONS = Path(__file__).parents[2] / "db"


def tags_in(casebook: StoredCasebook) -> tuple[Tag, ...]:
    with casebook.reading() as work:
        return work.decisions.tags()


def status(casebook: StoredCasebook) -> Status:
    with casebook.reading() as work:
        return work.reviews.all()[0].status


def test_a_page_of_a_scan_is_tagged_whole(casebook: StoredCasebook, document: Made) -> None:
    number = add(casebook, scanned(document))
    tag_whole(casebook, number, 2)
    (tag,) = tags_in(casebook)
    assert (tag.page, tag.passage_id, tag.text, tag.start, tag.end) == (2, None, "", 0, 0)
    assert tag.words == "Whole page 2, no text"
    assert casebook.check(repair=False) == ()


def test_undo_and_redo_give_back_the_very_tag_after_a_restart(
    casebook: StoredCasebook, document: Made, opener: Reopen
) -> None:
    number = add(casebook, scanned(document))
    tag_whole(casebook, number, 3)
    before = tags_in(casebook)
    casebook.close()
    again = opener()
    assert tags_in(again) == before
    undo(again, coder="JB")
    assert tags_in(again) == ()
    again.close()
    third = opener()
    redo(third, coder="JB")
    assert tags_in(third) == before
    third.close()


def test_a_page_between_words_is_tagged_whole(casebook: StoredCasebook, document: Made) -> None:
    number = add(casebook, part_scanned(document))
    tag_whole(casebook, number, 3)
    (tag,) = tags_in(casebook)
    with casebook.reading() as work:
        assert tag.start == len(work.documents.text(number).text)


@pytest.mark.parametrize(
    ("page", "said"),
    [(1, "has words"), (4, "no page 4"), (0, "no page 0")],
)
def test_a_page_with_words_or_of_no_such_number_is_refused(
    casebook: StoredCasebook, document: Made, page: int, said: str
) -> None:
    number = add(casebook, part_scanned(document))
    with pytest.raises(CasebookError, match=said):
        tag_whole(casebook, number, page)
    assert tags_in(casebook) == ()


def test_the_same_theme_twice_by_one_coder_is_refused_and_by_another_is_not(
    casebook: StoredCasebook, document: Made
) -> None:
    number = add(casebook, scanned(document))
    tag_whole(casebook, number, 1)
    with pytest.raises(CasebookError, match="already"):
        tag_whole(casebook, number, 1)
    tag_whole(casebook, number, 2)
    tag_whole(casebook, number, 1, coder="SO")
    assert [(tag.page, tag.coder) for tag in tags_in(casebook)] == [
        (1, "JB"), (2, "JB"), (1, "SO"),
    ]  # fmt: skip


def test_theme_reading_and_star_are_changed_and_edges_are_not(
    casebook: StoredCasebook, document: Made
) -> None:
    made = tag_whole(casebook, add(casebook, scanned(document)), 1)
    change = Change(theme="staffing", reads_as=ReadsAs.GOOD_PRACTICE, is_key=True)
    change_tag(casebook, made, change, coder="JB")
    (tag,) = tags_in(casebook)
    assert (tag.page, tag.theme, tag.reads_as, tag.is_key) == (
        1, "staffing", ReadsAs.GOOD_PRACTICE, True,
    )  # fmt: skip
    with pytest.raises(CasebookError, match="no edges"):
        change_tag(casebook, made, Change(span=Span(0, 1)), coder="JB")
    remove_tag(casebook, made, coder="JB")
    assert tags_in(casebook) == ()


def test_a_tag_stands_on_words_or_on_a_page_and_never_on_both() -> None:
    tag = Tag(1, 1, 1, 2, "x", 0, 3, "abc", ReadsAs.GAP, False, "JB", "", "1")
    with pytest.raises(ValueError, match="whole page"):
        replace(tag, page=2)
    with pytest.raises(ValueError, match="whole page"):
        replace(tag, passage_id=None)
    with pytest.raises(ValueError, match="no words"):
        replace(tag, passage_id=None, page=2)


def test_a_scan_counts_from_its_first_tag_on_and_is_finished_like_any_document(
    casebook: StoredCasebook, document: Made
) -> None:
    number = add(casebook, scanned(document))
    assert status(casebook) is Status.NO_TEXT
    tag_whole(casebook, number, 1)
    assert status(casebook) is Status.TAGGING
    finish_documents(casebook, [number], coder="JB", now=now)
    assert status(casebook) is Status.FINISHED
    undo(casebook, coder="JB")
    undo(casebook, coder="JB")
    assert status(casebook) is Status.NO_TEXT


def test_a_scan_gone_through_without_a_find_is_finished_too(
    casebook: StoredCasebook, document: Made
) -> None:
    number = add(casebook, scanned(document))
    finish_documents(casebook, [number], coder="JB", now=now)
    assert status(casebook) is Status.FINISHED
    reopen_document(casebook, number, coder="JB")
    assert status(casebook) is Status.NO_TEXT


def test_a_document_without_words_or_pages_is_not_finished(
    casebook: StoredCasebook, document: Made
) -> None:
    number = add(casebook, scanned(document, pages=0))
    with pytest.raises(CasebookError, match="no words and no pages"):
        finish_documents(casebook, [number], coder="JB", now=now)


def test_a_retired_or_unknown_theme_is_refused(casebook: StoredCasebook, document: Made) -> None:
    number = add(casebook, scanned(document))
    with pytest.raises(Exception, match="nothing_like_it"):
        tag_page(casebook, ChosenPage(number, 1, "nothing_like_it"), coder="JB", now=now)


def test_removing_a_scan_takes_its_tags_with_it(casebook: StoredCasebook, document: Made) -> None:
    number = add(casebook, scanned(document))
    tag_whole(casebook, number, 2)
    remove_document(casebook, number, reason="sent by mistake", coder="JB")
    assert tags_in(casebook) == ()
    with casebook.reading() as work:
        assert work.sql.rows("SELECT count(*) FROM tag") == [(0,)]
        assert work.journal.entries() == ()
    assert casebook.check(repair=False) == ()


def test_a_backup_holds_the_tags_of_whole_pages(
    casebook: StoredCasebook, document: Made, tmp_path: Path, opener: Reopen
) -> None:
    number = add(casebook, scanned(document))
    tag_whole(casebook, number, 2)
    before = tags_in(casebook)
    copy = casebook.back_up(tmp_path / "copy.casebook")
    kept = opener(copy)
    assert tags_in(kept) == before
    kept.close()


def test_tags_of_an_older_casebook_come_through_and_no_id_is_given_twice(tmp_path: Path) -> None:
    engine = engine_for(tmp_path / "older.casebook", None)
    with transaction(engine, writing=True) as connection:
        upgrade(connection, MIGRATIONS, "0010")
        for statement in OLDER.split(";\n"):
            connection.exec_driver_sql(statement)
        upgrade(connection, MIGRATIONS, "0011")
        kept = "SELECT id, passage_id, text, coder, is_key, page FROM tag"
        assert [tuple(row) for row in connection.exec_driver_sql(kept)] == [
            (4, 1, "Nobody", "SO", 1, None)
        ]
        settled = "SELECT settlement_id, tag_id, passage_id, page FROM settled_tag"
        assert [tuple(row) for row in connection.exec_driver_sql(settled)] == [(1, 4, 1, None)]
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        assert new_ids(connection, "tag") == 10, "tag 9 was taken away before"
    engine.dispose()


OLDER = """
INSERT INTO coder VALUES ('SO', '', '');
INSERT INTO theme (id, name, position) VALUES ('staffing', 'Staffing', 1);
INSERT INTO review (id, title, kind) VALUES (1, 'R', 'sar');
INSERT INTO original VALUES ('a', 1, 0, x'00');
INSERT INTO document (id, review_id, name, sha256, text_sha256, kind, form, margin, reasons, title,
    words, pages, remarks, imported_at)
    VALUES (1, 1, 'n', 'a', 'b', 'sar', 'full_report', 1, '', '', 1, 1, '', '');
INSERT INTO passage (id, document_id, number, role, style, level, begins, ends, text)
    VALUES (1, 1, 1, 'findings', 'body', 0, 0, 6, 'Nobody');
INSERT INTO tag (id, document_id, passage_id, theme, begins, ends, text, reads_as, coder, made_at,
    codebook_version, origin, is_key)
    VALUES (9, 1, 1, 'staffing', 0, 6, 'Nobody', 'gap', 'SO', '', '1', 'by hand', 0);
UPDATE tag SET id = 4, is_key = 1;
INSERT INTO settlement VALUES (1, 1, 'staffing', '[]', 'mine', 'SO', '', '');
INSERT INTO settled_tag (settlement_id, tag_id, passage_id, theme, begins, ends, reads_as, coder,
    made_at, codebook_version, origin)
    VALUES (1, 4, 1, 'staffing', 0, 6, 'gap', 'SO', '', '1', 'by hand')
"""
