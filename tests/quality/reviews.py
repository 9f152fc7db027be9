"""How good suggestions are on invented reviews that were labelled by others than their authors.

    python -m tests.quality.reviews [--part tune|held|all]

prints the tables of `tests/quality/themes.py` for `labelled_reviews.txt`: stretches of 96 invented
reviews, wholly invented and no part of what telling words are learned from. Each passage was
labelled once, with all themes of the codebook and how each reads. Rules were tuned on the part
"tune"; of "held" nobody looks at more than the figures.
"""

import argparse
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from caseview.domain.document import Form, Kind, ParagraphStyle
from caseview.domain.section import SectionRole
from caseview.tagging.codebook_text import read_codebook
from caseview.tagging.suggest import Tagger
from tests.quality.themes import CORE, Labelled, passages, report

REVIEWS = Path(__file__).parent / "labelled_reviews.txt"
_HEAD = re.compile(r"\[(?P<role>\w+)\] ?(?P<labels>.*)")


def reviews(tagger: Tagger, part: str) -> Iterator[Labelled]:
    """Yield the labelled passages of the reviews of one part, with what is suggested on them."""
    blocks = REVIEWS.read_text(encoding="utf-8").strip().split("\n\n")
    number = 0
    for opens, some in groupby(blocks, key=lambda block: block.startswith("# ")):
        if opens:
            _, kind, its_part = list(some)[-1].split()
            number += 1
        elif its_part == part:
            yield from _suggested(tagger, Kind(kind), f"review {number}", list(some))


def _suggested(tagger: Tagger, kind: Kind, name: str, blocks: list[str]) -> list[Labelled]:
    labelled, parts = [], []
    for block in blocks:
        head, text = block.split("\n")
        found = _HEAD.fullmatch(head)
        if found is None:
            raise ValueError(head)
        pairs = [one.split(":") for one in found["labels"].split(", ") if one]
        labelled.append(Labelled(name, dict(pairs)))
        parts.append((text, SectionRole(found["role"]), ParagraphStyle.BODY, False))
    made = passages(parts)
    begins = [one.start for one in made]
    for said in tagger.suggest(made, kind=kind, form=Form.FULL_REPORT):
        labelled[bisect_right(begins, said.start) - 1].found[said.theme] = said
    return labelled


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--part", choices=("tune", "held", "all"), default="all")
    chosen = parser.parse_args()
    tagger = Tagger(read_codebook(CORE.read_text(encoding="utf-8")))
    for part in ("tune", "held"):
        if chosen.part in {part, "all"}:
            report(f"invented reviews, {part}", list(reviews(tagger, part)))


if __name__ == "__main__":
    main()
