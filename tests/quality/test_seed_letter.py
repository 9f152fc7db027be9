"""The letter that the project starts from: what must be suggested in it and what must not."""

import re
from pathlib import Path

import pytest

from caseview.domain.document import Form, Kind, ParagraphStyle
from caseview.domain.passage import Passage
from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole
from caseview.domain.suggestion import Suggestion
from caseview.tagging.codebook_text import read_codebook
from caseview.tagging.suggest import Tagger

ROOT = Path(__file__).parents[2]
RESPONSES = ROOT.parent / "shared" / "corpus" / "real" / "pfd_response"
LONGEST_HEADING = 60
Suggested = dict[int, dict[str, Suggestion]]


@pytest.fixture(scope="module")
def suggested() -> Suggested:
    letters = sorted(RESPONSES.glob("seed-*.txt")) if RESPONSES.exists() else []
    if not letters:
        pytest.skip(f"the corpus is not here: {RESPONSES}")
    blocks = re.split(r"\n\s*\n", letters[0].read_text(encoding="utf-8").strip())
    passages = list(laid_out([block.strip() for block in blocks]))
    core = (ROOT / "resources" / "codebooks" / "core.toml").read_text(encoding="utf-8")
    found: Suggested = {number: {} for number in range(len(passages))}
    for one in Tagger(read_codebook(core)).suggest(
        passages, kind=Kind.PFD_RESPONSE, form=Form.LETTER
    ):
        number = next(n for n, p in enumerate(passages) if p.start <= one.start < p.end)
        found[number][one.theme] = one
    return found


def laid_out(blocks: list[str]) -> list[Passage]:
    """The letter as the readers see it: a concern is restated under its heading."""
    made: list[Passage] = []
    restated = False
    for number, text in enumerate(blocks):
        heading = len(text) < LONGEST_HEADING and not text.endswith(".")
        begin = made[-1].end + 2 if made else 0
        made.append(
            Passage(
                begin,
                begin + len(text),
                text,
                number + 1,
                None,
                SectionRole.CONCERNS if restated else SectionRole.IMPROVEMENT,
                style=ParagraphStyle.HEADING if heading else ParagraphStyle.BODY,
                restated=restated,
            )
        )
        restated = text.startswith("Matter of concern")
    return made


def test_restated_concerns_are_suggested_and_marked(suggested: Suggested) -> None:
    restated = [
        (number, theme)
        for number, themes in suggested.items()
        for theme, one in themes.items()
        if one.restated and one.reads_as is ReadsAs.GAP
    ]
    staffing = {number for number, theme in restated if theme == "staffing_capacity"}
    curiosity = {number for number, theme in restated if theme == "professional_curiosity"}
    assert {10, 15} <= staffing
    assert {29, 30} <= curiosity


@pytest.mark.parametrize("number", [12, 13, 14])
def test_numbers_of_officers_and_funding_are_no_gap(suggested: Suggested, number: int) -> None:
    assert all(one.reads_as is not ReadsAs.GAP for one in suggested[number].values())


@pytest.mark.parametrize(
    ("number", "theme"),
    [
        (7, "learning_not_embedded"),
        (27, "environment_equipment"),
        (30, "staffing_capacity"),
        *((number, "care_planning_review") for number in (25, 27, 36, 37)),
    ],
)
def test_traps_do_not_fire(suggested: Suggested, number: int, theme: str) -> None:
    one = suggested[number].get(theme)
    assert one is None or one.reads_as is not ReadsAs.GAP
