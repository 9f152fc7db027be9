"""Keeps views of the Library under a name: what it is narrowed to, and how it is sorted."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from caseview.domain.changes import Changes
from caseview.domain.errors import QueryError
from caseview.domain.saved import Saved, SavedKind
from caseview.usecases.keep_named import keep
from caseview.usecases.ports import Now
from caseview.usecases.work import Casebook


@dataclass(frozen=True, slots=True)
class LibraryView:
    """How the Library is looked at: values ticked by facet, words typed, the column sorted by.

    A review is shown when it has one ticked value of each ticked facet and all words typed.
    """

    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    typed: str = ""
    sorted_by: str = "title"
    downwards: bool = False


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view under its name; None with what is `amiss` where it cannot be read."""

    name: str
    view: LibraryView | None
    amiss: str = ""


def body_of(view: LibraryView) -> str:
    """Return a view as it is kept."""
    kept = {
        "chosen": {name: sorted(values) for name, values in sorted(view.chosen.items()) if values},
        "typed": view.typed,
        "sorted_by": view.sorted_by,
        "downwards": view.downwards,
    }
    return json.dumps(kept, ensure_ascii=False)


def view_of(body: str) -> LibraryView:
    """Return the view that was kept. Raises QueryError when it cannot be read."""
    try:
        kept = json.loads(body)
        chosen = {str(n): frozenset(map(str, values)) for n, values in kept["chosen"].items()}
        return LibraryView(
            chosen, str(kept["typed"]), str(kept["sorted_by"]), bool(kept["downwards"])
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise QueryError(
            "A saved view cannot be read, so it was left out.", "Remove it and save it anew."
        ) from None


def save_view(casebook: Casebook, name: str, view: LibraryView, *, coder: str, now: Now) -> Changes:
    """Keep a view under a name, in place of one that has it. Raises CasebookError without one."""
    fresh = Saved(0, SavedKind.VIEW, name, body_of(view), coder, now())
    with casebook.writing() as work:
        return keep(work, fresh)


def saved_views(casebook: Casebook) -> tuple[SavedView, ...]:
    """Return every saved view, by name; one that cannot be read says so."""
    with casebook.reading() as work:
        kept = work.saved.all(SavedKind.VIEW)
    return tuple(_read(one) for one in kept)


def _read(saved: Saved) -> SavedView:
    try:
        return SavedView(saved.name, view_of(saved.body))
    except QueryError as fault:
        return SavedView(saved.name, None, str(fault))
