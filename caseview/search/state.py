"""What is kept of a casebook between searches, and for how long it holds true.

The casebook's audit log seals every change with a hash over all changes before it, so the last
seal and the index's own totals say whether anything is other than it was.
"""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

from caseview.search.aside import Aside
from caseview.search.lexicon import Kept
from caseview.search.mentions import Themes
from caseview.search.places import Places
from caseview.search.shelf import Shelf, load_shelf
from caseview.usecases.ports import Rows

Seal = tuple[str | None, ...]
_REMEMBERED = 2

_SEAL = """
SELECT file FROM pragma_database_list WHERE name = 'main'
UNION ALL SELECT hex(block) FROM passage_words_data WHERE id IN (1, 10)
UNION ALL SELECT (SELECT hash FROM audit ORDER BY id DESC LIMIT 1)
"""
_TEXTS = "SELECT text FROM passage WHERE id > ?"


@dataclass(slots=True)
class Asked:
    """What the last queries asked for and found, for the whole answer follows upon the first."""

    outcomes: dict[Hashable, Any] = field(default_factory=dict)

    def remember(self, query: Hashable, outcome: Any) -> None:
        """Keep what a query found."""
        while len(self.outcomes) >= _REMEMBERED:
            self.outcomes.pop(next(iter(self.outcomes)), None)
        self.outcomes[query] = outcome


@dataclass(frozen=True, slots=True)
class State:
    """One state of a casebook: its documents, passages, words and what is said to be in them."""

    seal: Seal = ()
    shelf: Shelf = field(default_factory=Shelf)
    places: Places = field(default_factory=Places)
    kept: Kept = field(default_factory=Kept)
    themes: Themes = field(default_factory=Themes)
    aside: Aside = field(default_factory=Aside)
    asked: Asked = field(default_factory=Asked)

    @property
    def behind(self) -> int:
        """How many passages the index does not hold yet, while it is being built again."""
        averages = bytes.fromhex(self.seal[1] or "") if len(self.seal) > 1 else b""
        return len(self.places.every) - _first_number(averages)


def state_of(rows: Rows, before: State) -> State:
    """Return the state before if it still holds, else the state now, built on what still holds."""
    seal = tuple(row[0] for row in rows.rows(_SEAL))
    if seal == before.seal:
        return before
    shelf = load_shelf(rows)
    aside = before.aside.after()
    if seal[:-1] == before.seal[:-1] and not _gone(before.shelf, shelf):
        return State(seal, shelf, before.places, before.kept, aside=aside)
    if not _changed(before.shelf, shelf) and seal[:1] == before.seal[:1]:
        gone = _gone(before.shelf, shelf)
        places = before.places.without(gone).with_new(rows)
        if places.holds(rows):
            kept = Kept() if gone else _with_new_words(rows, before)
            return State(seal, shelf, places, kept, aside=aside)
    return State(seal, shelf, Places().with_new(rows), aside=aside)


def _first_number(block: bytes) -> int:
    """Return the first number of a record as SQLite writes it, seven bits a byte; 0 of none.

    The index's record of averages begins with the number of passages it holds.
    """
    number = 0
    for byte in block:
        number = (number << 7) | (byte & 0x7F)
        if byte < 0x80:  # noqa: PLR2004 (the bit that says that more follows)
            break
    return number


def _gone(before: Shelf, now: Shelf) -> frozenset[int]:
    return frozenset(before.volumes.keys() - now.volumes.keys())


def _changed(before: Shelf, now: Shelf) -> bool:
    """Return whether a document is another one under the same number: another casebook."""
    both = before.volumes.keys() & now.volumes.keys()
    return any(before.volumes[one].sha256 != now.volumes[one].sha256 for one in both)


def _with_new_words(rows: Rows, before: State) -> Kept:
    """Return the word list with the words of new passages."""
    if not before.kept.words:
        return Kept()
    texts = (text for (text,) in rows.rows(_TEXTS, (before.places.last(),)))
    return before.kept.with_words(texts)
