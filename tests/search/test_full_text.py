"""The index holds the words of the passages, no fewer and no more, and says when it does not."""

from pathlib import Path

import pytest

from caseview.domain.errors import QueryError
from caseview.domain.info import Finding
from caseview.search import full_text
from caseview.search.full_text import FullTextIndex
from caseview.usecases.rebuild_index import finish_index, rebuild_index
from tests.search.desk import Desk

WORDS = "SELECT term FROM word"


def check(desk: Desk, *, repair: bool = False) -> tuple[Finding, ...]:
    with desk.casebook.writing() as work:
        return FullTextIndex().check(work.sql, repair=repair)


def words(desk: Desk) -> set[str]:
    with desk.rows() as rows:
        return {word for (word,) in rows.rows(WORDS)}


def break_index(desk: Desk, sql: str, *values: object) -> None:
    with desk.casebook.writing() as work:
        work.sql.write(sql, [values])


def test_an_index_written_with_its_passages_is_sound(desk: Desk) -> None:
    desk.texts("alpha bravo", "charlie")
    assert words(desk) == {"alpha", "bravo", "charlie"}
    assert check(desk) == ()


def test_removed_words_are_gone_from_the_index_and_the_file(desk: Desk, tmp_path: Path) -> None:
    desk.texts("alpha bravo")
    gone = desk.texts("zymurgistical bravo", "quixotical")
    desk.remove(gone)
    assert words(desk) == {"alpha", "bravo"}
    assert desk.found("bravo") == ["alpha bravo"]
    assert check(desk) == ()
    desk.casebook.close()
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("casebook.casebook*"))
    assert b"alpha" in kept
    assert b"zymurgist" not in kept
    assert b"quixotic" not in kept


def test_missing_passages_are_reported_and_repaired(desk: Desk) -> None:
    desk.texts("alpha", "bravo")
    break_index(
        desk,
        "INSERT INTO passage_words(passage_words, rowid, text) VALUES ('delete', ?, ?)",
        1,
        "alpha",
    )
    (found,) = check(desk)
    assert found == Finding(
        "1 passage is missing from the search index.",
        "Run “caseview check --repair” to build the search index again.",
    )
    (repaired,) = check(desk, repair=True)
    assert repaired.repaired
    assert check(desk) == ()
    assert desk.found("alpha") == ["alpha"]


def test_left_over_passages_are_reported_and_repaired(desk: Desk) -> None:
    desk.texts("alpha", "bravo")
    break_index(desk, "INSERT INTO passage_words(rowid, text) VALUES (?, ?)", 9, "ghost")
    assert [found.what for found in check(desk)] == [
        "The search index still holds 1 passage that is gone."
    ]
    assert check(desk, repair=True)[0].repaired
    assert check(desk) == ()
    assert words(desk) == {"alpha", "bravo"}


def test_other_words_than_the_passages_have_are_reported_and_repaired(desk: Desk) -> None:
    desk.texts("alpha", "bravo")
    break_index(desk, "UPDATE passage SET text = ? WHERE id = 1", "ahpla")
    assert [found.what for found in check(desk)] == [
        "The search index does not hold the words of the passages."
    ]
    assert check(desk, repair=True)[0].repaired
    assert check(desk) == ()
    assert desk.found("ahpla") == ["ahpla"]


def test_an_index_is_built_again_step_by_step_and_carried_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(full_text, "_AT_A_TIME", 2)
    desk.texts(*(f"risk {number}" for number in range(7)))
    index, heard = FullTextIndex(), list[tuple[int, int]]()
    stops = iter([False, False, True])

    def tell(done: int, total: int) -> None:
        heard.append((done, total))

    assert not rebuild_index(desk.casebook, index, tell, lambda: next(stops))
    assert heard == [(2, 7), (4, 7)]
    answer = desk.ask("risk")
    assert answer.total.passages == 4
    assert "lacks 3 passages" in answer.remark
    with pytest.raises(QueryError, match="lacks 3 passages"):
        desk.reviews("risk")
    assert finish_index(desk.casebook, index, tell, lambda: False)
    assert heard[2:] == [(6, 7), (7, 7)]
    assert desk.ask("risk").remark == ""
    assert desk.ask("risk").total.passages == 7
    assert check(desk) == ()


def test_a_building_that_was_stopped_is_completed_by_repair(desk: Desk) -> None:
    desk.texts("alpha", "bravo")
    with desk.casebook.writing() as work:
        FullTextIndex().begin_again(work.sql)
    assert desk.found("alpha") == []
    assert [found.repaired for found in check(desk, repair=True)] == [True]
    assert desk.found("alpha") == ["alpha"]
    assert check(desk) == ()


def test_a_failed_import_leaves_no_words_behind(desk: Desk) -> None:
    desk.texts("alpha")
    try:
        with desk.casebook.writing() as work:
            FullTextIndex().write(work.sql, [(7, "half a document")])
            raise InterruptedError
    except InterruptedError:
        pass
    assert words(desk) == {"alpha"}
    assert check(desk) == ()
