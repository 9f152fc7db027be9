"""Responses to coroners: who was asked by when, what came, and what it answers."""

from dataclasses import dataclass

from caseview.domain.register import ConcernAnswer, KeptConcern, Reply


@dataclass(frozen=True, slots=True)
class OfferedAnswer:
    """What a response seems to say to a concern: the words `start:end` of its text, `text`.

    `start` and `end` are None, and `text` "", where it seems to say nothing. `restated` are its
    own words for the concern, "" where it does not repeat it.
    """

    response_id: int
    reply: Reply
    start: int | None
    end: int | None
    text: str
    restated: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """One response to one concern: what a coder decided (None so far), and what is offered.

    `text` are the words decided on, "" where none or none yet.
    """

    response_id: int
    response: str
    decided: ConcernAnswer | None
    offered: OfferedAnswer
    text: str = ""

    @property
    def reply(self) -> Reply:
        """The reply decided, else the one offered."""
        return self.offered.reply if self.decided is None else self.decided.reply

    @property
    def words(self) -> str:
        """The words decided on, else those offered."""
        return self.offered.text if self.decided is None else self.text


@dataclass(frozen=True, slots=True)
class TrackedConcern:
    """A coroner's concern with what each response says to it."""

    kept: KeptConcern
    answers: tuple[Answered, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """A response that one body owes, and how it stands on the day asked about.

    `days` is how many days after the day due it came, or would come on that day; below 0 before
    it, None where a date is not known. `came` is a value of `counting.due.Came`.
    """

    addressee: str
    came: str
    days: int | None
    response_id: int | None = None
    received: str | None = None


@dataclass(frozen=True, slots=True)
class Tracked:
    """A report to prevent future deaths with the responses owed to it, and its concerns.

    `others` are responses that name none of those it was sent to.
    """

    report_id: int
    review_id: int
    review: str
    ref: str
    sent: str | None
    due: str | None
    expected: tuple[Expected, ...]
    concerns: tuple[TrackedConcern, ...]
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Tracker:
    """Every report to prevent future deaths, as of a day (ISO), the one due first first."""

    on: str
    reports: tuple[Tracked, ...]

    def count(self, came: str) -> int:
        """Return how many responses stand so."""
        return sum(one.came == came for report in self.reports for one in report.expected)
