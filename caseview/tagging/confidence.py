"""How sure a suggestion is: the share of suggestions like it that people found right."""

from math import exp, log
from typing import NamedTuple

from caseview.domain.document import Kind
from caseview.domain.section import SectionRole
from caseview.tagging.context import Setting

# Log-odds of a logistic regression (ridge, rounded) on invented paragraphs, each judged by telling
# words learned without it, and on the labelled passages of invented reviews that rules were tuned
# on; how much more a theme is there because it is elsewhere, on whole reviews alone. Then what a
# coroner's report adds was fitted to published concerns, the surest of the themes that one of
# their ten labels stands for.
_ALONE = -4.19
_A_RULE = 0.77
_SECOND_RULE = 0.4
_THIRD_RULE = 0.15
_TWO_GAPS = 0.21
_NAMED_AND_JUDGED = 0.11
_LONGER_MATCH = 0.32
_MORE_SENTENCES = 0.53
_ELSEWHERE = 0.25
_A_HINT = 0.47
_MORE_HINTS = 0.3
_TOLD_ALONE = 1.5
_TOLD_WITH_HINT = 1.4
_TOLD_WITH_RULE = 0.98
_USUAL_WITH_RULE, _USUAL_WITH_HINT = 1.9, 0.65
_LEAST_COUNTED, _MOST_COUNTED = -0.5, 3.0
# A coroner is terse: what a rule finds is seldom said in passing, though words that stand apart
# speak less for a theme than those that stand together, and telling words less than in reviews.
_RULE_IN_CORONERS_REPORT = 1.72
_HINT_IN_CORONERS_REPORT = 0.63
_WORD_PASSED_OVER = 0.16
_MOST_PASSED_OVER = 6
_TOLD_BY_A_CORONER = -0.28
_BY_ROLE = {
    SectionRole.FRONT_MATTER: -1.08,
    SectionRole.METHODOLOGY: -1.08,
    SectionRole.GLOSSARY: -1.08,
    SectionRole.LEGAL_POWERS: -1.08,
    SectionRole.APPENDIX: -1.08,
    SectionRole.BACKGROUND: -0.58,
}
_MANY = 3
FAINTEST = 0.04
"""What is less sure than this is not suggested: of 25 such suggestions one was right."""
LEAST_TOLD = 0.7
"""How far above the usual a passage without any rule weighs that is suggested on."""


class Evidence(NamedTuple):
    """What speaks for a theme in a passage.

    `rules` counts the rules that matched, hints left out, and `gaps` those of them that find gaps;
    `named` says that one only names the theme, `judges` that one finds a gap or good practice;
    `longest` is the length of the longest match in characters, `passed_over` the number of words in
    the gaps of the match that has fewest, `sentences` the number of those with a match, of a hint
    too. Where no rule matched, `hints` counts the different words that hint at the theme. `told` is
    how far above the usual its telling words weigh, None for a theme that has none.
    """

    rules: int = 0
    gaps: int = 0
    named: bool = False
    judges: bool = False
    longest: int = 0
    passed_over: int = 0
    sentences: int = 0
    hints: int = 0
    told: float | None = None


def confidence(found: Evidence, setting: Setting, elsewhere: int) -> float:
    """Return how sure a suggestion is, above 0 and below 1.

    `setting` says where the passage stands, `elsewhere` counts the other passages of the document
    in which rules of the theme matched. Nothing depends on other themes: what a change of one
    theme would do can be said by looking for that theme alone.
    """
    told = _told(found)
    if found.rules:
        odds = _by_rules(found) + _TOLD_WITH_RULE * told
    elif found.hints:
        odds = _A_HINT + _MORE_HINTS * log(found.hints) + _TOLD_WITH_HINT * told
    else:
        odds = _TOLD_ALONE * told
    if setting.kind is Kind.PFD:
        odds += _by_a_coroner(found) + _TOLD_BY_A_CORONER * told
    odds += _ALONE + _ELSEWHERE * log(1 + elsewhere) + _BY_ROLE.get(setting.role, 0.0)
    return 1 / (1 + exp(-odds))


def _told(found: Evidence) -> float:
    """Return what telling words count for; without any, what they weigh where one rule matches."""
    if found.told is None:
        return _USUAL_WITH_RULE if found.rules else _USUAL_WITH_HINT
    return min(max(found.told, _LEAST_COUNTED), _MOST_COUNTED)


def _by_rules(found: Evidence) -> float:
    odds = _A_RULE + _SECOND_RULE * (found.rules > 1) + _THIRD_RULE * (found.rules >= _MANY)
    odds += _TWO_GAPS * (found.gaps > 1) + _NAMED_AND_JUDGED * (found.named and found.judges)
    return odds + _LONGER_MATCH * log(1 + found.longest) + _MORE_SENTENCES * log(found.sentences)


def _by_a_coroner(found: Evidence) -> float:
    if not found.rules:
        return _HINT_IN_CORONERS_REPORT * (found.hints > 0)
    passed_over = min(found.passed_over, _MOST_PASSED_OVER)
    return _RULE_IN_CORONERS_REPORT - _WORD_PASSED_OVER * passed_over
