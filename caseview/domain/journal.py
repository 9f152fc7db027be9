"""The journal of commands: each change a coder makes, with its inverse.

A command is a value that knows its inverse; `inverse(inverse(c)) == c`. The store applies
commands and nothing else changes what coders decide, so undo and redo need no special cases.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol, Self

from caseview.domain.agreement import Settlement
from caseview.domain.attribute import Detail, DetailName
from caseview.domain.document import Form, Kind
from caseview.domain.matrix import MatrixCell
from caseview.domain.note import Note
from caseview.domain.recommendation import Recommendation
from caseview.domain.register import ConcernAnswer, Placed, RecommendationGroup, Standing
from caseview.domain.saved import Saved
from caseview.domain.suggestion import Decision, FiledSuggestion
from caseview.domain.tag import Tag


class Command(Protocol):
    """One change that can be taken back."""

    def inverse(self) -> "Command":
        """Return the command that takes this one back."""
        ...


class Turning:
    """A command that says what was before and what is after; its inverse says it backwards."""

    __slots__ = ()

    def inverse(self) -> Self:
        """Return the same change the other way round."""
        known: Any = self
        turned: Self = replace(known, before=known.after, after=known.before)
        return turned


@dataclass(frozen=True, slots=True)
class SetTag(Turning):
    """Put a tag in (`before` None), take it out (`after` None), or change it."""

    before: Tag | None
    after: Tag | None


@dataclass(frozen=True, slots=True)
class SetDecision(Turning):
    """Decide a suggestion."""

    suggestion_id: int
    before: Decision
    after: Decision


@dataclass(frozen=True, slots=True)
class Finished:
    """Who finished a document, and when (ISO 8601, UTC)."""

    coder: str
    at: str


@dataclass(frozen=True, slots=True)
class SetFinished(Turning):
    """Finish a document, or open it again (`after` None)."""

    document_id: int
    before: Finished | None
    after: Finished | None


@dataclass(frozen=True, slots=True)
class SetScreening(Turning):
    """Screen a review out with a reason, or back in (`after` None)."""

    review_id: int
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class SetDetails(Turning):
    """Replace every value of one detail of a document."""

    document_id: int
    name: DetailName
    before: tuple[Detail, ...]
    after: tuple[Detail, ...]


@dataclass(frozen=True, slots=True)
class SetReview(Turning):
    """Move a document to another review."""

    document_id: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class SetNote(Turning):
    """Put a note in (`before` None), take it out (`after` None), or change it."""

    before: Note | None
    after: Note | None


@dataclass(frozen=True, slots=True)
class SetSuggestions(Turning):
    """Take suggestions of a document out (`before`) and put others in (`after`)."""

    document_id: int
    before: tuple[FiledSuggestion, ...]
    after: tuple[FiledSuggestion, ...]


@dataclass(frozen=True, slots=True)
class SetCodebook(Turning):
    """Put another version of the codebook, kept already, in use; both are ids of versions."""

    before: int
    after: int


@dataclass(frozen=True, slots=True)
class ReadAs:
    """What a document is: its kind, the second kind of a joint review, and its form."""

    kind: Kind
    kind_also: Kind | None
    form: Form


@dataclass(frozen=True, slots=True)
class SetKind(Turning):
    """Say what a document is."""

    document_id: int
    before: ReadAs
    after: ReadAs


@dataclass(frozen=True, slots=True)
class SetReplaced(Turning):
    """Say which newer document stands in for this one (None: it counts itself)."""

    document_id: int
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class SetCoded(Turning):
    """Say when a coder finished a document for a comparison of coders (None: not finished)."""

    document_id: int
    coder: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class SetSaved(Turning):
    """Keep something under a name, change it, or let it go (`after` None)."""

    before: Saved | None
    after: Saved | None


@dataclass(frozen=True, slots=True)
class SetSetting(Turning):
    """Set one of the casebook's own settings, by name (None: not set)."""

    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class SetAsked(Turning):
    """Put a recommendation at a place (`before` None), take it out (`after` None), or change it."""

    place: Placed
    before: Recommendation | None
    after: Recommendation | None


@dataclass(frozen=True, slots=True)
class SetStanding(Turning):
    """Say how a recommendation stands."""

    place: Placed
    before: Standing
    after: Standing


@dataclass(frozen=True, slots=True)
class SetGroup(Turning):
    """Make a group of recommendations, change it, or part it again (`after` None)."""

    before: RecommendationGroup | None
    after: RecommendationGroup | None


@dataclass(frozen=True, slots=True)
class SetAnswer(Turning):
    """Say what a response answers to a concern (None: not looked at); both name one response."""

    place: Placed
    before: ConcernAnswer | None
    after: ConcernAnswer | None


@dataclass(frozen=True, slots=True)
class SetSettled(Turning):
    """Keep how a disagreement of coders was settled, change it, or open it again."""

    before: Settlement | None
    after: Settlement | None


@dataclass(frozen=True, slots=True)
class SetCell(Turning):
    """Write an analyst's words of a theme in a review, change them, or take them out."""

    before: MatrixCell | None
    after: MatrixCell | None


AnyCommand = (
    SetTag
    | SetDecision
    | SetFinished
    | SetScreening
    | SetDetails
    | SetReview
    | SetNote
    | SetSuggestions
    | SetCodebook
    | SetKind
    | SetReplaced
    | SetCoded
    | SetSaved
    | SetSetting
    | SetAsked
    | SetStanding
    | SetGroup
    | SetAnswer
    | SetSettled
    | SetCell
)


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

    def taking_in(self, label: str, commands: Sequence[AnyCommand], coder: str) -> "Entry | None":
        """Return this entry with more of the same act in it, None where it is another act.

        The same act is one coder's, under one label, and changes on what this entry changed: each
        command goes on from where the one before it left off, and made nothing new.
        """
        if self.undone or (self.label, self.coder) != (label, coder):
            return None
        if len(self.commands) != len(commands):
            return None
        both = tuple(_joined(*pair) for pair in zip(self.commands, commands, strict=True))
        kept = tuple(one for one in both if one is not None)
        return replace(self, commands=kept) if len(kept) == len(both) else None


def _joined(first: AnyCommand, then: AnyCommand) -> AnyCommand | None:
    """Return two changes of one saved thing as one, None where they are not that."""
    if not isinstance(first, SetSaved) or not isinstance(then, SetSaved):
        return None
    if first.before is None or then.after is None or first.after != then.before:
        return None
    return SetSaved(first.before, then.after)
