"""A plain list on its way out: heads, rows, and what it was made from."""

from dataclasses import dataclass

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list to be written to a file; every row has a value for each head, None for none.

    `about` says what it was made from as (name, words); `marking` stands on every page.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    about: tuple[tuple[str, str], ...] = ()
    marking: str = ""
