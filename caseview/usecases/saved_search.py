"""Keeps searches under a name; each counts itself anew whenever it is looked at."""

import json
from dataclasses import dataclass, replace

from caseview.domain.changes import Changes
from caseview.domain.errors import QueryError
from caseview.domain.query import Search, Sort, Total
from caseview.domain.saved import Saved, SavedKind
from caseview.usecases.keep_named import keep
from caseview.usecases.ports import Finder, Now
from caseview.usecases.work import Casebook, Work


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A saved search as it counts now; `total` is None where `amiss` says why it finds nothing."""

    saved: Saved
    search: Search
    total: Total | None = None
    amiss: str = ""


def body_of(search: Search) -> str:
    """Return a search as it is kept: what it asks for, not how many hits were shown."""
    kept = {
        "query": search.query,
        "sort": search.sort.value,
        "exact": search.exact,
        "screened_out": search.screened_out,
    }
    return json.dumps(kept, ensure_ascii=False)


def search_of(body: str) -> Search:
    """Return the search that was kept.

    Raises QueryError when the body is none that this version of CaseView understands.
    """
    try:
        kept = json.loads(body)
        return Search(
            str(kept["query"]),
            sort=Sort(kept.get("sort", Sort.RANK.value)),
            exact=bool(kept.get("exact")),
            screened_out=bool(kept.get("screened_out")),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise QueryError(
            "A saved search cannot be read, so it was left out.", "Remove it and save it anew."
        ) from None


@dataclass(frozen=True, slots=True)
class Named:
    """A search with the name to keep it under."""

    name: str
    search: Search


def save_search(
    casebook: Casebook, finder: Finder, wanted: Named, *, coder: str, now: Now
) -> Changes:
    """Keep a search under a name, in place of one that has the name already.

    Raises CasebookError without a name, QueryError when it cannot be understood.
    """
    fresh = Saved(0, SavedKind.SEARCH, wanted.name, body_of(wanted.search), coder, now())
    with casebook.writing() as work:
        finder.first(work.sql, replace(wanted.search, limit=0))
        return keep(work, fresh)


def saved_searches(casebook: Casebook, finder: Finder) -> tuple[SavedSearch, ...]:
    """Return every saved search, by name, counted as the casebook stands."""
    with casebook.reading() as work:
        return tuple(_counted(work, finder, one) for one in work.saved.all(SavedKind.SEARCH))


def _counted(work: Work, finder: Finder, saved: Saved) -> SavedSearch:
    try:
        search = search_of(saved.body)
        answer = finder.first(work.sql, replace(search, limit=0))
    except QueryError as fault:
        return SavedSearch(saved, Search(""), amiss=str(fault))
    return SavedSearch(saved, search, answer.total, answer.remark)
