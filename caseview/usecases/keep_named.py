"""Keeps what analysts ask and write under names, renames it and lets it go, whatever its kind."""

from dataclasses import replace

from caseview.domain.changes import Changes
from caseview.domain.english import English
from caseview.domain.errors import CasebookError
from caseview.domain.journal import SetSaved
from caseview.domain.saved import Saved, SavedKind
from caseview.usecases.work import Casebook, Work

_NOUNS = {
    SavedKind.SEARCH: "search",
    SavedKind.CROSSTAB: "cross-tab",
    SavedKind.SUMMARY: "summary",
    SavedKind.FILTER: "filter",
    SavedKind.VIEW: "view",
}
_WRITTEN = frozenset({SavedKind.SUMMARY})
"""What keeps itself while it is written; one stretch of writing is one act to undo."""


def keep(work: Work, fresh: Saved) -> Changes:
    """Keep something under its name, in place of one of its kind that has the name already.

    Its id is given here. Raises CasebookError without a name.
    """
    noun, name = _NOUNS[fresh.kind], _tidy(fresh.name)
    if not name:
        raise CasebookError(_nameless(noun), "Type a name.")
    before = work.saved.named(fresh.kind, name)
    if before is not None and before.body == fresh.body:
        return Changes()
    number = before.id if before else work.decisions.new_id("saved")
    command = SetSaved(before, replace(fresh, id=number, name=name))
    do = work.journal.go_on if fresh.kind in _WRITTEN else work.journal.perform
    return do(f"Save the {noun} “{name}”", [command], fresh.coder)


def rename(casebook: Casebook, kind: SavedKind, name: str, new: str, *, coder: str) -> Changes:
    """Give what was kept under a name another one.

    Raises CasebookError when there is nothing of that name, or the new one is taken or empty.
    """
    noun, wanted = _NOUNS[kind], _tidy(new)
    with casebook.writing() as work:
        before = named(work, kind, name)
        if not wanted or work.saved.named(kind, wanted) not in {None, before}:
            taken = f"Another {noun} is saved as “{wanted}”. Nothing was changed."
            raise CasebookError(taken if wanted else _nameless(noun), "Type another name.")
        label = f"Rename the saved {noun} “{name}”"
        command = SetSaved(before, replace(before, name=wanted))
        return work.journal.perform(label, [command], coder)


def forget(casebook: Casebook, kind: SavedKind, name: str, *, coder: str) -> Changes:
    """Remove what was kept under a name. Raises CasebookError when there is nothing."""
    with casebook.writing() as work:
        label = f"Remove the saved {_NOUNS[kind]} “{name}”"
        return work.journal.perform(label, [SetSaved(named(work, kind, name), None)], coder)


def named(work: Work, kind: SavedKind, name: str) -> Saved:
    """Return what was kept under a name. Raises CasebookError when there is nothing."""
    found = work.saved.named(kind, name)
    if found is None:
        raise CasebookError(
            English("No {0} is saved as “{1}”. Nothing was changed.", _NOUNS[kind], name),
            "Look at the list of them.",
        )
    return found


def _tidy(name: str) -> str:
    return " ".join(name.split())


def _nameless(noun: str) -> str:
    return f"A {noun} is kept under a name, and there is none."
