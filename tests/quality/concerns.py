"""How good suggestions are on the concerns of published coroners' reports, ten themes by hand.

    python -m tests.quality.concerns [CORPUS] [--part tune|held|all]

prints precision, recall and F1 with n and 95 % Wilson intervals by level and by theme, as
`tests/quality/themes.py` does for its smaller set. `labelled_concerns.csv` holds the labels and no
word of a report: it names a passage by the hash of its file's name and by its first and last
character there. Its passages were labelled for this measure by the codebook that CORPUS describes,
once each; 80 that were labelled twice agree with F1 .91. Rules were tuned on the part "tune";
of "held" nobody looks at more than the figures.
"""

import argparse
import csv
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from caseview.domain.document import ParagraphStyle
from caseview.domain.section import SectionRole
from caseview.domain.suggestion import Level
from caseview.tagging.codebook_text import read_codebook
from caseview.tagging.suggest import Tagger
from tests.quality.themes import (
    CORE,
    CORPUS,
    Labelled,
    of_ten,
    passages,
    print_calibration,
    say,
    tallies,
    together,
)

LABELS = Path(__file__).parent / "labelled_concerns.csv"
_HASH = 16


def concerns(tagger: Tagger, reports: Path, part: str) -> Iterator[Labelled]:
    """Yield the labelled concerns of the reports (.txt) in a folder, each read alone.

    Passages of reports that are not there are left out.
    """
    paths = {sha256(one.name.encode()).hexdigest()[:_HASH]: one for one in reports.glob("*.txt")}
    texts: dict[str, str] = {}
    with LABELS.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            name = row["document"]
            if part not in {row["part"], "all"} or name not in paths:
                continue
            if name not in texts:
                texts[name] = paths[name].read_text(encoding="utf-8")
            words = " ".join(texts[name][int(row["start"]) : int(row["end"])].split())
            pairs = [label.split(":") for label in row["labels"].split()]
            (passage,) = passages([(words, SectionRole.CONCERNS, ParagraphStyle.BODY, False)])
            yield Labelled(name, dict(pairs), of_ten(tagger, passage))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--part", choices=("tune", "held", "all"), default="all")
    chosen = parser.parse_args()
    reports = chosen.corpus / "real" / "pfd"
    if not reports.exists():
        say(f"No reports at {reports}: nothing measured.")
        return
    tagger = Tagger(read_codebook(CORE.read_text(encoding="utf-8")))
    for part in ("tune", "held"):
        if chosen.part not in {part, "all"}:
            continue
        labelled = list(concerns(tagger, reports, part))
        documents = len({one.document for one in labelled})
        say(f"\n== coroners' concerns, {part}: {len(labelled)} passages of {documents} reports")
        for level in Level:
            say(f"{level:<10} {together(tallies(labelled, level.least).values()).line()}")
        for theme, tally in sorted(tallies(labelled, Level.NORMAL.least).items()):
            say(f"{theme:<30} {tally.line()}")
        print_calibration(labelled)


if __name__ == "__main__":
    main()
