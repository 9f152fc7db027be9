"""Puts themes forward on passages: which rule matched, how it reads, and on what words."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from caseview.domain.codebook import Codebook, Effect, Rule
from caseview.domain.document import Form, Kind
from caseview.domain.passage import Passage
from caseview.domain.suggestion import Suggestion
from caseview.tagging.at_large import read_at_large
from caseview.tagging.confidence import FAINTEST, Evidence, confidence
from caseview.tagging.context import (
    NAMED,
    Cue,
    CueFamily,
    Cues,
    Match,
    Setting,
    read,
)
from caseview.tagging.evidence import evidence, reason
from caseview.tagging.matcher import Matcher, fold
from caseview.tagging.notation import Choice, Pattern, parse, parse_named
from caseview.tagging.once import Once
from caseview.tagging.prefilter import WORD, Prefilter
from caseview.tagging.sentences import clauses, sentences
from caseview.tagging.silence import is_silent


class _Hit(NamedTuple):
    """A rule's match: its span, its sentence, the cues there and what parts it into clauses."""

    rule: Rule
    span: tuple[int, int]
    sentence: tuple[int, int]
    cues: Cues
    clauses: Callable[[], Sequence[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class _Found:
    """A passage with what matched in it, by theme."""

    passage: Passage
    setting: Setting
    whole: Cues
    by_theme: dict[str, list[_Hit]]


class Tagger:
    """Suggests themes by the rules of a codebook."""

    def __init__(self, codebook: Codebook) -> None:
        named = parse_named(codebook.words)
        rules: list[tuple[Rule, str]] = [
            (rule, pattern)
            for theme in codebook.themes
            if not theme.retired
            for rule in theme.rules
            for pattern in _looked_for(rule, named)
        ]
        families = set(CueFamily)
        cues = [
            (CueFamily(family), phrase)
            for family, phrases in codebook.cues.items()
            if family in families
            for phrase in phrases
        ]
        self._rules = tuple(rule for rule, _ in rules)
        self._count = len(self._rules)
        self._families = tuple(family for family, _ in cues)
        self._matchers = tuple(Matcher(pattern, named) for _, pattern in [*rules, *cues])
        self._prefilter = Prefilter([matcher.tree for matcher in self._matchers])

    def suggest(
        self, passages: Sequence[Passage], *, kind: Kind, form: Form
    ) -> tuple[Suggestion, ...]:
        """Return the suggestions for the passages of one document, in reading order.

        At most one for each theme in each passage: the one with the best evidence.
        """
        found: list[_Found] = []
        for passage in passages:
            if not is_silent(passage):
                setting = Setting(passage.role, kind, form, passage.restated)
                found.append(self._found_in(passage, setting))
        told = Counter(
            theme for one in found for theme, hits in one.by_theme.items() if _is_strong(hits)
        )
        return tuple(said for one in found for said in _suggestions(one, told))

    def _found_in(self, passage: Passage, setting: Setting) -> _Found:
        folded = fold(passage.text)
        by_theme: dict[str, list[_Hit]] = {}
        for start, end in sentences(passage.text):
            for hit in self._hits(passage.text, folded, (start, end)):
                by_theme.setdefault(hit.rule.theme, []).append(hit)
        return _Found(passage, setting, self._cues_of(folded, (0, len(folded))), by_theme)

    def _cues_of(self, folded: str, stretch: tuple[int, int]) -> Cues:
        """Return the cues of a stretch, looked for when one is asked for."""

        def look() -> Cues:
            words = WORD.findall(folded, *stretch)
            return self._cues(sorted(self._prefilter.candidates(words)), folded, stretch)

        cues = Once(look)
        return Cues(lambda family: cues().of(family))

    def _hits(self, text: str, folded: str, sentence: tuple[int, int]) -> Iterator[_Hit]:
        start, end = sentence
        candidates = sorted(self._prefilter.candidates(WORD.findall(folded, start, end)))
        found = self._found(candidates, folded, sentence)
        if not found:
            return
        cues = self._cues(candidates, folded, sentence)
        parts = Once(lambda: tuple(clauses(text, start, end)))
        for rule, span in found:
            yield _Hit(rule, span, sentence, cues, parts)

    def _found(
        self, candidates: Sequence[int], folded: str, sentence: tuple[int, int]
    ) -> list[tuple[Rule, tuple[int, int]]]:
        """Return what the rules match in a sentence, less what false friends hold back."""
        held_back: dict[str, list[int]] = {}
        friends: dict[str, list[tuple[int, int]]] = {}
        seeking: list[tuple[int, Rule]] = []
        for number in candidates:
            if number >= self._count:
                break
            rule = self._rules[number]
            if rule.effect is Effect.FALSE_FRIEND:
                held_back.setdefault(rule.theme, []).append(number)
            else:
                seeking.append((number, rule))
        start, end = sentence
        found = []
        for number, rule in seeking:
            span = self._matchers[number].find(folded, start, end)
            if span is not None and rule.theme in held_back:
                if rule.theme not in friends:
                    others = held_back[rule.theme]
                    friends[rule.theme] = [
                        one for other in others for one in self._spans(other, folded, sentence)
                    ]
                span = self._free(number, span, friends[rule.theme], folded, end)
            if span is not None:
                found.append((rule, span))
        return found

    def _free(
        self,
        number: int,
        span: tuple[int, int] | None,
        friends: Sequence[tuple[int, int]],
        folded: str,
        end: int,
    ) -> tuple[int, int] | None:
        """Return a pattern's first match, from `span` on, with no false friend on it, or None."""
        while span is not None and any(_overlap(span, friend) for friend in friends):
            span = self._matchers[number].find(folded, max(span[1], span[0] + 1), end)
        return span

    def _spans(
        self, number: int, folded: str, sentence: tuple[int, int]
    ) -> Iterator[tuple[int, int]]:
        start, end = sentence
        matcher = self._matchers[number]
        while (span := matcher.find(folded, start, end)) is not None:
            yield span
            start = max(span[1], start + 1)

    def _cues(self, candidates: Sequence[int], folded: str, stretch: tuple[int, int]) -> Cues:
        """Return the cues of a stretch; `candidates`, in order, can match there."""
        numbers: dict[CueFamily, list[int]] = {}
        for number in candidates[bisect_left(candidates, self._count) :]:
            numbers.setdefault(self._families[number - self._count], []).append(number)

        def look(family: CueFamily) -> Iterator[Cue]:
            for number in numbers.get(family, ()):
                for begin, stop in self._spans(number, folded, stretch):
                    yield Cue(family, begin, stop)

        return Cues(look)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _clause(parts: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """Return the stretch of whole clauses that a match touches."""
    touched = [part for part in parts if part[0] < end and start < part[1]]
    if not touched:
        return start, end
    return min(touched[0][0], start), max(touched[-1][1], end)


def _looked_for(rule: Rule, named: Mapping[str, Pattern]) -> Iterable[str]:
    """Return the patterns that a rule looks for: each of its alternatives is one.

    Apart they ask for words that stand together, so that fewer sentences are looked through.
    """
    phrases = parse(rule.pattern, named).options
    if len(phrases) == 1 and len(phrases[0].items) == 1:
        parts = phrases[0].items[0].parts
        if len(parts) == 1 and isinstance(parts[0], Choice):
            phrases = parts[0].options
    return tuple(map(str, phrases))


def _is_strong(hits: Iterable[_Hit]) -> bool:
    return any(hit.rule.effect is not Effect.HINT for hit in hits)


def _suggestions(found: _Found, told: Counter[str]) -> list[Suggestion]:
    made = []
    for theme, hits in found.by_theme.items():
        sure = confidence(_evidence_of(found.passage, hits, told[theme]), found.setting)
        if sure >= FAINTEST:
            made.append(_suggestion(found, hits, round(sure, 3)))
    return sorted(made, key=lambda one: (one.start, one.end, one.theme))


def _suggestion(found: _Found, hits: Sequence[_Hit], sure: float) -> Suggestion:
    passage, setting = found.passage, found.setting
    strong = [hit for hit in hits if hit.rule.effect is not Effect.HINT]
    read_as = [
        (hit, match, read(match, hit.cues, setting))
        for hit in strong or hits
        for match in (_match(passage.text, hit),)
    ]
    best, matched, reading = max(read_as, key=lambda one: (one[2].confidence, -one[1].start))
    if reading is NAMED:
        reading = read_at_large(best.sentence, setting, found.whole)
    start, end = evidence(passage.text, matched)
    return Suggestion(
        theme=best.rule.theme,
        start=passage.start + start,
        end=passage.start + end,
        text=passage.text[start:end],
        reads_as=reading.reads_as,
        rule=best.rule.id,
        reason=reason(passage.text, best.rule, matched, reading, setting),
        confidence=sure,
        restated=reading.restated,
    )


def _evidence_of(passage: Passage, hits: Sequence[_Hit], told: int) -> Evidence:
    """Return what speaks for a theme; `told` counts the passages in which its rules matched."""
    strong = [hit for hit in hits if hit.rule.effect is not Effect.HINT]
    hints = {
        passage.text[slice(*hit.span)].lower()
        for hit in hits
        if hit.rule.effect is Effect.HINT
        and not any(_overlap(hit.span, one.span) for one in strong)
    }
    effects = [hit.rule.effect for hit in strong]
    return Evidence(
        rules=len({hit.rule.id for hit in strong}),
        gaps=len({hit.rule.id for hit in strong if hit.rule.effect is Effect.GAP}),
        named=Effect.TOPIC in effects,
        judges=any(effect is not Effect.TOPIC for effect in effects),
        longest=max((end - start for start, end in (hit.span for hit in strong)), default=0),
        sentences=len({hit.sentence for hit in hits}),
        hints=len(hints),
        elsewhere=told - bool(strong),
        words=len(passage.text.split()),
    )


def _match(text: str, hit: _Hit) -> Match:
    """Return what a rule found, with the clauses that it touches."""
    start, end = hit.span
    clause = _clause(hit.clauses(), start, end)
    return Match(hit.rule.effect, start, end, clause, hit.sentence, " " in text[start:end])
