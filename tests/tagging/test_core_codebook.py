"""The codebook that ships is whole, readable and says what it should."""

from collections import Counter
from collections.abc import Callable

import pytest

from caseview.domain.codebook import Codebook, Effect
from caseview.domain.document import Form, Kind
from caseview.domain.passage import Passage
from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole
from caseview.tagging.codebook_text import write_codebook
from caseview.tagging.cues import CueFamily
from caseview.tagging.suggest import Tagger

FEWEST_FOUND = 0.75
MOST_FALSE = 0.1


def test_it_is_written_as_caseview_writes_it(core: Codebook, core_text: str) -> None:
    assert write_codebook(core) == core_text


def test_it_has_its_themes_markers_and_groups(core: Codebook) -> None:
    assert sum(not theme.marker for theme in core.themes) == 77
    assert [theme.id for theme in core.themes if theme.marker] == [
        "good_practice_explicit",
        "service_improvement_since",
    ]
    assert [group.letters for group in core.groups] == [
        "PF",
        "RI",
        "IN",
        "MA",
        "PO",
        "OW",
        "LE",
        "HT",
    ]


def test_every_theme_says_what_it_is_and_when_to_use_it(core: Codebook) -> None:
    for theme in core.themes:
        assert theme.definition, theme.id
        assert theme.use_when, theme.id
        assert theme.not_when, theme.id
        assert theme.examples, theme.id
        assert set(theme.examples) <= set(ReadsAs), theme.id
        assert any(rule.effect is not Effect.FALSE_FRIEND for rule in theme.rules), theme.id
        assert {source.rstrip("?") for source in theme.sources} <= set(core.sources), theme.id


def test_every_rule_stands_once_and_has_an_id_of_its_own(core: Codebook) -> None:
    rules = [rule for theme in core.themes for rule in theme.rules]
    assert max(Counter(rule.id for rule in rules).values()) == 1
    assert max(Counter((r.theme, r.effect, r.pattern) for r in rules).values()) == 1


def test_every_section_role_has_headings_and_every_cue_family_is_known(core: Codebook) -> None:
    assert set(core.headings) == set(SectionRole)
    assert set(core.cues) <= set(CueFamily)


def test_most_examples_of_a_gap_are_found_and_few_of_context_read_as_gap(
    core: Codebook, tagger: Tagger, passage: Callable[..., Passage]
) -> None:
    def readings(text: str, theme: str) -> set[ReadsAs]:
        found = tagger.suggest([passage(text)], kind=Kind.SAR, form=Form.FULL_REPORT)
        return {one.reads_as for one in found if one.theme == theme}

    themes = [theme for theme in core.themes if not theme.marker]
    found = sum(bool(readings(theme.examples["gap"], theme.id)) for theme in themes)
    false = sum(
        ReadsAs.GAP in readings(theme.examples["context"], theme.id)
        for theme in themes
        if "context" in theme.examples
    )
    assert found / len(themes) >= FEWEST_FOUND
    assert false / len(themes) <= MOST_FALSE


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("I recorded a short form conclusion of misadventure.", "trauma_informed"),
        ("The jury returned a narrative and short form conclusion.", "trauma_informed"),
        ("Nobody ever told him what to do twice.", "information_sharing"),
        ("She was a woman whom no one had to tell what to do twice.", "information_sharing"),
    ],
)
def test_words_of_the_form_and_of_praise_are_no_theme(
    tagger: Tagger, passage: Callable[..., Passage], text: str, theme: str
) -> None:
    found = tagger.suggest([passage(text)], kind=Kind.SAR, form=Form.FULL_REPORT)
    assert theme not in {one.theme for one in found}


def test_positive_answers_on_a_checklist_are_not_praise(
    tagger: Tagger, passage: Callable[..., Passage]
) -> None:
    text = "The DASH had fourteen positive answers out of twenty-seven."
    found = tagger.suggest([passage(text)], kind=Kind.DHR, form=Form.FULL_REPORT)
    surest = max(found, key=lambda one: one.confidence)
    assert surest.theme == "risk_assessment_quality"
    assert all(one.reads_as is not ReadsAs.GOOD_PRACTICE for one in found)
