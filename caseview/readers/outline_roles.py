"""The role of each heading of an outline: by its words, its place, and what is told under it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from caseview.domain.section import SectionRole
from caseview.readers.asked_bodies import is_group_heading
from caseview.readers.asking_words import asks
from caseview.readers.lines import Line, fold
from caseview.readers.placed_roles import equality_role, is_aside, placed_role
from caseview.readers.roles import Named, Strength, bare_heading
from caseview.readers.sections import Heading
from caseview.readers.told_sections import (
    CONCLUDING,
    asks_throughout,
    of_other_reviews,
    role_told,
)

_R = SectionRole
_PLAINLY = 3
# A heading that asks whether or how well something was done is answered by an analysis.
_WEIGHS = re.compile(r"(?:was|were|did|could|should|had|how|why|to what extent)\b", re.IGNORECASE)
# A heading that is a name alone: "Baby F", "Mr T", "Stephen", "PJ", or names: "ADA AND BOB".
_PERSON = re.compile(
    r"(?:(?:Child|Baby|Adult|Person|Patient|Mr|Mrs|Ms|Miss)\.?\s)?[A-Z][A-Za-z0-9]{0,14}"
)
_NAMES_PARTED = re.compile(r",\s+(?:(?:and|AND)\s+)?|\s+(?:and|AND|&)\s+")
# "Finding A. The father was out of view": each goes on from what the review asks after the last.
_FINDING = re.compile(
    r"(?:key\s+)?finding\s+(?:\d{1,2}|[A-Z]|one|two|three|four|five|six)\b", re.IGNORECASE
)
_ABOUT = re.compile(r"^(?:about|introducing|meeting|knowing)\s+(?=[“\"'‘]?[A-Z])", re.IGNORECASE)
_LIVES = r"(?:was|had|lived|is|told|said|died|did|would|could|loved|liked|went)\b"
_TOLD_OFTEN = 2
# The facts or somebody's story are background, but events where nothing else tells them.
_FACTS = re.compile(r"\b(?:facts|story)\b", re.IGNORECASE)
_FIRST_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")
_SOON = 3
_THEMES = 4
_OPENING = frozenset({_R.FRONT_MATTER, _R.TERMS_OF_REFERENCE, _R.METHODOLOGY, _R.GLOSSARY})
# A heading inside a section keeps the section's role unless it plainly names one of these.
_INNER = frozenset({
    _R.GOOD_PRACTICE,
    _R.RECOMMENDATIONS,
    _R.ACTION_PLAN,
    _R.LEARNING,
    _R.IMPROVEMENT,
    _R.GLOSSARY,
    _R.TERMS_OF_REFERENCE,
    _R.METHODOLOGY,
})
# After these a section whose heading says nothing may be told by its words.
_TELLING = _OPENING | CONCLUDING | {_R.BACKGROUND}
_RECOMMENDING = frozenset({_R.RECOMMENDATIONS, _R.ACTION_PLAN})
_AFTER = {
    _R.CHRONOLOGY: _R.ANALYSIS,
    _R.APPENDIX: _R.APPENDIX,
    _R.GLOSSARY: _R.APPENDIX,
    _R.ACTION_PLAN: _R.APPENDIX,
    _R.GOOD_PRACTICE: _R.FINDINGS,
    _R.IMPROVEMENT: _R.FINDINGS,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that has the look of a heading: what it names and how deep it stands."""

    line: Line
    words: str
    level: int
    named: Named
    end: int
    number: str = ""


def with_roles(found: Sequence[Candidate], lines: Sequence[Line], text: str) -> list[Heading]:
    """Return the headings with the role that each gives its section; `text` is the whole one."""
    found = _nested(_without_title(found))
    top = min((c.level for c in found), default=1)
    parents: dict[int, SectionRole] = {}
    seen: list[SectionRole] = []
    headings = []
    for place, candidate in enumerate(found):
        above = [parents[level] for level in sorted(parents) if level < candidate.level]
        if candidate.level == top or not above:
            held = _Held(found[place:], lines)
            role = _name_role(candidate, seen, text) or _top_role(candidate, seen, held)
            role = placed_role(bare_heading(candidate.words), role, seen)
        else:
            role = _inner_role(candidate.named, above[-1])
        role = equality_role(candidate.words, role, seen)
        parents = {level: r for level, r in parents.items() if level < candidate.level}
        parents[candidate.level] = role
        if not is_aside(candidate.words):
            seen.append(role)
        level = candidate.level - top + 1
        headings.append(Heading(candidate.line.start, candidate.end, candidate.words, level, role))
    return _with_analysis(headings)


def _without_title(found: Sequence[Candidate]) -> Sequence[Candidate]:
    """Return the headings without those of a cover: they name no part, and rank above one soon."""
    first = 0
    while first < len(found) and found[first].named.role is None:
        here, soon = found[first], found[first + 1 : first + 1 + _SOON]
        if not any(c.named.sure and c.level > here.level for c in soon):
            break
        first += 1
    return found[first:]


def _nested(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the headings with themes numbered from 1 set under the unnumbered one above them.

    They are themes, not the report's own sections, where none of them names a part and an
    unnumbered heading that does comes after them.
    """
    levels = [candidate.level for candidate in found]
    for place, first in enumerate(found[1:], start=1):
        above = found[place - 1]
        if first.number != "1" or above.number or above.named.role is None:
            continue
        counted = range(1, len(found) - place + 1)
        run = [c for n, c in zip(counted, found[place:], strict=False) if c.number == str(n)]
        after = found[place + len(run) :]
        if not any(c.named.sure for c in run) and any(
            c.named.sure and not c.number and not c.named.appendix for c in after
        ):
            for n in range(place, place + len(run)):
                levels[n] = above.level + 1
    return [replace(c, level=level) for c, level in zip(found, levels, strict=True)]


@dataclass(frozen=True)
class _Held:
    """What stands under a heading, to the next one of its level; its words are gathered once."""

    found: Sequence[Candidate]
    lines: Sequence[Line]

    @cached_property
    def words(self) -> list[str]:
        """The lines under it that are no headings themselves."""
        first = self.found[0]
        end = next((c.line.start for c in self.found[1:] if c.level <= first.level), None)
        starts = {candidate.line.start for candidate in self.found}
        return [
            line.text
            for line in self.lines
            if line.start > first.end
            and (end is None or line.start < end)
            and line.start not in starts
        ]

    @property
    def tells_events(self) -> bool:
        """Whether it says when things happened, and no later part is called a chronology."""
        named = any(c.named.role is _R.CHRONOLOGY for c in self.found[1:])
        return not named and role_told(self.words, early=False) is _R.CHRONOLOGY

    @property
    def asks(self) -> bool:
        """Whether most of it says what somebody should do, as "Improvements sought" does."""
        return asks_throughout([fold(words) for words in self.words])

    def told(self, *, early: bool) -> SectionRole | None:
        """Return what the section does by its own words."""
        return role_told(self.words, early=early)


def _name_role(candidate: Candidate, seen: Sequence[SectionRole], text: str) -> SectionRole | None:
    """Return background for a heading that is only the names of people of whom the text tells.

    It stands before what the review weighs; a report may open with how they came to harm.
    """
    if not _OPENING.issuperset(seen) and set(seen[1:]) - _OPENING - {_R.BACKGROUND}:
        return None
    heading = _ABOUT.sub("", bare_heading(candidate.words)).strip("“”\"'‘’")
    names = _NAMES_PARTED.split(heading)
    return _R.BACKGROUND if all(_is_told_of(name, text) for name in names) else None


def _is_told_of(name: str, text: str) -> bool:
    """Whether words are a name whose bearer the text often tells of, in capitals or not."""
    if not _PERSON.fullmatch(name):
        return False
    told = (
        re.findall(rf"\b{re.escape(written)}(?:['’]s\b|\s+{_LIVES})", text)
        for written in {name, name.title()}
    )
    return any(len(found) >= _TOLD_OFTEN for found in told)


def _with_analysis(headings: list[Heading]) -> list[Heading]:
    """Return the headings with an analysis, where a review has one under another name.

    A review told as learning or findings by theme has no section called analysis: the first run
    of such headings, theme after theme, is one.
    """
    told = [heading.role in {_R.LEARNING, _R.FINDINGS} for heading in headings]
    first = told.index(True) if True in told else len(headings)
    if any(heading.role is _R.ANALYSIS for heading in headings[:first]):
        return headings
    last = next((n for n in range(first, len(headings)) if not told[n]), len(headings))
    if last - first < _THEMES:
        return headings
    themes = [replace(heading, role=_R.ANALYSIS) for heading in headings[first:last]]
    return headings[:first] + themes + headings[last:]


def _named_role(named: SectionRole, words: str, held: _Held) -> SectionRole:
    """Return the role of a top section whose heading names one, by what it tells besides."""
    if _FACTS.search(words) and held.tells_events:
        return _R.CHRONOLOGY
    if named is _R.IMPROVEMENT and held.asks:
        return _R.RECOMMENDATIONS
    asked = named in {_R.RECOMMENDATIONS, _R.LEARNING}
    return _R.ANALYSIS if asked and of_other_reviews(words) else named


def _top_role(candidate: Candidate, seen: Sequence[SectionRole], held: _Held) -> SectionRole:
    if candidate.named.role is not None:
        return _named_role(candidate.named.role, candidate.words, held)
    if _FINDING.match(candidate.words) and CONCLUDING & set(seen):
        return _R.FINDINGS
    if candidate.words.endswith("?") and _WEIGHS.match(candidate.words):
        return SectionRole.ANALYSIS
    last = seen[-1] if seen else None
    role = held.told(early=last in _OPENING) if last is None or last in _TELLING else None
    if last is None:
        # What a report opens with introduces it, though it may tell when things happened.
        return role if role is _R.RECOMMENDATIONS else SectionRole.FRONT_MATTER
    return role or _unnamed_after(last, candidate, seen, held)


def _unnamed_after(
    last: SectionRole, candidate: Candidate, seen: Sequence[SectionRole], held: _Held
) -> SectionRole:
    """Return the role of a section that neither its heading nor its words tell, by its place."""
    if last in _OPENING:
        return _R.ANALYSIS if _R.CHRONOLOGY in seen else _R.BACKGROUND
    if last is not _R.RECOMMENDATIONS:
        return _AFTER.get(last, last)
    asking = sum(asks(_FIRST_SENTENCE.split(words)[0]) for words in held.words)
    recommends = is_group_heading(candidate.words) or (asking and asking * 2 >= len(held.words))
    return last if recommends else _R.FINDINGS


def _inner_role(named: Named, above: SectionRole) -> SectionRole:
    if named.role is None or named.strength < Strength.STARTS:
        return above
    # Questions that a finding ends with are not those that the review began with.
    asked = named.role is _R.TERMS_OF_REFERENCE and above in CONCLUDING
    if asked or (above in _RECOMMENDING and named.strength is not Strength.EXACT):
        return above
    if named.appendix or (above in _OPENING and named.strength is Strength.EXACT):
        return named.role
    if above is _R.BACKGROUND and named.role is _R.METHODOLOGY:
        return above
    if above is _R.FINDINGS and named.role is _R.ANALYSIS and named.words >= _PLAINLY:
        return named.role
    return named.role if named.role in _INNER else above
