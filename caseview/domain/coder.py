"""Coders: the people who tag."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Coder:
    """A person who decides, known by initials."""

    initials: str
    name: str = ""
