"""Checks a query as typed, so that the parser meets nothing it would repair in silence.

The text keeps its length through every step: a place in it is a place in what was typed.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from caseview.domain.english import English
from caseview.domain.errors import QueryError
from caseview.search.ranges import complete_ranges
from caseview.search.trouble import INSTEAD, LEFT_OUT, Trouble, Troubles, told

LONGEST = 2000
DEEPEST = 20
MOST_EDITS = 2
WIDEST = 50
OPEN, CLOSE = "“", "”"

_QUOTES = str.maketrans(dict.fromkeys("“”„‟″«»＂", '"') | dict.fromkeys("‘’ʼ‛′＇`´", "'"))
_DASHES = str.maketrans(dict.fromkeys("‐‑−﹣－", "-"))
_FIELD_LIKE = re.compile(
    r"(?<![\w:/.'-])(?P<name>[A-Za-z][A-Za-z_]{1,20}):(?P<gap>\s*)(?P<next>\S?)"
)
_ITEM = re.compile(
    rf"{OPEN}[^{CLOSE}]*{CLOSE}(?:~[\w>]+)?|[\[{{][^\[\]{{}}{OPEN}()]*[\]}}]"
    rf"|[()]|(?:AND|OR|NOT)(?=[\s(){OPEN}]|$)|[^\s(){OPEN}{CLOSE}]+"
)
_FUZZY = re.compile(r"(?<=[^\s(“”])~(\d+)")
_WIDTH = re.compile(rf"{CLOSE}~>?(\d+)")
_OPERATOR = re.compile(r"(?:AND|OR|NOT)(?!\S)")
_BOOST = re.compile(r"\^\d+(?:\.\d+)?(?=[\s)]|$)")
_SOMETHING = re.compile(r"[^\W_]|\*")
_SYNTAX = re.compile(
    rf"[(){OPEN}{CLOSE}\[\]{{}}]|(?<!\S)(?:AND|OR|NOT)(?!\S)|(?<!\S)[-+=]+|~[\d>]*"
)


@dataclass(frozen=True, slots=True)
class Typed:
    """A query ready for the parser, with what had to be read otherwise than typed."""

    text: str
    troubles: tuple[Trouble, ...] = ()

    @property
    def remark(self) -> str:
        """What was read otherwise, in sentences, "" when nothing was."""
        return " ".join(dict.fromkeys(one.remark for one in self.troubles))

    @property
    def place(self) -> int | None:
        """The code-point offset of the first trouble, None without any."""
        return self.troubles[0].place if self.troubles else None


def read_typed(query: str, fields: Iterable[str]) -> Typed:
    """Return the query with its quotes paired and its stray signs out of the way.

    Raises QueryError when it is empty, too long, nested too deep or asks for too wide a search.
    """
    if len(query) > LONGEST:
        raise QueryError(
            English(
                "This search is {0} characters long; the most is {1}.",
                f"{len(query):,}",
                f"{LONGEST:,}",
            ),
            "Shorten it, or search for its parts one after the other.",
            place=LONGEST,
        )
    trouble = Troubles()
    text = _signs(query)
    paired = _pair_quotes(text)
    if paired is None:
        odd_one = "There is a quotation mark without its partner."
        trouble.note(text.rindex('"'), odd_one, INSTEAD)
        return _searchable(_typed(_plain(complete_ranges(text, trouble)), trouble))
    text = _brackets_in_quotes(paired)
    odd = _odd_bracket(text)
    if odd is not None:
        trouble.note(odd, "There is a bracket without its partner.", INSTEAD)
        return _searchable(_typed(_plain(complete_ranges(text, trouble)), trouble))
    _check_widths(text)
    text = complete_ranges(text, trouble)
    text = _fields(_BOOST.sub(_blank, text), frozenset(fields), trouble)
    return _searchable(_typed(_strays(text, trouble), trouble))


def _typed(text: str, trouble: Troubles) -> Typed:
    return Typed(text, tuple(trouble.found))


def _signs(query: str) -> str:
    """Return the query with one sign for each kind of quote, dash and space."""
    text = query.translate(_QUOTES).translate(_DASHES)
    return "".join(
        " " if sign.isspace() or unicodedata.category(sign) in {"Cc", "Cs", "Cf"} else sign
        for sign in text
    )


def _pair_quotes(text: str) -> str | None:
    parts = text.split('"')
    if len(parts) % 2 == 0:
        return None
    marks = [OPEN, CLOSE] * (len(parts) // 2)
    paired = parts[0] + "".join(mark + part for mark, part in zip(marks, parts[1:], strict=True))
    paired = re.sub(rf"={OPEN}", f" {OPEN}", paired)
    return re.sub(rf"{OPEN}\s*{CLOSE}", _blank, paired)


def _brackets_in_quotes(text: str) -> str:
    """Return the text with brackets kept in quotes only where they hold alternatives."""

    def settle(found: re.Match[str]) -> str:
        inside = found.group()
        in_field = text[: found.start()].endswith(":")
        if " OR " in inside and not in_field and _odd_bracket(inside) is None:
            return inside
        return re.sub(r"[()]", " ", inside)

    return re.sub(rf"{OPEN}[^{CLOSE}]*{CLOSE}", settle, text)


def _odd_bracket(text: str) -> int | None:
    """Return the place of a bracket without its partner, None when all have theirs."""
    opened: list[int] = []
    for place, sign in enumerate(text):
        if sign == "(":
            opened.append(place)
            if len(opened) > DEEPEST:
                raise QueryError(
                    English("Brackets stand inside one another more than {0} deep.", DEEPEST),
                    "Take some brackets away.",
                    place=place,
                )
        elif sign == ")":
            if not opened:
                return place
            opened.pop()
    return opened[0] if opened else None


def _check_widths(text: str) -> None:
    for found in _WIDTH.finditer(text):
        if int(found[1]) > WIDEST:
            raise QueryError(
                English("Words can be searched at most {0} words apart.", WIDEST),
                English("Write ~{0} or less, or ~paragraph for anywhere in the paragraph.", WIDEST),
                place=found.start(1),
            )
    for found in _FUZZY.finditer(text):
        if int(found[1]) > MOST_EDITS:
            raise QueryError(
                English("A word can be spelled differently in at most {0} letters.", MOST_EDITS),
                English("Write ~{0} or ~.", MOST_EDITS),
                place=found.start(1),
            )


def _fields(text: str, fields: frozenset[str], trouble: Troubles) -> str:
    """Return the text with each known field right before its value and no unknown field."""

    def settle(found: re.Match[str]) -> str:
        name, following = found["name"], found["next"]
        if _quoted_at(text, found.start()):
            return found.group()
        if name.lower() in fields:
            if following in {"", ")"} or _OPERATOR.match(text, found.start("next")):
                trouble.note(found.start(), f"Nothing stands after “{name}:”.", LEFT_OUT)
                return " " * (len(found.group()) - len(following)) + following
            return f"{found['gap']}{name}:{following}"
        if found["gap"] or following in {"", "/"}:
            return found.group()
        close = get_close_matches(name.lower(), sorted(fields), n=1)
        advice = f"Did you mean “{close[0]}:”?" if close else ""
        trouble.note(found.start(), f"There is no field “{name}”.", INSTEAD, advice)
        return f"{name} {following}"

    return _FIELD_LIKE.sub(settle, text)


def _quoted_at(text: str, place: int) -> bool:
    return text.count(OPEN, 0, place) > text.count(CLOSE, 0, place)


def _strays(text: str, trouble: Troubles) -> str:
    """Return the text without operators and signs that have nothing to work on."""
    text = _without_empty_brackets(text)
    stack = _Stack()
    for found in _ITEM.finditer(text):
        item = found.group()
        stack.put(found.start(), item, _sort(item, text[found.end() : found.end() + 1]))
    stack.drop_dangling()
    out = list(text)
    for place, item, worth_saying in sorted(stack.gone):
        out[place : place + len(item)] = " " * len(item)
        if worth_saying:
            trouble.note(place, f"“{item}” has nothing to work on there.", LEFT_OUT)
    return "".join(out)


class _Stack:
    """The items of a query in order; `gone` are those to leave out, and whether to say so."""

    def __init__(self) -> None:
        self.gone: list[tuple[int, str, bool]] = []
        self._kept: list[tuple[int, str, str]] = []

    def put(self, place: int, item: str, sort: str) -> None:
        last = self._kept[-1][2] if self._kept else "open"
        if sort == "close":
            self.drop_dangling()
            self._kept.append((place, item, "operand"))
        elif sort == "not" and last == "not":  # two in a row take each other back
            self.gone += [(place, item, False), (*self._kept.pop()[:2], False)]
        elif sort == "infix" and last != "operand":
            self.gone.append((place, item, True))
        elif sort == "nothing":
            self.gone.append((place, item, item in {"+", "-"}))
        elif sort != "sign":
            self._kept.append((place, item, sort))

    def drop_dangling(self) -> None:
        while self._kept and self._kept[-1][2] in {"infix", "not"}:
            self.gone.append((*self._kept.pop()[:2], True))


def _sort(item: str, following: str) -> str:
    simple = {"(": "open", ")": "close", "AND": "infix", "OR": "infix", "NOT": "not"}
    if item in simple:
        return simple[item]
    if item in {"+", "-"} and following and following in f"({OPEN}":
        return "sign"
    return "operand" if _SOMETHING.search(item) else "nothing"


def _without_empty_brackets(text: str) -> str:
    shorter = re.sub(r"\(\s*\)", _blank, text)
    while shorter != text:
        text, shorter = shorter, re.sub(r"\(\s*\)", _blank, shorter)
    return text


def _plain(text: str) -> str:
    """Return the words and fields of a query whose quotes or brackets do not pair."""
    return _SYNTAX.sub(_blank, text.replace('"', " "))


def _searchable(typed: Typed) -> Typed:
    if _SOMETHING.search(typed.text):
        return typed
    if typed.troubles:
        said = told(typed.troubles)
        raise QueryError("Nothing is left to search for.", said, place=typed.place)
    raise QueryError("There is nothing to search for yet.", "Type a word or a field.", place=0)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())
