"""A learned rule is tried on documents it has not seen, and pays only where it surely helps."""

from random import Random

import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from caseview.domain.codebook import Theme
from caseview.domain.document import ParagraphStyle
from caseview.domain.learned import Example, LearnedRule, Lesson
from caseview.domain.passage import Passage
from caseview.domain.section import SectionRole
from caseview.learning.child import ChildTrainer
from caseview.learning.training import train
from caseview.tagging.features import features, weighed
from caseview.tagging.learned import LearnedTagger, likelihood

AT = "2026-03-01T09:00:00+00:00"
SHORT = ["The rota was thin.", "Agency cover came late.", "Shifts went unfilled all winter."]
OTHER = ["The school wrote to her.", "A letter was sent on Monday.", "He lived with his aunt."]
FILLER = ["The panel met in spring.", "This is set out below.", "The home was clean and warm."]
THEME = Theme("staffing", "Staffing", "g", "Too few people.")


def passage(text: str, role: SectionRole = SectionRole.ANALYSIS) -> Passage:
    return Passage(0, len(text), text, 1, 1, role)


def lesson(seed: int = 1, *, telling: bool = True, rules_know: float = 0.3) -> Lesson:
    """Return 160 decisions in 16 documents; the words tell the theme apart only if `telling`."""
    draw = Random(seed)  # noqa: S311 - invented text, no secret
    examples = []
    for number in range(160):
        holds = number % 2 == 0
        words = (SHORT if holds else OTHER) if telling else [*SHORT, *OTHER]
        text = " ".join([draw.choice(words), draw.choice(FILLER)])
        says = holds and draw.random() < rules_know
        found = features(passage(text))
        examples.append(Example(number // 10, found, holds=holds, rules_say=says))
    return Lesson("staffing", tuple(examples))


@pytest.fixture(scope="module")
def rule() -> LearnedRule:
    made = train(lesson(), AT)
    assert made is not None
    return made


def test_words_that_tell_beat_rules_that_know_few(rule: LearnedRule) -> None:
    assert rule.trial.learned.f1 > 0.9 > rule.trial.rules.f1
    assert rule.is_on
    assert 0 < rule.trial.low <= rule.trial.gain <= rule.trial.high


def test_words_that_tell_nothing_stay_off() -> None:
    made = train(lesson(telling=False, rules_know=0.95), AT)
    assert made is not None
    assert not made.is_on


def test_rules_that_know_all_leave_nothing_to_learn() -> None:
    made = train(lesson(rules_know=1.1), AT)
    assert made is not None
    assert not made.is_on


def test_too_few_decisions_teach_nothing() -> None:
    few = Lesson("staffing", lesson().examples[:20])
    assert not few.supply.is_enough
    assert train(few, AT) is None
    one_document = Lesson(
        "staffing",
        tuple(Example(1, one.features, one.holds, one.rules_say) for one in lesson().examples),
    )
    assert train(one_document, AT) is None


def test_learning_the_same_twice_gives_the_same_rule(rule: LearnedRule) -> None:
    assert train(lesson(), AT) == rule


def test_features_are_weighed_as_scikit_learn_weighs_them() -> None:
    """What is applied without scikit-learn is what was trained with it."""
    texts = [example.features for example in lesson().examples]
    vectoriser = TfidfVectorizer(analyzer=list, sublinear_tf=True, min_df=2)
    matrix = vectoriser.fit_transform(texts)
    names = vectoriser.get_feature_names_out()
    rarity = dict(zip(names, vectoriser.idf_, strict=True))
    for number in range(0, 160, 7):
        row = matrix[number]
        theirs = {names[place]: row[0, place] for place in row.indices}
        assert weighed(texts[number], rarity) == pytest.approx(theirs)


def test_telling_words_are_likely_and_others_not(rule: LearnedRule) -> None:
    tagger = LearnedTagger(rule, THEME)
    sure, unsure = (tagger.likelihood(passage(text)) for text in (SHORT[0], OTHER[0]))
    assert sure > 0.8
    assert unsure < 0.2
    assert likelihood(rule, 0.0) < sure


def test_a_suggestion_stands_on_the_telling_sentence_and_names_its_words(
    rule: LearnedRule,
) -> None:
    text = f"{FILLER[0]} {SHORT[1]} {FILLER[2]}"
    put = LearnedTagger(rule, THEME).suggestion(passage(text), 0.4)
    assert put is not None
    assert put.text.strip() == SHORT[1]
    assert text[put.start : put.end] == put.text
    assert "Learned from 160 decisions" in put.reason
    assert "cover" in put.reason
    assert put.rule == "staffing.learned"


def test_nothing_is_suggested_on_headings_or_below_the_level(rule: LearnedRule) -> None:
    tagger = LearnedTagger(rule, THEME)
    heading = Passage(
        0, len(SHORT[0]), SHORT[0], 1, 1, SectionRole.ANALYSIS, style=ParagraphStyle.HEADING
    )
    assert tagger.suggestion(heading, 0.0) is None
    assert tagger.suggestion(passage(OTHER[0]), 0.42) is None


def test_a_child_learns_the_same(rule: LearnedRule) -> None:
    few = Lesson("other", lesson().examples[:20])
    found = list(ChildTrainer().train([lesson(), few], AT, lambda: False))
    assert found == [rule]
