"""Counts, intervals and comparisons that measurements of reading share."""

import re
import sys
from dataclasses import dataclass, field
from difflib import SequenceMatcher


@dataclass
class Table:
    """Counts of right and all by what was asked."""

    rows: dict[str, list[int]] = field(default_factory=dict)

    def add(self, what: str, *, right: bool) -> None:
        row = self.rows.setdefault(what, [0, 0])
        row[0] += right
        row[1] += 1

    def say(self) -> None:
        for what, (right, n) in self.rows.items():
            low, high = wilson(right, n)
            write(f"  {what:38} {right:5} of {n:5}  {right / n:6.1%}  ({low:.1%} to {high:.1%})")


def write(line: str) -> None:
    sys.stdout.write(line + "\n")


def wilson(k: int, n: int, z: float = 1.96) -> tuple[float, float]:
    centre, spread = (
        (k + z * z / 2) / (n + z * z),
        z * ((k * (n - k) / n + z * z / 4) ** 0.5) / (n + z * z),
    )
    return centre - spread, centre + spread


def f1(tp: int, fp: int, fn: int) -> str:
    precision, recall = tp / max(1, tp + fp), tp / max(1, tp + fn)
    both = 2 * tp / max(1, 2 * tp + fp + fn)
    return f"precision {precision:.3f}  recall {recall:.3f}  F1 {both:.3f}"


def flat(text: str) -> tuple[str, list[int]]:
    places = [i for i, c in enumerate(text) if c.isascii() and c.isalnum()]
    return "".join(text[i].lower() for i in places), places


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def shared(wanted: str, found: str) -> float:
    blocks = SequenceMatcher(
        None, words(wanted), words(found), autojunk=False
    ).get_matching_blocks()
    return sum(block.size for block in blocks) / max(1, len(words(wanted)))
