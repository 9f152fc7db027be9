"""Details as they are found: each value with the words of the text that support it."""

import re
from collections.abc import Iterable

from caseview.domain.attribute import Detail, DetailName
from caseview.readers.names import name_ends, shown

_SPACE = re.compile(r"\s+")


class Findings:
    """Collects the details of one document, one value of a single detail, each value once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: list[Detail] = []

    def add(
        self, name: DetailName, value: str, start: int, end: int, *, known: bool = True
    ) -> None:
        """Record a value and the words `start:end` that support it; the first one stays."""
        value = one_line(value)
        if value and not self._has(name, value):
            self._found.append(Detail(name, value, self._text[start:end], start, end, known=known))

    def add_person(self, name: DetailName, printed: str, start: int) -> None:
        """Record a person's name that is printed from `start` on, without what is no part of it.

        The value shows a surname in capitals with one capital; the words stay as printed.
        """
        end = name_ends(printed)
        self.add(name, shown(printed[:end]), start, start + end)

    def infer(self, name: DetailName, value: str) -> None:
        """Record a value that follows from another one, or stands in the file's name."""
        if value and not self._has(name, value):
            self._found.append(Detail(name, value))

    def value(self, name: DetailName) -> str | None:
        """Return the first value recorded of a detail, None when there is none."""
        return next((detail.value for detail in self._found if detail.name is name), None)

    def details(self, order: Iterable[DetailName] = DetailName) -> tuple[Detail, ...]:
        """Return the details in the order of their names, several of a name as found."""
        place = {name: number for number, name in enumerate(order)}
        return tuple(sorted(self._found, key=lambda detail: place[detail.name]))

    def _has(self, name: DetailName, value: str) -> bool:
        return any(
            detail.name is name and (not name.many or detail.value.casefold() == value.casefold())
            for detail in self._found
        )


def one_line(value: str) -> str:
    """Return `value` with all white space as single spaces, trimmed of loose punctuation."""
    return _SPACE.sub(" ", value).strip(" ,;:|\t")
