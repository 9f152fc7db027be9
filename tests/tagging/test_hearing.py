"""Cues that have no say where a passage stands are not looked for, and no reading changes."""

from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pytest

from caseview.domain.document import Form, Kind
from caseview.domain.passage import Passage
from caseview.domain.section import SectionRole
from caseview.domain.suggestion import Suggestion
from caseview.tagging.context import Setting
from caseview.tagging.cues import CueFamily
from caseview.tagging.hearing import unheard
from caseview.tagging.suggest import Tagger

SAMPLE = Path(__file__).parents[2] / "packaging" / "sample"


@pytest.fixture(scope="module")
def paragraphs() -> list[str]:
    """Every third paragraph of the invented reviews."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(SAMPLE.glob("*.md")))
    return [part for text in texts for part in text.split("\n\n") if len(part) > 200][::3]


@pytest.mark.parametrize("kind", [Kind.SAR, Kind.PFD, Kind.PFD_RESPONSE])
def test_cues_that_are_not_looked_for_would_change_no_suggestion(
    tagger: Tagger,
    passage: Callable[..., Passage],
    paragraphs: list[str],
    monkeypatch: pytest.MonkeyPatch,
    kind: Kind,
) -> None:
    roles = cycle(SectionRole)
    chosen = [passage(text, role) for text, role in zip(paragraphs, roles, strict=False)]

    def suggested() -> list[tuple[Suggestion, ...]]:
        return [tagger.suggest([one], kind=kind, form=Form.FULL_REPORT) for one in chosen]

    some = suggested()
    monkeypatch.setattr("caseview.tagging.suggest.unheard", lambda _: frozenset())
    assert suggested() == some
    assert sum(map(len, some)) > len(chosen)


def test_where_a_reviewer_judges_plans_and_setbacks_are_not_looked_for() -> None:
    deaf = unheard(Setting(SectionRole.ANALYSIS, Kind.SAR, Form.FULL_REPORT))
    assert {CueFamily.DUE, CueFamily.SETBACK, CueFamily.RESTATED} <= deaf
    assert not deaf & {CueFamily.DEFICIT, CueFamily.PRAISE, CueFamily.CONTEXT}
