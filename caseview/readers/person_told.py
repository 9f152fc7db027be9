"""The age and sex of the person a review is about, from the words that speak of them."""

import re

from caseview.domain.attribute import DetailName
from caseview.readers.ages_told import OLDEST, SENTENCE, age_told
from caseview.readers.findings import Findings
from caseview.readers.numbers_in_words import NUMBER_WORD, number_of
from caseview.readers.sex_told import describe_sex, describe_sex_by_age, describe_sex_of_several
from caseview.readers.wording import whole_words

_D = DetailName
_COUNT = rf"(?P<n>\d{{1,3}}|{NUMBER_WORD})"
_AND_MONTHS = rf"(?:\s+(?:and\s+)?(?:\d{{1,2}}|{NUMBER_WORD})\s+months?)?"
_UNIT = rf"(?:[\s-]*(?P<unit>year|month|week|day)s?{_AND_MONTHS}(?:[\s-]*(?:old|of\s+age))?)?"
_AGES = (
    re.compile(
        rf"\b(?:age\s+of|aged?)\s+(?:just\s+|only\s+)?{_COUNT}{_UNIT}(?![\w%])", re.IGNORECASE
    ),
    re.compile(
        rf"\b{_COUNT}[\s-]*(?P<unit>year|month|week|day)s?{_AND_MONTHS}(?:[\s-]+old\b|\s+of\s+age\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:(?:died|killed|murdered)\s+at|lived\s+to\s+be)\s+{_COUNT}(?P<unit>\b)"
        r"(?=[.,;]|\s+(?:and|of|after|from)\b)"
    ),
    re.compile(
        r"\b(?:boy|girl|\w*man|lady|gentleman|person|baby|infant|widow|pensioner"
        r"|(?!\w*(?:mother|father|sister|brother|daughter)\b)\w+(?:er|ess|ist|or))"
        rf"\s+of\s+(?:just\s+|only\s+)?{_COUNT}{_UNIT}(?=[\s.,;])",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:she|he|they|who|[A-Z][a-z]*\d?|(?:Mr|Mrs|Ms)\s+[A-Z]\w*),?\s+was\s+(?:then\s+)?{_COUNT}{_UNIT}"
        r"(?=[.,;]|\s+(?:when|at\s+the\s+time|and|years))"
    ),
    re.compile(
        rf"\b(?:[A-Z][a-z]+|(?:Adult|Child|Baby)\s[A-Z]\w*)[”\"'’]?,\s(?:then\s+){_COUNT}\s+"
        r"(?P<unit>year|month|week|day)s?(?=,\s)"
    ),
    re.compile(
        rf"(?:\b[A-Z][a-z]+|\b(?:Adult|Child|Mr|Mrs|Ms|Miss)\s[A-Z]\w*)[”\"'’]?"
        rf"(?:\s\(|,\s(?:then\s+|now\s+)?){_COUNT}(?P<unit>\b)(?=\)|,\s)"
    ),
)
# Children, relatives and others whose ages a review also tells.
_OTHERS_OF_AGE = whole_words(r"""
    mother / father / mum / dad / parents? / partner / husband / wife / sisters? / brothers?
    sons? / (?:step)?daughters? / siblings? / perpetrator / carer / girlfriend / boyfriend
    children / (?:first|older|younger|other|unborn) child / eldest / oldest / youngest / friend
    aunt / uncle / grand\w+ / step\w+ / father-in-law / person / people / persons / anyone / men
    women / boys / girls / stranger / pupils / residents
""")
_THEIR_RELATIVE = re.compile(rf"{_OTHERS_OF_AGE.pattern}\s+(?:of|to)\s+$", re.IGNORECASE)
# "Joan was a mother of two, aged 45": what the subject is to others.
_OWN_RELATION = re.compile(
    r"(?:\b(?:was|is)|,)\s+an?\s+(?:[\w-]+\s+){0,3}?(?:mother|father|mum|dad|parent|son|daughter"
    r"|(?:grand|step)\w+|brother|sister|aunt|uncle|friend|carer|widow(?:er)?)\b"
    r"(?:\s+(?:of|to)\s+[\w -]{1,30})?(?=,)"
)
# "a girl of seventeen called Mia"
_NAMED_BEHIND = re.compile(
    r"(?:\s+[a-z]+)?,?\s+(?:who\s+(?:is|was|will\s+be)\s+)?(?:called|named|known\s+as|referred\s+to\s+as)"
    r"\s+[“\"'‘]?(?P<name>[A-Z]\w+)"
)
# "found by a man of 60"
_SOMEBODY = re.compile(r"\b(?:by|with|to|from)\s+an?\s+(?:[\w-]+\s+){0,2}$")
# "Age at death: 31", "How old she was | 31", "Child | Male, aged 17 weeks".
_ROW = re.compile(
    r"^(?:(?:[\w’' ]{0,20}\bage(?:d|\s+at\b[^|:\n]*)?|how\s+old\b[^|:\n]*)\s*[|:]"
    r"|[\w’' /]{0,30}\b(?:child|adult|victim|deceased|subject)\s*[|:][^|\n]{0,20}?\baged)"
    rf"\s*{_COUNT}\b(?!\s*(?:[-–]|to)\s*\d)(?:\s*(?P<unit>year|month|week|day)s?)?",
    re.IGNORECASE | re.MULTILINE,
)
_OF_SEVERAL = re.compile(
    r"(?:family|families|children|young\s+people|babies|adults)\b|\w+\sfamily$", re.IGNORECASE
)
_NAMED_AGE = re.compile(
    r"(?P<name>\b[A-Z][a-z]+)[”\"'’]?(?:,?\s+(?:who\s+|then\s+|was\s+|is\s+)*|\s*\(|,\s*|\s+)"
    rf"(?:aged?\b|(?:\d{{1,3}}|{NUMBER_WORD})\b)"
)
_NO_NAMES = "She He They Who The At In Aged Was Age Just"
_CALENDAR = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March"
    " July August September October November December"
)
_NOT_NAMED = frozenset(f"{_NO_NAMES} {_CALENDAR}".split())
_NOT_ONES_AGE = re.compile(
    r"\s*(?:years?\s+)?(?:or|and)\s+(?:over|above|under|older|younger|upwards)\b|\s*(?:to|[-–])\s*\d"
    r"|\s+and\s+s?he\s+was\b|\s+when\s+(?:their|her|his)\s+(?:son|daughter|child|baby)\b"
)
_WAS_SO_OLD = (
    r"\s+(?:was|were)\s+\w+(?:\s+(?:days?|weeks?|months?|years?)(?:\s+(?:old|of\s+age))?)?$"
)
_EARLIER = re.compile(
    r"\b(?:when|until|since|before|from|after|once|by\s+the\s+time)\s+(?:she|he|they|[A-Z][a-z]+)"
    rf"{_WAS_SO_OLD}"
    r"|\b(?:from|since|until|by)\s+the\s+age\s+of\b"
)
# "Her mother and father were with her. She was 24": whom she died beside are not meant by "she".
_WERE_WITH = re.compile(
    r"(?:his|her|their)\s.*\b(?:was|were|remained|stayed)\s+(?:there\s+)?(?:with|beside|at)"
    r"\s+(?:him|her|them|(?:his|her|their)\s+(?:bed)?side)\b",
    re.IGNORECASE,
)
# "killed a man on 3 May 2021, when he was 41"
_THEN = re.compile(rf"\b(?:19|20)\d\d,?\s+when\s+(?:she|he|they){_WAS_SO_OLD}")
_OF_DEATH = whole_words(r"""
    offences? / raped
    died / deaths? / killed / murder\w* / at the time / homicide / took (?:his|her|their) own life
    found dead / fatally / suicide
""")
_THE_DEAD = whole_words("victim / deceased / the adult / the subject")
_IS_SUBJECT = re.compile(
    r"(?:[^.\n]*\.\s+){1,3}(?:she|he|they)\s+(?:is|are)\s+the\s+(?:subject|child|adult|person)\b[^.\n]{0,30}"
    r"\b(?:report|review)\b",
    re.IGNORECASE,
)
_PLAINLY = re.compile(r"[”\"'’]?,?\s*(?:\(|who\s+)?(?:was\s+|is\s+|then\s+)*(?:an?\s+)?[\w-]*\s?\d")
_SPEAKS = re.compile(r"(?:she|he|they|who)\b", re.IGNORECASE)
_NAME_WITHIN = re.compile(r"(?<=[a-z,] )[“\"‘]?[A-Z][a-z]+")
_NEAR = 80
_BEFORE = 2
_OLDEST_OF = {"Baby": 2, "Infant": 2, "Child": 18}


def describe_person(found: Findings, opening: str, subject: str | None) -> None:
    """Record age and sex where the opening says them of the person the review is about.

    Of several people no age is recorded, and their sex where a noun says it of all; of somebody
    without a name what a labelled row says. The date of death, where it is known already, gives
    the age with a date of birth.
    """
    if subject is None:
        if age := _age_labelled(opening):
            found.add(_D.AGE, *age)
            describe_sex_by_age(found, opening)
        return
    if _OF_SEVERAL.match(subject):
        return
    if re.search(r"\s(?:and|&)\s|,", subject):
        describe_sex_of_several(found, opening, subject)
        return
    told = [s for s in SENTENCE.finditer(opening) if subject in s.group()]
    age = _age_in_table(opening, subject) or _age_labelled(opening)
    died = found.value(_D.DATE_OF_DEATH)
    age = age or age_told(opening, subject, died) or _age(opening, subject, died)
    if age:
        found.add(_D.AGE, *age)
    describe_sex(found, opening, told, subject)


def _age_labelled(opening: str) -> tuple[str, int, int] | None:
    """Return the age behind a label that opens a line: "Age | 31", "How old she was: 31"."""
    match = _ROW.search(opening)
    if match is None or not 0 < _number(match) <= OLDEST:
        return None
    return _shown(match), match.start(), match.end()


def _age_in_table(opening: str, subject: str) -> tuple[str, int, int] | None:
    """Return the number in the subject's row under a column heading that says "age"."""
    column: int | None = None
    for row in re.finditer(r"[^\n|]*\|[^\n]*", opening) if "|" in opening else ():
        cells = list(re.finditer(r"[^|]+", row.group()))
        heads = [n for n, cell in enumerate(cells) if re.search(r"(?i)\bages?\b", cell.group())]
        column = heads[0] if heads else column
        named = [cell.group().strip() for cell in cells[:column]]
        theirs = named and (subject in named[0] or subject in named[1:])
        if column is None or heads or column >= len(cells) or not theirs:
            continue
        number = re.fullmatch(r"\s*(\d{1,3})\s*", cells[column].group())
        if number and "’" not in cells[0].group() and 0 < int(number[1]) <= OLDEST:
            start = row.start() + cells[column].start() + number.start(1)
            return str(int(number[1])), start, start + len(number[1])
    return None


def _age(opening: str, subject: str, died: str | None) -> tuple[str, int, int] | None:
    """Return the age that is most plainly said of the subject, the first of those that are."""
    best: tuple[int, int, re.Match[str]] | None = None
    for match in (m for pattern in _AGES for m in pattern.finditer(opening)):
        rank = _doubt(opening, match, subject) if _can_be(match, subject) else None
        if rank is not None and _is_of_before(opening, match, died):
            rank += _BEFORE
        if rank is not None and (best is None or (rank, match.start()) < best[:2]):
            best = rank, match.start(), match
    if best is None:
        return None
    return _shown(best[2]), best[2].start(), best[2].end()


def _is_of_before(opening: str, match: re.Match[str], died: str | None) -> bool:
    """Whether an age stands in a paragraph that tells of an earlier year than that of the death."""
    begin = opening.rfind("\n", 0, match.start()) + 1
    years = re.findall(r"(?<!born in )\b(?:19|20)\d\d\b", opening[begin : match.start()])
    sentence = re.split(r"[.!?]\s", opening[match.start() : match.end() + _NEAR], maxsplit=1)[0]
    if not years or died is None or _OF_DEATH.search(sentence):
        return False
    return bool(years[-1] < died[: len(years[-1])])


def _shown(match: re.Match[str]) -> str:
    """Return an age as it is recorded: years as a number alone, other units in words."""
    unit = (match["unit"] or "year").lower()
    many = "" if _number(match) == 1 else "s"
    return str(_number(match)) if unit == "year" else f"{_number(match)} {unit}{many}"


def _can_be(match: re.Match[str], subject: str) -> bool:
    """Whether somebody can be so old: nobody called a baby or a child is grown up."""
    oldest = next((years for word, years in _OLDEST_OF.items() if subject.startswith(word)), OLDEST)
    in_years = (match["unit"] or "year").lower() == "year"
    return 0 < _number(match) <= (oldest if in_years else OLDEST)


def _number(match: re.Match[str]) -> int:
    return number_of(match["n"])


def _doubt(opening: str, match: re.Match[str], subject: str) -> int | None:
    """Return how far an age is from plainly the subject's (0), None where it is another's."""
    begin = max(opening.rfind(mark, 0, match.start()) for mark in (". ", "\n", "? ", "! ")) + 1
    said = opening[begin : match.end()]
    behind = _NAMED_BEHIND.match(opening, match.end())
    named = behind is not None and behind["name"] not in subject
    named = named or _SOMEBODY.search(opening[begin : match.start()]) is not None
    earlier = _EARLIER.search(said) and not (_THEN.search(said) and _OF_DEATH.search(said))
    if named or earlier or _NOT_ONES_AGE.match(opening, match.end()):
        return None
    after = (
        opening[match.end() : match.end() + _NEAR]
        .split("\n", maxsplit=1)[0]
        .split(". ", maxsplit=1)[0]
    )
    died = _OF_DEATH.search(said + after) is not None
    place = said.rfind(subject)
    if place >= 0:
        between = said[place + len(subject) :]
        if not _THEIR_RELATIVE.search(said[:place]) and not _speaks_of_another(between, subject):
            return 0 if died or _PLAINLY.match(between) else 1
        return None
    if _speaks_of_another(said[-_NEAR:], subject):
        return None
    before = re.split(r"\n|\. ", opening[max(0, begin - _NEAR * 2) : begin].rstrip(" .\n"))[-1]
    if _SPEAKS.match(match.group()):
        return _doubt_of_pronoun(before, subject)
    theirs = _THE_DEAD.search(said + after) or _IS_SUBJECT.match(opening, match.end())
    return 1 if subject in before or theirs else 2


def _doubt_of_pronoun(before: str, subject: str) -> int | None:
    """Return the doubt whether "she was 34" is the subject's, by the sentence before it."""
    if subject in before or _OF_DEATH.search(before) or _WERE_WITH.match(before.strip()):
        return 1
    if _OTHERS_OF_AGE.search(before):
        return None
    return 3 if _NAME_WITHIN.search(before) else 2


def _speaks_of_another(words: str, subject: str) -> bool:
    """Whether the words name or call by their relation someone else than the subject."""
    words = _OWN_RELATION.sub(" ", words)
    if _OTHERS_OF_AGE.search(words):
        return True
    named = (m["name"] for m in _NAMED_AGE.finditer(words))
    return any(name not in subject and name not in _NOT_NAMED for name in named)
