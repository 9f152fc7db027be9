"""The key map: every command's id, scope, menu, keys and words, read from one table."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

GLOBAL = "global"
_NAMES = {"Plus": "+", "Minus": "-", "Comma": ",", "PgDown": "PgDown", "PgUp": "PgUp"}


@dataclass(frozen=True, slots=True)
class Key:
    """One command and the keys that call it.

    `scope` is "global" or the view the keys work in; `menu` is the menu that lists it, "" for
    none; `keys` is as people say it ("Ctrl+Plus").
    """

    id: str
    scope: str
    menu: str
    keys: str
    words: str

    @property
    def short(self) -> str:
        """The words without the remark in brackets."""
        return self.words.split(" (", maxsplit=1)[0]

    @property
    def sequence(self) -> str:
        """The keys as Qt names them ("Ctrl++")."""
        return "+".join(_NAMES.get(part, part) for part in self.keys.split("+"))


def load_keys(path: Path) -> tuple[Key, ...]:
    """Return the key map of resources/keys/keymap.csv in its order."""
    with path.open(encoding="utf-8", newline="") as table:
        return tuple(
            Key(row["id"], row["scope"], row["menu"], row["keys"], row["words"])
            for row in csv.DictReader(table)
        )


def clashes(keys: Iterable[Key]) -> tuple[tuple[str, str], ...]:
    """Return each (scope, keys) that calls two commands, global keys counting in every scope."""
    known = tuple(keys)
    scopes = {key.scope for key in known}
    found = []
    for scope in sorted(scopes):
        seen: set[str] = set()
        for key in known:
            if key.scope not in {scope, GLOBAL} or (scope, key.keys) in _MEANT:
                continue
            if key.keys in seen:
                found.append((scope, key.keys))
            seen.add(key.keys)
    return tuple(found)


# Leaving the edges of a passage is what Esc means there; the panel stays.
_MEANT = {("edges", "Esc")}
