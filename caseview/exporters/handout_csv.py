"""Writes a handout as CSV: each table with its heads, then how it was made."""

import csv
from io import StringIO
from pathlib import Path

from typing_extensions import override

from caseview.domain.handout import Figure, FigureColumn, Handout, Printed
from caseview.exporters.cells import guarded
from caseview.exporters.saving import save
from caseview.usecases.ports import HandoutWriter


class HandoutCsv(HandoutWriter):
    """Fulfils `usecases.ports.HandoutWriter` with a .csv file: UTF-8 with a mark, for Excel."""

    @override
    def write(self, handout: Handout, path: Path) -> None:
        """Write the file. Raises ExportError when it cannot be written.

        Tables follow each other, each under its title where there are several.
        """
        out = StringIO(newline="")
        writer = csv.writer(out)
        for table in handout.tables:
            if len(handout.tables) > 1:
                writer.writerow([guarded(table.title)])
            writer.writerow([guarded(column.head) for column in table.columns])
            for row in table.rows:
                cells = zip(table.columns, row, strict=True)
                writer.writerow([_value(column, figure) for column, figure in cells])
            writer.writerow([])
            writer.writerows([["Note", guarded(note)] for note in table.notes])
        if handout.marking:
            writer.writerow(["Marking", guarded(handout.marking)])
        writer.writerows([["Note", guarded(words)] for words in (*handout.lead, *handout.notes)])
        writer.writerows([[guarded(name), guarded(words)] for name, words in handout.about])
        save(path, out.getvalue().encode("utf-8-sig"))


def _value(column: FigureColumn, figure: Figure) -> str | int | float:
    value = figure.value
    if value is None:
        return guarded(figure.words)
    if isinstance(value, str):
        return guarded(value)
    return round(value, 1) if column.printed is Printed.SHARE else value
