"""What was found in a passage: where rules matched, and what its words tell."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from caseview.domain.passage import Passage
from caseview.tagging.context import Reader
from caseview.tagging.cues import Cues
from caseview.tagging.sentence import Hit, Sentence, Span


class ByWords(NamedTuple):
    """A theme that no rule met, with what its telling words weigh and where they weigh most.

    `spans` is where the heaviest stand in the sentence.
    """

    theme: str
    weight: float
    sentence: Sentence
    spans: tuple[Span, ...]


class Found:
    """A passage with what matched in it, and what its words tell.

    `strong` holds the matches of rules by theme, `weak` those of hints; `weights` holds what the
    telling words of these themes weigh, `by_words` what words tell of other themes.
    """

    __slots__ = (
        "_whole",
        "by_words",
        "passage",
        "reader",
        "sentences",
        "strong",
        "weak",
        "weights",
    )

    def __init__(
        self,
        passage: Passage,
        reader: Reader,
        sentences: Sequence[Sentence],
        hits: Iterable[Hit],
    ) -> None:
        self.passage = passage
        self.reader = reader
        self.sentences = sentences
        self.strong: dict[str, list[Hit]] = {}
        self.weak: dict[str, list[Hit]] = {}
        for hit in hits:
            by_theme = self.strong if hit.is_strong else self.weak
            by_theme.setdefault(hit.rule.theme, []).append(hit)
        self.weights: dict[str, float | None] = {}
        self.by_words: Sequence[ByWords] = ()
        self._whole: Cues | None = None

    @property
    def themes(self) -> set[str]:
        """The themes that a rule or a hint met."""
        return self.strong.keys() | self.weak.keys()

    @property
    def whole(self) -> Cues:
        """The cues of the passage."""
        if self._whole is None:
            self._whole = Cues(cue for one in self.sentences for cue in one.cues)
        return self._whole
