"""An invented answer to a coroner: restated concerns are suggested, figures are no shortage."""

import pytest

from caseview.domain.document import Form, Kind, ParagraphStyle
from caseview.domain.passage import Passage
from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole
from caseview.domain.suggestion import Suggestion
from caseview.tagging.suggest import Tagger

ByPassage = dict[str, dict[str, Suggestion]]

RESTATED_STAFFING = (
    "The court heard that several forces were struggling to adequately staff the units that"
    " visit people on the register."
)
NUMBERS = (
    "There are 151,200 officers in the country. The settlement for the year provides up to"
    " £17.9 billion, an increase of £310 million."
)
RESTATED_CURIOSITY = (
    "Evidence was given that officers needed more professional curiosity when they visit, and"
    " that training should build it."
)
RECOGNISED = (
    "I recognise your concerns about the lack of professional curiosity by staff who visit"
    " people on the register."
)
TRAINING = "We will work with the college to improve training for officers who visit."
COURSE = (
    "The college has a one-day course which encourages staff to use their professional curiosity."
)


@pytest.fixture(scope="module")
def suggestions(tagger: Tagger) -> ByPassage:
    parts = [
        ("Matter of concern two", SectionRole.CONCERNS, ParagraphStyle.HEADING, True),
        (RESTATED_STAFFING, SectionRole.CONCERNS, ParagraphStyle.BODY, True),
        (NUMBERS, SectionRole.IMPROVEMENT, ParagraphStyle.BODY, False),
        (RESTATED_CURIOSITY, SectionRole.CONCERNS, ParagraphStyle.BODY, True),
        (RECOGNISED, SectionRole.IMPROVEMENT, ParagraphStyle.BODY, False),
        (TRAINING, SectionRole.IMPROVEMENT, ParagraphStyle.BODY, False),
        (COURSE, SectionRole.IMPROVEMENT, ParagraphStyle.BODY, False),
    ]
    passages = []
    begin = 0
    for number, (text, role, style, restated) in enumerate(parts, 1):
        end = begin + len(text)
        passages.append(
            Passage(begin, end, text, number, None, role, style=style, restated=restated)
        )
        begin = end + 2
    found = tagger.suggest(passages, kind=Kind.PFD_RESPONSE, form=Form.LETTER)
    return {
        passage.text: {one.theme: one for one in found if passage.start <= one.start < passage.end}
        for passage in passages
    }


def test_restated_concerns_are_suggested_and_marked(suggestions: ByPassage) -> None:
    staffing = suggestions[RESTATED_STAFFING]["staffing_capacity"]
    curiosity = suggestions[RESTATED_CURIOSITY]["professional_curiosity"]
    for one in (staffing, curiosity):
        assert one.reads_as is ReadsAs.GAP
        assert one.restated


def test_numbers_of_officers_and_pounds_are_no_shortage(suggestions: ByPassage) -> None:
    assert "staffing_capacity" not in suggestions[NUMBERS]
    assert all(one.reads_as is not ReadsAs.GAP for one in suggestions[NUMBERS].values())


def test_lack_of_curiosity_by_staff_is_not_a_lack_of_staff(suggestions: ByPassage) -> None:
    assert suggestions[RECOGNISED]["professional_curiosity"].restated
    assert "staffing_capacity" not in suggestions[RECOGNISED]


def test_what_will_be_done_reads_as_improved(suggestions: ByPassage) -> None:
    assert suggestions[TRAINING]["training_knowledge"].reads_as is ReadsAs.IMPROVED


def test_description_of_a_course_is_context(suggestions: ByPassage) -> None:
    assert suggestions[COURSE]["professional_curiosity"].reads_as is ReadsAs.CONTEXT
