"""Themes of learning or findings, which are the analysis where a review has none by that name."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from caseview.domain.section import SectionRole
from caseview.readers.sections import Heading

_R = SectionRole
_TELLS = frozenset({_R.LEARNING, _R.FINDINGS})
_RECOMMENDING = frozenset({_R.RECOMMENDATIONS, _R.ACTION_PLAN})
# "Recommendation 3" after a theme, of its level: what it asks for.
_LABELLED = re.compile(r"recommendations?\s+\d", re.IGNORECASE)
_THEMES = 4


def with_analysis(headings: list[Heading]) -> list[Heading]:
    """Return the headings with an analysis, where a review has one under another name.

    A review told as learning or findings by theme has no section called analysis: the first long
    run of such headings, theme after theme, is one.
    """
    first, last = _long_run(headings)
    if last == first or any(heading.role is _R.ANALYSIS for heading in headings[:first]):
        return headings
    themes = [
        heading if heading.role in _RECOMMENDING else replace(heading, role=_R.ANALYSIS)
        for heading in headings[first:last]
    ]
    return headings[:first] + themes + headings[last:]


def _told_by_theme(headings: Sequence[Heading]) -> list[bool]:
    """Whether each heading is of learning or findings, or of what one of these asks for."""
    told: list[bool] = []
    theme = 0
    for heading in headings:
        below = heading.level > theme or _LABELLED.match(heading.words) is not None
        within = bool(theme) and below and heading.role in _RECOMMENDING
        if not within:
            theme = heading.level if heading.role in _TELLS else 0
        told.append(within or bool(theme))
    return told


def _long_run(headings: Sequence[Heading]) -> tuple[int, int]:
    """Return where the first run of so many themes begins and ends, (0, 0) where none is."""
    place = 0
    for is_told, run in groupby(_told_by_theme(headings)):
        end = place + len(list(run))
        themes = [heading for heading in headings[place:end] if heading.role in _TELLS]
        if is_told and len(themes) >= _THEMES:
            return place, end
        place = end
    return 0, 0
