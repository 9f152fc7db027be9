"""How sure a suggestion is: the share of suggestions like it that people found right."""

from math import exp, log
from typing import NamedTuple

from caseview.domain.document import Kind
from caseview.domain.section import SectionRole
from caseview.tagging.context import Setting

# Log-odds of a logistic regression (ridge, rounded) on invented reviews and coroners' concerns that
# no rule was made from, each judged by telling words learned without it, and on the labelled
# passages of long reviews and of coroners' reports: two parts, one, one and half a part.
_ALONE = -4.07
_A_RULE = 0.96
_SECOND_RULE = 0.57
_THIRD_RULE = 0.29
_TWO_GAPS = 0.17
_NAMED_AND_JUDGED = 0.22
_LONGER_MATCH = 0.46
_MORE_SENTENCES = 0.76
_IN_CORONERS_REPORT = 0.53
# A coroner is terse: in 1,200 labelled concerns, words that stand apart spoke less for a theme than
# those that stand together, and words without any rule less than in reviews.
_WORD_PASSED_OVER = 0.2
_TOLD_ALONE_BY_A_CORONER = -0.5
_MOST_PASSED_OVER = 6
_ELSEWHERE = 0.2
_A_HINT = 1.03
_MORE_HINTS = 0.65
_TOLD_ALONE = 1.37
_TOLD_WITH_HINT = 1.03
_TOLD_WITH_RULE = 0.67
_USUAL_WITH_RULE, _USUAL_WITH_HINT = 0.9, 0.5
_LEAST_COUNTED, _MOST_COUNTED = -0.5, 2.5
_BY_ROLE = {
    SectionRole.FRONT_MATTER: -1.04,
    SectionRole.METHODOLOGY: -1.04,
    SectionRole.GLOSSARY: -1.04,
    SectionRole.LEGAL_POWERS: -1.04,
    SectionRole.APPENDIX: -1.04,
    SectionRole.BACKGROUND: -0.91,
    SectionRole.CHRONOLOGY: -0.3,
}
_MANY = 3
FAINTEST = 0.06
"""What is less sure than this is not suggested: of twenty such suggestions one was right."""
LEAST_TOLD = 0.9
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
        if setting.kind is Kind.PFD:
            odds += _IN_CORONERS_REPORT
            odds -= _WORD_PASSED_OVER * min(found.passed_over, _MOST_PASSED_OVER)
    elif found.hints:
        odds = _A_HINT + _MORE_HINTS * log(found.hints) + _TOLD_WITH_HINT * told
    else:
        odds = _TOLD_ALONE * told + _TOLD_ALONE_BY_A_CORONER * (setting.kind is Kind.PFD)
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
