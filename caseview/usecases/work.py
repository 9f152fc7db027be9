"""The casebook as the use cases see it: a unit of work over reviews, documents and decisions."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from caseview.domain.backup import Backup
from caseview.domain.changes import Changes
from caseview.domain.codebook import Codebook
from caseview.domain.crosstab import Alike, Mention, Size
from caseview.domain.info import AuditRow, CasebookInfo, Finding
from caseview.domain.journal import AnyCommand, Entry
from caseview.domain.note import Note
from caseview.domain.outcome import ImportOutcome
from caseview.domain.passage import KeptPassage
from caseview.domain.suggestion import Decision, KeptSuggestion
from caseview.domain.tag import Tag
from caseview.usecases.library import Documents, Reviews
from caseview.usecases.ports import Rows, Stop
from caseview.usecases.team import (
    Codebooks,
    Comparison,
    LearnedOnes,
    Register,
    RestorePoints,
    SavedOnes,
    Sketches,
)


class Decisions(Protocol):
    """Suggestions, tags and notes."""

    def suggestions(
        self,
        *,
        document_id: int | None = None,
        ids: Sequence[int] | None = None,
        themes: Sequence[str] | None = None,
    ) -> tuple[KeptSuggestion, ...]:
        """Return suggestions in reading order: of a document, with ids, for themes, or all."""
        ...

    def tags(
        self,
        *,
        document_id: int | None = None,
        ids: Sequence[int] | None = None,
        themes: Sequence[str] | None = None,
    ) -> tuple[Tag, ...]:
        """Return tags in reading order: of a document, with these ids, of these themes, or all."""
        ...

    def passages(self, ids: Sequence[int]) -> tuple[KeptPassage, ...]:
        """Return the passages with these ids, at most a thousand, in order of their ids."""
        ...

    def notes(self, about: str, *more: str) -> tuple[Note, ...]:
        """Return the notes on one thing, or on several, oldest first."""
        ...

    def every_note(self) -> tuple[Note, ...]:
        """Return every note, oldest first."""
        ...

    def new_id(self, table: str) -> int:
        """Return an id never used before for a new row of a numbered table.

        Tables: tag, note, review, suggestion, saved, recommendation_group.
        """
        ...

    def mentions(self, themes: Sequence[str] | None = None) -> Iterable[Mention]:
        """Return each tag and each undecided or skipped suggestion as counting sees it."""
        ...

    def alike(self, *, by_role: bool = False) -> tuple[Alike, ...]:
        """Return the same mentions as groups that differ only in place.

        The role of the section they stand in is told, and parts the groups, only if asked for.
        """
        ...

    def sizes(self) -> Mapping[int, Size]:
        """Return how many passages, and sections by role, each document has."""
        ...

    def of_state(self, decision: Decision) -> int:
        """Return how many suggestions were decided so."""
        ...


class Journal(Protocol):
    """The journal of commands; nothing else changes what coders decide."""

    def perform(self, label: str, commands: Sequence[AnyCommand], coder: str) -> Changes:
        """Apply commands, keep them with their inverses and write an audit row.

        Raises CasebookError when a command's `before` is not what the casebook holds.
        """
        ...

    def go_on(self, label: str, commands: Sequence[AnyCommand], coder: str) -> Changes:
        """Do as `perform` does, as part of the last entry where that is the same act going on.

        That is what one coder does again under one label to the same thing, moments later; undo
        takes it back as one. Raises as `perform` does.
        """
        ...

    def undo(self, coder: str) -> Changes:
        """Take back the last entry not yet undone. Raises CasebookError when there is none."""
        ...

    def redo(self, coder: str) -> Changes:
        """Do the last undone entry again. Raises CasebookError when there is none."""
        ...

    @property
    def turned(self) -> tuple[Entry, ...]:
        """The entry done, undone or redone last in this unit of work, none before."""
        ...

    def bring_along(self, commands: Sequence[AnyCommand], coder: str) -> Changes:
        """Apply commands as part of the entry turned last, which takes them along from now on.

        Where that entry was undone, redo takes them back and undo does them again. Raises as
        `perform` does.
        """
        ...

    def entries(self) -> tuple[Entry, ...]:
        """Return every entry that can be undone or redone, oldest first."""
        ...


class Imports(Protocol):
    """What became of each file ever imported."""

    def record(self, outcome: ImportOutcome) -> None:
        """Keep an outcome."""
        ...

    def all(self) -> tuple[ImportOutcome, ...]:
        """Return every outcome, oldest first."""
        ...

    def removed(self) -> int:
        """Return how many documents were removed for good, whose outcomes went with them."""
        ...


class Work(Protocol):
    """A unit of work: one transaction over the casebook. Spans are checked as they load."""

    @property
    def reviews(self) -> Reviews: ...  # noqa: D102
    @property
    def documents(self) -> Documents: ...  # noqa: D102
    @property
    def decisions(self) -> Decisions: ...  # noqa: D102
    @property
    def journal(self) -> Journal: ...  # noqa: D102
    @property
    def imports(self) -> Imports: ...  # noqa: D102
    @property
    def codebooks(self) -> Codebooks: ...  # noqa: D102
    @property
    def register(self) -> Register: ...  # noqa: D102
    @property
    def learned(self) -> LearnedOnes: ...  # noqa: D102
    @property
    def sketches(self) -> Sketches: ...  # noqa: D102
    @property
    def saved(self) -> SavedOnes: ...  # noqa: D102
    @property
    def comparison(self) -> Comparison: ...  # noqa: D102
    @property
    def restore_points(self) -> RestorePoints: ...  # noqa: D102
    @property
    def sql(self) -> Rows: ...  # noqa: D102
    @property
    def codebook(self) -> Codebook: ...  # noqa: D102


class Casebook(Protocol):
    """An open casebook."""

    @property
    def path(self) -> Path:
        """Where the casebook's file is."""
        ...

    def work_as(self, coder: str) -> None:
        """Let another coder work from now on: what is written next bears these initials."""
        ...

    def reading(self, stop: Stop | None = None) -> AbstractContextManager[Work]:
        """Open a unit of work that reads one consistent state and writes nothing.

        Raises StoppedError out of whatever it is doing soon after `stop()` is True.
        """
        ...

    def writing(self) -> AbstractContextManager[Work]:
        """Open a unit of work that is kept whole when it ends, or not at all when it raises."""
        ...

    def info(self) -> CasebookInfo:
        """Return the casebook at a glance."""
        ...

    def audit(self) -> tuple[AuditRow, ...]:
        """Return the audit log, oldest first."""
        ...

    def check(self, *, repair: bool) -> tuple[Finding, ...]:
        """Check file, spans, hashes, audit chain and index; return what is wrong."""
        ...

    def back_up(self, to: Path) -> Path:
        """Copy the casebook as it stands into a file, or a folder; return the copy."""
        ...

    def backups(self, folder: Path) -> tuple[Backup, ...]:
        """Return the copies of this casebook that lie in a folder, newest first."""
        ...

    def close(self) -> None:
        """Give the casebook back: connections closed, lock released."""
        ...
