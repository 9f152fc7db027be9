"""A slow and plain search for comparison: it reads every word of every passage.

It shares no code with the real one: queries are values of its own, written out as an analyst
would type them and answered by looking at the words one by one.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

from caseview.domain.document import Kind
from caseview.domain.section import SectionRole

FAMILIES = [
    {"staff", "staffing", "staffed"},
    {"curious", "curiosity"},
    {"escalate", "escalated", "escalation"},
    {"organise", "organize", "organisation"},
]
LONERS = ["the", "risk", "cafe", "harm", "self", "home", "ward", "12", "note"]
WORDS = sorted(word for family in FAMILIES for word in family) + LONERS
PREFIXES = ["sta", "esc", "r", "curio"]
PATTERNS = ["*ing", "st*", "*ation", "h?m*", "organi?e", "*a*e*"]


@dataclass(frozen=True)
class Passage:
    """A passage as the scan sees it: folded words with the number of each one's sentence."""

    document: int
    words: tuple[str, ...]
    sentences: tuple[int, ...]
    kind: Kind
    year: str
    role: SectionRole
    themes: frozenset[str]


Test = Callable[[Passage], bool]


@dataclass(frozen=True)
class Query:
    """A query as typed, and how a passage answers it; `field` is the one field it is about."""

    text: str
    answers: Test
    field: str = ""


def forms(word: str) -> set[str]:
    return next((family for family in FAMILIES if word in family), {word})


def places(passage: Passage, words: set[str]) -> list[int]:
    return [at for at, word in enumerate(passage.words) if word in words]


def word(asked: str) -> Query:
    return Query(asked, lambda passage: bool(places(passage, forms(asked))))


def exact(asked: str) -> Query:
    return Query(f'"{asked}"', lambda passage: asked in passage.words)


def pattern(asked: str) -> Query:
    described = re.compile(asked.replace("*", ".*").replace("?", "."))
    return Query(asked, lambda passage: any(map(described.fullmatch, passage.words)))


def fuzzy(asked: str) -> Query:
    return Query(f"{asked}~", lambda passage: any(within_one(asked, one) for one in passage.words))


def within_one(one: str, other: str) -> bool:
    """Return whether one letter added, dropped, changed or two swapped make the words the same."""
    letters = "abcdefghijklmnopqrstuvwxyz0123456789"
    parts = [(one[:at], one[at:]) for at in range(len(one) + 1)]
    edits = {one, *(a + b[1:] for a, b in parts if b)}
    edits |= {a + b[1] + b[0] + b[2:] for a, b in parts if len(b) > 1}
    edits |= {a + sign + b[1:] for a, b in parts if b for sign in letters}
    edits |= {a + sign + b for a, b in parts for sign in letters}
    return other in edits


def phrase(asked: tuple[str, ...]) -> Query:
    def answers(passage: Passage) -> bool:
        return any(passage.words[at : at + len(asked)] == asked for at in range(len(passage.words)))

    return Query('"' + " ".join(asked) + '"', answers)


def combinations(passage: Passage, asked: tuple[str, ...]) -> Iterator[tuple[int, ...]]:
    """Yield every way to give each word a place of its own."""
    for way in product(*(places(passage, forms(one)) for one in asked)):
        if len(set(way)) == len(way):
            yield way


def near(asked: tuple[str, ...], distance: int) -> Query:
    def answers(passage: Passage) -> bool:
        return any(max(way) - min(way) - 1 <= distance for way in combinations(passage, asked))

    return Query(f'"{" ".join(asked)}"~{distance}', answers)


def ordered(asked: tuple[str, ...], distance: int) -> Query:
    def answers(passage: Passage) -> bool:
        return any(
            list(way) == sorted(way) and way[-1] - way[0] - 1 <= distance
            for way in combinations(passage, asked)
        )

    return Query(f'"{" ".join(asked)}"~>{distance}', answers)


def one_sentence(asked: tuple[str, ...]) -> Query:
    def answers(passage: Passage) -> bool:
        return any(
            len({passage.sentences[at] for at in way}) == 1 for way in combinations(passage, asked)
        )

    return Query(f'"{" ".join(asked)}"~sentence', answers)


def one_paragraph(asked: tuple[str, ...]) -> Query:
    def answers(passage: Passage) -> bool:
        return any(True for _ in combinations(passage, asked))

    return Query(f'"{" ".join(asked)}"~p', answers)


def kinds(asked: list[Kind]) -> Query:
    text = " ".join(f"kind:{kind.value}" for kind in asked)
    return Query(text, lambda passage: passage.kind in asked, "kind")


def years(low: int, high: int) -> Query:
    return Query(
        f"year:[{low} TO {high}]", lambda passage: low <= int(passage.year) <= high, "year"
    )


def theme(asked: str) -> Query:
    return Query(f"theme:{asked}", lambda passage: asked in passage.themes, "theme")


def role(asked: SectionRole) -> Query:
    return Query(f'role:"{asked.label}"', lambda passage: passage.role is asked, "role")


def both(one: Query, other: Query, join: str) -> Query:
    if join == " " and one.field and one.field == other.field:
        return either(one, other, " ")  # the same field twice, side by side, means either
    return Query(
        f"({one.text}){join}({other.text})",
        lambda passage: one.answers(passage) and other.answers(passage),
    )


def either(one: Query, other: Query, join: str = " OR ") -> Query:
    return Query(
        f"({one.text}){join}({other.text})",
        lambda passage: one.answers(passage) or other.answers(passage),
        one.field if one.field == other.field else "",
    )


def negated(one: Query, sign: str) -> Query:
    return Query(f"{sign}({one.text})", lambda passage: not one.answers(passage))
