"""Reads the first sheet of an Excel workbook that a person filled in."""

import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from caseview.domain.english import English
from caseview.domain.errors import ReadError
from caseview.domain.sheet import Sheet, SheetRow

_MOST_ROWS, _MOST_COLUMNS, _MOST_BYTES = 100_000, 500, 200 * 2**20


def read_sheet(path: Path) -> Sheet:
    """Return the first sheet of a workbook: its first row are the heads; empty rows are left out.

    Formulas count with the value they had when the file was saved. Raises ReadError when the file
    is no workbook or far too large.
    """
    try:
        _fits(path)
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except (OSError, zipfile.BadZipFile, InvalidFileException, KeyError, ValueError) as problem:
        raise ReadError(
            English("“{0}” is not an Excel workbook, so nothing was taken from it.", path.name),
            "Save it as .xlsx in Excel and try again.",
        ) from problem
    try:
        return _sheet(book.worksheets[0].iter_rows(values_only=True, max_col=_MOST_COLUMNS), path)
    finally:
        book.close()


def _fits(path: Path) -> None:
    with zipfile.ZipFile(path) as packed:
        if sum(one.file_size for one in packed.infolist()) > _MOST_BYTES:
            raise _too_large(path)


def _too_large(path: Path) -> ReadError:
    return ReadError(
        English(
            "“{0}” is far larger than a list of reviews should be, so it was not read.", path.name
        ),
        "Keep the rows that matter and save it anew.",
    )


def _sheet(rows: Iterable[tuple[Any, ...]], path: Path) -> Sheet:
    heads: tuple[str, ...] = ()
    found = []
    for number, values in enumerate(rows, start=1):
        if number > _MOST_ROWS:
            raise _too_large(path)
        words = tuple(map(_words, values))
        if not heads:
            heads = words
        elif any(words):
            cells = {head: word for head, word in zip(heads, words, strict=False) if head}
            found.append(SheetRow(number, cells))
    return Sheet(tuple(filter(None, heads)), tuple(found))


def _words(value: Any) -> str:
    """Return a cell's value as words."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
