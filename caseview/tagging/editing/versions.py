"""Versions of a codebook: each applied change gets the next number; nothing goes for good."""

import re
from collections.abc import Iterable
from dataclasses import replace

from caseview.domain.codebook import Codebook

_FIRST_FIGURES = re.compile(r"\d+")


def number_of(version: str) -> int:
    """Return the whole number a version begins with, 0 where it has none: 1 for "1.1"."""
    found = _FIRST_FIGURES.match(version.strip())
    return int(found[0]) if found else 0


def next_version(versions: Iterable[str]) -> str:
    """Return the number after the highest of these versions: "8" after "7", "2" after "1.1"."""
    return str(1 + max(map(number_of, versions), default=0))


def adopt(current: Codebook, other: Codebook) -> Codebook:
    """Return what the codebook in use becomes when `other` is taken in its place.

    A theme that `other` lacks stays, retired, with its group and its words: tags that people gave
    must still be readable. The version is still the one in use.
    """
    there = {theme.id for theme in other.themes}
    left = [replace(theme, retired=True) for theme in current.themes if theme.id not in there]
    groups = {group.id for group in other.groups}
    needed = {theme.group for theme in left if not theme.marker} - groups
    return replace(
        other,
        version=current.version,
        groups=(*other.groups, *(group for group in current.groups if group.id in needed)),
        themes=(*other.themes, *left),
    )
