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
_YEARS = re.compile(
    r",?\s*\(?(?P<n>\d{1,3})\s+years?\b(?!\s*(?:ago|later|earlier|before|after|and\s+\d|\d))"
)
_LATER = re.compile(
    r"(?!\S)(?:[^.;\n]|\.(?=\d)|\n(?!\n))*?\b(?:died|passed\s+away|death)\b"
    r"(?:[^.;\n]|\.(?=\d)|\n(?!\n))*?(?=\baged?\s+\d)"
)
_RELATIVE = whole_words(r"""
    mother / father / wife / husband / partner / sons? / daughters? / brother / sister / friend
    children / child / baby
""")
_BOX_HEADING = re.compile(r"\binvestigations?\s*(?:and|&)\s*(?:the\s+)?inquests?\b", re.IGNORECASE)
_PARAGRAPHS = re.compile(r"(?<!:)\n")
_ALSO = re.compile(
    r"\band\s+(?:of\s+)?(?:[A-Z][\w'’-]+\s+)+?[A-Z][\w'’-]+,?\s+\(?(?:then\s+)?(?:aged?\s+)?\d"
)
_DIED_AGED = re.compile(
    r"\b(?:died|passed\s+away)\b[^;\n.]{0,100}?\b(?:aged|(?:at\s+the\s+)?age\s+of|being)\s+"
    r"(?P<n>\d{1,3})\b(?!\s*(?:months?|weeks?|days?|hours?))"
)
_OF_ANOTHER = re.compile(rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|whose)\s+(?:\w+\s+)?{_RELATIVE.pattern}")
_AT_DEATH = re.compile(
    r"\b(?:[Hh]e|[Ss]he)\s+was\s+(?:aged\s+)?(?P<n>\d{1,3})(?:\s+years?(?:\s+(?:old|of\s+age))?)?"
    r"(?=\s+(?:at\s+the\s+time\s+of\s+(?:his|her)\s+death|when\s+(?:he|she)\s+died))"
)
_SENTENCE_REACH = 220
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
    if said is None or _several(text, said):
        return
    name_end = said.start + len(said.name)
    age = _years_alone(text, name_end) or age_in(text, said.start, min(end, name_end + _AGE_NEAR))
    if age and _OF_ANOTHER.search(text, name_end, max(name_end, age[1])):
        age = None
    age = age or _age_in_sentence(text, name_end, end) or _age_told(text, said, start, end)
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


def _several(text: str, said: SaidDeceased) -> bool:
    """Whether the words around the name tell of more than one death."""
    near = text[max(0, said.start - _AGE_NEAR) : said.start]
    before = _BOX_HEADING.sub(" ", _PARAGRAPHS.split(near)[-1])
    name_end = said.start + len(said.name)
    named = _SEVERAL.search(before) or _SEVERAL.search(said.name)
    return bool(named or _ALSO.search(text, name_end, name_end + 2 * _AGE_NEAR))


def _years_alone(text: str, place: int) -> tuple[str, int, int] | None:
    """Return the age right after the name that gives only its years: "Ada Pike, 43 years"."""
    match = _YEARS.match(text, place)
    return (str(int(match["n"])), match.start("n"), match.end()) if match else None


def _age_in_sentence(text: str, place: int, end: int) -> tuple[str, int, int] | None:
    """Return the age "aged 80" later in the sentence that names the deceased, of nobody else."""
    match = _LATER.match(text, place, min(end, place + _SENTENCE_REACH))
    if match is None or _RELATIVE.search(text, place, match.end()):
        return None
    return age_in(text, match.end(), match.end() + 1)


def _age_told(text: str, said: SaidDeceased, start: int, end: int) -> tuple[str, int, int] | None:
    """Return an age that a sentence gives the deceased: "Mr Pike was a 61 year old man"."""
    names = {word.casefold() for word in said.name.split() if len(word) > _LEAST_WORTH}
    for value, begin, stop in ages_in(text, start, end):
        words = set(re.findall(r"[\w'’-]+", fold(text[max(start, begin - _AGE_NEAR) : begin])))
        another = _OF_ANOTHER.search(text, max(start, begin - _AGE_NEAR), begin)
        if words & (names | {"deceased"}) and not another:
            return value, begin, stop
    match = _AT_DEATH.search(text, start, end) or _DIED_AGED.search(text, start, end)
    if match and _RELATIVE.search(text, max(start, match.start() - _AGE_NEAR), match.end()):
        return None
    return (str(int(match["n"])), match.start(), match.end()) if match else None


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
