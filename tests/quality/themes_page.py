"""Writes the help page on how good suggestions are, from passages that no rule was tuned on.

    PYTHONPATH=. python tests/quality/themes_page.py [CORPUS]

writes resources/help/suggestions.md; it skips with a message where the labelled passages are
absent. The page holds counts and shares alone: no words of any document.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from caseview.domain.codebook import Codebook
from caseview.domain.suggestion import Level
from caseview.tagging.codebook_text import read_codebook
from caseview.tagging.suggest import Tagger
from tests.quality.concerns import concerns
from tests.quality.reviews import reviews as more_reviews
from tests.quality.themes import (
    CORE,
    CORPUS,
    MARKERS,
    ROOT,
    Labelled,
    Tally,
    context_as_gap,
    coroners,
    reviews,
    say,
    share,
    tallies,
    together,
    tuned_on,
)
from tests.quality.whole_reports import SAME_MEANING, SURE_ENOUGH, counts, reports

PAGE = ROOT / "resources" / "help" / "suggestions.md"
FEWEST = 5
_LEVELS = {
    Level.READING: "Close reading (all)",
    Level.NORMAL: "Normal",
    Level.SURE: "Sure only",
}
_TOP = """# How good are suggestions?

A suggestion is a proposal. It counts for nothing until a person accepts it. This page says how
often suggestions were right, and how much they left unfound, on documents that nobody read
while the rules were written and the telling words learned. It is made by a command from that
measurement; nothing on it is chosen by hand.

Two kinds of material were used. **Concerns of coroners** are single paragraphs of published
reports, each labelled for ten broad themes by one person. **Long reviews** are invented reviews
of adults, children and domestic abuse, written and labelled paragraph by paragraph with the whole
codebook. Both sets are small. **More concerns** and **more reviews** are larger ones, of published
reports and of invented reviews by other hands, labelled once each for this measurement after the
same rules.

- *Right* is the share of suggestions shown that the person had labelled too.
- *Found* is the share of the person's labels that had a suggestion.
- F1 is one figure for both. Two people who label the same paragraphs apart reach about .90 with
  each other on the concerns and .77 on the long reviews.
- In brackets stands the range within which the true share lies in 95 of 100 cases. Few labels
  make it wide.
"""
_BOTTOM = """## What this means for your work

- At *Normal* much of what a long review says about a theme has no suggestion. Do not take the
  absence of suggestions for the absence of a theme: read, search, and use the list of what the
  rules may have missed.
- *Close reading* shows more, and much of it is wrong. Use it when nothing may be missed.
- *Sure only* shows little, and most of it is right. Use it for a first look at many documents.
- The share shown with a suggestion is an estimate: of suggestions shown at 80 in 100, about 80 in
  100 should be right. The table above says how near that comes.
- Rules look for wording; telling words, learned from invented paragraphs, weigh what else is said.
  Together they still miss most what is told by irony, by quotation, or as a story of its own. A
  suggestion that telling words made alone says so, and is never shown at *Sure only*.
- Whether a passage reads as gap, good practice, recommended, improved or context is also a
  proposal. Look at it before you accept.
- Your own reviews may be written differently. The share of suggestions accepted, on the page of
  the codebook, says how suggestions do on yours.
"""


def page(book: Codebook, parts: dict[str, list[Labelled]], whole: Iterable[str]) -> str:
    """Return the page as Markdown; `parts` are named sets of passages, `whole` lines of a table."""
    lines = [_TOP, *_levels(parts)]
    for title, labelled in parts.items():
        lines += ["", f"## {title}: each theme at Normal", "", *_themes(book, labelled)]
    lines += ["", "## Is the share shown right?", "", *_calibration(parts)]
    lines += ["", "## Words without the theme", "", *_context(parts)]
    lines += ["", "## Whole reports", "", *whole, "", _BOTTOM]
    return "\n".join(lines)


def _levels(parts: dict[str, list[Labelled]]) -> Iterator[str]:
    for title, labelled in parts.items():
        documents = len({one.document for one in labelled})
        yield f"\n## {title}: {len(labelled)} paragraphs of {documents} documents\n"
        yield "| Shown | Right | Found | F1 | Labels |"
        yield "|---|---|---|---|---|"
        for level, words in _LEVELS.items():
            yield _row(words, together(tallies(labelled, level.least).values()))


def _row(name: str, tally: Tally) -> str:
    shown = tally.right + tally.wrong
    right = share(tally.right, shown) if shown else "none shown"
    found = share(tally.right, tally.right + tally.missed)
    return f"| {name} | {right} | {found} | {tally.f1:.2f} | {tally.right + tally.missed} |"


def _themes(book: Codebook, labelled: Sequence[Labelled]) -> Iterator[str]:
    names = {theme.id: theme.name for theme in book.themes}
    by_theme = tallies(labelled, Level.NORMAL.least)
    often = {name: one for name, one in by_theme.items() if one.right + one.missed >= FEWEST}
    yield "| Theme | Right | Found | F1 | Labels |"
    yield "|---|---|---|---|---|"
    for theme, tally in sorted(often.items(), key=lambda one: -one[1].f1):
        yield _row(names.get(theme, theme.replace("-", " ").capitalize()), tally)
    yield f"\nThemes with fewer than {FEWEST} labels are left out: they say too little."


def _calibration(parts: dict[str, list[Labelled]]) -> Iterator[str]:
    seen: dict[int, list[bool]] = defaultdict(list)
    for labelled in parts.values():
        for one in labelled:
            for theme, said in one.found.items():
                if theme not in MARKERS:
                    seen[int(said.confidence * 10)].append(theme in one.gold)
    yield "| Share shown | Right | Suggestions |"
    yield "|---|---|---|"
    for tenth, right in sorted(seen.items()):
        told = f"{tenth * 10} to {tenth * 10 + 9} in 100"
        yield f"| {told} | {share(sum(right), len(right))} | {len(right)} |"


def _context(parts: dict[str, list[Labelled]]) -> Iterator[str]:
    yield "Of passages that name a theme and judge nothing, this share was shown as gap:\n"
    for title, labelled in parts.items():
        wrong, of = context_as_gap(labelled)
        yield f"- {title}: {share(wrong, of)} of {of}"


def _whole(tagger: Tagger, corpus: Path) -> Iterator[str]:
    held = [one for one in reports(tagger, corpus) if not tuned_on(one.name)]
    yield (
        f"Researchers gave {len(held)} reports on medicines themes of their own. Five of these say"
        " nearly what themes of the codebook say. A report counts as having one when a concern has"
        f" a suggestion of at least {SURE_ENOUGH:.0%}.\n"
    )
    yield "| Subject | Right | Found | F1 | Labels |"
    yield "|---|---|---|---|---|"
    for name in SAME_MEANING:
        yield _row(name.capitalize(), Tally(*counts(held, name, SURE_ENOUGH)))


def main() -> None:
    """Measure what nobody tuned on, and write the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS)
    corpus = parser.parse_args().corpus
    if not corpus.exists():
        say(f"No labelled passages at {corpus}: nothing written.")
        return
    book = read_codebook(CORE.read_text(encoding="utf-8"))
    tagger = Tagger(book)
    parts = {
        title: [one for one in source(tagger, corpus) if not tuned_on(one.document)]
        for title, source in (("Concerns of coroners", coroners), ("Long reviews", reviews))
    }
    parts["More concerns"] = list(concerns(tagger, corpus / "real" / "pfd", "held"))
    parts["More reviews"] = list(more_reviews(tagger, "held"))
    PAGE.write_text(page(book, parts, list(_whole(tagger, corpus))), encoding="utf-8")
    say(f"{PAGE.relative_to(ROOT)} written.")


if __name__ == "__main__":
    main()
