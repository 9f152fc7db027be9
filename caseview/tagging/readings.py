"""How the matches of one passage read: those that stand alike are looked at once."""

from collections.abc import Iterable

from caseview.domain.codebook import Effect
from caseview.tagging.at_large import read_at_large
from caseview.tagging.context import Reader, Reading
from caseview.tagging.cues import NO_CUES, CueFamily, Cues
from caseview.tagging.grounds import Ground
from caseview.tagging.sentence import Hit, Sentence, Span

_TAKES_BACK = CueFamily.NEGATED_ABSENCE
_Kind = tuple[Sentence, Span, Effect, bool]
"""The sentence and the clause of a match, what it means and whether it is a phrase."""


class Readings:
    """Reads the matches of one passage, by their sentence and by the rest of the passage.

    Themes share sentences: of three matches two stand like one before, and most of the time that
    suggestions take went into reading them again.
    """

    __slots__ = ("_at_large", "_known", "_reader", "_sentences", "_whole")

    def __init__(self, reader: Reader, sentences: Iterable[Sentence]) -> None:
        self._reader = reader
        self._sentences = sentences
        self._whole: Cues | None = None
        self._known: dict[_Kind, Reading] = {}
        self._at_large: dict[tuple[Sentence, Ground], Reading | None] = {}

    def near(self, hit: Hit) -> Reading:
        """Return how a match reads by its own sentence."""
        rule, span, sentence = hit
        cues = sentence.cues
        # What takes a match back does so by where it stands in the clause, not by the clause alone.
        if cues is NO_CUES or _TAKES_BACK in cues:
            return self._reader.read(hit)
        kind = sentence, sentence.clause(span), rule.effect, hit.is_phrase
        reading = self._known.get(kind)
        if reading is None:
            reading = self._known[kind] = self._reader.read(hit)
        return reading

    def at_large(self, hit: Hit, near: Reading) -> Reading:
        """Return how a match reads by the whole passage; `near` is how by its own sentence.

        The passage has the same say on all matches of a sentence that read so on the same ground.
        """
        place = hit.sentence, near.why
        if place in self._at_large:
            return self._at_large[place] or near
        found = read_at_large(near, hit, self._reader.setting, self._cues)
        self._at_large[place] = None if found is near else found
        return found

    @property
    def _cues(self) -> Cues:
        """The cues of the passage."""
        if self._whole is None:
            self._whole = Cues(cue for one in self._sentences for cue in one.cues)
        return self._whole
