"""What the Recommendations view needs of an open casebook; the wiring fulfils it.

As in `session`, each method blocks, returns domain values and may raise CaseViewError.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from caseview.domain.changes import Changes
from caseview.domain.register import Placed, Reply
from caseview.domain.registered import Register, Said, Wanted
from caseview.domain.responses import Tracker
from caseview.domain.span import Span


class Registering(Protocol):
    """The register of recommendations and the responses to coroners."""

    def register(self) -> Register:
        """Return the register with its groups and what may belong together."""
        ...

    def tracker(self, on: str = "") -> Tracker:
        """Return the responses to coroners as of an ISO day, of today where none is given."""
        ...

    def make_group(self, name: str, places: Sequence[Placed]) -> Changes:
        """Make a group of recommendations."""
        ...

    def add(self, group_id: int, places: Sequence[Placed]) -> Changes:
        """Put recommendations in a group."""
        ...

    def refuse(self, group_id: int, places: Sequence[Placed]) -> Changes:
        """Say that recommendations do not belong to a group."""
        ...

    def rename(self, group_id: int, name: str) -> Changes:
        """Give a group another name."""
        ...

    def part(self, group_id: int) -> Changes:
        """Part a group again."""
        ...

    def say(self, places: Sequence[Placed], said: Said) -> Changes:
        """Say how recommendations stand."""
        ...

    def mark(self, document_id: int, span: Span) -> Changes:
        """Say that these words are a recommendation, or are the words of the one found there."""
        ...

    def take_out(self, places: Sequence[Placed]) -> Changes:
        """Say that these are no recommendations."""
        ...

    def answer(self, place: Placed, response_id: int, reply: Reply, span: Span | None) -> Changes:
        """Decide what a response says to a concern; `span` None where it is silent."""
        ...

    def forget(self, place: Placed, response_id: int) -> Changes:
        """Take back what was decided of a response to a concern."""
        ...

    def save(self, wanted: Wanted, path: Path) -> int:
        """Write the recommendations wanted to Excel, Word or CSV; return how many."""
        ...

    def save_responses(self, on: str, path: Path) -> int:
        """Write the responses as of an ISO day to Excel, Word or CSV; return how many rows."""
        ...
