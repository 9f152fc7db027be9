"""How the matches of one passage read: those that stand alike are looked at once."""

from collections.abc import Sequence

from caseview.domain.codebook import Effect
from caseview.tagging.at_large import read_at_large
from caseview.tagging.context import Reader
from caseview.tagging.cues import NO_CUES, CueFamily
from caseview.tagging.grounds import Ground
from caseview.tagging.paragraph import Paragraph
from caseview.tagging.reading import Reading
from caseview.tagging.sentence import Hit, Sentence, Span

_TAKES_BACK = CueFamily.NEGATED_ABSENCE
_Kind = tuple[Sentence, Span, Effect, bool]
"""The sentence and the clause of a match, what it means and whether it is a phrase."""


class Readings:
    """Reads the matches of one passage, by their sentence and by the rest of the passage.

    Themes share sentences: of three matches two stand like one before, and most of the time that
    suggestions take went into reading them again.
    """

    __slots__ = ("_at_large", "_known", "_paragraph", "_reader")

    def __init__(self, reader: Reader, sentences: Sequence[Sentence]) -> None:
        self._reader = reader
        self._paragraph = Paragraph(reader.setting, sentences)
        self._known: dict[_Kind, Reading] = {}
        self._at_large: dict[tuple[Sentence, Ground], Reading | None] = {}

    def near(self, hit: Hit) -> Reading:
        """Return how a match reads by its own sentence."""
        rule, span, sentence, _ = hit
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
        found = read_at_large(near, hit, self._paragraph)
        self._at_large[place] = None if found is near else found
        return found
