"""Lays out plain values as TOML that people like to read."""

import re
from collections.abc import Mapping
from typing import Any

WIDTH = 100
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {
    '"': '\\"',
    "\\": "\\\\",
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
}


def layout(top: Mapping[str, Any]) -> str:
    """Return a table as TOML: its own values first, then tables, then repeated tables.

    Values are text, true or false, lists of text, tables and lists of tables; an empty table
    below the top is left out.
    """
    lines = [f"{_key(name)} = {_value(item)}" for name, item in top.items() if _plain(item)]
    for name, item in top.items():
        if isinstance(item, dict):
            lines += ["", f"[{_key(name)}]", *_table(item, _key(name))]
        elif not _plain(item):
            for part in item:
                lines += ["", f"[[{_key(name)}]]", *_table(part, _key(name))]
    return "\n".join(lines) + "\n"


def _plain(item: Any) -> bool:
    if isinstance(item, list):
        return all(isinstance(part, str) for part in item)
    return not isinstance(item, dict)


def _table(table: Mapping[str, Any], path: str) -> list[str]:
    lines = [
        f"{_key(name)} = {_value(item)}"
        for name, item in table.items()
        if not isinstance(item, dict)
    ]
    for name, item in table.items():
        if isinstance(item, dict) and item:
            inner = f"{path}.{_key(name)}"
            body = _table(item, inner)
            opened = any(not isinstance(part, dict) for part in item.values())
            lines += ["", f"[{inner}]", *body] if opened else body
    return lines


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def _value(item: Any) -> str:
    if isinstance(item, bool):
        return "true" if item else "false"
    if isinstance(item, str):
        return _text(item) if "\n" not in item else _long_text(item)
    one_line = ", ".join(_text(part) for part in item)
    if len(one_line) < WIDTH - 20:
        return f"[{one_line}]"
    return "[\n" + "".join(f"  {_text(part)},\n" for part in item) + "]"


def _text(text: str) -> str:
    return '"' + "".join(_escaped(sign) for sign in text) + '"'


def _long_text(text: str) -> str:
    lines = ("".join(_escaped(sign) for sign in line) for line in text.split("\n"))
    return '"""\n' + "\n".join(lines) + '"""'


def _escaped(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    if ord(sign) < ord(" ") or sign == "\N{DELETE}":
        return f"\\u{ord(sign):04x}"
    return sign
