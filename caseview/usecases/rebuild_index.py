"""Builds the search index of a casebook anew, step by step."""

from collections.abc import Callable

from caseview.usecases.ports import FullText, Stop
from caseview.usecases.work import Casebook

Told = Callable[[int, int], None]
"""Hears how many passages are in the index and how many there are."""


def rebuild_index(casebook: Casebook, full_text: FullText, told: Told, stop: Stop) -> bool:
    """Build the search index again from the passages; return whether it is whole.

    Each step is kept by itself: one that is stopped, or whose program ends, goes on from there by
    `finish_index`. Until then a search says that the index is not whole.
    """
    with casebook.writing() as work:
        full_text.begin_again(work.sql)
    return finish_index(casebook, full_text, told, stop)


def finish_index(casebook: Casebook, full_text: FullText, told: Told, stop: Stop) -> bool:
    """Add the passages that the search index lacks; return whether it is whole."""
    done, total = 0, 1
    while done < total:
        if stop():
            return False
        with casebook.writing() as work:
            done, total = full_text.go_on(work.sql)
        told(done, total)
    return True
