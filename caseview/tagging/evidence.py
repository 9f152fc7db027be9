"""The words a suggestion stands on, and the sentence that says why it was made."""

from collections.abc import Sequence

from caseview.domain.section import SectionRole
from caseview.tagging.context import Setting
from caseview.tagging.reading import Reading
from caseview.tagging.sentence import Hit

LONGEST_EVIDENCE = 200
LONGEST_WORDS_SHOWN = 80
_ROLE_WORDS = {
    SectionRole.FRONT_MATTER: "the front matter",
    SectionRole.TERMS_OF_REFERENCE: "the terms of reference",
    SectionRole.METHODOLOGY: "the methodology",
    SectionRole.GLOSSARY: "the glossary",
    SectionRole.LEGAL_POWERS: "the legal powers",
    SectionRole.BACKGROUND: "the background",
    SectionRole.CHRONOLOGY: "the chronology",
    SectionRole.ANALYSIS: "the analysis",
    SectionRole.GOOD_PRACTICE: "a section on good practice",
    SectionRole.FINDINGS: "the findings",
    SectionRole.CONCERNS: "the coroner’s concerns",
    SectionRole.LEARNING: "the learning",
    SectionRole.RECOMMENDATIONS: "the recommendations",
    SectionRole.ACTION_PLAN: "the action plan",
    SectionRole.IMPROVEMENT: "a section on what has changed",
    SectionRole.APPENDIX: "an appendix",
}


def evidence(text: str, hit: Hit) -> tuple[int, int]:
    """Return the offsets of the words to show: the sentence, the clause, or words around.

    The whole sentence when it is short, else the clause, else as many whole words of the clause
    around the match as LONGEST_EVIDENCE allows.
    """
    first, last = hit.sentence.span
    if last - first <= LONGEST_EVIDENCE:
        return _trimmed(text, first, last)
    start, end = hit.span
    first, last = hit.clause
    spare = max(0, LONGEST_EVIDENCE - (end - start))
    if last - first > LONGEST_EVIDENCE:
        last = min(last, end + max(spare // 2, spare - (start - first)))
        first = max(first, start - (spare - (last - end)))
    while first < start and first > 0 and not text[first - 1].isspace():
        first += 1
    while last > end and last < len(text) and text[last].isalnum():
        last -= 1
    return _trimmed(text, first, last)


def reason(text: str, hit: Hit, reading: Reading, setting: Setting) -> str:
    """Return one plain sentence: the words that met, where they stand, how they read and why."""
    words = " ".join(text[slice(*hit.span)].split())
    if len(words) > LONGEST_WORDS_SHOWN:
        words = words[: LONGEST_WORDS_SHOWN - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
    found = "The wording" if hit.is_strong else "The weak hint"
    return f"{found} “{words}” stands in {_where(setting)}; it {_why(text, reading)}."


def reason_of_words(
    text: str, spans: Sequence[tuple[int, int]], reading: Reading, setting: Setting
) -> str:
    """Return one plain sentence on a suggestion that no rule made: the words that weighed most."""
    words = " · ".join(text[start:end] for start, end in spans)
    return (
        f"No rule matched: words that often go with this theme stand in {_where(setting)} "
        f"(“{words}”); the passage {_why(text, reading)}."
    )


def _where(setting: Setting) -> str:
    return "a restated concern" if setting.restated else _ROLE_WORDS[setting.role]


def _why(text: str, reading: Reading) -> str:
    said = f"reads as {reading.reads_as.label} because {reading.why}"
    if reading.cue is not None:
        said += f" (“{text[reading.cue.start : reading.cue.end]}”)"
    return said


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum() and text[start] not in "“\"'‘(£":
        start += 1
    while end > start and text[end - 1] in " ,;:–—-":
        end -= 1
    return start, end
