"""Whom a recommendation asks by its own words: its subject, whom it names first or last."""

import re
from collections.abc import Callable, Iterator

from caseview.readers.recommended_items import TO_BODY
from caseview.readers.wording import any_of

_ASKED_TO = r"(?:asked|recommended|required|invited|encouraged)\s+to"
_MODAL = any_of(rf"""
    should / must / needs? to / ought to / will / (?:is|are) {_ASKED_TO} / (?:is|are) to
    to(?=\s+[a-z]{{2,}})
""")
# What a body does where the words are "that the board reviews ..." or "that the board review ...".
_DOES = any_of("""
    reviews? / seeks? / ensures? / considers? / develops? / provides? / audits? / introduces?
    adopts? / agrees? / establish(?:es)? / undertakes? / produces? / works? / makes? / takes?
    updates? / promotes? / raises? / reminds? / shares? / gives? / uses? / continues? / strengthens?
    revises? / monitors? / requests? / asks? / commissions? / assures? / publish(?:es)? / trains?
    explores? / implements? / satisf(?:y|ies) / receives? / reports? / leads? / writes? / creates?
    improves? / includes? / supports? / consults? / requires? / be / is / has / have
""")
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|final|last|next)"
_SPEAKER = (
    r"(?:we|i|(?:the|this)\s+(?:(?:lead|independent|overview|safeguarding|case)\s+)*"
    r"(?:panel|review|reviewers?|author|report|board|chair|review\s+team))"
)
# What leads up to a recommendation, before the "that" which opens it.
_LEADS_UP = re.compile(
    rf"(?:(?:{_ORDINAL}(?:ly)?|in addition|additionally|furthermore|moreover|also)\b,?\s+)?"
    r"(?:and\s+(?:nationally|locally|finally|lastly),\s+)?"
    rf"(?:(?:it\s+is|{_SPEAKER})\s+(?:\w+ly\s+|also\s+|further\s+|(?:never|none)theless\s+|now\s+)?"
    r"recommend(?:s|ed)?\s+(?=that\b)"
    rf"|(?:the|a|our|my)\s+(?:{_ORDINAL}\s+)?(?:recommendation\s+)?is\s+(?=that\b|for\b)"
    r"|recommendation:?\s+)?",
    re.IGNORECASE,
)
# "Before closing any service, the Council should ...": who is asked stands behind the clause.
_CLAUSE = re.compile(
    r"(?:(?:that|and)\s+)?(?:when(?:ever)?|where(?:ver)?|before|after|if|in|within|by|following"
    r"|until|for|from|once|in order|during|as|at|on|under|with|while|given|since|upon|without"
    r"|prior)"
    r"\b[^,.;:]{2,160},\s+",
    re.IGNORECASE,
)
_ASIDE_WITHIN = re.compile(
    r",\s+(?:with|through|via|alongside|together with|in (?:partnership|consultation) with)"
    r"\s[^,.;]{3,90},"
)
_IS_TO = re.compile(
    r"(?:the\s+|a\s+)?(?:\w+\s+)?recommendation\s+(?:\w+\s+)?is\s+(?:made\s+|addressed\s+)?(?:to|for)\s+"
    r"(?P<who>[^,.;]{3,100}?)(?=[,.;]|\s+and\s+is\b)",
    re.IGNORECASE,
)
_IT = re.compile(r"(?:it|they)\s+(?:should|must)\b", re.IGNORECASE)
_SUBJECT = re.compile(
    rf"(?:that\s+)?(?P<who>(?:(?!\bshould\b|\bmust\b)[^.;:]){{3,140}}?)\s*,?\s+{_MODAL}\b",
    re.IGNORECASE,
)
_THAT = re.compile(rf"that\s+(?P<who>[^.;:]{{3,140}}?)\s*,?\s+{_DOES}\b", re.IGNORECASE)
# "That the Home Office amends ...": the words with capitals name the body, what they ask is plain.
_NAMED = (
    r"(?:[Tt]he\s+)?(?P<who>[A-Z][\w'’&.\-]*(?:,?\s+(?:(?:and|of|for|the|&)\s+)*[A-Z][\w'’&.\-]*)*)"
)
_CLAUSE_NAMED = re.compile(rf"\s{_NAMED}\s+[a-z]{{3,}}")
_THAT_NAMED = re.compile(
    rf"[Tt]hat\s+{_NAMED}\s+(?!(?:of|for|and|the|in|on|at|to|by|with)\b)[a-z]{{2,}}\b"
)
_NAMED_DOES = re.compile(
    rf"{_NAMED}\s+(?:{_DOES}\b|[a-z]{{3,}}s(?=\s+(?:its|their|the|an?|all|each|every|how|that)\b))"
)
_ASK = re.compile(
    r"(?:(?:we|i|the\s+(?:panel|review|reviewers?|author))\s+(?:also\s+)?)?"
    r"(?:to\s+)?(?:ask|request|invite|seek assurance from|write to|require|recommend to)\s+"
    r"(?:that\s+)?(?P<who>[^.;:]{3,120}?)\s+(?:to|that|should|for)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"(?:[Ff]or\s+(?:the\s+)?)?"
    r"(?P<who>[A-Z](?:(?!\b(?:should|must|will|needs?|to|that)\b)[^.:;()–—]){2,80}?)"
    r"\s*(?::|\s[–—-])[ \t]+(?=\S)"
)
_ASKED = re.compile(rf"\b(?P<who>(?:the\s+)?[A-Z][\w’'&\- ]{{2,90}}?)\s+(?:is|are)\s+{_ASKED_TO}\b")
# "The Board should ask the Trust to ...": the Trust is asked.
_ASKS_OTHER = re.compile(
    r"(?:that\s+)?(?P<board>[^.;:]{3,90}?)\s+"
    r"(?:(?:should|must|will|is asked to)\s+(?:formally\s+)?)?"
    r"(?:ask|request|invite|urge)s?\s+(?P<who>[^.;:]{3,120}?)\s+to\b"
)
# "Training should be provided by ...": who is to do it stands behind.
_BY = re.compile(
    r"\b(?:should|must|to)\s+be\s+(?:\w+\s+){1,6}?by\s+"
    r"(?P<who>(?:the\s+|all\s+|each\s+)?[A-Za-z][\w’'&\- ]{2,90}?)"
    r"(?=[.,;:]|\s+(?:to|so|in|for|on|without|when|within|before|after)\b|\s+and\s+the\s+[a-z]|$)"
)
# "It is for the Council to decide"; "Responsibility should rest with the Trust".
_IS_FOR = re.compile(
    r"(?:it\s+(?:is|will\s+be|falls)\s+(?:for|to))\s+(?P<who>[^.;:]{3,100}?)\s+to\b", re.IGNORECASE
)
_RESTS_WITH = re.compile(
    r"\b(?:rests?|lies?|sits?)\s+with\s+(?P<who>(?:the\s+)?[A-Za-z][\w’'&\- ]{2,90}?)(?=[.,;:]|$)"
)
# Who is named first; under the name of a body, whom it asks or who helps it is not who is asked.
_SAYS = (_FIRST, TO_BODY, _IS_FOR, _THAT_NAMED, _NAMED_DOES, _SUBJECT, _THAT, _ASKED)
_ASKS_TOO = (_FIRST, _ASK, *_SAYS[1:], _BY, _RESTS_WITH)
_ANYWHERE = frozenset({_ASKED, _BY, _RESTS_WITH})


def opens_by_asking(words: str) -> bool:
    """Return whether a recommendation opens by having its readers ask somebody."""
    return _ASK.match(words) is not None


def whom_it_asks(words: str, is_board: Callable[[str], bool], *, under_name: bool) -> Iterator[str]:
    """Yield the words of a recommendation that may name whom it asks, the likeliest first.

    `under_name` says that it stands under the name of a body: whom that one asks, or who helps
    it, is not who is asked. A board that asks others (`is_board`) is not itself who is asked.
    """
    if to := _IS_TO.match(words):
        yield to["who"]
        return
    said = _ASIDE_WITHIN.sub("", words[_end_of(_LEADS_UP, words) :], count=1)
    if clause := _CLAUSE.match(said):
        said = said[clause.end() :]
        said = said[_end_of(_CLAUSE, said) :]
        if _IT.match(said) and (named := _CLAUSE_NAMED.search(clause.group())):
            yield named["who"]
    other = _ASKS_OTHER.match(said)
    if other and is_board(other["board"]):
        yield other["who"]
    for pattern in _SAYS if under_name else _ASKS_TOO:
        match = (pattern.search if pattern in _ANYWHERE else pattern.match)(said)
        if match is not None:
            yield match["who"]


def _end_of(pattern: re.Pattern[str], words: str) -> int:
    """Return where the match of `pattern` at the start of `words` ends, 0 where there is none."""
    match = pattern.match(words)
    return match.end() if match else 0
