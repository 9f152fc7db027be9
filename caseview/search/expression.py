"""What a query asks for, once read: a tree of plain values that knows nothing of its syntax."""

from dataclasses import dataclass
from enum import StrEnum

Slot = tuple[str, ...]
"""The folded words of which any may stand at one place; "sta*" stands for all that begin so."""
Unit = tuple[Slot, ...]
"""Slots that follow one another directly: a word is a unit of one slot, a phrase of several."""


class Scope(StrEnum):
    """Where the units of a near search must stand together."""

    WORDS = "words"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class Near:
    """How near units must stand: with at most `distance` words between the first and the last.

    `distance` counts only for the scope WORDS; `ordered` asks for the order as typed.
    """

    distance: int = 0
    ordered: bool = False
    scope: Scope = Scope.WORDS


@dataclass(frozen=True, slots=True)
class Found:
    """Words to be found in a passage: one unit, or several near each other."""

    units: tuple[Unit, ...]
    near: Near | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """A field must have this value; `*` and `?` stand for any signs and one sign."""

    text: str


@dataclass(frozen=True, slots=True)
class Between:
    """A field must lie between two values; None is no bound, `open_*` leaves the bound out."""

    low: str | None
    high: str | None
    open_low: bool = False
    open_high: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A test on a field; `place` is where it stands in the query as typed."""

    name: str
    test: Value | Between
    place: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One tag or suggestion that passes a test of each group; a group is about one field."""

    tests: tuple[tuple[Field, ...], ...]


@dataclass(frozen=True, slots=True)
class Every:
    """Every passage there is."""


@dataclass(frozen=True, slots=True)
class AllOf:
    """Each of the parts."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of the parts; none at all when there are no parts."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Without:
    """Whatever the part does not find."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class Prefer:
    """What `must` finds; `may` only moves a hit up."""

    must: "Node"
    may: "Node"


@dataclass(frozen=True, slots=True)
class Whole:
    """What the part finds, passage by passage, also where reviews are asked for."""

    part: "Node"


Node = Found | Field | Mention | Every | AllOf | AnyOf | Without | Prefer | Whole


def leaves(node: Node) -> tuple[Found, ...]:
    """Return the words that a hit may show: those not under a NOT, in the order typed."""
    match node:
        case Found():
            return (node,)
        case AllOf(parts) | AnyOf(parts):
            return tuple(leaf for part in parts for leaf in leaves(part))
        case Prefer(must, may):
            return leaves(must) + leaves(may)
        case Whole(part):
            return leaves(part)
        case _:
            return ()


def meet(word: str, other: str) -> bool:
    """Return whether a word can be both of these, each a word or a beginning ("sta*")."""
    if word.endswith("*") and other.startswith(word[:-1]):
        return True
    if other.endswith("*"):
        return word.startswith(other[:-1])
    return word == other
