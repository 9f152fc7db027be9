"""What a short name stands for: the body that a document names in full, or its board."""

import re
from collections.abc import Mapping

from caseview.readers.asked_bodies import can_be_asked, names_body
from caseview.readers.lines import fold
from caseview.readers.wording import any_of

_BOARD = re.compile(
    r"(?:the\s+)?(?:(?:safeguarding|review|local|lead|commissioning|regional|statutory)\s+)?"
    + any_of("""
    board / partnership / csp / executive / community safety partnership / [sl]?sab / l?scb / l?scp
    (?:safeguarding )?(?:adults?|child(?:ren)?)(?:'s)? (?:safeguarding )?(?:partnership )?board
    (?:safeguarding )?(?:adults?|child(?:ren)?)(?:'s)? (?:safeguarding )?partnership
    safeguarding (?:executive )?partners / sabs / multi-agency safeguarding partnership
    """)
    + r"(?:(?:'s)? (?:and (?:its|all|the) )?(?:partners?|(?:partner|constituent) agencies|members)"
    r"|'s? .{0,40}\b(?:group|committee))?"
)
_SORTS = {
    "child": re.compile(r"\bchild|\bl?scb\b|\bl?scp\b"),
    "adult": re.compile(r"\badult|\b[sl]?sab\b"),
    "community": re.compile(r"\bcommunity safety\b|\bcsp\b|\bsafer\b"),
}
# What a body works through or with says nothing about whom the words are for.
_ASIDE = re.compile(
    r",?\s+(?:and\s+)?"
    + any_of("""
    [Tt]hrough / via / together with / working with / working together / supported by / as part of
    in (?:partnership|conjunction|collaboration|consultation) with / alongside / in its / in their
    with (?:the )?(?:support|help|assistance|involvement|input|advice|agreement) (?:of|from)
    with (?:its|their|other|all|partner|the other)
    """)
    + r"\b.*$",
    re.DOTALL,
)
# "The Trust, when it discharges a patient": when is no part of who.
_WHEN_IT = re.compile(r",\s+(?:when|where|if|which|who|before|after|as|once|until)\b.*$", re.DOTALL)
# A person at the head of a body stands for it.
_HEAD_OF = re.compile(
    r"(?:the\s+)?(?:governor|chief constable|chief executive|chief officer)\s+of\s+(?:the\s+)?",
    re.IGNORECASE,
)
# "Each agency" is asked as "all agencies" are.
_EACH = re.compile(
    r"(?:each|every)\s+(?P<one>(?:partner\s+)?(?:agency|partner|organisation|school))"
)
_EVERY = {"agency": "agencies", "partner": "partners"}
_ARTICLE = re.compile(r"(?:the|both|each of|that)\s+", re.IGNORECASE)
_AND = re.compile(r"(?:\s*,\s+(?:(?:and|&)\s+)?|\s+(?:and|&)\s+)(?=the\s|[A-Z])")


class FullNames:
    """Finds the full names of bodies that a recommendation names; short ones stand for them.

    `board` is the commissioning board as the document names it, `names` maps folded short names
    ("trust") to full ones.
    """

    def __init__(self, board: str | None, names: Mapping[str, str]) -> None:
        self.board = board
        self._names = names

    def full(self, who: str) -> str | None:
        """Return the full name that `who` stands for, None when it names nobody."""
        bare = _WHEN_IT.sub("", _ASIDE.sub("", re.sub(r"\s+", " ", who))).strip(" ,")
        head = _HEAD_OF.match(bare)
        bare = bare[head.end() :] if head else bare
        plain = fold(bare)
        if each := _EACH.fullmatch(plain):
            first, _, last = each["one"].rpartition(" ")
            return " ".join(filter(None, ("All", first, _EVERY.get(last, f"{last}s"))))
        if self.is_board(bare):
            return self.board or _titled(bare)
        short = plain.removeprefix("the ")
        if short in self._names:
            return self._names[short]
        if together := self._together(bare):
            return together
        return _titled(bare) if can_be_asked(bare) else None

    def is_board(self, words: str) -> bool:
        """Return whether words stand for the commissioning board, and for no board of another."""
        plain = fold(words)
        if _BOARD.fullmatch(plain) is None:
            return False
        board = fold(self.board or plain)
        asked = {sort for sort, said in _SORTS.items() if said.search(plain)}
        known = {sort for sort, said in _SORTS.items() if said.search(board)}
        return not asked or not known or bool(asked & known)

    def known(self, part: str) -> str | None:
        """Return the body that a short name stands for, None for a name that is none."""
        if self.is_board(part):
            return self.board
        return self._names.get(fold(part).removeprefix("the "))

    def _together(self, bare: str) -> str | None:
        """Return the full names of bodies asked together by short ones, None for other words."""
        parts = _AND.split(bare)
        known = [self.known(part) for part in parts]
        bodies = all(name or names_body(one) for name, one in zip(known, parts, strict=True))
        if len(parts) == 1 or not any(known) or not bodies:
            return None
        *first, last = [name or _titled(one) for name, one in zip(known, parts, strict=True)]
        return f"{', '.join(first)} and {last}"


def _titled(name: str) -> str:
    """Return the name without its article, its first letter large."""
    article = _ARTICLE.match(name)
    bare = name[article.end() :] if article else name
    return bare[:1].upper() + bare[1:]
