"""Reads a match by the rest of its paragraph, where its own sentence leaves it open."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole
from caseview.tagging.cues import Cue, CueFamily
from caseview.tagging.grounds import Ground
from caseview.tagging.paragraph import Paragraph
from caseview.tagging.reading import Reading
from caseview.tagging.sentence import Hit

_TOLD_OF = frozenset({SectionRole.ANALYSIS, SectionRole.BACKGROUND})
_DOUBTFUL = frozenset({
    Ground.NAMED,
    Ground.EXPLAINED,
    Ground.ASKED,
    Ground.TELLS_GAP,
    Ground.GAP_BESIDE,
})
_OPEN = _DOUBTFUL | {Ground.TELLS_WELL, Ground.WELL_BESIDE, Ground.CHANGE_BESIDE}


def read_at_large(reading: Reading, hit: Hit, paragraph: Paragraph) -> Reading:
    """Return how a match reads by its paragraph; `reading` is how it reads by its sentence.

    What reviewers write in analysis and findings is a shortfall unless something says otherwise;
    background and a coroner's account of events tell of lives, and of practice only where a
    shortfall is told; an account of events in a review lies between. People coded invented
    paragraphs and reviews so.
    """
    at = _Match(reading, hit, paragraph)
    asked = _asked_for(at) if paragraph.asks else None
    if asked is not None:
        return asked
    if paragraph.setting.role in _TOLD_OF:
        told = _told_of_nothing_done(at)
        if told is not None:
            return told
    read = _BY_GROUND.get(reading.why)
    return reading if read is None else read(at)


class _Match(NamedTuple):
    """A match, how its sentence has it read, and its paragraph."""

    reading: Reading
    hit: Hit
    within: Paragraph

    @property
    def role(self) -> SectionRole:
        """The role of the section that the paragraph stands in."""
        return self.within.setting.role

    def nearest(self, *families: CueFamily) -> Cue | None:
        """Return the cue of these families nearest to the match's sentence, outside it."""
        outside = [cue for cue in self.within.cues.of(*families) if self._far(cue) >= 0]
        return min(outside, key=self._far) if outside else None

    def nearer(self, one: Cue, other: Cue | None) -> bool:
        """Return whether a cue is no further from the match's sentence than another, or alone."""
        return other is None or self._far(one) <= self._far(other)

    def _far(self, cue: Cue) -> int:
        """Return how far a cue is from the match's sentence in characters, below 0 within it."""
        start, end = self.hit.sentence.span
        return max(start - cue.end, cue.start - end)


def _asked_for(at: _Match) -> Reading | None:
    """Read what a heading, a bidding or a question makes a recommendation; None for any other."""
    if at.reading.restated:
        return None
    heading = at.within.heading(at.hit.sentence)
    if heading is not None:
        return Reading(ReadsAs.RECOMMENDED, 0.5, Ground.HEADED, heading)
    if at.within.judges and at.reading.why in _DOUBTFUL and at.within.urged is not None:
        return Reading(ReadsAs.RECOMMENDED, 0.3, Ground.URGED, at.within.urged)
    if at.role is SectionRole.LEARNING and at.reading.why in _OPEN:
        bidding = at.within.bidding
        if bidding is not None:
            return Reading(ReadsAs.RECOMMENDED, 0.3, Ground.BIDDEN, bidding)
    return None


def _told_of_nothing_done(at: _Match) -> Reading | None:
    """Read a paragraph that cites, denies, or says how things are; None for any other."""
    if at.role is SectionRole.BACKGROUND:
        stands = at.within.tells_lives and at.within.stands
        return Reading(ReadsAs.CONTEXT, 0.25, Ground.STANDING) if stands else None
    if at.reading.why not in _DOUBTFUL:
        return None
    if at.within.only_cites:
        return Reading(ReadsAs.CONTEXT, 0.25, Ground.CITES, at.within.cited)
    denied = at.within.denied
    return None if denied is None else Reading(ReadsAs.CONTEXT, 0.25, Ground.DENIED, denied)


def _named(at: _Match) -> Reading:
    lacking = at.nearest(CueFamily.DEFICIT, CueFamily.HINDSIGHT)
    changed = at.nearest(CueFamily.IMPROVED)
    if changed is not None and at.nearer(changed, lacking):
        return Reading(ReadsAs.IMPROVED, 0.25, Ground.CHANGE_AT_LARGE, changed)
    praise = at.nearest(CueFamily.PRAISE)
    if praise is None and lacking is None:
        praise = at.nearest(CueFamily.GOOD)
    if praise is not None and at.nearer(praise, lacking):
        return Reading(ReadsAs.GOOD_PRACTICE, 0.25, Ground.WELL_AT_LARGE, praise)
    if at.within.tells_lives:
        return at.reading
    if lacking is not None and not (at.role is SectionRole.LEARNING and at.within.stands):
        return Reading(ReadsAs.GAP, 0.25, Ground.GAP_AT_LARGE, lacking)
    return _told_nothing(at)


def _told_nothing(at: _Match) -> Reading:
    """Read what is only named in a paragraph that neither praises nor tells of a shortfall."""
    role = at.role
    setback = at.within.cues.first(CueFamily.SETBACK)
    if role is SectionRole.CHRONOLOGY and setback is not None:
        return Reading(ReadsAs.GAP, 0.25, Ground.SETBACK, setback)
    if role is SectionRole.ANALYSIS and at.within.stands:
        return Reading(ReadsAs.CONTEXT, 0.25, Ground.STANDING)
    if role is SectionRole.LEARNING:
        return Reading(ReadsAs.RECOMMENDED, 0.25, Ground.LESSON)
    judged = at.within.judges or role is SectionRole.BACKGROUND
    if judged and at.within.cited is None and not at.within.affirms:
        return Reading(ReadsAs.GAP, 0.25, Ground.JUDGED)
    return at.reading


def _told_gap(at: _Match) -> Reading:
    """Read words that tell of a gap: some only name what may be one ("no fixed address")."""
    if at.within.shortfall is not None:
        return at.reading
    if at.within.tells_lives:
        return Reading(ReadsAs.CONTEXT, 0.25, Ground.LIFE)
    if at.within.cited is not None:
        return Reading(ReadsAs.CONTEXT, 0.25, Ground.EXPLAINED, at.within.cited)
    return at.reading


def _told_well(at: _Match) -> Reading:
    """Read words that speak well of something: in an account of lives they are mere events."""
    if at.within.tells_lives:
        return Reading(ReadsAs.CONTEXT, 0.25, Ground.NAMED)
    if at.role is SectionRole.LEARNING and at.within.stands:
        return Reading(ReadsAs.RECOMMENDED, 0.25, Ground.LESSON)
    lacking = at.nearest(CueFamily.HINDSIGHT, CueFamily.DEFICIT)
    if at.within.judges and lacking is not None and CueFamily.PRAISE not in at.within.cues:
        return Reading(ReadsAs.GAP, 0.3, Ground.GAP_AT_LARGE, lacking)
    return at.reading


def _explained(at: _Match) -> Reading:
    """Read what a sentence cites or asks: most often the next says how far practice fell short."""
    lacking = at.nearest(CueFamily.HINDSIGHT, CueFamily.DEFICIT)
    if at.within.judges and lacking is not None:
        return Reading(ReadsAs.GAP, 0.3, Ground.GAP_AT_LARGE, lacking)
    if at.role is SectionRole.FINDINGS:
        return Reading(ReadsAs.GAP, 0.25, Ground.JUDGED)
    return at.reading


_BY_GROUND: Mapping[Ground, Callable[[_Match], Reading]] = {
    Ground.NAMED: _named,
    Ground.TELLS_GAP: _told_gap,
    Ground.TELLS_WELL: _told_well,
    Ground.WELL_BESIDE: _told_well,
    Ground.EXPLAINED: _explained,
}
"""What the paragraph has a say in: readings that rest on little."""
