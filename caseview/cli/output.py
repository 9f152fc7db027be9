"""Prints for people (tables, plain sentences) or for programs (JSON)."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from caseview.domain.errors import CaseViewError

WIDEST = 60
WIDEST_HEADING = 24


@dataclass(frozen=True, slots=True)
class Output:
    """Where a verb's answer goes: JSON on standard output when `as_json`, else plain text."""

    as_json: bool

    def document(self, value: Any) -> None:
        """Print one JSON document; a list stands one item a line, however long it is."""
        if isinstance(value, list):
            self._list(value)
        else:
            print(json.dumps(value, ensure_ascii=False, indent=1))

    def _list(self, items: list[Any]) -> None:
        print("[")
        for place, item in enumerate(items, start=1):
            print(json.dumps(item, ensure_ascii=False), end=",\n" if place < len(items) else "\n")
        print("]")

    def line(self, value: Any) -> None:
        """Print one JSON object on a line of its own."""
        print(json.dumps(value, ensure_ascii=False), flush=True)

    def say(self, text: str) -> None:
        """Print a line for people; silent when the answer is JSON."""
        if not self.as_json:
            print(text)

    def table(self, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Print rows under headings, columns aligned; numbers stand to the right."""
        shown = [[_cell(value) for value in row] for row in rows]
        numeric = [
            bool(shown) and all(_is_number(row[i]) for row in shown) for i in range(len(headings))
        ]
        heads = _in_lines(headings)
        widths = [max(map(len, column)) for column in zip(*heads, *shown, strict=True)]
        for row in [*heads, ["-" * width for width in widths], *shown]:
            cells = [
                cell.rjust(width) if right else cell.ljust(width)
                for cell, width, right in zip(row, widths, numeric, strict=True)
            ]
            print("  ".join(cells).rstrip())


def _in_lines(headings: Sequence[str]) -> list[list[str]]:
    """Return headings as lines of words, the last line of each at the foot."""
    parted = [wrap(heading, WIDEST_HEADING, break_long_words=False) for heading in headings]
    most = max((len(lines) for lines in parted), default=0) or 1
    full = [[""] * (most - len(lines)) + lines for lines in parted]
    return [list(line) for line in zip(*full, strict=True)]


def trouble(fault: CaseViewError) -> None:
    """Print what happened and what to do on standard error."""
    print(str(fault), file=sys.stderr)


def note(text: str) -> None:
    """Print a message beside the answer, on standard error."""
    print(text, file=sys.stderr)


class Progress:
    """A line on a terminal that says how far a long piece of work has come."""

    def __init__(self, total: int, what: str) -> None:
        self._total = total
        self._what = what
        self._done = 0
        self._shown = sys.stderr.isatty()

    def step(self) -> None:
        """Say that one more is done."""
        self._done += 1
        self._write("")

    def within(self, words: str) -> None:
        """Say how far the one in hand has come."""
        self._write(f", {words}")

    def _write(self, more: str) -> None:
        if self._shown:
            bar = "#" * (30 * self._done // max(self._total, 1))
            line = f"[{bar:<30}] {self._done} of {self._total} {self._what}{more}"
            sys.stderr.write(f"\r{line}\x1b[K")
            sys.stderr.flush()

    def end(self) -> None:
        """Take the line away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _cell(value: object) -> str:
    text = "" if value is None else f"{value:,}" if isinstance(value, int) else str(value)
    text = " ".join(text.split())
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"


def _is_number(text: str) -> bool:
    return text.replace(",", "").replace("%", "").replace(" ", "").replace(".", "").isdigit()
