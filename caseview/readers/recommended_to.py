"""Whom a recommendation is for: its own subject, the group it stands in, or the board."""

import re
from collections.abc import Mapping

from caseview.readers.asked_groups import body_of_group
from caseview.readers.asked_sentences import Asked, opens_by_asking, whom_it_asks
from caseview.readers.bare_names import every_one, titled, without_capacity
from caseview.readers.full_names import FullNames, Reach
from caseview.readers.names_in_row import together
from caseview.readers.wording import any_of

# "To the Board and its partners": whoever each says, and the Board where none does.
_AND_ALL = re.compile(r"\band (?:its|all|their) (?:\w+ )?(?:partners|agencies|members)\b")
# What a body is called for short under a heading that names it in full.
_SHORT_NAME = re.compile(
    any_of(r"""
    (?:[\w&-]+\s+){1,3}(?:department|wards?|unit)
    trusts? / force / council / service / hospital / surgery / practice / agency / provider / team
    department / local authority / (?:all )?schools? / (?:all )?practices / college / police
    home / centre / company
    (?:[\w-]+\s+){0,3}(?:staff|officers|managers|practitioners|teams?|workers|nurses|doctors)
    """),
    re.IGNORECASE,
)
# A heading that opens so names whom it is for, by whatever name.
_OPENS_TO = re.compile(r"(?:for|to)\s", re.IGNORECASE)
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
    r"(?P<who>(?-i:[A-Z]|all\s|each\s).*)",
    re.IGNORECASE | re.DOTALL,
)
# "The Council with care providers".
_WITH = re.compile(
    r",?\s+(?:(?:together|jointly)\s+with|alongside|supported\s+by"
    r"|with(?:\s+(?:the\s+)?support\s+(?:of|from))?)\s+(?=[A-Za-z])"
)
_EVERY_ONE = re.compile(r"(?:all|every|each|both|any)\s")
# "Independent Scrutineer to write": to whom, the words say.
_WRITES = re.compile(r"\bto\s+write\W*$")
# Whom it asks stands in its first sentences; a page of spaces would be slow to look through.
_MOST_READ = 3000


class Addressing:
    """Finds whom a recommendation is for; short names are read as the full ones they stand for.

    `board` is the commissioning board as the document names it, `names` maps folded short names
    ("trust") to full ones, `text` is the document.
    """

    def __init__(self, board: str | None, names: Mapping[str, str], text: str = "") -> None:
        self._names = FullNames(board, names, text)

    def of(self, words: str, group: str, lead: str = "") -> str | None:
        """Return the addressee of a recommendation that stands in `group`, None if unsaid.

        `lead` is a post printed beside it: it stands where neither words nor group name a body.
        """
        grouped = self._of_group(group)
        if grouped is None:
            return self._said(words, under_name=False) or lead or self._names.board
        said = None if opens_by_asking(words) else self._said(words, under_name=True)
        return grouped if said is None or _SHORT_NAME.fullmatch(said) else said

    def body(self, named: str, *, by_name: bool) -> str | None:
        """Return the full name of a body that stands beside a recommendation, None for others.

        `by_name` says that any name there is that of a body ("Lilac House").
        """
        return self._names.full(_WITH.sub(" and ", named), Reach.NAME if by_name else Reach.POST)

    def printed(self, cell: str) -> str:
        """Return whom a column names: as printed, but for a name that stands for the board."""
        to = _WRITES_TO.fullmatch(cell)
        cell = _WITH.sub(" and ", without_capacity(cell))
        cell = _WHEN.sub(" ", to["who"] if to else cell).strip(" \n:;,.–-")
        named = " ".join(cell.split())
        if each := every_one(named):
            return each
        if _WRITES.search(named):
            return ""
        if self._names.board and self._names.is_board(named):
            return self._names.board
        if named.startswith(("The ", "the ")):
            return self._names.known(named) or named
        parts = [" ".join(part.split()) for part in _PARTS.split(cell.strip()) if part.strip()]
        if any(part.startswith("the ") or self._names.is_board(part) for part in parts):
            return " and ".join(self._names.known(part) or part for part in parts)
        return titled(named) if _EVERY_ONE.match(named) else named

    def beside(self, cell: str, words: str) -> str:
        """Return whom a cell beside a recommendation names, "" where it names nobody.

        A fuller name in the words themselves ("Marsford Fire Service" for "Fire Service") is taken.
        """
        named = self.printed(cell)
        said = self._said(words, under_name=False) if named and named in words else None
        fuller = re.search(rf"(?<!and)\b[\w’'-]+\s+{re.escape(named)}\b", said or "")
        named = self._names.in_law(named) if named else named
        return said if said and fuller and not fuller.group().startswith("and ") else named

    def _said(self, words: str, *, under_name: bool) -> str | None:
        """Return the first body that the words ask, None where they name none."""
        plain = " ".join(words[:_MOST_READ].split())
        asked = whom_it_asks(plain, self._names.speaks_for_board, under_name=under_name)
        named = (self._named(one, under_name=under_name) for one in asked)
        return next(filter(None, named), None)

    def _named(self, asked: Asked, *, under_name: bool) -> str | None:
        """Return the body that words ask, with the one it is to work with; None for no body.

        Under the name of a body, its posts ("Senior Nurses") and what it names are its own.
        """
        reach = Reach.BODY if under_name else Reach.NAME if asked.acts else Reach.POST
        body = self._names.full(asked.words, reach)
        beside = self._names.full(asked.helped_by, Reach.NAME) if body and asked.helped_by else None
        return together([body, beside]) if body and beside else body

    def _of_group(self, group: str) -> str | None:
        who = body_of_group(group)
        if not who or _AND_ALL.search(who):
            return None
        who = _WITH.sub(" and ", who)
        return self._names.full(who, Reach.NAME if _OPENS_TO.match(group) else Reach.POST)
