"""Says what was found as suggestions: one a theme at most, with the best evidence."""

from collections import Counter
from collections.abc import Iterator, Sequence

from caseview.domain.codebook import Effect, Rule
from caseview.domain.suggestion import Suggestion
from caseview.domain.telling import BY_WORDS
from caseview.tagging.at_large import read_at_large
from caseview.tagging.confidence import FAINTEST, LEAST_TOLD, Evidence, by_words, confidence
from caseview.tagging.context import NAMED, Reading, read
from caseview.tagging.cues import Match
from caseview.tagging.evidence import evidence, reason, reason_of_words
from caseview.tagging.found import Found, Hit, Span, overlap
from caseview.tagging.sentences import clauses
from caseview.tagging.telling import Telling


def suggestions(found: Found, told: Counter[str], telling: Telling) -> list[Suggestion]:
    """Return the suggestions on a passage, in reading order.

    `told` counts the passages of the document in which a theme's rules matched.
    """
    made = []
    for theme, hits in found.by_theme.items():
        sure = confidence(evidence_of(found, theme, told[theme]), found.setting)
        if sure >= FAINTEST:
            made.append(_by_rules(found, hits, round(sure, 3)))
    for theme in found.told.above(LEAST_TOLD):
        if theme not in found.by_theme:
            words = by_words(found.told.sums[theme], elsewhere=told[theme])
            sure = confidence(words, found.setting)
            if sure >= FAINTEST:
                made += _by_words(found, theme, round(sure, 3), telling)
    return sorted(made, key=lambda one: (one.start, one.end, one.theme))


def evidence_of(found: Found, theme: str, told: int) -> Evidence:
    """Return what speaks for a theme; `told` counts the passages in which its rules matched."""
    hits = found.by_theme.get(theme, ())
    strong = [hit for hit in hits if hit.is_strong]
    effects = [hit.rule.effect for hit in strong]
    return Evidence(
        rules=len({hit.rule.id for hit in strong}),
        gaps=len({hit.rule.id for hit in strong if hit.rule.effect is Effect.GAP}),
        named=Effect.TOPIC in effects,
        judges=any(effect is not Effect.TOPIC for effect in effects),
        longest=max((end - start for start, end in (hit.span for hit in strong)), default=0),
        sentences=len({hit.sentence for hit in hits}),
        hints=len(set(_hints(found.passage.text, hits, strong))),
        elsewhere=told - bool(strong),
        told=found.told.sums.get(theme, 0.0),
    )


def _hints(text: str, hits: Sequence[Hit], strong: Sequence[Hit]) -> Iterator[str]:
    """Yield the words of each hint that stands clear of every stronger match."""
    taken: dict[Span, list[Span]] = {}
    for hit in strong:
        taken.setdefault(hit.sentence, []).append(hit.span)
    for hit in hits:
        if not hit.is_strong and not any(
            overlap(hit.span, one) for one in taken.get(hit.sentence, ())
        ):
            yield text[slice(*hit.span)].lower()


def _by_rules(found: Found, hits: Sequence[Hit], sure: float) -> Suggestion:
    text, setting = found.passage.text, found.setting
    read_as = [
        (hit, match, read(match, hit.cues, setting))
        for hit in [hit for hit in hits if hit.is_strong] or hits
        for match in (hit.match(text),)
    ]
    best, matched, reading = max(read_as, key=lambda one: (one[2].confidence, -one[1].start))
    reading = _at_large(reading, best.sentence, found)
    why = reason(text, best.rule, matched, reading, setting)
    return _suggestion(found, best.rule, (matched, reading), (why, sure))


def _by_words(found: Found, theme: str, sure: float, telling: Telling) -> Iterator[Suggestion]:
    """Yield the suggestion that a passage's words make where no rule matched.

    None where a false friend of the theme stands in the sentence that weighs most.
    """
    text = found.passage.text
    sentence = telling.best_sentence(theme, found.told)
    if found.held_back(theme, sentence):
        return
    spans = telling.words(theme, found.folded, found.told, sentence)
    rule = Rule(f"{theme}{BY_WORDS}", theme, Effect.HINT, "")
    cues = found.cues[sentence]
    span = (spans[0][0], spans[-1][1]) if spans else sentence
    match = Hit(rule, span, sentence, cues, lambda: tuple(clauses(text, *sentence))).match(text)
    reading = _at_large(read(match, cues, found.setting), sentence, found)
    why = reason_of_words(text, spans, reading, found.setting)
    yield _suggestion(found, rule, (match, reading), (why, sure))


def _at_large(reading: Reading, sentence: Span, found: Found) -> Reading:
    """Return how a theme reads that its sentence only names, by the rest of its passage."""
    if reading is NAMED:
        return read_at_large(sentence, found.setting, found.whole)
    return reading


def _suggestion(
    found: Found, rule: Rule, shown: tuple[Match, Reading], said: tuple[str, float]
) -> Suggestion:
    (match, reading), (why, sure) = shown, said
    start, end = evidence(found.passage.text, match)
    return Suggestion(
        theme=rule.theme,
        start=found.passage.start + start,
        end=found.passage.start + end,
        text=found.passage.text[start:end],
        reads_as=reading.reads_as,
        rule=rule.id,
        reason=why,
        confidence=sure,
        restated=reading.restated,
    )
