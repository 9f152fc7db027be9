"""The role of each heading of an outline: by its words, its place, and what is told under it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from caseview.domain.section import SectionRole
from caseview.readers.asked_groups import is_group_heading
from caseview.readers.asking_words import asks
from caseview.readers.lines import Line
from caseview.readers.outline_held import ASKS_WHY, Candidate, Held
from caseview.readers.outline_themes import with_analysis
from caseview.readers.placed_roles import equality_role, is_aside, may_introduce, placed_role
from caseview.readers.roles import Named, Strength, bare_heading
from caseview.readers.sections import Heading
from caseview.readers.told_sections import CONCLUDING, of_other_reviews

_R = SectionRole
_PLAINLY = 3
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
_COUNTED = re.compile(r"^[A-Z]{0,3}\d{1,2}(?:\.\d{1,2})?[.):]*\s+")
_FIRST_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")
_NOT_MADE = re.compile(
    r"\b(?:recommend\w*|proposals?)\b.{0,20}\bnot\s+(?:made|adopted)", re.IGNORECASE
)
# Questions that end a theme are recommendations only where a review makes no others.
_QUESTIONS = re.compile(r"(?:key\s+|challenge\s+)?questions?\b", re.IGNORECASE)
_RECOMMENDS = re.compile(r"\brecommendations?\b", re.IGNORECASE)
# "The words we use", "Working with the family" may be themes of what was found.
_THEMED = frozenset({_R.GLOSSARY, _R.METHODOLOGY})
_OF_REVIEW = re.compile(
    r"\b(?:reviews?|reviewers?|methods?|methodology|panel|authors?|report|independence|process|sources"
    r"|equality|diversity|glossary|abbreviations|acronyms|definitions)\b",
    re.IGNORECASE,
)
_SOON = 3
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
# Unnamed, or of a role that tells and does not weigh.
_UNWEIGHED = frozenset({None, _R.BACKGROUND, _R.CHRONOLOGY})
_RECOMMENDING = frozenset({_R.RECOMMENDATIONS, _R.ACTION_PLAN})
_AFTER = {
    _R.CHRONOLOGY: _R.ANALYSIS,
    _R.APPENDIX: _R.APPENDIX,
    _R.GLOSSARY: _R.APPENDIX,
    _R.ACTION_PLAN: _R.APPENDIX,
    _R.GOOD_PRACTICE: _R.FINDINGS,
    _R.IMPROVEMENT: _R.FINDINGS,
}


def with_roles(found: Sequence[Candidate], lines: Sequence[Line], text: str) -> list[Heading]:
    """Return the headings with the role that each gives its section; `text` is the whole one."""
    found = _nested(_without_title(found))
    top = min((c.level for c in found), default=1)
    parents: dict[int, SectionRole] = {}
    seen: list[SectionRole] = []
    last: SectionRole | None = None
    headings = []
    for place, candidate in enumerate(found):
        above = [parents[level] for level in sorted(parents) if level < candidate.level]
        if candidate.level == top or not above:
            held = Held(found[place:], lines)
            told = _Told(held, seen, last)
            role = _name_role(candidate, seen, text) or _asked_further(candidate, told)
            role = role or _top_role(candidate, told)
            events = may_introduce(role, seen) and held.tells_events
            role = placed_role(bare_heading(candidate.words), role, seen, events=events)
            last = last if is_aside(candidate.words) else role
        else:
            role = _inner_role(candidate.named, above[-1])
            role = above[-1] if _only_asks(candidate, role, found) else role
        themed = role in _THEMED and above and above[-1] in CONCLUDING
        role = above[-1] if themed and not _OF_REVIEW.search(candidate.words) else role
        role = _R.ANALYSIS if _NOT_MADE.search(candidate.words) else role
        role = equality_role(candidate.words, role, seen)
        parents = {level: r for level, r in parents.items() if level < candidate.level}
        parents[candidate.level] = role
        if not is_aside(candidate.words):
            seen.append(role)
        level = candidate.level - top + 1
        headings.append(Heading(candidate.line.start, candidate.end, candidate.words, level, role))
    return with_analysis(headings)


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


def _named_role(named: SectionRole, words: str, held: Held) -> SectionRole:
    """Return the role of a top section whose heading names one, by what it tells besides."""
    if _FACTS.search(words) and held.tells_events:
        return _R.CHRONOLOGY
    if named is _R.IMPROVEMENT and held.asks:
        return _R.RECOMMENDATIONS
    asked = named in {_R.RECOMMENDATIONS, _R.LEARNING}
    return _R.ANALYSIS if asked and of_other_reviews(words) else named


@dataclass(frozen=True)
class _Told:
    """What is known of a top section: what it holds, the roles before it, that of the last one."""

    held: Held
    seen: Sequence[SectionRole]
    last: SectionRole | None


def _top_role(candidate: Candidate, told: _Told) -> SectionRole:
    named = candidate.named
    if named.role in _UNWEIGHED and not named.sure and _is_weighed(candidate, told):
        return _R.ANALYSIS
    if named.role is not None:
        return _named_role(named.role, candidate.words, told.held)
    if _FINDING.match(candidate.words) and CONCLUDING & set(told.seen):
        return _R.FINDINGS
    if candidate.words.endswith("?") and ASKS_WHY.match(candidate.words):
        return SectionRole.ANALYSIS
    return _unnamed_role(candidate, told)


def _unnamed_role(candidate: Candidate, told: _Told) -> SectionRole:
    """Return the role of a section whose heading names none, by its words, else by its place."""
    last, held = told.last, told.held
    role = held.told(early=last in _OPENING) if last is None or last in _TELLING else None
    if last is None:
        # What a report opens with introduces it, though it may tell when things happened.
        return role if role is _R.RECOMMENDATIONS else SectionRole.FRONT_MATTER
    if role is _R.CHRONOLOGY and _R.CHRONOLOGY in told.seen and last in CONCLUDING:
        return last
    return role or _unnamed_after(last, candidate, told.seen, held)


def _is_weighed(candidate: Candidate, told: _Told) -> bool:
    """Whether a section that only seems to tell of people or events says what to make of them.

    It draws learning from them, or its heading is a question asked after they were told.
    """
    if candidate.named.role is None:
        return told.last in _UNWEIGHED and told.held.weighs
    asked = candidate.words.endswith("?") and _R.CHRONOLOGY in told.seen
    return asked or (candidate.named.strength is Strength.INSIDE and told.held.weighs)


def _unnamed_after(
    last: SectionRole, candidate: Candidate, seen: Sequence[SectionRole], held: Held
) -> SectionRole:
    """Return the role of a section that neither its heading nor its words tell, by its place."""
    if last in _OPENING:
        return _R.ANALYSIS if _R.CHRONOLOGY in seen else _R.BACKGROUND
    if last is not _R.RECOMMENDATIONS:
        return _AFTER.get(last, last)
    named = is_group_heading(bare_heading(candidate.words)) or asks(candidate.words)
    return last if named or _asks_on(held) else _R.FINDINGS


def _asked_further(candidate: Candidate, told: _Told) -> SectionRole | None:
    """Return recommendations for a section after them that goes on to ask, else None.

    "For others outside the area" names no part of a report, though some of its words may.
    """
    weak = candidate.named.strength <= Strength.INSIDE and not candidate.named.appendix
    asks_on = told.last is _R.RECOMMENDATIONS and weak and _asks_on(told.held)
    return _R.RECOMMENDATIONS if asks_on else None


def _asks_on(held: Held) -> bool:
    """Whether at least half of what a section holds asks for something, first of all."""
    firsts = (_FIRST_SENTENCE.split(_COUNTED.sub("", words, count=1))[0] for words in held.words)
    asking = sum(map(asks, firsts))
    return asking > 0 and asking * 2 >= len(held.words)


def _only_asks(candidate: Candidate, role: SectionRole, found: Sequence[Candidate]) -> bool:
    """Whether questions for a board stand in a review that has a section of recommendations."""
    if role is not _R.RECOMMENDATIONS or not _QUESTIONS.match(candidate.words):
        return False
    return any(
        c.named.sure and c.named.role is _R.RECOMMENDATIONS and _RECOMMENDS.search(c.words)
        for c in found
    )


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
