"""Restore points: places in the journal to go back to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RestorePoint:
    """A place in the journal; going back undoes every entry after `journal_id` (0: every entry).

    `why` says what made it ("before the rules changed"); `tags` is how many there were then;
    `made_at` is ISO 8601 in UTC.
    """

    id: int
    made_at: str
    coder: str
    why: str
    journal_id: int
    tags: int
