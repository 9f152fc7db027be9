"""Confidence rises with agreement, judgement and telling words; it falls where a review tells."""

from hypothesis import given
from hypothesis import strategies as st

from caseview.domain.document import Form, Kind
from caseview.domain.section import SectionRole
from caseview.domain.suggestion import Level
from caseview.tagging.confidence import FAINTEST, LEAST_TOLD, Evidence, confidence
from caseview.tagging.context import Setting

settings = st.builds(
    Setting, st.sampled_from(SectionRole), st.sampled_from(Kind), st.sampled_from(Form)
)
founds = st.builds(
    Evidence,
    rules=st.integers(0, 6),
    gaps=st.integers(0, 6),
    named=st.booleans(),
    judges=st.booleans(),
    longest=st.integers(3, 120),
    passed_over=st.integers(0, 20),
    sentences=st.integers(1, 6),
    hints=st.integers(0, 6),
    told=st.floats(-3, 9),
)
NOTHING = Evidence(
    rules=0,
    gaps=0,
    named=False,
    judges=False,
    longest=0,
    sentences=0,
    hints=0,
)
ONE_RULE = NOTHING._replace(rules=1, gaps=1, judges=True, longest=30, sentences=1)
ANALYSIS = Setting(SectionRole.ANALYSIS, Kind.SAR, Form.FULL_REPORT)
CONCERNS = Setting(SectionRole.CONCERNS, Kind.PFD, Form.FULL_REPORT)
METHOD = Setting(SectionRole.METHODOLOGY, Kind.SAR, Form.FULL_REPORT)


@given(founds, settings, st.integers(0, 60))
def test_more_that_speaks_for_a_theme_never_makes_it_less_sure(
    found: Evidence, setting: Setting, elsewhere: int
) -> None:
    sure = confidence(found, setting, elsewhere)
    more = [
        found._replace(gaps=found.gaps + 1),
        found._replace(sentences=found.sentences + 1),
        found._replace(longest=found.longest + 1),
        found._replace(told=(found.told or 0.0) + 0.5),
    ]
    if found.rules:
        more.append(found._replace(rules=found.rules + 1))
    assert all(0 < sure <= confidence(one, setting, elsewhere) < 1 for one in more)
    assert sure <= confidence(found, setting, elsewhere + 1)


@given(st.floats(-3, 9), st.integers(0, 60), settings)
def test_a_rule_that_matches_makes_surer_than_words_alone(
    told: float, elsewhere: int, setting: Setting
) -> None:
    words = NOTHING._replace(told=told)
    rule = ONE_RULE._replace(told=told)
    assert confidence(words, setting, elsewhere) < confidence(rule, setting, elsewhere)


def test_one_rule_alone_is_never_sure_and_agreement_in_two_sentences_is() -> None:
    agreed = ONE_RULE._replace(rules=4, gaps=3, named=True, sentences=3, told=3.0)
    assert confidence(ONE_RULE, ANALYSIS, 2) < Level.SURE.least <= confidence(agreed, ANALYSIS, 2)


def test_words_that_stand_apart_say_less_where_a_coroner_writes() -> None:
    apart = ONE_RULE._replace(passed_over=4)
    assert confidence(apart, CONCERNS, 0) < confidence(ONE_RULE, CONCERNS, 0)
    assert confidence(apart, ANALYSIS, 0) == confidence(ONE_RULE, ANALYSIS, 0)


def test_words_alone_are_for_close_reading_where_a_coroner_writes() -> None:
    words = NOTHING._replace(told=99.0)
    assert FAINTEST <= confidence(words, CONCERNS, 0) < Level.NORMAL.least
    assert confidence(words, CONCERNS, 0) < confidence(words, ANALYSIS, 0)


def test_words_alone_are_never_sure() -> None:
    words = NOTHING._replace(told=99.0)
    assert Level.NORMAL.least <= confidence(words, ANALYSIS, 60) < Level.SURE.least


def test_what_stands_aside_is_for_close_reading() -> None:
    assert confidence(ONE_RULE, METHOD, 2) < Level.NORMAL.least
    assert Level.NORMAL.least <= confidence(ONE_RULE, ANALYSIS, 2)


def test_a_hint_is_for_close_reading() -> None:
    hint = NOTHING._replace(hints=1, told=0.4)
    assert FAINTEST <= confidence(hint, ANALYSIS, 0) < Level.NORMAL.least


def test_words_that_weigh_too_little_to_be_looked_at_would_be_too_faint_to_show() -> None:
    least = NOTHING._replace(told=LEAST_TOLD - 0.01)
    best = Setting(SectionRole.FINDINGS, Kind.PFD, Form.FULL_REPORT)
    assert confidence(least, best, 0) < FAINTEST
