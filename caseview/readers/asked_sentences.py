"""Whom a recommendation asks by its own words: its subject, whom it names first or last."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from caseview.readers.asked_bodies import BODY
from caseview.readers.recommended_items import TO_BODY
from caseview.readers.sentence_openings import HOW, SPEAKER, Opened, opened, opens_with_clause
from caseview.readers.wording import any_of

_ASKED_TO = (
    r"(?:asked|recommended|required|invited|encouraged|urged|advised|expected|requested)\s+to"
)
_BE_ASKED = (
    r"be\s+(?:\w+ly\s+)?(?:asked|invited|encouraged|urged|advised|required|reminded|requested)\b"
)
_MODAL = any_of(rf"""
    should / must / shall / will / needs? (?:\w+ly )?to / ought to / ha(?:s|ve) to
    may wish to / (?:may|might|could) (?:\w+ )?consider
    would (?:benefit from|do well to|be wise to)
    (?:is|are) (?:\w+ )?{_ASKED_TO} / (?:is|are) (?:also |then |now )?to
    to(?=\s+(?-i:[a-z]{{2,}}))
""")
# What a body does where the words are "that the board reviews ..." or "that the board review ...".
_DOES = any_of("""
    reviews? / seeks? / ensures? / considers? / develops? / provides? / audits? / introduces?
    adopts? / agrees? / establish(?:es)? / undertakes? / produces? / works? / makes? / takes?
    updates? / promotes? / raises? / reminds? / shares? / gives? / uses? / continues? / strengthens?
    revises? / monitors? / requests? / asks? / commissions? / assures? / publish(?:es)? / trains?
    explores? / implements? / satisf(?:y|ies) / receives? / reports? / leads? / writes? / creates?
    improves? / includes? / supports? / consults? / requires? / be / is / has / have
    do(?:es)? not
""")
# "The recommendation is to the Trust"; "It was recommended to the Trust that ...", "...: to ...".
_IS_TO = re.compile(
    r"(?:the\s+|a\s+)?(?:\w+\s+)?recommendation\s+(?:\w+\s+)?is\s+(?:made\s+|addressed\s+)?(?:to|for)\s+"
    r"(?P<who>[^,.;]{3,100}?)(?=[,.;]|\s+and\s+is\b)"
    rf"|(?:it\s+(?:is|was)\s+{HOW}|(?:it|{SPEAKER})\s+{HOW})recommend(?:s|ed)?\s+to\s+(?P<to>[^.;:]{{3,100}}?)"
    r"(?:\s+jointly)?(?:,?\s+that\b|:\s+(?:to|that)\b)",
    re.IGNORECASE,
)
# "This recommendation is addressed to the Trust.", said behind it.
_FOR_WHOM = re.compile(
    r"[.;]\s+(?:This|It|The)\s+(?:recommendation\s+)?is\s+"
    r"(?:(?:addressed|directed|made)\s+(?:to|at)|for|aimed\s+at|intended\s+for)\s+(?P<who>[^.;]{3,100})\.?\s*$"
)
_SUBJECT = re.compile(
    rf"(?:that\s+)?(?P<who>(?:(?!\b(?:should|must|shall|(?:be|(?:is|are)(?!\s+asked))\s+\w+ed)\b)[^.;:?!–—]){{3,140}}?)\s*,?\s+{_MODAL}\b"
    rf"(?:\s+(?!be\b)(?P<acts>\w)|\s+(?P<asked>{_BE_ASKED}))?",
    re.IGNORECASE,
)
_THAT = re.compile(rf"that\s+(?P<who>[^.;:]{{3,140}}?)\s*,?\s+{_DOES}\b", re.IGNORECASE)
_THAT_BODY = re.compile(
    rf"[Tt]hat\s+(?P<who>(?:(?!of\b|for\b|in\b)[\w'’-]+\s+){{0,4}}?(?i:{BODY}))\s+"
    r"(?!(?:of|for|and|the|in|on|at|to|by|with|or|who|which|that|whose|represented|based|working)\b)"
    r"[a-z]{2,}\b"
)
# "That all members of the Board nominate": those within a body, and what they are to do.
_THAT_MEMBERS = re.compile(
    r"[Tt]hat\s+(?P<who>(?:all|both|each|every|the)\s+(?:[\w-]+\s+){0,2}"
    r"(?:members?|partners?|agency|agencies|chairs?|organisations?|signatories|schools?|practices?)\s+"
    r"(?:(?:represented|working|based)\s+)?(?:of|in|on|at|within)\s+(?:the\s+)?"
    rf"(?:(?-i:[A-Z])[\w'’&-]*\s+(?:(?:and|of|for|the|&)\s+)*){{0,6}}?(?i:{BODY}|[A-Z]+))\s+"
    r"(?!(?:of|for|and|the|in|on|at|to|by|with|or|who|which|that|whose)\b)(?P<acts>[a-z]{2,})\b"
)
# "That the Home Office amends ...": the words with capitals name the body, what they ask is plain.
_RUN = r"[A-Z][\w'’&.\-]*(?:,?\s+(?:(?:and|of|for|the|&)\s+)*[A-Z][\w'’&.\-]*)*"
_NAMED = rf"(?:[Tt]he\s+)?(?P<who>{_RUN})"
_THAT_NAMED = re.compile(
    rf"[Tt]hat\s+{_NAMED}\s+(?!(?:of|for|and|the|in|on|at|to|by|with)\b)"
    r"(?P<acts>[a-z]{2,})\b"
)
_NAMED_DOES = re.compile(
    rf"{_NAMED}\s+(?:{_DOES}\b|[a-z]{{3,}}s(?=\s+(?:its|their|the|an?|all|each|every|how|that)\b))"
)
# "Within three months the Trust should": no comma parts the clause from its subject.
_BEHIND_CLAUSE = re.compile(
    rf"(?P<who>(?:\b[Tt]he\s+)?\b{_RUN}|\b(?:the|all|each|every)\s+(?:\w+\s+){{0,3}}{BODY})\s+"
    r"(?:should|must|shall|needs?\s+to|ought\s+to)\b"
)
_CLAUSE_NAMED = re.compile(rf"\s{_NAMED}(?=\s+[a-z]{{2,}}|\W*$)")
_ASKS = any_of("""
    asks? / requests? / invites? / seeks? assurance from / writes? to / requires? / recommends? to
    urges? / calls? (?:up)?on / looks? to / wants? / expects? / encourages? / would like
    challenges?
""")
_TO_DO = r"(?:to|that|should|for(?=\s+(?!the\b)(?-i:[a-z])))\b"
_ASK = re.compile(
    rf"(?:(?!the\s+(?:board|partnership)\b)(?:it|{SPEAKER})\s+(?:(?:would|will|should)\s+)?{HOW}{_ASKS}"
    r"|(?:to\s+)?(?:ask|request|invite|seek\s+assurance\s+from|write\s+to|require|recommend\s+to"
    r"|urge|call\s+(?:up)?on))\s+"
    rf"(?:that\s+)?(?P<who>[^.;:]{{3,120}}?),?\s+{_TO_DO}",
    re.IGNORECASE,
)
# "Of the Trust we ask that ...", "We ask of the Trust: ...".
_OF_WHOM = re.compile(
    rf"(?:of|from)\s+(?P<who>[^.;:]{{3,100}}?),?\s+(?:{SPEAKER})\s+asks?\b"
    rf"|(?:it|{SPEAKER})\s+{HOW}asks?\s+(?:of|from)\s+(?P<of>[^.;:]{{3,100}}?)(?=\s*[:,]|\s+(?:that|to)\b)",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"(?:(?:[Ff]or|[Tt]o)\s+(?:the\s+)?)?"
    r"(?P<who>[A-Z](?:(?!\b(?:should|must|shall|will|needs?|to|that)\b)[^.:;()–—]){2,80}?)"
    r"\s*(?::|\s[–—-])[ \t]+(?=\S)"
)
_BRACKETED_FIRST = re.compile(r"[(\[]\s*(?P<who>[A-Z][^()\[\]]{2,80}?)\s*[)\]]\W*\s(?=\S)")
_ASKED = re.compile(rf"\b(?P<who>(?:the\s+)?[A-Z][\w’'&\- ]{{2,90}}?)\s+(?:is|are)\s+{_ASKED_TO}\b")
# "The Board should ask the Trust to ...": the Trust is asked.
_ASKS_OTHER = re.compile(
    r"(?:that\s+)?(?P<board>[^.;:]{3,90}?)\s+"
    r"(?:(?:should|must|will|shall|(?:is\s+(?:asked\s+)?)?to)\s+(?:\w+ly\s+)?)?"
    # Who is asked to come, or to help the board in what it does, is not who acts.
    r"(?:(?:ask|request|invite|urge)s?\s+"
    r"(?![^.;:]{3,120}?\sto\s+(?:join|attend|sit\s+on|become|help\s+(?:it|them))\b)"
    r"(?P<who>(?:(?!\b(?:what|how|whether|why|when|where|if)\b)[^.;:]){3,120}?)\s+to\b"
    r"|requests?\s+that\s+(?P<that>[^.;:]{3,90}?)\s+(?:should\b|[a-z]{3,}s?\s)"
    r"|recommends?\s+to\s+(?P<to>[^.;:]{3,90}?)\s+that\b)"
)
# "The Board should write to the Home Office about ...": both have a part in it.
_WRITES_TO = re.compile(
    r"(?:that\s+)?(?P<board>[^.;:]{3,90}?)\s+(?:should|must|will|shall|(?:is\s+(?:asked\s+)?)?to)\s+"
    r"(?:\w+ly\s+)?write\s+to\s+(?P<who>(?:the\s+|all\s+)?[A-Z][^.,;:]{2,120}?)"
    r"(?=[.,;:]|\s+(?:to|about|asking|requesting|urging|with|so|for(?=\s[a-z])|that|in|seeking|and\s+to)\b|$)"
)
# "Training should be provided by ...": who is to do it stands behind.
_BY_WHOM = (
    r"(?P<who>(?:the\s+|all\s+|each\s+)?[A-Za-z][\w’'&\- ]{2,90}?)"
    r"(?=[.,;:]|\s+(?:to|so|in|for|on|without|when|within|before|after|from|that|at|as|where)\b"
    r"|\s+and\s+(?:the\s+[a-z]|[a-z]+ed\b)|$)"
)
_BY = re.compile(
    rf"\b(?:should|must|shall|to)\s+be\s+(?:\w+\s+){{1,6}}?(?:by|between)\s+{_BY_WHOM}"
)
_THAT_BY = re.compile(
    rf"that\s+(?:(?!\b(?:which|who|that|is|are|be)\b)[^.;:,]){{3,90}}?\s(?:be|is|are)\s+(?:\w+\s+){{1,4}}?by\s+{_BY_WHOM}",
    re.IGNORECASE,
)
# "It is for the Council to decide"; "Responsibility should rest with the Trust".
_IS_FOR = re.compile(
    r"(?:it\s+(?:is|will\s+be|falls)\s+(?:for|to))\s+(?P<who>[^.;:]{3,100}?)\s+to\b"
    r"|it\s+would\s+be\s+\w+\s+(?:if|for)\s+"
    r"(?P<would>(?:(?:the|all|each)\s+)?(?-i:[A-Z])[^.;:,]{2,90}?)"
    r"\s+(?:to|could|would|were|had|\w+ed|kept|made|gave|set|held|took|told|wrote|met)\b",
    re.IGNORECASE,
)
_RESTS_WITH = re.compile(
    r"\b(?:rests?|lies?|sits?)\s+with\s+(?P<who>(?:the\s+)?[A-Za-z][\w’'&\- ]{2,90}?)(?=[.,;:]|$)"
)
# Who is named first; under the name of a body, whom it asks or who helps it is not who is asked.
_SAYS = (
    _OF_WHOM,
    _BRACKETED_FIRST,
    _FIRST,
    TO_BODY,
    _IS_FOR,
    _THAT_MEMBERS,
    _THAT_NAMED,
    _NAMED_DOES,
    _THAT_BODY,
    _SUBJECT,
    _THAT,
    _ASKED,
)
_ASKS_TOO = (*_SAYS[:3], _ASK, *_SAYS[3:], _BY, _THAT_BY, _RESTS_WITH)
_SUBJECTS = frozenset({_THAT_MEMBERS, _THAT_NAMED, _NAMED_DOES, _THAT_BODY, _SUBJECT, _THAT})
_ANYWHERE = frozenset({_ASKED, _BY, _RESTS_WITH})
_NO_NAMES = frozenset({"board", "acts", "asked"})
_NO_ACT = frozenset({"is", "are", "be", "has", "have", "should", "must"})
# "..., and the Trust must ...": a second body has its own part in it.
_SECOND = re.compile(
    rf"[,;]?\s+and\s+(?:that\s+)?(?P<who>(?:the\s+)?{_RUN})\s+(?:should|must|shall|is\s+to|are\s+to)\s+"
    rf"(?!be\b)"
)
# "In adult social care, no referral should ...".
_IN_BODY = re.compile(
    r"(?:that\s+)?(?:in|at|within|for|across)\s+(?P<who>[^,.;:]{3,80}),", re.IGNORECASE
)
# "Carers: the Trust should ...", "Carers – the Trust should ...".
_TOPIC = re.compile(r"[A-Z][^.:;–—]{2,70}?(?::|\s[–—-])\s+(?=(?:[Tt]he\s+)?[A-Z])")
_LATER = re.compile(r"[.;]\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Asked:
    """Words that may name whom a recommendation asks.

    `acts` says that they are the subject of what is to be done, as the name of a body is, and no
    thing of which something is said; `helped_by` is who is to do it with them.
    """

    words: str
    acts: bool = False
    helped_by: str = ""


def opens_by_asking(words: str) -> bool:
    """Return whether a recommendation opens by having its readers ask somebody."""
    return _ASK.match(words) is not None


def whom_it_asks(
    words: str, is_board: Callable[[str], bool], *, under_name: bool
) -> Iterator[Asked]:
    """Yield the words of a recommendation that may name whom it asks, the likeliest first.

    `under_name` says that it stands under the name of a body: whom that one asks, or who helps
    it, is not who is asked. A board that asks others (`is_board`) is not itself who is asked.
    """
    if to := _IS_TO.match(words) or _FOR_WHOM.search(words):
        yield Asked(_who(to), acts=True)
    of = opened(words)
    yield from _in_clause(of)
    other = _ASKS_OTHER.match(of.words)
    if other and is_board(other["board"]):
        yield Asked(_who(other), acts=True)
    writes = _WRITES_TO.match(of.words)
    if writes and is_board(writes["board"]):
        yield Asked(writes["board"], helped_by=writes["who"])
    for pattern in _SAYS if under_name else _ASKS_TOO:
        match = (pattern.search if pattern in _ANYWHERE else pattern.match)(of.words)
        if match is not None:
            helped_by = _helping(of, match.end()) if pattern in _SUBJECTS else ""
            yield Asked(_who(match), _acts(pattern, match), helped_by)
    if topic := _TOPIC.match(words):
        yield from whom_it_asks(words[topic.end() :], is_board, under_name=under_name)
    yield from _in_later_sentence(words)
    if inside := _IN_BODY.match(of.clause):
        yield Asked(inside["who"])


def _helping(of: Opened, end: int) -> str:
    """Return who has a part in it beside the subject, whose verb ends at `end`, "" if nobody."""
    first = _LATER.search(of.words)
    second = _SECOND.search(of.words, end, first.start() if first else len(of.words))
    return of.helped_by or (second["who"] if second else "")


def _in_later_sentence(words: str) -> Iterator[Asked]:
    """Yield who is to act in the sentences behind the first, where that one names nobody."""
    for sentence in _LATER.split(words)[1:]:
        match = _SUBJECT.match(opened(sentence).words)
        if match is not None and match["acts"]:
            yield Asked(match["who"])


def _in_clause(of: Opened) -> Iterator[Asked]:
    """Yield who is asked where a clause names them, or no comma parts it from them."""
    if of.of_clause and (named := _CLAUSE_NAMED.search(of.clause)):
        yield Asked(named["who"], acts=True)
    if not of.clause and opens_with_clause(of.words):
        for behind in _BEHIND_CLAUSE.finditer(of.words):
            yield Asked(behind["who"], acts=True)


def _acts(pattern: re.Pattern[str], match: re.Match[str]) -> bool:
    """Whether the subject that a pattern found does what is asked."""
    if pattern is _SUBJECT:
        return match["acts"] is not None or match["asked"] is not None
    if pattern in {_THAT_NAMED, _THAT_MEMBERS}:
        return match["acts"] not in _NO_ACT
    return pattern in {_ASK, _ASKED, _IS_FOR, _OF_WHOM}


def _who(match: re.Match[str]) -> str:
    """Return whom a pattern found that can name them in several places."""
    named = match.groupdict().items()
    return next(who for name, who in named if who and name not in _NO_NAMES)
