"""Says what was found as suggestions: one a theme at most, with the best evidence."""

from collections.abc import Mapping

from caseview.domain.codebook import Effect
from caseview.domain.suggestion import Suggestion
from caseview.tagging.confidence import FAINTEST, Evidence, confidence
from caseview.tagging.context import Reading
from caseview.tagging.evidence import evidence, reason, reason_of_words
from caseview.tagging.found import ByWords, Found
from caseview.tagging.sentence import Hit

# Members by short names, for every theme asks: looking them up in Effect takes longer.
_GAP, _TOPIC = Effect.GAP, Effect.TOPIC


def suggestions(found: Found, met: Mapping[str, int]) -> list[Suggestion]:
    """Return the suggestions on a passage, in reading order.

    `met` counts the passages of the document in which a theme's rules matched.
    """
    made = []
    setting = found.setting
    for theme in found.themes:
        sure = confidence(evidence_of(found, theme, met.get(theme, 0)), setting)
        if sure >= FAINTEST:
            made.append(_by_rules(found, theme, round(sure, 3)))
    for told in found.by_words:
        speaks = Evidence(elsewhere=met.get(told.rule.theme, 0), told=told.weight)
        sure = confidence(speaks, setting)
        if sure >= FAINTEST:
            made.append(_by_words(found, told, round(sure, 3)))
    return sorted(made, key=lambda one: (one.start, one.end, one.theme))


def evidence_of(found: Found, theme: str, met: int) -> Evidence:
    """Return what speaks for a theme; `met` counts the passages in which its rules matched."""
    strong, weak = found.strong.get(theme), found.weak.get(theme, ())
    told = found.weights[theme]
    if strong is None:
        hints = {hit.sentence.text[slice(*hit.span)].lower() for hit in weak}
        return Evidence(hints=len(hints), elsewhere=met, told=told)
    effects = {rule.effect for rule, _, _ in strong}
    return Evidence(
        rules=len({rule.id for rule, _, _ in strong}),
        gaps=len({rule.id for rule, _, _ in strong if rule.effect is _GAP})
        if _GAP in effects
        else 0,
        named=_TOPIC in effects,
        judges=len(effects) > (_TOPIC in effects),
        longest=max(end - start for _, (start, end), _ in strong),
        sentences=len({hit.sentence for hit in (*strong, *weak)}),
        elsewhere=met - 1,
        told=told,
    )


def _by_rules(found: Found, theme: str, sure: float) -> Suggestion:
    """Return the suggestion that rules make, of those that met the one that reads surest."""
    hits = found.strong.get(theme) or found.weak[theme]
    near = found.readings.near
    best = hits[0]
    reading = near(best)
    for hit in hits[1:]:
        other = near(hit)
        surer = other.confidence - reading.confidence
        if surer > 0 or (surer == 0 and hit.span[0] < best.span[0]):
            reading, best = other, hit
    reading = found.readings.at_large(best, reading)
    why = reason(found.passage.text, best, reading, found.setting)
    return _suggestion(found, best, reading, (why, sure))


def _by_words(found: Found, told: ByWords, sure: float) -> Suggestion:
    """Return the suggestion that a passage's words make where no rule matched."""
    sentence, spans = told.sentence, told.spans
    span = (spans[0][0], spans[-1][1]) if spans else sentence.span
    hit = Hit(told.rule, span, sentence)
    reading = found.readings.at_large(hit, found.readings.near(hit))
    why = reason_of_words(found.passage.text, spans, reading, found.setting)
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
