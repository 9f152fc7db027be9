"""Fields of a codebook's text, asked for by name and sort, with their place in every message."""

from collections.abc import Mapping
from typing import Any

from caseview.domain.english import English
from caseview.domain.errors import CodebookError


class Fields:
    """One table of the text. Each question raises CodebookError when the answer is of no use."""

    def __init__(self, data: Mapping[str, Any], place: str) -> None:
        self._data = data
        self._asked: set[str] = set()
        self.place = place

    def called(self, place: str) -> None:
        """Name the table from here on by `place`, as messages should."""
        self.place = place

    def names(self) -> tuple[str, ...]:
        """Return the name of every field, in order."""
        return tuple(self._data)

    def text(self, name: str, *, default: str | None = None) -> str:
        """Return a field of words; without it the default, which None makes necessary."""
        value = self._value(name, default)
        if not isinstance(value, str):
            raise self._wrong(name, "words in quotation marks")
        return value

    def flag(self, name: str) -> bool:
        """Return a yes or no; without it no."""
        value = self._value(name, default=False)
        if not isinstance(value, bool):
            raise self._wrong(name, "true or false")
        return value

    def list_of_texts(self, name: str) -> tuple[str, ...]:
        """Return a list of words; without it an empty one."""
        value = self._value(name, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._wrong(name, "a list of words in quotation marks")
        return tuple(value)

    def table(self, name: str) -> "Fields":
        """Return the table under a name; without it an empty one."""
        value = self._value(name, {})
        if not isinstance(value, dict):
            raise self._wrong(name, "a table of its own")
        return Fields(value, f"the table “{name}” of {self.place}")

    def tables(self, name: str) -> tuple["Fields", ...]:
        """Return every table of a repeated name ([[name]]), in order."""
        value = self._value(name, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self._wrong(name, f"written as [[{name}]]")
        return tuple(
            Fields(item, f"{name} number {number}") for number, item in enumerate(value, 1)
        )

    def texts(self) -> dict[str, str]:
        """Return the whole table as names with words."""
        return {name: self.text(name) for name in self._data}

    def nothing_else(self) -> None:
        """Raise CodebookError when the table has a field nobody asked for."""
        for name in self._data:
            if name not in self._asked:
                raise CodebookError(
                    English(
                        "{0}{1} has a field “{2}” that codebooks do not have.",
                        self.place[:1].upper(),
                        self.place[1:],
                        name,
                    ),
                    "Correct the name or take the field out.",
                )

    def _value(self, name: str, default: Any) -> Any:
        self._asked.add(name)
        value = self._data.get(name, default)
        if value is None:
            raise CodebookError(
                English("{0}{1} has no “{2}”.", self.place[:1].upper(), self.place[1:], name),
                English('Add a line such as {0} = "…".', name),
            )
        return value

    def _wrong(self, name: str, sort: str) -> CodebookError:
        return CodebookError(
            English("In {0}, “{1}” is not {2}.", self.place, name, sort),
            English("Write “{0}” as {1}.", name, sort),
        )
