"""The day of the death, or of the harm, that a review is about, as its opening tells it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from caseview.domain.attribute import DetailName
from caseview.readers.dates import Dated, dates_in, first_date, first_year
from caseview.readers.findings import Findings
from caseview.readers.lines import fold
from caseview.readers.relative_dates import dates_told
from caseview.readers.wording import any_of

_D = DetailName


def _folded(listed: str) -> re.Pattern[str]:
    """Return a pattern for any of these as whole words, over folded text."""
    return re.compile(rf"\b{any_of(listed)}\b")


_OF_HARM = "(?:deaths?|homicide|murder|killings?|incident|attack|assault|stabbing|offences?|fire)"
_NOT_A_BODY = (
    r"(?! (?:to|that|guilty|not|safe|and|well|wandering|missing|with an?)\b)"
    r"(?! in (?:none|any|some|most|many|all|each|(?:\w+ )?(?:\w+ )?(?:records?|notes|files?))\b)"
)
_DIES = r"""
    deaths? of / died / dies / killed / murdered / murder of / took (?:his|her|their) own life
    found (?:[\w'’]+ ){0,3}(?:dead|deceased) / fatally / homicide of
    found that (?:s?he|both|they) had died / drowned / passed away
    lost (?:his|her|their) life / pronounced dead / life ended
    ended (?:his|her|their) (?:own )?li(?:fe|ves) / deaths?,? (?:on|in|occurred|took place)
"""
_DYING = _folded(_DIES)
# Words that tell of a death less plainly.
_DEATH = _folded(rf"""{_DIES}
    (?:was|were) found{_NOT_A_BODY} / {_OF_HARM} took place / the death / dying
""")
_DIED_ON = re.compile(r"\b(?:died|killed|murdered)\s+(?:(?:\w+\s+){0,3}(?:on|in)\s+(?:the\s+)?)?$")
_DIED = _folded("died / killed / murdered / took (?:his|her|their) own life")
_LABELLED = re.compile(
    r"\b(?:d\.?o\.?d\.?|date\s+of\s+(?:the\s+|\w+['’]s\s+)?(?:death|homicide|murder|incident))[\s:\-–|]*",
    re.IGNORECASE,
)
# "to 19 January 2020, the date of the homicide"
_THE_DAY = re.compile(
    r"\s*[,(]\s*(?:which\s+(?:is|was)\s+)?the\s+(?:date|day)\s+(?:of|that|when|on\s+which)\s+"
    rf"(?:[\w'’]+\s+){{0,3}}(?:{_OF_HARM}|died|was\s+(?:killed|murdered|found|stabbed|attacked))\b",
    re.IGNORECASE,
)
_INCIDENT = _folded(rf"""
    stab\w* / assault\w* / injur\w* / collapsed / attack\w* / shot
    (?:was|were|been) found{_NOT_A_BODY}
    harm\w* / incident / burn\w* / raped / drowned / (?:was|were) removed / disclosed
    admitted to (?:hospital|intensive|the [^.]{{0,30}}(?:hospital|infirmary)) / taken to hospital
    fractur\w* / hurt(?:ing)? / by ambulance / brought (?:in)?to hospital / emergency department
    serious (?:further |sexual |violent )?offences?
""")
# Who is told of a death is told of it later.
_TOLD_OF = re.compile(
    r"\b(?:notif\w+|informed|told|advised|aware|learn\w*|heard|refer\w+|notification)\s+"
    r"(?:\w+\s+){0,4}?(?:of|to|about)\s+(?:the|his|her|their|\w+'s)?\s*$"
)
_FEARED = re.compile(r"\b(?:would|could|might|may|will|should|threat\w*|risk\s+of)\s+(?:be\s+)?$")
_RELATIVE = (
    r"(?:his|her|their|\w+'s)\s+(?:\w+\s+){0,2}?(?:husband|wife|partner|mother|father|mum|dad|parents?"
    r"|brothers?|sisters?|sons?|daughters?|child|baby|friend|grand\w+|uncle|aunt|cousin|dog|cat)\b"
)
# The deaths of others: "her husband died in 2015", "since the death of her father".
_RELATIVE_WAS = re.compile(rf"{_RELATIVE}\s+(?:(?:had|has|was|were|sadly|also|been)\s+)*$")
_OF_RELATIVE = re.compile(rf"\s+{_RELATIVE}")
# The trial for a death was on another day: "convicted of the murder of Ada on 5 May".
_TRIED = re.compile(
    r"\b(?:convicted|guilty|sentenced|charged|tried|arrested|pleaded|acquitted)\b[^.;]{0,60}$"
)
_SCOPE = _folded("scope / to cover / looked at / period (?:under|of) review / timeframe")
_NOT_DEATH = re.compile(
    r"\b(?:(?:from|between)\s*$|between\b[^.;,]{0,25}\band\s*$|"
    + any_of("""
    would have / born / birth / inquest / sentenced / convicted / trial
    review (?:began|was|covers|period) / commissioned / published / report / meeting / decision
    pleaded / act / guidance / arrested
    criminal / period / notified / referral / received / decided / agreed / referred / released?
    licence / withdrawal
    """)
    + r"\b)"
)
_CALLED_OUT = _folded(rf"""
    999 / ambulance / paramedics? / shots? / stab\w* / collapsed / found{_NOT_A_BODY} / body
    attack\w* / dead / killed / died / fatal\w* / fire / unresponsive
    (?:called|rang|telephoned) (?:the )?\w+ police
    (?:neighbours?|officers|police|he|she) (?:called|rang|were called|was called|telephoned)
""")
# Of a month that is told, the day of the violence is that of the death; illness takes days.
_VIOLENT = _folded(r"""
    shots? / stab\w* / attack\w* / killed / neighbours? (?:called|rang|telephoned|heard)
    (?:called|rang|telephoned) (?:the )?\w+ police / police (?:were|was) called
""")
_DAY_BEFORE = re.compile(
    r"\bthe\s+(?:day|evening|night|afternoon|morning)\s+before,?\s+(?:on\s+)?$"
)
_ALL_OF_THEM = _folded(r"""
    they (?:both |all )?(?:died|were|had) / (?:all|both) (?:of them|three|four|five|died|were|the)
    (?:two|three|four|five|six|the) (?:\w+ )?(?:died|deaths|were (?:killed|found))
""")
_PLURAL = re.compile(
    r"(?:young\s+people|children|babies|adults|families|brothers|sisters)\b", re.IGNORECASE
)
_NAMES_PARTED = re.compile(r",\s*|\s+(?:and|&)\s+")
_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]*)*[.!?\n]?")
_YEAR = re.compile(r"\d{4}|\d[/.]\d")
_SEVERAL = 3
_OPENING = 12_000
_FIRST = 3_000
_LONG = 600
_RIGHT_BEHIND = 40
_BEHIND = 90
_LABEL = 30
_IS_DAY = 90
_SENTENCES_BEFORE = 4
_NEAR = 100


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence, folded, with the dates it tells; `ends` says that it ends its paragraph."""

    start: int
    end: int
    words: str
    dated: Sequence[Dated]
    ends: bool

    @property
    def row(self) -> bool:
        """Whether it is the row of a table."""
        return " | " in self.words


def describe_death(found: Findings, text: str) -> None:
    """Record the date beside words of dying, else that of the incident first told.

    Where a month alone is told, a day printed in that month is the date; what is printed comes
    before a day counted from another. Several deaths on several days have no one date.
    """
    told = [*_labelled(text), *_told(text, found.value(_D.SUBJECT))]
    if not told:
        return
    printed = [one for one in told if _YEAR.search(text, one.start, one.end)]
    same = (one for one in printed if told[0].value.startswith(one.value))
    first = next(same, told[0])
    best = next((d for d in printed if d.whole and d.value.startswith(first.value)), first)
    around = (text[d.start - _NEAR : d.end + _NEAR] for d in told if d.value == best.value)
    if not best.whole and not any("hospital" in words for words in around):
        best = _day_in(text, best) or best
    found.add(_D.DATE_OF_DEATH, best.value, best.start, best.end)


def _told(text: str, subject: str | None) -> list[Dated]:
    """Return the dates from the surest way to tell of a death that the opening uses."""
    several = subject is not None and (
        len(_NAMES_PARTED.split(subject)) >= _SEVERAL or _PLURAL.match(subject) is not None
    )
    said = [one for one in _sentences(text) if not several or _ALL_OF_THEM.search(one.words)]
    told = [one for one in said if not one.row]
    rows = [one for one in said if one.row]
    return (
        [*_the_day(said, text), *_beside(told, _DYING)]
        or list(_beside(told, _DEATH))
        or list(_in_sentence_before(said))
        or list(_in_sentence_after(said))
        or list(_beside(rows, _DEATH))
        or list(_years(said, subject))
        or list(_beside(told, _INCIDENT))
        or list(_beside([one for one in told if one.end <= _FIRST], _CALLED_OUT))
    )


def _sentences(text: str) -> list[_Said]:
    found: list[_Said] = []
    last: Dated | None = None
    plain = fold(text[:_OPENING])
    for match in _SENTENCE.finditer(text, 0, _OPENING):
        reach = min(match.end(), match.start() + _LONG)
        dated = dates_told(text, match.start(), reach, last)
        words = plain[match.start() : match.end()]
        ends = match.group().endswith("\n")
        found.append(_Said(match.start(), match.end(), words, dated, ends))
        last = None if ends else dated[-1] if dated else last
    return found


def _labelled(text: str) -> Iterator[Dated]:
    """Yield the dates that a label ("Date of death:") stands before."""
    for match in _LABELLED.finditer(text, 0, _OPENING):
        dated = first_date(text, match.end(), match.end() + _LABEL)
        if dated and dated.start <= match.end() + 1:
            yield dated


def _the_day(said: Sequence[_Said], text: str) -> Iterator[Dated]:
    """Yield the dates of which the text says that they are the day of the death."""
    for one in said:
        for dated in one.dated:
            if _THE_DAY.match(text, dated.end, dated.end + _IS_DAY):
                yield dated


def _beside(said: Sequence[_Said], cue: re.Pattern[str]) -> Iterator[Dated]:
    """Yield the dates in sentences with these words, where nothing else happened on them.

    Of a sentence, the date right behind the words comes first.
    """
    for one in said:
        cued = next((m for m in cue.finditer(one.words) if _tells(one.words, m)), None)
        if cued is None or _SCOPE.search(one.words):
            continue
        begin, end = one.start + cued.start(), one.start + cued.end()
        joined = re.search(r"\band\b|;", one.words[: cued.start()]) is not None
        reach = end + (_BEHIND if joined else _RIGHT_BEHIND)
        near = [d for d in one.dated if end <= d.start <= reach]
        for dated in [*near[:1], *(d for d in one.dated if d not in near[:1])]:
            inner = slice(min(dated.end, end) - one.start, max(dated.start, begin) - one.start)
            before = one.words[: dated.start - one.start]
            sure = _DIED_ON.search(before) is not None
            if dated.start >= end and _TRIED.search(one.words[: cued.start()]):
                continue
            between = one.words[inner].replace("been born", "")
            if sure or not (_NOT_DEATH.search(between) or _NOT_DEATH.search(before[-30:])):
                yield dated


def _tells(words: str, cued: re.Match[str]) -> bool:
    """Whether words tell that it happened: not that somebody heard of it, or feared it."""
    before = words[: cued.start()]
    if _OF_RELATIVE.match(words, cued.end()) and cued.group().endswith("of"):
        return False
    return not any(one.search(before) for one in (_TOLD_OF, _FEARED, _RELATIVE_WAS))


def _in_sentence_before(said: Sequence[_Said]) -> Iterator[Dated]:
    """Yield the one date of the sentences before one that tells of dying and has none itself.

    They stand in its paragraph, at most a few sentences before; a heading may stand between.
    """
    for place, one in enumerate(said):
        if not _DEATH.search(one.words) or _NOT_DEATH.search(one.words):
            continue
        before = _just_before(said, place)
        dated = [(told, dated) for told in before for dated in told.dated]
        if len(dated) == 1 and not _NOT_DEATH.search(dated[0][0].words):
            yield dated[0][1]


def _just_before(said: Sequence[_Said], place: int) -> list[_Said]:
    """Return the sentence before, with those ahead of it in the same paragraph."""
    found: list[_Said] = []
    after = said[place]
    for one in reversed(said[max(0, place - _SENTENCES_BEFORE) : place]):
        if after.start - one.end > 1 or (found and one.ends):
            break
        found.append(one)
        after = one
    return found


def _in_sentence_after(said: Sequence[_Said]) -> Iterator[Dated]:
    """Yield the day after the one "before", where that follows on the words of a death."""
    for one, after in pairwise(said):
        if one.dated or not _DEATH.search(one.words):
            continue
        for dated in after.dated:
            if dated.whole and _DAY_BEFORE.search(after.words[: dated.start - after.start]):
                day = date.fromisoformat(dated.value) + timedelta(days=1)
                yield Dated(day.isoformat(), dated.start, dated.end)


def _years(said: Sequence[_Said], subject: str | None) -> Iterator[Dated]:
    """Yield the years in sentences that say that the subject died, where no day is told."""
    for one in said:
        year = first_year(one.words)
        theirs = subject is not None and fold(subject) in one.words and _DIED.search(one.words)
        if theirs and year and not _NOT_DEATH.search(one.words):
            yield Dated(year.value, one.start + year.start, one.start + year.end)


def _day_in(text: str, month: Dated) -> Dated | None:
    """Return the day in that month on which help was called or somebody was found."""
    for dated in dates_in(text):
        if not dated.whole or not dated.value.startswith(month.value):
            continue
        line = text.rfind("\n", 0, dated.start) + 1
        sentence = next(m for m in _SENTENCE.finditer(text, line) if m.end() > dated.start)
        words = fold(sentence.group())
        if _VIOLENT.search(words) and not _NOT_DEATH.search(words):
            return dated
    return None
