"""How a passage reads follows from its section first and from the words around it next."""

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
        ("The trust should ensure safe staffing levels.", ReadsAs.RECOMMENDED),
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
    assert read(text).reads_as is ReadsAs.CONTEXT


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
    assert (due.reads_as, done.reads_as) == (ReadsAs.RECOMMENDED, ReadsAs.IMPROVED)


def test_what_findings_only_name_is_a_gap(read: Read) -> None:
    assert read(TOPIC, SectionRole.FINDINGS).reads_as is ReadsAs.GAP


def test_reason_names_the_cue_in_the_words_of_the_text(read: Read) -> None:
    assert "“has since”" in read("The trust has since raised staffing levels.").reason


@pytest.mark.parametrize(
    ("text", "role", "reads_as"),
    [
        ("Staffing levels were set. The plan never came.", SectionRole.ANALYSIS, ReadsAs.GAP),
        ("Staffing levels were set. The plan never came.", SectionRole.BACKGROUND, ReadsAs.CONTEXT),
        (
            "Staffing levels were set. It was praised.",
            SectionRole.ANALYSIS,
            ReadsAs.GOOD_PRACTICE,
        ),
        ("Staffing levels were set. It rained.", SectionRole.ANALYSIS, ReadsAs.CONTEXT),
    ],
)
def test_a_theme_only_named_reads_by_the_other_sentences_of_its_paragraph(
    read: Read, text: str, role: SectionRole, reads_as: ReadsAs
) -> None:
    one = read(text, role)
    assert one.reads_as is reads_as
    assert one.confidence < Level.NORMAL.least
