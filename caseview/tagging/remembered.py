"""Remembers what was worked out for a word, up to so many words."""

from collections.abc import Callable
from typing import TypeVar

MOST_WORDS = 50_000
"""A long run meets more words than it meets again: at so many all are forgotten."""
Found = TypeVar("Found")


class Remembered(dict[str, Found]):
    """What was found for each word; a word not met before is looked up."""

    def __init__(self, look_up: Callable[[str], Found]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, word: str) -> Found:
        if len(self) >= MOST_WORDS:
            self.clear()
        found = self[word] = self._look_up(word)
        return found
