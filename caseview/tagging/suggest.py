"""Puts themes forward on passages: which rule matched, how it reads, and on what words."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from caseview.domain.codebook import Codebook, Effect, Rule
from caseview.domain.document import Form, Kind
from caseview.domain.passage import Passage
from caseview.domain.suggestion import Suggestion
from caseview.tagging.context import Setting
from caseview.tagging.cues import Cue, CueFamily, Cues
from caseview.tagging.found import Found, Hit, Span, is_strong, overlap
from caseview.tagging.matcher import Matcher, fold
from caseview.tagging.notation import Choice, Pattern, parse, parse_named
from caseview.tagging.once import Once
from caseview.tagging.prefilter import WORD, Prefilter
from caseview.tagging.say import suggestions
from caseview.tagging.sentences import clauses, sentences
from caseview.tagging.silence import is_silent
from caseview.tagging.telling import Telling


class Tagger:
    """Suggests themes by the rules and the telling words of a codebook."""

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
        self._friends: dict[str, frozenset[int]] = {}
        for number, rule in enumerate(self._rules):
            if rule.effect is Effect.FALSE_FRIEND:
                before = self._friends.get(rule.theme, frozenset())
                self._friends[rule.theme] = before | {number}
        self._families = tuple(family for family, _ in cues)
        self._matchers = tuple(Matcher(pattern, named) for _, pattern in [*rules, *cues])
        self._prefilter = Prefilter([matcher.tree for matcher in self._matchers])
        self._telling = Telling(codebook, named)

    def suggest(
        self, passages: Sequence[Passage], *, kind: Kind, form: Form
    ) -> tuple[Suggestion, ...]:
        """Return the suggestions for the passages of one document, in reading order.

        At most one for each theme in each passage: the one with the best evidence.
        """
        found = []
        for passage in passages:
            if not is_silent(passage):
                setting = Setting(passage.role, kind, form, passage.restated)
                found.append(self._found_in(passage, setting))
        told = Counter(
            theme for one in found for theme, hits in one.by_theme.items() if is_strong(hits)
        )
        return tuple(said for one in found for said in suggestions(one, told, self._telling))

    def _found_in(self, passage: Passage, setting: Setting) -> Found:
        folded = fold(passage.text)
        by_theme: dict[str, list[Hit]] = {}
        cues: dict[Span, Cues] = {}
        numbers: dict[Span, Sequence[int]] = {}
        parts = []
        for part in sentences(passage.text):
            words = WORD.findall(folded, *part)
            candidates = numbers[part] = sorted(self._prefilter.candidates(words))
            cues[part] = self._cues(candidates, folded, part)
            parts.append((part, words))
            for hit in self._hits(passage.text, folded, candidates, (part, cues[part])):
                by_theme.setdefault(hit.rule.theme, []).append(hit)
        return Found(
            passage,
            setting,
            self._whole(cues, numbers),
            by_theme,
            self._telling.read(parts),
            folded,
            cues,
            lambda theme, part: self._has_friend(theme, folded, part, numbers[part]),
        )

    def _whole(self, cues: Mapping[Span, Cues], candidates: Mapping[Span, Sequence[int]]) -> Cues:
        """Return the cues of a passage, from those of its sentences that can hold any."""
        some = [
            cues[part]
            for part, numbers in candidates.items()
            if numbers and numbers[-1] >= self._count
        ]
        return Cues(lambda family: [cue for one in some for cue in one.of(family)])

    def _has_friend(
        self, theme: str, folded: str, sentence: Span, candidates: Iterable[int]
    ) -> bool:
        start, end = sentence
        friends = self._friends.get(theme, frozenset()).intersection(candidates)
        return any(self._matchers[one].find(folded, start, end) is not None for one in friends)

    def _hits(
        self, text: str, folded: str, candidates: Sequence[int], at: tuple[Span, Cues]
    ) -> Iterator[Hit]:
        sentence, cues = at
        parts = Once(lambda: tuple(clauses(text, *sentence)))
        for rule, span in self._found(candidates, folded, sentence):
            yield Hit(rule, span, sentence, cues, parts)

    def _found(
        self, candidates: Sequence[int], folded: str, sentence: Span
    ) -> list[tuple[Rule, Span]]:
        """Return what the rules match in a sentence, less what false friends hold back."""
        held_back: dict[str, list[int]] = {}
        friends: dict[str, list[Span]] = {}
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
        span: Span | None,
        friends: Sequence[Span],
        folded: str,
        end: int,
    ) -> Span | None:
        """Return a pattern's first match, from `span` on, with no false friend on it, or None."""
        while span is not None and any(overlap(span, friend) for friend in friends):
            span = self._matchers[number].find(folded, max(span[1], span[0] + 1), end)
        return span

    def _spans(self, number: int, folded: str, sentence: Span) -> Iterator[Span]:
        start, end = sentence
        matcher = self._matchers[number]
        while (span := matcher.find(folded, start, end)) is not None:
            yield span
            start = max(span[1], start + 1)

    def _cues(self, candidates: Sequence[int], folded: str, stretch: Span) -> Cues:
        """Return the cues of a stretch; `candidates`, in order, can match there."""

        def by_family() -> dict[CueFamily, list[int]]:
            numbers: dict[CueFamily, list[int]] = {}
            for number in candidates[bisect_left(candidates, self._count) :]:
                numbers.setdefault(self._families[number - self._count], []).append(number)
            return numbers

        numbers = Once(by_family)

        def look(family: CueFamily) -> Iterator[Cue]:
            for number in numbers().get(family, ()):
                for begin, stop in self._spans(number, folded, stretch):
                    yield Cue(family, begin, stop)

        return Cues(look)


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
