"""Which sorts of agency a document names, by the words of the field for each."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from caseview.domain.document import Kind
from caseview.readers.careers import is_career
from caseview.readers.contributors import contributors
from caseview.readers.lines import fold, word_set
from caseview.readers.lists import Agency

# What a mention weighs: two by a name or four by a single word are enough, one in a list is.
_ENOUGH = 4
_BY_WORDS = 2
_BY_ONE_WORD = 1
# The coroner writes the report and is no agency of the case.
_NOT_AGENCIES = frozenset({"coroner"})
# Whom a review only writes to had no part in the case.
_NOT_LOCAL = frozenset({"government", "regulator", "partnership", "professional_body"})
_NOT_CASE_WORK = frozenset({"cps", "courts"})
_OF_CORONERS = frozenset({Kind.PFD, Kind.PFD_RESPONSE})
# Whom a council acts through in a review of an adult, and of a child.
_OF_COUNCIL = {
    **dict.fromkeys((Kind.SAR, Kind.APR_WALES, Kind.SCR_ADULT), "asc"),
    **dict.fromkeys((Kind.CSPR, Kind.SCR, Kind.RAPID_REVIEW, Kind.CPR_WALES), "csc"),
}
_COUNCILS_OWN = ("social services", "social worker", "social care")
_COUNCIL = re.compile(r"\bcouncil\b|\bborough\b|\blocal authority\b")
_BY_NAME = (
    ("housing_la", re.compile(r"(?:\bcouncil\b|\bborough\b).*\bhousing\b")),
    ("la_education", re.compile(r"(?:\bcouncil\b|\bborough\b).*\beducation\b")),
)
# The sort of a body whose name has none of the field's words for one.
_BY_BARE_NAME = (
    ("acute", re.compile(r"\bnhs (?:foundation )?trust\b")),
    ("housing_assoc", re.compile(r"\w+ (?:homes|housing)(?: group| trust| ltd| limited)?\W*$")),
)
# "Anytown District Hospital", "the Probation Service": one body's name, before its last word.
_PROPER = re.compile(r"(?:[A-Z][\w'’-]+\s+(?:(?:and|of|the)\s+)*|[a-z,]\s+[Tt]he\s+)[A-Z]$")
_REACH = 40
_PART = re.compile(r"(?:\([^()]*\)|(?! and )[^,;|()]|[()])+")


@dataclass(frozen=True, slots=True)
class NamedAgency:
    """A sort of agency and where the text first names it."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Words:
    """Words for the agency with an id; `exact` where only they mean it as they are written.

    `needed` are all but the last, which may stand for several of the thing: `last` has both.
    """

    agency: str
    printed: str
    folded: str
    needed: frozenset[str]
    last: frozenset[str]
    exact: bool


@dataclass(frozen=True, slots=True)
class _Place:
    """Where words for the agency with an id stand, and what the mention weighs."""

    agency: str
    start: int
    end: int
    weight: int


class AgencyFinder:
    """Finds agencies by their names and the words for them.

    Words in a list of those who took part count at once; elsewhere an agency must be named
    twice, or four times by a single word; a local body once by its name. Boards, government and
    regulators have a part in a review only where such a list names them. Of words that overlap
    the first and longest count.
    """

    def __init__(self, agencies: Sequence[Agency]) -> None:
        agencies = [one for one in agencies if one.category not in _NOT_AGENCIES]
        self._names = {agency.id: agency.name for agency in agencies}
        self._local = frozenset(
            one.id
            for one in agencies
            if one.category not in _NOT_LOCAL and one.id not in _NOT_CASE_WORK
        )
        self._words = _by_first_word(
            _words(agency.id, words)
            for agency in agencies
            for words in dict.fromkeys((agency.name, *agency.synonyms))
            if "(" not in words and "/" not in words
        )
        self._of_council = {
            own: [_words(own, printed) for printed in _COUNCILS_OWN]
            for own in frozenset(_OF_COUNCIL.values())
        }

    def find(self, text: str, plain: str, kind: Kind) -> list[NamedAgency]:
        """Return the agencies named, in the order first named.

        `plain` is the folded text, of the same length.
        """
        places = _outermost(self._places(text, plain, kind))
        if kind not in _OF_CORONERS:
            local = [place for place in places if place.agency in self._local]
            places = local + _listed(plain, places, kind)
        first: dict[str, _Place] = {}
        weights: Counter[str] = Counter()
        for place in sorted(places, key=lambda one: one.start):
            first.setdefault(place.agency, place)
            weights[place.agency] += place.weight
        return [
            NamedAgency(self._names[agency], place.start, place.end)
            for agency, place in first.items()
            if weights[agency] >= _ENOUGH and agency in self._names
        ]

    def asked(self, words: str, kind: Kind) -> list[str]:
        """Return the agencies of the case that the name of an addressee stands for."""
        plain = fold(words)
        places = _outermost(self._places(words, plain, kind))
        found = dict.fromkeys(place.agency for place in _of_parts(plain, places, kind))
        return [self._names[agency] for agency in found if agency in self._local]

    def _places(self, text: str, plain: str, kind: Kind) -> Iterator[_Place]:
        said = word_set(plain)
        keys = said & self._words.keys()
        sought = dict.fromkeys(one for key in keys for one in self._words[key])
        for words in (*sought, *self._of_council.get(_OF_COUNCIL.get(kind, ""), ())):
            if words.needed <= said and not words.last.isdisjoint(said):
                yield from self._places_of(words, text, plain)

    def _places_of(self, words: _Words, text: str, plain: str) -> Iterator[_Place]:
        weight = _BY_WORDS if " " in words.folded or words.exact else _BY_ONE_WORD
        within, sought = (text, words.printed) if words.exact else (plain, words.folded)
        for start in _starts(within, sought):
            proper = words.agency in self._local and _is_proper(text, plain, start)
            yield _Place(words.agency, start, start + len(sought), _ENOUGH if proper else weight)


def _words(agency: str, printed: str) -> _Words:
    """Return words prepared; a name of one word is told by its capitals, as initials are."""
    folded = fold(printed)
    exact = printed.isupper() or (" " not in printed and printed[:1].isupper())
    before, _, last = folded.rpartition(" ")
    ends = frozenset(f"{word}{many}" for word in word_set(last) for many in ("", "s"))
    return _Words(agency, printed, folded, word_set(before), ends, exact)


def _by_first_word(every: Iterable[_Words]) -> Mapping[str, list[_Words]]:
    """Return the words by the first word that a text must hold, as one of a thing or several."""
    found: defaultdict[str, list[_Words]] = defaultdict(list)
    for words in every:
        first = min(word_set(words.folded), key=words.folded.index)
        found[first].append(words)
        if " " not in words.folded:
            found[f"{first}s"].append(words)
    return found


def _is_proper(text: str, plain: str, start: int) -> bool:
    """Whether the words end the name of one body, and nobody's career is told by it."""
    if not text[start].isupper():
        return False
    named = _PROPER.search(text, max(0, start - _REACH), start + 1)
    return named is not None and not is_career(plain, start)


def _outermost(places: Iterable[_Place]) -> list[_Place]:
    """Return the places in order, of two that overlap the first: "school nurse", not "school"."""
    kept: list[_Place] = []
    for place in sorted(places, key=lambda one: (one.start, -one.end)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept


def _listed(plain: str, places: Sequence[_Place], kind: Kind) -> list[_Place]:
    """Return what the lists of those who took part name, which one mention there is enough for."""
    return [
        one
        for start, end in contributors(plain)
        for one in _of_parts(plain, places, kind, start, end)
    ]


def _of_parts(
    plain: str, places: Sequence[_Place], kind: Kind, start: int = 0, end: int | None = None
) -> Iterator[_Place]:
    """Yield the agencies that each name of a list in `plain[start:end]` stands for."""
    for part in _PART.finditer(plain, start, len(plain) if end is None else end):
        a, b = part.span()
        a += len(part.group()) - len(part.group().lstrip())
        agencies = [one.agency for one in places if a <= one.start < b]
        agencies += [agency for agency, name in _BY_NAME if name.search(part.group())]
        for agency in agencies or _of_bare_name(part.group(), kind):
            yield _Place(agency, a, b, _ENOUGH)


def _of_bare_name(name: str, kind: Kind) -> list[str]:
    """Return the sort of the body with a name that says none, and of a council by the kind."""
    own = _OF_COUNCIL.get(kind)
    if own and _COUNCIL.search(name):
        return [own]
    return [agency for agency, pattern in _BY_BARE_NAME if pattern.search(name)][:1]


def _starts(text: str, words: str) -> Iterator[int]:
    """Yield where `words` stand in `text` as whole words, one or several of the thing."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        after = end + 1 if text[end : end + 1] == "s" else end
        if not (text[start - 1 : start].isalnum() or text[after : after + 1].isalnum()):
            yield start
        start = text.find(words, end)
