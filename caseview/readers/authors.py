"""Who wrote and chaired a review."""

import re
from collections.abc import Iterator

from caseview.readers import author_words as said
from caseview.readers.capitals import as_written
from caseview.readers.wording import any_of

_NOT_PEOPLE = re.compile(
    r"\b"
    + any_of("""
    Report / Review / Panel / Board / Overview / Independent / Author / Chair / Partnership / Final
    Date / Introduction / Safeguarding / Community / Council / Lead / Executive / Summary / The
    Contents / Trust / Foundation / Hospital / NHS / Services? / Investigation / Investigator
    Associates / Consult\\w+ / Ltd / Limited / Solutions
    Constabulary / Police / Agency / Authority / Department / University / College / School
    Surgery / Practice / Centre / House / Street / Road / Court / Home / Probation / Office
    Principal / Manager / Adult / Adults / Children / Practitioner / Officer / Consultant / Baby
    Child / Infant / Reviews / Reports / Reviewers? / Managing / Director / Coroner / Senior
    January / February / March / April / May / June / July / August / September / October / November
    December / Published / Version / Designated / Named
    """)
    + r"\b"
)
# A courtesy title or a rank is no part of the name; a doctor's or a judge's is kept.
_RANK = re.compile(
    rf"(?:(?:(?:Mr|Mrs|Ms|Miss|{said.RANKS})\.?[ \t]+)+"
    r"|(?:(?:Assistant|Deputy|Temporary|Detective|Chief|Superintendent|Inspector|Sergeant|Constable|Officer|Commander|Retired|Probation|Fire"
    r"|Director)[ \t]+)+)(?=[A-Z])"
)
# "June Ashby" is a name, "June Review" is none.
_GIVEN_MONTH = re.compile(r"^(?:April|May|June|August)(?=[ \t]+\S+$)")
_IN_BRACKETS = re.compile(r"\s*\((?!(?:Retd|Rtd|[Rr]etired)\b)[^()]*\)")
_JOIN = re.compile(r"\s*(?:,|;|/|&|\band\b)\s*")
_TITLES = frozenset({"Dr", "Professor", "Prof", "Sir", "Dame", "HHJ", "Revd", "Rev", "Cllr"})
_COVER = 1_500
# What else is written, led or signed: a care plan, an inquest, the foreword.
_OTHER_WORK = re.compile(
    r"\b(?i:care\s+plan|plans?|assessments?|letters?|notes?|emails?|records?|forms?|referrals?|inquest"
    r"|articles?|books?|poems?|statements?|imrs?|tribute|foreword|preface|clinic|ward|protocol"
    r"|policy)\b[^.\n]{0,40}$"
)
_DIED_OF = r"(?:death|murder|killing|homicide|suicide|case) of "
_DIED = (
    r"(?:who )?(?:had )?(?:died|was (?:killed|murdered|found|stabbed|born)|took (?:his|her) own)\b"
)
_NEAR = 80
_FULL = 2
_POSTS = frozenset({
    "Independent",
    "Author",
    "Chair",
    "Lead",
    "Reviewer",
    "Overview",
    "Report",
    "Consultant",
})


def authors_in(text: str, end: int) -> list[tuple[str, int, int]]:
    """Return the authors, chairs and lead reviewers named, with their places.

    They are looked for in `text[:end]`, the opening; where nobody is named there, in all of it,
    for some templates end with a statement by the reviewers.
    """
    text = as_written(text)
    found: dict[str, tuple[str, int, int]] = {}
    for patterns, reach in (
        (said.SAYING, end),
        (said.POSTED, end),
        (said.COVER_LINES, end),
        (said.DOING, end),
        (said.DATED, _COVER),
        (said.OVER_DATE, _COVER),
        (said.LABELLED, len(text)),
    ):
        for pattern in patterns:
            found |= {one[0]: one for one in _named(text, pattern, 0, reach) if one[0] not in found}
        if patterns is said.OVER_DATE:
            found = {name: one for name, one in found.items() if not _told_of(name, text)}
        if found:
            break
    places = [(said.PANEL_CHAIR, end, len(text)), *((chaired, 0, end) for chaired in said.CHAIRED)]
    for pattern, start, reach in places:
        for one in _named(text, pattern, start, reach):
            found.setdefault(one[0], one)
    return sorted(found.values(), key=lambda one: one[1])


def _named(
    text: str, pattern: re.Pattern[str], start: int, end: int
) -> Iterator[tuple[str, int, int]]:
    """Yield the people whom a pattern finds; where it finds none, it looks on behind the word."""
    while match := pattern.search(text, start, end):
        line = text.rfind("\n", 0, match.start()) + 1
        other = _OTHER_WORK.search(text, max(line, match.start() - _NEAR), match.start())
        people = [] if other else _people(text, match)
        yield from people
        start = match.end() if people else match.start("names") + 1


def _told_of(name: str, text: str) -> bool:
    """Whether the text tells of somebody by this first name, as it does of its subject.

    One who wrote is named in full, and died in none of the sentences that do so.
    """
    first = next(word for word in name.split() if word.rstrip(".") not in _TITLES)
    surname = re.escape(name.rsplit(maxsplit=1)[-1])
    alone = re.search(rf"\b{re.escape(first)}\b(?!(?:[ \t]+\S+)?[ \t]+{surname}\b)", text)
    died = re.search(rf"\b{_DIED_OF}{re.escape(name)}|\b{re.escape(name)},? {_DIED}", text)
    return alone is not None or died is not None


def _people(text: str, match: re.Match[str]) -> list[tuple[str, int, int]]:
    """Return the people among the names of a match, with their places."""
    people = []
    place = match.start("names")
    names = _IN_BRACKETS.sub(lambda aside: " " * len(aside.group()), match["names"])
    for part in _JOIN.split(names):
        name = part.strip()
        begin = text.index(name, place)
        place = begin + len(name)
        ahead = _RANK.match(name)
        if ahead:
            name, begin = name[ahead.end() :], begin + ahead.end()
        name = _without_post(name)
        place = begin + len(name)
        if len(name.split()) > 1 and not _NOT_PEOPLE.search(_GIVEN_MONTH.sub("", name)):
            people.append((name, begin, place))
    return people


def _without_post(name: str) -> str:
    """Return a name without the post printed behind it: "Ada Bell Independent Author"."""
    words = name.split(" ")
    while len(words) > _FULL and words[-1] in _POSTS:
        words.pop()
    return " ".join(words)
