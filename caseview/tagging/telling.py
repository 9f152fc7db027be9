"""Weighs the telling words of a passage: how far its words are those that go with a theme."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import sqrt

from caseview.domain.codebook import Codebook
from caseview.domain.telling import TellingWords
from caseview.tagging.families import classes
from caseview.tagging.known_words import Feature, KnownWords, features
from caseview.tagging.notation import Pattern
from caseview.tagging.told_words import Teller

FEWEST_FAMILIES = 8
"""A shorter passage counts as one of so many families of words: one word is not all it says."""
_LANE = 32
_SHOWN = 4
_HUNDREDTHS = 100.0


class Told:
    """What the words of a passage tell: how far above the usual each theme weighs.

    `sentences` holds the features of each. What a theme weighs is worked out when asked for.
    """

    __slots__ = ("_lanes", "_length", "_usual", "sentences")

    def __init__(
        self,
        lanes: Sequence[int],
        length: float,
        usual: Mapping[str, tuple[int, float]],
        sentences: Sequence[Sequence[Feature]],
    ) -> None:
        self._lanes = lanes
        self._length = length
        self._usual = usual
        self.sentences = sentences

    def of(self, theme: str) -> float | None:
        """Return what a theme weighs, None for one without telling words."""
        if theme not in self._usual:
            return None
        lane, usual = self._usual[theme]
        return self._lanes[lane] / self._length - usual

    def above(self, least: float) -> Iterator[tuple[str, float]]:
        """Yield the themes that weigh at least so much, with what they weigh."""
        length = self._length
        for (theme, (_, usual)), lane in zip(self._usual.items(), self._lanes, strict=True):
            if (weight := lane / length - usual) >= least:
                yield theme, weight


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
        self._usual = {
            theme: (lane, words.usual) for lane, (theme, words) in enumerate(self._words.items())
        }
        self._packed: dict[str, int] = {}
        for lane, words in enumerate(self._words.values()):
            for feature, weight in words.weights.items():
                self._packed[feature] = self._packed.get(feature, 0) + (weight << _LANE * lane)
        self._known = KnownWords(self._packed, Teller(classes(named)).form)
        self._bytes = _LANE // 8 * len(self._words)

    def read(self, sentences: Iterable[Sequence[str]]) -> Told:
        """Return what a passage tells: the folded words of each of its sentences."""
        if not self._words:
            return Told((), 1.0, {}, ())
        families: set[str] = set()
        held = []
        for words in sentences:
            placed = self._known.placed(words)
            families.update([one.family for _, one in placed])
            held.append(list(features(placed)))
        known = {name for said in held for name, _, _ in said}
        total = sum(map(self._packed.__getitem__, known))
        lanes = array("I", total.to_bytes(self._bytes, "little"))
        length = _HUNDREDTHS * sqrt(max(len(families - {""}), FEWEST_FAMILIES))
        return Told(lanes, length, self._usual, held)

    def best_sentence(self, theme: str, told: Told) -> int:
        """Return the place of the sentence that weighs most for a theme, the first of equals."""
        weights = self._words[theme].weights

        def weight(place: int) -> int:
            names = {name for name, _, _ in told.sentences[place] if name in weights}
            return sum(map(weights.__getitem__, names))

        return max(range(len(told.sentences)), key=weight)

    def heaviest(self, theme: str, sentence: Iterable[Feature]) -> frozenset[int]:
        """Return the places of the words of a sentence that weigh most for a theme."""
        weights = self._words[theme].weights
        share: dict[int, float] = {}
        for name, *places in sentence:
            if name in weights:
                for place in places:
                    share[place] = share.get(place, 0.0) + weights[name] / len(places)
        return frozenset(sorted(share, key=lambda place: (-share[place], place))[:_SHOWN])
