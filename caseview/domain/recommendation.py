"""Recommendations of a review and concerns of a coroner, word for word."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A recommendation as printed: its number, its words, whom it is for (None if unsaid)."""

    number: str
    text: str
    addressee: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Concern:
    """A coroner's concern as printed: its number ("" where none) and its words."""

    number: str
    text: str
    addressee: str | None
    start: int
    end: int
