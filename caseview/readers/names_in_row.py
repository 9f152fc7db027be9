"""Names in a row: put together as one would say them, and parted again."""

import re
from collections.abc import Sequence

_JOINS = re.compile(r",\s*|\s+(?:and|&)\s+")


def together(names: Sequence[str]) -> str:
    """Return the names as a sentence names them: "A", "A and B", "A, B and C"."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def names_parted(row: str) -> list[str]:
    """Return the names that a row holds: those of "A, B & C" are three."""
    return _JOINS.split(row)
