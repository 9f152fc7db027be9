"""Turns the tree of a pattern into something that finds it in a folded text."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from caseview.tagging.notation import Choice, Item, Join, Part, Pattern, Phrase, Word, parse

MOST_WORDS_IN_GAP = 6
_SPACE = r"[\s\-/]+"
_BREAKS = r",:'\"()/\-\u201c\u201d"
_CORE = rf"[^\s.!?;{_BREAKS}]++"
_JOINED = rf"[{_BREAKS}]++{_CORE}"
# A word of a gap ends at white space: "multi-agency" is one of the six. A word may also be left
# at a mark within it, uncounted, so that "lack of .. agency" finds "lack of multi-agency work".
# Nothing can be read in two ways and every run has an end: text without spaces ends too.
_WORD = rf"{_CORE}(?:{_JOINED}){{0,8}}+[{_BREAKS}]*+\s[\s{_BREAKS}]*+"
_PART = rf"{_CORE}(?:{_JOINED}){{0,8}}?[{_BREAKS}]++"
# A group, so that the words passed over can be told afterwards.
_GAP = rf"([\s{_BREAKS}]++(?:{_WORD}){{0,{MOST_WORDS_IN_GAP}}}?(?:{_PART})??)"
_JOINS = {Join.SPACE: _SPACE, Join.GAP: _GAP}
_FOLDS = (
    *((mark, "'") for mark in "\u2018\u2019"),
    *((dash, "-") for dash in "\u2010\u2011\u2012\u2013\u2014\u2015"),
)


def fold(text: str) -> str:
    """Return `text` as patterns see it: lower case, plain apostrophes and hyphens.

    The length stays the same, so that offsets into the one are offsets into the other.
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(sign if len(sign.lower()) != 1 else sign.lower() for sign in text)
    if low.isascii():
        return low
    for sign, plain in _FOLDS:
        low = low.replace(sign, plain)
    return low


class Matcher:
    """Finds one pattern, given as text or as a tree; compiled when first used."""

    def __init__(self, pattern: str | Pattern, named: Mapping[str, Pattern] | None = None) -> None:
        self.tree = parse(pattern, named) if isinstance(pattern, str) else pattern

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{_options(self.tree.options)})(?!\w)")

    def find(self, folded: str, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
        """Return where the pattern first matches within `start:end` of a folded text, or None.

        The caller sees to it that the stretch is one sentence.
        """
        found = self.look(folded, start, len(folded) if end is None else end)
        return None if found is None else found.span()

    def look(self, folded: str, start: int, stop: int) -> re.Match[str] | None:
        """Return the first match within `start:stop` of a folded text, its gaps as groups."""
        # The edge in front is checked here and not in the expression, which can then begin with
        # a letter: many times quicker to look for.
        search = self._compiled.search
        while found := search(folded, start, stop):
            at = found.start()
            if at == 0 or not ((before := folded[at - 1]).isalnum() or before == "_"):
                return found
            start = at + 1
        return None


def passed_over(found: re.Match[str]) -> int:
    """Return how many words stand in the gaps of a match."""
    return sum(len(gap.split()) for gap in found.groups() if gap is not None)


def _phrase(phrase: Phrase) -> str:
    return _opening(phrase.items, 0)


def _opening(items: tuple[Item, ...], at: int) -> str:
    """Return the expression for the items from `at` on, with nothing matched before them."""
    here, last = items[at], at == len(items) - 1
    said = _item(here)
    if not here.optional:
        return said + _rest(items, at + 1, None)
    if last:
        return f"(?:{said})?"
    return f"(?:{said}{_rest(items, at + 1, None)}|{_opening(items, at + 1)})"


def _rest(items: tuple[Item, ...], at: int, pending: Join | None) -> str:
    """Return the expression for the items from `at` on, each after what joins it.

    `pending` is the join left over from missing items before: a gap wins over a space.
    """
    said = ""
    while at < len(items):
        here = items[at]
        join = Join.GAP if Join.GAP in (pending, here.join) else Join.SPACE
        pending = None
        one = _JOINS[join] + _item(here)
        at += 1
        if not here.optional:
            said += one
        elif at == len(items) or join is Join.SPACE or items[at].join is Join.GAP:
            said += f"(?:{one})?"
        else:
            return f"{said}(?:{one}{_rest(items, at, None)}|{_rest(items, at, join)})"
    return said


def _item(item: Item) -> str:
    if item.optional:
        choice = item.parts[0]
        assert isinstance(choice, Choice)  # noqa: S101 - what `optional` means
        return _options(choice.options)
    return "".join(_part(part) for part in item.parts)


def _part(part: Part) -> str:
    if isinstance(part, Word):
        letters = re.escape(part.letters).replace("'", "'?").replace(r"\-", r"[\s\-]?")
        return letters + (r"\w*" if part.any_ending else "")
    return f"(?:{_options(part.options)})" + ("?" if part.optional else "")


def _options(phrases: Sequence[Phrase]) -> str:
    return _any_of([_phrase(phrase) for phrase in phrases])


def _any_of(options: Sequence[str]) -> str:
    """Return the expression for any of several, those that begin alike side by side.

    At most places of a text one look at the first letter then passes over all of them. No two that
    begin otherwise match in one place, so which of them is tried first stays as written.
    """
    if len(options) == 1:
        return options[0]
    if not all(option[:1].isalnum() for option in options):
        return f"(?:{'|'.join(options)})"
    by_letter: dict[str, list[str]] = {}
    for option in options:
        by_letter.setdefault(option[0], []).append(option[1:])
    said = [letter + _any_of(rest) for letter, rest in by_letter.items()]
    return said[0] if len(said) == 1 else f"(?:{'|'.join(said)})"
