"""Looks over a casebook that was not closed, and says in one line how it stands."""

from caseview.usecases.work import Casebook

UNCLOSED = "This casebook did not close properly."


def look_over(casebook: Casebook) -> str:
    """Check a casebook and return what to tell whoever opened it."""
    found = casebook.check(repair=False)
    if found:
        first = found[0]
        return f"{UNCLOSED} It was checked: {first.what} {first.advice}"
    with casebook.reading() as work:
        tags = len(work.decisions.tags())
    there = {0: "nothing is amiss", 1: "its one tag is there"}.get(
        tags, f"all {tags:,} tags are there"
    )
    return f"{UNCLOSED} It was checked and {there}."
