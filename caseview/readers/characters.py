"""Bytes become characters, whatever encoding they came in, and odd characters become plain."""

import codecs
import re

from caseview.readers.sniff import wide_order

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PLAIN = {
    "\u00a0": " ",
    "\u2007": " ",
    "\u202f": " ",
    "\u2009": " ",
    "\u200a": " ",
    "\u2002": " ",
    "\u2003": " ",
    "\u2028": "\n",
    "\u2029": "\n",
    "\u0085": "\n",
    "\u000b": "\n",
    "\u00ad": "",
    "\u200b": "",
    "\u200c": "",
    "\u200d": "",
    "\u2060": "",
    "\ufeff": "",
    "\u2010": "-",
    "\u2011": "-",
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
}
_ODD = re.compile(f"[{''.join(_PLAIN)}]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_BEYOND_ASCII = 128


def decode(data: bytes) -> tuple[str, str]:
    """Return the characters of a text file and a remark ("" when the encoding was plain).

    UTF-8 and UTF-16 with or without their mark, else the Western European encoding of Windows.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), ""
    wide = wide_order(data)
    if wide:
        return data.decode(wide, errors="replace"), ""
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return _western(data)


def _western(data: bytes) -> tuple[str, str]:
    """Return the text as Windows-1252; a mostly sound UTF-8 file keeps its sound characters."""
    as_utf8 = data.decode("utf-8", errors="replace")
    beyond = sum(1 for byte in data if byte >= _BEYOND_ASCII)
    if as_utf8.count("\ufffd") * 10 < beyond:
        return as_utf8, "Some characters of this file were damaged and are shown as \ufffd."
    return data.decode("cp1252", errors="replace"), ""


def plain(text: str) -> str:
    """Return `text` with odd spaces, hyphens and ligatures made plain and controls left out.

    Tabs, line feeds and form feeds stay.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _ODD.sub(lambda odd: _PLAIN[odd[0]], text)
    return _CONTROL.sub("", text)


def one_spaced(text: str) -> str:
    """Return `text` with single spaces, none at either end of a line."""
    if "\n" not in text:
        return " ".join(text.split())
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip("\n")
