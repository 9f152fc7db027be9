"""The verb demo: the sample casebook in a window, or its cross-tab, Word and Excel files."""

import argparse
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from caseview.cli import count_verbs, shapes
from caseview.cli.import_verb import print_outcomes
from caseview.cli.opening import Verbs, add_verb
from caseview.cli.output import Output, Progress
from caseview.domain.crosstab import Counts, CrossTabSpec
from caseview.domain.errors import CaseViewError
from caseview.domain.outcome import ImportOutcome, OutcomeKind
from caseview.domain.summary import SummarySpec
from caseview.usecases.build_crosstab import build_crosstab
from caseview.usecases.compose_summary import compose_summary
from caseview.usecases.export_summary import export_summary
from caseview.usecases.export_table import export_table
from caseview.usecases.import_documents import gather_files, import_documents
from caseview.usecases.work import Casebook
from caseview.wiring import House, Opening, house, now

_THEMES = ("professional_curiosity", "staffing_capacity", "information_sharing")
_CODER = "SAMPLE"


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = add_verb(
        verbs,
        "demo",
        "show CaseView at work on the sample casebook",
        "demo --out sample --no-window",
    )
    parser.add_argument(
        "--out", type=Path, default=Path("caseview-demo"), metavar="DIR", help="where files go"
    )
    parser.add_argument(
        "--no-window", action="store_true", help="print and write files even with a display"
    )
    parser.set_defaults(run=_demo)


def has_display() -> bool:
    """Return whether a window could be shown here."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _demo(args: argparse.Namespace) -> int:
    if has_display() and not args.no_window and not args.json:
        # Its own process: this face never loads Qt.
        window = [sys.executable, "-m", "caseview.desktop", "--sample"]
        ended = subprocess.call(window)  # noqa: S603 (our own program, no words from outside)
        return 1 if ended else 0
    home = house()
    _make_folder(args.out)
    with closing(_sample(home, args.out / "sample.casebook")) as casebook:
        outcomes = _import(home, casebook)
        if not args.json:
            _say_what_came_in(outcomes)
        files = _write(home, casebook, args.out, quiet=args.json)
        info = casebook.info()
    if args.json:
        Output(as_json=True).document({
            **{name: str(path) for name, path in files.items()},
            "casebook": info.path,
            "reviews": info.reviews,
            "documents": info.documents,
            "suggestions": info.suggestions,
            "outcomes": [shapes.outcome(outcome) for outcome in outcomes],
        })
    else:
        print(f"\nWritten: {', '.join(map(str, files.values()))}")
    return 1 if any(item.outcome is OutcomeKind.REFUSED for item in outcomes) else 0


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise CaseViewError(
            f"The folder “{folder}” cannot be made, so the demo has nowhere to write.",
            "Give another folder with --out.",
        ) from fault


def _sample(home: House, path: Path) -> Casebook:
    opening = Opening(coder=_CODER)
    if path.exists():
        return home.open_casebook(path, opening)
    return home.new_casebook(path, opening, title="Sample casebook")


def _import(home: House, casebook: Casebook) -> list[ImportOutcome]:
    files = [
        path
        for path in gather_files([home.places.sample]).files
        if path.suffix in {".docx", ".pdf", ".txt"}
    ]
    batch = gather_files(files)
    with casebook.reading() as work:
        reader = home.reader(work.codebook)
    progress = Progress(len(batch.files) + len(batch.refused), "documents")
    outcomes = []
    for outcome in import_documents(
        casebook, reader, batch, jobs=max(1, os.cpu_count() or 1), stop=lambda: False
    ):
        outcomes.append(outcome)
        progress.step()
    progress.end()
    return outcomes


def _write(home: House, casebook: Casebook, folder: Path, *, quiet: bool) -> dict[str, Path]:
    """Print the cross-tab unless `quiet`; write the Word and the Excel file; return their paths."""
    finder = home.finder()
    table = build_crosstab(casebook, finder, CrossTabSpec(counts=Counts.PROVISIONAL), now)
    if not quiet:
        count_verbs.print_table(table)
    files = {"summary": folder / "summary.docx", "crosstab": folder / "crosstab.xlsx"}
    spec = SummarySpec(themes=_THEMES, counts=Counts.PROVISIONAL, marking="SAMPLE: ALL INVENTED")
    summary = compose_summary(casebook, finder, spec, now)
    export_summary(casebook, home.summary_writer(), summary, files["summary"], template=None)
    writer = home.table_writer(".xlsx")
    export_table(casebook, finder, table, writer, files["crosstab"])
    return files


def _say_what_came_in(outcomes: list[ImportOutcome]) -> None:
    fresh = [item for item in outcomes if item.outcome is not OutcomeKind.ALREADY_HERE]
    if fresh:
        print_outcomes(Output(as_json=False), fresh)
        print()
