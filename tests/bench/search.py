"""How long search takes: build, add one document, size, and each class of query.

    python -m tests.bench.search [PASSAGES ...] [--random N]

makes a casebook of invented text for each number of passages (5,000 and 50,000 when none is
given; 250,000 on request), and prints milliseconds of CPU time. `--random` asks as many random
strings instead and says what became of them.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from caseview.domain.errors import QueryError
from caseview.domain.query import Search
from caseview.search.finder import QueryFinder
from caseview.search.full_text import FullTextIndex
from caseview.usecases.ports import Rows
from tests.bench.invented_words import Words
from tests.search.desk import Desk, doc, open_desk
from tests.search.noise import noise

PER_DOCUMENT = 90
RUNS = 5
SLOW = 1.0
CLASSES: dict[str, tuple[str, ...]] = {
    "rare word": ("$4000", "$9000", "$15000"),
    "medium word": ("$300", "$500", "$800"),
    "common word": ("staff", "police", "review"),
    "commonest words": ("the", "of", "and"),
    "AND of 3": ("staff risk police", "the $200 $150", "mental health $90"),
    "OR of 10": (
        "staff OR risk OR police OR child OR home OR $90 OR $120 OR $200 OR $300 OR $900",
        "the OR of OR and OR to OR in OR was OR that OR for OR is OR on",
    ),
    "phrase": ('"of the"', '"mental health"', '"staff of the"'),
    "near": ('"staff risk"~5', '"health service"~10', '"risk assessment"~>8'),
    "same sentence": ('"staff risk"~sentence',),
    "prefix": ("sta*", "hosp*", "risk*", "curio*"),
    "wildcard": ("*ation", "st*ff", "*tal*"),
    "fuzzy": ("curosity~", "stafing~2", "hospitl~"),
    "filtered": (
        "staff kind:sar",
        "risk year:[2018 TO 2020]",
        'the force:"Essex Police" role:findings',
        "police theme:staffing_capacity",
    ),
    "negation": ("staff NOT risk", "-the", "risk -kind:sar"),
    "fields only": ("kind:sar year:2020", "theme:record_keeping"),
}
HEAVY = {"OR of 10", "commonest words"}


def fill(desk: Desk, words: Words, passages: int) -> tuple[float, int]:
    """Write documents straight into the tables, then the index; return its seconds and letters."""
    made: list[tuple[int, str]] = []
    with desk.casebook.writing() as work:
        for number in range(1, passages // PER_DOCUMENT + 1):
            texts = [words.passage() for _ in range(PER_DOCUMENT)]
            made += _write_document(work.sql, words, number, texts)
        began = time.process_time()
        FullTextIndex().write(work.sql, made)
        seconds = time.process_time() - began
    return seconds, sum(len(text.encode()) for _, text in made)


def _write_document(
    rows: Rows, words: Words, number: int, texts: Sequence[str]
) -> list[tuple[int, str]]:
    kind = words.one_of("sar", "dhr", "cspr", "pfd")
    rows.write("INSERT INTO review VALUES (?, ?, ?, NULL, NULL)", [(number, f"R{number}", kind)])
    rows.write("INSERT INTO original VALUES (?, 1, 0, x'00')", [(f"{number:064}",)])
    rows.write(
        "INSERT INTO document VALUES (?1, ?1, 'x.docx', ?2, ?2, ?3, NULL, 'full_report', 0, '',"
        " 'Title', 1, 1, '', '2026-01-01', NULL, NULL, NULL)",
        [(number, f"{number:064}", kind)],
    )
    attributes = {
        "kind": kind,
        "year": words.one_of(*map(str, range(2012, 2025))),
        "force": words.one_of("Essex Police", "Kent Police", "Avon and Somerset Police"),
        "area": words.one_of("Essex", "Kent", "Bristol", "Leeds"),
    }
    rows.write(
        "INSERT INTO attribute VALUES (?, ?, ?, 0)",
        [(number, name, value) for name, value in attributes.items()],
    )
    first = (number - 1) * PER_DOCUMENT + 1
    made = list(enumerate(texts, start=first))
    rows.write(
        "INSERT INTO passage VALUES (?, ?, ?, '', 1, ?, 'body', 0, 0, 0, '', ?, ?, ?)",
        [
            (
                one,
                number,
                one - first,
                words.one_of("analysis", "findings", "chronology"),
                (one - first) * 10_000,
                (one - first) * 10_000 + len(text),
                text,
            )
            for one, text in made
        ],
    )
    themes = ("staffing_capacity", "professional_curiosity", "record_keeping")
    rows.write(
        "INSERT INTO suggestion VALUES (NULL, ?, ?, ?, ?, ?, 'gap', 0, 'rule.gap.1', ?, 0.8,"
        " 'undecided')",
        [
            (number, one, words.one_of(*themes), begins, begins + 5, "A plain reason. " * 6)
            for one, begins in ((one, (one - first) * 10_000) for one, _ in made)
            if words.one_of("yes", "no") == "yes"
        ],
    )
    return made


def measure(finder: QueryFinder, work: Callable[[], object]) -> float:
    """Return the median CPU milliseconds of several runs, none helped by the one before."""
    work()
    times = []
    for _ in range(RUNS):
        forget(finder)
        began = time.process_time()
        work()
        times.append(1000 * (time.process_time() - began))
    return statistics.median(times)


def forget(finder: QueryFinder) -> None:
    """Let the finder forget what it found, but not the words and places of the casebook."""
    state = finder._state
    for found in (state.kept.matches, state.kept.slots, state.asked.outcomes):
        found.clear()


def p95(values: Iterable[float]) -> float:
    """Return the value that 95 % do not pass."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]


def latencies(rows: Rows, finder: QueryFinder, words: Words) -> None:
    """Print a line for each class and the p95 over all of them."""
    firsts: dict[str, list[float]] = {}
    wholes: dict[str, list[float]] = {}
    say(f"{'class':18}{'hits':>10}{'first':>9}{'worst':>9}{'whole':>9}{'worst':>9}  ms")
    for name, queries in CLASSES.items():
        hits = []
        for query in (named(query, words) for query in queries):
            search = Search(query, limit=20)
            hits.append(finder.first(rows, search).total.passages)
            firsts.setdefault(name, []).append(measure(finder, partial(finder.first, rows, search)))
            wholes.setdefault(name, []).append(
                measure(finder, partial(finder.search, rows, search))
            )
        one, all_of = firsts[name], wholes[name]
        say(
            f"{name:18}{max(hits):10,}{statistics.median(one):9.1f}{max(one):9.1f}"
            f"{statistics.median(all_of):9.1f}{max(all_of):9.1f}"
        )
    heavy = [one for name, some in wholes.items() if name in HEAVY for one in some]
    light = [one for name, some in wholes.items() if name not in HEAVY for one in some]
    everything = [one for some in firsts.values() for one in some]
    say(f"p95: first rows and total {p95(everything):.1f} · whole answer {p95(light):.1f}")
    say(f"     OR of 10 and commonest words, whole answer {p95(heavy):.1f}")


def named(query: str, words: Words) -> str:
    """Return a query with `$n` standing for the n-th commonest word."""
    return " ".join(
        words.words[int(part[1:])] if part.startswith("$") else part for part in query.split(" ")
    )


def bench(passages: int, folder: Path) -> None:
    """Make a casebook of so many passages and print its figures."""
    words = Words()
    with open_desk(folder / f"{passages}.casebook") as desk:
        seconds, letters = fill(desk, words, passages)
        with desk.rows() as rows:
            size = rows.rows("SELECT sum(length(block)) FROM passage_words_data")[0][0]
            began = time.process_time()
            desk.finder.first(rows, Search("staff"))
            cold = time.process_time() - began
        say(f"\n{passages:,} passages, {letters / 1e6:.1f} MB of text")
        say(f"build {seconds:.2f} s · size {size / letters:.2f} of the text")
        say(f"first search of a session {1000 * cold:.0f} ms")
        say(f"add a document of 250 passages {add(desk, words)}")
        with desk.rows() as rows:
            latencies(rows, desk.finder, words)


def add(desk: Desk, words: Words) -> str:
    """Return how long a document of 250 passages takes to come and to go."""
    document = doc(*(words.passage() for _ in range(250)))
    began = time.process_time()
    (made,) = desk.add(document)
    added = time.process_time()
    desk.remove(made)
    gone = time.process_time()
    return f"{1000 * (added - began):.0f} ms, remove them {1000 * (gone - added):.0f} ms"


def ask_noise(count: int, folder: Path) -> None:
    """Ask random strings; print how many answered, were refused, broke or took too long."""
    draw = random.Random(7)  # noqa: S311 (texts, not secrets)
    became: Counter[str] = Counter()
    with open_desk(folder / "noise.casebook") as desk:
        fill(desk, Words(2000), 2000)
        with desk.rows() as rows:
            for _ in range(count):
                query = noise(draw)
                began = time.process_time()
                try:
                    desk.finder.search(rows, Search(query))
                    became["answered"] += 1
                except QueryError:
                    became["refused in plain words"] += 1
                if time.process_time() - began > SLOW:
                    became["over 1 s"] += 1
                    say(ascii(query)[:200])
    say(" · ".join(f"{number:,} {what}" for what, number in became.items()))


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("passages", nargs="*", type=int, default=[5_000, 50_000])
    parser.add_argument("--random", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if asked.random:
            ask_noise(asked.random, Path(folder))
            return
        for passages in asked.passages:
            bench(passages, Path(folder))


if __name__ == "__main__":
    main()
