"""The verb import: files and folders in, one outcome a file."""

import argparse
import os
import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event

from caseview.cli import shapes
from caseview.cli.arguments import whole
from caseview.cli.opening import Verbs, add_casebook, add_verb, opened
from caseview.cli.output import Output, Progress, note
from caseview.domain.outcome import ImportOutcome, OutcomeKind
from caseview.usecases.import_documents import gather_files, import_documents, legible, stopped

_WORDS = {
    OutcomeKind.IMPORTED: "imported",
    OutcomeKind.ALREADY_HERE: "already here",
    OutcomeKind.NEW_VERSION: "new versions",
    OutcomeKind.NO_TEXT: "no text",
    OutcomeKind.REFUSED: "not imported",
}


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = add_verb(
        verbs, "import", "import files and folders", "import learning.casebook Reviews/"
    )
    add_casebook(parser)
    parser.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="files and folders")
    parser.add_argument(
        "--jobs",
        type=whole(1, 64),
        default=max(1, os.cpu_count() or 1),
        metavar="N",
        help="how many files to read at once",
    )
    parser.set_defaults(run=_import)


class _Files(Progress):
    """Files done, and the pages of the scan in hand."""

    def page(self, path: str, read: int, of: int) -> None:
        """Say how many of a scan's pages are read."""
        self.within(f"{legible(Path(path).name)}: scanned page {read} of {of}")


@contextmanager
def stopping() -> Iterator[Event]:
    """Turn Ctrl+C into a wish to stop after the files in hand; a second one stops at once."""
    wish = Event()

    def asked(*_: object) -> None:
        wish.set()
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, asked)
    try:
        yield wish
    finally:
        signal.signal(signal.SIGINT, before)


def _import(args: argparse.Namespace) -> int:
    out = Output(args.json)
    batch = gather_files(args.paths, casebook=args.casebook)
    progress = _Files(len(batch.files) + len(batch.refused), "files")
    seen: list[ImportOutcome] = []
    heard = True
    with opened(args) as (home, casebook), stopping() as stop:
        with casebook.reading() as work:
            batch = replace(batch, codebook=work.codebook)
            reader = home.reader(work.codebook, progress.page)
        outcomes = import_documents(casebook, reader, batch, jobs=args.jobs, stop=stop.is_set)
        for outcome in outcomes:
            seen.append(outcome)
            progress.step()
            if args.json and heard:
                heard = _told(out, outcome)
                if not heard:
                    stop.set()
        progress.end()
    if not args.json:
        print_outcomes(out, seen)
    if stop.is_set():
        note(stopped(sum(outcome.document_id is not None for outcome in seen)))
    refused = any(outcome.outcome is OutcomeKind.REFUSED for outcome in seen)
    return 1 if refused or stop.is_set() else 0


def _told(out: Output, outcome: ImportOutcome) -> bool:
    """Print an outcome; return False when nobody listens any more (`| head`)."""
    try:
        out.line(shapes.outcome(outcome))
    except BrokenPipeError:
        return False
    return True


def print_outcomes(out: Output, seen: list[ImportOutcome]) -> None:
    """Print what happened to each file, why where it needs saying, and the sums."""
    out.table(
        ["File", "Outcome", "Kind", "Form", "Pages", "Words"],
        [
            (
                Path(outcome.path).name,
                outcome.outcome.value.replace("_", " "),
                outcome.kind.label if outcome.kind else "",
                outcome.form.label if outcome.form else "",
                outcome.pages or "",
                outcome.words or "",
            )
            for outcome in seen
        ],
    )
    for outcome in seen:
        if outcome.reason:
            words = f"{outcome.reason} {outcome.advice}".strip()
            out.say(f"{Path(outcome.path).name}: {words}")
    counted = Counter(outcome.outcome for outcome in seen)
    out.say(
        ", ".join(f"{counted[kind]:,} {words}" for kind, words in _WORDS.items() if counted[kind])
        or "Nothing to import."
    )
