"""Weighs the telling words of a passage: how far its words are those that go with a theme."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt

from caseview.domain.codebook import Codebook
from caseview.domain.telling import TellingWords
from caseview.tagging.families import classes
from caseview.tagging.notation import Pattern
from caseview.tagging.prefilter import WORD
from caseview.tagging.told_words import Teller

Span = tuple[int, int]
FEWEST_FAMILIES = 8
"""A shorter passage counts as one of so many families of words: one word is not all it says."""
_LANE = 32
_SHOWN = 4
_HUNDREDTHS = 100.0


@dataclass(frozen=True, slots=True)
class Told:
    """What the words of a passage tell: how far above the usual each theme weighs.

    `placed` remembers where the features of a sentence stand, once that was asked for.
    """

    sums: Mapping[str, float]
    sentences: Sequence[tuple[Span, frozenset[str]]]
    placed: dict[Span, Sequence[tuple[str, tuple[int, ...]]]] = field(default_factory=dict)

    def above(self, least: float) -> list[str]:
        """Return the themes that weigh at least so much."""
        return [theme for theme, weight in self.sums.items() if weight >= least]


class Telling:
    """Knows the telling words of every theme of a codebook that has some.

    The weights of one word for all themes stand side by side in one number, 32 bits each: one
    addition of such numbers adds the weights for every theme at once.
    """

    def __init__(self, codebook: Codebook, named: Mapping[str, Pattern]) -> None:
        self._words: dict[str, TellingWords] = {
            theme.id: theme.telling
            for theme in codebook.themes
            if theme.telling is not None and not theme.retired
        }
        self._usual = [(theme, words.usual) for theme, words in self._words.items()]
        self._teller = Teller(classes(named))
        self._packed: dict[str, int] = {}
        for lane, words in enumerate(self._words.values()):
            for feature, weight in words.weights.items():
                self._packed[feature] = self._packed.get(feature, 0) + (weight << _LANE * lane)
        self._bytes = _LANE // 8 * len(self._words)

    def read(self, parts: Iterable[tuple[Span, Sequence[str]]]) -> Told:
        """Return what a passage tells: its sentences, each with its folded words."""
        if not self._words:
            return Told({}, ())
        families: set[str] = set()
        known: set[str] = set()
        by_sentence = []
        for part, words in parts:
            own, pairs = self._teller.features(words)
            families |= own
            held = frozenset(self._packed.keys() & (own | pairs))
            known |= held
            by_sentence.append((part, held))
        return Told(self._sums(known, len(families)), by_sentence)

    def _sums(self, known: set[str], families: int) -> dict[str, float]:
        total = sum(map(self._packed.__getitem__, known))
        lanes = array("I", total.to_bytes(self._bytes, "little"))
        length = _HUNDREDTHS * sqrt(max(families, FEWEST_FAMILIES))
        return {
            theme: lane / length - usual
            for (theme, usual), lane in zip(self._usual, lanes, strict=True)
        }

    def best_sentence(self, theme: str, told: Told) -> Span:
        """Return the sentence that weighs most for a theme, the first of equals."""
        if len(told.sentences) == 1:
            return told.sentences[0][0]
        weights = self._words[theme].weights

        def weight(one: tuple[Span, frozenset[str]]) -> int:
            return sum(weights[feature] for feature in one[1] & weights.keys())

        return max(told.sentences, key=weight)[0]

    def words(self, theme: str, folded: str, told: Told, sentence: Span) -> tuple[Span, ...]:
        """Return where the words of a sentence stand that weigh most for a theme, in order."""
        weights = self._words[theme].weights
        start, end = sentence
        if sentence not in told.placed:
            told.placed[sentence] = tuple(
                one for one in self._teller.placed(folded, start, end) if one[0] in self._packed
            )
        share: dict[int, float] = {}
        for feature, places in told.placed[sentence]:
            if feature in weights:
                for place in places:
                    share[place] = share.get(place, 0.0) + weights[feature] / len(places)
        shown = set(sorted(share, key=lambda place: (-share[place], place))[:_SHOWN])
        return tuple(
            found.span()
            for place, found in enumerate(WORD.finditer(folded, start, end))
            if place in shown
        )
