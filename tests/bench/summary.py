"""How long a summary of 1,000 quotes takes to Word, every quote compared with its source.

    python -m tests.bench.summary [--in FOLDER]

imports the sample into a casebook, puts as many themes and all their quotes in as make 1,000
(some twice), and prints the seconds of three writings.
"""

import argparse
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from caseview.domain.crosstab import Counts
from caseview.domain.summary import Quotes, Summary, SummarySpec
from caseview.usecases.compose_summary import compose_summary
from caseview.usecases.export_summary import export_summary
from caseview.usecases.import_documents import gather_files, import_documents
from caseview.wiring import Opening, house, now

QUOTES = 1000


def repeated(summary: Summary) -> Summary:
    """Return the summary with its sections again and again until there are enough quotes."""
    sections, count = [], 0
    while count < QUOTES:
        for section in summary.sections:
            if count < QUOTES:
                sections.append(section)
                count += len(section.evidence) + len(section.recommendations)
    return replace(summary, sections=tuple(sections))


def measure(folder: Path) -> None:
    """Make the casebook in a folder and print the seconds."""
    home = house()
    path = folder / "bench.casebook"
    with closing(home.new_casebook(path, Opening(coder="BENCH"), title="Bench")) as casebook:
        with casebook.reading() as work:
            reader = home.reader(work.codebook)
            themes = tuple(theme.id for theme in work.codebook.themes)
        batch = gather_files([home.places.sample])
        for _ in import_documents(casebook, reader, batch, jobs=2, stop=lambda: False):
            pass
        spec = SummarySpec(themes, Counts.PROVISIONAL, Quotes.ALL)
        summary = repeated(compose_summary(casebook, home.finder(), spec, now))
        for _ in range(3):
            began = time.perf_counter()
            checked = export_summary(
                casebook, home.summary_writer(), summary, folder / "summary.docx"
            )
            seconds = time.perf_counter() - began
            sys.stdout.write(f"{checked} quotes: {seconds:.2f} s\n")


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--in", dest="folder", type=Path, help="keep the casebook here")
    folder = parser.parse_args().folder
    if folder is not None:
        measure(folder)
        return
    with tempfile.TemporaryDirectory() as made:
        measure(Path(made))


if __name__ == "__main__":
    main()
