"""The journal of commands: each change a coder makes, with its inverse.

A command is a value that knows its inverse; `inverse(inverse(c)) == c`. The store applies
commands and nothing else changes what coders decide, so undo and redo need no special cases.
"""

from dataclasses import dataclass, replace
from typing import Protocol, Self

from caseview.domain.attribute import Detail, DetailName
from caseview.domain.note import Note
from caseview.domain.suggestion import Decision
from caseview.domain.tag import Tag


class Command(Protocol):
    """One change that can be taken back."""

    def inverse(self) -> "Command":
        """Return the command that takes this one back."""
        ...


@dataclass(frozen=True, slots=True)
class SetTag:
    """Put a tag in (`before` None), take it out (`after` None), or change it."""

    before: Tag | None
    after: Tag | None

    def inverse(self) -> Self:
        """Return the same change the other way round."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class SetDecision:
    """Decide a suggestion."""

    suggestion_id: int
    before: Decision
    after: Decision

    def inverse(self) -> Self:
        """Return the same change the other way round."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class Finished:
    """Who finished a document, and when (ISO 8601, UTC)."""

    coder: str
    at: str


@dataclass(frozen=True, slots=True)
class SetFinished:
    """Finish a document, or open it again (`after` None)."""

    document_id: int
    before: Finished | None
    after: Finished | None

    def inverse(self) -> Self:
        """Return the same change the other way round."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class SetScreening:
    """Screen a review out with a reason, or back in (`after` None)."""

    review_id: int
    before: str | None
    after: str | None

    def inverse(self) -> Self:
        """Return the same change the other way round."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class SetDetails:
    """Replace every value of one detail of a document."""

    document_id: int
    name: DetailName
    before: tuple[Detail, ...]
    after: tuple[Detail, ...]

    def inverse(self) -> Self:
        """Return the same change the other way round."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class SetReview:
    """Move a document to another review."""

    document_id: int
    before: int
    after: int

    def inverse(self) -> Self:
        """Return the same change the other way round."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class SetNote:
    """Put a note in (`before` None), take it out (`after` None), or change it."""

    before: Note | None
    after: Note | None

    def inverse(self) -> Self:
        """Return the same change the other way round."""
        return replace(self, before=self.after, after=self.before)


AnyCommand = SetTag | SetDecision | SetFinished | SetScreening | SetDetails | SetReview | SetNote


@dataclass(frozen=True, slots=True)
class Entry:
    """What one act of a coder did: commands in order, taken back in reverse order."""

    id: int
    label: str
    coder: str
    at: str
    commands: tuple[AnyCommand, ...]
    undone: bool = False

    def inverse(self) -> tuple[AnyCommand, ...]:
        """Return the commands that take the whole entry back, in the order to apply them."""
        return tuple(command.inverse() for command in reversed(self.commands))
