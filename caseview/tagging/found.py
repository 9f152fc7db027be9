"""What was found in a passage: where rules matched, and what its words tell."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from caseview.domain.codebook import Effect, Rule
from caseview.domain.passage import Passage
from caseview.tagging.context import Reader, Setting
from caseview.tagging.readings import Readings
from caseview.tagging.sentence import Hit, Sentence, Span

_HINT = Effect.HINT  # by a short name, for every match asks: looking it up in Effect takes longer


class ByWords(NamedTuple):
    """A theme that no rule met, with what its telling words weigh and where they weigh most.

    `rule` stands for these words, and `spans` is where the heaviest stand in the sentence.
    """

    rule: Rule
    weight: float
    sentence: Sentence
    spans: tuple[Span, ...]


class Found:
    """A passage with what matched in it, and what its words tell.

    `strong` holds the matches of rules by theme, `weak` those of hints; `weights` holds what the
    telling words of these themes weigh, `by_words` what words tell of other themes.
    """

    __slots__ = ("by_words", "passage", "readings", "setting", "strong", "weak", "weights")

    def __init__(
        self,
        passage: Passage,
        reader: Reader,
        sentences: Sequence[Sentence],
        hits: Iterable[Hit],
    ) -> None:
        self.passage = passage
        self.setting: Setting = reader.setting
        self.readings = Readings(reader, sentences)
        self.strong: dict[str, list[Hit]] = {}
        self.weak: dict[str, list[Hit]] = {}
        for hit in hits:
            rule = hit.rule
            by_theme = self.weak if rule.effect is _HINT else self.strong
            by_theme.setdefault(rule.theme, []).append(hit)
        self.weights: dict[str, float | None] = {}
        self.by_words: Sequence[ByWords] = ()

    @property
    def themes(self) -> set[str]:
        """The themes that a rule or a hint met."""
        return self.strong.keys() | self.weak.keys()
