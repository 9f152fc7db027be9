"""A list as HTML to print: its title, heads that repeat on every page, its rows and notes."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QAbstractItemModel, Qt


def table_html(
    title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], notes: str = ""
) -> str:
    """Return a table with its title above and its notes below; a short row spans the rest."""
    head = "".join(f"<th align='left'>{_said(words)}</th>" for words in heads)
    body = "".join(_row(row, len(heads)) for row in rows)
    below = f"<p>{_said(notes)}</p>" if notes else ""
    return (
        f"<h2>{_said(title)}</h2><table border='1' cellspacing='0' cellpadding='4' width='100%'>"
        f"<thead><tr>{head}</tr></thead>{body}</table>{below}"
    )


def list_html(title: str, model: QAbstractItemModel, notes: str = "") -> str:
    """Return every row of a model as it is shown in its table, "" for one without rows."""
    columns = range(model.columnCount())
    if not model.rowCount():
        return ""
    across = Qt.Orientation.Horizontal
    heads = [str(model.headerData(column, across) or "") for column in columns]
    rows = [
        [str(model.index(row, column).data() or "") for column in columns]
        for row in range(model.rowCount())
    ]
    return table_html(title, heads, rows, notes)


def _row(row: Sequence[str], columns: int) -> str:
    if len(row) < columns:
        return f"<tr><td colspan='{columns}'><b>{_said(row[0])}</b></td></tr>"
    return "<tr>" + "".join(f"<td>{_said(words)}</td>" for words in row) + "</tr>"


def _said(words: str) -> str:
    return escape(words).replace("\n", "<br>")
