"""Who wrote and chaired a review."""

import re

from caseview.readers.capitals import as_written
from caseview.readers.wording import any_of

_PERSON_NAME = (
    r"(?:(?:Dr|Professor|Prof|Mr|Mrs|Ms|Miss|Sir|Dame|HHJ)\.?[ \t]+)?"
    r"(?!(?:By|Report|Prepared|Written|Chaired|Authored)\b)"
    r"(?:[A-Z](?:[a-z]|['’][A-Z])[\w'’\-]*(?:[ \t]+[A-Z]\.?(?=[ \t]))?"
    r"|(?:[A-Z]\.[ \t]?){1,3}(?=[ \t]))"
    r"(?:[ \t]+(?:de|van|von|al|el|la)(?=[ \t]))?(?:[ \t]+[A-Z](?:[a-z]|['’][A-Z])[\w'’\-]*){1,3}"
)
_WRITES = any_of("""
    independent chair(?: and (?:report |overview )?author)? / chair and (?:report |overview )?author
    authors? / co-authors? / reviewers? / report authored by / written by / prepared by
    authored by / author and chair / (?:overview )?report writer / chaired by / report by
    (?<!vice.)(?<!deputy.)chair(?=\\s*[:|\\-–—])
    (?<!vice.)(?<!deputy.)chair of (?:the )?(?:\\w+ ){0,4}panel(?=\\s*[:|\\-–—])
""")
_AUTHOR = re.compile(
    rf"""\b(?i:(?:independent\s+(?!chair))?(?:overview\s+)?(?:lead\s+)?(?:report\s+)?{_WRITES})
    \s*(?i:name|\(s\)|[12])?[\s:\-–—|]*(?i:by\s+)?
    (?P<names>{_PERSON_NAME}(?:\s*(?:,|&|\band\b)\s*{_PERSON_NAME})*)""",
    re.VERBOSE,
)
_BEFORE_POST = re.compile(
    rf"(?P<names>{_PERSON_NAME})\s*[,\-–\n ]\s*(?i:(?:[^\n.]{{0,60}}[,.]\s*)?"
    r"(?:(?:independent|lead)\s+(?:chair|author|reviewer|overview)|(?:senior\s+)?investigator\b))"
)
_NOT_PEOPLE = re.compile(
    r"\b"
    + any_of("""
    Report / Review / Panel / Board / Overview / Independent / Author / Chair / Partnership / Final
    Date / Introduction / Safeguarding / Community / Council / Lead / Executive / Summary / The
    Contents / Trust / Foundation / Hospital / NHS / Services? / Investigation / Investigator
    January / February / March / April / May / June / July / August / September / October / November
    December / Published / Consulting / Version
    """)
    + r"\b"
)
_JOIN = re.compile(r"\s*(?:,|&|\band\b)\s*")


def authors_in(text: str, end: int) -> list[tuple[str, int, int]]:
    """Return the authors, chairs and lead reviewers named, with their places.

    They are looked for in `text[:end]`, the opening; where nobody is named there, in all of it,
    for some templates end with a statement by the reviewers.
    """
    text = as_written(text)
    found: dict[str, tuple[str, int, int]] = {}
    for pattern, reach in ((_AUTHOR, end), (_BEFORE_POST, end), (_AUTHOR, len(text))):
        place = 0
        while match := pattern.search(text, place, reach):
            named = _people(text, match)
            for one in named:
                found.setdefault(one[0], one)
            place = match.end() if named else match.start("names") + 1
        if found:
            break
    return sorted(found.values(), key=lambda one: one[1])


def _people(text: str, match: re.Match[str]) -> list[tuple[str, int, int]]:
    """Return the people among the names of a match, with their places."""
    people = []
    place = match.start("names")
    for part in _JOIN.split(match["names"]):
        name = part.strip()
        begin = text.index(name, place)
        place = begin + len(name)
        if not _NOT_PEOPLE.search(name) and len(name.split()) > 1:
            people.append((name, begin, place))
    return people
