"""Puts themes forward on passages: which rule matched, how it reads, and on what words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from caseview.domain.codebook import Codebook, Effect, Rule
from caseview.domain.document import Form, Kind, ParagraphStyle
from caseview.domain.passage import Passage
from caseview.domain.section import SectionRole
from caseview.domain.suggestion import Suggestion
from caseview.tagging.at_large import read_at_large
from caseview.tagging.confidence import confidence
from caseview.tagging.context import (
    NAMED,
    Cue,
    CueFamily,
    Cues,
    Match,
    Reading,
    Setting,
    read,
)
from caseview.tagging.evidence import evidence, reason
from caseview.tagging.matcher import Matcher, fold
from caseview.tagging.prefilter import WORD, Prefilter
from caseview.tagging.sentences import clauses, sentences

_SILENT_STYLES = frozenset({
    ParagraphStyle.CONTENTS,
    ParagraphStyle.HEADING,
    ParagraphStyle.CAPTION,
})
_SILENT_ROLES = frozenset({SectionRole.GLOSSARY})


@dataclass(frozen=True, slots=True)
class _Hit:
    """A rule's match with its reading."""

    rule: Rule
    match: Match
    reading: Reading


class Tagger:
    """Suggests themes by the rules of a codebook."""

    def __init__(self, codebook: Codebook) -> None:
        families = set(CueFamily)
        self._rules = tuple(
            rule for theme in codebook.themes if not theme.retired for rule in theme.rules
        )
        self._count = len(self._rules)
        self._families = tuple(
            CueFamily(family)
            for family, phrases in codebook.cues.items()
            if family in families
            for _ in phrases
        )
        cues = [
            phrase
            for family, phrases in codebook.cues.items()
            if family in families
            for phrase in phrases
        ]
        self._matchers = tuple(
            Matcher(pattern) for pattern in [*(rule.pattern for rule in self._rules), *cues]
        )
        self._prefilter = Prefilter([matcher.tree for matcher in self._matchers])

    def suggest(
        self, passages: Sequence[Passage], *, kind: Kind, form: Form
    ) -> tuple[Suggestion, ...]:
        """Return the suggestions for the passages of one document, in reading order.

        At most one for each theme in each passage: the one with the best evidence.
        """
        found: list[Suggestion] = []
        for passage in passages:
            if passage.style not in _SILENT_STYLES and passage.role not in _SILENT_ROLES:
                setting = Setting(passage.role, kind, form, passage.restated)
                found += self._suggestions(passage, setting)
        return tuple(found)

    def _suggestions(self, passage: Passage, setting: Setting) -> list[Suggestion]:
        folded = fold(passage.text)
        best: dict[str, list[_Hit]] = {}
        for start, end in sentences(passage.text):
            for hit in self._hits(passage.text, folded, (start, end), setting):
                best.setdefault(hit.rule.theme, []).append(hit)
        whole = self._cues_of(folded, (0, len(folded)))
        made = [_suggestion(passage, hits, setting, whole) for hits in best.values()]
        return sorted(made, key=lambda one: (one.start, one.end, one.theme))

    def _cues_of(self, folded: str, stretch: tuple[int, int]) -> Cues:
        @cache
        def candidates() -> list[int]:
            return sorted(self._prefilter.candidates(WORD.findall(folded, *stretch)))

        return Cues(lambda family: self._cues(family, candidates(), folded, stretch))

    def _hits(
        self, text: str, folded: str, sentence: tuple[int, int], setting: Setting
    ) -> Iterator[_Hit]:
        start, end = sentence
        candidates = sorted(self._prefilter.candidates(WORD.findall(folded, start, end)))
        found = self._found(candidates, folded, sentence)
        if not found:
            return
        cues = Cues(lambda family: self._cues(family, candidates, folded, sentence))
        parts = list(clauses(text, start, end))
        for rule, (begin, stop) in found:
            clause = _clause(parts, begin, stop)
            words = " " in folded[begin:stop]
            match = Match(rule.effect, begin, stop, clause, sentence, words)
            yield _Hit(rule, match, read(match, cues, setting))

    def _found(
        self, candidates: Sequence[int], folded: str, sentence: tuple[int, int]
    ) -> list[tuple[Rule, tuple[int, int]]]:
        """Return what the rules match in a sentence, less what false friends hold back."""
        rules = [(number, self._rules[number]) for number in candidates if number < self._count]
        friends: dict[str, list[tuple[int, int]]] = {}
        found = []
        for number, rule in rules:
            if rule.effect is Effect.FALSE_FRIEND:
                continue
            for span in self._spans(number, folded, sentence):
                if rule.theme not in friends:
                    friends[rule.theme] = [
                        friend
                        for other, held in rules
                        if held.effect is Effect.FALSE_FRIEND and held.theme == rule.theme
                        for friend in self._spans(other, folded, sentence)
                    ]
                if not any(_overlap(span, friend) for friend in friends[rule.theme]):
                    found.append((rule, span))
                    break
        return found

    def _spans(
        self, number: int, folded: str, sentence: tuple[int, int]
    ) -> Iterator[tuple[int, int]]:
        start, end = sentence
        matcher = self._matchers[number]
        while (span := matcher.find(folded, start, end)) is not None:
            yield span
            start = max(span[1], start + 1)

    def _cues(
        self,
        family: CueFamily,
        candidates: Iterable[int],
        folded: str,
        sentence: tuple[int, int],
    ) -> Iterator[Cue]:
        for number in candidates:
            if number >= self._count and self._families[number - self._count] is family:
                for begin, stop in self._spans(number, folded, sentence):
                    yield Cue(family, begin, stop)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _clause(parts: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """Return the stretch of whole clauses that a match touches."""
    touched = [part for part in parts if part[0] < end and start < part[1]]
    if not touched:
        return start, end
    return min(touched[0][0], start), max(touched[-1][1], end)


def _suggestion(
    passage: Passage, hits: Sequence[_Hit], setting: Setting, whole: Cues
) -> Suggestion:
    """Return the suggestion for one theme; `whole` holds the cues of the passage."""
    best = max(hits, key=lambda hit: (hit.reading.confidence, -hit.match.start))
    effects = {hit.rule.id: hit.rule.effect for hit in hits}
    sure = confidence(effects.values(), len(effects), best.reading.reads_as, setting)
    reading = best.reading
    if reading is NAMED:
        reading = read_at_large(best.match.sentence, setting, whole)
    start, end = evidence(passage.text, best.match)
    return Suggestion(
        theme=best.rule.theme,
        start=passage.start + start,
        end=passage.start + end,
        text=passage.text[start:end],
        reads_as=reading.reads_as,
        rule=best.rule.id,
        reason=reason(passage.text, best.rule, reading, setting),
        confidence=round(sure, 3),
        restated=reading.restated,
    )
