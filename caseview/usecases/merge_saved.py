"""Brings the searches, cross-tabs, filters and views that another casebook keeps under a name.

A summary stays there: the quotes ticked in it are the other casebook's own.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from caseview.domain.journal import SetSaved
from caseview.domain.saved import SavedKind
from caseview.usecases.work import Work


def saved_commands(
    here: Work, there: Work, name: str, new_id: Callable[[], int]
) -> Iterator[SetSaved]:
    """Yield what keeps here whatever `there`, called `name`, keeps and this casebook does not.

    Where a name is taken here for another question, the one that comes says whence.
    """
    for kind in SavedKind:
        if kind is SavedKind.SUMMARY:
            continue
        known = {one.name: one.body for one in here.saved.all(kind)}
        for saved in there.saved.all(kind):
            called = saved.name if saved.name not in known else f"{saved.name} (from {name})"
            if saved.body in {known.get(saved.name), known.get(called)}:
                continue
            if called not in known:
                yield SetSaved(None, replace(saved, id=new_id(), name=called))
