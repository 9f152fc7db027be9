"""A cross-tab as text to paste: columns parted by tabs, and the same as a table for Word."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData, Qt

from caseview.counting.association_wording import association_sentences
from caseview.counting.wording import base_sentence, notes, title
from caseview.desktop.models.crosstab import CrossTabModel

OURS = "application/x-caseview-table"
"""Marks a table on the clipboard as one of ours."""

Role = Qt.ItemDataRole


def lines_of(model: CrossTabModel) -> list[list[str]]:
    """Return the headings and every line shown, cell by cell; a group's heading stands alone."""
    columns = range(model.columnCount())
    across = Qt.Orientation.Horizontal
    heads = [str(model.headerData(n, across) or "").replace("\n", ", ") for n in columns]
    found = [heads]
    for at in range(model.rowCount()):
        whole = [str(model.data(model.index(at, n)) or "") for n in columns]
        line = model.line(at)
        found.append(whole[:1] if line is not None and line.row is None else whole)
    return found


def words_below(model: CrossTabModel) -> str:
    """Return what stands under the table: its base, notes and what differs."""
    if model.table is None or model.seen is None:
        return ""
    said = (base_sentence(model.seen), *notes(model.seen))
    return " ".join((*said, *association_sentences(model.table, model.tests)))


def copied(model: CrossTabModel, marking: str = "") -> QMimeData:
    """Return the table with its title, base and marking, for the clipboard."""
    if (table := model.table) is None:
        made = QMimeData()
        made.setData(OURS, b"")
        return made
    above = [marking] if marking else []
    return pasted([*above, title(table.spec)], lines_of(model), words_below(model))


def pasted(above: Sequence[str], rows: Sequence[Sequence[str]], below: str) -> QMimeData:
    """Return rows of cells as a table for the clipboard, with its lines above and words below."""
    made = QMimeData()
    made.setData(OURS, b"")
    made.setText("\n".join([*above, *map("\t".join, rows), below]))
    cells = "".join(
        "<tr>" + "".join(f"<td>{escape(words)}</td>" for words in row) + "</tr>" for row in rows
    )
    head = "".join(f"<p>{escape(words)}</p>" for words in above)
    made.setHtml(f"{head}<table border='1'>{cells}</table><p>{escape(below)}</p>")
    return made
