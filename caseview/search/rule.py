"""Writes what a search looks for in the notation of rules, as far as a rule can say it.

A rule looks at one sentence: words in any order and anywhere in a passage become words with a gap
between them, in either order, which finds less; fields and words kept out have no notation at all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import permutations

from caseview.domain.english import English
from caseview.domain.errors import QueryError
from caseview.domain.query import AsRule
from caseview.search.expression import AllOf, AnyOf, Found, Node, Prefer, Scope, Slot, Unit, Whole
from caseview.tagging.notation import LONGEST_PATTERN, parse

_MOST_WORDS = 60
_MOST_IN_ANY_ORDER = 3
_TOGETHER = "Words anywhere in a passage became words near each other in one sentence."
_ONE_SENTENCE = "The words must now stand in one sentence, with at most six others between them."
_NOT_WORDS = "Fields and words to leave out cannot be part of a rule; they were left out."


def as_rule(node: Node) -> AsRule:
    """Return the rule.

    Raises QueryError when no words are left, they stand for too many others, or the rule would be
    longer than rules may be.
    """
    writer = _Writer()
    ways = list(dict.fromkeys(writer.ways(node)))
    if not ways:
        raise QueryError(
            "This search has no words that a rule could look for.", "Search for words first."
        )
    pattern = "|".join(ways)
    if len(pattern) > LONGEST_PATTERN:
        raise QueryError(
            English(
                "As a rule this search has {0} signs; {1} is the most.",
                f"{len(pattern):,}",
                f"{LONGEST_PATTERN:,}",
            ),
            "Make rules of its parts, one after the other.",
        )
    return AsRule(str(parse(pattern)), " ".join(writer.remarks))


@dataclass
class _Writer:
    remarks: dict[str, None] = field(default_factory=dict)

    def ways(self, node: Node) -> list[str]:
        """Return the phrases of which any must stand in a sentence; [] where it has no words."""
        match node:
            case Found(units, None):
                return [_phrase(units[0])]
            case Found(units, near):
                if near is not None and near.scope is not Scope.WORDS:
                    self.remarks[_ONE_SENTENCE] = None
                ordered = near is not None and near.ordered
                return _joined([[_phrase(unit)] for unit in units], ordered=ordered)
            case AnyOf(parts):
                return [way for part in parts for way in self.ways(part)]
            case AllOf(parts):
                each = [ways for ways in map(self.ways, parts) if ways]
                if len(each) > 1:
                    self.remarks[_TOGETHER] = None
                return _joined(each, ordered=False)
            case Prefer(must, _) | Whole(must):
                return self.ways(must)
            case _:
                self.remarks[_NOT_WORDS] = None
                return []


def _joined(each: Sequence[Sequence[str]], *, ordered: bool) -> list[str]:
    """Return the ways in which parts can follow one another with a gap between them."""
    if len(each) > _MOST_IN_ANY_ORDER and not ordered:
        raise QueryError(
            English("A rule can hold at most {0} words in any order.", _MOST_IN_ANY_ORDER),
            "Put them in quotes with ~> for the order as typed, or leave some out.",
        )
    orders: Iterable[Sequence[Sequence[str]]] = [each] if ordered else permutations(each)
    return [" .. ".join(map(_group, order)) for order in orders if order]


def _phrase(unit: Unit) -> str:
    return " ".join(map(_slot, unit))


def _slot(slot: Slot) -> str:
    words = [word for word in slot if word]
    if not words or len(words) > _MOST_WORDS:
        raise QueryError(
            "A word with * or ~ stands for no word of the casebook, or for too many to write out.",
            "Use a beginning such as staff*, or name the words.",
        )
    return _group(words)


def _group(ways: Sequence[str]) -> str:
    return ways[0] if len(ways) == 1 else f"({'|'.join(ways)})"
