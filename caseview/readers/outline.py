"""The outline of a document: its headings by style, numbering, type and wording, with roles."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from caseview.domain.document import DocumentText, Paragraph, ParagraphStyle
from caseview.domain.section import SectionRole
from caseview.readers.headings import is_labelled
from caseview.readers.lines import Line, words_of
from caseview.readers.mixed_sections import mixed_parts
from caseview.readers.questions import asked_together, question_lists
from caseview.readers.roles import Named, RoleFinder, Strength
from caseview.readers.sections import Heading
from caseview.readers.told_sections import role_told

_NUMBER = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})[.):]?\s+(?=\S)")
_SENTENCE = re.compile(r"[.;,!]$|[.;!?] [A-Z(\[]")
_LEADERS = re.compile(r"\.{4,}|…{2,}|\t\d+$|\s{3,}\d+$")
# What stands over the columns of an action plan, printed as a line where a scan lost the table.
_COLUMN = re.compile(
    r"\b(?:scope|lead|agency|target|timescale|deadline|milestones?|outcomes?|owner|ref|progress"
    r"|recommendation|action|date|rag|rating|responsible|evidence|by when|status|no)\b\.?",
    re.IGNORECASE,
)
_COLUMNS = 3
# A heading that asks whether or how well something was done is answered by an analysis.
_WEIGHS = re.compile(r"(?:was|were|did|could|should|had|how|why|to what extent)\b", re.IGNORECASE)
_CONTENTS = re.compile(r"\W*(?:table of )?(?:contents|index)(?: page)?\W*", re.IGNORECASE)
_HEADING = ParagraphStyle.HEADING
_CONTENTS_BY = 4_000
_COVER = 3_000
_LONG = 80
_ENDS = (".", "!", "?", "”", ".)")
_LONGEST = 120
_MOST_WORDS = 16
_KNOWN_WORDS = 9
_EARLY = 0.25
_CONTENTS_RUN = 4
_THEMES = 4
_CONTENTS_SURE = 6
_PLAINLY = 3
_R = SectionRole
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
_TELLING = _OPENING | {_R.BACKGROUND, _R.LEARNING, _R.FINDINGS, _R.ANALYSIS}
_RECOMMENDING = frozenset({_R.RECOMMENDATIONS, _R.ACTION_PLAN})
_AFTER = {
    _R.CHRONOLOGY: _R.ANALYSIS,
    _R.APPENDIX: _R.APPENDIX,
    _R.GLOSSARY: _R.APPENDIX,
    _R.ACTION_PLAN: _R.APPENDIX,
}


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A line that has the look of a heading: what it names and how deep it stands."""

    line: Line
    words: str
    level: int
    named: Named
    end: int


class OutlineReader:
    """Reads the outline of any review; the heading words are prepared once."""

    def __init__(self, roles: RoleFinder) -> None:
        self._roles = roles

    def read(self, text: DocumentText, lines: Sequence[Line]) -> tuple[Heading, ...]:
        """Return the headings of the document with the role each gives its section."""
        cover = _cover_end(text, self._roles)
        asked = asked_together(lines)
        found = [c for c in map(self._candidate, lines) if c and c.line.start >= cover]
        found = [c for c in found if c.line.start not in asked]
        headings = self._with_roles(_without_contents(found, lines, len(text.text)), lines)
        headings += question_lists(text, headings)
        return (*headings, *mixed_parts(text, headings))

    def _candidate(self, line: Line) -> _Candidate | None:
        marked = line.heading
        if not _shaped(line, marked=marked):
            return None
        number, words = _numbered(line)
        named = self._roles.find(words)
        known = named.strength is Strength.EXACT or (
            named.strength is Strength.STARTS and len(words.split()) <= _KNOWN_WORDS
        )
        alone = line.first and line.paragraph.end <= line.end
        bold = line.paragraph.bold and alone and not words.endswith(":")
        typed = number.isdigit() and alone and named.role is not None
        if not (marked or bold or (known and alone and _titled(words)) or typed):
            return None
        return _Candidate(line, words, _level(line, number, named), named, line.end)

    def _with_roles(self, found: Sequence[_Candidate], lines: Sequence[Line]) -> list[Heading]:
        top = min((c.level for c in found), default=1)
        parents: dict[int, SectionRole] = {}
        last: SectionRole | None = None
        headings = []
        for place, candidate in enumerate(found):
            above = [parents[level] for level in sorted(parents) if level < candidate.level]
            if candidate.level == top or not above:
                told = partial(_told, found[place:], lines, early=last in _OPENING)
                role = _top_role(candidate, last, told)
            else:
                role = _inner_role(candidate.named, above[-1])
            parents = {level: r for level, r in parents.items() if level < candidate.level}
            parents[candidate.level] = last = role
            level = candidate.level - top + 1
            headings.append(
                Heading(candidate.line.start, candidate.end, candidate.words, level, role)
            )
        return _with_analysis(headings)


def _with_analysis(headings: list[Heading]) -> list[Heading]:
    """Return the headings with an analysis, where a review has one under another name.

    A review told as learning or findings by theme has no section called analysis: the first run
    of such headings, theme after theme, is one.
    """
    if any(heading.role is _R.ANALYSIS for heading in headings):
        return headings
    told = [heading.role in {_R.LEARNING, _R.FINDINGS} for heading in headings]
    first = told.index(True) if True in told else len(headings)
    last = next((n for n in range(first, len(headings)) if not told[n]), len(headings))
    if last - first < _THEMES:
        return headings
    themes = [replace(heading, role=_R.ANALYSIS) for heading in headings[first:last]]
    return headings[:first] + themes + headings[last:]


def _shaped(line: Line, *, marked: bool) -> bool:
    text = line.text
    if line.paragraph.style in {
        ParagraphStyle.TABLE_ROW,
        ParagraphStyle.FOOTNOTE,
        ParagraphStyle.CAPTION,
        ParagraphStyle.QUOTE,
    }:
        return False
    if not any(char.isalpha() for char in text) or text.endswith((",", ";")):
        return False
    if len(_COLUMN.findall(text)) >= _COLUMNS and not _COLUMN.sub("", text).strip(" :|/"):
        return False
    long = len(text) > _LONGEST or len(text.split()) > _MOST_WORDS
    if _LEADERS.search(text) or (long and not (marked and is_labelled(text))):
        return False
    return marked or not _SENTENCE.search(_NUMBER.sub("", text))


def _numbered(line: Line) -> tuple[str, str]:
    """Return the heading's number ("" where none is printed) and its words."""
    match = _NUMBER.match(line.text)
    if match:
        return match["number"], line.text[match.end() :].strip(" :")
    return line.paragraph.printed.strip("().") if line.first else "", line.text.strip(" :")


def _titled(words: str) -> bool:
    """Whether the words are set as a title: they start with a capital and end no sentence."""
    return words[:1].isupper() or words[:1].isdigit()


def _level(line: Line, number: str, named: Named) -> int:
    if named.appendix:
        return 1
    if number and all(part.isdigit() for part in number.split(".")):
        return min(6, number.count(".") + 1)
    if line.heading and line.paragraph.level:
        return line.paragraph.level
    return 1 if named.strength is Strength.EXACT else 2


def _told(found: Sequence[_Candidate], lines: Sequence[Line], *, early: bool) -> SectionRole | None:
    """Return what the first section does by its own words, to the next of its level."""
    first = found[0]
    end = next((c.line.start for c in found[1:] if c.level <= first.level), None)
    starts = {candidate.line.start for candidate in found}
    held = [
        line.text
        for line in lines
        if line.start > first.end and (end is None or line.start < end) and line.start not in starts
    ]
    return role_told(held, early=early)


def _top_role(
    candidate: _Candidate, last: SectionRole | None, told: Callable[[], SectionRole | None]
) -> SectionRole:
    if candidate.named.role is not None:
        return candidate.named.role
    if candidate.words.endswith("?") and _WEIGHS.match(candidate.words):
        return SectionRole.ANALYSIS
    role = told() if last is None or last in _TELLING else None
    if last is None:
        # What a report opens with introduces it, though it may tell when things happened.
        return role if role is _R.RECOMMENDATIONS else SectionRole.FRONT_MATTER
    if role is not None:
        return role
    if last in _OPENING:
        return SectionRole.BACKGROUND
    return _AFTER.get(last, last)


def _inner_role(named: Named, above: SectionRole) -> SectionRole:
    if named.role is None or named.strength < Strength.STARTS:
        return above
    if above in _RECOMMENDING and named.strength is not Strength.EXACT:
        return above
    if named.appendix or (above in _OPENING and named.strength is Strength.EXACT):
        return named.role
    if above is _R.BACKGROUND and named.role is _R.METHODOLOGY:
        return above
    if above is _R.FINDINGS and named.role is _R.ANALYSIS and named.words >= _PLAINLY:
        return named.role
    return named.role if named.role in _INNER else above


def _cover_end(text: DocumentText, roles: RoleFinder) -> int:
    """Return where the cover ends: at the contents, or at the heading of the first real paragraph.

    What the cover sets large is the title, not a section.
    """
    for paragraph in text.paragraphs:
        if paragraph.start > _CONTENTS_BY:
            break
        words = text.text[paragraph.start : paragraph.end]
        if paragraph.style is ParagraphStyle.CONTENTS or _CONTENTS.fullmatch(words):
            return paragraph.start
    before: Paragraph | None = None
    for paragraph in text.paragraphs:
        words = text.text[paragraph.start : paragraph.end].strip()
        heading = paragraph.style is _HEADING or paragraph.bold
        if paragraph.start > _COVER:
            break
        if heading and (_NUMBER.match(words) or paragraph.printed):
            return paragraph.start
        if len(words) > _LONG and words.endswith(_ENDS) and before is not None:
            return before.start
        titled = len(words) <= _LONGEST and not words.endswith((*_ENDS, ",", ":"))
        before = paragraph if heading or (titled and roles.find(words).sure) else None
    return 0


def _without_contents(
    found: list[_Candidate], lines: Sequence[Line], length: int
) -> list[_Candidate]:
    """Return the headings without those of a contents page: runs whose words come again."""
    order = {line.start: place for place, line in enumerate(lines)}
    later: dict[tuple[str, ...], int] = {}
    for candidate in found:
        later[_key(candidate.words)] = candidate.line.start
    kept: list[_Candidate] = []
    run: list[_Candidate] = []
    for candidate in found:
        if run and order[candidate.line.start] - order[run[-1].line.start] > 1:
            kept += _kept_of(run, later, length)
            run = []
        run.append(candidate)
    return kept + _kept_of(run, later, length)


def _kept_of(
    run: list[_Candidate], later: dict[tuple[str, ...], int], length: int
) -> list[_Candidate]:
    """Return what is real of a run of headings with nothing under them: the contents are not."""
    early = bool(run) and run[0].line.start < max(_EARLY * length, _CONTENTS_BY)
    again = [c for c in run if later[_key(c.words)] > c.line.start]
    if not early or len(run) < _CONTENTS_RUN:
        return run
    if len(again) * 2 < len(run) and len(run) < _CONTENTS_SURE:
        return run
    earlier = {_key(c.words) for c in run[:-1]}
    return [c for c in run[-1:] if _key(c.words) in earlier]


def _key(words: str) -> tuple[str, ...]:
    return tuple(word for word in words_of(words) if not word.isdigit())
