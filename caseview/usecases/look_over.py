"""Looks over a casebook that was not closed, and says in one line how it stands."""

from caseview.domain.english import English
from caseview.usecases.work import Casebook

UNCLOSED = English("This casebook did not close properly.")


def look_over(casebook: Casebook) -> str:
    """Check a casebook and return what to tell whoever opened it."""
    found = casebook.check(repair=False)
    if found:
        first = found[0]
        return English("{0} It was checked: {1} {2}", UNCLOSED, first.what, first.advice)
    with casebook.reading() as work:
        tags = len(work.decisions.tags())
    there = {0: English("nothing is amiss"), 1: English("its one tag is there")}.get(
        tags, English("all {0} tags are there", f"{tags:,}")
    )
    return English("{0} It was checked and {1}.", UNCLOSED, there)
