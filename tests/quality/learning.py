"""What learned rules add after a person's decisions, tried on documents they have not seen.

    PYTHONPATH=. python tests/quality/learning.py [CORPUS]

takes the ten-theme labels of coroners' concerns as decisions, one lesson a theme, and prints the
F1 of the rules alone and with what was learned, each decision judged without its document; then
what the switch makes of it: a rule is on only where it surely gained.
"""

import csv
import sys
from pathlib import Path

from caseview.domain.learned import Example, Lesson
from caseview.domain.passage import Passage
from caseview.domain.section import SectionRole
from caseview.domain.suggestion import Level
from caseview.learning.training import train
from caseview.tagging.codebook_text import read_codebook
from caseview.tagging.features import features
from caseview.tagging.suggest import Tagger
from tests.quality.themes import CORE, CORPUS, PFD_THEMES, Labelled, coroners

GOLD = "gold/pfd_passages_10themes.csv"


def main() -> int:
    """Print the table; 1 when a rule that is on made its theme worse, 2 without the corpus."""
    corpus = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    if not (corpus / GOLD).is_file():
        sys.stdout.write(f"There is no labelled corpus at {corpus}, so nothing was measured.\n")
        return 2
    tagger = Tagger(read_codebook(CORE.read_text(encoding="utf-8")))
    sys.stdout.write(f"{'theme':28} decided holding  rules  with learned  gain 95 % interval  on\n")
    worse = 0
    for slug, examples in _examples(tagger, corpus).items():
        rule = train(Lesson(slug, examples), "")
        if rule is None:
            sys.stdout.write(f"{slug:28} too few decisions\n")
            continue
        trial = rule.trial
        worse += rule.is_on and trial.gain < 0
        sys.stdout.write(
            f"{slug:28} {trial.decided:7} {trial.holding:7}  {trial.rules.f1:5.2f}  "
            f"{trial.learned.f1:12.2f}  {trial.low:+.2f} to {trial.high:+.2f}    "
            f"{'yes' if rule.is_on else 'no'}\n"
        )
    return 1 if worse else 0


def _examples(tagger: Tagger, corpus: Path) -> dict[str, tuple[Example, ...]]:
    """Return the decisions on each theme."""
    texts = _texts(corpus)
    labelled = list(coroners(tagger, corpus))
    number = {name: place for place, name in enumerate(sorted({one.document for one in labelled}))}
    return {
        slug: tuple(
            Example(
                number[one.document],
                features(Passage(0, len(text), text, 1, None, SectionRole.CONCERNS)),
                holds=slug in one.gold,
                rules_say=_says(one, slug),
            )
            for one, text in zip(labelled, texts, strict=True)
        )
        for slug in PFD_THEMES
    }


def _says(one: Labelled, slug: str) -> bool:
    found = one.found.get(slug)
    return found is not None and found.confidence >= Level.NORMAL.least


def _texts(corpus: Path) -> list[str]:
    with (corpus / GOLD).open(encoding="utf-8", newline="") as file:
        return [row["text"] for row in csv.DictReader(file)]


if __name__ == "__main__":
    sys.exit(main())
