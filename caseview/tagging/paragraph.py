"""What a paragraph says as a whole; each thing is found out when asked for, and once."""

from collections.abc import Sequence
from functools import cached_property

from caseview.domain.document import Kind
from caseview.domain.section import SectionRole
from caseview.tagging.affirming import only_affirms
from caseview.tagging.context import Setting
from caseview.tagging.cues import Cue, CueFamily, Cues
from caseview.tagging.sentence import Sentence
from caseview.tagging.tense import is_standing

_JUDGING = frozenset({SectionRole.ANALYSIS, SectionRole.FINDINGS, SectionRole.LEARNING})
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
