"""What sort of harm a review is about, by what its opening tells."""

import re
from collections.abc import Iterator, Sequence

from caseview.domain.attribute import DetailName
from caseview.domain.document import Kind
from caseview.readers.findings import Findings
from caseview.readers.harm_words import (
    NAMED,
    OWN_DEATH,
    SIGNS_OF_ADULT,
    SIGNS_OF_CHILD,
    SIGNS_OF_PARTNER,
    TRIED_FOR,
    Harms,
)
from caseview.readers.lines import fold
from caseview.readers.told_relations import RELATIVE, TRIED, relation_in
from caseview.readers.wording import whole_words

_D = DetailName
_Told = tuple[str, int, int]
_SIGNS: dict[Kind, Harms] = {
    **dict.fromkeys((Kind.CSPR, Kind.SCR, Kind.RAPID_REVIEW, Kind.CPR_WALES), SIGNS_OF_CHILD),
    **dict.fromkeys((Kind.SAR, Kind.APR_WALES, Kind.SCR_ADULT), SIGNS_OF_ADULT),
    **dict.fromkeys((Kind.DHR, Kind.SUSR_WALES, Kind.MHHR, Kind.OWHR), SIGNS_OF_PARTNER),
    Kind.MAPPA_SCR: NAMED,
}
_NOT_TOLD = whole_words(r"""
    act / guidance / definition / defined / section / includ(?:es|ing) / such as / research / policy
    duty / criteria / no evidence / not / without / training / legislation / statutory / whether
    allegations? / terms of reference / should / considered? / panel / theme / themes
""")
_NO_SIGN = whole_words(r"""
    definition / defined / such as / research / policy / no evidence / training / whether / without
    terms of reference / should / panel / no (?:sign|history|record)s? / accident\w* / collision
    learning / themes? / recommendations? / procedures? / manual / slides? / leaflets? / modules?
    courses? / posters?
""")
_ANOTHER = re.compile(rf"\b(?:his|her|their) {RELATIVE}\b(?!'s home)")
_THEIRS = re.compile(rf"'s {RELATIVE}\b")
_DONE_TO = re.compile(r"\b(?:her|him|them|his|their)\b")
_TO_THEM = re.compile(r"\s+(?:(?:£[\d,]+|money|\w+)\s+from\s+)?(?:her|him|them)\b")
_ONE = re.compile(
    r"\b(?:she|he|they|both|the (?:victim|bab(?:y|ies)|child(?:ren)?|infant|deceased|residents?"
    r"|inquest|coroner|relationship|review (?:concerns|is about))"
    r"|(?:his|her|their) (?:flat|home|house|body|bodies))\b"
)
# An earlier conviction is no harm of this case.
_EARLIER = whole_words(r"""
    previous(?:ly)? / earlier / former partner / had (?:already )?been (?:convicted|sentenced)
    having been / prior / history of / another child / in a different / years before / had served
    having served / old offences?
""")
# A relative's doing: "her nephew had taken £400 from her account".
_TAKEN = re.compile(r"\b(?:took|taken|stole|stolen|withdr[ae]wn?)\b.*\bfrom (?:her|his|their)\b")
_HAPPENED = whole_words(r"""
    (?:suicide|homicides?|murders?) of
    died / death / took / ended / killed / murdered / injur\w+ / harm\w* / suffered / found
    subject(?:ed)? to / experienced / victim / was / were / had been / had / concerns / is about
    lived / living / shot / stabbed / recorded / concluded
""")
_TRIAL = re.compile(rf"\b{TRIED}\b")
# Folding makes spaces of line ends: two together part paragraphs.
_SENTENCE = re.compile(r"(?:[^.!?\s]|\s(?!\s))+[.!?]?")
_KILLED, _SUICIDE = "homicide", "suicide"
_OPENING = 9_000
_CIRCUMSTANCES = 6_000
_MOST_SORTS = 2


def describe_harm(found: Findings, text: str, kind: Kind) -> None:
    """Record what the perpetrator was to the victim and the sorts of harm, where the text says.

    Both are read from the opening, from sentences that tell what happened: words of an Act, of
    the questions set, or of what was not found tell nothing. Where no harm is named, nor anybody
    tried for one, its signs tell it.
    """
    if kind not in _SIGNS:
        return
    plain = fold(text[:_OPENING])
    relation = relation_in(plain)
    if relation:
        found.add(_D.RELATIONSHIP, *relation)
    subject = found.value(_D.SUBJECT)
    named, tried = list(_named(plain, subject)), list(_tried(plain))
    killed = [harm for harm in tried if harm[0] == _KILLED] if named else tried
    for harm in [*named, *killed] or _signs(plain, subject, _SIGNS[kind]):
        found.add(_D.HARM, *harm)


def _named(plain: str, subject: str | None) -> Iterator[_Told]:
    """Yield each sort of harm that a sentence about the person names, with its place."""
    for start, words in _sentences(plain):
        found = [(name, match) for name, one in NAMED if (match := one.search(words))]
        sorts = {name for name, _ in found}
        if not found or len(sorts) > _MOST_SORTS or _NOT_TOLD.search(words):
            continue
        first = min(match.start() for _, match in found)
        own = OWN_DEATH.search(words)
        done = _done_to(found, words)
        if _of_another(words[:first], subject) and not (own or done):
            continue
        about = own or done or _names(words, subject) or _ONE.search(words, 0, first)
        if about and _HAPPENED.search(words):
            for name, match in found:
                # Who killed and then died is not the one the review is about.
                if name != _SUICIDE or _KILLED not in sorts:
                    yield name, start + match.start(), start + match.end()


def _tried(plain: str) -> Iterator[_Told]:
    """Yield what somebody was tried for in this case, not before it."""
    for start, words in _sentences(plain):
        trial = _TRIAL.search(words)
        if trial is None or _NOT_TOLD.search(words) or _EARLIER.search(words):
            continue
        for name, offence in TRIED_FOR:
            if match := offence.search(words, trial.start()):
                yield name, start + match.start(), start + match.end()


def _signs(plain: str, subject: str | None, signs: Harms) -> Iterator[_Told]:
    """Yield the signs of harm in the first sentence of the circumstances that tells any."""
    for start, words in _sentences(plain[:_CIRCUMSTANCES]):
        found = [(name, match) for name, one in signs if (match := one.search(words))]
        if not found or _NO_SIGN.search(words):
            continue
        first = min(match.start() for _, match in found)
        if _of_another(words[:first], subject) and not _TAKEN.search(words, first):
            continue
        for name, match in found:
            yield name, start + match.start(), start + match.end()
        return


def _sentences(plain: str) -> Iterator[tuple[int, str]]:
    for sentence in _SENTENCE.finditer(plain):
        yield sentence.start(), sentence.group()


def _names(words: str, subject: str | None) -> bool:
    return subject is not None and re.search(rf"\b{re.escape(fold(subject))}\b", words) is not None


def _of_another(before: str, subject: str | None) -> bool:
    """Whether the words before a harm speak of a relative: "her mother", "Ada's sister"."""
    if _ANOTHER.search(before) is not None:
        return True
    name = None if subject is None else re.compile(rf"\b{re.escape(fold(subject))}$")
    return name is not None and any(
        name.search(before, 0, theirs.start()) for theirs in _THEIRS.finditer(before)
    )


def _done_to(found: Sequence[tuple[str, re.Match[str]]], words: str) -> bool:
    """Whether the words say that it was done to the person: "controlled her", "abused him"."""
    return any(
        _DONE_TO.search(match.group()) or _TO_THEM.match(words, match.end()) for _, match in found
    )
