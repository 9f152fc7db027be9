"""Search beside Recoll (Xapian) over the same texts: the same queries, each with ten excerpts.

    python -m tests.quality.recoll [FOLDER]

reads every .txt of FOLDER (the corpus' PFD reports unless told), makes a casebook and a Recoll
index of them in a temporary folder, asks both the same queries in turn, and prints the median and
the p95 of each in wall-clock milliseconds. Recoll is asked through its own Python module, by the
system's Python, which stays open between queries: starting a program is no part of a search.
"""

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from caseview.search.tokens import words
from tests.bench.search import forget
from tests.search.desk import Desk, Doc, Para, open_desk

FOLDER = Path(__file__).parents[3] / "shared" / "corpus" / "real" / "pfd"
PYTHON = "/usr/bin/python3"
DRIVER = """
import sys, time
from recoll import recoll
database = recoll.connect(confdir=sys.argv[1])
for line in sys.stdin:
    began = time.perf_counter()
    query = database.query()
    count = query.execute(line.rstrip("\\n"))
    found = query.fetchmany(int(sys.argv[2]))
    for one in found:
        query.makedocabstract(one)
    print(1000 * (time.perf_counter() - began), count, flush=True)
"""
ROUNDS = 5
EXCERPTS = 10
PLACES = {"rare": 4000, "medium": 800, "common": 120}


def main() -> None:
    """Run the comparison, or say plainly why it cannot be run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    folder = parser.parse_args().folder
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    if not texts or not shutil.which("recollindex") or not _has_module():
        say("Skipped: this needs a folder of .txt files, and Recoll with its Python module.")
        return
    asked = queries(texts)
    with tempfile.TemporaryDirectory() as there, open_desk(Path(there) / "b.casebook") as desk:
        ours = filled(desk, texts)
        theirs = recoll(folder, Path(there) / "recoll")
        times: dict[str, list[float]] = {"CaseView": [], "Recoll": []}
        for query in asked:
            for name, ask in (("CaseView", ours), ("Recoll", theirs)):
                times[name].append(statistics.median(ask(query) for _ in range(ROUNDS)))
    say(f"{len(texts):,} documents, {len(asked)} queries, {EXCERPTS} excerpts each")
    for name, taken in times.items():
        ordered = sorted(taken)
        high = ordered[int(0.95 * len(ordered))]
        say(f"{name:10} median {statistics.median(taken):6.1f} ms   p95 {high:6.1f} ms")


def queries(texts: list[str]) -> list[str]:
    """Return words, pairs, phrases and alternatives as both understand them alike."""
    draw = random.Random(11)  # noqa: S311 (repeatable, not secret)
    counted = Counter(word for text in texts for word in words(text) if word.isalpha())
    by_count = [word for word, _ in counted.most_common()]
    made = []
    for place in PLACES.values():
        some = [word for word in by_count[place : place + 200] if len(word) > 3][:60]
        made += draw.sample(some, 8)
        made += [" ".join(draw.sample(some, 2)) for _ in range(4)]
        made += [" OR ".join(draw.sample(some, 5)) for _ in range(4)]
    pairs: Counter[tuple[str, str]] = Counter()
    for text in texts[:400]:
        said = words(text)
        pairs.update(pair for pair in pairwise(said) if min(map(len, pair)) > 3)
    made += [f'"{one} {other}"' for (one, other), _ in pairs.most_common(200)[::20]]
    return made


def filled(desk: Desk, texts: list[str]) -> Callable[[str], float]:
    """Put the texts into a casebook; return what asks it and tells the milliseconds."""
    for begin in range(0, len(texts), 200):
        desk.add(
            *(
                Doc(tuple(Para(part.strip()) for part in text.split("\n\n") if part.strip()))
                for text in texts[begin : begin + 200]
            )
        )
    desk.ask("warm")

    def ask(query: str) -> float:
        forget(desk.finder)
        began = time.perf_counter()
        desk.ask(query, limit=EXCERPTS)
        return 1000 * (time.perf_counter() - began)

    return ask


def recoll(folder: Path, place: Path) -> Callable[[str], float]:
    """Make Recoll's index of a folder; return what asks it and tells the milliseconds."""
    place.mkdir()
    (place / "recoll.conf").write_text(f"topdirs = {folder}\nskippedNames =\n", encoding="utf-8")
    environment = os.environ | {"RECOLL_CONFDIR": str(place)}
    run = ["recollindex", "-c", str(place)]
    subprocess.run(run, check=True, capture_output=True, env=environment)  # noqa: S603 (ours)
    command = [PYTHON, "-c", DRIVER, str(place), str(EXCERPTS)]
    driver = subprocess.Popen(  # noqa: S603 (ours)
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )

    def ask(query: str) -> float:
        assert driver.stdin is not None
        assert driver.stdout is not None
        driver.stdin.write(query + "\n")
        driver.stdin.flush()
        return float(driver.stdout.readline().split()[0])

    return ask


def _has_module() -> bool:
    command = [PYTHON, "-c", "import recoll.recoll"]
    return not subprocess.run(command, check=False, capture_output=True).returncode  # noqa: S603 (ours)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
