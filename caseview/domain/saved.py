"""What analysts keep under a name: searches, cross-tabs, summaries, filters and views."""

from dataclasses import dataclass
from enum import StrEnum


class SavedKind(StrEnum):
    """What sort of thing was saved."""

    SEARCH = "search"
    CROSSTAB = "crosstab"
    SUMMARY = "summary"
    FILTER = "filter"
    VIEW = "view"


@dataclass(frozen=True, slots=True)
class Saved:
    """Something kept under a name that no other of its kind has.

    `body` is the question, never the answer, as JSON of the kind's own fields; `made_at` is ISO
    8601 in UTC.
    """

    id: int
    kind: SavedKind
    name: str
    body: str
    coder: str
    made_at: str
