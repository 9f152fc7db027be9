"""Compares coders theme by theme: whether each used the theme in this unit."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from caseview.counting.agreement_measures import measures
from caseview.domain.agreement import ThemeAgreement

ALL_THEMES = ""
_YES_OR_NO = 2
_Row = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """What coders are compared over.

    `units` maps each unit to the coders who finished it; `used` maps a coder to the (unit, theme)
    that coder used. What was used in a unit its coder has not finished is not looked at.
    """

    coders: tuple[str, ...]
    units: Mapping[int, frozenset[str]]
    used: Mapping[str, frozenset[tuple[int, str]]]

    def themes(self) -> frozenset[str]:
        """Return the themes that one of the coders used in a unit that is compared."""
        return frozenset(
            theme
            for coder in self.coders
            for unit, theme in self.used.get(coder, ())
            if self._counts(unit, coder)
        )

    def _counts(self, unit: int, coder: str) -> bool:
        by = self.units.get(unit, frozenset())
        return coder in by and len(by.intersection(self.coders)) > 1

    def rows(self, theme: str) -> Counter[_Row]:
        """Return how often each row of answers occurs: 1 used, 0 not, None not finished."""
        answers: dict[int, set[str]] = {}
        for coder in self.coders:
            for unit, used in self.used.get(coder, ()):
                if used == theme and self._counts(unit, coder):
                    answers.setdefault(unit, set()).add(coder)
        rows = self._blank()
        for unit, users in answers.items():
            row = self._row(self.units[unit], frozenset())
            rows[row] -= 1
            rows[self._row(self.units[unit], users)] += 1
        return +rows

    def _blank(self) -> Counter[_Row]:
        """Return the rows of a theme that nobody used."""
        by = Counter(by for by in self.units.values() if len(by.intersection(self.coders)) > 1)
        rows: Counter[_Row] = Counter()
        for finished, times in by.items():
            rows[self._row(finished, frozenset())] += times
        return rows

    def _row(self, finished: frozenset[str], users: Iterable[str]) -> _Row:
        return tuple(
            (1 if coder in users else 0) if coder in finished else None for coder in self.coders
        )


def agreement_by_theme(
    compared: Compared, order: Sequence[str]
) -> tuple[ThemeAgreement, tuple[ThemeAgreement, ...]]:
    """Return agreement over all themes, and on each theme that was used, in this `order`.

    Over all themes each theme of each unit is one answer; themes that none of the coders used
    anywhere are left out, for agreeing on their absence would flatter the figures.
    """
    used = compared.themes()
    places = {theme: place for place, theme in enumerate(order)}
    themes = sorted(used, key=lambda theme: (places.get(theme, len(places)), theme))
    together: Counter[_Row] = Counter()
    each = []
    for theme in themes:
        rows = compared.rows(theme)
        together += rows
        each.append(_agreement(compared.coders, theme, rows))
    return _agreement(compared.coders, ALL_THEMES, together), tuple(each)


def _agreement(coders: tuple[str, ...], theme: str, rows: Counter[_Row]) -> ThemeAgreement:
    alone = Counter(dict.fromkeys(coders, 0))
    all_used = none_used = 0
    for row, times in rows.items():
        said = [answer for answer in row if answer is not None]
        all_used += times * (sum(said) == len(said))
        none_used += times * (sum(said) == 0)
        if sum(said) == 1 < len(said):
            alone[coders[row.index(1)]] += times
    return ThemeAgreement(
        theme,
        units=rows.total(),
        all_used=all_used,
        none_used=none_used,
        alone=dict(alone),
        measures=measures(rows, _YES_OR_NO),
    )
