"""What a paragraph says as a whole; each thing is found out when asked for, and once."""

from collections.abc import Sequence
from functools import cached_property

from caseview.domain.document import Kind
from caseview.domain.section import SectionRole
from caseview.tagging.affirming import only_affirms
from caseview.tagging.asking import bidden, headed, may_be_headed, put, urged
from caseview.tagging.context import Setting
from caseview.tagging.cues import Cue, CueFamily, Cues
from caseview.tagging.sentence import Sentence
from caseview.tagging.tense import is_standing

_JUDGING = frozenset({SectionRole.ANALYSIS, SectionRole.FINDINGS, SectionRole.LEARNING})
_ASKING = _JUDGING | {SectionRole.BACKGROUND, SectionRole.CHRONOLOGY}
"""Sections of a review in which recommendations and lessons may stand among what happened."""
_QUOTES = "\"'\u201c\u2018"


class Paragraph:
    """A paragraph by its sentences, all of them, and where it stands."""

    def __init__(self, setting: Setting, sentences: Sequence[Sentence]) -> None:
        self.setting = setting
        self._sentences = sentences

    @cached_property
    def cues(self) -> Cues:
        """The cues of all sentences."""
        return Cues(cue for one in self._sentences for cue in one.cues)

    @property
    def judges(self) -> bool:
        """Whether it stands where a reviewer judges what was done."""
        return self.setting.role in _JUDGING

    @cached_property
    def tells_lives(self) -> bool:
        """Whether it tells of lives and events, and nobody speaks in it of practice."""
        if self.setting.kind is Kind.PFD:
            return self.setting.role in {SectionRole.BACKGROUND, SectionRole.CHRONOLOGY}
        return self.setting.role is SectionRole.BACKGROUND and not self._speaks

    @cached_property
    def stands(self) -> bool:
        """Whether it tells only how things are."""
        return is_standing(self._sentences[0].folded)

    @cached_property
    def asks(self) -> bool:
        """Whether anything in it may ask for something to be done, as a review does."""
        if self.setting.is_response or self.setting.role not in _ASKING:
            return False
        if self.setting.role is SectionRole.LEARNING or self.headings:
            return True
        return self.judges and self.urged is not None

    @cached_property
    def headings(self) -> dict[int, Cue]:
        """The headings that make sentences recommendations or lessons, by where they begin."""
        folded = self._sentences[0].folded
        starts = [one.span[0] for one in self._sentences] if may_be_headed(folded) else []
        found = {start: headed(folded, start) for start in starts}
        return {
            start: Cue(CueFamily.RECOMMENDED, *span)
            for start, span in found.items()
            if span is not None
        }

    def heading(self, sentence: Sentence) -> Cue | None:
        """Return the heading over the paragraph, or else over one of its sentences, or None."""
        first = self.headings.get(self._sentences[0].span[0])
        return first or self.headings.get(sentence.span[0])

    @cached_property
    def bidding(self) -> Cue | None:
        """The first words that bid readers do something, or ask about their work, or None."""
        for one in self._sentences:
            found = bidden(one.folded, one.span) or put(one.folded, one.span)
            if found is not None:
                return Cue(CueFamily.RECOMMENDED, *found)
        return None

    @cached_property
    def urged(self) -> Cue | None:
        """The words that say or ask what is to be done where nothing is told or cited, or None."""
        last = self._sentences[-1]
        found = urged(last.folded) or put(last.folded, last.span)
        if found is None or CueFamily.CONTEXT in self.cues or not self.stands:
            return None
        return Cue(CueFamily.RECOMMENDED, *found)

    @cached_property
    def affirms(self) -> bool:
        """Whether it tells only that something was done."""
        return only_affirms(self._sentences[0].folded)

    @cached_property
    def cited(self) -> Cue | None:
        """The first cue that something is cited or asked; None without, and in findings."""
        if self.setting.role is SectionRole.FINDINGS:
            return None
        found = self.cues.of(CueFamily.CONTEXT, CueFamily.ASKED)
        return min(found, key=lambda cue: cue.start, default=None)

    @cached_property
    def shortfall(self) -> Cue | None:
        """The first cue of a shortfall, None without."""
        return self.cues.first(CueFamily.HINDSIGHT, CueFamily.DEFICIT)

    @cached_property
    def denied(self) -> Cue | None:
        """The first cue that nothing fell short, unless a shortfall is told and none asked for."""
        if CueFamily.ASKED in self.cues or self.shortfall is None:
            return self.cues.first(CueFamily.NEGATED_ABSENCE)
        return None

    @cached_property
    def only_cites(self) -> bool:
        """Whether it begins by citing and tells of no shortfall that happened."""
        cited = self.cited
        if cited is None or cited.start >= self._sentences[0].span[1]:
            return False
        lacking = self.cues.of(CueFamily.HINDSIGHT, CueFamily.DEFICIT)
        return all(
            is_standing(one.folded[slice(*one.span)])
            for one in self._sentences
            if any(one.span[0] <= cue.start < one.span[1] for cue in lacking)
        )

    @property
    def _speaks(self) -> bool:
        """Whether the family or a friend is quoted, or says what they thought."""
        begins = self._sentences[0].text.lstrip()[:1]
        return CueFamily.VOICE in self.cues or (begins != "" and begins in _QUOTES)
