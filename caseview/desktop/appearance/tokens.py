"""The table of colours, read from resources/appearance."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Scheme(StrEnum):
    """The appearances there are."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class GroupColour:
    """The colour of a theme group: `edge` for bars and lines, `tint` behind words."""

    edge: str
    tint: str


@dataclass(frozen=True)
class Tokens:
    """Named colours ("#rrggbb") of one appearance, and those of the theme groups in order."""

    scheme: Scheme
    colours: Mapping[str, str]
    groups: tuple[GroupColour, ...]

    def __getitem__(self, name: str) -> str:
        """Return a colour. Raises KeyError when there is none of this name."""
        return self.colours[name]

    def group(self, position: int) -> GroupColour:
        """Return the colour of the group at this position of the codebook, counted from 0.

        Colours come round again after the last; the two letters keep groups apart then.
        """
        return self.groups[position % len(self.groups)]

    def heat(self, percent: float | None) -> tuple[str, str]:
        """Return fill and text colour for a percentage from 0 to 100, in six steps."""
        step = 0 if percent is None else _step(percent)
        return self.colours[f"heat{step}"], self.colours[f"heat_text{step}"]


def _step(percent: float) -> int:
    return sum(percent > floor for floor in (0, 15, 35, 55, 72))


def load_tokens(folder: Path, scheme: Scheme, own: Mapping[str, str] | None = None) -> Tokens:
    """Return the tokens of one appearance from `folder` (resources/appearance).

    A table may give its colours by roles; `own` then stands in for the roles it names.
    """
    found = tomllib.loads((folder / f"{scheme}.toml").read_text(encoding="utf-8"))
    roles: dict[str, str] = {**found.get("roles", {}), **(own or {})}
    colours = {name: roles.get(colour, colour) for name, colour in found["colours"].items()}
    groups = tuple(
        GroupColour(*(roles.get(g[part], g[part]) for part in ("edge", "tint")))
        for g in found["groups"]
    )
    return Tokens(scheme, colours, groups)
