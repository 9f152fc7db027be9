"""The framework matrix: an analyst's own words on one theme in one review."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What an analyst wrote of a theme in a review; `at` is ISO 8601 in UTC."""

    review_id: int
    theme: str
    words: str
    coder: str
    at: str
