"""Parts a paragraph into sentences and clauses, keeping their offsets."""

import re
from collections.abc import Iterator

# Each way to end begins with one of a few signs, said first: so the rest is quickly passed over.
_END = re.compile(
    r"""[.!?\n](?:(?<=[.!?])[.!?]*["'\u2019\u201d)\]]*(?:\[?\d{1,3}\]?)?(?=\s)"""
    r"""|(?<=\n)[ \t]*(?=\n|[\u2022\u25cf\u25aa\u2023*\-\u2013]\s"""
    r"""|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s))""",
)
_MARKS = frozenset(".!?")
_NEXT = re.compile(r"""\s*["'\u2018\u201c(\[]*(?P<first>\S)""")
_OPENERS = frozenset('([\u201c\u2018"')
_NUMBERING = re.compile(r"\(?(?:\d+(?:\.\d+)*|[A-Za-z]|[ivxIVX]+|[A-Z]\d+)\)?")
_SHORTENED = """
mr mrs ms dr prof rev hon st sgt insp supt det cllr jr sr no nos para paras p pp vol ch fig ref
refs cf e.g eg i.e ie viz vs v approx c ca dept div ext est incl inc ltd plc tel art arts sec sect
s ss sch reg regs jan feb mar apr jun jul aug sep sept oct nov dec
"""
_ABBREVIATIONS = frozenset(_SHORTENED.split())
_MAY_END = frozenset({"etc", "al", "a.m", "p.m", "am", "pm"})
_BREAK = re.compile(
    r"[;:]\s|\s[-\u2013\u2014]\s|\u2014|[()]"
    r"|,\s+(?=(?:but|which|who|whom|whose|although|though|while|whilst|because|however|so|yet"
    r"|where|whereas|despite|and|nor|or)\s)"
    r"|\s(?=(?:but|although|though|whilst|whereas|despite|because)\s)",
    re.IGNORECASE,
)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the offsets of each sentence within `start:end`, without the space around it.

    A full stop after an abbreviation, an initial, or the number of a paragraph ends nothing.
    """
    stop = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    begin = start
    for mark in _END.finditer(text, start, stop):
        at, after = mark.span()
        if text[at] == "\n" or _ends(text, begin, mark.span(), stop):
            _keep(text, begin, after, found)
            begin = after
    _keep(text, begin, stop, found)
    return found


def clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the offsets of each clause of the sentence `start:end`, in order."""
    begin = start
    for mark in _BREAK.finditer(text, start, end):
        if mark.start() > begin:
            yield begin, mark.start()
        begin = mark.end()
    if begin < end:
        yield begin, end


def _ends(text: str, begin: int, mark: tuple[int, int], stop: int) -> bool:
    at, after = mark
    following = _NEXT.match(text, after, stop)
    if following is None:
        return True
    if following["first"].islower():
        return False
    if text[at] != "." or text[at + 1] in _MARKS:
        return True
    word = _last_word(text, begin, at)
    if _NUMBERING.fullmatch(word):
        before = text[begin : at - len(word)]
        if not before.strip("([\u201c\u2018\"' \t\n"):
            return False
    low = word.lower().rstrip(".")
    if low in _MAY_END:
        return True
    return not (low in _ABBREVIATIONS or (len(word) == 1 and word.isupper() and word != "I"))


def _last_word(text: str, begin: int, end: int) -> str:
    """Return the word that ends at `end`, without what opens a bracket or a quotation before it."""
    if end == begin or text[end - 1].isspace():
        return ""
    word = text[begin:end].rsplit(None, 1)[-1]
    if word.isalnum():
        return word
    return word[max(map(word.rfind, _OPENERS)) + 1 :]


def _keep(text: str, begin: int, end: int, found: list[tuple[int, int]]) -> None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        found.append((begin, end))
