"""The outline of a document: its headings by style, numbering, type and wording, with roles."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from caseview.domain.document import DocumentText, ParagraphStyle
from caseview.readers.headings import is_labelled
from caseview.readers.lines import Line
from caseview.readers.mixed_sections import mixed_parts
from caseview.readers.outline_front import NUMBER, cover_end, without_contents
from caseview.readers.outline_held import Candidate
from caseview.readers.outline_roles import with_roles
from caseview.readers.questions import asked_together, question_lists
from caseview.readers.roles import Named, RoleFinder, Strength
from caseview.readers.sections import Heading

# "Appendix A. Action plan", "Section Three: Who Mary was": what stands before a heading's words.
_PART = re.compile(
    r"(?:appendix|annexe?|section|part|chapter)\s+(?:\d{1,2}|[a-z]|[ivx]+|one|two|three|four|five"
    r"|six|seven|eight|nine|ten|eleven|twelve)\b\s*[:.\-–—]\s*(?=\S)",
    re.IGNORECASE,
)
# A label that Word counts for itself: "Recommendation 1", "Appendix A".
_COUNTED_WORD = re.compile(r"[A-Za-z]{4,}")
_SENTENCE = re.compile(r"[.;,!]$|[.;!?] [A-Z(\[]")
_LEADERS = re.compile(r"\.{4,}|…{2,}|\t\d+$|\s{3,}\d+$")
# What stands over the columns of an action plan, printed as a line where a scan lost the table.
_COLUMN = re.compile(
    r"\b(?:scope|lead|agency|target|timescale|deadline|milestones?|outcomes?|owner|ref|progress"
    r"|recommendation|action|date|rag|rating|responsible|evidence|by when|status|no)\b\.?",
    re.IGNORECASE,
)
_COLUMNS = 3
_MARKED = 4
_LONGEST = 120
_MOST_WORDS = 16
_KNOWN_WORDS = 9


class OutlineReader:
    """Reads the outline of any review; the heading words are prepared once."""

    def __init__(self, roles: RoleFinder) -> None:
        self._roles = roles

    def read(self, text: DocumentText, lines: Sequence[Line]) -> tuple[Heading, ...]:
        """Return the headings of the document with the role each gives its section."""
        cover = cover_end(text, self._roles)
        asked = asked_together(lines)
        found = [c for c in map(self._candidate, lines) if c and c.line.start >= cover]
        found = _of_one_level([c for c in found if c.line.start not in asked])
        headings = with_roles(without_contents(found, lines, len(text.text)), lines, text.text)
        headings += question_lists(text, headings)
        return (*headings, *mixed_parts(text, headings))

    def _candidate(self, line: Line) -> Candidate | None:
        marked = line.heading
        if not _shaped(line, marked=marked):
            return None
        number, words = _numbered(line)
        label = line.paragraph.printed if line.first else ""
        counted = label if _COUNTED_WORD.match(label) else ""
        named = self._roles.find(f"{counted}: {words}" if counted else words)
        known = named.strength is Strength.EXACT or (
            named.strength is Strength.STARTS
            and len(words.split()) <= _KNOWN_WORDS
            and not line.text.endswith(":")
        )
        alone = line.first and line.paragraph.end <= line.end
        bold = line.paragraph.bold and alone and not words.endswith(":")
        parted = _PART.match(line.text) is not None
        typed = alone and (parted or (number.isdigit() and named.role is not None))
        if not (marked or bold or (known and alone and _titled(words)) or typed):
            return None
        return Candidate(line, words, _level(line, number, named), named, line.end, number)


def _of_one_level(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the headings with all that a label calls parts ("Section Three: ...") of one level."""
    found = _as_marked(found)
    levels = Counter(c.level for c in found if _is_part(c))
    if not levels:
        return found
    usual = min(levels, key=lambda level: (-levels[level], level))
    return [replace(c, level=usual) if _is_part(c) else c for c in found]


def _as_marked(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the headings with those that the file does not mark no higher than any it marks.

    A number before one ranks it below them where none of them has a number.
    """
    marked = [c for c in found if c.line.heading and not c.named.appendix]
    sure = [c for c in marked if c.named.sure or _is_part(c)]
    top = min((c.level for c in sure if not c.number), default=1)
    below = top + (len(marked) >= _MARKED and not any(c.number for c in marked))
    return [_no_higher(c, below if c.number else top) for c in found]


def _no_higher(candidate: Candidate, top: int) -> Candidate:
    if candidate.line.heading or candidate.named.appendix or candidate.level >= top:
        return candidate
    return replace(candidate, level=top)


def _is_part(candidate: Candidate) -> bool:
    return _PART.match(candidate.line.text) is not None and not candidate.named.appendix


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
    return marked or not _SENTENCE.search(_PART.sub("", NUMBER.sub("", text)))


def _numbered(line: Line) -> tuple[str, str]:
    """Return the heading's number ("" where none is printed) and its words."""
    match = NUMBER.match(line.text)
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
