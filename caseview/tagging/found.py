"""What was found in a passage: where rules matched, and what its words tell."""

from collections.abc import Iterable, Sequence

from caseview.domain.passage import Passage
from caseview.tagging.context import Reader
from caseview.tagging.cues import Cues
from caseview.tagging.sentence import Hit, Sentence
from caseview.tagging.telling import Told


class Found:
    """A passage with what matched in it, and what its words tell.

    `strong` holds the matches of rules by theme, `weak` those of hints.
    """

    __slots__ = ("_whole", "passage", "reader", "sentences", "strong", "told", "weak")

    def __init__(
        self,
        passage: Passage,
        reader: Reader,
        sentences: Sequence[Sentence],
        hits: Iterable[Hit],
        told: Told,
    ) -> None:
        self.passage = passage
        self.reader = reader
        self.sentences = sentences
        self.told = told
        self.strong: dict[str, list[Hit]] = {}
        self.weak: dict[str, list[Hit]] = {}
        for hit in hits:
            by_theme = self.strong if hit.is_strong else self.weak
            by_theme.setdefault(hit.rule.theme, []).append(hit)
        self._whole: Cues | None = None

    @property
    def whole(self) -> Cues:
        """The cues of the passage."""
        if self._whole is None:
            self._whole = Cues(cue for one in self.sentences for cue in one.cues)
        return self._whole
