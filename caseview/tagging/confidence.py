"""How sure a suggestion is: the share of suggestions like it that people found right."""

from collections.abc import Collection
from math import exp

from caseview.domain.codebook import Effect
from caseview.domain.document import Kind
from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole
from caseview.tagging.context import QUIET, Setting

# Log-odds of a logistic regression on labelled passages (ridge 1, rounded). Each document was
# judged by weights fitted to the others, and by rules that match in some other document too: of
# what came out between .5 and .6, between .5 and .6 was right, and so on for each tenth.
_ALONE = -0.1
_IN_CORONERS_REPORT = 1.0
_SECOND_RULE = 0.9
_THIRD_RULE = 0.75
_JUDGES = 0.3
_ASKED = 0.75
_ASIDE = -1.1
_ONLY_NAMED = -0.5
_NARRATIVE = QUIET | {SectionRole.BACKGROUND}
_MANY = 3


def confidence(
    effects: Collection[Effect], rules: int, reads_as: ReadsAs, setting: Setting
) -> float:
    """Return how sure a suggestion is, above 0 and below 1.

    `effects` are those of the rules that matched in the passage for its theme, `rules` how many
    different ones, `reads_as` how the best of them reads, `setting` where the passage stands.
    """
    odds = _ALONE
    odds += _SECOND_RULE * (rules > 1) + _THIRD_RULE * (rules >= _MANY)
    odds += _JUDGES * any(effect is not Effect.TOPIC for effect in effects)
    odds += _IN_CORONERS_REPORT * (setting.kind is Kind.PFD)
    if setting.role is SectionRole.TERMS_OF_REFERENCE:
        odds += _ASKED
    elif setting.role in _NARRATIVE:
        odds += _ASIDE
    elif reads_as is ReadsAs.CONTEXT:
        odds += _ONLY_NAMED
    return 1 / (1 + exp(-odds))
