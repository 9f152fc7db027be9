"""Searches a casebook."""

from caseview.domain.query import Answer, Search
from caseview.usecases.ports import Finder
from caseview.usecases.work import Casebook


def search_casebook(casebook: Casebook, finder: Finder, search: Search) -> Answer:
    """Return the answer to a search. Raises QueryError when nothing can be searched for."""
    with casebook.reading() as work:
        return finder.search(work.sql, search)
