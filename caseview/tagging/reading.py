"""How a match reads and why: what the sentence, and then the paragraph, make of it."""

from dataclasses import dataclass

from caseview.domain.reads_as import ReadsAs
from caseview.tagging.cues import Cue
from caseview.tagging.grounds import Ground


@dataclass(frozen=True, slots=True)
class Reading:
    """How a match reads, and why.

    `confidence` (0 to 1) ranks the matches of one theme in a passage: the surest is shown.
    """

    reads_as: ReadsAs
    confidence: float
    why: Ground
    cue: Cue | None = None
    restated: bool = False


NAMED = Reading(ReadsAs.CONTEXT, 0.25, Ground.NAMED)
"""How a match reads when its sentence only names the theme."""
