"""Learn the telling words of the core codebook's themes from packaging/paragraphs/*.txt.

Run it as ``PYTHONPATH=. python packaging/telling_words.py`` from the root of the repository; it
needs scikit-learn, which the application itself does not. The paragraphs are invented and labelled
theme by theme; nothing else is looked at. For each theme a logistic regression is fitted to words
scaled by how much likelier they are with the theme than without (S. Wang and C. Manning, "Baselines
and bigrams", 2012). Of its weights those above 0 are kept that matter most.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from math import log, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from caseview.domain.telling import TellingWords
from caseview.tagging.codebook_text import read_codebook, write_codebook
from caseview.tagging.families import classes
from caseview.tagging.matcher import fold
from caseview.tagging.notation import parse_named
from caseview.tagging.prefilter import WORD
from caseview.tagging.sentences import sentences
from caseview.tagging.telling import FEWEST_FAMILIES
from caseview.tagging.told_words import JOIN, Teller

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from caseview.domain.codebook import Codebook

ROOT = Path(__file__).resolve().parent.parent
PARAGRAPHS = ROOT / "packaging" / "paragraphs"
CORE = ROOT / "resources" / "codebooks" / "core.toml"
FEWEST_PARAGRAPHS = 3
MOST_WORDS = 1200
_STRENGTH, _ALPHA, _SCALE = 0.1, 2.0, 0.25
_USUAL_SHARE = 0.022
_TRUST_IN_SHARE = 0.4
_RARE = 15
_HEAD = re.compile(r"\[(?P<section>\w+)\]\s*(?P<labels>.*)")


@dataclass(frozen=True)
class Paragraph:
    """An invented paragraph: the sort of section it stands in, and how each theme reads in it."""

    section: str
    text: str
    themes: dict[str, str]


def read_paragraphs(folder: Path = PARAGRAPHS) -> Iterator[Paragraph]:
    """Yield the paragraphs of every file, in order; each is a line of labels and a line of text."""
    for path in sorted(folder.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            head, text = block.strip().split("\n")
            found = _HEAD.fullmatch(head.strip())
            if found is None:
                raise ValueError(f"{path.name}: {head}")
            labels = (one.strip().split(":") for one in found["labels"].split(",") if one.strip())
            yield Paragraph(found["section"], text.strip(), dict(labels))


def learn(codebook: Codebook, paragraphs: Sequence[Paragraph]) -> dict[str, TellingWords]:
    """Return the telling words of each theme that is not a marker, learned from the paragraphs."""
    table = _Table(codebook, paragraphs)
    return {
        theme.id: table.learned(np.array([theme.id in one.themes for one in paragraphs]))
        for theme in codebook.themes
        if not theme.retired and not theme.marker
    }


class _Table:
    """Which paragraph holds which feature, each paragraph of one length."""

    def __init__(self, codebook: Codebook, paragraphs: Sequence[Paragraph]) -> None:
        teller = Teller(classes(parse_named(codebook.words)))
        names = _names([one.text for one in paragraphs])
        held = [_features(teller, one.text, names) for one in paragraphs]
        counts = Counter(feature for features in held for feature in features)
        self._names = sorted(f for f, count in counts.items() if count >= FEWEST_PARAGRAPHS)
        place = {name: at for at, name in enumerate(self._names)}
        rows = [sorted(place[f] for f in features if f in place) for features in held]
        starts = np.cumsum([0, *map(len, rows)])
        ones = np.ones(int(starts[-1]))
        columns = np.array([at for row in rows for at in row])
        self._held = csr_matrix((ones, columns, starts), (len(rows), len(place)))
        self._counts = np.asarray(self._held.sum(0)).ravel()
        self._rarity = np.log((1 + len(rows)) / (1 + self._counts)) + 1
        lengths = [sum(JOIN not in f for f in features) for features in held]
        self._even = diags([1 / sqrt(max(n, FEWEST_FAMILIES)) for n in lengths]) @ self._held

    def learned(self, holds: Any) -> TellingWords:
        """Return the telling words of a theme; `holds` says which paragraphs hold it."""
        scale = np.abs(np.log(self._share(holds) / self._share(~holds))) * self._rarity * _SCALE
        fitted = LogisticRegression(C=_STRENGTH, max_iter=200, solver="liblinear")
        fitted.fit(self._even @ diags(scale), holds)
        weights = np.maximum(fitted.coef_[0] * scale, 0)
        kept = np.argsort(-weights * np.sqrt(self._counts), kind="stable")[:MOST_WORDS]
        rounded = np.zeros(len(weights))
        rounded[kept] = np.round(100 * weights[kept])
        usual = float((self._even @ rounded)[~holds].mean()) / 100
        usual -= _TRUST_IN_SHARE * log(holds.mean() / _USUAL_SHARE)
        names = (int(at) for at in sorted(kept) if rounded[at] >= 1)
        return TellingWords(round(usual, 3), {self._names[at]: int(rounded[at]) for at in names})

    def _share(self, holds: Any) -> Any:
        found = np.asarray(self._held[holds].sum(0)).ravel()
        return (found + _ALPHA) / (holds.sum() + 2 * _ALPHA)


def _features(teller: Teller, text: str, names: frozenset[str]) -> set[str]:
    folded = fold(text)
    found: set[str] = set()
    for start, end in sentences(text):
        words = WORD.findall(folded, start, end)
        families, pairs = teller.features("x" if word in names else word for word in words)
        found |= families | pairs
    return found


def _names(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that are names of people and places: rare, and mostly with a capital."""
    seen: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for text in texts:
        for start, end in sentences(text):
            for word in WORD.findall(text, start, end)[1:]:
                seen[word.lower()] += 1
                large[word.lower()] += word[0].isupper()
    return frozenset(
        word for word, count in seen.items() if count <= _RARE and large[word] > count / 2
    )


def rebuilt(codebook: Codebook, paragraphs: Sequence[Paragraph]) -> Codebook:
    """Return the codebook with telling words learned anew."""
    learned = learn(codebook, paragraphs)
    themes = tuple(replace(one, telling=learned.get(one.id)) for one in codebook.themes)
    return replace(codebook, themes=themes)


def main() -> None:
    """Write the core codebook with telling words learned anew."""
    codebook = read_codebook(CORE.read_text(encoding="utf-8"))
    after = rebuilt(codebook, list(read_paragraphs()))
    CORE.write_text(write_codebook(after), encoding="utf-8")


if __name__ == "__main__":
    main()
