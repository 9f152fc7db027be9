"""What a team records is kept, taken back, redone, and refused when it is not as expected."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from caseview.domain.codebook import Codebook
from caseview.domain.description import ReadDocument
from caseview.domain.document import Form, Kind
from caseview.domain.errors import CasebookError
from caseview.domain.journal import (
    AnyCommand,
    ReadAs,
    SetAnswer,
    SetCell,
    SetCodebook,
    SetCoded,
    SetGroup,
    SetKind,
    SetReplaced,
    SetSaved,
    SetSetting,
    SetStanding,
    SetSuggestions,
)
from caseview.domain.matrix import MatrixCell
from caseview.domain.reads_as import ReadsAs
from caseview.domain.register import (
    ConcernAnswer,
    Placed,
    Progress,
    RecommendationGroup,
    Reply,
    Standing,
    Strength,
)
from caseview.domain.saved import Saved, SavedKind
from caseview.domain.suggestion import Decision, FiledSuggestion, Suggestion
from caseview.store.casebook import StoredCasebook

Document = Callable[..., tuple[ReadDocument, bytes]]
FIRST, SECOND = Placed(1, 0), Placed(2, 0)
SEARCH = Saved(1, SavedKind.SEARCH, "Curiosity", '{"text":"curious"}', "SO", "2026-03-01T09:00:00")
STANDING = Standing(Progress.DONE, Strength.POLICY, "Northmoor Council", confirmed=True)
GROUP = RecommendationGroup(1, "Train everyone", (FIRST, SECOND))
ANSWER = ConcernAnswer(2, Reply.ACTION, 0, 12, "SO", "2026-03-01T09:00:00")
READ_AS = ReadAs(Kind.SAR, None, Form.FULL_REPORT)
CELL = MatrixCell(1, "curiosity", "Nobody asked.", "SO", "2026-03-01T09:00:00")
PUT = FiledSuggestion(
    901,
    2,
    Suggestion("curiosity", 14, 20, "Nobody", ReadsAs.GAP, "curiosity.gap.1", "Its words.", 0.7),
)
TABLES = (
    "casebook", "setting", "saved", "coded", "replacement", "standing", "recommendation_group",
    "group_member", "concern_answer", "suggestion", "document", "review", "attribute", "theme",
    "matrix_cell",
)  # fmt: skip
COMMANDS: tuple[AnyCommand, ...] = (
    SetSaved(None, SEARCH),
    SetSetting("marking", None, "OFFICIAL-SENSITIVE"),
    SetStanding(FIRST, Standing(), STANDING),
    SetGroup(None, GROUP),
    SetAnswer(FIRST, None, ANSWER),
    SetKind(1, READ_AS, replace(READ_AS, kind=Kind.DHR, kind_also=Kind.SAR)),
    SetReplaced(1, None, 2),
    SetCoded(1, "JB", None, "2026-03-01T09:00:00"),
    SetCell(None, CELL),
    SetSuggestions(1, (), (PUT,)),
)


@pytest.fixture
def filled(casebook: StoredCasebook, document: Document) -> StoredCasebook:
    """Return a casebook with two documents of two reviews."""
    with casebook.writing() as work:
        work.documents.add(*document("one.pdf"), None)
        work.documents.add(*document("two.pdf"), None)
    return casebook


def rows(casebook: StoredCasebook) -> dict[str, object]:
    """Return every row of the tables that commands change."""
    with casebook.reading() as work:
        return {one: sorted(work.sql.rows(f"SELECT * FROM {one}"), key=repr) for one in TABLES}  # noqa: S608 - our own names


def perform(casebook: StoredCasebook, commands: Sequence[AnyCommand]) -> None:
    with casebook.writing() as work:
        work.journal.perform("Do it", commands, "SO")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: type(one).__name__)
def test_each_command_changes_something_and_undo_and_redo_bring_back_the_very_rows(
    filled: StoredCasebook, command: AnyCommand
) -> None:
    before = rows(filled)
    perform(filled, [command])
    after = rows(filled)
    assert after != before
    with filled.writing() as work:
        work.journal.undo("SO")
    undone = rows(filled)
    # A standing taken back is a standing of nothing said, which is the same as none.
    if isinstance(command, SetStanding):
        assert standing(filled) == Standing()
    else:
        assert undone == before
    with filled.writing() as work:
        work.journal.redo("SO")
    assert rows(filled) == after


def standing(casebook: StoredCasebook) -> Standing:
    with casebook.reading() as work:
        return work.register.recommendations()[0].standing


@pytest.mark.parametrize(
    "command",
    [one for one in COMMANDS if not isinstance(one, SetSuggestions)],
    ids=lambda one: type(one).__name__,
)
def test_a_command_that_finds_something_else_changes_nothing(
    filled: StoredCasebook, command: AnyCommand
) -> None:
    perform(filled, [command])
    before = rows(filled)
    with pytest.raises(CasebookError, match="changed in the meantime"):
        perform(filled, [command])
    assert rows(filled) == before


def test_a_suggestion_decided_meanwhile_is_not_taken_out(filled: StoredCasebook) -> None:
    perform(filled, [SetSuggestions(1, (), (PUT,))])
    decided = replace(PUT, decision=Decision.ACCEPTED)
    with pytest.raises(CasebookError, match="changed in the meantime"):
        perform(filled, [SetSuggestions(1, (decided,), ())])


def test_what_was_recorded_is_read_back(filled: StoredCasebook) -> None:
    perform(filled, COMMANDS[:5])
    with filled.reading() as work:
        assert work.saved.all(SavedKind.SEARCH) == (SEARCH,)
        assert work.saved.named(SavedKind.SEARCH, "Curiosity") == SEARCH
        assert work.saved.named(SavedKind.CROSSTAB, "Curiosity") is None
        assert work.saved.settings() == {"marking": "OFFICIAL-SENSITIVE"}
        assert [one.standing for one in work.register.recommendations()] == [STANDING, Standing()]
        assert work.register.groups() == (GROUP,)
        assert [one.answers for one in work.register.concerns()] == [(ANSWER,), ()]


def test_another_version_of_the_codebook_comes_into_use_and_goes_back(
    filled: StoredCasebook, codebook: Callable[..., Codebook]
) -> None:
    newer = codebook("2")
    with filled.writing() as work:
        first = work.codebooks.in_use()
        second = work.codebooks.keep(newer, coder="SO", note="Second thoughts")
        work.journal.perform("Change the codebook", [SetCodebook(first, second)], "SO")
        assert work.codebook == newer
    with filled.writing() as work:
        work.journal.undo("SO")
        assert work.codebook.version == "1"
        assert [(one.note, one.in_use) for one in work.codebooks.versions()] == [
            ("As it ships", True),
            ("Second thoughts", False),
        ]


def test_removing_a_document_takes_every_command_about_it_along(filled: StoredCasebook) -> None:
    perform(filled, COMMANDS)
    with filled.writing() as work:
        work.documents.remove(1, reason="Sent by mistake", coder="SO")
    with filled.reading() as work:
        kept = [one for entry in work.journal.entries() for one in entry.commands]
        assert kept == [COMMANDS[0], COMMANDS[1]]
        assert work.register.groups()[0].members == (SECOND,)


def test_each_response_has_an_answer_of_its_own_to_one_concern(filled: StoredCasebook) -> None:
    other = replace(ANSWER, response_id=1, reply=Reply.SILENT, start=None, end=None)
    perform(filled, [SetAnswer(FIRST, None, ANSWER), SetAnswer(FIRST, None, other)])
    perform(filled, [SetAnswer(FIRST, ANSWER, None)])
    with filled.reading() as work:
        assert work.register.concerns()[0].answers == (other,)
    with filled.writing() as work:
        work.journal.undo("SO")
    with filled.reading() as work:
        assert work.register.concerns()[0].answers == (other, ANSWER)
