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

from caseview.cli.arguments import whole
from caseview.cli.opening import Verbs, add_verb
from caseview.cli.output import Output, note
from caseview.counting import wording
from caseview.domain.crosstab import CellAddress, CrossTabSpec, Unit
from caseview.domain.description import Refused
from caseview.domain.document import ParagraphStyle
from caseview.domain.errors import CaseViewError
from caseview.domain.outcome import OutcomeKind
from caseview.domain.query import Answer, Search
from caseview.domain.summary import SummarySpec
from caseview.usecases.build_crosstab import build_crosstab
from caseview.usecases.compose_summary import compose_summary
from caseview.usecases.export_summary import export_summary
from caseview.usecases.export_table import export_table
from caseview.usecases.gather_evidence import gather_evidence
from caseview.usecases.import_documents import gather_files, import_documents
from caseview.usecases.ports import Finder
from caseview.usecases.search_casebook import search_at_once, search_casebook
from caseview.usecases.work import Casebook
from caseview.wiring import House, Opening, house, now

_T = TypeVar("_T")
_PASSAGES_A_DOCUMENT = 250
_ROUNDS = 5
_MILLI = 1000.0
_WARM = "warm~"
"""A search that has every word of the casebook read, as any day's first searches do."""
_THEMES = ("professional_curiosity", "staffing_capacity")
_TABLES = {
    "themes by kind": CrossTabSpec(),
    "themes by year": CrossTabSpec(columns="year"),
    "themes by themes": CrossTabSpec(columns="themes"),
}
_OR = "curiosity staffing supervision training police risk home school health review"
_QUERIES = {
    "rare word": "hoarding",
    "medium word": "curiosity",
    "common word": "review",
    "commonest word": "the",
    "and of 3": "police AND information AND review",
    "or of 10": _OR.replace(" ", " OR "),
    "phrase": '"risk assessment"',
    "near": '"risk assessment"~5',
    "same sentence": '"police risk"~sentence',
    "prefix": "safeg*",
    "wildcard": "*ation",
    "fuzzy": "curosity~",
    "filtered": "risk kind:sar year:[2018 TO 2020]",
}
_INDEX_SIZE = "SELECT sum(length(block)) FROM passage_words_data"
_TEXT_SIZE = "SELECT sum(length(CAST(text AS BLOB))) FROM passage"
_KINDS = ("Safeguarding Adults Review", "Domestic Homicide Review", "Serious Case Review")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement: what, how much in which unit, and of what it was taken."""

    what: str
    value: float
    unit: str
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
        "--passages", type=whole(1), default=5000, metavar="N", help="how many passages to make"
    )
    parser.set_defaults(run=_bench)


def _bench(args: argparse.Namespace) -> int:
    home = house()
    with tempfile.TemporaryDirectory(prefix="caseview-bench-") as folder:
        figures = list(_figures(home, Path(folder), args.passages))
    if args.json:
        Output(as_json=True).document([
            {"what": f.what, "value": round(f.value, 3), "unit": f.unit, "of": f.of}
            for f in figures
        ])
        return 0
    Output(as_json=False).table(
        ["What", "Figure", "Unit", "Of"],
        [(f.what, f"{f.value:,.1f}", f.unit, f.of) for f in figures],
    )
    return 0


def _figures(home: House, folder: Path, passages: int) -> Iterator[Figure]:
    note(f"Making {passages:,} passages from the invented sample.")
    files = _make_files(_sentences(home), folder / "documents", passages)
    path, opening = folder / "bench.casebook", Opening("BENCH")
    with closing(home.new_casebook(path, opening)) as casebook:
        yield from _imports(home, casebook, files)
    # Closed, the one file is the whole casebook.
    size = path.stat().st_size
    yield Figure("casebook on disk", size / 1e6, "MB", f"{size / passages / 1e3:,.1f} kB a passage")
    started = time.perf_counter()
    with closing(home.open_casebook(path, opening)) as casebook:
        took = time.perf_counter() - started
        yield Figure("open the casebook", took * _MILLI, "ms")
        yield from _searches(casebook)
        yield from _counts(home, casebook)
        yield from _exports(home, casebook, folder)


def _imports(home: House, casebook: Casebook, files: tuple[Path, ...]) -> Iterator[Figure]:
    jobs = os.cpu_count() or 1
    with casebook.reading() as work:
        reader = home.reader(work.codebook)
    started = time.perf_counter()
    outcomes = import_documents(
        casebook, reader, gather_files(files), jobs=jobs, stop=lambda: False
    )
    done: list[float] = []
    for outcome in outcomes:
        if outcome.outcome is not OutcomeKind.IMPORTED:
            raise CaseViewError(f"A measured file did not come in. {outcome.reason}")
        done.append(time.perf_counter() - started)
    info = casebook.info()
    rate = info.passages / done[-1]
    passages = wording.units(info.passages, Unit.PASSAGES)
    documents = wording.units(info.documents, Unit.DOCUMENTS)
    yield Figure("import, to the first document", done[0] * _MILLI, "ms", "children started")
    yield Figure(
        "import, file to commit", rate, "passages/s", f"{passages} in {documents}, {jobs} at once"
    )


def _searches(casebook: Casebook) -> Iterator[Figure]:
    with casebook.reading() as work:
        index, text = (work.sql.rows(sql)[0][0] for sql in (_INDEX_SIZE, _TEXT_SIZE))
    yield Figure("search index", index / 1e6, "MB", f"{index / text:.2f} of the text")
    for name, query in _QUERIES.items():
        search = Search(query, 20)
        for what, ask in (("first rows of", search_at_once), ("search,", search_casebook)):
            took, answer = _asked_cold(casebook, partial(ask, search=search))
            yield Figure(f"{what} {name}", took, "ms", f"{answer.total.passages:,} passages found")


def _asked_cold(
    casebook: Casebook, ask: Callable[[Casebook, Finder], Answer]
) -> tuple[float, Answer]:
    """Return the median time of several rounds, none helped by what one before had found."""
    times = []
    for _ in range(_ROUNDS):
        finder = house().finder()
        search_casebook(casebook, finder, Search(_WARM))
        started = time.perf_counter()
        answer = ask(casebook, finder)
        times.append(time.perf_counter() - started)
    return median(times) * _MILLI, answer


def _counts(home: House, casebook: Casebook) -> Iterator[Figure]:
    finder = home.finder()
    for name, spec in _TABLES.items():
        took, table = _timed(partial(build_crosstab, casebook, finder, spec, now))
        of = f"{len(table.rows)} rows, {len(table.columns)} columns, base {table.base:,}"
        yield Figure(f"cross-tab, {name}", took, "ms", of)
    one = CellAddress(_THEMES[0], None)
    took, evidence = _timed(partial(gather_evidence, casebook, finder, CrossTabSpec(), one))
    yield Figure("evidence of one number", took, "ms", f"{len(evidence.items):,} passages")


def _exports(home: House, casebook: Casebook, folder: Path) -> Iterator[Figure]:
    finder = home.finder()
    table = build_crosstab(casebook, finder, CrossTabSpec(), now)
    for ending in (".xlsx", ".docx", ".csv"):
        writer = home.table_writer(ending)
        path = folder / f"table{ending}"
        took, _ = _timed(partial(export_table, casebook, finder, table, writer, path), rounds=1)
        of = "with all its evidence" if writer.shows_evidence else ""
        yield Figure(f"cross-tab to {ending}", took, "ms", of)
    spec = SummarySpec(themes=_THEMES, quotes=50)

    def write() -> int:
        summary = compose_summary(casebook, finder, spec, now)
        return export_summary(casebook, home.summary_writer(), summary, folder / "summary.docx")

    took, checked = _timed(write, rounds=1)
    yield Figure("summary to .docx", took, "ms", f"{checked:,} quotes checked")


def _timed(work: Callable[[], _T], rounds: int = _ROUNDS) -> tuple[float, _T]:
    """Return the median time of several rounds in milliseconds, and the last result."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - started)
    return median(times) * _MILLI, result


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
