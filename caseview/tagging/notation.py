"""The notation that rules are written in, read into a tree.

    words        the words as they stand, in any case; white space, hyphens and slashes between
                 words are all one; an apostrophe or a hyphen inside a word may be missing
    word*        the word with any ending (staff* finds staff, staffs and staffing)
    (a|b c)      alternatives; (a|b)? may be missing; brackets may touch words: polic(y|ies),
                 and an ending: (assess|review)*
    ..           a gap of none to six words that never crosses the end of a sentence or a semicolon
    @name        any of the words that the codebook keeps under that name: @nobody; @name? may be
                 missing

A pattern is looked for inside one sentence and begins and ends at the edge of a word.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from typing_extensions import override

from caseview.domain.english import English
from caseview.domain.errors import CodebookError, NotationError

LONGEST_PATTERN = 2000
DEEPEST_BRACKETS = 20
_TOKEN = re.compile(r"\.\.|[()|?]|\s+|[^\s()|?]+")
_NAME = re.compile(r"@[a-z][a-z_]*")
_WORD = re.compile(r"[\w'&£%.,:/-]*\w[\w'&£%.,:/-]*\*?", re.UNICODE)
_ALIKE = str.maketrans({"\u2018": "'", "\u2019": "'", "\u2010": "-", "\u2011": "-"})


class Join(StrEnum):
    """What may stand between two items."""

    SPACE = "space"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Word:
    """Letters in lower case; with `any_ending` more letters may follow."""

    letters: str
    any_ending: bool = False

    @override
    def __str__(self) -> str:
        return self.letters + "*" * self.any_ending


@dataclass(frozen=True, slots=True)
class Choice:
    """Alternatives in brackets, or kept under a `name`; `optional` ones may be missing."""

    options: "tuple[Phrase, ...]"
    optional: bool = False
    name: str = ""

    @override
    def __str__(self) -> str:
        if self.name:
            return f"@{self.name}{'?' * self.optional}"
        return f"({'|'.join(map(str, self.options))}){'?' * self.optional}"


Part = Word | Choice


@dataclass(frozen=True, slots=True)
class Item:
    """Parts that touch, with what joins the item to the one before it."""

    join: Join
    parts: tuple[Part, ...]

    @property
    def optional(self) -> bool:
        """Whether the whole item may be missing."""
        first = self.parts[0]
        return len(self.parts) == 1 and isinstance(first, Choice) and first.optional

    @override
    def __str__(self) -> str:
        return "".join(map(str, self.parts))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Items one after the other."""

    items: tuple[Item, ...]

    @override
    def __str__(self) -> str:
        said = str(self.items[0])
        for item in self.items[1:]:
            said += (" .. " if item.join is Join.GAP else " ") + str(item)
        return said


@dataclass(frozen=True, slots=True)
class Pattern:
    """A whole pattern: any of its phrases."""

    options: tuple[Phrase, ...]

    @override
    def __str__(self) -> str:
        return "|".join(map(str, self.options))


def parse(pattern: str, named: Mapping[str, Pattern] | None = None) -> Pattern:
    """Return the tree of a pattern; `named` holds the trees that "@name" stands for.

    Raises CodebookError, naming the character, when the pattern cannot be read.
    """
    reader = _Reader(pattern, named or {})
    tree = Pattern(reader.options(0))
    if reader.piece is not None:
        raise reader.trouble("closes a bracket that was never opened", "Take it out.")
    for phrase in tree.options:
        if all(item.optional for item in phrase.items):
            raise CodebookError(
                English(
                    "The pattern “{0}” would match nothing at all: each part may be missing.",
                    pattern,
                ),
                "Leave at least one part without its question mark.",
            )
    return tree


def parse_named(words: Mapping[str, str]) -> dict[str, Pattern]:
    """Return the trees of the words a codebook keeps by name; each may use those before it.

    Raises CodebookError when a name cannot be written after "@" or its words cannot be read.
    """
    named: dict[str, Pattern] = {}
    for name, pattern in words.items():
        if not _NAME.fullmatch("@" + name):
            raise CodebookError(
                English("“{0}” cannot name words.", name),
                "Use small letters and “_”, such as “not_done”.",
            )
        try:
            named[name] = parse(pattern, named)
        except CodebookError as fault:
            raise CodebookError(
                English("In the words “{0}”: {1}", name, fault.message), fault.advice
            ) from fault
    return named


class _Reader:
    """Reads tokens from left to right."""

    def __init__(self, pattern: str, named: Mapping[str, Pattern]) -> None:
        self.pattern = pattern
        self._named = named
        found = [(m.start(), m[0]) for m in _TOKEN.finditer(pattern)]
        self._tokens = found[1:] if found and found[0][1].isspace() else found
        if self._tokens and self._tokens[-1][1].isspace():
            self._tokens.pop()
        self._at = 0
        if len(pattern) > LONGEST_PATTERN:
            raise CodebookError(
                English(
                    "A pattern has {0} characters; {1} is the most.", len(pattern), LONGEST_PATTERN
                ),
                "Split it into several patterns.",
            )

    @property
    def piece(self) -> str | None:
        """The piece next to read, None at the end."""
        return self._tokens[self._at][1] if self._at < len(self._tokens) else None

    def trouble(self, what: str, advice: str) -> CodebookError:
        """Return what is wrong with the piece next to read."""
        if self.piece is None:
            return NotationError(
                English("At the end of the pattern “{0}”, {1}.", self.pattern, what),
                advice,
                place=len(self.pattern),
            )
        place = self._tokens[self._at][0]
        return NotationError(
            English(
                "In the pattern “{0}”, character {1} “{2}” {3}.",
                self.pattern,
                place + 1,
                self.piece,
                what,
            ),
            advice,
            place=place,
        )

    def take(self) -> str:
        """Return the next piece and step over it."""
        token = self._tokens[self._at][1]
        self._at += 1
        return token

    def options(self, depth: int) -> tuple[Phrase, ...]:
        """Read phrases parted by |."""
        if depth > DEEPEST_BRACKETS:
            raise self.trouble("stands too deep in brackets", "Use fewer brackets.")
        phrases = [self.phrase(depth)]
        while self.piece == "|":
            self.take()
            phrases.append(self.phrase(depth))
        return tuple(phrases)

    def phrase(self, depth: int) -> Phrase:
        """Read items up to the end, a | or a closing bracket."""
        items: list[Item] = []
        while True:
            join = self._join()
            if self.piece is None or self.piece in "|)":
                break
            if join is Join.GAP and not items:
                raise self.trouble("follows a gap that has nothing before it", "Take out the “..”.")
            items.append(Item(join, self._parts(depth)))
        if join is Join.GAP:
            raise self.trouble("a gap has nothing after it", "Take out the “..”.")
        if not items:
            raise self.trouble("a word or a bracket is missing", "Write what to look for.")
        return Phrase(tuple(items))

    def _join(self) -> Join:
        join = Join.SPACE
        while self.piece is not None and (self.piece.isspace() or self.piece == ".."):
            if self.take() == "..":
                join = Join.GAP
        return join

    def _parts(self, depth: int) -> tuple[Part, ...]:
        parts: list[Part] = []
        while self.piece is not None and self.piece not in ("|", ")", ".."):
            if self.piece.isspace():
                break
            if parts and isinstance(parts[-1], Word) and parts[-1].any_ending:
                raise self.trouble(
                    "touches a word that may have any ending", "Put a space after the “*”."
                )
            parts.append(self._part(depth, parts))
        return tuple(parts)

    def _part(self, depth: int, before: list[Part]) -> Part:
        if self.piece == "(":
            return self._bracket(depth)
        if self.piece is not None and self.piece.startswith("@"):
            return self._kept()
        return self._word(before)

    def _kept(self) -> Choice:
        name = (self.piece or "")[1:]
        if name not in self._named:
            known = ", ".join(f"@{one}" for one in self._named) or "none yet"
            raise self.trouble(
                "names no words that this codebook keeps", f"It keeps these: {known}."
            )
        self.take()
        return Choice(self._named[name].options, self._may_be_missing(), name)

    def _may_be_missing(self) -> bool:
        optional = self.piece == "?"
        if optional:
            self.take()
        return optional

    def _bracket(self, depth: int) -> Choice:
        opened = self._at
        self.take()
        options = self.options(depth + 1)
        if self.piece != ")":
            self._at = opened
            raise self.trouble("opens a bracket that is never closed", "Add a “)”.")
        self.take()
        return Choice(options, self._may_be_missing())

    def _word(self, before: list[Part]) -> Word:
        word = self.piece or ""
        if word == "*" and before:
            self.take()
            return Word("", any_ending=True)
        if word == "?":
            raise self.trouble(
                "does not follow a bracket", "Put what may be missing in brackets: (fully)?"
            )
        if not _WORD.fullmatch(word) or ".." in word:
            raise self.trouble(
                "is not a word", "Use letters and figures, and a “*” at the end for any ending."
            )
        self.take()
        letters = word.rstrip("*").lower().translate(_ALIKE)
        return Word(letters, word.endswith("*"))
