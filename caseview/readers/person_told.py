"""The age and sex of the person a review is about, from the words that speak of them."""

import re
from collections.abc import Sequence

from caseview.domain.attribute import DetailName
from caseview.readers.findings import Findings
from caseview.readers.lines import fold
from caseview.readers.wording import whole_words

_D = DetailName
_IN_WORDS = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
"""
_NUMBERS = {word: number for number, word in enumerate(_IN_WORDS.split(), 1)}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
for _ten, _word in enumerate(_TENS.split(), 2):
    _NUMBERS |= {f"{_word}-{unit}": 10 * _ten + n for unit, n in list(_NUMBERS.items())[:9]}
    _NUMBERS[_word] = 10 * _ten
_COUNT = rf"(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_UNIT = r"(?:[\s-]*(?P<unit>year|month|week|day)s?(?:[\s-]*(?:old|of\s+age))?)?"
_AGES = (
    re.compile(rf"\baged?\s+(?:just\s+|only\s+)?{_COUNT}{_UNIT}(?![\w%])", re.IGNORECASE),
    re.compile(rf"\b{_COUNT}[\s-]*(?P<unit>year|month|week|day)s?[\s-]+old\b", re.IGNORECASE),
    re.compile(
        r"\b(?:boy|girl|man|woman|lady|gentleman|person|\w+(?:er|ess|ist|or))"
        rf"\s+of\s+{_COUNT}(?P<unit>\b)(?=[\s.,;])",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:she|he|they|who|[A-Z][a-z]+|(?:Mr|Mrs|Ms)\s+[A-Z]\w*)\s+was\s+{_COUNT}{_UNIT}"
        r"(?=[.,;]|\s+(?:when|at\s+the\s+time|and|years))"
    ),
)
_SEXES = {
    "male": whole_words("he / his / him / himself"),
    "female": whole_words("she / her / hers / herself"),
}
_NOUNS = {
    "male": whole_words("boy / man / gentleman / son / father / husband / male"),
    "female": whole_words("girl / woman / lady / daughter / mother / wife / female / widow"),
}
_OTHERS = whole_words(r"""
    mother / father / mum / dad / parents? / partner / husband / wife / sister / brother / son
    daughter / friend / perpetrator / carer / girlfriend / boyfriend / neighbour / worker / officer
    doctor / nurse / gp / aunt / uncle / grand\w+ / step\w+
""")
_NOUN_REACH = 25
_PRONOUN_REACH = 12
_SHARE = 0.8
_OLDEST = 112
_SENTENCE = re.compile(r"[^.!?]+[.!?]?")


def describe_person(found: Findings, opening: str, subject: str | None) -> None:
    """Record age and sex where the opening says them of the person the review is about."""
    if subject is None:
        return
    key = subject
    told = [s for s in _SENTENCE.finditer(opening) if key in s.group()]
    _age(found, opening, told)
    _sex(found, opening, told, subject)


def _age(found: Findings, opening: str, told: Sequence[re.Match[str]]) -> None:
    near = [(s.start(), min(len(opening), s.end() + 160)) for s in told] or [(0, len(opening))]
    near.append((0, len(opening)))
    for start, end in near:
        matches = [m for p in _AGES for m in p.finditer(opening, start, end)]
        for match in sorted(matches, key=lambda m: m.start()):
            word = match["n"].lower()
            number = _NUMBERS.get(word) or (int(word) if word.isdigit() else 0)
            unit = (match["unit"] or "year").lower()
            if not 0 < number <= _OLDEST:
                continue
            many = "" if number == 1 else "s"
            value = str(number) if unit == "year" else f"{number} {unit}{many}"
            found.add(_D.AGE, value, match.start(), match.end())
            return


def _sex(found: Findings, opening: str, told: Sequence[re.Match[str]], subject: str) -> None:
    """Record the sex where a title, a noun of the person, or pronouns that agree say it."""
    titled = re.match(r"(Mr)\b|(Mrs|Ms|Miss)\b", subject)
    place = opening.find(subject)
    if titled and place >= 0:
        value = "male" if titled[1] else "female"
        found.add(_D.SEX, value, place, place + len(titled.group()))
        return
    said = _by_noun(found, opening) or _by_pronoun(opening, told, subject)
    if said:
        found.add(_D.SEX, *said)


def _by_noun(found: Findings, opening: str) -> tuple[str, int, int] | None:
    """Return the sex that the words of the age tell: "a boy of 15", "a 71-year-old man"."""
    age = next((d for d in found.details() if d.name is _D.AGE), None)
    if age is None or age.start is None or age.end is None:
        return None
    start = age.start
    plain = fold(opening[start : age.end + _NOUN_REACH])
    for value, pattern in _NOUNS.items():
        match = pattern.search(plain)
        other = _NOUNS["female" if value == "male" else "male"].search(plain)
        if match and not other and not re.search(r"[.;]", plain[: match.start()]):
            return value, start + match.start(), start + match.end()
    return None


def _by_pronoun(
    opening: str, told: Sequence[re.Match[str]], subject: str
) -> tuple[str, int, int] | None:
    """Pronouns after the name, in sentences that speak of nobody else, must nearly all agree."""
    votes: dict[str, list[tuple[int, int]]] = {value: [] for value in _SEXES}
    for sentence in told:
        after = opening[sentence.end() : sentence.end() + _PRONOUN_REACH]
        begin = sentence.start() + sentence.group().index(subject)
        stretches = [(begin, fold(opening[begin : sentence.end()]))]
        if re.match(r"\s*(?:He|She|His|Her)\b", after):
            stretches.append((sentence.end(), fold(after)))
        for start, plain in stretches:
            if _OTHERS.search(plain):
                continue
            for value, pattern in _SEXES.items():
                votes[value] += [
                    (start + m.start(), start + m.end()) for m in pattern.finditer(plain)
                ]
    total = sum(map(len, votes.values()))
    best = max(votes, key=lambda value: len(votes[value]))
    if total and len(votes[best]) >= _SHARE * total:
        return best, *votes[best][0]
    return None
