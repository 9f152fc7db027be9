"""What keeps a casebook: grouping, types, late backups, the list of imports, the method told."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from caseview.domain.backup import BackupState, said_of
from caseview.domain.casebook_settings import CasebookSettings
from caseview.domain.document import Form, Kind
from caseview.domain.errors import CasebookError
from caseview.domain.suggestion import Decision
from caseview.store.casebook import StoredCasebook
from caseview.usecases.back_up import backup_state, is_due
from caseview.usecases.change_settings import change_settings
from caseview.usecases.decide import Ruling, decide
from caseview.usecases.group_reviews import Recast, group_reviews, part_document, recast
from caseview.usecases.import_documents import gather_files, import_documents
from caseview.usecases.list_imports import import_list
from caseview.usecases.restore_points import list_restore_points
from caseview.usecases.screen_review import screen_review
from caseview.usecases.tell_coders import tell_coders
from caseview.usecases.tell_method import tell_method
from caseview.usecases.undo import undo

Clock = Callable[[], str]


@pytest.fixture
def filled(casebook: StoredCasebook, reader: Any, report: Path) -> StoredCasebook:
    """Return a casebook of two reports about two people, from one of which a file was refused."""
    other = report.with_name("birch-report.txt")
    words = report.read_text(encoding="utf-8")
    other.write_text(words.replace("Martin Alder", "Ruth Birch"), encoding="utf-8")
    broken = report.with_name("empty.pdf")
    broken.write_bytes(b"")
    batch = gather_files([report, other, broken])
    list(import_documents(casebook, reader, batch, jobs=1, stop=lambda: False))
    return casebook


def held(casebook: StoredCasebook) -> list[tuple[int, list[int]]]:
    with casebook.reading() as work:
        return sorted((one.id, [d.id for d in one.documents]) for one in work.reviews.all())


def test_reviews_are_grouped_after_a_restore_point_and_parted_again(
    filled: StoredCasebook,
) -> None:
    (one, (first,)), (two, (second,)) = held(filled)

    changes = group_reviews(filled, [two, one], coder="SO")

    assert changes.reviews == {one, two}
    assert held(filled) == [(two, [first, second])]
    assert [point.why for point in list_restore_points(filled)] == ["before reviews were grouped"]
    part_document(filled, first, coder="SO")
    assert sorted(documents for _, documents in held(filled)) == [[first], [second]]
    assert part_document(filled, first, coder="SO").label == "", "it is one of its own already"
    undo(filled, coder="SO")
    undo(filled, coder="SO")
    assert held(filled) == [(one, [first]), (two, [second])]
    with pytest.raises(CasebookError, match="nothing to group"):
        group_reviews(filled, [one, one], coder="SO")


def test_a_document_is_said_to_be_of_another_type(filled: StoredCasebook) -> None:
    wanted = Recast(Kind.DHR, Form.FULL_REPORT, Kind.SAR, joint=True)
    recast(filled, [1], wanted, coder="SO")
    with filled.reading() as work:
        document = work.documents.get(1)
        review = work.reviews.get(document.review_id)
        assert (document.kind, document.kind_also, document.form) == (
            Kind.DHR, Kind.SAR, Form.FULL_REPORT,
        )  # fmt: skip
        assert (review.kind, review.kind_also) == (Kind.DHR, Kind.SAR)
        assert work.reviews.attributes("kind")[review.id] == ("dhr", "sar")
    recast(filled, [1], Recast(kind=Kind.SAR), coder="SO")
    with filled.reading() as work:
        assert work.documents.get(1).kind_also is None, "no review is joint with its own kind"
    assert recast(filled, [1], Recast(), coder="SO").label == ""
    undo(filled, coder="SO")
    undo(filled, coder="SO")
    with filled.reading() as work:
        assert work.documents.get(1).kind is Kind.PFD


def test_the_list_of_imports_has_every_file_and_what_became_of_it(filled: StoredCasebook) -> None:
    listing = import_list(filled)
    assert sorted((row[0], row[1]) for row in listing.rows) == [
        ("Imported", "alder-report.txt"),
        ("Imported", "birch-report.txt"),
        ("Not imported", "empty.pdf"),
    ]
    refused = next(row for row in listing.rows if row[0] == "Not imported")
    assert refused[2]
    assert refused[3]
    assert dict(listing.about)["Not imported"] == "1"
    assert {len(row) for row in listing.rows} == {len(listing.heads)}


def later(days: float) -> Clock:
    moment = datetime.now(UTC) + timedelta(days=days)
    return lambda: moment.isoformat(timespec="seconds")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0.2, "Not backed up yet. That is done when the casebook is closed."),
        (1.2, "No backup for 1 day."),
        (3.2, "No backup for 3 days."),
    ],
)
def test_work_is_late_from_its_first_change_without_a_backup(
    filled: StoredCasebook, tmp_path: Path, days: float, said: str
) -> None:
    state = backup_state(filled, str(tmp_path), "", later(days))
    assert said_of(state) == said
    assert state.late is (days > 1)
    assert is_due(state, later(days))
    away = backup_state(filled, str(tmp_path / "gone"), "", later(3.2))
    assert said_of(away) == (
        f"No backup for 3 days: the folder “{tmp_path / 'gone'}” cannot be reached."
    )


def test_what_is_backed_up_is_neither_late_nor_due(filled: StoredCasebook, tmp_path: Path) -> None:
    made = later(0.01)()
    state = backup_state(filled, str(tmp_path), made, later(9))
    assert (state.late, is_due(state, later(9))) == (False, False)
    assert said_of(state).startswith("Last backup: ")
    nowhere = backup_state(filled, "", "", later(9))
    assert not is_due(nowhere, later(9))
    assert said_of(nowhere) == "No folder for backups is chosen, so nothing is backed up."


def test_one_backup_a_day_is_due() -> None:
    state = BackupState("/somewhere", reachable=True, last_at="2026-03-02T12:00:00+00:00", days=0)
    assert not is_due(state, lambda: "2026-03-02T12:30:00+00:00")
    assert is_due(state, lambda: "2026-03-04T12:30:00+00:00")


def test_the_method_tells_what_was_done_and_nothing_else(
    filled: StoredCasebook, clock: Clock
) -> None:
    with filled.reading() as work:
        ids = [one.id for one in work.decisions.suggestions(document_id=1)]
    decide(filled, ids[:1], Ruling(Decision.ACCEPTED), coder="SO", now=clock)
    screen_review(filled, 2, "Outside the years", coder="SO")
    change_settings(filled, CasebookSettings(small_numbers=5), coder="SO")

    told = tell_method(filled, clock)

    assert "2 reviews in 2 documents were read into CaseView: 2 PFD." in told
    assert "1 was screened out: Outside the years (1); " in told
    assert "Passages were tagged by SO (1 tag)." in told
    assert "1 of 1 decided (100%) were accepted" in told
    assert "agreement was not measured" in told
    assert "counts under 5 are not shown" in told


def test_an_empty_casebook_has_no_method(casebook: StoredCasebook, clock: Clock) -> None:
    assert "no method to tell" in tell_method(casebook, clock)


def test_coders_are_told_by_name_with_what_they_did(filled: StoredCasebook, clock: Clock) -> None:
    with filled.reading() as work:
        (one, *_) = [one.id for one in work.decisions.suggestions(document_id=1)]
    decide(filled, [one], Ruling(Decision.ACCEPTED), coder="AB", now=clock)
    coders = tell_coders(filled)
    assert [(who.initials, who.tags) for who in coders] == [("AB", 1), ("JB", 0)]
    assert all(who.first <= who.last for who in coders)
