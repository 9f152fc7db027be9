"""Searches a casebook."""

from caseview.domain.query import Answer, AsRule, Search
from caseview.usecases.ports import Finder, Stop
from caseview.usecases.work import Casebook


def search_casebook(
    casebook: Casebook, finder: Finder, search: Search, stop: Stop | None = None
) -> Answer:
    """Return the whole answer to a search.

    Raises QueryError when nothing can be searched for, StoppedError soon after `stop()` is True.
    """
    with casebook.reading(stop) as work:
        return finder.search(work.sql, search)


def search_at_once(
    casebook: Casebook, finder: Finder, search: Search, stop: Stop | None = None
) -> Answer:
    """Return the exact totals and the passages imported last, without facets or ranking.

    Raises as `search_casebook` does.
    """
    with casebook.reading(stop) as work:
        return finder.first(work.sql, search)


def search_as_rule(casebook: Casebook, finder: Finder, search: Search) -> AsRule:
    """Return the words of a search in the notation of rules, to be looked at and added to a theme.

    Raises QueryError when it has none, or more than a rule can hold.
    """
    with casebook.reading() as work:
        return finder.as_rule(work.sql, search)
