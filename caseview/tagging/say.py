"""Says what was found as suggestions: one a theme at most, with the best evidence."""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from typing import NamedTuple

from caseview.domain.codebook import Effect
from caseview.domain.reads_as import ReadsAs
from caseview.domain.suggestion import Suggestion
from caseview.tagging.confidence import FAINTEST, Evidence, confidence
from caseview.tagging.context import Setting
from caseview.tagging.evidence import evidence, reason, reason_of_words
from caseview.tagging.found import ByWords, Found
from caseview.tagging.reading import Reading
from caseview.tagging.sentence import Hit

# Members by short names, for every theme asks: looking them up in Effect takes longer.
_GAP, _TOPIC = Effect.GAP, Effect.TOPIC
_PLACE = attrgetter("start", "end", "theme")


class Said(NamedTuple):
    """What a suggestion says, all but how sure it is: that waits for the rest of the document.

    `evidence` is what speaks for the theme, the rest as in `Suggestion`.
    """

    evidence: Evidence
    theme: str
    start: int
    end: int
    text: str
    reads_as: ReadsAs
    rule: str
    reason: str
    restated: bool


def said(found: Found) -> list[Said]:
    """Return what is suggested on a passage, in reading order."""
    made = [_by_rules(found, theme) for theme in found.themes]
    made += [_by_words(found, told) for told in found.by_words]
    return sorted(made, key=_PLACE)


def suggestions(
    made: Iterable[Said], setting: Setting, met: Mapping[str, int]
) -> Iterator[Suggestion]:
    """Yield what is suggested on a passage that is not too faint.

    `met` counts the passages of the document in which a theme's rules matched.
    """
    for speaks, theme, start, end, text, reads_as, rule, why, restated in made:
        elsewhere = met.get(theme, 0) - (speaks.rules > 0)
        sure = confidence(speaks, setting, elsewhere)
        if sure >= FAINTEST:
            yield Suggestion(theme, start, end, text, reads_as, rule, why, round(sure, 3), restated)


def evidence_of(found: Found, theme: str) -> Evidence:
    """Return what speaks for a theme that rules or hints met in a passage."""
    strong, weak = found.strong.get(theme), found.weak.get(theme, ())
    told = found.weights[theme]
    if strong is None:
        hints = {hit.sentence.text[slice(*hit.span)].lower() for hit in weak}
        return Evidence(hints=len(hints), told=told)
    effects = {hit.rule.effect for hit in strong}
    gaps = {hit.rule.id for hit in strong if hit.rule.effect is _GAP}
    return Evidence(
        rules=len({hit.rule.id for hit in strong}),
        gaps=len(gaps),
        named=_TOPIC in effects,
        judges=len(effects) > (_TOPIC in effects),
        longest=max(end - start for _, (start, end), _, _ in strong),
        passed_over=min(hit.passed_over for hit in strong),
        sentences=len({hit.sentence for hit in (*strong, *weak)}),
        told=told,
    )


def _by_rules(found: Found, theme: str) -> Said:
    """Return what is said of a theme by rules: by the match, of theirs, that reads surest."""
    near = found.readings.near
    best, *others = found.strong.get(theme) or found.weak[theme]
    reading = near(best)
    for hit in others:
        other = near(hit)
        surer = other.confidence - reading.confidence
        if surer > 0 or (surer == 0 and hit.span[0] < best.span[0]):
            reading, best = other, hit
    reading = found.readings.at_large(best, reading)
    why = reason(found.passage.text, best, reading, found.setting)
    return _said(found, best, reading, (evidence_of(found, theme), why))


def _by_words(found: Found, told: ByWords) -> Said:
    """Return what is said of a theme by a passage's words, where no rule matched."""
    sentence, spans = told.sentence, told.spans
    span = (spans[0][0], spans[-1][1]) if spans else sentence.span
    hit = Hit(told.rule, span, sentence)
    reading = found.readings.at_large(hit, found.readings.near(hit))
    why = reason_of_words(found.passage.text, spans, reading, found.setting)
    return _said(found, hit, reading, (Evidence(told=told.weight), why))


def _said(found: Found, hit: Hit, reading: Reading, why: tuple[Evidence, str]) -> Said:
    speaks, told = why
    text, begin = found.passage.text, found.passage.start
    start, end = evidence(text, hit)
    return Said(
        speaks,
        hit.rule.theme,
        begin + start,
        begin + end,
        text[start:end],
        reading.reads_as,
        hit.rule.id,
        told,
        reading.restated,
    )
