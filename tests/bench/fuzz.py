"""Hundreds of spoilt files of every format through the real reading children.

    python -m tests.bench.fuzz [--mutants 500] [--jobs 2] [--only a.pdf ...] [--keep FOLDER]

prints for each format how many were read, refused and stumbled over, how often a child was brought
down or ran out of time, and the longest any file took; then every refusal with its count. Ends
with 1 when a refusal is no plain sentence, a file has no outcome, or the reader itself stumbled.
`--keep` leaves the files that brought a child down, were stumbled over or took too long in a
folder; `--plain-doc` hides LibreOffice for .doc, so that antiword or catdoc read them.
"""

import argparse
import os
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from caseview.domain.description import ReadDocument, Refused
from caseview.readers.limits import USUAL
from caseview.readers.pipeline import Preparation
from caseview.readers.worker import ChildReader
from tests.bench.fuzz_documents import documents, spoilt

RESOURCES = Path(__file__).parents[2] / "resources"
JARGON = ("error", "invalid", "failed", "exception", "please", "oops", "none", "traceback")
SERIOUS = ("stumbled over", "brought the reader down", "took longer")


@dataclass
class Tally:
    """What became of the mutants of one format; times in seconds."""

    read: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    unplain: list[str] = field(default_factory=list)
    serious: Counter[str] = field(default_factory=Counter)
    longest: float = 0.0
    seconds: float = 0.0

    def take(self, outcome: ReadDocument | Refused) -> bool:
        """Count one outcome; return whether it is a serious one."""
        if isinstance(outcome, ReadDocument):
            self.read += 1
            self.longest = max(self.longest, outcome.seconds)
            return False
        self.refused[outcome.reason] += 1
        if not plain(outcome):
            self.unplain.append(f"{outcome.reason} / {outcome.advice}")
        found = [words for words in SERIOUS if words in outcome.reason]
        self.serious.update(found)
        return bool(found)


def plain(outcome: Refused) -> bool:
    """Return whether a refusal is a sentence for people, with advice, and no jargon."""
    said = re.findall(r"[a-z]+", f"{outcome.reason} {outcome.advice}".lower())
    whole = outcome.reason[:1].isupper() and outcome.reason.endswith(".") and bool(outcome.advice)
    return whole and not set(said) & set(JARGON)


@contextmanager
def without_office(*, hidden: bool) -> Iterator[None]:
    """Give the children a search path with antiword and catdoc alone."""
    before = os.environ["PATH"]
    with tempfile.TemporaryDirectory() as folder:
        if hidden:
            for name in ("antiword", "catdoc"):
                found = shutil.which(name)
                if found:
                    (Path(folder) / name).symlink_to(found)
            os.environ["PATH"] = folder
        yield
        os.environ["PATH"] = before


def fuzzed(name: str, data: bytes, args: argparse.Namespace) -> Tally:
    """Return what became of the mutants of one document."""
    tally = Tally()
    codebook = (RESOURCES / "codebooks" / "core.toml").read_text(encoding="utf-8")
    reader = ChildReader(Preparation(RESOURCES / "lists", codebook))
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as held:
        paths = [Path(held) / f"{seed}-{name}" for seed in range(args.mutants)]
        for seed, path in enumerate(paths):
            path.write_bytes(spoilt(name, data, args.first + seed))
        waiting = {str(path) for path in paths}
        for outcome in reader.read(paths, jobs=args.jobs, stop=lambda: False):
            waiting.remove(outcome.path)
            if tally.take(outcome) and args.keep:
                args.keep.mkdir(parents=True, exist_ok=True)
                shutil.copy(outcome.path, args.keep)
        tally.unplain += [f"no outcome: {path}" for path in waiting]
    tally.seconds = time.perf_counter() - began
    return tally


def write(line: str) -> None:
    """Write one line of the report."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def show(name: str, tally: Tally) -> None:
    """Print one row, and whatever was no plain sentence."""
    counts = [tally.serious[words] for words in SERIOUS]
    write(
        f"{name:10} {tally.read:6} {sum(tally.refused.values()):8} {counts[0]:9} {counts[1]:6}"
        f" {counts[2]:6} {tally.longest:9.2f} {tally.seconds:8.0f}"
    )
    for words in tally.unplain:
        write(f"  NOT PLAIN: {words}")


def arguments() -> argparse.Namespace:
    """Return what was asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--mutants", type=int, default=500)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--plain-doc", action="store_true")
    return parser.parse_args()


def main() -> int:
    """Run the bench and return its exit code."""
    args = arguments()
    sums: Counter[str] = Counter()
    spoken = 0
    write(f"caps: {USUAL.seconds:.0f} s a file and {USUAL.seconds_a_page} s a page")
    write("format       read  refused  stumbled   down   late   longest  seconds")
    with tempfile.TemporaryDirectory() as folder:
        made = documents(Path(folder))
    for name, data in made.items():
        if args.only and name not in args.only:
            continue
        with without_office(hidden=args.plain_doc and name.endswith(".doc")):
            tally = fuzzed(name, data, args)
        show(name, tally)
        sums += tally.refused
        spoken += len(tally.unplain) + tally.serious[SERIOUS[0]]
    for reason, count in sums.most_common():
        write(f"{count:6}  {reason}")
    return 1 if spoken else 0


if __name__ == "__main__":
    sys.exit(main())
