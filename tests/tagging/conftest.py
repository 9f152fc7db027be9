"""A small invented codebook, the core codebook, and a maker of passages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from caseview.domain.codebook import Codebook, Effect, Rule, Theme, ThemeGroup
from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.domain.section import SectionRole
from caseview.tagging.codebook_text import read_codebook
from caseview.tagging.suggest import Tagger

CORE = Path(__file__).parents[2] / "resources" / "codebooks" / "core.toml"

MakePassage = Callable[..., Passage]


def rules(theme: str, **patterns: str) -> tuple[Rule, ...]:
    """One rule for each effect given by keyword."""
    return tuple(
        Rule(f"{theme}.{effect}.1", theme, Effect(effect), pattern)
        for effect, pattern in patterns.items()
    )


@pytest.fixture
def small() -> Codebook:
    return Codebook(
        id="small",
        name="Small",
        version="1",
        language="en-GB",
        groups=(ThemeGroup("work", "Work", "WO"),),
        themes=(
            Theme(
                "staffing",
                "Staffing",
                "work",
                "Too few people for the work.",
                rules=rules(
                    "staffing",
                    gap="(shortage*|lack) of .. staff*",
                    topic="staffing level*",
                    false_friend="lack of .. curiosity by staff",
                ),
            ),
            Theme(
                "curiosity",
                "Curiosity",
                "work",
                "Asking the next question.",
                rules=rules(
                    "curiosity",
                    gap="lack of (professional)? curiosity",
                    topic="professional curiosity",
                    good_practice="showed .. curiosity",
                ),
            ),
        ),
        cues={
            "deficit": ("did not", "lack of", "never"),
            "good": ("praised", "well led"),
            "praise": ("exemplary", "made all the difference"),
            "conditional": ("(would|might|may) have",),
            "admitted": ("accept that",),
            "done": ("completed", "now"),
            "due": ("by (march|june)", "to be"),
            "setback": ("was told that", "because"),
            "voice": ("(mother|sister) .. (said|felt)",),
            "recommended": ("must", "should ensure"),
            "hindsight": ("should .. have", "could have"),
            "improved": ("has since", "we will", "we have"),
            "context": ("is defined as", "review considered", "are a matter for"),
            "negated_absence": ("(no|not) .. lack of", "no shortage*"),
            "restated": ("your concern* about",),
        },
    )


@pytest.fixture(scope="session")
def core_text() -> str:
    return CORE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def core(core_text: str) -> Codebook:
    return read_codebook(core_text)


@pytest.fixture(scope="session")
def tagger(core: Codebook) -> Tagger:
    return Tagger(core)


@pytest.fixture
def passage() -> MakePassage:
    def make(
        text: str,
        role: SectionRole = SectionRole.ANALYSIS,
        *,
        start: int = 0,
        style: ParagraphStyle = ParagraphStyle.BODY,
        restated: bool = False,
    ) -> Passage:
        return Passage(
            start, start + len(text), text, 1, None, role, style=style, restated=restated
        )

    return make
