"""The sex of the person a review is about, by a title, a noun, or the pronouns for them."""

import re
from collections.abc import Sequence

from caseview.domain.attribute import DetailName
from caseview.readers.findings import Findings
from caseview.readers.lines import fold
from caseview.readers.wording import whole_words

_D = DetailName
_SEXES = {
    "male": whole_words("he / his / him / himself"),
    "female": whole_words("she / her / hers / herself"),
}
_NOUNS = {
    "male": whole_words(
        "boy / man / gentleman / son / (?:grand)?father / husband / male / widower"
    ),
    "female": whole_words(
        "girl / woman / lady / daughter / (?:grand)?mother / wife / female / widow"
    ),
}
_ONE = (
    r"(?P<noun>boy|girl|man|woman|lady|gentleman|son|daughter|father|mother|grandfather|grandmother"
    r"|widow|widower|(?:male|female)(?=\s*(?:[,.(]|who\b|of\b|aged\b|in\b)))"
)
_ANOTHERS = re.compile(
    r"\b(?:by|of|from|her|his|their|with|whose|and|when|after|before|while|raped|killed|murdered"
    r"|attacked|assaulted|stabbed|met|hit)\b"
)
# The name of one to whom something was done: "Bob killed Ada and then himself".
_OBJECT = re.compile(
    r"\b(?:killed|murdered|stabbed|strangled|shot|attacked|assaulted|hit|found|met|told|saw|visited"
    r"|called|asked)\s+$"
)
_NOUN_AHEAD = re.compile(
    rf"\b(?:an?|the)\s+(?:[\w-]+\s+){{0,3}}{_ONE}\s*,?\s*(?:who\s+)?(?:was\s+)?$"
)
_WORDS_OF_ONE = r"(?:(?!(?:by|of|with|from|to|whose|who|killed)\b)[\w-]+,?\s+){{0,5}}"
_NAMED_NOUN = rf"\b{{}}[”\"'’]?\s*(?:,|was|is)\s+(?:an?|the|their)\s+{_WORDS_OF_ONE}{_ONE}\b"
# "a baby girl who is called Ada"
_NOUN_NAMED = (
    rf"\b(?:an?|the)\s+{_WORDS_OF_ONE}{_ONE},?\s+(?:whom?\s+(?:(?:is|was|will\s+be|we|we\s+have)\s+)?)?"
    r"(?:call(?:ed)?|known\s+as|named|referred\s+to\s+as)\s+[“\"'‘]?{}\b"
)
_OTHERS = whole_words(r"""
    mother / father / mum / dad / parents? / partner / husband / wife / sister / brother / son
    daughter / friend / perpetrator / carer / girlfriend / boyfriend / neighbour / worker / officer
    doctor / nurse / gp / aunt / uncle / grand\w+ / step\w+
""")
_PLURALS = {
    "male": whole_words("brothers / boys / (?:young )?men / sons"),
    "female": whole_words("sisters / girls / (?:young )?women / daughters"),
}
# A title that ends with the noun: "Two brothers", "Thematic review: four boys".
_OF_THEM = re.compile(r"(?:^|:\s)(?:[\w-]+\s){1,3}[a-z]+s?\W*$", re.IGNORECASE)
_OPENS = 3_000
_FEWEST = 2
_NOUN_REACH = 25
_PRONOUN_REACH = 12
_LEADS = re.compile(
    r"\W*(?:(?:In|On|By|At|During|Since|From|Until|Although|When|While|After|Before)\b[^.]*)?"
)
_POSSESSIVE = re.compile(r"\b(?:his|her|their)\s+(?:\w+\s+)?$")
_HIS_DEATH = re.compile(
    r"\b(?P<his>(?:his|her)(?=\s+(?:murder|killing|manslaughter|death|inquest|funeral)\b)"
    r"|(?:he|she)(?=\s+(?:had\s+)?(?:died|was\s+(?:found\s+dead|killed|murdered)|took\s+h\w+\s+own)\b))"
)
_ROW = re.compile(
    r"^\W*(?:sex|gender)\b[^|:\n]{0,20}[|:]\s*(?P<sex>male|female)\b", re.IGNORECASE | re.MULTILINE
)
_CHILD = re.compile(r"(?:child|baby|infant|young person)\b", re.IGNORECASE)
_CHILDS_OWN = re.compile(
    r"\b(?P<his>his|her)\s+(?:(?:own|birth|older|younger|maternal|paternal|two|foster)\s+)*(?:mother"
    r"|father|parents|mum|dad|siblings|sisters?|brothers?|school|nursery|teachers?|carers)\b"
)
_HARMED = "(?:killed|murdered|stabbed|strangled|shot|beat|attacked|assaulted)"
# The sons of one of them are not the two themselves.
_SOMEBODYS = re.compile(r"(?:['’]s|\b(?:his|her|their))\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_SHARE = 0.8


def describe_sex(
    found: Findings, opening: str, told: Sequence[re.Match[str]], subject: str
) -> None:
    """Record the sex where a title, a noun of the person, or pronouns that agree say it."""
    titled = re.match(r"(Mr)\b|(Mrs|Ms|Miss)\b", subject)
    place = opening.find(subject)
    if titled and place >= 0:
        value = "male" if titled[1] else "female"
        found.add(_D.SEX, value, place, place + len(titled.group()))
        return
    said = _labelled(opening) or _by_noun(found, opening) or _called(opening, subject)
    said = said or _by_pronoun(opening, told, subject) or _by_death(opening)
    said = said or _of_child(opening, subject) or _done_to(told, subject)
    if said:
        found.add(_D.SEX, *said)


def _labelled(opening: str) -> tuple[str, int, int] | None:
    """Return the sex in a row of its own: "Gender | Female"."""
    match = _ROW.search(opening)
    return (match["sex"].lower(), match.start(), match.end()) if match else None


def _of_child(opening: str, subject: str) -> tuple[str, int, int] | None:
    """Return the sex of a child by whose parents and school are told of: "his father"."""
    if not _CHILD.match(subject):
        return None
    return _most(list(_CHILDS_OWN.finditer(fold(opening))))


def _done_to(told: Sequence[re.Match[str]], subject: str) -> tuple[str, int, int] | None:
    """Return the sex by whom a relative is said to have harmed: "Ada's husband killed her"."""
    pattern = re.compile(
        rf"\b{re.escape(fold(subject))}'s\s[^.;]*?\b{_HARMED}\s+(?P<his>her|him)\b"
    )
    for sentence in told:
        match = pattern.search(fold(sentence.group()))
        if match:
            value = "male" if match["his"] == "him" else "female"
            start = sentence.start() + match.start("his")
            return value, start, start + len(match["his"])
    return None


def _most(found: Sequence[re.Match[str]]) -> tuple[str, int, int] | None:
    """Return the sex that nearly all of these words ("his", "her") tell, with its first place."""
    male = [match for match in found if match["his"] in {"his", "him", "he"}]
    female = [match for match in found if match not in male]
    most, value = (male, "male") if len(male) > len(female) else (female, "female")
    if not most or len(most) < _SHARE * len(found):
        return None
    return value, most[0].start("his"), most[0].end("his")


def describe_sex_by_age(found: Findings, opening: str) -> None:
    """Record the sex that the words of the age tell, where the person has no name."""
    said = _by_noun(found, opening)
    if said:
        found.add(_D.SEX, *said)


def describe_sex_of_several(found: Findings, opening: str, subjects: str) -> None:
    """Record the sex of several people where a noun says it of them all: "two brothers"."""
    names = re.findall(r"[A-Z][a-z]+", subjects)
    for line in re.finditer(r"[^.\n]+", opening[:_OPENS]):
        words = line.group()
        titled = _OF_THEM.search(words) and opening[line.end() : line.end() + 1] == "\n"
        if not titled and sum(name in words for name in names) < _FEWEST:
            continue
        said = {value: pattern.search(words) for value, pattern in _PLURALS.items()}
        both = [value for value, match in said.items() if match]
        match = said[both[0]] if len(both) == 1 else None
        if match and not _SOMEBODYS.search(words, 0, match.start()):
            found.add(_D.SEX, both[0], line.start() + match.start(), line.start() + match.end())
            return


def _by_noun(found: Findings, opening: str) -> tuple[str, int, int] | None:
    """Return the sex that the words of the age tell: "a boy of 15", "a 71-year-old man"."""
    age = next((d for d in found.details() if d.name is _D.AGE), None)
    if age is None or age.start is None or age.end is None:
        return None
    start = age.start
    if ahead := _NOUN_AHEAD.search(opening, max(0, start - _NOUN_REACH), start):
        return _of_noun(ahead)
    line = opening[start : age.end + _NOUN_REACH].split("\n", maxsplit=1)[0]
    plain = _ANOTHERS.split(fold(line), maxsplit=1)[0]
    for value, pattern in _NOUNS.items():
        match = pattern.search(plain)
        other = _NOUNS["female" if value == "male" else "male"].search(plain)
        if match and not other and not re.search(r"[.;]", plain[: match.start()]):
            return value, start + match.start(), start + match.end()
    return None


def _called(opening: str, subject: str) -> tuple[str, int, int] | None:
    """Return the sex that a noun beside the name tells: "Finn, a lively little boy"."""
    name = re.escape(subject)
    match = re.search(_NAMED_NOUN.format(name), opening) or re.search(
        _NOUN_NAMED.format(name), opening
    )
    return _of_noun(match) if match else None


def _of_noun(match: re.Match[str]) -> tuple[str, int, int]:
    value = "male" if _NOUNS["male"].fullmatch(match["noun"]) else "female"
    return value, match.start("noun"), match.end("noun")


def _by_pronoun(
    opening: str, told: Sequence[re.Match[str]], subject: str
) -> tuple[str, int, int] | None:
    """Pronouns after the name, in sentences that speak of nobody else, must nearly all agree."""
    name = re.escape(subject)
    beside = re.compile(rf"\b{name}\s+and\s+[A-Z]|\b[A-Z]\w+\s+and\s+{name}\b")
    opening_with: list[tuple[int, str]] = []
    others: list[tuple[int, str]] = []
    for sentence in told:
        after = opening[sentence.end() : sentence.end() + _PRONOUN_REACH]
        begin = sentence.start() + sentence.group().index(subject)
        if _OBJECT.search(opening[sentence.start() : begin]):
            continue
        stretches = [(begin, fold(opening[begin : sentence.end()]))]
        alone = not (_OTHERS.search(fold(sentence.group())) or beside.search(sentence.group()))
        if alone and re.match(r"\s*(?:He|She|His|Her)\b", after):
            stretches.append((sentence.end(), fold(after)))
        opens = _LEADS.fullmatch(opening, sentence.start(), begin) is not None
        for start, words in stretches:
            plain = _of_the_subject(words, opens=opens or start > begin)
            (opening_with if opens else others).append((start, plain))
    return _voted(opening_with) or _voted([*opening_with, *others])


def _voted(stretches: Sequence[tuple[int, str]]) -> tuple[str, int, int] | None:
    """Return the sex that nearly all pronouns of the stretches tell, with its first place."""
    votes = {
        value: [
            (start + m.start(), start + m.end())
            for start, words in stretches
            for m in p.finditer(words)
        ]
        for value, p in _SEXES.items()
    }
    total = sum(map(len, votes.values()))
    best = max(votes, key=lambda value: len(votes[value]))
    if total and len(votes[best]) >= _SHARE * total:
        return best, *votes[best][0]
    return None


def _by_death(opening: str) -> tuple[str, int, int] | None:
    """Return the sex that the words of the death tell: "her murder", "before he died"."""
    return _most(list(_HIS_DEATH.finditer(fold(opening))))


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
