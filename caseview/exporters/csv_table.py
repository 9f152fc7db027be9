"""Writes a cross-tab as CSV, with labels and what they were counted from."""

import csv
from io import StringIO
from pathlib import Path

from typing_extensions import override

from caseview.counting import table_words, wording
from caseview.domain.crosstab import Cell, CrossTab
from caseview.domain.evidence import EvidenceSet
from caseview.domain.info import CasebookInfo
from caseview.exporters.cells import guarded
from caseview.exporters.saving import save
from caseview.usecases.ports import HearsRows, TableWriter, unheard


class CsvTable(TableWriter):
    """Fulfils `usecases.ports.TableWriter` with a .csv file: UTF-8 with a mark, for Excel."""

    @property
    @override
    def shows_evidence(self) -> bool:
        """False: the evidence is not in a CSV file."""
        return False

    @override
    def write(
        self,
        table: CrossTab,
        evidence: EvidenceSet,
        info: CasebookInfo,
        path: Path,
        heard: HearsRows = unheard,
    ) -> None:
        """Write the file. Raises ExportError when it cannot be written.

        The table stands first: a count and a percentage for each column, then the base. What it
        was counted from follows after an empty line. The evidence itself is not in it.
        """
        out = StringIO(newline="")
        writer = csv.writer(out)
        for row in _rows(table, info):
            writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])
        save(path, out.getvalue().encode("utf-8-sig"))


def _rows(table: CrossTab, info: CasebookInfo) -> list[list[str | int | float]]:
    heads = [*(axis.label for axis in table.columns), "All"]
    rows: list[list[str | int | float]] = [
        [
            wording.axis_title(table.spec.rows).capitalize(),
            *(name for head in heads for name in (head, f"{head} %")),
        ]
    ]
    for axis, cells, total in zip(table.rows, table.cells, table.totals, strict=True):
        rows.append([axis.label])
        for cell in (*cells, total):
            rows[-1] += _both(cell)
    if table.column_totals:
        rows.append([wording.any_row(table.spec)])
        for cell in (*table.column_totals, table.total):
            rows[-1] += _both(cell)
    bases = [*(axis.hidden or axis.base for axis in table.columns), table.base_hidden or table.base]
    base_row: list[str | int | float] = [f"Base ({table.spec.unit.value})"]
    for base in bases:
        base_row += [base, ""]
    rows += [base_row, []]
    rows += [[name, value] for name, value in table_words.about(table, info)]
    rows += [["Note", sentence] for sentence in table_words.sentences(table)]
    return rows


def _both(cell: Cell) -> list[str | int | float]:
    return [cell.hidden or cell.n, "" if cell.percent is None else round(cell.percent, 1)]
