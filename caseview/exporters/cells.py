"""Makes text safe for a sheet: never a formula, never cut without a word."""

import re
from collections.abc import Iterator

LIMIT = 32_767
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_NOT_EXCEL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def plain(text: str) -> str:
    """Return text with each sign that a sheet cannot hold shown as U+FFFD."""
    return _NOT_EXCEL.sub(REPLACEMENT, text)


def guarded(text: str) -> str:
    """Return text that no program takes for a formula: an apostrophe stands before it if need be.

    Spreadsheets run what begins with = + - @ or a tab when a CSV file is opened.
    """
    return f"'{text}" if text.startswith(_STARTS_FORMULA) else text


def pieces(text: str) -> Iterator[str]:
    """Yield text in pieces that each fit a cell, at most 32,767 UTF-16 units."""
    begin = size = 0
    if len(text) <= LIMIT // 2:
        yield text  # as nearly all do, so that nobody counts their signs
        return
    for place, sign in enumerate(text):
        width = 2 if ord(sign) > 0xFFFF else 1  # noqa: PLR2004 (the last sign of one unit)
        if size + width > LIMIT:
            yield text[begin:place]
            begin, size = place, 0
        size += width
    yield text[begin:]
