"""The day of the death, or of the harm, that a review is about, as its opening tells it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from caseview.domain.attribute import DetailName
from caseview.readers import death_words
from caseview.readers.dates import Dated, dates_in, first_date, first_year
from caseview.readers.findings import Findings
from caseview.readers.lines import fold
from caseview.readers.names_in_row import names_parted
from caseview.readers.relative_dates import dates_told

_D = DetailName
_PLURAL = re.compile(
    r"(?:young\s+people|children|babies|adults|families|brothers|sisters)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]*)*[.!?\n]?")
_YEAR = re.compile(r"\d{4}|\d[/.]\d")
_NEXT = re.compile(r"\b(?:next|following)\b", re.IGNORECASE)
_PAIR = 2
_OFTEN = 2
# "Until Bob died on": not "She died", "Both died", "Child T died".
_SOMEBODY_DIED = re.compile(
    r"\b(?!(?:She|He|They|It|Who|Both|All|Each|One|Two|Three|Four|Neither|Victim|Child|Baby|Adult)\b)"
    r"(?P<name>(?:(?:Mr|Mrs|Ms|Miss)\s)?[A-Z][a-z]*)\s(?:had\s|has\s)?(?:sadly\s)?died\s(?:on|in|at)\b"
)
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
    if not told or _apart(text, found.value(_D.SUBJECT)):
        return
    printed = [one for one in told if _is_plain(text, one)]
    same = (one for one in printed if told[0].value.startswith(one.value))
    first = next(same, told[0])
    best = next((d for d in printed if d.whole and d.value.startswith(first.value)), first)
    around = (text[d.start - _NEAR : d.end + _NEAR] for d in told if d.value == best.value)
    if not best.whole and not any("hospital" in words for words in around):
        best = _day_in(text, best) or best
    found.add(_D.DATE_OF_DEATH, best.value, best.start, best.end)


def _is_plain(text: str, dated: Dated) -> bool:
    """Whether a date is printed with its year, or is that of "the next day"."""
    return any(one.search(text, dated.start, dated.end) for one in (_YEAR, _NEXT))


def _apart(text: str, subject: str | None) -> bool:
    """Whether two people died, each on a day of their own."""
    names = names_parted(subject) if subject else []
    if len(names) != _PAIR:
        return False
    said = [one for one in _sentences(text) if not one.row]
    days = [{d.value for d in _beside(_opening_with(said, n), death_words.DYING)} for n in names]
    return all(days) and days[0].isdisjoint(days[1])


def _opening_with(said: Sequence[_Said], name: str) -> list[_Said]:
    return [one for one in said if re.match(rf"\W*{re.escape(fold(name))}\b", one.words)]


def _told(text: str, subject: str | None) -> list[Dated]:
    """Return the dates from the surest way to tell of a death that the opening uses."""
    several = subject is not None and (
        len(names_parted(subject)) >= _SEVERAL or _PLURAL.match(subject) is not None
    )
    said = [
        one
        for one in _sentences(text)
        if (not several or death_words.ALL_OF_THEM.search(one.words))
        and not (subject and _of_another(text[one.start : one.end], subject, text))
    ]
    told = [one for one in said if not one.row]
    rows = [one for one in said if one.row]
    return (
        [*_the_day(said, text), *_beside(told, death_words.DYING), *_when_it_happened(told)]
        or list(_in_sentence_before(said, death_words.DYING, death_words.HARMED))
        or list(_beside(told, death_words.DEATH))
        or list(_in_sentence_before(said, death_words.DEATH))
        or list(_in_sentence_after(said))
        or list(_beside(rows, death_words.DEATH))
        or list(_years(said, subject))
        or list(_beside(told, death_words.INCIDENT))
        or list(_beside([one for one in told if one.end <= _FIRST], death_words.CALLED_OUT))
        or list(_beside(_told_of(told, subject), death_words.RANG))[-1:]
    )


def _of_another(words: str, subject: str, text: str) -> bool:
    """Whether a sentence tells that somebody else died, by name: "Mr V died on"."""
    died = _SOMEBODY_DIED.search(words)
    known = text.count(subject) >= _OFTEN
    return died is not None and known and died["name"] not in subject


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
    for match in death_words.LABELLED.finditer(text, 0, _OPENING):
        dated = first_date(text, match.end(), match.end() + _LABEL)
        if dated and dated.start <= match.end() + 1:
            yield dated


def _the_day(said: Sequence[_Said], text: str) -> Iterator[Dated]:
    """Yield the dates of which the text says that they are the day of the death."""
    for one in said:
        for dated in one.dated:
            if death_words.THE_DAY.match(text, dated.end, dated.end + _IS_DAY):
                yield dated


def _beside(said: Sequence[_Said], cue: re.Pattern[str]) -> Iterator[Dated]:
    """Yield the dates in sentences with these words, where nothing else happened on them.

    Of a sentence, the date right behind the words comes first.
    """
    for one in said:
        cued = next((m for m in cue.finditer(one.words) if death_words.tells(one.words, m)), None)
        if cued is None or death_words.SCOPE.search(one.words):
            continue
        begin, end = one.start + cued.start(), one.start + cued.end()
        joined = re.search(r"\band\b|;", one.words[: cued.start()]) is not None
        reach = end + (_BEHIND if joined else _RIGHT_BEHIND)
        near = [d for d in one.dated if end <= d.start <= reach]
        for dated in [*near[:1], *(d for d in one.dated if d not in near[:1])]:
            inner = slice(min(dated.end, end) - one.start, max(dated.start, begin) - one.start)
            before = one.words[: dated.start - one.start]
            sure = death_words.DIED_ON.search(before) is not None
            tried = dated.start >= end and death_words.TRIED.search(one.words[: cued.start()])
            if tried and not any(d.end <= begin for d in one.dated):
                continue
            between = one.words[inner].replace("been born", "")
            if sure or not (
                death_words.NOT_DEATH.search(between) or death_words.NOT_DEATH.search(before[-30:])
            ):
                yield dated


def _in_sentence_before(
    said: Sequence[_Said], cue: re.Pattern[str], of: re.Pattern[str] | None = None
) -> Iterator[Dated]:
    """Yield the one date of the sentences before one that tells of dying and has none itself.

    They stand in its paragraph, at most a few sentences before; a heading may stand between.
    Where `of` says of what they must tell, the nearest sentence that does has the date.
    """
    for place, one in enumerate(said):
        cued = cue.search(one.words)
        told = cued is not None and death_words.tells(one.words, cued)
        if not told or death_words.NOT_DEATH.search(one.words):
            continue
        before = _just_before(said, place)
        if of:
            before = [ahead for ahead in before if ahead.dated and of.search(ahead.words)][:1]
        dated = [(ahead.words, day) for ahead in before for day in ahead.dated]
        if len(dated) == 1 and not death_words.NOT_DEATH.search(dated[0][0]):
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
        if one.dated or not death_words.DEATH.search(one.words):
            continue
        for dated in after.dated:
            if dated.whole and death_words.DAY_BEFORE.search(
                after.words[: dated.start - after.start]
            ):
                day = date.fromisoformat(dated.value) + timedelta(days=1)
                yield Dated(day.isoformat(), dated.start, dated.end)


def _when_it_happened(said: Sequence[_Said]) -> Iterator[Dated]:
    """Yield the days of which the sentence after words of a death says that "this happened"."""
    for one, after in pairwise(said):
        happened = death_words.HAPPENED.search(after.words)
        if happened and death_words.DEATH.search(one.words):
            place = after.start + happened.end()
            yield from (dated for dated in after.dated if dated.whole and dated.start >= place)


def _told_of(said: Sequence[_Said], subject: str | None) -> list[_Said]:
    return [one for one in said if subject and fold(subject) in one.words]


def _years(said: Sequence[_Said], subject: str | None) -> Iterator[Dated]:
    """Yield the years in sentences that say that the subject died, where no day is told."""
    for one in _told_of(said, subject):
        year = first_year(one.words)
        if (
            year
            and death_words.DIED.search(one.words)
            and not death_words.NOT_DEATH.search(one.words)
        ):
            yield Dated(year.value, one.start + year.start, one.start + year.end)


def _day_in(text: str, month: Dated) -> Dated | None:
    """Return the day in that month on which help was called or somebody was found."""
    for dated in dates_in(text):
        if not dated.whole or not dated.value.startswith(month.value):
            continue
        line = text.rfind("\n", 0, dated.start) + 1
        sentence = next(m for m in _SENTENCE.finditer(text, line) if m.end() > dated.start)
        words = fold(sentence.group())
        if death_words.VIOLENT.search(words) and not death_words.NOT_DEATH.search(words):
            return dated
    return None
