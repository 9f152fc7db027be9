"""What a review asks for reads as recommended wherever it stands, and says on what words."""

from collections.abc import Callable

import pytest

from caseview.domain.document import Form, Kind
from caseview.domain.passage import Passage
from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole
from caseview.domain.suggestion import Suggestion
from caseview.tagging.asking import bidden, headed, put, urged
from caseview.tagging.suggest import Tagger

Read = Callable[..., Suggestion]


@pytest.fixture
def read(tagger: Tagger, passage: Callable[..., Passage]) -> Read:
    def reading(
        text: str,
        theme: str = "supervision_oversight",
        role: SectionRole = SectionRole.ANALYSIS,
        form: Form = Form.FULL_REPORT,
    ) -> Suggestion:
        said = tagger.suggest([passage(text, role)], kind=Kind.SAR, form=form)
        (one,) = (one for one in said if one.theme == theme)
        return one

    return reading


@pytest.mark.parametrize(
    "text",
    [
        "The panel recommends that the trust audit supervision.",
        "The notes were thin. It is recommended that no worker go a month without supervision.",
        "Recommendation 4.2 The trust and the council to hold supervision monthly.",
        "7.3 Learning point: supervision was where doubt could be said aloud.",
        "Lesson two: supervision is not a list of cases.",
        "Supervision must reach agency staff.",
        "How will the Board know that supervision is held?",
    ],
)
def test_a_recommendation_among_the_analysis_reads_as_recommended(read: Read, text: str) -> None:
    assert read(text).reads_as is ReadsAs.RECOMMENDED


@pytest.mark.parametrize(
    "text",
    [
        "Ask for supervision.",
        "Nine weeks is long. If a case frightens you, bring it to supervision.",
        "Do we know who has no supervision?",
        "Supervision is where doubt is said aloud. It does not wait.",
        "Good supervision takes an hour.",
    ],
)
def test_learning_that_tells_of_nothing_done_is_to_be_done(read: Read, text: str) -> None:
    assert read(text, role=SectionRole.LEARNING).reads_as is ReadsAs.RECOMMENDED


@pytest.mark.parametrize(
    "text",
    [
        "Supervision did not take place for nine weeks.",
        "The report of 2019 recommended that supervision be monthly. It was not.",
        "The policy says that supervision should be monthly. It was not held in March.",
        "Did anybody ask for supervision? Nobody did.",
    ],
)
@pytest.mark.parametrize("role", [SectionRole.LEARNING, SectionRole.ANALYSIS])
def test_what_was_asked_before_and_not_done_stays_a_gap(
    read: Read, text: str, role: SectionRole
) -> None:
    assert read(text, role=role).reads_as is ReadsAs.GAP


def test_the_words_that_ask_are_shown(read: Read) -> None:
    assert "“Ask for”" not in read("Ask for supervision.", role=SectionRole.LEARNING).reason
    assert "“Ask”" in read("Ask for supervision.", role=SectionRole.LEARNING).reason
    assert "“Lesson two:”" in read("Lesson two: supervision is not a list.").reason


def test_an_answer_that_quotes_a_recommendation_makes_none(read: Read) -> None:
    one = read("Recommendation 3: audit supervision.", form=Form.RESPONSE)
    assert one.reads_as is not ReadsAs.RECOMMENDED


@pytest.mark.parametrize(
    "text",
    [
        "The trust has begun group supervision for every team.",
        "The council now holds supervision each fortnight.",
        "The unit has also restored supervision.",
    ],
)
def test_a_change_told_in_the_analysis_reads_as_improved(read: Read, text: str) -> None:
    assert read(text).reads_as is ReadsAs.IMPROVED


def test_a_reviewer_who_has_seen_or_heard_tells_of_no_change(read: Read) -> None:
    one = read("We have read the supervision notes. Each was blank.")
    assert one.reads_as is ReadsAs.GAP


def test_a_recommendation_of_another_review_heads_nothing() -> None:
    assert headed("recommendation 3 of the last review was not carried out") is None
    assert headed("recommendation 3 the trust to audit it") == (0, 16)


def test_a_bidding_begins_a_sentence_or_follows_its_condition() -> None:
    for text in ("ask why.", "if a child is missed, ask why.", "always check the address."):
        assert bidden(text, (0, len(text))) is not None
    for text in ("they ask why.", "work was slow.", "if a child is missed, they ask why."):
        assert bidden(text, (0, len(text))) is None


def test_a_question_is_put_to_those_who_can_still_answer_it() -> None:
    for text, found in (
        ("how do we know?", True),
        ("what will the partnership change?", True),
        ("what did the partnership know?", False),
        ("how is it known?", False),
        ("this is how we know.", False),
    ):
        assert (put(text, (0, len(text))) is not None) is found


def test_what_should_have_been_done_is_not_urged() -> None:
    assert urged("it should never have been closed") is None
    assert urged("she must have known") is None
    assert urged("teams should have a named lead") == (6, 12)
