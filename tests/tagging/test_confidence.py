"""Confidence rises with agreement and judgement, and falls where a review only tells."""

from hypothesis import given
from hypothesis import strategies as st

from caseview.domain.codebook import Effect
from caseview.domain.document import Form, Kind
from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole
from caseview.domain.suggestion import Level
from caseview.tagging.confidence import confidence
from caseview.tagging.context import Setting

effects = st.lists(st.sampled_from([Effect.GAP, Effect.TOPIC, Effect.GOOD_PRACTICE]), min_size=1)
readings = st.sampled_from(ReadsAs)
settings = st.builds(
    Setting, st.sampled_from(SectionRole), st.sampled_from(Kind), st.sampled_from(Form)
)


@given(effects, readings, settings, st.integers(1, 6))
def test_another_rule_that_agrees_never_makes_a_suggestion_less_sure(
    found: list[Effect], reading: ReadsAs, setting: Setting, rules: int
) -> None:
    alone = confidence(found, rules, reading, setting)
    assert 0 < alone <= confidence([*found, Effect.GAP], rules + 1, reading, setting) < 1


@given(effects, readings, settings)
def test_one_rule_alone_is_never_sure(
    found: list[Effect], reading: ReadsAs, setting: Setting
) -> None:
    if setting.kind is not Kind.PFD:
        assert confidence(found, 1, reading, setting) < Level.SURE.least


def test_what_is_only_named_or_stands_aside_is_for_close_reading() -> None:
    analysis = Setting(SectionRole.ANALYSIS, Kind.SAR, Form.FULL_REPORT)
    method = Setting(SectionRole.METHODOLOGY, Kind.SAR, Form.FULL_REPORT)
    judged = confidence([Effect.GAP], 1, ReadsAs.GAP, analysis)
    named = confidence([Effect.TOPIC], 1, ReadsAs.CONTEXT, analysis)
    aside = confidence([Effect.GAP], 1, ReadsAs.GAP, method)
    assert aside < Level.NORMAL.least < judged
    assert named < Level.NORMAL.least
