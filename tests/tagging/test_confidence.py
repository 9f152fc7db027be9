"""Confidence rises with agreement and judgement, and falls where a review only tells."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from caseview.domain.document import Form, Kind
from caseview.domain.section import SectionRole
from caseview.domain.suggestion import Level
from caseview.tagging.confidence import FAINTEST, Evidence, confidence
from caseview.tagging.context import Setting

settings = st.builds(
    Setting, st.sampled_from(SectionRole), st.sampled_from(Kind), st.sampled_from(Form)
)
founds = st.builds(
    Evidence,
    rules=st.integers(1, 6),
    gaps=st.integers(0, 6),
    named=st.booleans(),
    judges=st.booleans(),
    longest=st.integers(3, 120),
    sentences=st.integers(1, 6),
    hints=st.integers(0, 6),
    elsewhere=st.integers(0, 60),
    words=st.integers(1, 600),
)
ONE_RULE = Evidence(
    rules=1,
    gaps=1,
    named=False,
    judges=True,
    longest=30,
    sentences=1,
    hints=0,
    elsewhere=2,
    words=60,
)
ANALYSIS = Setting(SectionRole.ANALYSIS, Kind.SAR, Form.FULL_REPORT)
METHOD = Setting(SectionRole.METHODOLOGY, Kind.SAR, Form.FULL_REPORT)


@given(founds, settings)
def test_more_that_speaks_for_a_theme_never_makes_it_less_sure(
    found: Evidence, setting: Setting
) -> None:
    sure = confidence(found, setting)
    more = [
        replace(found, rules=found.rules + 1),
        replace(found, gaps=found.gaps + 1),
        replace(found, sentences=found.sentences + 1),
        replace(found, elsewhere=found.elsewhere + 1),
        replace(found, longest=found.longest + 1),
    ]
    assert all(0 < sure <= confidence(one, setting) < 1 for one in more)


@given(founds, settings)
def test_the_same_words_say_less_in_a_longer_passage(found: Evidence, setting: Setting) -> None:
    longer = replace(found, words=found.words * 2)
    assert confidence(longer, setting) <= confidence(found, setting)


def test_one_rule_alone_is_never_sure_and_agreement_in_two_sentences_is() -> None:
    agreed = replace(ONE_RULE, rules=4, gaps=3, named=True, sentences=3)
    assert confidence(ONE_RULE, ANALYSIS) < Level.SURE.least <= confidence(agreed, ANALYSIS)


def test_what_stands_aside_is_for_close_reading() -> None:
    two_rules = replace(ONE_RULE, rules=2)
    assert confidence(two_rules, METHOD) < Level.NORMAL.least <= confidence(two_rules, ANALYSIS)


def test_a_single_hint_is_too_faint_to_be_suggested_unless_the_document_tells_of_the_theme() -> (
    None
):
    hint = replace(ONE_RULE, rules=0, gaps=0, judges=False, longest=0, hints=1, elsewhere=0)
    assert confidence(hint, METHOD) < FAINTEST
    assert confidence(replace(hint, elsewhere=20), ANALYSIS) >= FAINTEST
