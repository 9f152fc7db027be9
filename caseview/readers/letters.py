"""Letters that answer a coroner: their parts, and which words in them are the coroner's own."""

import re
from collections.abc import Sequence

from caseview.domain.document import DocumentText, ParagraphStyle
from caseview.domain.section import SectionRole
from caseview.readers.lines import Line, fold
from caseview.readers.sections import Heading
from caseview.readers.wording import any_of, whole_words

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
_SAID = any_of(r"""
    are / were / was / is / state[sd]? / note[sd]? / raise[sd]? / say / said / express(?:ed)?
    highlight(?:s|ed)? / identif(?:y|ied|ies) / report(?:ed)? / sets? out / suggest(?:s|ed)?
    refer(?:s|red)? / comment(?:ed)? / point(?:ed)? out / question(?:ed)? / ask(?:ed)? / heard
    found / outline[sd]? / describe[sd]? / recorded? / relates? / indicate[sd]? / observed?
""")
_WHICH = any_of(
    "first / second / third / fourth / fifth / next / final / other / main / further"
    " / remaining / specific / following"
)
_CONCERNS = r"(?:matters?\s+of\s+)?concerns?"
_OF_YOURS = rf"(?: (?:{_WHICH} )?(?:report|letter|{_CONCERNS}))"
_HOW = "(?:(?:also|further|have|had|then|specifically|rightly|first|next) ){0,2}"
_CORONER = "(?:the )?(?:hm |senior |area |assistant )?coroner"
_COURT = "(?:i understand (?:that )?)?(?:the )?(?:inquest|court|jury)"
_TAKES_NOTE = "(?:we|i) (?:also )?(?:recognise|acknowledge|note|understand) (?:the|your)"
# Sentences by which a respondent sets out what the coroner wrote.
_RESTATES = re.compile(
    r"(?:(?:firstly|secondly|thirdly|finally|in\s+particular|specifically),?\s+)?"
    r"(?:in\s+(?:your|the)\s+(?:report|letter|regulation\s+28\s+report)[^.]{0,80}?,?\s+)?"
    + any_of(rf"""
    you {_HOW}{_SAID}\b / your{_OF_YOURS} {_HOW}{_SAID}\b
    {_CORONER}(?:'s)? concern (?:is|was)\b / {_CORONER} (?:is|was) concerned\b
    {_CORONER} (?:has |also )?(?:raised|noted|stated|expressed|found|identified)\b
    the (?:{_WHICH} )?{_CONCERNS} (?:that )?you (?:have )?(?:raised?|identified|set out|listed)\b
    the (?:{_WHICH} )?{_CONCERNS} (?:that )?you (?:have )?(?:highlighted|expressed)\b
    the (?:{_WHICH} )?{_CONCERNS} (?:raised|identified|set out|listed|relates?)\b
    the (?:{_WHICH} )?{_CONCERNS} (?:is|are|was|were)\b
    {_COURT} (?:was|were) (?:also )?(?:told|advised|informed)\b
    {_COURT} (?:also )?(?:heard|found|concluded)\b
    {_TAKES_NOTE} {_CONCERNS}\b[^.]{{0,60}}\b(?:outlined|set out|listed|as follows)\b
    i understand (?:that )?you(?:r concerns?)? (?:is|are|was|were)\b
    """)
)
# Words in which a coroner writes: evidence heard, risk seen.
_CORONER_WRITES = whole_words(r"""
    the (?:inquest|court|jury) (?:was told|heard|found) / evidence / i heard / i am concerned
    it was (?:accepted|clear|evident|apparent|confirmed|noted) / future deaths / witness(?:es)?
    there (?:is|was|were|are|appears|appeared|remains?) (?:an?|no|not|little|concern|still)
    there (?:is|was|were|are) (?:insufficient|inadequate)
    during the (?:course of the )?inquest / posing a risk / did not / was not / were not / had not
    failed / failure / lack of / concern(?:ed)? that
""")
_BODY = any_of("""
    trust / department / government / board / health board / council / force / service / company
    college / agency / ministry / home office / icb / practice / organisation / authority
    constabulary / home / hospital / university
""")
_DOES = any_of("""
    has / have / is / are / will / would / can / now / accepts? / recognises? / acknowledges?
    agrees? / notes? / takes? / does / remains? / continues? / welcomes? / provides? / apologises?
    understands? / also / believes? / considers? / currently
""")
# Words of a respondent in its own voice.
_OWN = whole_words(
    rf"""
    we / our / us / my / your (?:report|concerns?) / (?:the|this) {_BODY} {_DOES} / in response
    i am (?:grateful|writing|pleased|satisfied|sorry|committed|advised|informed|assured|aware)
    i (?:can|would|will|wish|recognise|acknowledge|accept|note|understand|hope|want|have|agree)
    i should (?:say|like) / nhs england {_DOES} / since (?:the|this) (?:inquest|incident|death)
    following (?:the|this) (?:inquest|incident|death|report) / actions? taken
    ha(?:s|ve) (?:since|now|been (?:introduced|reviewed|updated|implemented|developed))
    (?:is|are) (?:implementing|introducing|working|developing)
"""
)
# How a letter opens before it says anything: its title, thanks, sympathy.
_TITLE = whole_words("regulation 28 / prevent(?:ion of)? future deaths / inquest / re:")
_COURTEOUS = whole_words(r"""
    thank you for / i (?:write|am writing) (?:in response|further|to respond|to you) / condolences
    i am responding / we write in response / sympath(?:y|ies) / i refer to / grateful to you
    i am replying / your (?:report|letter) (?:dated|of)
""")
_QUOTED = re.compile(r"[\"'“‘].*[\"'”’]\W*")
_LIST_FOLLOWS = re.compile(
    r"(?:concerns?|matters?|issues?|you (?:have )?(?:raised?|state[sd]?|noted?|identified)"
    r"|your report)\b[^.]{0,140}[:;]\W*$"
)
_ONE_FOLLOWS = re.compile(r"\b(?:concern|matter|issue|point)\b(?!s)[^.]{0,80}[:;]\W*$")
_NUMBER = re.compile(r"\W*(?P<number>\d{1,2})\s*[.):]\s*(?=\S)")
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_ANSWERS = whole_words("(?:we|i) (?:respond|reply|answer|address|set out|will|can|would|have)")
_ENUMERATES = re.compile(r"\b(?:as follows|the following)\b|\s1[.)]\s")
_YOURS = re.compile(r"\b(?:you|your|coroner'?s?|you've)\b")
_HEADING_WORDS = 12
_HEADING_LETTERS = 100
_SPOKEN_SHARE = 0.5
_MOST_RESTATED = 4
_QUOTE_SHARE = 0.7


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
        self._numbered = _numbered_concerns(text)

    def read(self) -> list[Heading]:
        paragraphs = self._text.paragraphs
        begun = not any(self._salutes(p.start, p.end) for p in paragraphs)
        for paragraph in paragraphs:
            words = self._text.text[paragraph.start : paragraph.end]
            plain = fold(words).strip()
            if not begun:
                begun = _SALUTATION.match(plain) is not None
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
            if _LIST_FOLLOWS.search(plain):
                self._listing, self._open, self._count = not _ONE_FOLLOWS.search(plain), True, 0
        else:
            self._open = self._listing = False
            courteous = self._state in {"", "courtesy"} and _COURTEOUS.search(plain) is not None
            role = SectionRole.FRONT_MATTER if courteous else SectionRole.IMPROVEMENT
            self._begin("courtesy" if courteous else "own", start, self._heading, role)

    def _head(self, start: int, words: str, plain: str) -> None:
        self._heading = words.strip(" :")
        self._listing = False
        self._count = 0
        self._open = _CONCERN_HEADING.fullmatch(plain) is not None
        if self._open:
            state, role = "restated", SectionRole.CONCERNS
        elif _TITLE.search(plain) and self._state in {"", "courtesy"}:
            state, role = "courtesy", SectionRole.FRONT_MATTER
        else:
            state, role = "own", SectionRole.IMPROVEMENT
        self._begin(state, start, self._heading, role, fresh=True)

    def _is_heading(self, words: str, style: ParagraphStyle, *, bold: bool) -> bool:
        if "\n" in words or len(words) > _HEADING_LETTERS or len(words.split()) > _HEADING_WORDS:
            return False
        plain = fold(words).strip()
        if _CONCERN_HEADING.fullmatch(plain) or _ANSWER_HEADING.fullmatch(plain):
            return True
        shaped = words[:1].isupper() and not words.rstrip().endswith((".", ",", ";", ":"))
        return shaped and (style is ParagraphStyle.HEADING or bold)

    def _restated(self, words: str, plain: str, style: ParagraphStyle, *, bold: bool) -> bool:
        if style is ParagraphStyle.QUOTE or _quoted(words):
            return True
        own = len(_OWN.findall(plain))
        if self._listing and (style is ParagraphStyle.LIST_ITEM or plain[:1] in "(0123456789"):
            return own == 0
        if self._open and self._count == 0 and not _OWN.search(_first_sentence(plain)):
            return True
        going_on = self._open and own == 0 and self._count < _MOST_RESTATED
        if going_on and (bold or _CORONER_WRITES.search(plain)):
            return True
        return _mostly_restates(plain) or _announces(plain)

    def _begin(
        self, state: str, start: int, words: str, role: SectionRole, *, fresh: bool = False
    ) -> None:
        if state != self._state or fresh:
            self._state = state
            self._headings.append(
                Heading(start, start, words, 1, role, restated=state == "restated")
            )


def _quoted(words: str) -> bool:
    """Whether the paragraph is, but for its number, a quotation."""
    bare = words.strip().lstrip("0123456789.()abcdefghABCDEFGH \t")
    if bare[:1] not in {"“", '"', "‘"}:
        return False
    return _QUOTED.fullmatch(bare) is not None and _inside(bare) >= _QUOTE_SHARE


def _inside(bare: str) -> float:
    """Return the share of the paragraph that its first quotation covers."""
    close = {"“": "”", '"': '"', "‘": "’"}[bare[0]]
    return bare.rfind(close) / max(1, len(bare.rstrip()) - 1)


def _mostly_restates(plain: str) -> bool:
    """Whether most of the paragraph sets out the coroner's words.

    A sentence that tells what the coroner said counts, and so do the sentences after it until
    the respondent speaks in its own voice.
    """
    told = total = 0
    telling = False
    for sentence in _SENTENCES.split(plain):
        if _RESTATES.match(sentence):
            telling = True
        elif telling and _OWN.search(sentence):
            telling = False
        told += len(sentence) if telling else 0
        total += len(sentence)
    return told >= _SPOKEN_SHARE * max(1, total)


def _first_sentence(plain: str) -> str:
    return _SENTENCES.split(plain, maxsplit=1)[0]


def _announces(plain: str) -> bool:
    """Whether the paragraph only announces the coroner's words ("You raised the following:")."""
    return (
        _LIST_FOLLOWS.search(plain) is not None
        and _YOURS.search(plain) is not None
        and _ANSWERS.search(plain) is None
    )


def _numbered_concerns(text: DocumentText) -> frozenset[int]:
    """Return where concerns repeated under their numbers start, each with its answer below.

    They count 1, 2, 3 ...; each is followed by paragraphs without a number, and none speaks in
    the respondent's voice.
    """
    starts: list[int] = []
    wanted, gap = 1, True
    for paragraph in text.paragraphs:
        words = text.text[paragraph.start : paragraph.end]
        match = _NUMBER.match(words)
        number = match["number"] if match else paragraph.printed.strip("().")
        if number == str(wanted) and gap and not _OWN.search(fold(words)):
            starts.append(paragraph.start)
            wanted, gap = wanted + 1, False
        elif not number:
            gap = True
    return frozenset(starts) if len(starts) > 1 and gap else frozenset()
