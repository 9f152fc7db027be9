"""Suggests by learned rules, and says by which words; needs nothing but their weights."""

from dataclasses import dataclass
from functools import cached_property
from math import exp

from caseview.domain.codebook import Theme
from caseview.domain.learned import LEARNED, LearnedRule
from caseview.domain.passage import Passage
from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole
from caseview.domain.suggestion import Suggestion
from caseview.tagging.features import ROLE, features, weighed
from caseview.tagging.sentences import sentences
from caseview.tagging.silence import is_silent

_SHOWN, _SURE = 4, 30.0
_READINGS = {
    SectionRole.RECOMMENDATIONS: ReadsAs.RECOMMENDED,
    SectionRole.ACTION_PLAN: ReadsAs.RECOMMENDED,
    SectionRole.GOOD_PRACTICE: ReadsAs.GOOD_PRACTICE,
    SectionRole.IMPROVEMENT: ReadsAs.IMPROVED,
}


@dataclass(frozen=True)
class LearnedTagger:
    """Applies one learned rule to passages."""

    rule: LearnedRule
    theme: Theme

    @cached_property
    def _rarity(self) -> dict[str, float]:
        return {word: rarity for word, (rarity, _) in self.rule.words.items()}

    def likelihood(self, passage: Passage) -> float:
        """Return how likely a passage holds the theme, from 0 to 1."""
        shares = self._shares(passage)
        return likelihood(self.rule, sum(shares.values()) + self.rule.bias)

    def words(self, passage: Passage) -> tuple[str, ...]:
        """Return the words of a passage that speak most for the theme, the weightiest first."""
        shares = self._shares(passage)
        told = [one for one in shares if shares[one] > 0 and not one.startswith(ROLE)]
        return tuple(sorted(told, key=lambda one: (-shares[one], one))[:_SHOWN])

    def suggestion(self, passage: Passage, least: float) -> Suggestion | None:
        """Return a suggestion on the sentence that speaks most for the theme, None below `least`.

        Its confidence is the likelihood, and its reason names the weightiest words.
        """
        if is_silent(passage):
            return None
        sure = self.likelihood(passage)
        if sure < least:
            return None
        begin, end = self._sentence(passage)
        words = " · ".join(self.words(passage)) or "none alone"
        decided = self.rule.trial.decided
        return Suggestion(
            theme=self.theme.id,
            start=passage.start + begin,
            end=passage.start + end,
            text=passage.text[begin:end],
            reads_as=_READINGS.get(passage.role, self.theme.default_reads_as),
            rule=f"{self.theme.id}{LEARNED}",
            reason=f"Learned from {decided:,} decisions on this theme. Weightiest words: {words}.",
            confidence=round(sure, 3),
            restated=passage.restated,
        )

    def _sentence(self, passage: Passage) -> tuple[int, int]:
        parts = list(sentences(passage.text)) or [(0, len(passage.text))]

        def weight(part: tuple[int, int]) -> float:
            held = set(features(_part(passage, part)))
            shares = self._shares(passage)
            return sum(share for one, share in shares.items() if one in held)

        return max(parts, key=weight)

    def _shares(self, passage: Passage) -> dict[str, float]:
        """Return what each feature adds to the sum."""
        found = weighed(features(passage), self._rarity)
        return {one: weight * self.rule.words[one][1] for one, weight in found.items()}


def likelihood(rule: LearnedRule, total: float) -> float:
    """Return the likelihood that a sum of weights stands for."""
    power = max(-_SURE, min(_SURE, rule.slope * total + rule.base))
    return 1 / (1 + exp(-power))


def _part(passage: Passage, part: tuple[int, int]) -> Passage:
    begin, end = part
    return Passage(
        passage.start + begin, passage.start + end, passage.text[begin:end], passage.number,
        passage.page, passage.role,
    )  # fmt: skip
