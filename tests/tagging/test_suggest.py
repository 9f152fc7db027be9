"""What the tagger puts forward: one suggestion a theme, with its evidence, reading and reason."""

import pickle
from collections.abc import Callable
from dataclasses import replace

import pytest

from caseview.domain.codebook import Codebook
from caseview.domain.document import Form, Kind, ParagraphStyle
from caseview.domain.passage import Passage
from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole
from caseview.domain.suggestion import Level, Suggestion
from caseview.tagging.evidence import LONGEST_EVIDENCE
from caseview.tagging.suggest import Tagger
from tests.tagging.conftest import rules


def suggest(codebook: Codebook, *passages: Passage, kind: Kind = Kind.SAR) -> list[Suggestion]:
    found = Tagger(codebook).suggest(list(passages), kind=kind, form=Form.FULL_REPORT)
    return list(found)


def test_suggestion_carries_theme_words_reading_and_reason(
    small: Codebook, passage: Callable[..., Passage]
) -> None:
    text = "The review was thorough. There was a shortage of trained staff on the ward."
    (one,) = suggest(small, passage(text, start=100))
    assert one.theme == "staffing"
    assert one.reads_as is ReadsAs.GAP
    assert one.rule == "staffing.gap.1"
    assert one.text == "There was a shortage of trained staff on the ward."
    assert text[one.start - 100 : one.end - 100] == one.text
    assert one.reason == (
        "The wording “shortage of trained staff” stands in the analysis; it reads as gap because"
        " the words themselves tell of a gap."
    )


def test_a_reason_shortens_long_words_and_says_when_they_only_hint(
    small: Codebook, passage: Callable[..., Passage]
) -> None:
    hinted = replace(small.themes[0], rules=rules("staffing", hint="rota*|cover", topic="staffing"))
    hints = replace(small, themes=(hinted, small.themes[1]))
    told = [passage("Staffing was told of.", start=at) for at in range(0, 4000, 100)]
    *_, one = suggest(hints, *told, passage("The rota had gone.", start=4000))
    assert one.rule == "staffing.hint.1"
    assert one.reason.startswith("The weak hint “rota” stands in the analysis; it reads as")
    wide = "There was a lack of extraordinarily well-qualified interdisciplinary"
    (long,) = suggest(small, passage(f"{wide} neurodevelopmental paediatric staff at night."))
    assert "neurodevelopmental…”" in long.reason


def test_a_theme_stands_once_a_passage_with_its_best_evidence(
    small: Codebook, passage: Callable[..., Passage]
) -> None:
    text = "Professional curiosity was expected. There was a lack of professional curiosity."
    (one,) = suggest(small, passage(text))
    assert one.text == "There was a lack of professional curiosity."
    assert one.reads_as is ReadsAs.GAP


def test_rules_that_agree_make_a_suggestion_surer(
    small: Codebook, passage: Callable[..., Passage]
) -> None:
    (alone,) = suggest(small, passage("There was a lack of curiosity."))
    (agreed,) = suggest(small, passage("There was a lack of professional curiosity."))
    assert agreed.confidence > alone.confidence


def test_false_friend_holds_a_theme_back_where_it_overlaps(
    small: Codebook, passage: Callable[..., Passage]
) -> None:
    found = suggest(small, passage("There was a lack of curiosity by staff."))
    assert [one.theme for one in found] == ["curiosity"]


def test_a_rule_finds_by_the_words_that_the_codebook_keeps_under_a_name(
    small: Codebook, passage: Callable[..., Passage]
) -> None:
    staffing, curiosity = small.themes
    by_name = replace(curiosity, rules=rules("curiosity", gap="@nobody (asked|wondered) why"))
    kept = replace(small, words={"nobody": "nobody|no one"}, themes=(staffing, by_name))
    (one,) = suggest(kept, passage("No one asked why."))
    assert one.rule == "curiosity.gap.1"
    assert suggest(kept, passage("She asked why.")) == []


def test_nothing_is_suggested_across_sentences(
    small: Codebook, passage: Callable[..., Passage]
) -> None:
    assert suggest(small, passage("They noted a lack of. Staff came later.")) == []


@pytest.mark.parametrize(
    "style", [ParagraphStyle.HEADING, ParagraphStyle.CONTENTS, ParagraphStyle.CAPTION]
)
def test_headings_contents_and_captions_get_no_suggestion(
    small: Codebook, passage: Callable[..., Passage], style: ParagraphStyle
) -> None:
    assert suggest(small, passage("Lack of professional curiosity", style=style)) == []


def test_glossary_gets_no_suggestion(small: Codebook, passage: Callable[..., Passage]) -> None:
    text = "Professional curiosity: asking the next question."
    assert suggest(small, passage(text, SectionRole.GLOSSARY)) == []


def test_suggestions_follow_the_text(small: Codebook, passage: Callable[..., Passage]) -> None:
    text = "There was a shortage of staff. There was a lack of curiosity."
    found = suggest(small, passage(text), passage(text, start=500))
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert [one.theme for one in found] == ["staffing", "curiosity"] * 2


def test_long_sentences_are_cut_to_words_around_the_match(
    small: Codebook, passage: Callable[..., Passage]
) -> None:
    filler = "where the managers of each of the services met every month and wrote plans " * 8
    text = f"It was found {filler}that a shortage of staff on the wards went on {filler}for years."
    (one,) = suggest(small, passage(text))
    assert "shortage of staff" in one.text
    assert len(one.text) <= LONGEST_EVIDENCE
    assert text[one.start : one.end] == one.text
    assert not text[one.start - 1].isalnum()
    assert not text[one.end].isalnum()


def test_retired_themes_are_silent(small: Codebook, passage: Callable[..., Passage]) -> None:
    retired = replace(small, themes=tuple(replace(theme, retired=True) for theme in small.themes))
    assert suggest(retired, passage("There was a lack of curiosity.")) == []


def test_codebook_travels_to_another_process(
    small: Codebook, passage: Callable[..., Passage]
) -> None:
    there = pickle.loads(pickle.dumps(small))  # noqa: S301 - our own bytes
    text = passage("There was a lack of curiosity.")
    assert suggest(there, text) == suggest(small, text)


def test_confidence_speaks_the_levels(small: Codebook, passage: Callable[..., Passage]) -> None:
    (gap,) = suggest(small, passage("There was a lack of professional curiosity."))
    (named,) = suggest(small, passage("Staffing levels are set each year."))
    assert gap.confidence >= Level.NORMAL.least
    assert named.reads_as is ReadsAs.CONTEXT
    assert named.confidence < Level.NORMAL.least
