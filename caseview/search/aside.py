"""The texts that stand beside the passages, coders' notes and details of documents, by their words.

They are few and short next to the passages, so they are read whole and kept in memory; after a
change they are read again, and only looked through anew where they are other than before.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from caseview.search.families import Families
from caseview.search.tokens import fold, words
from caseview.usecases.ports import Rows

_NOTES = "SELECT about, text FROM note ORDER BY id"
_DETAILS = "SELECT document_id, value FROM detail"
_PART = re.compile(r"[^\W_]*(?:[*?][^\W_]*)+|[^\W_]+")


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts with what each belongs to; `places` tells in which of them each word stands."""

    rows: tuple[tuple[str | int, str], ...] = ()
    places: dict[str, set[int]] = field(default_factory=dict)

    def saying(self, typed: str, families: Families) -> set[int]:
        """Return the numbers of the texts with all words typed, each in any of its forms.

        `*` and `?` stand for any letters and one letter; no word at all finds none.
        """
        each = [self._having(part, families) for part in _PART.findall(typed)]
        return set.intersection(*each) if each else set()

    def with_any(self, asked: Iterable[str]) -> set[int]:
        """Return the numbers of the texts with any of some folded words or beginnings ("sta*")."""
        found: set[int] = set()
        for word in asked:
            if word.endswith("*"):
                beginning = word[:-1]
                for said, places in self.places.items():
                    if said.startswith(beginning):
                        found |= places
            else:
                found |= self.places.get(word, set())
        return found

    def _having(self, part: str, families: Families) -> set[int]:
        word = fold(part)
        if "*" in word or "?" in word:
            pattern = re.compile(re.escape(word).replace(r"\*", ".*").replace(r"\?", "."))
            return self._of(said for said in self.places if pattern.fullmatch(said))
        roots = families.roots(word)
        return self._of(said for said in self.places if families.root(said) in roots)

    def _of(self, said: Iterable[str]) -> set[int]:
        return {place for word in said for place in self.places[word]}


@dataclass(slots=True)
class Aside:
    """Notes and details of one state of a casebook, read when first asked for."""

    before: tuple[Texts, Texts] = field(default_factory=lambda: (Texts(), Texts()))
    _notes: Texts | None = None
    _details: Texts | None = None

    def notes(self, rows: Rows) -> Texts:
        """Return the notes; each belongs to what it is about ("document:4")."""
        if self._notes is None:
            self._notes = _texts(rows.rows(_NOTES), self.before[0])
        return self._notes

    def details(self, rows: Rows) -> Texts:
        """Return the details; each belongs to a document."""
        if self._details is None:
            self._details = _texts(rows.rows(_DETAILS), self.before[1])
        return self._details

    def after(self) -> "Aside":
        """Return these texts for the next state, to be read again."""
        return Aside((self._notes or self.before[0], self._details or self.before[1]))


def _texts(rows: Iterable[tuple[str | int, str]], before: Texts) -> Texts:
    there = tuple(rows)
    if there == before.rows:
        return before
    places: dict[str, set[int]] = {}
    for number, (_, text) in enumerate(there):
        for word in words(text):
            places.setdefault(word, set()).add(number)
    return Texts(there, places)
