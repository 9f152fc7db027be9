"""Letters that answer a coroner: their parts, and which words in them are the coroner's own."""

import re
from collections.abc import Sequence

from caseview.domain.document import DocumentText, Paragraph, ParagraphStyle
from caseview.domain.section import SectionRole
from caseview.readers.lines import Line, fold
from caseview.readers.restated import (
    announces,
    first_sentence,
    is_quoted,
    is_the_coroners,
    leads_to_list,
    mostly_restates,
    numbered_concerns,
    own_words,
)
from caseview.readers.sections import Heading
from caseview.readers.wording import whole_words

_NUMERAL = (
    r"(?:\d{1,2}|[a-h]|[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
)
_MATTER = r"(?:(?:matters?|areas?|issues?|points?)\s+of\s+)?(?:concerns?|issue|point|matter)"
_CONCERN_HEADING = re.compile(
    rf"""(?:the\s+)?(?:coroner'?s?'?\s+|your\s+|further\s+)?(?:{_NUMERAL}\s+)?{_MATTER}
    (?:\s+(?:no\.?|number)?\s*[(\[]?{_NUMERAL}[)\]]?)?
    (?:\s+(?:raised|identified)(?:\s+by\s+(?:the\s+)?(?:hm\s+)?coroner)?)?
    \s*[:.\-]*""",
    re.VERBOSE,
)
_NUMBERED_CONCERN = re.compile(
    rf"""(?:(?:coroner'?s?'?|your|the)\s+)?(?:matter\s+of\s+concern|concern|issue|point|matter)
    \s+(?:no\.?|number)?\s*[(\[]?{_NUMERAL}[)\]]?\s*[:.\-)]+\s*(?=\S)""",
    re.VERBOSE,
)
_ANSWER_HEADING = re.compile(
    r"(?:(?:our|the|my|trust|trust's)\s+)*(?:response|reply|answer|actions?(?: taken)?)\b.{0,40}"
    r"|.{0,60}\bresponse\s*(?:to .{0,40})?[:.]?"
)
_SALUTATION = re.compile(r"(?:dear|good morning|to)\s+(?:sir|madam|coroner|hm|[a-z]+)\b")
_CLOSING = re.compile(
    r"(?:yours?\s+(?:sincerely|faithfully|truly)|(?:with )?(?:best|kind) (?:wishes|regards))\b"
)
# How a letter opens before it says anything: its title, thanks, sympathy.
_TITLE = whole_words("regulation 28 / prevent(?:ion of)? future deaths / inquest / re:")
_COURTEOUS = whole_words(r"""
    thank you for / i (?:write|am writing) (?:in response|further|to respond|to you) / condolences
    i am responding / we write in response / sympath(?:y|ies) / i refer to / grateful to you
    i am replying / your (?:report|letter) (?:dated|of)
    this (?:response|letter|report) is (?:made|sent|provided|submitted)
""")
_ENUMERATES = re.compile(r"\b(?:as follows|the following)\b|\s1[.)]\s")
_BACKGROUND = re.compile(
    r"(?:\d+[.)]?\s+)?(?:the\s+)?(?:background|facts|circumstances(?: of (?:the|his|her) death)?"
    r"|summary of (?:the )?(?:facts|events|circumstances))\W*"
)
_ADDRESS = 70
_HEADING_WORDS = 12
_HEADING_LETTERS = 100
_MOST_RESTATED = 4


def read_letter(text: DocumentText, lines: Sequence[Line]) -> tuple[Heading, ...]:
    """Return the parts of a response: its head, restated concerns, the answers, its close.

    A restated part has the role of concerns and is marked restated; the respondent's own words
    are improvement; address, thanks by name and signature are front matter.
    """
    return tuple(_LetterReader(text, lines).read())


class _LetterReader:
    """Walks the paragraphs of one letter; knows whether a restated concern is open."""

    def __init__(self, text: DocumentText, lines: Sequence[Line]) -> None:
        self._text = text
        self._lines = lines
        self._headings: list[Heading] = []
        self._heading = ""
        self._state = ""
        self._open = False
        self._listing = False
        self._count = 0
        self._numbered = numbered_concerns(text)

    def read(self) -> list[Heading]:
        paragraphs = self._text.paragraphs
        salutes = any(self._salutes(p.start, p.end) for p in paragraphs)
        begun = False
        for paragraph in paragraphs:
            words = self._text.text[paragraph.start : paragraph.end]
            plain = fold(words).strip()
            if not begun and salutes:
                begun = _SALUTATION.match(plain) is not None
                continue
            begun = begun or _opens_letter(paragraph, plain)
            if not begun:
                continue
            if _CLOSING.match(plain):
                self._begin("close", paragraph.start, "", SectionRole.FRONT_MATTER)
                break
            self._take(paragraph.start, words, plain, paragraph.style, bold=paragraph.bold)
        return self._headings

    def _salutes(self, start: int, end: int) -> bool:
        return _SALUTATION.match(fold(self._text.text[start:end]).strip()) is not None

    def _take(
        self, start: int, words: str, plain: str, style: ParagraphStyle, *, bold: bool
    ) -> None:
        if self._is_heading(words, style, bold=bold):
            self._head(start, words, plain)
        elif (
            start in self._numbered
            or _NUMBERED_CONCERN.match(plain.lstrip("0123456789 "))
            or self._restated(words, plain, style, bold=bold)
        ):
            self._begin("restated", start, self._heading, SectionRole.CONCERNS)
            self._count += 1
            self._listing = self._listing or _ENUMERATES.search(plain) is not None
            leads, several = leads_to_list(plain)
            if leads:
                self._listing, self._open, self._count = several, True, 0
        else:
            self._open = self._listing = False
            if self._state == "told" and not own_words(plain):
                return
            courteous = self._state in {"", "courtesy"} and _COURTEOUS.search(plain) is not None
            role = SectionRole.FRONT_MATTER if courteous else SectionRole.IMPROVEMENT
            self._begin("courtesy" if courteous else "own", start, self._heading, role)

    def _head(self, start: int, words: str, plain: str) -> None:
        self._heading = words.strip(" :")
        self._listing = False
        self._count = 0
        self._open = _heads_concern(plain)
        if self._open:
            state, role = "restated", SectionRole.CONCERNS
        elif _TITLE.search(plain) and self._state in {"", "courtesy"}:
            state, role = "courtesy", SectionRole.FRONT_MATTER
        elif _BACKGROUND.fullmatch(plain):
            state, role = "told", SectionRole.BACKGROUND
        else:
            state, role = "own", SectionRole.IMPROVEMENT
        self._begin(state, start, self._heading, role, fresh=True)

    def _is_heading(self, words: str, style: ParagraphStyle, *, bold: bool) -> bool:
        if "\n" in words or len(words) > _HEADING_LETTERS or len(words.split()) > _HEADING_WORDS:
            return False
        plain = fold(words).strip()
        if _heads_concern(plain) or _BACKGROUND.fullmatch(plain):
            return True
        if _ANSWER_HEADING.fullmatch(plain):
            return True
        shaped = words[:1].isupper() and not words.rstrip().endswith((".", ",", ";", ":"))
        return shaped and (style is ParagraphStyle.HEADING or bold)

    def _restated(self, words: str, plain: str, style: ParagraphStyle, *, bold: bool) -> bool:
        if style is ParagraphStyle.QUOTE or is_quoted(words):
            return True
        own = own_words(plain)
        if self._listing and (style is ParagraphStyle.LIST_ITEM or plain[:1] in "(0123456789"):
            return own == 0
        if self._open and self._count == 0 and not own_words(first_sentence(plain)):
            return True
        going_on = self._open and own == 0 and self._count < _MOST_RESTATED
        if going_on and (bold or is_the_coroners(plain)):
            return True
        return mostly_restates(plain) or announces(plain)

    def _begin(
        self, state: str, start: int, words: str, role: SectionRole, *, fresh: bool = False
    ) -> None:
        if state != self._state or fresh:
            self._state = state
            self._headings.append(
                Heading(start, start, words, 1, role, restated=state == "restated")
            )


def _opens_letter(paragraph: Paragraph, plain: str) -> bool:
    """Whether a paragraph of a letter that greets nobody is past its address and date."""
    titled = paragraph.style is ParagraphStyle.HEADING or paragraph.bold
    sentence = len(plain) > _ADDRESS or plain.endswith((".", "”", '"', ":", "?"))
    return sentence or titled or _heads_concern(plain)


def _heads_concern(plain: str) -> bool:
    """Whether a short line is the heading of a concern, bare or with its subject after it."""
    if _CONCERN_HEADING.fullmatch(plain):
        return True
    return _NUMBERED_CONCERN.match(plain) is not None and not plain.endswith((".", ";", ","))
