"""Ages told in roundabout ways: by a birthday, by a year of life, or by a date of birth."""

import re
from collections.abc import Iterator
from datetime import date

from caseview.readers.dates import Dated, dates_in, first_date
from caseview.readers.lines import fold
from caseview.readers.numbers_in_words import NUMBER_WORD, NUMBERS, number_of
from caseview.readers.wording import whole_words

_Told = tuple[str, int, int]
_IRREGULAR = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip


def _ordinal(words: str) -> str:
    """Return the ordinal of a number in words: "seventy-one" gives "seventy-first"."""
    head, dash, last = words.rpartition("-")
    if last in _IRREGULAR:
        return f"{head}{dash}{_IRREGULAR[last]}"
    return f"{head}{dash}{last[:-1]}ieth" if last.endswith("y") else f"{head}{dash}{last}th"


_ORDINALS = {_ordinal(words): number for words, number in NUMBERS.items()}
_NTH = rf"(?P<nth>\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
_COUNT = rf"(?P<n>\d{{1,3}}|{NUMBER_WORD})"
_OWN = r"(?:his|her|their|(?P<whose>[\w.]+)'s)"
# The words, and how many years the age is from the number they give.
_BY_BIRTHDAY = (
    (re.compile(rf"\b(?:after|past|since|following|on) {_OWN} {_NTH} birthday"), 0),
    (re.compile(rf"\b(?:celebrated|marked|reached|had) {_OWN} {_NTH} birthday"), 0),
    (re.compile(rf"\b(?:short of|before|off|eve of) {_OWN} {_NTH} birthday"), -1),
    (re.compile(rf"\bin {_OWN} {_NTH} year\b"), -1),
    (re.compile(rf"\b(?:had )?(?:just |recently |only just )?turned {_COUNT}\b"), 0),
    (re.compile(rf"\b(?:after|since|of|on) turning {_COUNT}\b"), 0),
    (re.compile(rf"\bhad been {_COUNT} for\b"), 0),
)
_HAD_SHE_LIVED = re.compile(
    rf"\bwould have (?:been|turned) {_COUNT}(?= (?:(?:later )?in the|that|the (?:next|following)"
    r"|in (?:another|a|two|three)|(?:\w+ )?(?:days?|weeks?|months?) later)\b)"
)
_LIVED = re.compile(rf"\blived (?:for )?(?:only |just )?{_COUNT} (?P<unit>day|week|month)s?\b")
_BIRTH_ROW = re.compile(
    r"^\W*(?:date\s+of\s+birth|d\.?o\.?b\.?|born)\s*[:|]\s*", re.IGNORECASE | re.MULTILINE
)
_BORN = re.compile(r"\b(?:(?:was |were )?born (?:on |in )|date of birth (?:was|is) )(?:the )?$")
_OF_DEATH = whole_words(r"""
    died / deaths? / killed / murder\w* / took (?:his|her|their) own life / found dead / fatal\w*
    lost (?:his|her|their) life / collapsed / stabbed / injur\w+ / was found / harmed
""")
_OTHERS = whole_words(r"""
    mother / father / mum / dad / parents? / partner / husband / wife / sisters? / brothers? / sons?
    daughters? / perpetrator / friend / child(?:ren)?
""")
# "at the home of a friend": where somebody was, which tells of nobody else.
_PLACED_BY = re.compile(
    r"\b(?:at|in|to|from|near|outside)\s+(?:the\s+(?:home|house|flat|address|grave)\s+of\s+"
    r"(?:an?|the|his|her|their)\s+\w+|(?:an?|his|her|their)\s+\w+'s(?:\s+\w+)?)\b"
)
SENTENCE = re.compile(r"(?:[^.!?\n]|\n(?!\n))+[.!?]?")
"""A sentence of an opening: it may go on over a line, not over a paragraph."""
_SPEAKS = re.compile(r"\s*(?:she|he)\b")
_NEAR = 500
OLDEST = 112
"""How old a person can be, in years."""
_WITH_MONTH, _WITH_DAY = 2, 3
_FIRST = 4_000
_DATE = 25
_YOUNG = ("Baby", "Infant", "Child")


def age_told(opening: str, subject: str, died: str | None) -> _Told | None:
    """Return the age that the words of a birthday tell, else that of the dates of a life.

    `died` is the date of death (ISO), which with a date of birth gives the age. None where
    neither is told of the subject in so many words.
    """
    return (
        _by_birthday(opening, subject)
        or _by_lifetime(opening, subject)
        or _by_birth(opening, subject, died)
    )


def _sentences(opening: str, subject: str) -> Iterator[tuple[int, str, str]]:
    """Yield each sentence about the subject, folded, and with it the one before.

    One that says "she" is about the subject where the subject was named not long before it.
    """
    before = ""
    plain = fold(opening)
    names = (subject, f"mr {_last(subject)}", f"mrs {_last(subject)}", f"ms {_last(subject)}")
    for sentence in SENTENCE.finditer(opening):
        words = plain[sentence.start() : sentence.end()]
        near = plain[max(0, sentence.start() - _NEAR) : sentence.start()]
        speaks = _SPEAKS.match(words) is not None and any(name in near for name in names)
        if speaks or subject in f"{before} {words}":
            yield sentence.start(), words, before
        before = words


def _last(name: str) -> str:
    return name.rpartition(" ")[2]


def _by_birthday(opening: str, subject: str) -> _Told | None:
    name = fold(subject)
    for start, words, before in _sentences(opening, name):
        if (match := _HAD_SHE_LIVED.search(words)) and not _OTHERS.search(words, 0, match.start()):
            return str(_number(match) - 1), start + match.start(), start + match.end()
        if not _OF_DEATH.search(f"{before} {words}"):
            continue
        for pattern, off in _BY_BIRTHDAY:
            match = pattern.search(words)
            if match is None or _speaks_of_others(words[: match.start()], name):
                continue
            if not name.endswith(match.groupdict().get("whose") or ""):
                continue
            number = _number(match) + off
            if 0 < number <= OLDEST:
                return str(number), start + match.start(), start + match.end()
    return None


def _speaks_of_others(words: str, name: str) -> bool:
    return _OTHERS.search(_PLACED_BY.sub(" ", words.replace(name, ""))) is not None


def _by_lifetime(opening: str, subject: str) -> _Told | None:
    for sentence in SENTENCE.finditer(opening, 0, _FIRST):
        start, words = sentence.start(), fold(sentence.group())
        if (match := _LIVED.search(words)) and subject.startswith(_YOUNG):
            number = _number(match)
            many = "" if number == 1 else "s"
            value = f"{number} {match['unit']}{many}"
            return value, start + match.start(), start + match.end()
    return None


def _by_birth(opening: str, subject: str, died: str | None) -> _Told | None:
    labelled = _BIRTH_ROW.search(opening)
    row = first_date(opening, labelled.end(), labelled.end() + _DATE) if labelled else None
    for born in filter(None, (row, born_on(opening, subject))):
        years = _years_between(born, died or "")
        if years is not None and 0 < years <= OLDEST:
            return str(years), born.start, born.end
    return None


def born_on(opening: str, subject: str) -> Dated | None:
    """Return the day on which the subject is said to have been born, None where it is not."""
    for start, words, _ in _sentences(opening, fold(subject)):
        for born in dates_in(opening, start, start + len(words)):
            lead = words[: born.start - start].replace(fold(subject), "")
            if _BORN.search(lead) and not _OTHERS.search(lead):
                return born
    return None


def _years_between(born: Dated, died: str) -> int | None:
    """Return the whole years between two dates, None where their precision leaves two."""
    one, other = _parts(born.value), _parts(died)
    if min(len(one), len(other)) < _WITH_MONTH:
        return None
    if len(one) == len(other) == _WITH_DAY:
        before = date(2000, *other[1:]) < date(2000, *one[1:])
        return other[0] - one[0] - before
    if one[1] == other[1]:
        return None
    return other[0] - one[0] - (other[1] < one[1])


def _parts(value: str) -> list[int]:
    return [int(part) for part in value.split("-") if part]


def _number(match: re.Match[str]) -> int:
    groups = match.groupdict()
    nth, count = groups.get("nth"), groups.get("n")
    if nth:
        return int(nth[:-2]) if nth[0].isdigit() else _ORDINALS[nth]
    return number_of(count or "")
