"""What a sentence leaves open follows from the rest of its paragraph and from where it stands."""

from collections.abc import Callable

import pytest

from caseview.domain.codebook import Codebook
from caseview.domain.document import Form, Kind
from caseview.domain.passage import Passage
from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole
from caseview.domain.suggestion import Level, Suggestion
from caseview.tagging.suggest import Tagger

Read = Callable[..., Suggestion]


@pytest.fixture
def read(small: Codebook, passage: Callable[..., Passage]) -> Read:
    tagger = Tagger(small)

    def reading(text: str, role: SectionRole, kind: Kind = Kind.SAR) -> Suggestion:
        (one,) = tagger.suggest([passage(text, role)], kind=kind, form=Form.FULL_REPORT)
        return one

    return reading


@pytest.mark.parametrize(
    ("text", "role", "reads_as"),
    [
        ("Staffing levels were set. The plan never came.", SectionRole.ANALYSIS, ReadsAs.GAP),
        ("Staffing levels were set. The plan never came.", SectionRole.CHRONOLOGY, ReadsAs.GAP),
        ("Staffing levels were set. The plan never came.", SectionRole.BACKGROUND, ReadsAs.CONTEXT),
        ("Staffing levels were set. It was praised.", SectionRole.ANALYSIS, ReadsAs.GOOD_PRACTICE),
        ("Staffing levels were set. It rained.", SectionRole.ANALYSIS, ReadsAs.GAP),
        ("Staffing levels were set. It rained.", SectionRole.FINDINGS, ReadsAs.GAP),
        ("Staffing levels were set. It rained.", SectionRole.CHRONOLOGY, ReadsAs.CONTEXT),
    ],
)
def test_a_theme_only_named_reads_by_the_other_sentences_of_its_paragraph(
    read: Read, text: str, role: SectionRole, reads_as: ReadsAs
) -> None:
    one = read(text, role)
    assert one.reads_as is reads_as
    assert one.confidence < Level.NORMAL.least


@pytest.mark.parametrize(
    ("text", "reads_as"),
    [
        ("Staffing levels were discussed on 3 May with the council.", ReadsAs.CONTEXT),
        ("Staffing levels were reviewed. The board met in June.", ReadsAs.CONTEXT),
        ("Staffing levels were reviewed. The board met nine weeks on.", ReadsAs.GAP),
        ("Staffing levels were discussed, but in a corridor.", ReadsAs.GAP),
        ("Staffing levels were what the rota could bear.", ReadsAs.GAP),
    ],
)
@pytest.mark.parametrize("role", [SectionRole.ANALYSIS, SectionRole.FINDINGS])
def test_analysis_that_only_says_that_something_was_done_reads_as_context(
    read: Read, text: str, role: SectionRole, reads_as: ReadsAs
) -> None:
    assert read(text, role).reads_as is reads_as


@pytest.mark.parametrize(
    ("text", "reads_as"),
    [
        ("Staffing levels are set by the board.", ReadsAs.CONTEXT),
        ("Staffing levels used by the board are listed.", ReadsAs.CONTEXT),
        ("Staffing levels were set by the board.", ReadsAs.GAP),
        ("Staffing levels are set by the board. It met once.", ReadsAs.GAP),
    ],
)
def test_analysis_that_says_only_how_things_are_reads_as_context(
    read: Read, text: str, reads_as: ReadsAs
) -> None:
    assert read(text, SectionRole.ANALYSIS).reads_as is reads_as


def test_praise_counts_where_it_stands_nearer_than_the_shortfall(read: Read) -> None:
    near = "Staffing levels were set. That was exemplary. A year went by. The plan never came."
    far = "Staffing levels were set. The plan never came. A year went by. The tea was exemplary."
    assert read(near, SectionRole.ANALYSIS).reads_as is ReadsAs.GOOD_PRACTICE
    assert read(far, SectionRole.ANALYSIS).reads_as is ReadsAs.GAP


def test_someone_turned_away_in_what_happened_makes_a_gap_and_the_words_are_shown(
    read: Read,
) -> None:
    one = read("He asked about staffing levels. He was told that it was late.", _TOLD)
    assert one.reads_as is ReadsAs.GAP
    assert "“was told that”" in one.reason


def test_in_a_coroners_account_of_events_what_is_only_named_or_well_told_is_an_event(
    read: Read,
) -> None:
    named = "Staffing levels were set. The plan never came."
    assert read(named, _TOLD, Kind.PFD).reads_as is ReadsAs.CONTEXT
    assert read("She showed curiosity.", _TOLD, Kind.PFD).reads_as is ReadsAs.CONTEXT
    assert read("She showed curiosity.", _TOLD).reads_as is ReadsAs.GOOD_PRACTICE


def test_background_tells_of_a_gap_only_where_something_was_left_undone(read: Read) -> None:
    life = "He spoke of a shortage of staff at the mill."
    practice = "He spoke of a shortage of staff. Nobody came, and she never wrote."
    assert read(life, SectionRole.BACKGROUND).reads_as is ReadsAs.CONTEXT
    assert read(practice, SectionRole.BACKGROUND).reads_as is ReadsAs.GAP


def test_background_on_how_things_are_reads_as_context_though_it_denies_something(
    read: Read,
) -> None:
    text = "A shortage of staff is one that never ends."
    assert read(text, SectionRole.BACKGROUND).reads_as is ReadsAs.CONTEXT
    assert read("She showed curiosity.", SectionRole.BACKGROUND).reads_as is ReadsAs.CONTEXT


@pytest.mark.parametrize(
    "text",
    [
        "Her sister felt it was the staffing levels.",
        "“Nobody could tell us the staffing levels.”",
    ],
)
def test_what_the_family_says_in_the_background_speaks_of_practice(read: Read, text: str) -> None:
    assert read(text, SectionRole.BACKGROUND).reads_as is ReadsAs.GAP


def test_what_is_cited_reads_as_context_until_the_paragraph_tells_of_a_shortfall(
    read: Read,
) -> None:
    cited = "The review considered staffing levels."
    assert read(cited, SectionRole.ANALYSIS).reads_as is ReadsAs.CONTEXT
    told = f"{cited} The rota never came."
    assert read(told, SectionRole.ANALYSIS).reads_as is ReadsAs.GAP
    assert read(cited, SectionRole.FINDINGS).reads_as is ReadsAs.GAP


def test_a_paragraph_that_begins_by_citing_tells_of_no_gap_until_something_happened(
    read: Read,
) -> None:
    cited = "A shortage of staff is defined as fewer than ten. It is never the same as a lack."
    assert read(cited, SectionRole.ANALYSIS).reads_as is ReadsAs.CONTEXT
    told = f"{cited} Nobody came, and she never wrote."
    assert read(told, SectionRole.ANALYSIS).reads_as is ReadsAs.GAP


def test_what_was_asked_and_denied_reads_as_context_wherever_the_theme_is_named(
    read: Read,
) -> None:
    text = "Staffing levels were set in May. The review considered them. There was no shortage."
    assert read(text, SectionRole.ANALYSIS).reads_as is ReadsAs.CONTEXT


def test_a_gap_that_is_only_cited_reads_as_context_where_nothing_fell_short(read: Read) -> None:
    text = "A shortage of staff is defined as fewer than ten. The review considered it."
    assert read(text, SectionRole.ANALYSIS).reads_as is ReadsAs.CONTEXT


def test_words_of_praise_weigh_less_than_a_shortfall_told_beside_them_in_analysis(
    read: Read,
) -> None:
    text = "She showed curiosity. The question never reached him."
    assert read(text, SectionRole.ANALYSIS).reads_as is ReadsAs.GAP
    assert read(text, SectionRole.CHRONOLOGY).reads_as is ReadsAs.GOOD_PRACTICE


_TOLD = SectionRole.CHRONOLOGY
