"""Cross-tabs of the casebook in memory: kept under names, and written to nowhere."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from typing_extensions import override

from caseview.counting.framework import TITLE, Place, cell_behind
from caseview.counting.small_numbers import SHOW_ALL, SmallNumbers
from caseview.desktop.session.tabulating import Tabulating
from caseview.domain.changes import Changes
from caseview.domain.crosstab import CellAddress, CrossTabSpec
from caseview.domain.handout import (
    Behind,
    Drawing,
    Figure,
    FigureColumn,
    FigureTable,
    Handout,
    Mark,
    Picture,
    Printed,
)
from caseview.domain.saved import Saved, SavedKind
from caseview.usecases.ports import HearsRows, unheard
from caseview.usecases.saved_crosstab import SavedTable, TableChoice
from caseview.usecases.tell import Question, Telling
from tests.desktop import invented


@dataclass
class InventedTabulating(Tabulating):
    """What leaves of a cross-tab, and what is kept of it."""

    held: SmallNumbers = SHOW_ALL
    written: list[tuple[TableChoice, Path, SmallNumbers | None]] = field(default_factory=list)
    kept: dict[str, TableChoice] = field(default_factory=dict)
    kept_filters: dict[str, str] = field(default_factory=dict)
    asked: list[Question] = field(default_factory=list)
    rows: int = 0
    pause: Callable[[int], object] | None = None
    cells: dict[Place, str] = field(default_factory=dict)
    told: list[tuple[Question, Path, SmallNumbers | None]] = field(default_factory=list)

    @override
    def rule(self) -> SmallNumbers:
        return self.held

    @override
    def save_table(
        self,
        choice: TableChoice,
        path: Path,
        small: SmallNumbers | None,
        heard: HearsRows = unheard,
    ) -> None:
        for made in range(0, self.rows, 500):
            heard(made, self.rows)
            if self.pause is not None:
                self.pause(made)
        self.written.append((choice, path, small))

    @override
    def bodies(self, attribute: str) -> tuple[str, ...]:
        return () if attribute == "region" else ("Northmoor Police", "Saltwick Police")

    @override
    def tell(self, question: Question, small: SmallNumbers = SHOW_ALL) -> Handout:
        self.asked.append(question)
        if question.telling is Telling.MATRIX:
            return self._matrix(question)
        return invented_handout(question, small)

    def _matrix(self, question: Question) -> Handout:
        places = [(review, theme) for review in (3, 4) for theme in question.themes]
        words = {place: self.cells.get(place, "(1 passage to read)") for place in places}
        rows = tuple(
            (
                Figure(f"Review {review}", f"Review {review}"),
                *(
                    Figure(said, said, cell_behind(question.over, *place))
                    for place, said in words.items()
                    if place[0] == review
                ),
            )
            for review in (3, 4)
        )
        heads = ("Review", *question.themes)
        columns = tuple(FigureColumn(head, Printed.WORDS) for head in heads)
        return Handout("Framework matrix", (FigureTable(TITLE, columns, rows),))

    @override
    def save_told(self, question: Question, path: Path, small: SmallNumbers | None) -> None:
        self.told.append((question, path, small))

    @override
    def cell(self, place: Place) -> str:
        return self.cells.get(place, "")

    @override
    def quotes(self, over: CrossTabSpec, place: Place) -> str:
        return "“Nobody asked.” (Review 3, page 2)"

    @override
    def write_cell(self, place: Place, words: str) -> Changes:
        self.cells[place] = words
        return Changes("Write of a theme", matrix=True)

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


_THEMES = ("workload", "repeat_contacts", "family_views")
_NUMBERS = (12, 7, 2)
_DRAWN = {
    Telling.TOGETHER: Drawing.MATRIX,
    Telling.YEARS: Drawing.LINES,
    Telling.REVIEW: Drawing.BARS,
    Telling.BODY: Drawing.BARS,
}


def invented_handout(question: Question, small: SmallNumbers) -> Handout:
    """Return three rows of figures, and marks of them drawn as the question is."""

    def shown(n: int) -> str:
        return f"<{small.under}" if n < small.under else str(n)

    spec = question.over
    behind = [Behind(spec, CellAddress(theme, "dhr")) for theme in _THEMES]
    rows = tuple(
        (
            Figure(theme, theme),
            Figure(n, shown(n), to),
            Figure(n * 4.0, f"{n * 4}%", to, n * 4.0),
        )
        for theme, n, to in zip(_THEMES, _NUMBERS, behind, strict=True)
    )
    columns = (
        FigureColumn("Theme", Printed.WORDS),
        FigureColumn("Reviews"),
        FigureColumn("Share", Printed.SHARE),
    )
    drawing = _DRAWN[question.telling]
    heads = ("One", "Two", "Three") if drawing is not Drawing.BARS else ("Share",)
    marks = tuple(
        tuple(
            Mark(str(n), f"{theme}, {head}: {n} of 25", to, n * 4.0, n * 3.0, n * 5.0, step=n % 6)
            if drawing is not Drawing.MATRIX or y <= x
            else None
            for y, head in enumerate(heads)
        )
        for x, (theme, n, to) in enumerate(zip(_THEMES, _NUMBERS, behind, strict=True))
    )
    picture = Picture(drawing, "Invented", _THEMES, heads, marks, "A note.", ("none", "some"))
    table = FigureTable(f"Invented {question.telling}", columns, rows, ("A note.",))
    return Handout("Invented figures", (table,), ("Counts 25 reviews.",), picture=picture)
