"""What can be found in an open casebook, as the window's search asks for it."""

from dataclasses import dataclass
from pathlib import Path

from caseview.domain.changes import Changes
from caseview.domain.query import Answer, Search
from caseview.domain.saved import SavedKind
from caseview.usecases.export_results import export_results
from caseview.usecases.keep_named import forget
from caseview.usecases.ports import Stop
from caseview.usecases.saved_search import (
    Named,
    SavedSearch,
    save_search,
    saved_searches,
)
from caseview.usecases.search_casebook import search_at_once, search_casebook
from caseview.usecases.work import Casebook
from caseview.wiring.house import House, now


@dataclass(frozen=True, slots=True)
class Searching:
    """Searches of one coder."""

    house: House
    casebook: Casebook
    coder: str

    def first(self, search: Search, stop: Stop) -> Answer:
        """Answer at once: exact totals and the passages imported last."""
        return search_at_once(self.casebook, self.house.finder(), search, stop)

    def search(self, search: Search, stop: Stop) -> Answer:
        """Answer a search as a whole."""
        return search_casebook(self.casebook, self.house.finder(), search, stop)

    def saved(self) -> tuple[SavedSearch, ...]:
        """Return every saved search, by name, counted as the casebook stands."""
        return saved_searches(self.casebook, self.house.finder())

    def save(self, name: str, search: Search) -> Changes:
        """Keep a search under a name."""
        named = Named(name, search)
        return save_search(self.casebook, self.house.finder(), named, coder=self.coder, now=now)

    def forget(self, name: str) -> Changes:
        """Remove a saved search."""
        return forget(self.casebook, SavedKind.SEARCH, name, coder=self.coder)

    def export(self, search: Search, path: Path) -> int:
        """Write every hit with its reference; return how many."""
        to = (self.house.listing_writer(path.suffix.lower()), path)
        return export_results(self.casebook, self.house.finder(), search, to, now)
