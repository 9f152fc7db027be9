"""The board or partnership that commissioned a review, and the place it serves."""

import re

from caseview.domain.attribute import DetailName
from caseview.readers.capitals import as_written
from caseview.readers.findings import Findings, one_line
from caseview.readers.places import Places

_D = DetailName
_WORD = r"[A-Z][\w'’\-]*\.?"
_LINK = r"(?:\s+(?:and|&|of|the|upon|on|with|in|under|le|y|yr|a)(?:\s+the)?\s+|\s*,\s*|\s+)"
_BOARD = re.compile(
    rf"""(?P<name>
      Safer\s+(?:{_WORD}{_LINK}){{0,5}}?{_WORD}(?:\s+Community\s+Safety)?\s+(?:Partnership(?:\s+Board)?|Board)
    | (?:{_WORD}{_LINK}){{1,9}}?
      (?:(?:Local\s+)?(?:Multi-Agency\s+)?Safeguarding\s+(?:Vulnerable\s+)?(?:Adults?|Children|Childrens)['’]?s?(?:\s+and\s+Adults?)?\s+(?:Executive\s+)?(?:Partnership(?:\s+Board)?|Board|Committee)
        |Multi-Agency\s+Safeguarding\s+(?:Arrangements|Partnership|Board)|(?:MAPPA\s+)?Strategic\s+Management\s+Board
        |Domestic\s+(?:Abuse|Violence)(?:\s+and\s+Sexual\s+Violence)?\s+(?:Strategic\s+)?Partnership(?:\s+Board)?
        |Adults?\s+Safeguarding\s+(?:Partnership\s+)?Board|Adult\s+Protection\s+Committee
        |Children['’]?s?\s+Safeguarding\s+(?:Assurance\s+)?(?:Partnership|Board)
        |(?:Regional\s+)?Safeguarding\s+(?:Partnership(?:\s+Board)?|Board)(?:\s+for\s+{_WORD}(?:\s+(?:and|&)\s+{_WORD})*)?
        |Community\s+Safety\s+Partnership(?:\s+Board)?|Safer\s+(?:(?:Communities|Community|Neighbourhoods|Streets)\s+)?Partnership(?:\s+Board)?|Crime\s+and\s+Disorder\s+(?:Reduction\s+)?Partnership)
    | Bwrdd\s+Diogelu(?:\s+(?:Plant|Oedolion|Rhanbarthol))?(?:\s+[A-Z]\w+){1,4}
    )""",
    re.VERBOSE,
)  # fmt: skip
# Names that only a line of its own, or what commissioned it, tells from other words.
_ON_COVER = re.compile(
    rf"""^(?:(?:Commissioned\s+by|(?:Published\s+)?[Oo]n\s+behalf\s+of|For|Prepared\s+for)\s+(?:the\s+)?)?
    (?P<name>Safer\s+(?:{_WORD}[ ]){{0,3}}{_WORD}|Community\s+Safety\s+{_WORD}
    |(?:{_WORD}{_LINK}){{0,4}}?{_WORD}\s(?:LSCB|LSCP|SCB|SCP|SAB|CSP))[ \t]*$""",
    re.VERBOSE | re.MULTILINE,
)
_COVER = 1_500
_BEFORE = re.compile(
    r"(?:commissioned\s+by|on\s+behalf\s+of|prepared\s+for|report\s+(?:for|to)|undertaken\s+by|published\s+by)(?:\s+and\s+\w+\s+on\s+behalf\s+of)?\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:[A-Z]?\d+(?:\.\d+)*[.)]?\s+)?(?:(?:The|This|Report|Reports|Review|Overview|Executive|Summary|Final|For|By|On|Behalf|Commissioned|Author|Chair\s+of|Chair|Contents|Introduction|Preface|Independent|Serious|Case|Domestic|Homicide|Child|Local|January|February|March|April|May|June|July|August|September|October|November|December|\d+)\s+)+(?=[A-Z])"
)
_GENERIC = re.compile(
    r"\b(?:Safer|Local|Safeguarding|Adults?['’]?s?|Child(?:ren)?['’]?s?|Partnership|Board|Committee|Community|Safety|Regional|Protection|Assurance|MAPPA|Strategic|Management|Multi-Agency|Arrangements|Domestic|Abuse|Violence|Sexual|Vulnerable|Executive|the|and\s+Adults)\b|\band\s*$",
)
_GOES_ON = re.compile(r"(?:\b(?:and|of|the|upon|on|with|in|under|le|y|yr|a)|&|,)\s*$")
_OF_DOCUMENT = re.compile(r"\b(?:Reviews?|Report|Summary|Overview|SCR|SAR|DHR|CSPR|DARDR|LCSPR)\b")
_NEAR = 60
_OPENING = 9_000


def board_of(text: str, found: Findings, places: Places) -> str | None:
    """Record and return the commissioning board named in the opening, None where none is.

    A name after "commissioned by" counts before one named earlier; of the rest the first one.
    """
    best: re.Match[str] | None = None
    text = as_written(text[:_OPENING])
    for match in _BOARD.finditer(text):
        commissioned = _BEFORE.search(text[max(0, match.start() - _NEAR) : match.start()])
        if commissioned:
            best = match
            break
        best = best or match
    best = best or _ON_COVER.search(text, 0, _COVER)
    if best is None:
        return None
    printed = _of_its_line(best["name"])
    start = best.end("name") - len(printed)
    leading = _LEADING.match(printed)
    if leading:
        printed, start = printed[leading.end() :], start + leading.end()
    board = one_line(printed)
    found.add(_D.BOARD, board, start, start + len(printed))
    _area(board, found, places, start, start + len(printed))
    return board


def _of_its_line(printed: str) -> str:
    """Return a name without the lines above it, where its last line is a whole name.

    A line that ends with "and" or "of" goes on in the next; one that names the document, such as a
    head that runs above its cover, is no part of a name.
    """
    first, gap, below = printed.partition("\n")
    if gap and _OF_DOCUMENT.search(first) and _BOARD.fullmatch(below.strip()):
        printed = below.strip()
    above, gap, last = printed.rpartition("\n")
    whole = gap and _BOARD.fullmatch(last) and not _GOES_ON.search(above)
    return last if whole else printed


def _area(board: str, found: Findings, places: Places, start: int, end: int) -> None:
    listed = places.board(board)
    place = one_line(_GENERIC.sub(" ", board))
    area = places.local_area(place) if place else None
    if area is None and listed is None:
        if place:
            found.add(_D.AREA, place, start, end, known=False)
            found.add(_D.AREA_AS_PRINTED, place, start, end, known=False)
        return
    listed_as = area or listed
    if listed_as:
        found.add(_D.AREA, listed_as.name, start, end)
        found.add(_D.AREA_AS_PRINTED, place or board, start, end)
