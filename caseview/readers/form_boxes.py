"""The boxes of the coroner's printed form (regulation 28), whatever their spelling."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseview.domain.section import SectionRole
from caseview.readers.lines import Line, fold
from caseview.readers.sections import Heading
from caseview.readers.wording import any_of


@dataclass(frozen=True, slots=True)
class Box:
    """One box of the form: its name, its place, where its heading ends and where it ends."""

    name: str
    heading: Heading
    start: int
    body: int
    end: int


_NUMBER = r"(?:\(?\d{1,2}\)?\s*[.):|]*\s*)?"
_R = SectionRole
_BOXES = (
    ("sent_to", _R.FRONT_MATTER, "(?:this )?report is (?:being )?sent to"),
    ("legal", _R.LEGAL_POWERS, "(?:the )?coroner'?s?'? ?legal powers?"),
    (
        "concerns",
        _R.CONCERNS,
        """
        (?:the )?coroner'?s?'? (?:matters? of )?concerns? / concerns?
        (?:the )?matters? (?:of|giving rise to) concerns?
        """,
    ),
    ("coroner", _R.FRONT_MATTER, "(?:the )?coroner(?:'s name)?"),
    (
        "investigation",
        _R.BACKGROUND,
        """
        (?:the )?(?:coroner'?s )?investigations? ?(?:and|&|/|or) ?(?:the )?inquests?(?: details)?
        investigation / inquest
        """,
    ),
    (
        "circumstances",
        _R.CHRONOLOGY,
        """
        (?:the )?circumstances? (?:of|surrounding) (?:the )?deaths?
        circumstances of (?:his|her|their) death
        """,
    ),
    (
        "action",
        _R.RECOMMENDATIONS,
        """
        actions? (?:(?:which|that) )?should be (?:taken|considered) / action to be taken
        action (?:i believe )?should be taken
        """,
    ),
    ("response", _R.FRONT_MATTER, "your response / response required / the response"),
    (
        "copies",
        _R.FRONT_MATTER,
        "copies ?(?:and|&) ?publication / copies / publication(?: and copies)?",
    ),
)
_WHOLE = tuple(
    (name, role, re.compile(rf"{_NUMBER}{any_of(words)}\s*(?:\(\d\))?\s*[:.\-|]*"))
    for name, role, words in _BOXES
)
# Where a heading is glued to its text it must stand in capitals, or be long enough to be sure.
_GLUED = tuple(
    (name, role, re.compile(rf"{_NUMBER}{any_of(words)}\s*[:.\-|]*\s+(?=\S)"))
    for name, role, words in _BOXES
)
_LONE_NUMBER = re.compile(r"\(?\d{1,2}[.)]?")
_SURE_GLUED = re.compile(r"(?:this )?report is (?:being )?sent to")
_SMALL_WORDS = re.compile(r"\b(?:and|of|the|be|to|is|s)\b")
_LONGEST = 60
_ORDER = {
    name: place
    for place, name in enumerate((
        "sent_to", "coroner", "legal", "investigation", "circumstances", "concerns", "action",
        "response", "copies",
    ))
}  # fmt: skip


def boxes_of(lines: Sequence[Line], length: int) -> tuple[Box, ...]:
    """Return the boxes of the form in the order they stand; `length` is that of the text.

    A box that occurs again (the form printed twice over, a repeated heading) opens again.
    """
    found = list(_found(lines))
    starts = [heading.start for _, heading in found] + [length]
    return tuple(
        Box(name, heading, heading.start, heading.end, end)
        for (name, heading), end in zip(found, starts[1:], strict=True)
    )


def _found(lines: Sequence[Line]) -> Iterator[tuple[str, Heading]]:
    before = ""
    for place, line in enumerate(lines):
        match = _box(line)
        if match is None or match[0] == before or _out_of_order(match[0], before, line):
            continue
        before, role, end = match
        name = before
        start = line.start
        if place and _LONE_NUMBER.fullmatch(lines[place - 1].text):
            start = lines[place - 1].start
        words = line.text[:end].strip(" :|.-")
        yield name, Heading(start, line.start + end, words, 1, role)


def _box(line: Line) -> tuple[str, SectionRole, int] | None:
    """Return the name, role and length of the box heading that opens the line, if one does."""
    plain = fold(line.text)
    if not plain[:1].strip() or not (line.text[0].isupper() or not line.text[0].isalpha()):
        return None
    if len(plain) <= _LONGEST:
        for name, role, whole in _WHOLE:
            if whole.fullmatch(plain):
                return name, role, len(plain)
    for name, role, glued in _GLUED:
        match = glued.match(plain)
        if match and (_capitals(line.text[: match.end()]) or _sure(name, plain)):
            return name, role, len(plain[: match.end()].rstrip())
    return None


def _out_of_order(name: str, before: str, line: Line) -> bool:
    """Return whether a box comes before its turn without a number or capitals.

    "Inquest" alone on a line can be a line of the text.
    """
    return (
        before != ""
        and _ORDER[name] < _ORDER[before]
        and not (line.paragraph.printed or line.text[0].isdigit() or _capitals(line.text))
    )


def _capitals(heading: str) -> bool:
    letters = _SMALL_WORDS.sub("", heading)
    return any(char.isalpha() for char in letters) and letters == letters.upper()


def _sure(name: str, plain: str) -> bool:
    return name == "sent_to" and _SURE_GLUED.match(plain) is not None
