"""Suggestions: a passage and a theme put forward by a rule, until a coder decides."""

from dataclasses import dataclass
from enum import StrEnum

from caseview.domain.passage import Passage
from caseview.domain.reads_as import ReadsAs


class Level(StrEnum):
    """How sure a suggestion must be to be shown."""

    READING = "reading"
    NORMAL = "normal"
    SURE = "sure"

    @property
    def least(self) -> float:
        """The lowest confidence that the level shows."""
        return _LEAST[self]


# Normal is as high as F1 stays as good as anywhere on labelled passages, each judged by what the
# others taught; sure is where about nine in ten of what was shown were right there.
_LEAST = {Level.READING: 0.0, Level.NORMAL: 0.4, Level.SURE: 0.86}


class Decision(StrEnum):
    """What a coder made of a suggestion."""

    UNDECIDED = "undecided"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A theme put forward on a stretch of a document.

    `start`, `end` are offsets into the document's text and `text` the words there; `rule` is the
    rule's id and `reason` one plain sentence; `confidence` is 0 to 1; `restated` says that the
    words belong to another document.
    """

    theme: str
    start: int
    end: int
    text: str
    reads_as: ReadsAs
    rule: str
    reason: str
    confidence: float
    restated: bool = False


@dataclass(frozen=True, slots=True)
class KeptSuggestion:
    """A suggestion in a casebook, with the passage it stands in and what was decided."""

    id: int
    document_id: int
    review_id: int
    passage_id: int
    passage: Passage
    suggestion: Suggestion
    decision: Decision


@dataclass(frozen=True, slots=True)
class FiledSuggestion:
    """A suggestion as it is put into a casebook and taken out of it: its id, place and decision."""

    id: int
    passage_id: int
    suggestion: Suggestion
    decision: Decision = Decision.UNDECIDED
