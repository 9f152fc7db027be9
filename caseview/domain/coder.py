"""Coders: the people who tag."""

from collections.abc import Iterable
from dataclasses import dataclass

TOGETHER = " + "


@dataclass(frozen=True, slots=True)
class Coder:
    """A person who decides, known by initials."""

    initials: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class CoderRecord:
    """What a coder did in a casebook; `first` and `last` are ISO 8601 in UTC."""

    initials: str
    tags: int
    finished: int
    first: str
    last: str


def together(coders: Iterable[str]) -> str:
    """Return what a tag bears as its coder when these settled it between them ("JB + SO")."""
    return TOGETHER.join(dict.fromkeys(one for said in coders for one in parted(said)))


def parted(coder: str) -> tuple[str, ...]:
    """Return the people whom a tag's coder names: one, or those who settled it between them."""
    return tuple(coder.split(TOGETHER))
