"""One recommendation from one paragraph: its label or number, its words, whom a label names."""

import re
from dataclasses import dataclass

from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.readers.asked_bodies import (
    DO,
    can_be_asked,
    is_body_name,
    is_group_heading,
)
from caseview.readers.lines import fold
from caseview.readers.recommended_telling import tells_only
from caseview.readers.wording import any_of, whole_words

COUNT = r"\d{1,3}(?:\.\d{1,2})?[a-z]?|one|two|three|four|five|six|seven|eight|nine|ten"
"""A pattern for the number of a recommendation."""

_LETTERED = r"(?-i:[A-Z])(?=\s*(?:[:.)\-–—|]|$))"
NAME = r"(?-i:[A-Z])[^.:;()\[\]]{2,80}?"
"""A pattern for a name that stands in brackets or before a colon."""

# "(P1)", "(national)": how soon or how far, and no name.
_HOW = (
    r"(?:\s*\((?:p\d|(?:high|medium|low|top)(?:\s+priority)?|priority\s+\w+|national|local|new|level\s+\d"
    r"|regional|(?:single|multi|inter)[- ]agency|\d{1,2}|statutory)\))?"
)
LABEL = re.compile(
    r"\s*(?:(?:national|local|single[- ]agency|multi[- ]agency|overview|panel|imr|key)\s+)?"
    rf"(?P<word>recommendations?)\s*(?:no\.?\s*|number\s*)?(?P<number>{COUNT}|{_LETTERED})?{_HOW}"
    rf"(?:\s*\((?P<to>[^()]{{3,80}})\)|\s+(?:for|to)\s+(?:the\s+)?(?P<for>{NAME})(?=\s*[:\-–—]))?"
    r"(?P<end>\s*[:.)\-–—|]+\s*|\s*$|\s+(?-i:(?=[A-Z])))",
    re.IGNORECASE,
)
"""The label of a recommendation, with its number and whom it names in brackets or after "to"."""

R_NUMBER = re.compile(
    r"\s*\(?(?P<number>R(?:ec)?\.?\s?\d{1,3}(?:\.\d{1,2})?)\)?\s*[:.)\-–—|]*\s+(?=\S)"
)
"""The number of a recommendation as "R1" or "Rec 1"."""

_NUMBER = re.compile(
    r"\s*\(?(?P<number>\d{1,2}(?:\.\d{1,2})?[a-z]?|[ivx]{1,5}|[a-z]|[A-Z])\s*[.)\]:]+\s*"
    r"(?=[A-Z“\"'])"
)
# "CSP 1.", "BP-2", "K/01": letters that stand for a body or a list, and a number.
_CODE = re.compile(
    r"\s*[(\[]?(?P<number>[A-Z]{1,5}[ ./–-]?\d{1,2}(?:\.\d{1,2})?[a-z]?)[)\]]?\s*[.:)–—-]*\s+"
    r"(?=[A-Z“\"']|(?:to|that)\s)"
)
_ASKS = whole_words(r"""
    should(?!\s+(?:not\s+|also\s+)?have\b) / must(?!\s+(?:not\s+)?have\b)
    recommend(?:s|ed)? / recommendation is / needs? to / ought to / (?:is|are) to
    (?:is|are) (?:asked|invited|urged|encouraged|required|requested|advised) to
""")
_TOLD = re.compile(r"(?:the|it|we|this|these|she|he|they|there|in|an?|since|at|on|by)\b")
# "All partners to provide ...": nothing is said before it that was done.
_TO_DO = re.compile(
    rf"(?:(?!\b(?:has|have|had|was|were|is|are|wants?|wishes|hopes?|chose|decided|tried)\b)[^.:;]){{2,160}}?"
    rf"\bto\s+(?:\w+ly\s+)?{DO}\b"
)
_BODY_TO = re.compile(
    r"(?P<who>(?:(?!\b(?:has|have|had|was|were|is|are|should|wants?|wishes)\b)[^.:;,]){3,90}?)\s+to\s+[a-z]{2,}\b"
)
TO_BODY = re.compile(
    r"(?:to|for)\s+(?:the\s+)?(?P<who>[A-Z][^.;:]{2,100}?),?\s+that\s+(?:it|they|the)\b",
    re.IGNORECASE,
)
"""Words that say first to whom: "To the Trust, that it ..."."""
BODY_FIRST = re.compile(r"(?P<who>[A-Z][^.:;()–—]{2,80}?)(?::|\s[–—-])\s+(?=\S)")
"""A name before what it is asked: "The Trust: ...", "The Trust – ..."."""
_CODE_ALONE = re.compile(r"[(\[]?(?P<number>[A-Z]{1,5}[ ./–-]?\d{1,2}[a-z]?)[)\]]?\W*")
_COUNTED = re.compile(
    r"^(?:first|second|third|fourth|fifth|sixth|final|last)(?:ly)?,\s+(?:and\s+\w+,\s+)?"
)
_OPENS = re.compile(rf"(?:to\s+)?(?:{DO}|ask|make|that)\b")
_INTRODUCES = re.compile(
    any_of(r"""
    (?:following|these|above|below) recommendations?\b / \b(?:do|take) the following\W*$ / [:;]\s*$
    no (?:\w+ )?recommendations?\b / recommends? (?:as follows|the following)
    recommendations? (?:are|were|is(?! that)|below|set out|that follow|have been|made)\b
    """)
)
_ANNOUNCES = re.compile(r"\brecommend(?:s|ed|ations?)?\b[^:.]{0,110}:\s*$")
_SHOULD = re.compile(r"\bshould\b")
_QUESTION = re.compile(r"^questions?\s+(?:for|to)\b|\?\s*$")
_REC = re.compile(r"rec\.?\s*", re.IGNORECASE)
_TO = re.compile(r"(?:for|to)\s+(?:the\s+)?(?P<who>(?:(?!\b(?:should|must)\b)[^.:;]){3,160})\W*")
_OPENS_TO = re.compile(r"(?:for|to)\s+(?:the\s+)?(?=[A-Z])")
_SENTENCE_BEGINS = re.compile(r"(?<=\s)[A-Z][a-z]*(?=\s[a-z])")
_LONGEST_NUMBER = 6
_MOST_TITLE_WORDS = 10
_LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Item:
    """A recommendation being read: its number, its words, and what its group is.

    `addressee` is whom a label or a column names, `lead` a post that one names instead; `sure`
    where a number, label or column says that it is one, `listed` where it stands in a list;
    `headed` says that its label stands above it, so that what follows may belong to it; `clause`
    that it stood behind "We recommend that".
    """

    number: str
    start: int
    end: int
    group: str = ""
    addressee: str | None = None
    sure: bool = False
    lead: str = ""
    listed: bool = False
    headed: bool = False
    clause: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A label that stands above its recommendation: its number, whom it names, or its title.

    `titled` says that it has a title of its own, from `start` to `end`, which is what is
    recommended where nothing follows.
    """

    number: str
    who: str
    start: int
    end: int
    titled: bool = False


def heads_group(passage: Passage) -> bool:
    """Return whether a paragraph names the body that the recommendations below it are for."""
    if passage.style is ParagraphStyle.HEADING:
        return not _numbered(passage)
    asks = _OPENS.match(fold(passage.text)) is not None
    return is_group_heading(passage.text) and not asks and not _numbered(passage)


def asks_question(passage: Passage) -> bool:
    """Return whether a paragraph asks a question, or heads a list of questions.

    A heading that is itself a question ("What should happen now?") may head recommendations.
    """
    plain = fold(passage.text)
    if passage.style is ParagraphStyle.HEADING:
        plain = plain.rstrip(" ?")
    return _QUESTION.search(plain) is not None


def announces(words: str) -> bool:
    """Return whether a paragraph opens a list of recommendations ("It is recommended that:")."""
    return _ANNOUNCES.search(fold(words)) is not None


def label_printed(printed: str) -> str:
    """Return the number of a label that Word counts for itself ("Recommendation 1"), else ""."""
    label = LABEL.match(printed) or R_NUMBER.match(f"{printed} .")
    return _REC.sub("", label["number"]) if label and label["number"] else ""


def _numbered(passage: Passage) -> bool:
    if label_printed(passage.printed):
        return True
    label = LABEL.match(passage.text)
    labelled = label is not None and label["number"] is not None
    return labelled or R_NUMBER.match(passage.text) is not None


def item_of(passage: Passage, group: str) -> Item | None:
    """Return what a paragraph of a section of recommendations recommends, None where nothing.

    `group` is the heading of the list that it stands in.
    """
    if printed := label_printed(passage.printed):
        return Item(printed, passage.start, passage.end, group, sure=True, headed=True)
    if (code := _CODE_ALONE.fullmatch(passage.printed)) and not _tells(passage.text):
        return Item(code["number"], passage.start, passage.end, group, sure=True)
    for pattern in (LABEL, R_NUMBER, _NUMBER, _CODE):
        match = pattern.match(passage.text)
        if match and match["number"] and match.end() < len(passage.text):
            if pattern in {_NUMBER, _CODE} and _tells(passage.text[match.end() :]):
                return None
            return _marked(passage, match, group, labelled=pattern is LABEL)
    return _unmarked(passage, group)


def _marked(passage: Passage, match: re.Match[str], group: str, *, labelled: bool) -> Item:
    """Return what stands behind a label or number."""
    rest = passage.text[match.end() :]
    named = match["to"] or match["for"] if labelled else None
    start = passage.start + match.end()
    number = _REC.sub("", match["number"])
    if labelled and (run := _run_on(rest)):
        named, start = run[0], start + run[1]
    return Item(number, start, passage.end, group, named, sure=True, headed=labelled)


def _unmarked(passage: Passage, group: str) -> Item | None:
    """Return what a paragraph asks for whose number stands before it, or that has none."""
    plain = fold(passage.text)
    says_what = _SHOULD.search(plain) or _OPENS.match(plain)
    introduces = _INTRODUCES.search(plain) is not None and not says_what
    if introduces or tells_only(plain) or len(plain.split()) < _LEAST_WORDS:
        return None
    listed = passage.printed and len(passage.printed) <= _LONGEST_NUMBER
    paragraph = "." in passage.printed.strip("().")
    asked = asks(passage.text) or _body_is_to(passage.text)
    if listed and (asked or not paragraph):
        number = passage.printed.strip("().") or ""
        return Item(number, passage.start, passage.end, group, sure=True)
    if not asked:
        return None
    item = passage.style is ParagraphStyle.LIST_ITEM
    return Item("", passage.start, passage.end, group, listed=item)


def _body_is_to(words: str) -> bool:
    """Whether words open with a body and what it is to do.

    "The Surgery to see ...", "To the Surgery, that it sees ...", "Surgery: see ...".
    """
    if (first := BODY_FIRST.match(words)) and is_body_name(first["who"]):
        return True
    match = _BODY_TO.match(words) or TO_BODY.match(words)
    return match is not None and can_be_asked(match["who"])


def _tells(words: str) -> bool:
    """Whether a numbered paragraph tells something, and asks for nothing."""
    plain = fold(words)
    return tells_only(plain) or (_TOLD.match(plain) is not None and not asks(words))


def _run_on(rest: str) -> tuple[str, int] | None:
    """Return whom a label names, and where the words begin that a page ran on behind the name.

    "to the Trust and Norfolk Police Discussions should be held": the line of the label ended
    behind "Police". None where the words only go on from the label.
    """
    if not (to := _OPENS_TO.match(rest)):
        return None
    for cut in _SENTENCE_BEGINS.finditer(rest, to.end()):
        named = rest[to.end() : cut.start()].strip()
        if is_body_name(named):
            return named, cut.start()
    return None


def asks(words: str) -> bool:
    """Return whether words ask for something to be done, rather than tell what was."""
    plain = _COUNTED.sub("", fold(words), count=1)
    asked = _ASKS.search(plain) or _OPENS.match(plain) or _TO_DO.match(plain)
    return asked is not None


def label_above(passage: Passage) -> Label | None:
    """Return the label that a paragraph is, above its recommendation; None for other words.

    "Recommendation 3", "Recommendation 3: to the Trust", "Recommendation 3 – Leaving hospital".
    """
    if code := _CODE_ALONE.fullmatch(passage.text.strip()):
        return Label(code["number"], "", passage.end, passage.end)
    match = LABEL.match(passage.text)
    number = (match["number"] if match else "") or label_printed(passage.printed)
    if not number:
        return None
    start = passage.start + (match.end() if match and match["number"] else 0)
    rest = passage.text[start - passage.start :].strip()
    who = (match["to"] or match["for"] or "") if match and match["number"] else ""
    if not rest:
        return Label(number, who, start, start)
    to = _TO.fullmatch(rest)
    if to or is_body_name(rest):
        return Label(number, to["who"] if to else rest, start, passage.end)
    if len(rest.split()) > _MOST_TITLE_WORDS or rest.endswith((".", ";")) or asks(rest):
        return None
    return Label(number, who, start, passage.end, titled=True)
