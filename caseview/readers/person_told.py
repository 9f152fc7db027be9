"""The age and sex of the person a review is about, from the words that speak of them."""

import re
from collections.abc import Sequence

from caseview.domain.attribute import DetailName
from caseview.readers.findings import Findings
from caseview.readers.lines import fold
from caseview.readers.numbers_in_words import NUMBERS
from caseview.readers.wording import whole_words

_D = DetailName
_COUNT = rf"(?P<n>\d{{1,3}}|{'|'.join(NUMBERS)})"
_UNIT = r"(?:[\s-]*(?P<unit>year|month|week|day)s?(?:[\s-]*(?:old|of\s+age))?)?"
_AGES = (
    re.compile(
        rf"\b(?:age\s+of|aged?)\s+(?:just\s+|only\s+)?{_COUNT}{_UNIT}(?![\w%])", re.IGNORECASE
    ),
    re.compile(rf"\b{_COUNT}[\s-]*(?P<unit>year|month|week|day)s?[\s-]+old\b", re.IGNORECASE),
    re.compile(
        r"\b(?:boy|girl|man|woman|lady|gentleman|person|\w+(?:er|ess|ist|or))"
        rf"\s+of\s+{_COUNT}(?P<unit>\b)(?=[\s.,;])",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:she|he|they|who|[A-Z][a-z]*\d?|(?:Mr|Mrs|Ms)\s+[A-Z]\w*)\s+was\s+{_COUNT}{_UNIT}"
        r"(?=[.,;]|\s+(?:when|at\s+the\s+time|and|years))"
    ),
    re.compile(
        rf"(?:\b[A-Z][a-z]+|\b(?:Adult|Child|Mr|Mrs|Ms|Miss)\s[A-Z]\w*)[”\"'’]?"
        rf"(?:\s\(|,\s(?:then\s+|now\s+)?){_COUNT}(?P<unit>\b)(?=\)|,\s)"
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
_ONE = r"(?P<noun>boy|girl|man|woman|lady|gentleman)"
_ANOTHERS = re.compile(r"\b(?:by|of|from|her|his|their|with|whose|and)\b")
_NOUN_AHEAD = re.compile(
    rf"\b(?:an?|the)\s+(?:[\w-]+\s+){{0,3}}{_ONE}\s*,?\s*(?:who\s+)?(?:was\s+)?$"
)
_WORDS_OF_ONE = r"(?:(?!(?:by|of|with|from|to|whose|who|killed)\b)[\w-]+,?\s+){{0,5}}"
_NAMED_NOUN = rf"\b{{}}[”\"'’]?\s*(?:,|was|is)\s+an?\s+{_WORDS_OF_ONE}{_ONE}\b"
_OTHERS = whole_words(r"""
    mother / father / mum / dad / parents? / partner / husband / wife / sister / brother / son
    daughter / friend / perpetrator / carer / girlfriend / boyfriend / neighbour / worker / officer
    doctor / nurse / gp / aunt / uncle / grand\w+ / step\w+
""")
# Children, relatives and others whose ages a review also tells.
_OTHERS_OF_AGE = whole_words(r"""
    mother / father / mum / dad / parents? / partner / husband / wife / sisters? / brothers?
    sons? / (?:step)?daughters? / siblings? / perpetrator / carer / girlfriend / boyfriend
    children / (?:first|eldest|oldest|older|younger|youngest|other|unborn) child / friend
    aunt / uncle / grand\w+ / step\w+ / father-in-law / person / people / persons / anyone
""")
_NAMED_AGE = re.compile(
    r"(?P<name>\b[A-Z][a-z]+)[”\"'’]?(?:,?\s+(?:who\s+|then\s+|was\s+|is\s+)*|\s*\(|,\s*|\s+)"
    rf"(?:aged?\b|(?:\d{{1,3}}|{'|'.join(NUMBERS)})\b)"
)
_NOT_NAMED = frozenset({
    "She",
    "He",
    "They",
    "Who",
    "The",
    "At",
    "In",
    "Aged",
    "Was",
    "Age",
    "Just",
})
_NOT_ONES_AGE = re.compile(
    r"\s*(?:years?\s+)?(?:or|and)\s+(?:over|above|under|older|younger|upwards)\b|\s*(?:to|[-–])\s*\d"
)
_EARLIER = re.compile(
    r"\b(?:when|until|since|before|from)\s+(?:she|he|they|[A-Z][a-z]+)\s+(?:was|were)\s+\w+$"
    r"|\b(?:from|since|until|by)\s+the\s+age\s+of\b"
)
_OF_DEATH = whole_words(r"""
    died / deaths? / killed / murder\w* / at the time / homicide / took (?:his|her|their) own life
    found dead / fatally / suicide
""")
_THE_DEAD = whole_words("victim / deceased / the adult / the subject")
_PLAINLY = re.compile(r"[”\"'’]?,?\s*(?:\(|who\s+)?(?:was\s+|is\s+|then\s+)*(?:an?\s+)?[\w-]*\s?\d")
_SPEAKS = re.compile(r"(?:she|he|they|who)\b", re.IGNORECASE)
_NAME_WITHIN = re.compile(r"(?<=[a-z,] )[“\"‘]?[A-Z][a-z]+")
_NEAR = 80
_NOUN_REACH = 25
_PRONOUN_REACH = 12
_LEADS = re.compile(
    r"\W*(?:(?:In|On|By|At|During|Since|From|Until|Although|When|While|After|Before)\b[^.]*)?"
)
_POSSESSIVE = re.compile(r"\b(?:his|her|their)\s+(?:\w+\s+)?$")
_HIS_DEATH = re.compile(
    r"\b(?P<his>his|her)\s+(?:murder|killing|manslaughter|death|inquest|funeral)\b"
    r"|\b(?P<he>he|she)\s+(?:had\s+)?(?:died|was\s+(?:found\s+dead|killed|murdered)|took\s+h\w+\s+own)\b"
)
_SHARE = 0.8
_OLDEST = 112
_SENTENCE = re.compile(r"(?:[^.!?\n]|\n(?!\n))+[.!?]?")


def describe_person(found: Findings, opening: str, subject: str | None) -> None:
    """Record age and sex where the opening says them of the person the review is about.

    Neither is recorded where the review is about several people.
    """
    if subject is None or re.search(r"\s(?:and|&)\s|,", subject):
        return
    told = [s for s in _SENTENCE.finditer(opening) if subject in s.group()]
    age = _age_in_table(opening, subject) or _age(opening, subject)
    if age:
        found.add(_D.AGE, *age)
    _sex(found, opening, told, subject)


def _age_in_table(opening: str, subject: str) -> tuple[str, int, int] | None:
    """Return the number in the subject's row under a column heading that says "age"."""
    column: int | None = None
    for row in re.finditer(r"[^\n]*\|[^\n]*", opening):
        cells = list(re.finditer(r"[^|]+", row.group()))
        heads = [n for n, cell in enumerate(cells) if re.search(r"(?i)\bage\b", cell.group())]
        column = heads[0] if heads else column
        if column is None or heads or column >= len(cells) or subject not in cells[0].group():
            continue
        number = re.fullmatch(r"\s*(\d{1,3})\s*", cells[column].group())
        if number and "’" not in cells[0].group() and 0 < int(number[1]) <= _OLDEST:
            start = row.start() + cells[column].start() + number.start(1)
            return str(int(number[1])), start, start + len(number[1])
    return None


def _age(opening: str, subject: str) -> tuple[str, int, int] | None:
    """Return the age that is most plainly said of the subject, the first of those that are."""
    best: tuple[int, int, re.Match[str]] | None = None
    for match in (m for pattern in _AGES for m in pattern.finditer(opening)):
        rank = _doubt(opening, match, subject) if 0 < _number(match) <= _OLDEST else None
        if rank is not None and (best is None or (rank, match.start()) < best[:2]):
            best = rank, match.start(), match
    if best is None:
        return None
    match = best[2]
    unit = (match["unit"] or "year").lower()
    many = "" if _number(match) == 1 else "s"
    value = str(_number(match)) if unit == "year" else f"{_number(match)} {unit}{many}"
    return value, match.start(), match.end()


def _number(match: re.Match[str]) -> int:
    word = match["n"].lower()
    return NUMBERS.get(word) or (int(word) if word.isdigit() else 0)


def _doubt(opening: str, match: re.Match[str], subject: str) -> int | None:
    """Return how far an age is from plainly the subject's (0), None where it is another's."""
    begin = max(opening.rfind(mark, 0, match.start()) for mark in (". ", "\n", "? ", "! ")) + 1
    said = opening[begin : match.end()]
    if _NOT_ONES_AGE.match(opening, match.end()) or _EARLIER.search(said):
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
        if not _speaks_of_another(between, subject):
            return 0 if died or _PLAINLY.match(between) else 1
        return None
    if _speaks_of_another(said[-_NEAR:], subject):
        return None
    before = re.split(r"\n|\. ", opening[max(0, begin - _NEAR * 2) : begin].rstrip(" .\n"))[-1]
    if _SPEAKS.match(match.group()):
        return _doubt_of_pronoun(before, subject)
    return 1 if subject in before or _THE_DEAD.search(said + after) else 2


def _doubt_of_pronoun(before: str, subject: str) -> int | None:
    """Return the doubt whether "she was 34" is the subject's, by the sentence before it."""
    if subject in before or _OF_DEATH.search(before):
        return 1
    if _OTHERS_OF_AGE.search(before):
        return None
    return 3 if _NAME_WITHIN.search(before) else 2


def _speaks_of_another(words: str, subject: str) -> bool:
    """Whether the words name or call by their relation someone else than the subject."""
    if _OTHERS_OF_AGE.search(words):
        return True
    named = (m["name"] for m in _NAMED_AGE.finditer(words))
    return any(name not in subject and name not in _NOT_NAMED for name in named)


def _sex(found: Findings, opening: str, told: Sequence[re.Match[str]], subject: str) -> None:
    """Record the sex where a title, a noun of the person, or pronouns that agree say it."""
    titled = re.match(r"(Mr)\b|(Mrs|Ms|Miss)\b", subject)
    place = opening.find(subject)
    if titled and place >= 0:
        value = "male" if titled[1] else "female"
        found.add(_D.SEX, value, place, place + len(titled.group()))
        return
    said = _by_noun(found, opening) or _called(opening, subject)
    said = said or _by_pronoun(opening, told, subject) or _by_death(opening)
    if said:
        found.add(_D.SEX, *said)


def _by_noun(found: Findings, opening: str) -> tuple[str, int, int] | None:
    """Return the sex that the words of the age tell: "a boy of 15", "a 71-year-old man"."""
    age = next((d for d in found.details() if d.name is _D.AGE), None)
    if age is None or age.start is None or age.end is None:
        return None
    start = age.start
    ahead = _NOUN_AHEAD.search(opening, max(0, start - _NOUN_REACH), start)
    if ahead:
        value = "male" if _NOUNS["male"].fullmatch(ahead["noun"]) else "female"
        return value, ahead.start("noun"), ahead.end("noun")
    plain = _ANOTHERS.split(fold(opening[start : age.end + _NOUN_REACH]), maxsplit=1)[0]
    for value, pattern in _NOUNS.items():
        match = pattern.search(plain)
        other = _NOUNS["female" if value == "male" else "male"].search(plain)
        if match and not other and not re.search(r"[.;]", plain[: match.start()]):
            return value, start + match.start(), start + match.end()
    return None


def _called(opening: str, subject: str) -> tuple[str, int, int] | None:
    """Return the sex that a noun beside the name tells: "Finn, a lively little boy"."""
    match = re.search(_NAMED_NOUN.format(re.escape(subject)), opening)
    if match is None:
        return None
    value = "male" if _NOUNS["male"].fullmatch(match["noun"]) else "female"
    return value, match.start("noun"), match.end("noun")


def _by_pronoun(
    opening: str, told: Sequence[re.Match[str]], subject: str
) -> tuple[str, int, int] | None:
    """Pronouns after the name, in sentences that speak of nobody else, must nearly all agree."""
    votes: dict[str, list[tuple[int, int]]] = {value: [] for value in _SEXES}
    for sentence in told:
        after = opening[sentence.end() : sentence.end() + _PRONOUN_REACH]
        begin = sentence.start() + sentence.group().index(subject)
        stretches = [(begin, fold(opening[begin : sentence.end()]))]
        alone = _OTHERS.search(fold(sentence.group())) is None
        if alone and re.match(r"\s*(?:He|She|His|Her)\b", after):
            stretches.append((sentence.end(), fold(after)))
        opens = _LEADS.fullmatch(opening, sentence.start(), begin) is not None
        for start, words in stretches:
            plain = _of_the_subject(words, opens=opens or start > begin)
            for value, pattern in _SEXES.items():
                votes[value] += [
                    (start + m.start(), start + m.end()) for m in pattern.finditer(plain)
                ]
    total = sum(map(len, votes.values()))
    best = max(votes, key=lambda value: len(votes[value]))
    if total and len(votes[best]) >= _SHARE * total:
        return best, *votes[best][0]
    return None


def _by_death(opening: str) -> tuple[str, int, int] | None:
    """Return the sex that the words of the death tell: "her murder", "before he died"."""
    found = list(_HIS_DEATH.finditer(fold(opening)))
    if not found:
        return None
    male = sum((match["his"] or match["he"]) in {"his", "he"} for match in found)
    if min(male, len(found) - male) > (1 - _SHARE) * len(found):
        return None
    value = "male" if male * 2 > len(found) else "female"
    words = {"male": {"his", "he"}, "female": {"her", "she"}}[value]
    first = next(m for m in found if (m["his"] or m["he"]) in words)
    group = "his" if first["his"] else "he"
    return value, first.start(group), first.end(group)


def _of_the_subject(plain: str, *, opens: bool) -> str:
    """Return a sentence up to where it speaks of someone else.

    "His" in "his brother" is the subject's own where the name `opens` the sentence; after
    "he came to Joan, his carer" it is not.
    """
    plain = plain.split(";", maxsplit=1)[0]
    other = _OTHERS.search(plain)
    if other is None:
        return plain
    return plain[: other.start()] if opens else _POSSESSIVE.sub("", plain[: other.start()])
