"""What the window's search needs of an open casebook; the wiring fulfils it over the use cases.

Each method blocks, so the window calls it on a worker only; all may raise CaseViewError.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from caseview.domain.changes import Changes
from caseview.domain.query import Answer, Search
from caseview.usecases.saved_search import SavedSearch

Stop = Callable[[], bool]


class Searching(Protocol):
    """What can be found, and what was saved to be found again."""

    def first(self, search: Search, stop: Stop) -> Answer:
        """Answer at once: exact totals and the passages imported last, no facets, no ranking.

        Raises StoppedError soon after `stop()` is True.
        """
        ...

    def search(self, search: Search, stop: Stop) -> Answer:
        """Answer a search as a whole. Raises StoppedError soon after `stop()` is True."""
        ...

    def saved(self) -> tuple[SavedSearch, ...]:
        """Return every saved search, by name, counted as the casebook stands."""
        ...

    def save(self, name: str, search: Search) -> Changes:
        """Keep a search under a name, in place of one that has the name already."""
        ...

    def forget(self, name: str) -> Changes:
        """Remove a saved search."""
        ...

    def export(self, search: Search, path: Path) -> int:
        """Write every hit with its reference to Excel, Word or CSV by the path's ending.

        Returns how many were written.
        """
        ...
