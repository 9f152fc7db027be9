"""One recommendation from one paragraph: its label or number, its words, whom a label names."""

import re
from dataclasses import dataclass

from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.readers.asked_bodies import can_be_asked, is_body_name
from caseview.readers.asked_groups import is_group_heading
from caseview.readers.asking_words import COMES_ABOUT, OPENS, WAS_DONE, asks
from caseview.readers.lines import fold
from caseview.readers.recommended_labels import (
    CODE_ALONE,
    CODED,
    LABEL,
    R_NUMBER,
    bare_number,
    label_printed,
)
from caseview.readers.recommended_telling import tells_only
from caseview.readers.wording import any_of

_NUMBER = re.compile(
    r"\s*(?:(?:[Nn]o\.?\s*)?\(?(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?|[ivx]{1,5}|[IVX]{1,5}"
    r"|[a-z]|[A-Z])(?:\s*[.)\]:]+\s*|\s+[–—-]\s+)"
    r"|(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,2})\s+|[Nn]o\.?\s*(?P<plain>\d{1,2})\s+)(?=[A-Z“\"']|\([A-Z])"
)
_CODE = re.compile(
    rf"\s*[(\[]?(?P<number>{CODED})[)\]]?(?:\s*\([A-Z]{{1,3}}\))?\s*[.:)–—-]*\s+"
    r"(?=[A-Z“\"']|(?:to|that)\s)"
)
_TOLD = re.compile(r"(?:the|it|we|this|these|she|he|they|there|in|an?|since|at|on|by)\b")
_BODY_TO = re.compile(
    rf"(?P<who>(?:(?!\b(?:{WAS_DONE}|{COMES_ABOUT}|should)\b)[^.:;,]){{3,90}}?)\s+to\s+[a-z]{{2,}}\b"
)
_BODY_SHOULD = re.compile(r"(?P<who>[A-Z][^.:;,]{2,110}?),?\s+(?:should|must|shall|needs?\s+to)\b")
# "The Trust will see that ...": what a body is to do, and not what came about.
_BODY_WILL = re.compile(
    r"(?P<who>[A-Z][^.:;,]{2,90}?)\s+will\s+(?:also\s+|\w+ly\s+)?(?!be\b)[a-z]{2,}"
)
TO_BODY = re.compile(
    r"(?:to|for)\s+(?:the\s+)?(?P<who>[A-Z][^.;:]{2,100}?),?\s+that\s+(?:it|they|the)\b",
    re.IGNORECASE,
)
"""Words that say first to whom: "To the Trust, that it ..."."""
BODY_FIRST = re.compile(r"(?P<who>[A-Z][^.:;()–—]{2,80}?)(?::|\s[–—-])\s+(?=\S)")
"""A name before what it is asked: "The Trust: ...", "The Trust – ..."."""
_IN_BRACKETS = re.compile(r"[(\[](?P<who>(?:the\s+)?[A-Z][^()\[\]]{2,80})[)\]]\W*$")
# "Test Valley NHS Trust", "NHS Norfolk (General Practice)": no word of it is a verb.
_NAMES_ALONE = re.compile(
    r"[A-Z][\w'’&.\-]*(?:,?\s+(?:and|of|for|the|&|\(?[A-Z][\w'’&.\-]*\)?))*\s+\(?[A-Z][\w'’&.\-]*\)?"
)
_OWNED = re.compile(
    r"[(\[](?:owner|lead|action(?:\s+by)?|for|responsible)\b[^()\[\]]*[)\]]\W*$", re.IGNORECASE
)
_INTRODUCES = re.compile(
    any_of(r"""
    (?:following|these|above|below) recommendations?\b
    \b(?:raise|address|accept|adopt|agree|endorse) the following\b[^.]{0,60}(?:\.|$)
    \b(?:do|take) the following\W*$ / [:;]\s*$
    no (?:\w+ )?recommendations?\b / recommends? (?:as follows|the following)
    (?:makes?|made|makes? only|offers?) the following\W*$
    recommendations? (?:are|were|is(?! that)|below|set out|that follow|have been|made)\b
    """)
)
_SHOULD = re.compile(r"\bshould\b")
_QUESTION = re.compile(r"^questions?\s+(?:for|to)\b|\?\s*$")
_OPENS_TO = re.compile(r"(?:[Ff]or|[Tt]o)\s+(?:the\s+)?(?=[A-Z])")
_SENTENCE_BEGINS = re.compile(r"(?<=\s)[A-Z][a-z]*(?=\s[a-z])")
_NUMBERS = frozenset({"number", "dotted", "plain"})
_PARTING = frozenset({":", "–", "—", "-"})
_LONGEST_NUMBER = 6
_LEAST_WORDS = 4
_SENTENCE_WORDS = 7


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


def heads_group(passage: Passage) -> bool:
    """Return whether a paragraph names the body that the recommendations below it are for."""
    if passage.style is ParagraphStyle.HEADING:
        return not (_numbered(passage) or _is_sentence(passage))
    asks = _opens_with_what(passage.text) or _names_body_behind(passage.text)
    asks = asks and not _NAMES_ALONE.fullmatch(passage.text.strip(" :"))
    counted = _NUMBER.match(passage.text)
    words = passage.text[counted.end() :] if counted else passage.text
    entry = (passage.printed != "" or counted) and not is_body_name(words.rstrip(" :"))
    named = is_group_heading(words) and not (entry and not _OPENS_TO.match(words))
    return named and not asks and not _numbered(passage)


def _opens_with_what(words: str) -> bool:
    """Whether words open with what is to be done, behind the name of who is to do it or without."""
    first = BODY_FIRST.match(words)
    behind = words[first.end() :] if first and is_body_name(first["who"]) else words
    return OPENS.match(fold(behind)) is not None


def _is_sentence(passage: Passage) -> bool:
    """Whether a heading is itself what is recommended: "1. The Trust should keep a list."."""
    counted = _NUMBER.match(passage.text)
    behind = passage.text[counted.end() :] if counted else passage.text
    long = len(behind.split()) >= _SENTENCE_WORDS and not behind.rstrip().endswith((":", "?"))
    match = _BODY_SHOULD.match(behind)
    return long and match is not None and can_be_asked(match["who"])


def asks_question(passage: Passage) -> bool:
    """Return whether a paragraph asks a question, or heads a list of questions.

    A heading that is itself a question ("What should happen now?") may head recommendations.
    """
    plain = fold(passage.text)
    if passage.style is ParagraphStyle.HEADING:
        plain = plain.rstrip(" ?")
    return _QUESTION.search(plain) is not None


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
    if (code := CODE_ALONE.fullmatch(passage.printed)) and not _tells(passage.text):
        return Item(code["number"], passage.start, passage.end, group, sure=True)
    for pattern in (LABEL, R_NUMBER, _NUMBER, _CODE):
        match = pattern.match(passage.text)
        if match and _number(match) and match.end() < len(passage.text):
            behind = passage.text[match.end() :]
            if pattern in {_NUMBER, _CODE} and _tells(behind):
                return None
            if pattern is _CODE and match["number"][0].isdigit() and not asks(behind):
                return None
            return _marked(passage, match, group, labelled=pattern is LABEL)
    return _unnumbered(passage, group) or _unmarked(passage, group)


def _number(match: re.Match[str]) -> str:
    """Return the number that a label or a count gives, "" where it gives none."""
    return next((one for name, one in match.groupdict().items() if one and name in _NUMBERS), "")


def _unnumbered(passage: Passage, group: str) -> Item | None:
    """Return what stands behind a label without a number ("Recommendation: ..."), else None."""
    match = LABEL.match(passage.text)
    if match is None or match["end"].strip() not in _PARTING:
        return None
    item = _marked(passage, match, group, labelled=True)
    long = len(passage.text[match.end() :].split()) >= _LEAST_WORDS
    return item if long and match["word"].lower() != "recommendations" else None


def _marked(passage: Passage, match: re.Match[str], group: str, *, labelled: bool) -> Item:
    """Return what stands behind a label or number."""
    rest = passage.text[match.end() :]
    named = match["to"] or match["for"] if match.re is LABEL else None
    start = passage.start + match.end()
    number = bare_number(_number(match))
    if match.re is LABEL and (run := _run_on(rest)):
        named, start = run[0], start + run[1]
    return Item(number, start, passage.end, group, named, sure=True, headed=labelled)


def _unmarked(passage: Passage, group: str) -> Item | None:
    """Return what a paragraph asks for whose number stands before it, or that has none."""
    plain = fold(passage.text)
    says_what = _SHOULD.search(plain) or _opens_with_what(passage.text)
    introduces = _INTRODUCES.search(plain) is not None and not says_what
    if introduces or tells_only(plain) or len(plain.split()) < _LEAST_WORDS:
        return None
    listed = passage.printed and len(passage.printed) <= _LONGEST_NUMBER
    paragraph = "." in passage.printed.strip("().")
    asked = asks(passage.text) or _body_is_to(passage.text) or _names_body_behind(passage.text)
    if listed and (asked or not paragraph):
        number = passage.printed.strip("().") or ""
        return Item(number, passage.start, passage.end, group, sure=True)
    if not asked:
        return None
    item = passage.style is ParagraphStyle.LIST_ITEM
    return Item("", passage.start, passage.end, group, listed=item)


def _names_body_behind(words: str) -> bool:
    """Whether words end with the name of a body in brackets, which is to see to them."""
    behind = _IN_BRACKETS.search(words)
    return behind is not None and can_be_asked(behind["who"])


def _body_is_to(words: str) -> bool:
    """Whether words open with a body and what it is to do.

    "The Surgery to see ...", "To the Surgery, that it sees ...", "Surgery: see ...".
    """
    if (first := BODY_FIRST.match(words)) and is_body_name(first["who"]):
        return True
    match = _BODY_TO.match(words) or TO_BODY.match(words)
    return match is not None and can_be_asked(match["who"])


def opens_with_body(passage: Passage) -> bool:
    """Return whether a paragraph opens with a body and what it should do."""
    return names_subject(passage.text)


def names_subject(words: str) -> bool:
    """Return whether words open with a body and what it should do."""
    match = _BODY_SHOULD.match(words)
    return (match is not None and can_be_asked(match["who"])) or _body_is_to(words)


def _tells(words: str) -> bool:
    """Whether a numbered paragraph tells something, and asks for nothing."""
    plain = fold(words)
    will = _BODY_WILL.match(words)
    owned = _OWNED.search(words) is not None
    asked = owned or asks(words) or (will is not None and can_be_asked(will["who"]))
    return tells_only(plain) or (_TOLD.match(plain) is not None and not asked)


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
