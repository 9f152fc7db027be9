"""Notes: free words on a passage, a document, a theme or a table."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """A coder's own words about something.

    `about` names what it is on ("document:4", "tag:17", "theme:staffing_capacity"); `made_at` is
    ISO 8601 in UTC.
    """

    id: int
    about: str
    text: str
    coder: str
    made_at: str
