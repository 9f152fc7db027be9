"""Which concern a paragraph of a response names by its number, in figures, letters or words."""

import re
from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.domain.recommendation import Concern

_NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip
_LONG, _LEAST_LISTED = 200, 2
_NAMED = re.compile(
    r"^\W*(?:in (?:relation|response|respect) (?:to|of) |turning to |regarding |re:? )?"
    r"(?:the )?(?:your )?(?:coroner(?:'|’)?s )?(?:matters? of |area of |point of )?"
    r"(?:concerns?|matters?|points?|issues?)\s*(?:no\.?|number|raised)?\s*"
    rf"(?P<number>\(?\d{{1,2}}\)?|\(?[a-z]\)|[ivx]+\b|{'|'.join(_NUMBERS)})\b"
    rf"|^\W*(?:in (?:relation|response|respect) (?:to|of) )?(?:the |your )?(?:coroner(?:'|’)?s )?"
    rf"(?P<ordinal>{'|'.join(_ORDINALS)}) (?:matter of |area of )?(?:concern|matter|point|issue)\b",
    re.IGNORECASE,
)
_ADVERB = re.compile(rf"(?:{'|'.join(_ORDINALS)})ly\b", re.IGNORECASE)
_BARE = re.compile(
    rf"^\W*\(?(?P<number>\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.):]+\s|^(?P<adverb>{_ADVERB.pattern})",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\((?P<number>[a-z]|\d{1,2})\)\s*$")
# Numbered sections that every report of a body has: their numbers are those of no concern.
_SECTION = re.compile(
    r"\W*\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})?[.):]*\s*(?:the\s+)?(?:introduction|background|purpose"
    r"|overview|summary|context|conclusions?|concerns?|matters? of concern|response|our response"
    r"|circumstances|next steps|appendi(?:x|ces)|actions?(?: taken)?|condolences)\W*",
    re.IGNORECASE,
)


class Numbers:
    """The numbers of a report's concerns, as a response with these passages may name them."""

    def __init__(self, concerns: Sequence[Concern], passages: Sequence[Passage]) -> None:
        self._places: dict[str, int] = {}
        for place, one in enumerate(concerns):
            for known in (_NUMBERS[place : place + 1], ascii_lowercase[place : place + 1]):
                self._places.update((word, place) for word in known if word not in self._places)
            for word in _ORDINALS[place : place + 1]:
                self._places |= {word: place, f"{word}ly": place}
            self._places.setdefault(str(place + 1), place)
            if one.number:
                self._places[one.number.casefold().strip("().")] = place
        self._in_sections = any(_bare(one) and _SECTION.fullmatch(one.text) for one in passages)
        self._listed = self._goes_through(passages, len(concerns))

    def named(self, passage: Passage) -> int | None:
        """Return the place of the concern that a paragraph says it is about, None where none."""
        for number in self._labels(passage):
            if number in self._places:
                return self._places[number]
        return None

    def _goes_through(self, passages: Sequence[Passage], many: int) -> frozenset[int]:
        """Return where paragraphs begin whose bare numbers go through all concerns in order."""
        bare = ((one.start, _bare(one)) for one in passages)
        places = [(at, self._places.get(number)) for at, number in bare if number]
        if self._in_sections or many < _LEAST_LISTED:
            return frozenset()
        if [place for _, place in places] != list(range(many)):
            return frozenset()
        return frozenset(at for at, _ in places)

    def _labels(self, passage: Passage) -> Iterator[str]:
        """Yield the numbers by which a paragraph may name a concern, the surest first."""
        heading = passage.style is ParagraphStyle.HEADING
        short = heading or len(passage.text) < _LONG
        letter = _LETTER.search(passage.text) if short else None
        named = _NAMED.match(passage.text)
        if named and letter:
            yield letter["number"].casefold()
        if named:
            yield (named["number"] or named["ordinal"]).casefold().strip("().")
        own = passage.start in self._listed
        if own or (heading and not self._in_sections):
            yield _bare(passage)


def counts_in_words(passage: Passage) -> bool:
    """Return whether a paragraph opens with "firstly" or the like, and goes on in a sentence."""
    return _ADVERB.match(passage.text) is not None


def _bare(passage: Passage) -> str:
    """Return the number, or "firstly", that a paragraph opens with or is printed before it."""
    match = _BARE.match(passage.text) or _BARE.match(f"{passage.printed}. ")
    return (match["number"] or match["adverb"]).casefold() if match else ""
