"""The register of recommendations: how each stands, which ask alike, and what was answered."""

from dataclasses import dataclass
from enum import StrEnum

from caseview.domain.english import English
from caseview.domain.recommendation import Concern, Recommendation


class Progress(StrEnum):
    """How far a recommendation has come, as far as the documents say."""

    UNKNOWN = "unknown"
    ACCEPTED = "accepted"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    REJECTED = "rejected"

    @property
    def label(self) -> English:
        """The words on screen."""
        return English(self.value.replace("_", " ").capitalize())


class Strength(StrEnum):
    """What a recommendation asks to be changed, from the weakest to the strongest."""

    UNKNOWN = "unknown"
    TRAINING = "training"
    POLICY = "policy"
    SYSTEM = "system"

    @property
    def label(self) -> English:
        """The words on screen."""
        return English(self.value.capitalize())


class Reply(StrEnum):
    """What a response says to one concern."""

    ACCEPTED = "accepted"
    ACTION = "action"
    REJECTED = "rejected"
    SILENT = "silent"

    @property
    def label(self) -> English:
        """The words on screen."""
        return English(self.value.capitalize())


@dataclass(frozen=True, slots=True)
class Standing:
    """What a coder says of a recommendation; `addressee` "" leaves what was printed."""

    progress: Progress = Progress.UNKNOWN
    strength: Strength = Strength.UNKNOWN
    addressee: str = ""
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a recommendation or concern stands: its document, and its place among them from 0."""

    document_id: int
    position: int


@dataclass(frozen=True, slots=True)
class KeptRecommendation:
    """A recommendation in a casebook with its standing.

    `page` and `paragraph` say where it begins; `beside` is what stands with it in its paragraph
    or row of a table, such as how far its action plan says it has come.
    """

    place: Placed
    review_id: int
    recommendation: Recommendation
    standing: Standing = Standing()
    page: int | None = None
    paragraph: str = ""
    beside: str = ""

    @property
    def addressee(self) -> str:
        """Whom it is for: what a coder said, else what was printed, "" where neither says."""
        return self.standing.addressee or self.recommendation.addressee or ""


@dataclass(frozen=True, slots=True)
class RecommendationGroup:
    """Recommendations that ask for the same thing, as a coder said.

    `refused` are those that were offered and do not belong.
    """

    id: int
    name: str
    members: tuple[Placed, ...]
    refused: tuple[Placed, ...] = ()


@dataclass(frozen=True, slots=True)
class ConcernAnswer:
    """What a response document says to a concern, in the words `start:end` of its text.

    `start` and `end` are None when it says nothing (`Reply.SILENT`).
    """

    response_id: int
    reply: Reply
    start: int | None
    end: int | None
    coder: str
    at: str


@dataclass(frozen=True, slots=True)
class KeptConcern:
    """A concern in a casebook with what coders found each response to answer, one a response."""

    place: Placed
    review_id: int
    concern: Concern
    answers: tuple[ConcernAnswer, ...] = ()
    page: int | None = None

    def answer(self, response_id: int) -> ConcernAnswer | None:
        """Return what was decided of one response, None so far."""
        return next((one for one in self.answers if one.response_id == response_id), None)
