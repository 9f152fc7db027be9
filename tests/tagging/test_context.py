"""How a passage reads follows from its section first and from the words around it next."""

from collections.abc import Callable

import pytest

from caseview.domain.codebook import Codebook
from caseview.domain.document import Form, Kind
from caseview.domain.passage import Passage
from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole
from caseview.domain.suggestion import Suggestion
from caseview.tagging.suggest import Tagger

Read = Callable[..., Suggestion]

GAP = "There was a lack of professional curiosity."
TOPIC = "Staffing levels on the ward."


@pytest.fixture
def read(small: Codebook, passage: Callable[..., Passage]) -> Read:
    tagger = Tagger(small)

    def reading(
        text: str,
        role: SectionRole = SectionRole.ANALYSIS,
        kind: Kind = Kind.SAR,
        *,
        restated: bool = False,
    ) -> Suggestion:
        form = Form.RESPONSE if kind is Kind.PFD_RESPONSE else Form.FULL_REPORT
        (one,) = tagger.suggest([passage(text, role, restated=restated)], kind=kind, form=form)
        return one

    return reading


@pytest.mark.parametrize(
    ("text", "role", "kind", "reads_as"),
    [
        (GAP, SectionRole.ANALYSIS, Kind.SAR, ReadsAs.GAP),
        (GAP, SectionRole.TERMS_OF_REFERENCE, Kind.SAR, ReadsAs.CONTEXT),
        (GAP, SectionRole.FRONT_MATTER, Kind.SAR, ReadsAs.GAP),
        (TOPIC, SectionRole.FRONT_MATTER, Kind.SAR, ReadsAs.CONTEXT),
        (GAP, SectionRole.LEGAL_POWERS, Kind.PFD, ReadsAs.CONTEXT),
        (TOPIC, SectionRole.METHODOLOGY, Kind.DHR, ReadsAs.CONTEXT),
        (TOPIC, SectionRole.RECOMMENDATIONS, Kind.SAR, ReadsAs.RECOMMENDED),
        (TOPIC, SectionRole.ACTION_PLAN, Kind.SAR, ReadsAs.RECOMMENDED),
        (TOPIC, SectionRole.CONCERNS, Kind.PFD, ReadsAs.GAP),
        (GAP, SectionRole.CONCERNS, Kind.PFD, ReadsAs.GAP),
        (TOPIC, SectionRole.GOOD_PRACTICE, Kind.SAR, ReadsAs.GOOD_PRACTICE),
        (TOPIC, SectionRole.IMPROVEMENT, Kind.SAR, ReadsAs.IMPROVED),
        (TOPIC, SectionRole.ANALYSIS, Kind.SAR, ReadsAs.CONTEXT),
        (TOPIC, SectionRole.CHRONOLOGY, Kind.SAR, ReadsAs.CONTEXT),
        (TOPIC, SectionRole.BACKGROUND, Kind.SAR, ReadsAs.CONTEXT),
        (GAP, SectionRole.GOOD_PRACTICE, Kind.SAR, ReadsAs.GOOD_PRACTICE),
    ],
)
def test_section_role_leads(
    read: Read, text: str, role: SectionRole, kind: Kind, reads_as: ReadsAs
) -> None:
    assert read(text, role, kind).reads_as is reads_as


@pytest.mark.parametrize(
    ("text", "reads_as"),
    [
        ("Staffing levels should have been checked.", ReadsAs.GAP),
        ("Staffing levels were exemplary.", ReadsAs.GOOD_PRACTICE),
        ("Staffing levels fell; they may have made all the difference.", ReadsAs.GAP),
        ("Staffing levels did not keep pace.", ReadsAs.GAP),
        ("The trust has since raised staffing levels.", ReadsAs.IMPROVED),
        ("The ward was well led and staffing levels held.", ReadsAs.GOOD_PRACTICE),
        ("She showed real curiosity about the bruise.", ReadsAs.GOOD_PRACTICE),
        ("She never showed any curiosity.", ReadsAs.GAP),
        ("The review considered staffing levels.", ReadsAs.CONTEXT),
        ("There was not a lack of staff.", ReadsAs.CONTEXT),
        ("There is no evidence of a lack of staff.", ReadsAs.CONTEXT),
    ],
)
def test_cues_beside_the_match_decide_in_the_body(read: Read, text: str, reads_as: ReadsAs) -> None:
    assert read(text).reads_as is reads_as


def test_cue_in_another_clause_does_not_count(read: Read) -> None:
    text = "Staffing levels were checked each day, although the plan never came."
    assert read(text, SectionRole.CHRONOLOGY).reads_as is ReadsAs.CONTEXT


@pytest.mark.parametrize(
    ("text", "role", "reads_as"),
    [
        ("The trust must ensure staffing levels.", SectionRole.LEARNING, ReadsAs.RECOMMENDED),
        ("The trust must ensure staffing levels.", SectionRole.FINDINGS, ReadsAs.RECOMMENDED),
        ("He felt staffing levels must be met.", SectionRole.ANALYSIS, ReadsAs.GAP),
        ("The ward must raise staffing levels.", SectionRole.IMPROVEMENT, ReadsAs.RECOMMENDED),
        ("The ward must now keep staffing levels.", SectionRole.IMPROVEMENT, ReadsAs.IMPROVED),
    ],
)
def test_what_should_be_done_is_advice_where_advice_is_given(
    read: Read, text: str, role: SectionRole, reads_as: ReadsAs
) -> None:
    assert read(text, role).reads_as is reads_as


def test_praise_takes_no_gap_back_that_its_own_clause_tells(read: Read) -> None:
    text = "The exemplary ward had a lack of staff."
    assert read(text).reads_as is ReadsAs.GAP
    assert read("Staffing levels, which fell, were exemplary.").reads_as is ReadsAs.GOOD_PRACTICE


def test_what_is_said_not_to_have_been_so_outweighs_the_other_matches(read: Read) -> None:
    text = "There was a shortage of staff in May. We found no lack of staff in June."
    assert read(text).reads_as is ReadsAs.CONTEXT


def test_coroner_who_praises_and_finds_no_fault_reads_as_good_practice(read: Read) -> None:
    one = read("Staffing levels were exemplary.", SectionRole.CONCERNS, Kind.PFD)
    assert one.reads_as is ReadsAs.GOOD_PRACTICE


def test_restated_concern_reads_as_its_source_and_says_so(read: Read) -> None:
    one = read(TOPIC, SectionRole.CONCERNS, Kind.PFD_RESPONSE, restated=True)
    assert one.reads_as is ReadsAs.GAP
    assert one.restated
    assert "restated concern" in one.reason


@pytest.mark.parametrize(
    ("text", "reads_as", "restated"),
    [
        ("We will raise staffing levels.", ReadsAs.IMPROVED, False),
        ("Staffing levels stand at twelve to a shift.", ReadsAs.IMPROVED, False),
        ("Staffing levels are a matter for each force.", ReadsAs.CONTEXT, False),
        ("I recognise your concerns about the lack of staff.", ReadsAs.GAP, True),
        ("I accept that there was a lack of staff.", ReadsAs.GAP, False),
        ("No shift may now run with a shortage of staff.", ReadsAs.IMPROVED, False),
    ],
)
def test_answer_tells_what_changed_from_what_it_repeats(
    read: Read, text: str, reads_as: ReadsAs, restated: bool
) -> None:
    one = read(text, SectionRole.IMPROVEMENT, Kind.PFD_RESPONSE)
    assert (one.reads_as, one.restated) == (reads_as, restated)


def test_an_action_plan_tells_what_is_to_be_done_from_what_was(read: Read) -> None:
    due = read("Staffing levels by March.", SectionRole.ACTION_PLAN)
    done = read("The force has since raised staffing levels.", SectionRole.ACTION_PLAN)
    told = read("Staffing levels review completed.", SectionRole.ACTION_PLAN)
    both = read("Staffing levels review to be completed.", SectionRole.ACTION_PLAN)
    assert (due.reads_as, done.reads_as) == (ReadsAs.RECOMMENDED, ReadsAs.IMPROVED)
    assert (told.reads_as, both.reads_as) == (ReadsAs.IMPROVED, ReadsAs.RECOMMENDED)


def test_reason_names_the_cue_in_the_words_of_the_text(read: Read) -> None:
    assert "“has since”" in read("The trust has since raised staffing levels.").reason
