"""Whom a recommendation is for: its own subject, the group it stands in, or the board."""

import re
from collections.abc import Mapping, Sequence

from caseview.readers.asked_bodies import body_of_group, can_be_asked, names_body
from caseview.readers.lines import fold
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
# "To the Board and its partners": whoever each says, and the Board where none does.
_AND_ALL = re.compile(r"\band (?:its|all|their) (?:\w+ )?(?:partners|agencies|members)\b")
_SORTS = {
    "child": re.compile(r"\bchild|\bl?scb\b|\bl?scp\b"),
    "adult": re.compile(r"\badult|\b[sl]?sab\b"),
    "community": re.compile(r"\bcommunity safety\b|\bcsp\b|\bsafer\b"),
}
# What a body works through or with says nothing about whom the words are for.
_ASIDE = re.compile(
    r",?\s+(?:and\s+)?"
    + any_of("""
    [Tt]hrough / via / together with / working with / working together / supported by / as part of
    in (?:partnership|conjunction|collaboration|consultation) with / alongside / in its / in their
    with (?:the )?(?:support|help|assistance|involvement|input|advice|agreement) (?:of|from)
    with (?:its|their|other|all|partner|the other)
    """)
    + r"\b.*$",
    re.DOTALL,
)
# "The Trust, when it discharges a patient": when is no part of who.
_WHEN_IT = re.compile(r",\s+(?:when|where|if|which|who|before|after|as|once|until)\b.*$", re.DOTALL)
# A person at the head of a body stands for it.
_HEAD_OF = re.compile(
    r"(?:the\s+)?(?:governor|chief constable|chief executive|chief officer)\s+of\s+(?:the\s+)?",
    re.IGNORECASE,
)
# "Each agency" is asked as "all agencies" are.
_EACH = re.compile(
    r"(?:each|every)\s+(?P<one>(?:partner\s+)?(?:agency|partner|organisation|school))"
)
_EVERY = {"agency": "agencies", "partner": "partners"}
_ARTICLE = re.compile(r"(?:the|both|each of|that)\s+", re.IGNORECASE)
# What a body is called for short under a heading that names it in full.
_SHORT_NAME = re.compile(
    any_of(r"""
    trusts? / force / council / service / hospital / surgery / practice / agency / provider / team
    department / local authority / (?:all )?schools? / (?:all )?practices / college / police
    home / centre / company
    (?:[\w-]+\s+){0,3}(?:staff|officers|managers|practitioners|teams?|workers|nurses|doctors)
    """),
    re.IGNORECASE,
)
_AND = re.compile(r"(?:\s*,\s+(?:(?:and|&)\s+)?|\s+(?:and|&)\s+)(?=the\s|[A-Z])")
_PARTS = re.compile(r"\s*[;/]\s*|\s*\n\s*|\s+and\s+to\s+")
# By when it is to be done, which a scan sets among the words of whom.
_WHEN = re.compile(
    r"(?:\b(?:quarterly|monthly|yearly|annual(?:ly)?|ongoing|immediate(?:ly)?|by|from|end of)\s+)*"
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+(?:19|20)\d\d\b",
    re.IGNORECASE,
)
# "Chair, to the Home Office": who writes, and to whom.
_WRITES_TO = re.compile(
    r"[^,]{0,60}\b(?:chair|manager|board|partnership),?\s+to\s+(?:write\s+to\s+)?(?:the\s+)?"
    r"(?P<who>[A-Z].*)",
    re.IGNORECASE | re.DOTALL,
)


class Addressing:
    """Finds whom a recommendation is for; short names are read as the full ones they stand for.

    `board` is the commissioning board as the document names it, `names` maps folded short names
    ("the trust") to full ones.
    """

    def __init__(self, board: str | None, names: Mapping[str, str]) -> None:
        self._board = board
        self._names = names

    def of(self, words: str, group: str, lead: str = "") -> str | None:
        """Return the addressee of a recommendation that stands in `group`, None if unsaid.

        `lead` is a post printed beside it: it stands where neither words nor group name a body.
        """
        grouped = self._of_group(group)
        if grouped is None:
            return self._said(words, _ASKS_TOO) or lead or self._board
        said = None if _ASK.match(words) else self._said(words, _SAYS)
        return grouped if said is None or _SHORT_NAME.fullmatch(said) else said

    def body(self, named: str) -> str | None:
        """Return the full name of a body that stands beside a recommendation, None for others."""
        return self._full(named) if named else None

    def printed(self, cell: str) -> str:
        """Return whom a column names: as printed, but for a name that stands for the board."""
        to = _WRITES_TO.fullmatch(cell)
        cell = _WHEN.sub(" ", to["who"] if to else cell).strip(" \n:;,.–-")
        named = " ".join(cell.split())
        if self._board and self._is_board(named):
            return self._board
        if named.startswith(("The ", "the ")):
            return self._known(named) or named
        parts = [" ".join(part.split()) for part in _PARTS.split(cell.strip()) if part.strip()]
        if any(part.startswith("the ") or self._is_board(part) for part in parts):
            return " and ".join(self._known(part) or part for part in parts)
        return named

    def _said(self, words: str, patterns: Sequence[re.Pattern[str]]) -> str | None:
        if to := _IS_TO.match(words):
            return self._full(to["who"])
        words = _ASIDE_WITHIN.sub("", words[_end_of(_LEADS_UP, words) :], count=1)
        if clause := _CLAUSE.match(words):
            after = words[clause.end() :]
            after = after[_end_of(_CLAUSE, after) :]
            named = _CLAUSE_NAMED.search(clause.group()) if _IT.match(after) else None
            return (self._full(named["who"]) if named else None) or self._asked(after, patterns)
        return self._asked(words, patterns)

    def _asked(self, words: str, patterns: Sequence[re.Pattern[str]]) -> str | None:
        other = _ASKS_OTHER.match(words)
        if other and self._is_board(other["board"]) and (who := self._full(other["who"])):
            return who
        for pattern in patterns:
            match = (pattern.search if pattern in _ANYWHERE else pattern.match)(words)
            if match is None:
                continue
            who = self._full(match["who"])
            if who is not None:
                return who
        return None

    def _of_group(self, group: str) -> str | None:
        who = body_of_group(group)
        return self._full(who) if who and not _AND_ALL.search(who) else None

    def _full(self, who: str) -> str | None:
        """Return the full name that `who` stands for, None when it names nobody."""
        bare = _WHEN_IT.sub("", _ASIDE.sub("", re.sub(r"\s+", " ", who))).strip(" ,")
        bare = bare[_end_of(_HEAD_OF, bare) :]
        plain = fold(bare)
        if each := _EACH.fullmatch(plain):
            first, _, last = each["one"].rpartition(" ")
            return " ".join(filter(None, ("All", first, _EVERY.get(last, f"{last}s"))))
        if self._is_board(bare):
            return self._board or _titled(bare)
        short = plain.removeprefix("the ")
        if short in self._names:
            return self._names[short]
        if together := self._together(bare):
            return together
        return _titled(bare) if can_be_asked(bare) else None

    def _is_board(self, words: str) -> bool:
        """Whether words stand for the commissioning board, and for no board of another sort."""
        plain = fold(words)
        if _BOARD.fullmatch(plain) is None:
            return False
        board = fold(self._board or plain)
        asked = {sort for sort, said in _SORTS.items() if said.search(plain)}
        known = {sort for sort, said in _SORTS.items() if said.search(board)}
        return not asked or not known or bool(asked & known)

    def _together(self, bare: str) -> str | None:
        """Return the full names of bodies asked together by short ones, None for other words."""
        parts = _AND.split(bare)
        known = [self._known(part) for part in parts]
        bodies = all(name or names_body(one) for name, one in zip(known, parts, strict=True))
        if len(parts) == 1 or not any(known) or not bodies:
            return None
        *first, last = [name or _titled(one) for name, one in zip(known, parts, strict=True)]
        return f"{', '.join(first)} and {last}"

    def _known(self, part: str) -> str | None:
        plain = fold(part)
        if self._is_board(part):
            return self._board
        return self._names.get(plain.removeprefix("the "))


def _end_of(pattern: re.Pattern[str], words: str) -> int:
    """Return where the match of `pattern` at the start of `words` ends, 0 where there is none."""
    match = pattern.match(words)
    return match.end() if match else 0


def _titled(name: str) -> str:
    """Return the name without its article, its first letter large."""
    article = _ARTICLE.match(name)
    bare = name[article.end() :] if article else name
    return bare[:1].upper() + bare[1:]
