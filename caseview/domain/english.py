"""Words for a person that remember how they were made, so that they can be put another way.

A room that knows nothing of the window says what it has to say in English. What it says is an
ordinary string, and so goes into files, logs and tests as it stands; but it keeps the sentence
with its numbered places and what was put in them, and by these the window finds the same sentence
in the catalogue of the language in use.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Self

from typing_extensions import override


class Case(StrEnum):
    """How words begin, whatever language they are put into."""

    AS_THEY_ARE = "as they are"
    CAPITAL = "capital"
    SMALL = "small"


class English(str):
    """An English sentence: `English("Saved {0}.", name)` is the string "Saved x.".

    `words` is the sentence with its places, `values` what stands in them, themselves perhaps
    English; `n` is the number that a counted noun goes with, None for any other words.
    """

    __slots__ = ("case", "n", "values", "words")
    words: str
    values: tuple[object, ...]
    n: int | None
    case: Case

    def __new__(
        cls,
        words: str,
        *values: object,
        n: int | None = None,
        shown: str = "",
        case: Case = Case.AS_THEY_ARE,
    ) -> Self:
        """Put each value where its number stands; `shown` is the string where that is not it."""
        made = super().__new__(cls, shown or (words.format(*values) if values else words))
        made.words, made.values, made.n, made.case = words, values, n, case
        return made

    @override
    def capitalize(self) -> "English":
        """Return the words beginning with a capital, in any language."""
        return self._turned(str(self).capitalize(), Case.CAPITAL)

    @override
    def lower(self) -> "English":
        """Return the words in small letters, in any language."""
        return self._turned(str(self).lower(), Case.SMALL)

    @override
    def __add__(self, other: str, /) -> "English":
        """Return both one after the other, which still know how they were made."""
        return English("{0}{1}", self, other)

    def __radd__(self, other: str, /) -> "English":
        """Return both one after the other, which still know how they were made."""
        return English("{0}{1}", other, self)

    @override
    def __reduce__(self) -> tuple[object, ...]:
        return _again, (self.words, self.values, self.n, str(self), self.case)

    def _turned(self, shown: str, case: Case) -> "English":
        return English(self.words, *self.values, n=self.n, shown=shown, case=case)


def counted(n: int, singular: str, plural: str = "") -> English:
    """Return a count with its noun: "1 review", "1,204 reviews"; its key is "%n review"."""
    shown = f"{n:,} {singular if n == 1 else plural or singular + 's'}"
    return English(f"%n {singular}", n=n, shown=shown)


def run_on(parts: Iterable[str], between: str = " ") -> English:
    """Return words one after the other with `between` them, those that are empty left out."""
    kept = tuple(part for part in parts if part)
    return English(between.join(f"{{{n}}}" for n in range(len(kept))), *kept)


def _again(words: str, values: tuple[object, ...], n: int | None, shown: str, case: str) -> English:
    return English(words, *values, n=n, shown=shown, case=Case(case))
