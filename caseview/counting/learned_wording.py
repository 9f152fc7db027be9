"""Says in plain words how learning stands for a theme, and how much its rules find."""

from caseview.counting.wording import number, several
from caseview.domain.learned import (
    LEAST_DOCUMENTS,
    LEAST_OF_EACH,
    By,
    Learning,
    Missed,
    Recall,
    Score,
    Supply,
    Trial,
)
from caseview.domain.moment import spoken

NOTHING = "Nothing is learned of this theme yet."
MOST = "Coders see suggestions before they read on, so this is the most that rules find."


def standing(found: Learning) -> str:
    """Return in one sentence whether what was learned suggests, and why."""
    if found.rule is None:
        return NOTHING
    trial = found.rule.trial
    decided = several(trial.decided, "decision")
    if found.is_off:
        return "Off: a coder switched it off."
    if found.rule.is_on:
        return f"On: with it more is right on your {decided} than with the rules alone."
    if trial.gain < 0:
        return f"Stays off: the rules do better on your {decided}."
    return f"Stays off: on your {decided} it is not surely better than the rules alone."


def learned_when(found: Learning) -> str:
    """Return when and from what a theme was learned, "" where nothing was."""
    if found.rule is None:
        return ""
    trial = found.rule.trial
    said = (
        f"Learned {spoken(found.rule.trained_at)} from {several(trial.decided, 'decision')} in "
        f"{several(trial.documents, 'document')}; {number(trial.holding)} hold the theme."
    )
    if found.suggests:
        said += f" {several(found.open, 'suggestion')} of it {_wait(found.open)}."
    return said


def supply_sentence(supply: Supply) -> str:
    """Return what there is to learn from, and what is still needed."""
    there = (
        f"There are {number(supply.holding)} that do, {number(supply.others)} that do not, from "
        f"{several(supply.documents, 'document')}"
    )
    if supply.is_enough:
        return f"Decided passages that hold the theme teach, and those that do not. {there}."
    return (
        f"Learning needs {LEAST_OF_EACH} passages that hold the theme and {LEAST_OF_EACH} that do "
        f"not, from {LEAST_DOCUMENTS} documents. {there} so far."
    )


def trial_sentence(trial: Trial) -> str:
    """Return the gain with its interval, and how it was found."""
    return (
        f"Gain in F1 {_signed(trial.gain)}, 95% interval {_signed(trial.low)} to "
        f"{_signed(trial.high)}, n = {number(trial.decided)}. Each decision was judged by what the "
        "other documents taught."
    )


def score_cells(score: Score) -> tuple[str, str, str]:
    """Return what of the suggestions is right, what of the theme is found, and F1, as printed."""
    return _percent(score.precision), _percent(score.recall), f"{score.f1:.2f}"


def recall_sentence(found: Recall) -> str:
    """Return how much of a theme the rules found where people have read all of it."""
    if not found.tagged or found.low is None or found.high is None:
        return (
            "No finished document has a tag of this theme, so nothing tells yet how much of it "
            "the rules find."
        )
    share = round(100 * found.found / found.tagged)
    return (
        f"Rules put forward {number(found.found)} of the {several(found.tagged, 'passage')} tagged "
        f"in {several(found.documents, 'finished document')}: {share}% "
        f"(95% interval {found.low:.0f} to {found.high:.0f}). {MOST}"
    )


def how_likely(one: Missed) -> str:
    """Return how a passage was found, short enough for a card."""
    if one.by is By.LEARNED:
        return f"{_percent(one.likelihood)} likely"
    return "Like what was tagged" if one.by is By.LIKENESS else "A rule, too faint to show"


def why(one: Missed) -> str:
    """Return the words by which a passage was found."""
    return f"Why: {', '.join(one.words)}" if one.words else "Why: its words together, none alone"


def _wait(count: int) -> str:
    return "waits" if count == 1 else "wait"


def _percent(share: float) -> str:
    return f"{100 * share:.0f}%"


def _signed(value: float) -> str:
    sign = "\N{MINUS SIGN}" if round(value, 2) < 0 else "+"
    return f"{sign}{abs(value):.2f}"
