"""Writes a handout to Word: what it is of, a chart, real tables and how it was made."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from typing_extensions import override

from caseview.domain.handout import Drawing, Figure, FigureTable, Handout, Mark, Picture, Printed
from caseview.exporters import word_styles as look
from caseview.exporters.cells import plain
from caseview.exporters.saving import save
from caseview.exporters.word_chart import BarChart
from caseview.exporters.word_lines import LineChart
from caseview.exporters.word_page import Page
from caseview.exporters.word_styles import TEXT_CM
from caseview.exporters.word_template import new_page
from caseview.exporters.word_xml import Grid
from caseview.usecases.ports import HandoutWriter

MOST_ROWS = 120
"""A longer table stands in Word with so many of its rows, and says where the others are."""
MOST_BARS = 12
_NUMBER_CM, _LEAST_CM, _LOOKED_AT, _SIGN_CM, _EDGE_CM = 1.75, 2.2, 400, 0.25, 0.4


class HandoutPage(HandoutWriter):
    """Fulfils `usecases.ports.HandoutWriter` with a .docx file."""

    @override
    def write(self, handout: Handout, path: Path) -> None:
        """Write the file. Raises ExportError when it cannot be written."""
        page = new_page(None)
        page.frame(handout.marking, handout.title)
        page.paragraph(handout.title, look.TITLE)
        for words in handout.lead:
            page.paragraph(plain(words))
        if handout.picture is not None:
            _chart(page, handout.picture)
        several = len(handout.tables) > 1
        for table in handout.tables:
            if several:
                page.heading(plain(table.title))
            _table(page, table)
        page.heading("How this was made")
        for words in handout.notes:
            page.paragraph(plain(words), look.NOTE)
        for name, value in handout.about:
            page.paragraph(plain(f"{name}: {value}"), look.NOTE)
        save(path, page.file(handout.title))


def _table(page: Page, whole: FigureTable) -> None:
    """Write a table in as many parts as its width needs, each with the first column."""
    page.caption("Table", plain(whole.title))
    table, most = _joined(whole), whole.on_paper or MOST_ROWS
    shown = table.rows[:most]
    if not shown:
        page.paragraph("None.", look.NOTE)
    for part in _across(table) if shown else ():
        rows = [[plain(row[at].words) for at in part] for row in shown]
        heads = [plain(table.columns[at].head) for at in part]
        words = next(
            (n for n, at in enumerate(part) if table.columns[at].printed is not Printed.WORDS),
            len(part),
        )
        page.table(Grid(_widths(table, part), heads, rows, plain(table.title), words))
    if len(table.rows) > most:
        page.paragraph(
            f"The first {most} of {len(table.rows):,} lines. The Excel file has every line.",
            look.NOTE,
        )
    for note in table.notes:
        page.paragraph(plain(note), look.NOTE)


def _joined(table: FigureTable) -> FigureTable:
    """Return a table with each share beside its count, "31 (69%)": a page is narrow."""
    after = range(len(table.columns) - 1)
    pairs = {
        at
        for at in after
        if table.columns[at].printed is Printed.COUNT
        and table.columns[at + 1].printed is Printed.SHARE
        and table.columns[at].head.startswith(table.columns[at + 1].head.removesuffix(", %"))
    }
    kept = [at for at in range(len(table.columns)) if at - 1 not in pairs]

    def both(row: Sequence[Figure], at: int) -> Figure:
        share = row[at + 1].words if at in pairs else ""
        return replace(row[at], words=f"{row[at].words} ({share})") if share else row[at]

    return replace(
        table,
        columns=tuple(table.columns[at] for at in kept),
        rows=tuple(tuple(both(row, at) for at in kept) for row in table.rows),
    )


def _across(table: FigureTable) -> list[list[int]]:
    """Return the columns of each part: the first one, then as many as stand on a page."""
    parts, room = [[0]], TEXT_CM - _needs(table, 0)
    for at in range(1, len(table.columns)):
        need = _needs(table, at)
        if need > room and len(parts[-1]) > 1:
            parts.append([0])
            room = TEXT_CM - _needs(table, 0)
        parts[-1].append(at)
        room -= need
    return parts


def _needs(table: FigureTable, at: int) -> float:
    """Return the least width of a column in centimetres: its longest single word stands whole."""
    column = table.columns[at]
    words = [column.head, *(row[at].words[:_LOOKED_AT] for row in table.rows[:MOST_ROWS])]
    if column.printed is Printed.COUNT:  # "31 (69%)" stays on one line, its head may not
        words = [*column.head.split(), *words[1:]]
        longest = max(map(len, words), default=1)
    else:
        longest = max((len(word) for one in words for word in one.split()), default=1)
    least = _LEAST_CM if column.printed is Printed.WORDS else _NUMBER_CM
    return min(TEXT_CM / 3, max(least, _EDGE_CM + longest * _SIGN_CM))


def _widths(table: FigureTable, part: Sequence[int]) -> tuple[float, ...]:
    """Return the widths: what each needs, and the room left by the root of their longest words."""
    needs = [_needs(table, at) for at in part]
    weights = [
        max([4, *(len(row[at].words) for row in table.rows[:MOST_ROWS])]) ** 0.5 for at in part
    ]
    spare = max(0.0, TEXT_CM - sum(needs))
    return tuple(
        need + spare * weight / sum(weights) for need, weight in zip(needs, weights, strict=True)
    )


def _chart(page: Page, picture: Picture) -> None:
    """Write lines or bars as a chart that Word can edit, where every bar has its share."""
    if picture.drawing is Drawing.LINES:
        _lines(page, picture)
        return
    bars: list[tuple[str, Mark]] = []
    for name, marks in zip(picture.rows, picture.marks, strict=True):
        if marks and marks[0] is not None and marks[0].at is not None:
            bars.append((name, marks[0]))
    whole = len(bars) == len(picture.rows)
    if picture.drawing is not Drawing.BARS or not bars or not whole:
        return
    shown = bars[:MOST_BARS]
    title = picture.title
    if len(bars) > MOST_BARS:
        title += f": the first {MOST_BARS} of {len(bars)}"
    page.chart(
        BarChart(
            title=title,
            measure="Per cent of reviews",
            labels=tuple(plain(name) for name, _ in shown),
            values=tuple(float(int((mark.at or 0.0) + 0.5)) for _, mark in shown),
            about=plain(picture.about),
            percent=True,
        )
    )
    page.caption("Figure", plain(title))


def _lines(page: Page, picture: Picture) -> None:
    """Write lines over the years; a year without a share leaves a gap."""
    shares = [
        tuple(None if one is None or one.at is None else round(one.at, 1) for one in marks)
        for marks in picture.marks
    ]
    if not any(share is not None for line in shares for share in line):
        return
    page.chart(
        LineChart(
            title=picture.title,
            labels=tuple(plain(name.split("\n")[0]) for name in picture.columns),
            lines=tuple(zip(map(plain, picture.rows), shares, strict=True)),
            about=plain(picture.about),
        )
    )
    page.caption("Figure", plain(f"{picture.title}. {picture.note}"))
