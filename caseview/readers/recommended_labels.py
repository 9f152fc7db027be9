"""What labels a recommendation: its number, in front of its words or alone above them."""

import re
from dataclasses import dataclass

from caseview.domain.passage import Passage
from caseview.readers.asked_bodies import is_body_name, names_body
from caseview.readers.asking_words import asks
from caseview.readers.numbers_in_words import TO_FIFTEEN, number_of
from caseview.readers.wording import any_of

COUNT = (
    r"\d{1,3}(?:\.\d{1,2}){0,2}(?:[a-z](?![a-z])|\s?\([a-z]\))?"
    r"|(?-i:[A-Z]{1,3})\d{1,2}(?:\.\d{1,2})?"
    rf"|{TO_FIFTEEN}"
)
"""A pattern for the number of a recommendation."""
_ENDED = r"(?=\)?\s*(?:[:.)\-–—|]|$))"
_LETTERED = rf"(?:(?-i:[A-Z])|[ivx]{{1,5}}){_ENDED}"
NAME = r"(?-i:[A-Z])[^.:;()\[\]]{2,80}?"
"""A pattern for a name that stands in brackets or before a colon."""
_QUALIFIED = any_of("""
    national / local / regional / single[- ]agency / multi[- ]agency / inter-?agency / overview
    panel / imr / key / strategic / operational / practice / policy / overarching / learning / sar
    dhr / dardr / scr / l?cspr / mhr / review / system / thematic / statutory / additional / further
    final / general / specific / priority / agency / health / police / partnership / board
""")
# "(P1)", "[national]": how soon or how far, and no name.
_HOW = (
    r"(?:\s*[(\[](?:p\d|(?:high|medium|low|top)(?:\s+priority)?|priority\s+\w+|national|local|new"
    r"|level\s+\d|regional|(?:single|multi|inter)[- ]agency|\d{1,2}|statutory|for\s+all)[)\]])?"
)
_LEADS = r"(?:(?:for|to|lead|owner|action(?:\s+by)?|addressed\s+to)\s*:?\s+(?:the\s+)?)?"
# Typists slip in so long a word: "Reccomendation", "Recomendation", "Recommendaton".
_WORD = r"rec{1,2}om{1,2}[ea]nd(?:ation|aton|aion|ition|tion)s?"
# "Argymhelliad 1 / Recommendation 1": a Welsh review says it in both languages.
_WELSH = r"(?:argymhelliad\s+\d{1,2}\s*[/|–-]\s*)?"
REASONS = any_of(r"""
    (?:key )?findings? / (?:key )?themes? / (?:key )?lessons? / (?:key )?learning(?: points?)?
    kloes? / (?:key )?lines? of enquiry / paragraphs? / paras? / (?:key )?issues? / conclusions?
""")
"""A pattern for what a report calls the parts that give a recommendation its reason."""
# "Recommendation 1 (Learning 1 and 4)", "(All findings)": why, and nobody's name.
_POINTER = (
    rf"(?:(?:see|from|all|the|key)\s+)*{REASONS}"
    r"(?:\s+(?:no\.?\s*)?[a-z]?\d[\d.]*(?:(?:\s*(?:,|&|-|–|and|to)\s*)+[a-z]?\d[\d.]*)*)?"
)
LABEL = re.compile(
    rf"\s*{_WELSH}(?:{_QUALIFIED}\s+){{0,2}}(?P<word>{_WORD}|argymhelliad)\s*"
    rf"(?:no\.?\s*|number\s*)?\(?\#?(?P<number>{COUNT}|{_LETTERED})?\)?{_HOW}"
    rf"(?:\s*[(\[]{_POINTER}[)\]])?"
    rf"(?:\s*[(\[]{_LEADS}(?P<to>[^()\[\]]{{3,80}})[)\]]"
    rf"|,?\s+(?:for|to)\s+(?:action\s+by\s+)?(?:the\s+)?(?P<for>{NAME}|(?:all|every|each|both|any)\s[^.:;()\[\]]{{2,80}}?)"
    r"(?=\s*[:–—]|\s+-\s))?"
    r"(?P<end>\s*[:.)\-–—|]+\s*|\s*$|\s+(?-i:(?=[A-Z]))|(?<=\d)(?-i:(?=[A-Z][a-z])))",
    re.IGNORECASE,
)
"""The label of a recommendation, with its number and whom it names in brackets or after "to"."""
R_NUMBER = re.compile(
    r"\s*\(?(?P<number>R(?i:ec)?\.?\s?\d{1,3}(?:\.\d{1,2})?)\)?(?:\s*\([A-Z]{1,3}\))?"
    r"\s*[:.)\-–—|]*\s+(?=\S)"
)
"""The number of a recommendation as "R1" or "Rec 1"."""
# "CSP 1.", "BP-2", "K/01", "TSMB/19/01", "5A": letters for a body, a list or a part, and a number.
CODED = r"(?:[A-Z]{1,6}(?:[ ./–-]?\d{1,2}(?:\.\d{1,2})?|(?:[./–-]\d{1,4}){1,3})[a-z]?|\d{1,2}[A-Z])"
"""A pattern for such a code."""
CODE_ALONE = re.compile(rf"[(\[]?(?P<number>{CODED})[)\]]?\W*")
"""A pattern for a code that stands alone."""
# A table read out cell by cell: the code of a recommendation, whose it is, and it.
_CODE_AND_BODY = re.compile(rf"[(\[]?(?P<number>{CODED})[)\]]?\W*\n(?P<who>[^\n]{{3,100}})")
# "Recommendation for Finding 2" has the finding's number.
_FOR_FINDING = re.compile(
    r"recommendations?\s+(?:for|from|on|to|arising\s+from)\s+(?:key\s+)?"
    r"(?:finding|theme|lesson|learning(?:\s+point)?|issue|question|kloe)\s+"
    rf"(?P<number>{COUNT})\W*",
    re.IGNORECASE,
)
REC = re.compile(r"rec\.?\s*", re.IGNORECASE)
"""The word of such a number, in short."""
_TO = re.compile(
    r"(?:for|to)\s+(?:action\s+by\s+)?(?:the\s+)?(?P<who>(?:(?!\b(?:should|must)\b)[^.:;]){3,160})\W*"
)
# "Norfolk County Council and Public": names, and another one that has only begun.
_OPEN_NAMES = re.compile(
    r"[A-Z][\w'’&.\-]*(?:,?\s+(?:and|of|for|the|&|[A-Z][\w'’&.\-]*))*\s+and(?:\s+(?:the\s+)?[A-Z][\w'’-]*)?"
)
# The line of a label breaks a name: "... Safeguarding Children" / "Partnership to keep a list".
_REST_OF_NAME = re.compile(
    r"(?!(?:The|All|Each|Every|Both|This|Our|Any|It|They|We)\b)"
    r"(?P<rest>[A-Z][\w'’&-]*(?:,?\s+(?:(?:and|of|for|the|&)\s+)*[A-Z][\w'’&-]*){0,5}),?\s+"
    r"(?:should|must|shall|needs?\s+to|to|will)\s"
)
_GENERAL_NAME = re.compile(
    r"(?:(?:Safeguarding|Care|Community|Children['’]s|Adult|Adults|Foundation|NHS|Safety|Health)\s+)*"
    r"(?:Partnership|Trust|Board|Council|Services?|Social Care|Team|Hospitals?|Surgery)"
)
_CAPITALS = re.compile(
    r"[A-Z][\w'’&.-]*(?:,?\s+(?:(?:and|of|for|the|&)\s+)*[A-Z][\w'’&.-]*)+(?:\s+(?:and|of|for|the))?"
)
_JOINED = re.compile(
    r"(?:\b(?:and|with|within|in|at|of|for|&)|,)(?:\s+(?:the\s+)?[A-Z][\w'’-]*){0,3}$"
)
# How names end that go on: "NHS Foundation" (Trust), "Marsford and" (Vale Council).
_BEGUN = re.compile(r"\b(?:NHS|NHS Foundation|Safeguarding|Integrated|Community|City|County)$")
_REACH_BEHIND = re.compile(rf"{_HOW[:-1]}\W*$", re.IGNORECASE)
_PARTS = re.compile(r"\d+|[A-Za-z]+")
_MOST_TITLE_WORDS = 10


@dataclass(frozen=True, slots=True)
class Label:
    """A label that stands above its recommendation: its number, whom it names, or its title.

    `titled` says that it has a title of its own, from `start` to `end`, which is what is
    recommended where nothing follows; `named` that its title is names that go on below.
    """

    number: str
    who: str
    start: int
    end: int
    titled: bool = False
    named: bool = False


def ends_amid_name(title: str, below: str) -> bool:
    """Return whether the line of a label ended in the middle of a name that `below` goes on with.

    "Marsford Safeguarding Children" above "Partnership to keep ...", "Norfolk Police and Vale"
    above "Valley Council should ...", but no name that is whole, and no title.
    """
    rest = _REST_OF_NAME.match(below)
    if rest is None or (is_body_name(title) and _BEGUN.search(title) is None):
        return False
    general = _GENERAL_NAME.fullmatch(rest["rest"]) and _CAPITALS.fullmatch(title)
    return general is not None or (names_body(title) and _JOINED.search(title) is not None)


def order_of(number: str) -> tuple[tuple[int, str], ...]:
    """Return a number as numbers go on: 2 before 10, 3A before 3B, two before three."""
    if counted := number_of(number):
        return ((counted, ""),)
    parts = _PARTS.findall(number)
    return tuple((int(part), "") if part.isdigit() else (0, part) for part in parts)


def bare_number(number: str) -> str:
    """Return the number of a label without the word for it: "1" for "Rec. 1"."""
    return REC.sub("", number)


def is_coded(number: str) -> bool:
    """Return whether a number is a code with letters of its own: "S1", "BP-2"."""
    return number[:1].isalpha() and CODE_ALONE.fullmatch(number) is not None


def label_printed(printed: str) -> str:
    """Return the number of a label that Word counts for itself ("Recommendation 1"), else ""."""
    label = LABEL.match(printed) or R_NUMBER.match(f"{printed} .")
    return bare_number(label["number"]) if label and label["number"] else ""


def label_above(passage: Passage) -> Label | None:
    """Return the label that a paragraph is, above its recommendation; None for other words.

    "Recommendation 3", "Recommendation 3: to the Trust", "Recommendation 3 – Leaving hospital".
    """
    return _code_above(passage) or _worded_above(passage)


def _code_above(passage: Passage) -> Label | None:
    """Return the label that a code alone is, names its finding, or a table had with whose it is."""
    if named := _FOR_FINDING.fullmatch(passage.text):
        return Label(named["number"], "", passage.end, passage.end)
    if code := CODE_ALONE.fullmatch(passage.text.strip()):
        return Label(code["number"], "", passage.end, passage.end)
    if (read := _CODE_AND_BODY.fullmatch(passage.text)) and names_body(read["who"]):
        return Label(read["number"], read["who"], passage.end, passage.end)
    return None


def _worded_above(passage: Passage) -> Label | None:
    match = LABEL.match(passage.text)
    number = (match["number"] if match else "") or label_printed(passage.printed)
    if not number:
        return None
    start = passage.start + (match.end() if match and match["number"] else 0)
    rest = _REACH_BEHIND.sub("", passage.text[start - passage.start :]).strip()
    who = (match["to"] or match["for"] or "") if match and match["number"] else ""
    if not rest:
        return Label(number, who, start, start)
    to = _TO.fullmatch(rest)
    if to or is_body_name(rest):
        return Label(number, to["who"] if to else rest, start, passage.end)
    if len(rest.split()) > _MOST_TITLE_WORDS or rest.endswith((".", ";")) or asks(rest):
        return None
    named = names_body(rest) and _OPEN_NAMES.fullmatch(rest) is not None
    return Label(number, who, start, passage.end, titled=True, named=named)
