"""Which role a section has, from the words of its heading."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from caseview.domain.section import SectionRole
from caseview.readers.lines import words_of
from caseview.readers.numbers_in_words import TO_FIFTEEN
from caseview.readers.wording import any_of

_ANY = "*"
_MOST_ANY = 4
_APPENDIX = re.compile(
    rf"^[\s‘“'\"]*(?:appendix|annexe?|app\.)\b\s*(?:\(?(?:[a-z]|\d{{1,2}}|[ivx]+|{TO_FIFTEEN})\)?"
    r"(?![a-z]))?\s*[:.\-–—]*\s*",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    rf"^\s*(?:section|part|chapter)\s+(?:\d+|[a-z]|[ivx]+|{TO_FIFTEEN})\b\s*[:.\-–—]*\s*"
    r"|^\s*(?-i:[A-Z])(?:[.)]|\.\d{1,2}\.?)\s+(?=\S)",
    re.IGNORECASE,
)
# What stands in an appendix keeps the appendix's role, but for these.
_OF_APPENDIX = frozenset({
    SectionRole.TERMS_OF_REFERENCE,
    SectionRole.GLOSSARY,
    SectionRole.ACTION_PLAN,
    SectionRole.RECOMMENDATIONS,
    SectionRole.CHRONOLOGY,
})


# Words that say nothing about the role, taken off the front of a heading.
_EMPTY = re.compile(
    r"\s*"
    + any_of("""
    the / our / an? / brief / short / simple / overall / overarching / detailed / details of
    key / main / general / list of / an? summary of / summary of / overview of / statement of
    section on / scr / sar / dhr / cspr / investigation / report / review
 serious case review
    safeguarding adults? review
    domestic homicide review / child safeguarding practice review / (?:case|practice) review
    """)
    + r"(?:\s+the)?\s*[:\-–]?\s+(?!(?:of|into|and|in|for)\b)(?=\w)",
    re.IGNORECASE,
)
# Words too common to name a role unless they are the whole heading.
_COMMON = """
    summary overview context purpose process questions about coroner introduction history author
    approach facts circumstances themes progress response publication actions references sources
    method methods terms focus asks monitoring positives pseudonyms barriers enablers noteworthy
"""
# A report by one author says "What I recommend", one by a panel "What we recommend".
_SPELLINGS = {
    "learnt": "learned",
    "inquiry": "enquiry",
    "inquiries": "enquiries",
    "i": "we",
    "my": "our",
}
# "Overview report" is a part; "Overview report author: ..." is a line of a cover.
_WHOLE_ONLY = {
    *((word, "report") for word in ("overview", "main", "full")),
    *(("the", word) for word in ("review", "work", "task")),
    *((word,) for word in ("consideration", "credit", "opening", "aims", "aim", "commissioning")),
    *((word,) for word in ("contacts", "note", "interviews", "contributions", "consultation")),
    *((word,) for word in ("reflection",)),
    *(("in", word) for word in ("brief", "summary")),
}
_WEAK = frozenset((word,) for word in _COMMON.split()) | _WHOLE_ONLY
# People name a part about them only where nothing else follows: not "The child protection plan".
_PEOPLE = frozenset(
    ("the", word)
    for word in (
        *("child", "children", "adult", "victim", "perpetrator", "family", "person"),
        *("home", "service", "setting", "panel", "agencies"),
    )
)
_ENDS = frozenset({(), ("and",), ("of",), ("in",)})


_PAST = {
    "find": "found", "do": "did", "hear": "heard", "see": "saw", "say": "said", "think": "thought",
    "read": "read", "go": "went", "tell": "told", "meet": "met", "conclude": "concluded",
    "decide": "decided", "change": "changed", "know": "knew", "come": "came", "set": "set",
}  # fmt: skip
_DID = re.compile(
    r"(?P<asks>what|how|whom?|where|why)\s+did\s+(?P<who>(?:[\w'’]+\s+){0,2}?[\w'’]+)\s+"
    rf"(?P<verb>ask|look|learn|want|work|recommend|consider|{'|'.join(_PAST)})\b(?P<rest>.*)",
    re.IGNORECASE,
)


class Strength(IntEnum):
    """How surely a heading's words name a role."""

    NONE = 0
    INSIDE = 1
    STARTS = 2
    EXACT = 3


@dataclass(frozen=True, slots=True)
class Named:
    """The role a heading names, and how surely; `words` is the length of what named it."""

    role: SectionRole | None
    strength: Strength = Strength.NONE
    words: int = 0
    appendix: bool = False

    @property
    def sure(self) -> bool:
        """Whether the whole heading is a name for the role."""
        return self.strength is Strength.EXACT


class RoleFinder:
    """Finds the role a heading names; the phrases are prepared once, earlier lists win.

    A phrase with a stop behind it names a role only where it is the whole heading.
    """

    def __init__(self, *lists: Mapping[SectionRole, Iterable[str]]) -> None:
        self._phrases: dict[str, list[tuple[tuple[str, ...], SectionRole]]] = {}
        self._whole: set[tuple[str, ...]] = set(_WEAK)
        known: set[tuple[str, ...]] = set()
        for headings in lists:
            for role, phrases in headings.items():
                for phrase in phrases:
                    words = _words(phrase)
                    if words and words not in known:
                        known.add(words)
                        if phrase.endswith("."):
                            self._whole.add(words)
                        self._phrases.setdefault(words[0], []).append((words, role))

    def find(self, heading: str) -> Named:
        """Return what the words of `heading` name, without its number."""
        appendix = _APPENDIX.match(heading)
        if appendix:
            inner = self._find(heading[appendix.end() :])
            plan = inner.role is SectionRole.ACTION_PLAN and inner.strength >= Strength.INSIDE
            kept = plan or (inner.role in _OF_APPENDIX and inner.strength >= Strength.STARTS)
            role = inner.role if kept else SectionRole.APPENDIX
            return Named(role, Strength.EXACT, 1, appendix=True)
        heading = _PREFIX.sub("", heading)
        found = self._find(heading)
        if told := _told(heading):
            found = max(found, self._find(told), key=lambda one: one.strength)
        _, named, tail = heading.rpartition(": ")
        if named and found.role is SectionRole.METHODOLOGY and not found.sure:
            found = max(self._find(tail), found, key=lambda one: one.strength)
        while found.strength is not Strength.EXACT:
            empty = _EMPTY.match(heading)
            if empty is None:
                break
            heading = heading[empty.end() :]
            again = self._find(heading)
            found = max(found, again, key=lambda named: (named.strength, named.words))
        return found

    def _find(self, heading: str) -> Named:
        words = _spelt(words_of(heading))
        best = Named(None)
        for place, word in enumerate(words):
            for phrase, role in self._starting_with(word, place):
                length = _matched(phrase, words[place:])
                if not length:
                    continue
                strength = Strength.INSIDE
                if place == 0:
                    strength = Strength.EXACT if length == len(words) else Strength.STARTS
                if phrase in self._whole and strength is not Strength.EXACT:
                    continue
                if phrase in _PEOPLE and words[place + length : place + length + 1] not in _ENDS:
                    continue
                if (strength, _said(phrase)) > (best.strength, best.words):
                    best = Named(role, strength, _said(phrase))
        return best

    def _starting_with(self, word: str, place: int) -> list[tuple[tuple[str, ...], SectionRole]]:
        """Return the phrases that can start at a word; any word starts some, at the first place."""
        found = self._phrases.get(word, [])
        return found if place else found + self._phrases.get(_ANY, [])


def _told(heading: str) -> str:
    """Return a question as what is asked: "What did we look at?" gives "what we looked at"."""
    match = _DID.match(heading)
    if match is None:
        return ""
    verb = _PAST.get(match["verb"].lower(), f"{match['verb']}ed")
    return f"{match['asks']} {match['who']} {verb}{match['rest']}"


def bare_heading(heading: str) -> str:
    """Return a heading without what only counts it ("Part 3. Margaret")."""
    return _PREFIX.sub("", heading)


def _words(phrase: str) -> tuple[str, ...]:
    words: list[str] = []
    for part in phrase.split(" "):
        words.extend((_ANY,) if part == _ANY else _spelt(words_of(part)))
    return tuple(words)


def _said(phrase: tuple[str, ...]) -> int:
    """Return how many of a phrase's words are said, not left open."""
    return len(phrase) - phrase.count(_ANY)


def _spelt(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words with one spelling of those that have two."""
    return tuple(_SPELLINGS.get(word, word) for word in words)


def _matched(phrase: tuple[str, ...], words: tuple[str, ...]) -> int:
    """Return how many of `words`, from the first, `phrase` covers; 0 when it does not fit."""
    if _ANY not in phrase:
        return len(phrase) if words[: len(phrase)] == phrase else 0
    place = phrase.index(_ANY)
    if words[:place] != phrase[:place]:
        return 0
    rest = phrase[place + 1 :]
    for skipped in range(1, _MOST_ANY + 1):
        start = place + skipped
        if words[start : start + len(rest)] == rest:
            return start + len(rest)
    return 0
