"""What a sentence is to telling words: families of words, and families that stand near."""

from collections.abc import Iterable, Mapping, Sequence

from caseview.tagging.families import SMALL, family
from caseview.tagging.remembered import Remembered

NEAR = 3
"""With how many of the words that follow a word is paired, small ones left out."""
FARTHEST = 6
"""How many words apart, small ones counted, two of a pair stand at most."""
JOIN = "~"
Form = tuple[str, str]
"""A word's family, empty for one that says nothing, and the name of its kind, empty for none."""


class Teller:
    """Reads the features of sentences; `classes` maps a word to the name of its kind ("@ask").

    A family is a feature ("curio"), and so are two that stand near each other ("ask~partn");
    where one of the two is of a named kind, so is the pair with that name ("@nobody~ask").
    """

    def __init__(self, classes: Mapping[str, str]) -> None:
        self._classes = classes
        self._forms = Remembered(self.form)

    def form(self, word: str) -> Form:
        """Return the family and the kind of a folded word."""
        says = len(word) > 1 and word.isalpha() and word not in SMALL
        return family(word) if says else "", self._classes.get(word, "")

    def features(self, words: Iterable[str]) -> tuple[set[str], set[str]]:
        """Return the families and the pairs in a sentence of these folded words."""
        found = self._telling(words)
        pairs = set()
        for at, (place, own, kind) in enumerate(found):
            for far, other, its_kind in found[at + 1 : at + 1 + NEAR]:
                if far - place > FARTHEST:
                    break
                if own and other:
                    pairs.add(own + JOIN + other)
                if kind or its_kind:
                    pairs.add((kind or own) + JOIN + (its_kind or other))
        return {own for _, own, _ in found if own}, pairs

    def _telling(self, words: Iterable[str]) -> Sequence[tuple[int, str, str]]:
        forms = self._forms
        return [
            (place, own, kind)
            for place, (own, kind) in enumerate(map(forms.__getitem__, words))
            if own or kind
        ]
