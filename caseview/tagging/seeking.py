"""Looks for every rule and every cue of a codebook in a sentence at once."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from caseview.domain.codebook import Codebook, Effect, Rule
from caseview.tagging.cues import NO_CUES, Cue, CueFamily, Cues
from caseview.tagging.matcher import Matcher, passed_over
from caseview.tagging.notation import Choice, Pattern, parse
from caseview.tagging.prefilter import Prefilter
from caseview.tagging.sentence import Hit, Sentence, Span, overlap


class Seeker:
    """Knows the patterns of a codebook by number: rules first, then false friends, then cues."""

    def __init__(self, codebook: Codebook, named: Mapping[str, Pattern]) -> None:
        rules = [
            (rule, pattern)
            for theme in codebook.themes
            if not theme.retired
            for rule in theme.rules
            for pattern in _looked_for(rule, named)
        ]
        rules.sort(key=lambda one: one[0].effect is Effect.FALSE_FRIEND)
        families = set(CueFamily)
        cues = [
            (CueFamily(family), parse(phrase, named))
            for family, phrases in codebook.cues.items()
            if family in families
            for phrase in phrases
        ]
        self._rules = tuple(rule for rule, _ in rules)
        self._first_cue = len(rules)
        self._first_friend = sum(rule.effect is not Effect.FALSE_FRIEND for rule, _ in rules)
        self._families = tuple(family for family, _ in cues)
        self._matchers = tuple(Matcher(pattern) for _, pattern in [*rules, *cues])
        self._prefilter = Prefilter([matcher.tree for matcher in self._matchers])

    def sentence(
        self,
        text: str,
        folded: str,
        span: Span,
        words: Iterable[str],
        unheard: Container[CueFamily] = (),
    ) -> Sentence:
        """Return the sentence that stands at `span` of a passage and holds these folded words.

        Cues of the families `unheard` are not looked for.
        """
        candidates = sorted(self._prefilter.candidates(words))
        cues = NO_CUES
        if candidates and candidates[-1] >= self._first_cue:
            cues = Cues(self._cues(candidates, folded, span, unheard)) or NO_CUES
        return Sentence(text, folded, span, candidates, cues)

    def hits(self, sentence: Sentence) -> Iterator[Hit]:
        """Yield the first match of each rule that is free of false friends of its theme."""
        folded, (start, end) = sentence.folded, sentence.span
        rules, matchers = self._rules, self._matchers
        first = bisect_left(sentence.candidates, self._first_friend)
        befriended = {rules[number].theme for number in self._friends_among(sentence)}
        for number in sentence.candidates[:first]:
            found = matchers[number].look(folded, start, end)
            if found is not None:
                rule = rules[number]
                if rule.theme in befriended:
                    found = self._free(number, found, sentence)
                    if found is None:
                        continue
                yield Hit(rule, found.span(), sentence, passed_over(found))

    def has_friend(self, theme: str, sentence: Sentence) -> bool:
        """Return whether a false friend of a theme stands in a sentence."""
        return any(True for _ in self._friends(theme, sentence))

    def _friends_among(self, sentence: Sentence) -> Sequence[int]:
        """Return the numbers of the false friends that can match in a sentence."""
        candidates = sentence.candidates
        first = bisect_left(candidates, self._first_friend)
        return candidates[first : bisect_left(candidates, self._first_cue, first)]

    def _friends(self, theme: str, sentence: Sentence) -> Iterator[Span]:
        """Yield where false friends of a theme stand in a sentence."""
        for number in self._friends_among(sentence):
            if self._rules[number].theme == theme:
                yield from self._spans(number, sentence.folded, sentence.span)

    def _free(
        self, number: int, found: re.Match[str] | None, sentence: Sentence
    ) -> re.Match[str] | None:
        """Return a rule's first match, from `found` on, with no false friend on it, or None."""
        friends = list(self._friends(self._rules[number].theme, sentence))
        while found is not None and any(overlap(found.span(), friend) for friend in friends):
            start = max(found.end(), found.start() + 1)
            found = self._matchers[number].look(sentence.folded, start, sentence.span[1])
        return found

    def _spans(self, number: int, folded: str, span: Span) -> Iterator[Span]:
        start, end = span
        find = self._matchers[number].find
        while (found := find(folded, start, end)) is not None:
            yield found
            start = max(found[1], start + 1)

    def _cues(
        self, candidates: Sequence[int], folded: str, span: Span, unheard: Container[CueFamily]
    ) -> Iterator[Cue]:
        for number in candidates[bisect_left(candidates, self._first_cue) :]:
            family = self._families[number - self._first_cue]
            if family in unheard:
                continue
            for begin, end in self._spans(number, folded, span):
                yield Cue(family, begin, end)


def _looked_for(rule: Rule, named: Mapping[str, Pattern]) -> Iterable[Pattern]:
    """Return the patterns that a rule looks for: each of its alternatives is one.

    Apart they ask for words that stand together, so that fewer sentences are looked through.
    """
    phrases = parse(rule.pattern, named).options
    if len(phrases) == 1 and len(phrases[0].items) == 1:
        parts = phrases[0].items[0].parts
        if len(parts) == 1 and isinstance(parts[0], Choice):
            phrases = parts[0].options
    return tuple(Pattern((phrase,)) for phrase in phrases)
