"""Decides how a match reads: by the section it stands in first, then by the words around it."""

from dataclasses import dataclass

from caseview.domain.codebook import Effect
from caseview.domain.document import Form, Kind
from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole
from caseview.tagging.cues import Cue, CueFamily, Cues, Match


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a passage stands: its section's role, its document's kind and form."""

    role: SectionRole
    kind: Kind
    form: Form
    restated: bool = False

    @property
    def is_response(self) -> bool:
        """Whether the document answers somebody else's report."""
        return self.kind is Kind.PFD_RESPONSE or self.form is Form.RESPONSE

    @property
    def states_concerns(self) -> bool:
        """Whether the passage is a concern that a coroner states."""
        return self.role is SectionRole.CONCERNS and not self.is_response


@dataclass(frozen=True, slots=True)
class Reading:
    """How a match reads, and why, in words to follow "because".

    `confidence` (0 to 1) ranks the matches of one theme in a passage: the surest is shown.
    """

    reads_as: ReadsAs
    confidence: float
    why: str
    cue: Cue | None = None
    restated: bool = False


NAMED = Reading(ReadsAs.CONTEXT, 0.25, "nothing beside it says how it was done")
"""How a match reads when its sentence only names the theme."""

QUIET = frozenset({
    SectionRole.FRONT_MATTER,
    SectionRole.TERMS_OF_REFERENCE,
    SectionRole.METHODOLOGY,
    SectionRole.GLOSSARY,
    SectionRole.LEGAL_POWERS,
    SectionRole.APPENDIX,
})
"""Sections that say what a review is, not what it found."""

_TELLING = frozenset({SectionRole.BACKGROUND, SectionRole.CHRONOLOGY})
_TOLD = {SectionRole.BACKGROUND: 0.4, SectionRole.CHRONOLOGY: 0.51, SectionRole.LEARNING: 0.6}
_ADVISING = frozenset({SectionRole.RECOMMENDATIONS, SectionRole.ACTION_PLAN})


@dataclass(frozen=True, slots=True)
class _Case:
    match: Match
    cues: Cues
    setting: Setting


def read(match: Match, cues: Cues, setting: Setting) -> Reading:
    """Return how a match reads. The first rule that has an answer wins."""
    case = _Case(match, cues, setting)
    for rule in _RULES:
        if (reading := rule(case)) is not None:
            return reading
    return NAMED


def _restated(case: _Case) -> Reading | None:
    if not case.setting.restated:
        return None
    sure = 0.7 if case.match.effect is Effect.GAP else 0.55
    why = "it restates a concern of another document"
    return Reading(ReadsAs.GAP, sure, why, restated=True)


def _quiet(case: _Case) -> Reading | None:
    found = case.setting.role is SectionRole.FRONT_MATTER and case.match.effect is Effect.GAP
    if case.setting.role not in QUIET or found:  # a summary at the front says what was found
        return None
    sure = 0.5 if case.setting.role is SectionRole.TERMS_OF_REFERENCE else 0.15
    return Reading(ReadsAs.CONTEXT, sure, "that section says what the review is")


def _cleared(case: _Case) -> Reading | None:
    cue = case.cues.cleared(case.match)
    if cue is None or case.match.effect is Effect.GOOD_PRACTICE:
        return None
    return Reading(ReadsAs.CONTEXT, 0.3, "the words beside it say there was no such gap", cue)


def _advised(case: _Case) -> Reading | None:
    if case.setting.role not in _ADVISING:
        return None
    cue = case.cues.beside(case.match, CueFamily.IMPROVED)
    if case.setting.role is SectionRole.ACTION_PLAN and cue is not None:
        return Reading(ReadsAs.IMPROVED, 0.5, "the action plan tells what was done", cue)
    sure = 0.55 if case.match.is_phrase else 0.5
    return Reading(ReadsAs.RECOMMENDED, sure, "it stands among recommendations")


def _answered(case: _Case) -> Reading | None:
    """In a response, what was done is improved, what is admitted is a gap, the rest context."""
    if not case.setting.is_response:
        return None
    told = case.cues.anywhere(CueFamily.RESTATED)
    owned = case.cues.beside(case.match, CueFamily.DEFICIT, CueFamily.HINDSIGHT)
    if told is not None and (owned is not None or case.match.effect is Effect.GAP):
        why = "the answer repeats the concern"
        return Reading(ReadsAs.GAP, 0.6, why, told, restated=True)
    if owned is not None and case.match.effect is Effect.GAP:
        return Reading(ReadsAs.GAP, 0.55, "the answer owns to it", owned)
    cue = case.cues.beside(case.match, CueFamily.IMPROVED)
    cue = cue or case.cues.anywhere(CueFamily.IMPROVED)
    if cue is not None:
        return Reading(ReadsAs.IMPROVED, 0.6, "the answer says what was or will be done", cue)
    explained = case.cues.beside(case.match, CueFamily.CONTEXT)
    if case.setting.role is SectionRole.IMPROVEMENT and explained is None:
        return Reading(ReadsAs.IMPROVED, 0.4, "that part of an answer tells what was done")
    return Reading(ReadsAs.CONTEXT, 0.3, "it is part of an answer")


def _improved(case: _Case) -> Reading | None:
    if case.setting.role is SectionRole.IMPROVEMENT:
        sure = 0.55 if case.match.is_phrase else 0.5
        return Reading(ReadsAs.IMPROVED, sure, "the section tells what has changed since")
    cue = case.cues.beside(case.match, CueFamily.IMPROVED)
    if cue is None or case.match.effect is Effect.GAP:
        return None
    return Reading(ReadsAs.IMPROVED, 0.5, "a change since is told beside it", cue)


def _concern(case: _Case) -> Reading | None:
    if not case.setting.states_concerns:
        return None
    deficit = case.cues.anywhere(CueFamily.DEFICIT, CueFamily.HINDSIGHT)
    if case.match.effect is Effect.GOOD_PRACTICE and deficit is None:
        return Reading(ReadsAs.GOOD_PRACTICE, 0.4, "it speaks well of what was done")
    sure = 0.62 if case.match.effect is Effect.GAP else 0.56 if deficit else 0.52
    return Reading(ReadsAs.GAP, sure, "what a coroner is concerned about is a gap")


def _well_done(case: _Case) -> Reading | None:
    if case.setting.role is not SectionRole.GOOD_PRACTICE or case.match.effect is Effect.GAP:
        return None
    return Reading(ReadsAs.GOOD_PRACTICE, 0.6, "the section is about good practice")


def _hindsight(case: _Case) -> Reading | None:
    cue = case.cues.beside(case.match, CueFamily.HINDSIGHT)
    if cue is None:
        return None
    return Reading(ReadsAs.GAP, 0.6, "it says what should have been done", cue)


def _urged(case: _Case) -> Reading | None:
    cue = case.cues.beside(case.match, CueFamily.RECOMMENDED)
    if cue is None or case.setting.role in _TELLING:
        return None
    return Reading(ReadsAs.RECOMMENDED, 0.5, "it says what should be done", cue)


def _gap(case: _Case) -> Reading | None:
    if case.match.effect is not Effect.GAP:
        return None
    sure = _TOLD.get(case.setting.role, 0.52)
    return Reading(ReadsAs.GAP, sure, "the words themselves tell of a gap")


def _explained(case: _Case) -> Reading | None:
    cue = case.cues.beside(case.match, CueFamily.CONTEXT)
    if cue is None:
        return None
    return Reading(ReadsAs.CONTEXT, 0.25, "it explains or asks, and judges nothing", cue)


def _good(case: _Case) -> Reading | None:
    if case.match.effect is not Effect.GOOD_PRACTICE:
        return None
    cue = case.cues.beside(case.match, CueFamily.DEFICIT)
    if cue is not None:
        return Reading(ReadsAs.GAP, 0.5, "what would be good was missing", cue)
    return Reading(ReadsAs.GOOD_PRACTICE, 0.6, "it speaks well of what was done")


def _judged(case: _Case) -> Reading | None:
    deficit = case.cues.beside(case.match, CueFamily.DEFICIT)
    good = case.cues.beside(case.match, CueFamily.GOOD)
    if deficit is not None:
        firm = case.match.is_phrase and case.setting.role not in _TELLING
        sure = 0.45 if firm else 0.35
        return Reading(ReadsAs.GAP, sure, "a shortfall is told beside it", deficit)
    if good is not None:
        return Reading(ReadsAs.GOOD_PRACTICE, 0.45, "it is spoken well of", good)
    return None


_RULES = (
    _restated,
    _quiet,
    _cleared,
    _advised,
    _answered,
    _improved,
    _concern,
    _well_done,
    _hindsight,
    _urged,
    _explained,
    _gap,
    _good,
    _judged,
)
