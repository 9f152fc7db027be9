"""Weighs the telling words of a passage: how far its words are those that go with a theme."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import sqrt

from caseview.domain.codebook import Codebook, Effect, Rule
from caseview.domain.telling import BY_WORDS, TellingWords
from caseview.tagging.families import classes
from caseview.tagging.known_words import Feature, KnownWords, features
from caseview.tagging.notation import Pattern
from caseview.tagging.told_words import Teller

FEWEST_FAMILIES = 8
"""A shorter passage counts as one of so many families of words: one word is not all it says."""
_LANE = 32
_FULL = (1 << _LANE) - 1
_SHOWN = 4
_HUNDREDTHS = 100.0


class Told:
    """What the words of a passage tell: how far above the usual each theme weighs.

    `sentences` holds the features of each. What a theme weighs is worked out when asked for.
    """

    __slots__ = ("_lanes", "_length", "_packed", "_usual", "sentences")

    def __init__(
        self,
        lanes: Sequence[int],
        length: float,
        usual: Mapping[str, tuple[int, float]],
        sentences: Sequence[tuple[Sequence[Feature], int]] = (),
    ) -> None:
        self._lanes = lanes
        self._length = length
        self._usual = usual
        self.sentences = [features for features, _ in sentences]
        self._packed = [packed for _, packed in sentences]

    def of(self, theme: str) -> float | None:
        """Return what a theme weighs, None for one without telling words."""
        if theme not in self._usual:
            return None
        lane, usual = self._usual[theme]
        return self._lanes[lane] / self._length - usual

    def best_sentence(self, theme: str) -> int:
        """Return the place of the sentence that weighs most for a theme, the first of equals."""
        lane, _ = self._usual[theme]
        weights = [packed >> _LANE * lane & _FULL for packed in self._packed]
        return weights.index(max(weights))

    def above(self, least: float) -> Iterator[tuple[str, float]]:
        """Yield the themes that weigh at least so much, with what they weigh."""
        length = self._length
        for (theme, (_, usual)), lane in zip(self._usual.items(), self._lanes, strict=True):
            if (weight := lane / length - usual) >= least:
                yield theme, weight


class Telling:
    """Knows the telling words of every theme of a codebook that has some.

    The weights of one word for all themes stand side by side in one number, 32 bits each: one
    addition of such numbers adds the weights for every theme at once. `rules` holds, by theme, what
    stands for its telling words where a rule is asked for.
    """

    def __init__(self, codebook: Codebook, named: Mapping[str, Pattern]) -> None:
        told: dict[str, TellingWords] = {
            theme.id: theme.telling
            for theme in codebook.themes
            if theme.telling is not None and not theme.retired
        }
        self.rules = {theme: Rule(f"{theme}{BY_WORDS}", theme, Effect.HINT, "") for theme in told}
        self._usual = {
            theme: (lane, words.usual) for lane, (theme, words) in enumerate(told.items())
        }
        packed: dict[str, int] = {}
        for lane, words in enumerate(told.values()):
            for feature, weight in words.weights.items():
                packed[feature] = packed.get(feature, 0) + (weight << _LANE * lane)
        # From here on a feature goes by its number: thousands of names would be in the way.
        self._packed = [*packed.values()]
        numbers = {feature: number for number, feature in enumerate(packed)}
        self._known = KnownWords(numbers, Teller(classes(named)).form)
        self._bytes = _LANE // 8 * len(told)

    def read(self, sentences: Iterable[Sequence[str]]) -> Told:
        """Return what a passage tells: the folded words of each of its sentences."""
        if not self._usual:
            return Told((), 1.0, {})
        weigh = self._packed.__getitem__
        families: set[str] = set()
        known: set[int] = set()
        held = []
        total = 0
        for words in sentences:
            placed = self._known.placed(words)
            families.update([one.family for _, one in placed])
            found = list(features(placed))
            numbers = {number for number, _, _ in found}
            packed = sum(map(weigh, numbers))
            held.append((found, packed))
            # What an earlier sentence holds too counts once.
            total += packed - sum(map(weigh, numbers & known))
            known |= numbers
        lanes = array("I", total.to_bytes(self._bytes, "little"))
        length = _HUNDREDTHS * sqrt(max(len(families - {""}), FEWEST_FAMILIES))
        return Told(lanes, length, self._usual, held)

    def heaviest(self, theme: str, sentence: Iterable[Feature]) -> list[int]:
        """Return the places of the words of a sentence that weigh most for a theme.

        The weight of a pair is shared by its two words.
        """
        lane, _ = self._usual[theme]
        share: dict[int, int] = {}
        for number, first, last in sentence:
            if weight := self._packed[number] >> _LANE * lane & _FULL:
                share[first] = share.get(first, 0) + weight
                share[last] = share.get(last, 0) + weight
        return sorted(sorted(share), key=share.__getitem__, reverse=True)[:_SHOWN]
