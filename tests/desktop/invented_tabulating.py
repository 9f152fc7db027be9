"""Cross-tabs of the casebook in memory: kept under names, and written to nowhere."""

from dataclasses import dataclass, field
from pathlib import Path

from typing_extensions import override

from caseview.counting.small_numbers import SHOW_ALL, SmallNumbers
from caseview.desktop.session.tabulating import Tabulating
from caseview.domain.changes import Changes
from caseview.domain.saved import Saved, SavedKind
from caseview.usecases.saved_crosstab import SavedTable, TableChoice
from tests.desktop import invented


@dataclass
class InventedTabulating(Tabulating):
    """What leaves of a cross-tab, and what is kept of it."""

    held: SmallNumbers = SHOW_ALL
    written: list[tuple[TableChoice, Path, SmallNumbers | None]] = field(default_factory=list)
    kept: dict[str, TableChoice] = field(default_factory=dict)
    kept_filters: dict[str, str] = field(default_factory=dict)

    @override
    def rule(self) -> SmallNumbers:
        return self.held

    @override
    def save_table(self, choice: TableChoice, path: Path, small: SmallNumbers | None) -> None:
        self.written.append((choice, path, small))

    @override
    def saved(self) -> tuple[SavedTable, ...]:
        return tuple(
            SavedTable(Saved(n, SavedKind.CROSSTAB, name, "", "JB", invented.NOON), choice, 94)
            for n, (name, choice) in enumerate(sorted(self.kept.items()))
        )

    @override
    def save(self, name: str, choice: TableChoice) -> Changes:
        self.kept[name] = choice
        return Changes(f"Save the cross-tab “{name}”")

    @override
    def forget(self, name: str) -> Changes:
        del self.kept[name]
        return Changes(f"Remove the saved cross-tab “{name}”")

    @override
    def filters(self) -> tuple[tuple[str, str], ...]:
        return tuple(sorted(self.kept_filters.items()))

    @override
    def save_filter(self, name: str, where: str) -> Changes:
        self.kept_filters[name] = where
        return Changes(f"Save the filter “{name}”")

    @override
    def forget_filter(self, name: str) -> Changes:
        del self.kept_filters[name]
        return Changes(f"Remove the saved filter “{name}”")
