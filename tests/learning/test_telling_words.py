"""The telling words that are shipped are what the invented paragraphs teach."""

import csv
import re
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from caseview.domain.codebook import Codebook
from caseview.tagging.codebook_text import read_codebook

ROOT = Path(__file__).parents[2]
LEAST_ALIKE = 0.99
ALSO_WORDS_OR_SURNAMES = {
    "Arun", "Bath", "British Transport", "Copeland", "Harrow", "Hart", "Lancaster", "Poole",
    "Reading", "Rugby", "Swale", "area", "force",
}  # fmt: skip


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    """What learns the telling words, from packaging/."""
    sys.path.insert(0, str(ROOT / "packaging"))
    try:
        import telling_words  # noqa: PLC0415 - it stands outside the packages
    finally:
        sys.path.pop(0)
    return telling_words


@pytest.fixture(scope="module")
def core(maker: ModuleType) -> Codebook:
    return read_codebook(maker.CORE.read_text(encoding="utf-8"))


def test_learning_again_gives_the_words_that_are_shipped(maker: ModuleType, core: Codebook) -> None:
    """Other versions of the mathematics may round a weight otherwise: a hundredth is allowed.

    What one theme learns depends on no other, so that one in ten stands for all.
    """
    some = replace(core, themes=core.themes[::10])
    learned = maker.learn(some, list(maker.read_paragraphs()))
    for theme in some.themes:
        again, shipped = learned.get(theme.id), theme.telling
        assert (again is None) is (shipped is None)
        if again is None or shipped is None:
            continue
        assert again.usual == pytest.approx(shipped.usual, abs=0.01)
        both = again.weights.keys() & shipped.weights.keys()
        assert len(both) >= LEAST_ALIKE * len(shipped.weights)
        assert all(abs(again.weights[one] - shipped.weights[one]) <= 1 for one in both)


def test_every_theme_in_use_has_telling_words_and_no_marker_has(
    maker: ModuleType, core: Codebook
) -> None:
    for theme in core.themes:
        assert (theme.telling is not None) is not (theme.marker or theme.retired)
        if theme.telling is not None:
            assert 0 < len(theme.telling.weights) <= maker.MOST_WORDS
            assert min(theme.telling.weights.values()) > 0


def test_the_paragraphs_name_no_theme_that_the_codebook_lacks(
    maker: ModuleType, core: Codebook
) -> None:
    known = {theme.id for theme in core.themes}
    paragraphs = list(maker.read_paragraphs())
    assert len({one.text for one in paragraphs}) == len(paragraphs)
    assert all(one.themes.keys() <= known for one in paragraphs)
    assert {how for one in paragraphs for how in one.themes.values()} == {
        "gap", "good_practice", "recommended", "improved", "context",
    }  # fmt: skip
    assert any(not one.themes for one in paragraphs)


def test_the_paragraphs_name_no_area_or_force_that_there_is(maker: ModuleType) -> None:
    names = {
        row[0].removesuffix(" Police").removesuffix(" Constabulary")
        for listed in ("areas", "forces")
        for row in csv.reader(_lines(ROOT / "resources" / "lists" / f"{listed}.csv"))
    }
    named = re.compile(rf"\b({'|'.join(map(re.escape, names - ALSO_WORDS_OR_SURNAMES))})\b")
    assert not [m[1] for one in maker.read_paragraphs() for m in named.finditer(one.text)]


def test_what_lies_in_too_few_paragraphs_or_is_a_name_tells_nothing(
    maker: ModuleType, core: Codebook
) -> None:
    said = "Yesterday Orlando found the rabbit asleep."
    some = [maker.Paragraph("analysis", said, {core.themes[0].id: "gap"})] * 9
    rest = [maker.Paragraph("analysis", f"Number {n} was plain.", {}) for n in range(9)]
    rare = [maker.Paragraph("analysis", "A zebra.", {core.themes[0].id: "gap"})] * 2
    weights = maker.learn(_alone(core), [*some, *rest, *rare])[core.themes[0].id].weights
    assert {"rabbit", "rabbit~asleep"} <= weights.keys()
    assert not any("orlando" in one or "zebra" in one or "plain" in one for one in weights)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _alone(core: Codebook) -> Codebook:
    return replace(core, themes=core.themes[:1])
