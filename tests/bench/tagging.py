"""How fast suggestions are made, against a plain loop over all patterns.

    python tests/bench/tagging.py [TEXT ...]

reads text files (the invented sample reviews when none are given), cuts them into passages of 80
words and prints passages a second on one core, the ratio to the plain loop, and peak memory.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from caseview.collector import keep_for_good, look_seldom
from caseview.domain.codebook import Codebook
from caseview.domain.document import Form, Kind
from caseview.domain.passage import Passage
from caseview.domain.section import SectionRole
from caseview.readers.child import YOUNG
from caseview.tagging.codebook_text import read_codebook
from caseview.tagging.matcher import Matcher, fold
from caseview.tagging.notation import parse_named
from caseview.tagging.sentences import sentences
from caseview.tagging.suggest import Tagger

ROOT = Path(__file__).parents[2]
CORE = ROOT / "resources" / "codebooks" / "core.toml"
SAMPLE = ROOT / "packaging" / "sample"
WORDS = 80
MOST = 6000
LEAST = 2000
PLAIN = 40


def cut(texts: Sequence[str]) -> list[Passage]:
    """Return passages of 80 words each."""
    words = [word for text in texts for word in text.split()]
    made: list[Passage] = []
    for begin in range(0, min(len(words) - WORDS, MOST * WORDS), WORDS):
        text = " ".join(words[begin : begin + WORDS])
        start = made[-1].end + 2 if made else 0
        made.append(
            Passage(start, start + len(text), text, len(made) + 1, None, SectionRole.ANALYSIS)
        )
    return made


def plain_loop(codebook: Codebook) -> Callable[[Passage], int]:
    """Return what looks for every pattern in every sentence of a passage."""
    named = parse_named(codebook.words)
    matchers = [Matcher(rule.pattern, named) for theme in codebook.themes for rule in theme.rules]

    def look(passage: Passage) -> int:
        folded = fold(passage.text)
        return sum(
            matcher.find(folded, start, end) is not None
            for start, end in sentences(passage.text)
            for matcher in matchers
        )

    return look


def peak_megabytes() -> float | None:
    """Return the most memory this process has held, None where the system does not say."""
    if find_spec("resource") is None:
        return None
    resource = import_module("resource")
    held: int = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("texts", nargs="*", type=Path)
    chosen = parser.parse_args()
    codebook = read_codebook(CORE.read_text(encoding="utf-8"))
    paths = chosen.texts or sorted(SAMPLE.glob("*.md"))
    made = cut([path.read_text(encoding="utf-8") for path in paths])
    tagger = Tagger(codebook)
    tagger.suggest(made, kind=Kind.SAR, form=Form.FULL_REPORT)  # patterns compile here
    keep_for_good()  # as a reading child does
    look_seldom(YOUNG)
    rounds = 1 + LEAST // len(made)
    begun = time.process_time()
    for _ in range(rounds):
        found = tagger.suggest(made, kind=Kind.SAR, form=Form.FULL_REPORT)
    each = (time.process_time() - begun) / (len(made) * rounds)
    memory = peak_megabytes()
    look = plain_loop(codebook)
    look(made[0])
    some = made[:: 1 + len(made) // PLAIN]
    begun = time.process_time()
    for passage in some:
        look(passage)
    plain = (time.process_time() - begun) / len(some)
    lines = [
        f"{len(made)} passages of {WORDS} words, {len(found)} suggestions",
        f"{1 / each:,.0f} passages a second; {plain / each:,.0f} times the plain loop",
    ]
    if memory is not None:
        lines.append(f"{memory:.0f} MB at most")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
