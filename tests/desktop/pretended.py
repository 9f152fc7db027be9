"""A pretended language: every word longer and accented, so that what is not translated shows."""

import re

from PySide6.QtCore import QTranslator
from typing_extensions import override

from caseview.desktop.tongue import CONTEXT

LONGER = 1.3
"""How much longer its words are: Welsh runs to a quarter or a third over English."""
MARK = "\N{MIDDLE DOT}"
_PLAIN, _ACCENTED = "aeiouyAEIOUY", "âêîôûŷÂÊÎÔÛŶ"
_ACCENTS, _BACK = str.maketrans(_PLAIN, _ACCENTED), str.maketrans(_ACCENTED, _PLAIN)
_KEPT = re.compile(r"(\{\d*\}|%n|<[^>]*>|&|\(\*[^)]*\))")


def pretended(words: str) -> str:
    """Return words in it: "Show {0}" is "Shôw {0}··"; places and marks of format stay."""
    parts = _KEPT.split(words)
    said = "".join(part if n % 2 else part.translate(_ACCENTS) for n, part in enumerate(parts))
    longer = MARK * max(1, round(len(words.strip()) * (LONGER - 1)))
    body = said.rstrip()
    return f"{body}{longer}{said[len(body) :]}"


def understood(words: str) -> str:
    """Return words of it in English again."""
    return words.translate(_BACK).replace(MARK, "")


class Pretended(QTranslator):
    """Translates everything that it is asked for, and remembers what that was."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        if context != CONTEXT:
            return sourceText
        self.asked.add(sourceText)
        return pretended(sourceText)
