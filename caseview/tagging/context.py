"""Decides how a match reads: by the section it stands in first, then by the words around it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from caseview.domain.codebook import Effect
from caseview.domain.document import Form, Kind
from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole
from caseview.tagging.cues import Cue, CueFamily, Cues
from caseview.tagging.grounds import Ground
from caseview.tagging.reading import NAMED, Reading
from caseview.tagging.sentence import Hit


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


CLOSE = 12
"""How many characters after a match still count as right after it."""

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
NEVER_URGED = _TELLING | {SectionRole.ANALYSIS}
"""Sections in which "should" tells of rules and of what was wanted, and recommends nothing."""
_TOLD = {SectionRole.BACKGROUND: 0.4, SectionRole.CHRONOLOGY: 0.51, SectionRole.LEARNING: 0.6}
_ADVISING = frozenset({SectionRole.RECOMMENDATIONS, SectionRole.ACTION_PLAN})


class _Case(NamedTuple):
    """A match, the cues in its clause, and where its passage stands."""

    hit: Hit
    near: Cues
    setting: Setting

    def beside(self, *families: CueFamily) -> Cue | None:
        """Return the first cue of these families in the clause of the match, None without."""
        return self.near.first(*families)

    def anywhere(self, *families: CueFamily) -> Cue | None:
        """Return the first cue of these families in the sentence, None without."""
        return self.hit.sentence.cues.first(*families)

    def cleared(self) -> Cue | None:
        """Return the cue that takes the match back ("no evidence that ..."), None without.

        It stands in the same clause: before the match or right after it ("workload did not
        affect ..."), and for a topic, which says nothing itself, anywhere in the clause.
        """
        if self.near.first(CueFamily.NEGATED_ABSENCE) is None:
            return None
        cues = self.near.of(CueFamily.NEGATED_ABSENCE)
        start, end = self.hit.clause
        if self.hit.rule.effect not in (Effect.TOPIC, Effect.HINT):
            end = min(end, self.hit.span[1] + CLOSE)
        return next((cue for cue in cues if start <= cue.start < end), None)


class Reader:
    """Reads the matches of passages that stand alike; what has no say there is never asked."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self._rules = tuple(rule for speaks, rule in _RULES if speaks(setting))
        self._bare: dict[tuple[Effect, bool], Reading] = {}

    def read(self, hit: Hit) -> Reading:
        """Return how a match reads. The first rule that has an answer wins."""
        sentence = hit.sentence
        if sentence.cues:
            return self._answer(_Case(hit, sentence.beside(hit.clause), self.setting))
        # Without cues nothing else counts.
        kind = hit.rule.effect, hit.is_phrase
        if (known := self._bare.get(kind)) is None:
            known = self._bare[kind] = self._answer(_Case(hit, sentence.cues, self.setting))
        return known

    def _answer(self, case: _Case) -> Reading:
        for rule in self._rules:
            if (reading := rule(case)) is not None:
                return reading
        return NAMED


def _restated(case: _Case) -> Reading | None:
    sure = 0.7 if case.hit.rule.effect is Effect.GAP else 0.55
    return Reading(ReadsAs.GAP, sure, Ground.RESTATES, restated=True)


def _quiet(case: _Case) -> Reading | None:
    found = case.setting.role is SectionRole.FRONT_MATTER and case.hit.rule.effect is Effect.GAP
    if found:  # a summary at the front says what was found
        return None
    sure = 0.5 if case.setting.role is SectionRole.TERMS_OF_REFERENCE else 0.15
    return Reading(ReadsAs.CONTEXT, sure, Ground.QUIET)


def _cleared(case: _Case) -> Reading | None:
    """Read what is said not to have been so: it outweighs other matches but hindsight."""
    cue = case.cleared()
    if cue is None or case.hit.rule.effect is Effect.GOOD_PRACTICE:
        return None
    return Reading(ReadsAs.CONTEXT, 0.61, Ground.CLEARED, cue)


def _planned(case: _Case) -> Reading | None:
    """Read what an action plan tells as done: in words of things done, with nothing due."""
    cue = case.beside(CueFamily.IMPROVED, CueFamily.PLEDGED)
    if cue is None and case.anywhere(CueFamily.DUE) is None:
        cue = case.anywhere(CueFamily.DONE)
    return None if cue is None else Reading(ReadsAs.IMPROVED, 0.5, Ground.PLAN_DONE, cue)


def _advised(case: _Case) -> Reading | None:
    sure = 0.55 if case.hit.is_phrase else 0.5
    return Reading(ReadsAs.RECOMMENDED, sure, Ground.PLANNED)


def _answered(case: _Case) -> Reading | None:
    """In a response, what was done is improved, what is admitted is a gap, the rest context."""
    told = case.anywhere(CueFamily.RESTATED)
    owned = case.beside(CueFamily.HINDSIGHT) or case.anywhere(CueFamily.ADMITTED)
    if told is not None and (owned is not None or case.hit.rule.effect is Effect.GAP):
        return Reading(ReadsAs.GAP, 0.6, Ground.REPEATED, told, restated=True)
    if owned is not None and case.hit.rule.effect is Effect.GAP:
        return Reading(ReadsAs.GAP, 0.55, Ground.OWNED, owned)
    cue = case.beside(CueFamily.IMPROVED, CueFamily.PLEDGED)
    cue = cue or case.anywhere(CueFamily.IMPROVED, CueFamily.PLEDGED)
    if cue is not None:
        return Reading(ReadsAs.IMPROVED, 0.6, Ground.ANSWERED, cue)
    explained = case.beside(CueFamily.CONTEXT)
    if case.setting.role is SectionRole.IMPROVEMENT and explained is None:
        return Reading(ReadsAs.IMPROVED, 0.4, Ground.ANSWER_DONE)
    return Reading(ReadsAs.CONTEXT, 0.3, Ground.ANSWER)


def _changed(case: _Case) -> Reading | None:
    urged = case.anywhere(CueFamily.RECOMMENDED)
    told = case.anywhere(CueFamily.IMPROVED, CueFamily.PLEDGED, CueFamily.DONE)
    if urged is not None and told is None:
        return Reading(ReadsAs.RECOMMENDED, 0.5, Ground.URGED, urged)
    sure = 0.55 if case.hit.is_phrase else 0.5
    return Reading(ReadsAs.IMPROVED, sure, Ground.CHANGED)


def _improved(case: _Case) -> Reading | None:
    cue = case.beside(CueFamily.IMPROVED)
    if cue is None or (case.hit.rule.effect is Effect.GAP and case.anywhere(CueFamily.DEFICIT)):
        return None
    return Reading(ReadsAs.IMPROVED, 0.5, Ground.CHANGE_BESIDE, cue)


def _concern(case: _Case) -> Reading | None:
    deficit = case.anywhere(CueFamily.DEFICIT, CueFamily.HINDSIGHT)
    praise = case.anywhere(CueFamily.PRAISE)
    if deficit is None and (praise or case.hit.rule.effect is Effect.GOOD_PRACTICE):
        return Reading(ReadsAs.GOOD_PRACTICE, 0.4, Ground.TELLS_WELL, praise)
    sure = 0.62 if case.hit.rule.effect is Effect.GAP else 0.56 if deficit else 0.52
    return Reading(ReadsAs.GAP, sure, Ground.CONCERN)


def _well_done(case: _Case) -> Reading | None:
    if case.hit.rule.effect is Effect.GAP and case.beside(CueFamily.HINDSIGHT):
        return None
    return Reading(ReadsAs.GOOD_PRACTICE, 0.6, Ground.GOOD_SECTION)


def _praised(case: _Case) -> Reading | None:
    """Read what a sentence praises; praise in another clause takes no gap back."""
    gap = case.hit.rule.effect is Effect.GAP
    cue = case.beside(CueFamily.PRAISE) if gap else case.anywhere(CueFamily.PRAISE)
    if cue is None or (gap and case.beside(CueFamily.DEFICIT)):
        return None
    return Reading(ReadsAs.GOOD_PRACTICE, 0.62, Ground.PRAISED, cue)


def _hindsight(case: _Case) -> Reading | None:
    cue = case.beside(CueFamily.HINDSIGHT)
    if cue is None:
        return None
    return Reading(ReadsAs.GAP, 0.6, Ground.HINDSIGHT, cue)


def _outright(case: _Case) -> Reading | None:
    """Read what a reviewer recommends, wherever in a review: its words count for all of it."""
    cue = case.anywhere(CueFamily.OUTRIGHT)
    if cue is None:
        return None
    return Reading(ReadsAs.RECOMMENDED, 0.63, Ground.OUTRIGHT, cue)


def _urged(case: _Case) -> Reading | None:
    """Read what should be done, unless a rule or an earlier review is cited that says so."""
    cue = case.beside(CueFamily.RECOMMENDED)
    if cue is None:
        return None
    cited = case.near.of(CueFamily.CONTEXT)
    if any(one.start < cue.start for one in cited):
        return None
    return Reading(ReadsAs.RECOMMENDED, 0.5, Ground.URGED, cue)


def _gap(case: _Case) -> Reading | None:
    if case.hit.rule.effect is not Effect.GAP:
        return None
    sure = _TOLD.get(case.setting.role, 0.52)
    return Reading(ReadsAs.GAP, sure, Ground.TELLS_GAP)


def _explained(case: _Case) -> Reading | None:
    cue = case.beside(CueFamily.ASKED, CueFamily.CONTEXT)
    if cue is None:
        return None
    ground = Ground.ASKED if cue.family is CueFamily.ASKED else Ground.EXPLAINED
    return Reading(ReadsAs.CONTEXT, 0.25, ground, cue)


def _good(case: _Case) -> Reading | None:
    if case.hit.rule.effect is not Effect.GOOD_PRACTICE:
        return None
    cue = case.beside(CueFamily.DEFICIT)
    if cue is not None:
        return Reading(ReadsAs.GAP, 0.5, Ground.MISSING_GOOD, cue)
    return Reading(ReadsAs.GOOD_PRACTICE, 0.6, Ground.TELLS_WELL)


def _judged(case: _Case) -> Reading | None:
    deficit = case.beside(CueFamily.DEFICIT)
    good = case.beside(CueFamily.GOOD)
    if deficit is not None:
        firm = case.hit.is_phrase and case.setting.role not in _TELLING
        sure = 0.45 if firm else 0.35
        return Reading(ReadsAs.GAP, sure, Ground.GAP_BESIDE, deficit)
    if good is not None:
        return Reading(ReadsAs.GOOD_PRACTICE, 0.45, Ground.WELL_BESIDE, good)
    return None


def _anywhere(_: Setting) -> bool:
    return True


_RULES: tuple[tuple[Callable[[Setting], bool], Callable[[_Case], Reading | None]], ...] = (
    (lambda setting: setting.restated, _restated),
    (lambda setting: setting.role in QUIET, _quiet),
    (lambda setting: setting.role is SectionRole.ACTION_PLAN, _planned),
    (lambda setting: setting.role in _ADVISING, _advised),
    (lambda setting: not setting.is_response, _outright),
    (_anywhere, _cleared),
    (lambda setting: setting.is_response, _answered),
    (lambda setting: setting.role is SectionRole.IMPROVEMENT, _changed),
    (_anywhere, _improved),
    (lambda setting: setting.states_concerns, _concern),
    (lambda setting: setting.role is SectionRole.GOOD_PRACTICE, _well_done),
    (_anywhere, _praised),
    (_anywhere, _hindsight),
    (lambda setting: setting.role not in NEVER_URGED, _urged),
    (_anywhere, _explained),
    (_anywhere, _gap),
    (_anywhere, _good),
    (_anywhere, _judged),
)
"""Each rule with the settings in which it has a say, in the order they are asked."""
