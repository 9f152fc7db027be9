"""The people of a review of several, where each of them has a section under their name."""

import re
from collections.abc import Sequence
from itertools import groupby

from caseview.readers.lines import Line
from caseview.readers.names_in_row import together

# "Learning from three deaths", "A thematic review": what the cover of such a review says.
_OF_SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|\d)\s+(?:[\w-]+\s+){0,2}"
    r"(?:deaths|people|adults|men|women|children|babies|infants|brothers|sisters|siblings|cases|lives"
    r"|homicides|suicides|fires)\b|\bthematic\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:\d+(?:\.\d+)*\.?\s+)?[“\"'‘]?(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Adult|Child|Baby|Person)\s)?"
    r"[A-Z][a-z]*)[”\"'’]?"
)
_LIVES = r"(?:['’]s\b|,|\s(?:was|had|died|lived|is|told|said|did)\b)"
_TOLD_OFTEN = 2
_COVER = 1_500


def named_in_headings(text: str, lines: Sequence[Line]) -> tuple[str, int, int] | None:
    """Return the people who have headings one after another, and the place of the first.

    None where the cover does not say that the review is of several, or no two such headings
    follow on each other.
    """
    if not _OF_SEVERAL.search(text, 0, _COVER):
        return None
    headings = [(line, _name(line, text)) for line in lines if line.heading]
    for named, run in groupby(headings, key=lambda one: one[1] is not None):
        people = list(run)
        names = list(dict.fromkeys(name for _, name in people if name))
        if named and len(names) > 1:
            first = people[0][0]
            return together(names), first.start, first.end
    return None


def _name(line: Line, text: str) -> str | None:
    """Return the name that a heading is, of whose bearer the text tells, else None."""
    match = _NAME.fullmatch(line.text)
    name = match["name"] if match else ""
    told = re.findall(rf"(?<![\w'’]){re.escape(name)}{_LIVES}", text) if name else []
    return name if len(told) >= _TOLD_OFTEN else None
