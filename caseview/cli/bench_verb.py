"""The verb bench: makes passages from the invented sample and prints how fast the work goes."""

import argparse
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import TypeVar

from caseview.cli.opening import Verbs, add_verb
from caseview.cli.output import Output, note
from caseview.domain.crosstab import CrossTabSpec
from caseview.domain.description import Refused
from caseview.domain.document import ParagraphStyle
from caseview.domain.query import Search
from caseview.domain.summary import SummarySpec
from caseview.usecases.build_crosstab import build_crosstab
from caseview.usecases.compose_summary import compose_summary
from caseview.usecases.export_summary import export_summary
from caseview.usecases.export_table import export_table
from caseview.usecases.import_documents import gather_files, import_documents
from caseview.usecases.search_casebook import search_casebook
from caseview.usecases.work import Casebook
from caseview.wiring import House, Opening, house, now

_T = TypeVar("_T")
_PASSAGES_A_DOCUMENT = 250
_ROUNDS = 5
_QUERIES = {
    "one word": "curiosity",
    "common word": "the",
    "phrase": '"risk assessment"',
    "and": "police AND information AND review",
    "or": "curiosity OR staffing OR supervision OR training",
    "filtered": "risk kind:sar",
}
_KINDS = ("Safeguarding Adults Review", "Domestic Homicide Review", "Serious Case Review")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement: what, how long in seconds, and of how much."""

    what: str
    seconds: float
    of: str = ""


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = add_verb(
        verbs,
        "bench",
        "measure import, search, cross-tab and export on invented text",
        "bench --passages 5000",
    )
    parser.add_argument(
        "--passages", type=int, default=5000, metavar="N", help="how many passages to make"
    )
    parser.set_defaults(run=_bench)


def _bench(args: argparse.Namespace) -> int:
    home = house()
    with tempfile.TemporaryDirectory(prefix="caseview-bench-") as folder:
        figures = list(_figures(home, Path(folder), max(_PASSAGES_A_DOCUMENT, args.passages)))
    if args.json:
        Output(as_json=True).document([
            {"what": f.what, "seconds": round(f.seconds, 4), "of": f.of} for f in figures
        ])
        return 0
    Output(as_json=False).table(
        ["What", "Milliseconds", "Of"],
        [(f.what, f"{f.seconds * 1000:,.1f}", f.of) for f in figures],
    )
    return 0


def _figures(home: House, folder: Path, passages: int) -> Iterator[Figure]:
    note(f"Making {passages:,} passages from the invented sample.")
    files = _make_files(_sentences(home), folder / "documents", passages)
    path = folder / "bench.casebook"
    with closing(home.new_casebook(path, Opening("BENCH"))) as casebook:
        started = time.perf_counter()
        imported = _import(home, casebook, files)
        took = time.perf_counter() - started
        yield Figure("import, file to commit", took, f"{imported:,} documents")
        yield Figure("import, a passage", took / passages, f"{passages:,} passages")
        yield Figure("casebook", 0.0, f"{casebook.info().size / 1e6:,.1f} MB")
        yield from _searches(home, casebook)
        yield from _counts(home, casebook, folder)


def _searches(home: House, casebook: Casebook) -> Iterator[Figure]:
    finder = home.finder()
    for name, query in _QUERIES.items():
        seconds, answer = _timed(partial(search_casebook, casebook, finder, Search(query, 20)))
        yield Figure(f"search, {name}", seconds, f"{answer.total.passages:,} passages")


def _counts(home: House, casebook: Casebook, folder: Path) -> Iterator[Figure]:
    finder = home.finder()
    seconds, table = _timed(lambda: build_crosstab(casebook, finder, CrossTabSpec(), now))
    yield Figure("cross-tab, themes by kind", seconds, f"{len(table.rows)} themes")
    started = time.perf_counter()
    export_table(casebook, finder, table, home.table_writer(".xlsx"), folder / "table.xlsx")
    yield Figure("cross-tab to Excel, with evidence", time.perf_counter() - started)
    spec = SummarySpec(themes=("professional_curiosity", "staffing_capacity"), quotes=50)
    started = time.perf_counter()
    summary = compose_summary(casebook, finder, spec, now)
    checked = export_summary(casebook, home.summary_writer(), summary, folder / "summary.docx")
    took = time.perf_counter() - started
    yield Figure("summary to Word", took, f"{checked:,} quotes checked")


def _timed(work: Callable[[], _T]) -> tuple[float, _T]:
    """Return the median time of several rounds in seconds, and the last result."""
    times = []
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - started)
    return median(times), result


def _sentences(home: House) -> list[str]:
    """Return the body paragraphs of the sample, split at full stops."""
    files = [p for p in sorted(home.places.sample.iterdir()) if p.suffix in {".docx", ".pdf"}]
    reader = home.reader(home.codebook())
    found: list[str] = []
    for read in reader.read(files, jobs=os.cpu_count() or 1, stop=lambda: False):
        if not isinstance(read, Refused):
            for passage in read.description.passages:
                if passage.style is ParagraphStyle.BODY:
                    found += [part for part in passage.text.split(". ") if part]
    return sorted(found)


def _make_files(sentences: list[str], folder: Path, passages: int) -> tuple[Path, ...]:
    """Write text files of passages of about 80 words; the same ones each time."""
    draw = random.Random(passages)  # noqa: S311 (repeatable, not secret)
    folder.mkdir()
    for number in range(-(-passages // _PASSAGES_A_DOCUMENT)):
        title = f"{_KINDS[number % len(_KINDS)]}: Subject {number}\n\n{2015 + number % 10}"
        body = [
            ". ".join(draw.choices(sentences, k=4)).rstrip(".") + "."
            for _ in range(min(_PASSAGES_A_DOCUMENT, passages - number * _PASSAGES_A_DOCUMENT))
        ]
        text = "\n\n".join([title, "Analysis", *body])
        (folder / f"bench-{number:05}.txt").write_text(text, encoding="utf-8")
    return gather_files([folder]).files


def _import(home: House, casebook: Casebook, files: tuple[Path, ...]) -> int:
    with casebook.reading() as work:
        reader = home.reader(work.codebook)
    outcomes = import_documents(
        casebook, reader, gather_files(files), jobs=os.cpu_count() or 1, stop=lambda: False
    )
    return sum(outcome.document_id is not None for outcome in outcomes)
