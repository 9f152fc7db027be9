"""Measures likeness on coroners' concerns: python tests/quality/likeness.py [--corpus DIR].

Edits are planted in sentences of the field; it tells how many are found again, how many other pairs
of different cases are offered beside them, and how long all pairs take. Not collected by pytest.
"""

import argparse
import csv
import random
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from caseview.counting.likeness import ALIKE, Likeness  # noqa: E402

CORPUS = ROOT.parent / "shared" / "corpus"
TABLE = Path("gold") / "human" / "pfd_concern_items.csv"
SHORTEST, LONGEST, MOST, PLANTED = 8, 60, 3_888, 600
BODIES = ("the Trust", "the Board", "the Council", "the force", "the partnership")
Words = list[str]


def body(words: Words, rng: random.Random) -> Words:
    """Ask it of a body."""
    return [*rng.choice(BODIES).split(), "should", "ensure", "that", *words]


def shorter(words: Words, rng: random.Random) -> Words:
    """Leave a fifth out."""
    many = max(1, len(words) // 5)
    at = rng.randrange(len(words) - many)
    return words[:at] + words[at + many :]


def turned(words: Words, _rng: random.Random) -> Words:
    """Put the second half first."""
    half = len(words) // 2
    return words[half:] + words[:half]


def endings(words: Words, _rng: random.Random) -> Words:
    """Take endings away."""
    return [re.sub(r"(?:ing|ed|s)$", "", word) for word in words]


def swapped(words: Words, rng: random.Random) -> Words:
    """Put another word in for every fifth."""
    chosen = set(rng.sample(range(len(words)), max(1, len(words) // 5)))
    return ["otherwise" if place in chosen else word for place, word in enumerate(words)]


EDITS: tuple[Callable[[Words, random.Random], Words], ...] = (
    body,
    shorter,
    turned,
    endings,
    swapped,
)


def sentences(table: Path) -> list[tuple[str, str]]:
    """Return (case, sentence) of what coroners wrote, each sentence once."""
    found: dict[str, str] = {}
    with table.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if row["text_kind"] != "verbatim":
                continue
            for sentence in re.split(r"(?<=[.;])\s+", row["concern"]):
                if SHORTEST <= len(sentence.split()) <= LONGEST:
                    found.setdefault(sentence.strip(), row["case_key"])
    return [(case, sentence) for sentence, case in found.items()]


def main() -> None:
    """Read the command line and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    table = parser.parse_args().corpus / TABLE
    if not table.exists():
        sys.stdout.write(f"Skipped: {table} is not here.\n")
        return
    known = sentences(table)
    random.Random(7).shuffle(known)  # noqa: S311 - the same order each time
    known = known[:MOST]
    report(known)


def report(known: Sequence[tuple[str, str]]) -> None:
    """Print recall on planted edits, pairs offered, and the time all pairs take."""
    rng = random.Random(11)  # noqa: S311 - the same edits each time
    texts = [sentence for _, sentence in known]
    few = texts[:PLANTED]
    for edit in EDITS:
        planted = [" ".join(edit(text.split(), rng)) for text in few]
        likeness = Likeness([*texts, *planted])
        found = sum(likeness.between(n, len(texts) + n) >= ALIKE for n in range(len(planted)))
        sys.stdout.write(f"{edit.__name__:10} {found / len(planted):.3f} found again\n")
    begin = time.process_time()
    pairs = Likeness(texts).pairs()
    took = time.process_time() - begin
    apart = sum(known[pair.one][0] != known[pair.other][0] for pair in pairs)
    sys.stdout.write(
        f"{len(texts):,} sentences: {len(pairs):,} pairs at {ALIKE} or more, {apart:,} of them of "
        f"different cases, in {took:.1f} s of one core\n"
    )


if __name__ == "__main__":
    main()
