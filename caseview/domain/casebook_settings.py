"""A casebook's own settings: they travel with it, and a change of one can be undone."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

MARKING = "marking"
SCREENING_REASONS = "screening_reasons"
SMALL_NUMBERS = "small_numbers"

USUAL_REASONS = (
    "Not a review",
    "Outside the period",
    "Outside the area",
    "No police involvement",
    "Counted in another review",
)
MARKINGS = ("OFFICIAL", "OFFICIAL-SENSITIVE")
THRESHOLDS = (0, 3, 5, 10)
"""The thresholds for small numbers that are offered; 0 shows every number."""


@dataclass(frozen=True, slots=True)
class CasebookSettings:
    """What a team has set for its casebook.

    `marking` stands on every page that leaves; `screening_reasons` are offered when a review is
    screened out; counts from 1 to below `small_numbers` are hidden in what leaves (0: none is).
    """

    marking: str = ""
    screening_reasons: tuple[str, ...] = USUAL_REASONS
    small_numbers: int = 0

    def kept(self) -> dict[str, str | None]:
        """Return the settings as the casebook keeps them, by name; None for one as it was new."""
        fresh, reasons = CasebookSettings(), json.dumps(self.screening_reasons, ensure_ascii=False)
        return {
            MARKING: self.marking or None,
            SCREENING_REASONS: (
                None if self.screening_reasons == fresh.screening_reasons else reasons
            ),
            SMALL_NUMBERS: str(self.small_numbers) if self.small_numbers else None,
        }


def read_settings(kept: Mapping[str, str]) -> CasebookSettings:
    """Return the settings as `CasebookSettings.kept` wrote them; what cannot be read is as new."""
    number = kept.get(SMALL_NUMBERS, "")
    return CasebookSettings(
        marking=kept.get(MARKING, ""),
        screening_reasons=_reasons(kept.get(SCREENING_REASONS)),
        small_numbers=int(number) if number.isdecimal() else 0,
    )


def _reasons(kept: str | None) -> tuple[str, ...]:
    try:
        found = json.loads(kept) if kept is not None else None
    except ValueError:
        found = None
    if not isinstance(found, list):
        return USUAL_REASONS
    return tuple(one for one in found if isinstance(one, str) and one.strip())
