"""What is remembered is mended where something was changed, and equals what is read anew."""

import random
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from caseview.domain.crosstab import Alike
from caseview.domain.description import ReadDocument
from caseview.domain.document import Document
from caseview.domain.errors import CasebookError
from caseview.domain.journal import Finished, SetDecision, SetFinished, SetReview, SetScreening
from caseview.domain.review import Review
from caseview.domain.suggestion import Decision
from caseview.store.casebook import StoredCasebook
from caseview.store.rows import StoredRows
from caseview.store.touching import MANY, WATCHED
from caseview.usecases.work import Work

Making = Callable[..., tuple[ReadDocument, bytes]]
Seen = tuple[tuple[Review, ...], dict[Any, list[Any]], dict[Any, list[Any]]]
STEPS = 40
# What a table of these tells is never remembered of the whole casebook.
UNHEARD = frozenset([
    "alembic_version",
    "matrix_cell",
    "coder",
    "codebook",
    "theme_group",
    "theme",
    "original",
    "page",
    "section",
    "recommendation",
    "concern",
    "note",
    "journal",
    "audit",
    "import_outcome",
    "casebook",
    "setting",
    "saved",
    "coded",
    "restore_point",
    "standing",
    "recommendation_group",
    "group_member",
    "settlement",
    "settled_tag",
    "sketch",
    "learned_rule",
    "concern_answer",
])


def places(groups: tuple[Alike, ...]) -> dict[Any, list[Any]]:
    """Return what groups hold, whatever the order they hold it in."""
    found: dict[Any, list[Any]] = {}
    for one in groups:
        shared = one.suggested, one.theme, one.reads_as, one.restated, one.role, one.coder
        held = sorted(zip(one.ids, one.documents, one.passages, strict=True))
        assert (*shared, one.confidence) not in found, "one group stands in two parts"
        found[*shared, one.confidence] = held
    return found


def seen(work: Work) -> Seen:
    decisions = work.decisions
    return work.reviews.all(), places(decisions.alike()), places(decisions.alike(by_role=True))


def remembered(casebook: StoredCasebook) -> Seen:
    with casebook.reading() as work:
        return seen(work)


def read_anew(casebook: StoredCasebook) -> Seen:
    with casebook.writing() as work:  # a unit of work that writes remembers nothing
        return seen(work)


def remove(work: Work, chance: random.Random) -> None:
    work.documents.remove(some_document(work, chance).id, reason="A trial", coder="SO")


def move(work: Work, chance: random.Random) -> None:
    one, to = some_document(work, chance), chance.choice(work.reviews.all())
    work.journal.perform("Move", [SetReview(one.id, one.review_id, to.id)], "SO")


def screen(work: Work, chance: random.Random) -> None:
    review = chance.choice(work.reviews.all())
    why = "Too short" if review.screened_out is None else None
    work.journal.perform("Screen", [SetScreening(review.id, review.screened_out, why)], "SO")


def finish(work: Work, chance: random.Random) -> None:
    one = some_document(work, chance)
    after = Finished("SO", "2026-01-01T00:00:00Z")
    if one.finished_at is None:
        work.journal.perform("Finish", [SetFinished(one.id, None, after)], "SO")


def decide(work: Work, chance: random.Random) -> None:
    one = some_document(work, chance)
    for kept in work.decisions.suggestions(document_id=one.id)[:1]:
        after = chance.choice([Decision.REJECTED, Decision.SKIPPED])
        done = SetDecision(kept.id, kept.decision, after)
        work.journal.perform("Decide", [done], "SO")


def undo(work: Work, _chance: random.Random) -> None:
    with suppress(CasebookError):  # there may be nothing to undo
        work.journal.undo("SO")


def some_document(work: Work, chance: random.Random) -> Document:
    return chance.choice([one for review in work.reviews.all() for one in review.documents])


CHANGES = (remove, move, screen, finish, decide, decide, undo)


@pytest.mark.parametrize("seed", range(3))
def test_whatever_changes_what_is_remembered_is_what_the_casebook_holds(
    casebook: StoredCasebook, document: Making, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - a walk that can be walked again
    for step in range(STEPS):
        for _ in range(chance.randrange(1, 3)):
            with casebook.writing() as work:
                if len(work.reviews.all()) < 2 or chance.random() < 0.2:
                    work.documents.add(*document(f"{step}{chance.random()}.pdf"), None)
                else:
                    chance.choice(CHANGES)(work, chance)
        assert remembered(casebook) == read_anew(casebook)


def test_after_one_decision_one_document_is_read_again(
    casebook: StoredCasebook, document: Making, monkeypatch: pytest.MonkeyPatch
) -> None:
    with casebook.writing() as work:
        for name in ("a.pdf", "b.pdf", "c.pdf"):
            kept = work.documents.add(*document(name), None)
    remembered(casebook)
    with casebook.writing() as work:
        [first, *_] = work.decisions.suggestions(document_id=kept.id)
        done = SetDecision(first.id, first.decision, Decision.REJECTED)
        work.journal.perform("Reject", [done], "SO")
    asked: list[str] = []
    plain = StoredRows.rows

    def listening(rows: StoredRows, sql: str, parameters: Any = ()) -> Any:
        asked.append(sql)
        return plain(rows, sql, parameters)

    monkeypatch.setattr(StoredRows, "rows", listening)
    with casebook.reading() as work:
        work.decisions.alike()
    assert len(asked) == 2  # tags, and suggestions
    assert all(f"document_id IN ({kept.id})" in sql for sql in asked)


def test_after_very_many_changes_everything_is_read_in_one_go(
    casebook: StoredCasebook, document: Making
) -> None:
    with casebook.writing() as work:
        work.documents.add(*document(), None)
    before = remembered(casebook)
    with casebook.writing() as work:
        work.sql.write(
            "INSERT INTO review VALUES (?, 'Empty', 'pfd', NULL, NULL)",
            [(number,) for number in range(1000, 1000 + MANY + 1)],
        )
    assert remembered(casebook) == read_anew(casebook) == before


def test_every_table_is_watched_or_known_to_tell_nothing_that_is_remembered(
    casebook: StoredCasebook,
) -> None:
    with casebook.reading() as work:
        found = work.sql.rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' "
            "AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'passage_words%' AND name <> 'word'"
        )
    assert {name for (name,) in found} == WATCHED | UNHEARD


def test_what_watches_leaves_no_trace_in_the_file(casebook: StoredCasebook) -> None:
    with casebook.reading() as work:
        assert not work.sql.rows("SELECT name FROM main.sqlite_master WHERE name LIKE 'touched%'")
