"""Reads what a sentence only names by the rest of its paragraph."""

from collections.abc import Iterable

from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole
from caseview.tagging.context import NAMED, Reading, Setting
from caseview.tagging.cues import Cue, CueFamily, Cues


def read_at_large(
    sentence: tuple[int, int],
    setting: Setting,
    whole: Cues,
) -> Reading:
    """Return how a theme reads that `sentence` only names, by the other sentences around it.

    `whole` holds the cues of the passage. Of such passages that people coded in
    analysis and narrative, most read as the shortfall that another sentence tells. Background
    tells of lives rather than of practice, and a passage that explains or cites tells of others: in
    both a theme stays named.
    """
    if setting.role is SectionRole.BACKGROUND or whole.of(CueFamily.CONTEXT):
        return NAMED
    deficit = _outside(sentence, whole.of(CueFamily.DEFICIT, CueFamily.HINDSIGHT))
    good = _outside(sentence, whole.of(CueFamily.GOOD))
    if deficit is not None and good is None:
        return Reading(ReadsAs.GAP, 0.25, "a shortfall is told in the same paragraph", deficit)
    if good is not None and deficit is None:
        return Reading(ReadsAs.GOOD_PRACTICE, 0.25, "the paragraph speaks well of it", good)
    if setting.role is SectionRole.FINDINGS and good is None:
        return Reading(ReadsAs.GAP, 0.25, "what a review finds is a gap unless it says otherwise")
    return NAMED


def _outside(sentence: tuple[int, int], cues: Iterable[Cue]) -> Cue | None:
    start, end = sentence
    return next((cue for cue in cues if cue.end <= start or end <= cue.start), None)
