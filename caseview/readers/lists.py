"""Reference lists: areas, forces, agencies, kind cues and headings, read from data files."""

import csv
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from caseview.domain.document import Form, Kind
from caseview.domain.errors import ReadError
from caseview.domain.section import SectionRole


@dataclass(frozen=True, slots=True)
class Area:
    """A place that commissions, publishes or has a coroner; `kind` is its sort ("district")."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    force: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class Force:
    """A police force; `kind` tells territorial forces from national ones."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    region: str = ""

    @property
    def territorial(self) -> bool:
        """Whether it polices an area of England or Wales."""
        return self.kind.startswith("territorial")


@dataclass(frozen=True, slots=True)
class Agency:
    """A sort of agency, with the words reviews use for it."""

    id: str
    name: str
    category: str
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KindCues:
    """Weighted phrases that speak for a kind, by where they stand, and against it.

    Where `needs` has any, one of them must stand in the document for it to be of the kind.
    """

    kind: Kind
    title: Mapping[str, float] = field(default_factory=dict)
    first: Mapping[str, float] = field(default_factory=dict)
    against: Mapping[str, float] = field(default_factory=dict)
    needs: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class FormCues:
    """Weighted phrases that speak for a form, in the title and on the first pages."""

    form: Form
    title: Mapping[str, float] = field(default_factory=dict)
    first: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReferenceLists:
    """Everything the readers know about the field, as data.

    `bodies` maps folded short names of national bodies to their full names.
    """

    areas: tuple[Area, ...] = ()
    forces: tuple[Force, ...] = ()
    agencies: tuple[Agency, ...] = ()
    kinds: tuple[KindCues, ...] = ()
    forms: tuple[FormCues, ...] = ()
    headings: Mapping[SectionRole, tuple[str, ...]] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)


def load_lists(folder: Path) -> ReferenceLists:
    """Return the lists kept in `folder` (areas, forces, agencies .csv; kinds, headings .toml).

    Raises ReadError when a list is missing or cannot be understood.
    """
    try:
        further = _toml(folder / "aliases.toml")
        aliases = further["area"]
        kinds = _toml(folder / "kinds.toml")
        return ReferenceLists(
            areas=tuple(
                Area(
                    row["area"],
                    row["area_kind"],
                    _split(row["aliases"]) + tuple(aliases.get(row["area"], ())),
                    row["police_force"],
                    row["region"],
                )
                for row in _rows(folder / "areas.csv")
            ),
            forces=tuple(
                Force(row["force"], _split(row["aliases"]), row["kind"], row["region"])
                for row in _rows(folder / "forces.csv")
            ),
            agencies=tuple(
                Agency(row["agency_id"], row["agency"], row["category"], _split(row["synonyms"]))
                for row in _rows(folder / "agencies.csv")
            ),
            kinds=tuple(KindCues(Kind(name), **cues) for name, cues in kinds["kind"].items()),
            forms=tuple(FormCues(Form(name), **cues) for name, cues in kinds["form"].items()),
            bodies=dict(further["body"]),
            headings={
                SectionRole(role): tuple(words)
                for role, words in _toml(folder / "headings.toml").items()
            },
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ReadError(
            "A reference list is missing or damaged, so documents cannot be described.",
            f"Install CaseView again, or put the list back in {folder}.",
        ) from error


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
