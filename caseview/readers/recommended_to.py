"""Whom a recommendation is for: its own subject, the group it stands in, or the board."""

import re
from collections.abc import Mapping

from caseview.readers.lines import fold
from caseview.readers.wording import any_of, whole_words

_ASKED_TO = r"(?:asked|recommended|required|invited|encouraged)\s+to"
_MODAL = any_of(rf"""
    should / must / needs? to / ought to / will / (?:is|are) {_ASKED_TO} / to(?=\s+[a-z]{{2,}})
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
_SUBJECT = re.compile(
    r"(?:it is recommended that\s+|the (?:panel|review|reviewer|author|report) recommends? that\s+"
    r"|that\s+|recommendation:?\s+)?"
    rf"(?P<who>(?:(?!\bshould\b|\bmust\b)[^.;:]){{3,140}}?)\s*,?\s+{_MODAL}\b",
    re.IGNORECASE,
)
_THAT = re.compile(
    r"(?:it is recommended\s+|(?:the|this) (?:panel|review|reviewer|author|report|board)"
    r" (?:also )?recommends?\s+|recommendation:?\s+)?that\s+"
    rf"(?P<who>[^.;:]{{3,140}}?)\s*,?\s+{_DOES}\b",
    re.IGNORECASE,
)
# "That the Home Office amends ...": the words with capitals name the body, what they ask is plain.
_NAMED = (
    r"(?:[Tt]he\s+)?(?P<who>[A-Z][\w'’&.\-]*(?:\s+(?:(?:and|of|for|the|&)\s+)*[A-Z][\w'’&.\-]*)*)"
)
_THAT_NAMED = re.compile(
    r"(?i:it is recommended\s+|(?:the|this) (?:panel|review|reviewer|author|report|board)"
    rf" (?:also )?recommends?\s+)?[Tt]hat\s+{_NAMED}\s+[a-z]{{3,}}\b"
)
_NAMED_DOES = re.compile(
    rf"{_NAMED}\s+(?:{_DOES}\b|[a-z]{{3,}}s(?=\s+(?:its|their|the|an?|all|each|every|how|that)\b))"
)
_ASK = re.compile(
    r"(?:to\s+)?(?:ask|request|invite|seek assurance from|write to|require|recommend to)\s+"
    r"(?:that\s+)?(?P<who>[^.;:]{3,120}?)\s+(?:to|that|should|for)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"(?:[Ff]or\s+(?:the\s+)?)?"
    r"(?P<who>[A-Z](?:(?!\b(?:should|must|will|needs?|to|that)\b)[^.:;()]){2,80}?)\s*:[ \t]+(?=\S)"
)
_ASKED = re.compile(rf"\b(?P<who>(?:the\s+)?[A-Z][\w’'&\- ]{{2,90}}?)\s+(?:is|are)\s+{_ASKED_TO}\b")
_LEVEL = r"(?:(?:single|multi|inter)[- ]?agency|national|local|overview|key|review|panel|imr)"
_GROUP = re.compile(
    rf"(?:(?:{_LEVEL}\s+)?recommendations?\s+)?(?:for|to)\s+(?:the\s+)?(?P<who>.+)$", re.IGNORECASE
)
_GENERAL = re.compile(
    rf"(?:the\s+)?(?:\d+[.)]?\s*)?(?:{_LEVEL}|summary of|conclusions and)?\s*"
    r"(?:recommendations?|actions?|improving systems and practice)\b(?!\s+(?:for|to)\b)",
    re.IGNORECASE,
)
_BODY = whole_words("""
    police / constabulary / councils? / trusts? / boards? / partnerships? / services? / care
    surgery / surgeries / practices? / schools? / academy / academies / office / departments?
    commission(?:ers?)? / groups? / agency / teams? / agencies / partners / forces? / hospitals?
    nhs / ministry / probation / prisons? / housing / colleges? / panel / government / association
    company / ltd / limited / gps? / organisations? / providers? / authority / authorities
""")
_NOT_WHO = whole_words("""
    ^this / ^these / ^it / ^there / ^consideration / ^training / ^staff / ^practitioners
    ^information / ^guidance / ^a / ^an / ^no / ^any / ^when / ^where / ^if / ^how / ^work / ^steps
    ^action / ^to
""")
_BOARD = re.compile(
    r"(?:the\s+)?(?:(?:safeguarding|review|local|lead|commissioning|regional|statutory)\s+)?"
    + any_of("""
    board / partnership / csp / executive / community safety partnership / [sl]?sab / l?scb / l?scp
    (?:safeguarding )?(?:adults?|child(?:ren)?)(?:'s)? (?:safeguarding )?(?:partnership )?board
    (?:safeguarding )?(?:adults?|child(?:ren)?)(?:'s)? (?:safeguarding )?partnership
    safeguarding (?:executive )?partners / sabs / multi-agency safeguarding partnership
    """)
    + r"(?:(?:'s)? (?:and (?:its|all|the) )?(?:partners?|(?:partner|constituent) agencies|members)"
    r"|'s? .{0,40}\b(?:group|committee))?"
)
# What a body works through or with says nothing about whom the words are for.
_ASIDE = re.compile(
    r",?\s+"
    + any_of("""
    through / via / together with / working with / working together / supported by / as part of
    in (?:partnership|conjunction|collaboration|consultation) with / alongside / in its / in their
    """)
    + r"\b.*$",
    re.DOTALL,
)
# "Each agency" is asked as "all agencies" are.
_EACH = re.compile(
    r"(?:each|every)\s+(?P<one>(?:partner\s+)?(?:agency|partner|organisation|school))"
)
_EVERY = {"agency": "agencies", "partner": "partners"}
_SHOULD = re.compile(r"\b(?:should|must)\b")
_ARTICLE = re.compile(r"(?:the|both|each of|that)\s+", re.IGNORECASE)
# What a body is called for short under a heading that names it in full.
_SHORT_NAME = re.compile(
    any_of("""
    trusts? / force / council / service / hospital / surgery / practice / agency / provider / team
    department / local authority / school / college / police
    """),
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:the )?[A-Z]{2,7}s?(?: and (?:the )?[A-Z]{2,7}s?)?", re.ASCII)
_AND = re.compile(r"\s*,?\s+(?:and|&)\s+(?=the\s|[A-Z])")
_MOST_GROUP_WORDS = 12


class Addressing:
    """Finds whom a recommendation is for; short names are read as the full ones they stand for.

    `board` is the commissioning board as the document names it, `names` maps folded short names
    ("the trust") to full ones.
    """

    def __init__(self, board: str | None, names: Mapping[str, str]) -> None:
        self._board = board
        self._names = names

    def of(self, words: str, group: str) -> str | None:
        """Return the addressee of a recommendation that stands in `group`, None if unsaid."""
        said = self._said(words)
        grouped = self._of_group(group)
        if said is not None and (grouped is None or not _SHORT_NAME.fullmatch(said)):
            return said
        return grouped or said or self._board

    def body(self, named: str) -> str | None:
        """Return the full name of a body that stands beside a recommendation, None for others."""
        return self._full(named) if named else None

    def _said(self, words: str) -> str | None:
        for pattern in (_FIRST, _ASK, _THAT_NAMED, _NAMED_DOES, _SUBJECT, _THAT, _ASKED):
            match = pattern.search(words) if pattern is _ASKED else pattern.match(words)
            if match is None:
                continue
            who = self._full(match["who"])
            if who is not None:
                return who
        return None

    def _of_group(self, group: str) -> str | None:
        if not group or _GENERAL.match(group):
            return None
        match = _GROUP.match(group)
        who = match["who"] if match else group
        return self._full(who) if _BODY.search(who) or match else None

    def _full(self, who: str) -> str | None:
        """Return the full name that `who` stands for, None when it names nobody."""
        bare = _ASIDE.sub("", re.sub(r"\s+", " ", who)).strip(" ,")
        plain = fold(bare)
        if each := _EACH.fullmatch(plain):
            first, _, last = each["one"].rpartition(" ")
            return " ".join(filter(None, ("All", first, _EVERY.get(last, f"{last}s"))))
        if _BOARD.fullmatch(plain):
            return self._board or _titled(bare)
        short = plain.removeprefix("the ")
        if short in self._names:
            return self._names[short]
        if together := self._together(bare):
            return together
        if _NOT_WHO.match(plain) or not (_BODY.search(bare) or _INITIALS.fullmatch(bare)):
            return None
        return _titled(bare)

    def _together(self, bare: str) -> str | None:
        """Return the full names of bodies asked together by short ones, None for other words."""
        parts = _AND.split(bare)
        known = [self._known(part) for part in parts]
        bodies = all(name or _BODY.search(one) for name, one in zip(known, parts, strict=True))
        if len(parts) == 1 or not any(known) or not bodies:
            return None
        return " and ".join(name or _titled(one) for name, one in zip(known, parts, strict=True))

    def _known(self, part: str) -> str | None:
        plain = fold(part)
        if _BOARD.fullmatch(plain):
            return self._board
        return self._names.get(plain.removeprefix("the "))


def is_group_heading(words: str) -> bool:
    """Return whether a short line names the body that the recommendations below it are for."""
    if len(words.split()) > _MOST_GROUP_WORDS or words.rstrip().endswith((".", "?", ",", ";")):
        return False
    if _SHOULD.search(words) or ". " in words:
        return False
    return words[:1].isupper() and (
        _GROUP.match(words) is not None or _BODY.search(words) is not None
    )


def _titled(name: str) -> str:
    """Return the name without its article, its first letter large."""
    article = _ARTICLE.match(name)
    bare = name[article.end() :] if article else name
    return bare[:1].upper() + bare[1:]
