"""Says what was found as suggestions: one a theme at most, with the best evidence."""

from collections.abc import Mapping, Sequence

from caseview.domain.codebook import Effect, Rule
from caseview.domain.suggestion import Suggestion
from caseview.domain.telling import BY_WORDS
from caseview.tagging.at_large import read_at_large
from caseview.tagging.confidence import FAINTEST, Evidence, by_words, confidence
from caseview.tagging.context import Reading
from caseview.tagging.evidence import evidence, reason, reason_of_words
from caseview.tagging.found import ByWords, Found
from caseview.tagging.sentence import Hit, Sentence, Span, overlap


def suggestions(found: Found, met: Mapping[str, int]) -> list[Suggestion]:
    """Return the suggestions on a passage, in reading order.

    `met` counts the passages of the document in which a theme's rules matched.
    """
    made = []
    setting = found.reader.setting
    for theme in found.themes:
        sure = confidence(evidence_of(found, theme, met.get(theme, 0)), setting)
        if sure >= FAINTEST:
            made.append(_by_rules(found, theme, round(sure, 3)))
    for told in found.by_words:
        speaks = by_words(told.weight, elsewhere=met.get(told.theme, 0))
        sure = confidence(speaks, setting)
        if sure >= FAINTEST:
            made.append(_by_words(found, told, round(sure, 3)))
    return sorted(made, key=lambda one: (one.start, one.end, one.theme))


def evidence_of(found: Found, theme: str, met: int) -> Evidence:
    """Return what speaks for a theme; `met` counts the passages in which its rules matched."""
    strong = found.strong.get(theme, ())
    weak = found.weak.get(theme, ())
    rules, gaps, effects, sentences, longest = set(), set(), set(), set(), 0
    for rule, (start, end), sentence in strong:
        rules.add(rule.id)
        effects.add(rule.effect)
        sentences.add(sentence)
        if rule.effect is Effect.GAP:
            gaps.add(rule.id)
        longest = max(longest, end - start)
    return Evidence(
        rules=len(rules),
        gaps=len(gaps),
        named=Effect.TOPIC in effects,
        judges=len(effects) > (Effect.TOPIC in effects),
        longest=longest,
        sentences=len(sentences.union([hit.sentence for hit in weak])),
        hints=len(_hints(weak, strong)) if weak else 0,
        elsewhere=met - bool(strong),
        told=found.weights[theme],
    )


def _hints(weak: Sequence[Hit], strong: Sequence[Hit]) -> set[str]:
    """Return the words of each hint that stands clear of every stronger match."""
    taken: dict[Sentence, list[Span]] = {}
    for hit in strong:
        taken.setdefault(hit.sentence, []).append(hit.span)
    return {
        hit.sentence.text[slice(*hit.span)].lower()
        for hit in weak
        if not any(overlap(hit.span, one) for one in taken.get(hit.sentence, ()))
    }


def _by_rules(found: Found, theme: str, sure: float) -> Suggestion:
    """Return the suggestion that rules make, of those that met the one that reads surest."""
    read = found.reader.read
    hits = found.strong.get(theme) or found.weak[theme]
    reading, best = max(
        [(read(hit), hit) for hit in hits], key=lambda one: (one[0].confidence, -one[1].span[0])
    )
    reading = read_at_large(reading, best, found.reader.setting, found.whole)
    why = reason(found.passage.text, best, reading, found.reader.setting)
    return _suggestion(found, best, reading, (why, sure))


def _by_words(found: Found, told: ByWords, sure: float) -> Suggestion:
    """Return the suggestion that a passage's words make where no rule matched."""
    sentence, spans = told.sentence, told.spans
    span = (spans[0][0], spans[-1][1]) if spans else sentence.span
    hit = Hit(Rule(f"{told.theme}{BY_WORDS}", told.theme, Effect.HINT, ""), span, sentence)
    reader = found.reader
    reading = read_at_large(reader.read(hit), hit, reader.setting, found.whole)
    why = reason_of_words(found.passage.text, spans, reading, found.reader.setting)
    return _suggestion(found, hit, reading, (why, sure))


def _suggestion(found: Found, hit: Hit, reading: Reading, said: tuple[str, float]) -> Suggestion:
    why, sure = said
    start, end = evidence(found.passage.text, hit)
    return Suggestion(
        theme=hit.rule.theme,
        start=found.passage.start + start,
        end=found.passage.start + end,
        text=found.passage.text[start:end],
        reads_as=reading.reads_as,
        rule=hit.rule.id,
        reason=why,
        confidence=sure,
        restated=reading.restated,
    )
