"""The person a coroner's report is about: when they died, how old they were, their sex."""

import re
from collections.abc import Iterator

from caseview.domain.attribute import DetailName
from caseview.readers.dates import Dated, dates_in
from caseview.readers.findings import Findings
from caseview.readers.lines import fold
from caseview.readers.people import SaidDeceased, age_in, ages_in
from caseview.readers.wording import any_of, whole_words

_D = DetailName
_DIED = re.compile(
    r"\b"
    + any_of("""
    died / passed away / sadly passed / death occurred / dies / life (?:was )?extinct / succumbed
    (?:pronounced|declared|certified|confirmed|found|verified|was|were) (?:dead|deceased)
    (?:his|her|their|the) death / death (?:was )?(?:confirmed|pronounced|verified|certified)
    took (?:his|her|their) own li(?:fe|ves) / was found hanging / date of death / d\\.o\\.d
    """)
    + r"\b"
)
# What makes the date beside it another date than that of the death.
_OTHER_EVENT = whole_words(r"""
    sustained / received / suffered / caused / following / after / due to / collision / accident
    crash / incident / fall / fell / fallen / surgery / operation / procedure / admitted / admission
    discharged? / born / d\.?o\.?b / birth / inquest / investigation / opened / commenced / resumed
    concluded? / conclusion / jury / hearing / heard / last / scan / prescribed / diagnosed / moved
    arrested / taken / attended / referred / released / transferred / collapsed / detained / began
    stabbed / assault\w* / reported / since / until / before / prior / return\w* / review\w*
    determin\w* / recorded / stated / evidence / told
""")
_LEADS_TO_DATE = re.compile(
    r"(?:^|\b(?:on|in|of|at|dated?|early|hours|hrs|am|pm|a\.m\.|p\.m\.)|[(:,\-])\s*"
    r"(?:the\s+)?(?:(?:morning|evening|afternoon|night|early\s+hours)\s+of\s+)?(?:the\s+)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:the\s+)?$"
)
_INTO = re.compile(r"\b(?:inquest|investigation)s?\b[^.]{0,30}$")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY_ONLY = re.compile(
    r"\b(?:died|passed\s+away|found\s+(?:dead|deceased|hanging|unresponsive|by\b)"
    r"|pronounced\s+dead|took\s+(?:his|her|their)\s+own\s+life)\b[^.;\n]{0,60}?\bon\s+(?:the\s+)?"
    rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTHS}))\b(?!,?\s+(?:19|20)\d\d)"
)
_SENTENCE_ENDS = re.compile(r"[;\n]|[^\s.]{3}\.\s")
_REACH = 90
_BACK = 70
_TITLED = re.compile(
    r"\b(?:(?P<m>Mr|Master)|Mrs|Ms|Miss)\.?\s+(?:[A-Z][\w'’-]*\s+){0,3}?(?P<name>[A-Z][\w'’-]+)"
)
_PRONOUN = re.compile(r"\b(?:(?P<m>he|his|him)|she|her|hers)\b", re.IGNORECASE)
_TITLE_WORTH = 2
_LEAST_WORTH = 2
_SHARE = 0.75
_AGE_NEAR = 60
_SEVERAL = re.compile(r"\b(?:deaths|inquests|investigations)\b|\s(?:and|&)\s")


def describe_deceased(
    found: Findings, text: str, said: SaidDeceased | None, start: int, end: int
) -> None:
    """Record date of death, age and sex as `text[start:end]` says them.

    Age and sex are left out where several people died: the words cannot be told apart.
    """
    died = _died(text, start, end)
    if died:
        found.add(_D.DATE_OF_DEATH, died.value, died.start, died.end)
    if said is None or _SEVERAL.search(text[max(0, said.start - _AGE_NEAR) : said.start]):
        return
    if _SEVERAL.search(said.name):
        return
    age = age_in(text, said.start, min(end, said.start + len(said.name) + _AGE_NEAR))
    age = age or _age_told(text, said, start, end)
    if age:
        found.add(_D.AGE, *age)
    _sex(found, text, said, end)


def _died(text: str, start: int, end: int) -> Dated | None:
    """Return the date that words of dying lead to, else one that leads to such words."""
    plain = fold(text[start:end])
    cues = list(_DIED.finditer(plain))
    cues = [cue for cue in cues if not _INTO.search(plain[: cue.start()][-_AGE_NEAR:])]
    after = [d for cue in cues if (d := _date_after(text, plain, cue, start))]
    before = (d for cue in cues if (d := _date_before(text, plain, cue, start)))
    whole = next((d for d in after if d.whole), None)
    return whole or next(before, None) or next(iter(after), None) or _yearless(text, start, end)


def _yearless(text: str, start: int, end: int) -> Dated | None:
    """Return the day beside words of dying that leave out the year told just before."""
    for match in _DAY_ONLY.finditer(text, start, end):
        before = [d for d in dates_in(text, start, match.start()) if d.whole]
        if not before:
            continue
        words = f"{match['day']} {before[-1].value[:4]}"
        dated = next(dates_in(words), None)
        if dated and before[-1].value <= dated.value:
            return Dated(dated.value, match.start("day"), match.end("day"))
    return None


def _date_after(text: str, plain: str, cue: re.Match[str], start: int) -> Dated | None:
    place = start + cue.end()
    dated = next(dates_in(text, place, min(start + len(plain), place + _REACH)), None)
    if dated is None:
        return None
    between = plain[cue.end() : dated.start - start]
    told = text[place : dated.start]
    plainly = _LEADS_TO_DATE.search(between) and not _OTHER_EVENT.search(between)
    return dated if plainly and not _SENTENCE_ENDS.search(told) else None


def _date_before(text: str, plain: str, cue: re.Match[str], start: int) -> Dated | None:
    if cue.group().endswith("death") or cue.group() == "date of death":
        return None
    place = start + cue.start()
    dated = [d for d in dates_in(text, max(start, place - _BACK), place) if d.whole]
    if not dated:
        return None
    between = plain[dated[-1].end - start : cue.start()]
    other = _OTHER_EVENT.search(between) or re.search(r"\band\b|,.*,", between)
    told = text[dated[-1].end : place]
    return None if other or _SENTENCE_ENDS.search(told) else dated[-1]


def _age_told(text: str, said: SaidDeceased, start: int, end: int) -> tuple[str, int, int] | None:
    """Return an age that a sentence gives the deceased: "Mr Pike was a 61 year old man"."""
    names = {word.casefold() for word in said.name.split() if len(word) > _LEAST_WORTH}
    for value, begin, stop in ages_in(text, start, end):
        words = set(re.findall(r"[\w'’-]+", fold(text[max(start, begin - _AGE_NEAR) : begin])))
        if words & (names | {"deceased"}):
            return value, begin, stop
    return None


def _sex(found: Findings, text: str, said: SaidDeceased, end: int) -> None:
    """Record the sex where courtesies before the surname and pronouns nearly all agree."""
    votes: dict[str, list[tuple[int, int, int]]] = {"male": [], "female": []}
    for value, begin, stop, worth in _signs(text, said, end):
        votes[value].append((begin, stop, worth))
    worths = {value: sum(sign[2] for sign in signs) for value, signs in votes.items()}
    best = max(worths, key=lambda value: worths[value])
    total = sum(worths.values())
    if total >= _LEAST_WORTH and worths[best] >= _SHARE * total:
        begin, stop, _ = max(votes[best], key=lambda sign: (sign[2], -sign[0]))
        found.add(_D.SEX, best, begin, stop)


def _signs(text: str, said: SaidDeceased, end: int) -> Iterator[tuple[str, int, int, int]]:
    """Yield what tells the sex: its value, its place, and how much it is worth."""
    for value, begin, stop in _titles(text, said.name, max(0, said.start - _BACK), end):
        yield value, begin, stop, _TITLE_WORTH
    for match in _PRONOUN.finditer(text, said.start, end):
        yield "male" if match["m"] else "female", match.start(), match.end(), 1


def titled_in(text: str, name: str, start: int, end: int) -> tuple[str, int, int] | None:
    """Return the sex that courtesies before the surname of `name` agree on, and its place.

    None where a couple is named by that surname: one of them need not be meant.
    """
    surname = re.escape(name.rsplit(maxsplit=1)[-1])
    if re.search(rf"\b(?:Mr|Mrs)\.?\s+(?:and|&)\s+(?:Mr|Mrs)\.?\s+(?:\w+\s+)?{surname}\b", text):
        return None
    told = list(_titles(text, name, start, end))
    return told[0] if told and len({value for value, _, _ in told}) == 1 else None


def _titles(text: str, name: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    surname = name.rsplit(maxsplit=1)[-1].casefold()
    for match in _TITLED.finditer(text, start, end):
        if match["name"].casefold() == surname:
            yield "male" if match["m"] else "female", match.start(), match.end()
