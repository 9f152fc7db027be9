"""How long a team waits: merging two coders' casebooks, and REFI-QDA projects out and in.

    python -m tests.bench.exchange [DOCUMENTS]

imports invented reviews (200 when no number is given), lets one coder accept the surest
suggestions and another, in a copy, reject half of them, and prints the seconds of previewing and
making a merge, of the same again, and of a project written and read.
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from caseview.domain.suggestion import Decision
from caseview.usecases.decide import Ruling, decide
from caseview.usecases.import_documents import gather_files, import_documents
from caseview.usecases.merge_casebooks import merge_casebooks, preview_merge
from caseview.usecases.work import Casebook
from caseview.wiring import Opening, house, now
from caseview.wiring.comparing import other_casebook
from caseview.wiring.exchanging import Exchanging
from caseview.wiring.house import House
from tests.bench.made_texts import Texts

PARAGRAPHS = 40
SURE = 0.8
T = TypeVar("T")


def _took(name: str, action: Callable[[], T]) -> T:
    began = time.perf_counter()
    found = action()
    sys.stdout.write(f"{name:34}{time.perf_counter() - began:8.2f} s\n")
    sys.stdout.flush()
    return found


def _fill(home: House, casebook: Casebook, files: Path) -> None:
    with casebook.reading() as work:
        reader = home.reader(work.codebook)
    for _ in import_documents(casebook, reader, gather_files([files]), jobs=2, stop=lambda: False):
        pass


def _decide(casebook: Casebook, coder: str, decisions: tuple[Decision, ...]) -> int:
    """Decide the surest suggestions, one way after the other; return how many."""
    with casebook.reading() as work:
        sure = [one.id for one in work.decisions.suggestions() if one.suggestion.confidence >= SURE]
    for turn, decision in enumerate(decisions):
        ids = sure[turn :: len(decisions)]
        for start in range(0, len(ids), 500):
            decide(casebook, ids[start : start + 500], Ruling(decision), coder=coder, now=now)
    return len(sure)


def measure(folder: Path, documents: int) -> None:
    """Make both casebooks in a folder and print the seconds."""
    home = house()
    ours, theirs = folder / "ours.casebook", folder / "theirs.casebook"
    files = Texts().write(folder / "files", documents, PARAGRAPHS)
    with closing(home.new_casebook(ours, Opening(coder="JB"), title="Ours")) as casebook:
        _fill(home, casebook, files)
    shutil.copyfile(ours, theirs)
    with closing(home.open_casebook(theirs, Opening(coder="SO"))) as casebook:
        _decide(casebook, "SO", (Decision.ACCEPTED, Decision.REJECTED))
    with closing(home.open_casebook(ours, Opening(coder="JB"))) as casebook:
        decided = _decide(casebook, "JB", (Decision.ACCEPTED,))
        sys.stdout.write(f"{documents} documents, {decided} suggestions decided on each side\n")
        with other_casebook(home, theirs, casebook, Opening(coder="JB")) as other:
            _took("preview of a merge", lambda: preview_merge(casebook, other, "theirs"))
            _took("merge", lambda: merge_casebooks(casebook, other, "theirs", coder="JB"))
            _took("the same again", lambda: merge_casebooks(casebook, other, "theirs", coder="JB"))
        project = folder / "project.qdpx"
        _took("project out", lambda: Exchanging(home, casebook, "JB").export_project(project))
    with closing(home.new_casebook(folder / "in.casebook", Opening(coder="JB"), title="In")) as new:
        _took("project in", lambda: Exchanging(home, new, "JB").load_project(project))


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", nargs="?", type=int, default=200)
    with tempfile.TemporaryDirectory() as made:
        measure(Path(made), parser.parse_args().documents)


if __name__ == "__main__":
    main()
