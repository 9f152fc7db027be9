"""Says which cues have no say where a passage stands: they need not be looked for."""

from collections.abc import Callable, Mapping

from caseview.domain.section import SectionRole
from caseview.tagging.context import NEVER_URGED, QUIET, Setting
from caseview.tagging.cues import CueFamily

Unheard = frozenset[CueFamily]
"""Families of cues that need not be looked for."""
_TOLD_AS_DONE = frozenset({SectionRole.ACTION_PLAN, SectionRole.IMPROVEMENT})
_HEARD_WHERE: Mapping[CueFamily, Callable[[Setting], bool]] = {
    CueFamily.RESTATED: lambda setting: setting.is_response,
    CueFamily.ADMITTED: lambda setting: setting.is_response,
    CueFamily.PLEDGED: lambda setting: setting.is_response or setting.role in _TOLD_AS_DONE,
    CueFamily.OUTRIGHT: lambda setting: not setting.is_response,
    CueFamily.DUE: lambda setting: setting.role is SectionRole.ACTION_PLAN,
    CueFamily.DONE: lambda setting: setting.role in _TOLD_AS_DONE,
    CueFamily.SETBACK: lambda setting: setting.role is SectionRole.CHRONOLOGY,
    CueFamily.VOICE: lambda setting: setting.role is SectionRole.BACKGROUND,
    CueFamily.RECOMMENDED: lambda setting: setting.role not in NEVER_URGED,
}
_DEAF = (QUIET - {SectionRole.FRONT_MATTER}) | {SectionRole.RECOMMENDATIONS}
"""Sections in which every match reads alike."""


def unheard(setting: Setting) -> Unheard:
    """Return the families of cues that change no reading in a setting."""
    if setting.restated or setting.role in _DEAF:
        return frozenset(CueFamily)
    return frozenset(family for family, heard in _HEARD_WHERE.items() if not heard(setting))
