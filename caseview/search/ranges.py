"""Takes ranges out of a query that lack a bracket or an end, so that none is read as a value."""

import re
from collections.abc import Iterator

from caseview.search.trouble import INSTEAD, LEFT_OUT, Troubles

_QUOTES = "“”"
_OUTSIDE = rf"[^\[\]{{}}{_QUOTES}()]"
_WORD = rf"[^\s\[\]{{}}{_QUOTES}():]+"
_FIELD = r"(?P<field>(?<!\w)[A-Za-z_]+:\s*)?"
_TO = re.compile(r"(?<![^\s\[{])TO(?![^\s\]}])")
_WHOLE = re.compile(rf"{_FIELD}[\[{{]{_OUTSIDE}*[\]}}]")
_BROKEN = re.compile(
    rf"{_FIELD}[\[{{]\s*(?:(?:{_WORD}\s+)?TO(?!\S)(?:\s+\d[\d-]*)?|{_WORD})?"
    rf"|{_FIELD.replace('<field>', '<field_of_end>')}(?:{_WORD}\s+)?TO(?:\s+{_WORD})?\s*[\]}}]"
)
_SIGNS = re.compile(r"[\[\]{}]|(?<!\w)TO(?!\w)")
_ADVICE = "A range has two brackets and TO between them, such as year:[2019 TO 2024]."


def complete_ranges(text: str, troubles: Troubles) -> str:
    """Return the text without the ranges that are not complete; it keeps its length.

    A field goes with its broken range; without one the ends of the range stay as plain words.
    """
    out = list(text)
    for begin, end, of_field in _incomplete(text):
        there = text[begin:end]
        instead = " " * len(there) if of_field else _SIGNS.sub(_blank, there)
        out[begin:end] = instead
        troubles.note(begin, "A range is not complete.", LEFT_OUT if of_field else INSTEAD, _ADVICE)
    return "".join(out)


def _incomplete(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield where an incomplete range begins and ends, and whether it belongs to a field."""
    left = list(text)
    for found in _WHOLE.finditer(text):
        left[found.start() : found.end()] = "\0" * len(found.group())
        if found["field"] and not _TO.search(found.group()):
            yield *found.span(), True
    for found in _BROKEN.finditer("".join(left)):
        of_field = bool(found["field"] or found["field_of_end"])
        if of_field or _TO.search(found.group()):
            yield *found.span(), of_field


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())
