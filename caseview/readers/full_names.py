"""What a short name stands for: the body that a document names in full, or its board."""

import re
from collections.abc import Mapping
from enum import IntEnum

from caseview.readers.asked_bodies import (
    can_be_asked,
    ends_as_thing,
    is_body_name,
    names_body,
    names_thing,
)
from caseview.readers.bare_names import bare_name, every_one, titled
from caseview.readers.lines import fold
from caseview.readers.names_in_row import together
from caseview.readers.wording import any_of, whole_words

_BOARD = re.compile(
    r"(?:(?:the|this|our)\s+)?"
    r"(?:(?:safeguarding|review|local|lead|commissioning|regional|statutory)\s+)?"
    + any_of("""
    board / partnership / csp / executive / community safety partnership / [sl]?sab / l?scb / l?scp
    (?:safeguarding )?(?:adults?|child(?:ren)?)(?:'s)? (?:safeguarding )?(?:partnership )?board
    (?:safeguarding )?(?:adults?|child(?:ren)?)(?:'s)? (?:safeguarding )?partnership
    (?:mappa )?strategic management board / smb / safeguarding (?:executive )?partners / sabs
    multi-agency safeguarding partnership
    """)
    + r"(?:(?:'s)? (?:and (?:(?:its|all|the|other) )?)?"
    r"(?:partners?|(?:partner|constituent) agencies|members)"
    r"|'s? .{0,40}\b(?:(?:sub-?)?group|(?:sub-?)?committee))?"
)
_SORTS = {
    "child": re.compile(r"\bchild|\bl?scb\b|\bl?scp\b"),
    "adult": re.compile(r"\badult|\b[sl]?sab\b"),
    "community": re.compile(r"\bcommunity safety\b|\bcsp\b|\bsafer\b"),
}
# A person at the head of a body stands for it.
_CHAIR = r"(?:(?:independent|acting|interim|deputy)\s+)*chair(?:man|person|woman)?"
_HEAD_OF = re.compile(
    r"(?:the\s+)?(?:governor|chief\s+constable|chief\s+executive(?:\s+officer)?|chief\s+officer|"
    rf"{_CHAIR})\s+of\s+(?:the\s+)?",
    re.IGNORECASE,
)
# "Officers of Marsford Police", "workers in children's social care" stand for the body.
_ITS_PEOPLE = re.compile(
    r"(?:(?:all|the)\s+)?(?:(?!and\b)[\w'’-]+\s+){0,3}(?:officers|staff|workers|employees|teams?|leads?)"
    r"\s+(?:of|in|at|within|from|working\s+(?:in|for|at))\s+(?:the\s+)?(?=\S)",
    re.IGNORECASE,
)
# "Adult Social Care", which the document calls "Marsford Council Adult Social Care" in full.
_OF_A_COUNCIL = re.compile(
    r"(?:Adults?|Children['’]s|Children and Famil(?:y|ies)|Children and Young People['’]s)\s+"
    r"(?:Social Care|(?:Social )?Services)"
)
_COUNCIL_BEFORE = re.compile(
    r"(?:\b[A-Z][\w'’-]*\s+(?:(?:and|of|upon|the)\s+)*){1,5}Council(?=\s+$)"
)
_REACH_BACK = 80
_ITS_CHAIR = re.compile(rf"['’]s?\s+{_CHAIR}$", re.IGNORECASE)
# "The Trust's chief executive" stands for the Trust, as "the chief executive of the Trust" does.
_ITS_POST = re.compile(
    r"(?P<body>.{3,80}?)['’]s?\s+(?:[\w-]+\s+){0,3}"
    r"(?:workers?|leads?|managers?|directors?|officers?|executive|nurses?|therapists?|doctors?"
    r"|inspector|superintendent|commanders?)$"
)
# A post or calling that is asked for itself.
_OFFICE = whole_words("""
    secretary of state / home secretary / (?:prime )?ministers? / chancellor / chief constables?
    chief executives? / chief officers? / mayor / (?:police (?:and|&) crime )?commissioners?
    (?:chief |senior |area )?coroners? / head ?teachers? / governing (?:body|bodies) / governors
    social workers / midwives / health visitors / school nurses / doctors / nurses / landlords
    judiciary / magistrates / parliament / employers / chief medical officer / charities
    director of [a-z' ]+ / directors / commanders? / chairs / supervisors / housing officers
    general practitioners / pharmacists / psychiatrists / clinicians / consultants / solicitors
""")
_POST_OF = re.compile(
    r"(?:the\s+)?(?:[\w-]+\s+){0,2}(?:heads?|directors?|managers?|leads?|officers?|nurses?|chiefs?)\s+"
    r"(?:of|for)\b",
    re.IGNORECASE,
)
# Two words with capitals or more are a name, where they are to do something.
_NAME = re.compile(
    r"(?:[Tt]he\s+)?[A-Z][\w'’&.\-]*(?:,?\s+(?:(?:and|of|for|the|&|in|to)\s+)*[A-Z][\w'’&.\-]*)+"
)
# What names with capitals end in that are given to what is written, held or done.
_GIVEN_TO_THINGS = re.compile(
    r"\b"
    + any_of(r"""
    plans? / plannings? / assessments? / records? / reviews? / meetings? / conferences? / guidance
    polic(?:y|ies) / procedures? / protocols? / training / supervision / strateg(?:y|ies) / act
    approach(?:es)? / referrals? / forms? / (?<!trading\s)standards? / pathways? / enquir(?:y|ies)
    orders? / law
    schemes? / programmes? / frameworks? / models? / registers? / tool(?:kit)?s? / codes? / scale
    process(?:es)? / principles? / powers? / days? / weeks? / notices? / notifications? / cases?
    circles? / passports? / operation [a-z]+ / champions? / curiosity / dut(?:y|ies) / carers?
    discussions? / disclosures?
""")
    + "$",
    re.IGNORECASE,
)
_IN_LAW = re.compile(
    r"\s+(?:(?:University\s+|Teaching\s+)?(?:Hospitals?\s+)?NHS\s+(?:Foundation\s+)?Trust|Limited|Ltd"
    r"|CIC|Community\s+Interest\s+Company)\b"
)
_ONE_WORD = re.compile(r"[A-Z][\w'’-]{3,}")
_AND = re.compile(
    r"(?:\s*,\s+(?:(?:and|&)\s+)?|\s+(?:and|&)\s+)"
    r"(?=(?:the|this|our|all|every|each|any|other)\s|[A-Z]"
    r"|(?:[a-z][\w'’-]*\s+){0,2}(?:officers|staff|workers|employees)\s+(?:of|in|at|within)\s)"
)


class Reach(IntEnum):
    """How far from the name of a body words may be and still be taken for one.

    A body by its own words, a post or calling too, or any name at all.
    """

    BODY = 0
    POST = 1
    NAME = 2


class FullNames:
    """Finds the full names of bodies that a recommendation names; short ones stand for them.

    `board` is the commissioning board as the document names it, `names` maps folded short names
    ("trust") to full ones, `text` is the document, which shows which words are names.
    """

    def __init__(self, board: str | None, names: Mapping[str, str], text: str = "") -> None:
        self.board = board
        self._names = names
        self._text = text

    def full(self, who: str, reach: Reach = Reach.POST) -> str | None:
        """Return the full name that `who` stands for, None when it names nobody within `reach`."""
        bare = bare_name(who)
        if known := every_one(bare) or self._as_board(bare):
            return known
        head = _HEAD_OF.match(bare)
        bare = bare[head.end() :] if head else bare
        ways = (self._of_post, self._of_people, self._by_name, self._together, self._of_council)
        if body := next(filter(None, (way(bare) for way in ways)), None):
            return body
        if _GIVEN_TO_THINGS.search(bare):
            return None
        if reach is Reach.BODY:
            asked = can_be_asked(bare) and not _POST_OF.match(bare)
        else:
            named = reach is Reach.NAME and self._is_name(bare)
            asked = can_be_asked(bare) or _asks_office(bare) or named
        return titled(bare) if asked else None

    def is_board(self, words: str) -> bool:
        """Return whether words stand for the commissioning board, and for no board of another."""
        plain = fold(words)
        if _BOARD.fullmatch(plain) is None:
            return False
        board = fold(self.board or plain)
        asked = {sort for sort, said in _SORTS.items() if said.search(plain)}
        known = {sort for sort, said in _SORTS.items() if said.search(board)}
        return not asked or not known or bool(asked & known)

    def speaks_for_board(self, words: str) -> bool:
        """Return whether words stand for the commissioning board or for its chair."""
        return self._as_board(words) is not None

    def known(self, part: str) -> str | None:
        """Return the body that a short name stands for, None for a name that is none."""
        if self.is_board(part):
            return self.board
        return self._names.get(fold(part).removeprefix("the "))

    def in_law(self, name: str) -> str:
        """Return a body's name as it is in law where the text gives it: "... NHS Trust"."""
        place = self._text.find(name)
        while place >= 0:
            if behind := _IN_LAW.match(self._text, place + len(name)):
                return " ".join(self._text[place : behind.end()].split())
            place = self._text.find(name, place + len(name))
        return name

    def _as_board(self, bare: str) -> str | None:
        """Return the board where words stand for it or for its chair, None for other words."""
        head = _HEAD_OF.match(bare)
        chaired = _ITS_CHAIR.sub("", bare[head.end() :] if head else bare)
        short = self._names.get(fold(bare).removeprefix("the "), "")
        if self.is_board(bare) or self._is_short_board(bare) or (short and short == self.board):
            return self.board or titled(bare)
        return (self.board or titled(chaired)) if self.is_board(chaired) else None

    def _by_name(self, bare: str) -> str | None:
        """Return the name that a short one stands for in the document, None for other words."""
        return self._names.get(fold(bare).removeprefix("the ").removeprefix("same "))

    def _of_post(self, bare: str) -> str | None:
        """Return the body that a short name gives a post of ("the Trust's manager"), else None."""
        post = _ITS_POST.fullmatch(bare)
        return self.known(post["body"]) if post else None

    def _of_council(self, bare: str) -> str | None:
        """Return a service with the one council that the document gives it, None for others."""
        service = titled(bare)
        if not _OF_A_COUNCIL.fullmatch(service):
            return None
        befores = (
            _COUNCIL_BEFORE.search(self._text, max(0, place.start() - _REACH_BACK), place.start())
            for place in re.finditer(re.escape(service), self._text)
        )
        councils = {" ".join(before.group().split()) for before in befores if before}
        return f"{councils.pop()} {service}" if len(councils) == 1 else None

    def _of_people(self, bare: str) -> str | None:
        """Return the body of those who work in it ("officers of the force"), None for others."""
        people = _ITS_PEOPLE.match(bare)
        body = bare[people.end() :] if people else ""
        return (self.known(body) or titled(body)) if is_body_name(titled(body)) else None

    def _is_short_board(self, bare: str) -> bool:
        """Whether words are the board's place and its short name: "Marsford SAB"."""
        place, _, short = fold(bare).removeprefix("the ").rpartition(" ")
        board = fold(self.board or "")
        known = _BOARD.fullmatch(short) is not None or self._names.get(short) == self.board
        return bool(place and board) and board.startswith(place) and known

    def _together(self, bare: str) -> str | None:
        """Return the full names of bodies asked together by short ones, None for other words."""
        parts = self._asked_in(bare)
        known = [
            self.known(part)
            or self._of_post(part)
            or self._of_people(part)
            or self._of_council(part)
            for part in parts
        ]
        bodies = all(
            name or names_body(one) or _asks_office(one) or _NAME.fullmatch(one)
            for name, one in zip(known, parts, strict=True)
        )
        if len(parts) == 1 or not any(known) or not bodies:
            return None
        return together([name or titled(one) for name, one in zip(known, parts, strict=True)])

    def _asked_in(self, bare: str) -> list[str]:
        """Return the names that words join, one with an "and" of its own whole.

        "The Health and Wellbeing Board" is one, for "the Health" alone is nobody.
        """
        parts: list[str] = []
        held = ""
        place = 0
        for join in [*_AND.finditer(bare), None]:
            part = f"{held}{bare[place : join.start() if join else len(bare)]}"
            whole = self.known(part) or names_body(part) or _asks_office(part)
            if join is None or whole or _NAME.fullmatch(part) or "," in join.group():
                parts.append(part)
                held = ""
            else:
                held = f"{part}{join.group()}"
            place = join.end() if join else len(bare)
        return parts

    def _is_name(self, bare: str) -> bool:
        """Whether words are a name: several with capitals, or one that the document uses as one."""
        if ends_as_thing(bare):
            return False
        if _ONE_WORD.fullmatch(bare):
            return (
                not names_thing(bare)
                and re.search(rf"[a-z,] {re.escape(bare)}\b", self._text) is not None
            )
        return _NAME.fullmatch(bare) is not None


def _asks_office(bare: str) -> bool:
    """Whether words name a post or a calling, and no thing that one has."""
    return _OFFICE.search(bare) is not None and not names_thing(bare)
