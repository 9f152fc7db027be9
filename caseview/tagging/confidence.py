"""How sure a suggestion is: the share of suggestions like it that people found right."""

from dataclasses import dataclass
from math import exp, log

from caseview.domain.document import Kind
from caseview.domain.section import SectionRole
from caseview.tagging.context import Setting

# Log-odds of a logistic regression on labelled passages (ridge 1, rounded), reports of coroners
# and long reviews together. Each document was judged by weights fitted to the others: of what
# came out between .5 and .6, between .5 and .6 was right, and so on for each tenth.
_ALONE = -2.9
_SECOND_RULE = 0.8
_THIRD_RULE = 0.6
_TWO_GAPS = 0.65
_NAMED_AND_JUDGED = 0.35
_LONGER_MATCH = 0.53
_MORE_SENTENCES = 0.95
_ELSEWHERE = 0.15
_HINTS_ALONE = -0.4
_LONGER_PASSAGE = -0.4
_IN_CORONERS_REPORT = 1.0
_BY_ROLE = {
    SectionRole.TERMS_OF_REFERENCE: 0.8,
    SectionRole.FRONT_MATTER: -0.7,
    SectionRole.METHODOLOGY: -0.7,
    SectionRole.GLOSSARY: -0.7,
    SectionRole.LEGAL_POWERS: -0.7,
    SectionRole.APPENDIX: -0.7,
    SectionRole.BACKGROUND: -1.0,
    SectionRole.CHRONOLOGY: -0.45,
    SectionRole.FINDINGS: 0.5,
    SectionRole.LEARNING: 0.5,
    SectionRole.IMPROVEMENT: 0.5,
    SectionRole.RECOMMENDATIONS: 0.3,
    SectionRole.ACTION_PLAN: 0.3,
}
_MANY = 3
_USUAL_WORDS = 60
_FEWEST_WORDS = 30
FAINTEST = 0.06
"""What is less sure than this is not suggested: of twenty such suggestions one was right."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a theme in a passage.

    `rules` counts the rules that matched, hints left out, and `gaps` those of them that find gaps;
    `named` says that one only names the theme, `judges` that one finds a gap or good practice;
    `longest` is the length of the longest match in characters, `sentences` the number of those
    with a match; `hints` counts the different words that hint at the theme; `elsewhere` the other
    passages of the document in which its rules matched; `words` those of the passage.
    """

    rules: int
    gaps: int
    named: bool
    judges: bool
    longest: int
    sentences: int
    hints: int
    elsewhere: int
    words: int


def confidence(found: Evidence, setting: Setting) -> float:
    """Return how sure a suggestion is, above 0 and below 1.

    `setting` says where the passage stands. Nothing depends on other themes: what a change of one
    theme would do can be said by looking for that theme alone.
    """
    odds = _ALONE
    odds += _SECOND_RULE * (found.rules > 1) + _THIRD_RULE * (found.rules >= _MANY)
    odds += _TWO_GAPS * (found.gaps > 1) + _NAMED_AND_JUDGED * (found.named and found.judges)
    odds += _LONGER_MATCH * log(1 + found.longest) + _MORE_SENTENCES * log(found.sentences)
    odds += _ELSEWHERE * log(1 + found.elsewhere)
    odds += _LONGER_PASSAGE * log(max(found.words, _FEWEST_WORDS) / _USUAL_WORDS)
    if not found.rules:
        odds += _HINTS_ALONE * log(1 + found.hints)
    odds += _IN_CORONERS_REPORT * (setting.kind is Kind.PFD)
    odds += _BY_ROLE.get(setting.role, 0.0)
    return 1 / (1 + exp(-odds))
