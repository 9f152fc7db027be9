"""The flow of screening: what was found, what fell away and why, what is included.

Follows the flow diagram of PRISMA 2020 (Page and others, BMJ 2021;372:n71), with one change that
the field asks for: files make documents, documents make reviews, and each step says its unit.
"""

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """The steps, in order; `Flow.main` go down, the others fall away beside them."""

    FOUND = "found"
    DUPLICATE = "duplicate"
    REFUSED = "refused"
    REMOVED = "removed"
    BROUGHT = "brought"
    DOCUMENTS = "documents"
    OLDER = "older"
    REVIEWS = "reviews"
    NO_TEXT = "no_text"
    WAITING = "waiting"
    SCREENED = "screened"
    OUT = "out"
    INCLUDED = "included"
    FINISHED = "finished"
    IN_HAND = "in_hand"


MAIN = (Stage.FOUND, Stage.DOCUMENTS, Stage.REVIEWS, Stage.SCREENED, Stage.INCLUDED)


@dataclass(frozen=True, slots=True)
class Listed:
    """One file, document or review behind a number; ids are None where nothing is in."""

    title: str
    why: str = ""
    review_id: int | None = None
    document_id: int | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """A part of a step, with the words for why."""

    words: str
    listed: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One number of the flow, with what is behind it.

    `unit` is "file", "document" or "review". `listed` holds what was counted, except for what
    was removed for good, of which nothing is kept but that it was there.
    """

    stage: Stage
    words: str
    unit: str
    count: int
    listed: tuple[Listed, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def main(self) -> bool:
        """Whether it stands in the line down."""
        return self.stage in MAIN


@dataclass(frozen=True, slots=True)
class Flow:
    """The steps in order; one beside the line follows the main step it falls away from."""

    steps: tuple[Step, ...]

    def of(self, stage: Stage) -> Step:
        """Return a step. Raises KeyError for one that the flow does not have."""
        found = {step.stage: step for step in self.steps}
        return found[stage]

    def count(self, stage: Stage) -> int:
        """Return the number of a step, 0 where the flow does not have it."""
        return next((step.count for step in self.steps if step.stage is stage), 0)
