"""Reads a match by the rest of its paragraph, where its own sentence leaves it open."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from caseview.domain.document import Kind
from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole
from caseview.tagging.context import Reading, Setting
from caseview.tagging.cues import Cue, CueFamily, Cues
from caseview.tagging.grounds import Ground
from caseview.tagging.sentence import Hit
from caseview.tagging.sentences import sentences
from caseview.tagging.tense import is_standing

_JUDGING = frozenset({SectionRole.ANALYSIS, SectionRole.FINDINGS, SectionRole.LEARNING})
_DOUBTFUL = frozenset({
    Ground.NAMED,
    Ground.EXPLAINED,
    Ground.ASKED,
    Ground.TELLS_GAP,
    Ground.GAP_BESIDE,
})
_QUOTES = "\"'\u201c\u2018"


def read_at_large(reading: Reading, hit: Hit, setting: Setting, whole: Cues) -> Reading:
    """Return how a match reads by its paragraph; `reading` is how it reads by its sentence.

    `whole` holds the cues of the paragraph. What reviewers write in analysis and findings is a
    shortfall unless something says otherwise; background and a coroner's account of events tell of
    lives, and of practice only where a shortfall is told; an account of events in a review lies
    between. People coded invented paragraphs and reviews so.
    """
    if setting.role in {SectionRole.ANALYSIS, SectionRole.BACKGROUND}:
        told = _told_of_nothing_done(_Paragraph(reading, hit, setting, whole))
        if told is not None:
            return told
    read = _BY_GROUND.get(reading.why)
    return reading if read is None else read(_Paragraph(reading, hit, setting, whole))


class _Paragraph(NamedTuple):
    """A match, how its sentence has it read, and the cues of its paragraph."""

    reading: Reading
    hit: Hit
    setting: Setting
    whole: Cues

    @property
    def judges(self) -> bool:
        """Whether the passage stands where a reviewer judges what was done."""
        return self.setting.role in _JUDGING

    @property
    def tells_lives(self) -> bool:
        """Whether the passage tells of lives and events, and nobody speaks in it of practice."""
        if self.setting.kind is Kind.PFD:
            return self.setting.role in {SectionRole.BACKGROUND, SectionRole.CHRONOLOGY}
        return self.setting.role is SectionRole.BACKGROUND and not self._speaks

    @property
    def _speaks(self) -> bool:
        """Whether the family or a friend is quoted, or says what they thought."""
        begins = self.hit.sentence.text.lstrip()[:1]
        return CueFamily.VOICE in self.whole or (begins != "" and begins in _QUOTES)

    @property
    def cited(self) -> Cue | None:
        """The first cue that something is cited or asked; None without, and in findings."""
        if self.setting.role is SectionRole.FINDINGS:
            return None
        found = self.whole.of(CueFamily.CONTEXT, CueFamily.ASKED)
        return min(found, key=lambda cue: cue.start, default=None)

    @property
    def shortfall(self) -> Cue | None:
        """The first cue of a shortfall, None without."""
        return self.whole.first(CueFamily.HINDSIGHT, CueFamily.DEFICIT)

    @property
    def denied(self) -> Cue | None:
        """The first cue that nothing fell short, unless a shortfall is told and none asked for."""
        if CueFamily.ASKED in self.whole or self.shortfall is None:
            return self.whole.first(CueFamily.NEGATED_ABSENCE)
        return None

    @property
    def only_cites(self) -> bool:
        """Whether the paragraph begins by citing and tells of no shortfall that happened."""
        cited = self.cited
        if cited is None:
            return False
        text, folded = self.hit.sentence.text, self.hit.sentence.folded
        parts = sentences(text)
        if cited.start >= parts[0][1]:
            return False
        lacking = self.whole.of(CueFamily.HINDSIGHT, CueFamily.DEFICIT)
        return all(
            is_standing(folded[start:end])
            for start, end in parts
            if any(start <= cue.start < end for cue in lacking)
        )

    def nearest(self, *families: CueFamily) -> Cue | None:
        """Return the cue of these families nearest to the match's sentence, outside it."""
        outside = [cue for cue in self.whole.of(*families) if self._far(cue) >= 0]
        return min(outside, key=self._far, default=None)

    def nearer(self, one: Cue, other: Cue | None) -> bool:
        """Return whether a cue is no further from the match's sentence than another, or alone."""
        return other is None or self._far(one) <= self._far(other)

    def _far(self, cue: Cue) -> int:
        """Return how far a cue is from the match's sentence in characters, below 0 within it."""
        start, end = self.hit.sentence.span
        return max(start - cue.end, cue.start - end)


def _told_of_nothing_done(at: _Paragraph) -> Reading | None:
    """Read a paragraph that cites, denies, or says how things are; None for any other."""
    if at.setting.role is SectionRole.BACKGROUND:
        stands = at.tells_lives and is_standing(at.hit.sentence.folded)
        return Reading(ReadsAs.CONTEXT, 0.25, Ground.STANDING) if stands else None
    if at.reading.why not in _DOUBTFUL:
        return None
    if at.only_cites:
        return Reading(ReadsAs.CONTEXT, 0.25, Ground.CITES, at.cited)
    denied = at.denied
    return None if denied is None else Reading(ReadsAs.CONTEXT, 0.25, Ground.DENIED, denied)


def _named(at: _Paragraph) -> Reading:
    lacking = at.nearest(CueFamily.DEFICIT, CueFamily.HINDSIGHT)
    praise = at.nearest(CueFamily.PRAISE)
    if praise is None and lacking is None:
        praise = at.nearest(CueFamily.GOOD)
    if praise is not None and at.nearer(praise, lacking):
        return Reading(ReadsAs.GOOD_PRACTICE, 0.25, Ground.WELL_AT_LARGE, praise)
    if at.tells_lives:
        return at.reading
    if lacking is not None:
        return Reading(ReadsAs.GAP, 0.25, Ground.GAP_AT_LARGE, lacking)
    return _told_nothing(at)


def _told_nothing(at: _Paragraph) -> Reading:
    """Read what is only named in a paragraph that neither praises nor tells of a shortfall."""
    role = at.setting.role
    setback = at.whole.first(CueFamily.SETBACK)
    if role is SectionRole.CHRONOLOGY and setback is not None:
        return Reading(ReadsAs.GAP, 0.25, Ground.SETBACK, setback)
    if role is SectionRole.ANALYSIS and is_standing(at.hit.sentence.folded):
        return Reading(ReadsAs.CONTEXT, 0.25, Ground.STANDING)
    if (at.judges or role is SectionRole.BACKGROUND) and at.cited is None:
        return Reading(ReadsAs.GAP, 0.25, Ground.JUDGED)
    return at.reading


def _told_gap(at: _Paragraph) -> Reading:
    """Read words that tell of a gap: some only name what may be one ("no fixed address")."""
    if at.shortfall is not None:
        return at.reading
    if at.tells_lives:
        return Reading(ReadsAs.CONTEXT, 0.25, Ground.LIFE)
    if at.cited is not None:
        return Reading(ReadsAs.CONTEXT, 0.25, Ground.EXPLAINED, at.cited)
    return at.reading


def _told_well(at: _Paragraph) -> Reading:
    """Read words that speak well of something: in an account of lives they are mere events."""
    if at.tells_lives:
        return Reading(ReadsAs.CONTEXT, 0.25, Ground.NAMED)
    lacking = at.nearest(CueFamily.HINDSIGHT, CueFamily.DEFICIT)
    if at.judges and lacking is not None and CueFamily.PRAISE not in at.whole:
        return Reading(ReadsAs.GAP, 0.3, Ground.GAP_AT_LARGE, lacking)
    return at.reading


def _explained(at: _Paragraph) -> Reading:
    """Read what a sentence cites or asks: most often the next says how far practice fell short."""
    lacking = at.nearest(CueFamily.HINDSIGHT, CueFamily.DEFICIT)
    if at.judges and lacking is not None:
        return Reading(ReadsAs.GAP, 0.3, Ground.GAP_AT_LARGE, lacking)
    if at.setting.role is SectionRole.FINDINGS:
        return Reading(ReadsAs.GAP, 0.25, Ground.JUDGED)
    return at.reading


_BY_GROUND: Mapping[Ground, Callable[[_Paragraph], Reading]] = {
    Ground.NAMED: _named,
    Ground.TELLS_GAP: _told_gap,
    Ground.TELLS_WELL: _told_well,
    Ground.WELL_BESIDE: _told_well,
    Ground.EXPLAINED: _explained,
}
"""What the paragraph has a say in: readings that rest on little."""
