"""The cues of the codebook that ships tell what was found from what was not, in invented words."""

from collections.abc import Callable

import pytest

from caseview.domain.document import Form, Kind
from caseview.domain.passage import Passage
from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole
from caseview.tagging.suggest import Tagger

Read = Callable[..., ReadsAs]


@pytest.fixture
def read(tagger: Tagger, passage: Callable[..., Passage]) -> Read:
    def reading(text: str, theme: str, role: SectionRole = SectionRole.ANALYSIS) -> ReadsAs:
        said = tagger.suggest([passage(text, role)], kind=Kind.SAR, form=Form.FULL_REPORT)
        (one,) = (one for one in said if one.theme == theme)
        return one.reads_as

    return reading


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("The review did not identify any failure to share information.", "information_sharing"),
        (
            "It would be wrong to conclude that a lack of training lay behind it.",
            "training_knowledge",
        ),
        ("The author does not attribute this to poor supervision.", "supervision_oversight"),
        ("It has not been suggested that training was lacking.", "training_knowledge"),
        ("None of those on the ward felt that caseloads were unmanageable.", "staffing_capacity"),
        ("Poor information sharing was not a feature of the case.", "information_sharing"),
        ("The reviewer saw no evidence of disguised compliance.", "optimism_disguised_compliance"),
        ("The panel does not consider that supervision was inadequate.", "supervision_oversight"),
        (
            "The ward was within its establishment and fully staffed that night.",
            "staffing_capacity",
        ),
    ],
)
def test_a_shortfall_that_the_reviewer_denies_reads_as_context(
    read: Read, text: str, theme: str
) -> None:
    assert read(text, theme) is ReadsAs.CONTEXT


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        (
            "There is no evidence that the sergeant offered any supervision.",
            "supervision_oversight",
        ),
        ("The reviewer found no record of supervision.", "supervision_oversight"),
        ("He was not told of the training, and nobody asked why.", "training_knowledge"),
    ],
)
def test_what_was_due_and_never_seen_to_be_done_is_a_gap(read: Read, text: str, theme: str) -> None:
    assert read(text, theme) is ReadsAs.GAP


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("The supervision policy was refreshed in 2019.", "supervision_oversight"),
        ("The panel considered whether supervision had been lacking.", "supervision_oversight"),
        ("The panel asked whether supervision should have been offered.", "supervision_oversight"),
        ("Nobody suggests that supervision should have been offered.", "supervision_oversight"),
        ("Supervision is held on the first Monday of the month.", "supervision_oversight"),
    ],
)
def test_what_is_described_or_asked_reads_as_context(read: Read, text: str, theme: str) -> None:
    assert read(text, theme) is ReadsAs.CONTEXT


@pytest.mark.parametrize(
    ("text", "reads_as"),
    [
        ("Her supervision of the team was exemplary.", ReadsAs.GOOD_PRACTICE),
        ("The sergeant gave careful supervision, of her own accord.", ReadsAs.GOOD_PRACTICE),
        ("Better supervision would have made all the difference.", ReadsAs.GAP),
    ],
)
def test_praise_counts_unless_it_is_only_wished_for(
    read: Read, text: str, reads_as: ReadsAs
) -> None:
    assert read(text, "supervision_oversight") is reads_as


@pytest.mark.parametrize(
    ("text", "reads_as"),
    [
        ("Supervision template introduced; audit in May found it on nine files.", ReadsAs.IMPROVED),
        ("Supervision template to be introduced by May.", ReadsAs.RECOMMENDED),
        ("Managers to ensure monthly supervision. Lead: head of service.", ReadsAs.RECOMMENDED),
    ],
)
def test_an_action_plan_row_that_is_done_is_told_from_one_that_is_due(
    read: Read, text: str, reads_as: ReadsAs
) -> None:
    assert read(text, "supervision_oversight", SectionRole.ACTION_PLAN) is reads_as
