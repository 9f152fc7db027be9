"""How much is looked for in a text: few of thousands of patterns, and seldom in vain."""

from itertools import chain
from pathlib import Path

import pytest

from caseview.domain.codebook import Codebook
from caseview.tagging.matcher import fold
from caseview.tagging.notation import parse_named
from caseview.tagging.prefilter import WORD
from caseview.tagging.seeking import Seeker
from caseview.tagging.sentence import Sentence
from caseview.tagging.sentences import sentences

SAMPLE = Path(__file__).parents[2] / "packaging" / "sample"


@pytest.fixture(scope="module")
def seeker(core: Codebook) -> Seeker:
    return Seeker(core, parse_named(core.words))


@pytest.fixture(scope="module")
def looked_at(seeker: Seeker) -> list[Sentence]:
    """Every fourth sentence of the invented reviews."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLE.glob("*.md"))]
    return [
        seeker.sentence(text, folded, span, WORD.findall(folded, *span))
        for text in texts
        for folded in [fold(text)]
        for span in list(sentences(text))[::4]
    ]


def test_in_a_sentence_a_few_of_thousands_of_patterns_are_tried(
    core: Codebook, looked_at: list[Sentence]
) -> None:
    patterns = sum(len(theme.rules) for theme in core.themes)
    assert patterns > 3000
    assert sum(len(one.candidates) for one in looked_at) < 0.005 * patterns * len(looked_at)


def test_at_least_one_in_three_of_what_is_tried_matches(
    seeker: Seeker, looked_at: list[Sentence]
) -> None:
    tried = sum(len(one.candidates) for one in looked_at)
    found = len(list(chain.from_iterable(map(seeker.hits, looked_at))))
    cues = sum(len(list(one.cues)) for one in looked_at)
    assert found + cues > tried / 3


def test_most_sentences_have_no_cue_to_be_looked_at(looked_at: list[Sentence]) -> None:
    assert sum(not one.cues for one in looked_at) > len(looked_at) / 3
