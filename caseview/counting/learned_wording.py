"""Says in plain words how learning stands for a theme, and how much its rules find."""

from caseview.counting.wording import number, several
from caseview.domain.english import English
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

NOTHING = English("Nothing is learned of this theme yet.")
MOST = English("Coders see suggestions before they read on, so this is the most that rules find.")


def standing(found: Learning) -> str:
    """Return in one sentence whether what was learned suggests, and why."""
    if found.rule is None:
        return NOTHING
    trial = found.rule.trial
    decided = several(trial.decided, "decision")
    if found.is_off:
        return English("Off: a coder switched it off.")
    if found.rule.is_on:
        return English("On: with it more is right on your {0} than with the rules alone.", decided)
    if trial.gain < 0:
        return English("Stays off: the rules do better on your {0}.", decided)
    return English("Stays off: on your {0} it is not surely better than the rules alone.", decided)


def learned_when(found: Learning) -> str:
    """Return when and from what a theme was learned, "" where nothing was."""
    if found.rule is None:
        return ""
    trial = found.rule.trial
    said = English(
        "Learned {0} from {1} in {2}; {3} hold the theme.",
        spoken(found.rule.trained_at),
        several(trial.decided, "decision"),
        several(trial.documents, "document"),
        number(trial.holding),
    )
    if found.suggests:
        said += English(" {0} of it {1}.", several(found.open, "suggestion"), _wait(found.open))
    return said


def supply_sentence(supply: Supply) -> str:
    """Return what there is to learn from, and what is still needed."""
    there = English(
        "There are {0} that do, {1} that do not, from {2}",
        number(supply.holding),
        number(supply.others),
        several(supply.documents, "document"),
    )
    if supply.is_enough:
        return English(
            "Decided passages that hold the theme teach, and those that do not. {0}.", there
        )
    return English(
        "Learning needs {0} passages that hold the theme and {1} that do "
        "not, from {2} documents. {3} so far.",
        LEAST_OF_EACH,
        LEAST_OF_EACH,
        LEAST_DOCUMENTS,
        there,
    )


def trial_sentence(trial: Trial) -> str:
    """Return the gain with its interval, and how it was found."""
    return English(
        "Gain in F1 {0}, 95% interval {1} to "
        "{2}, n = {3}. Each decision was judged by what the "
        "other documents taught.",
        _signed(trial.gain),
        _signed(trial.low),
        _signed(trial.high),
        number(trial.decided),
    )


def score_cells(score: Score) -> tuple[str, str, str]:
    """Return what of the suggestions is right, what of the theme is found, and F1, as printed."""
    return _percent(score.precision), _percent(score.recall), f"{score.f1:.2f}"


def recall_sentence(found: Recall) -> str:
    """Return how much of a theme the rules found where people have read all of it."""
    if not found.tagged or found.low is None or found.high is None:
        return English(
            "No finished document has a tag of this theme, so nothing tells yet how much of it "
            "the rules find."
        )
    share = round(100 * found.found / found.tagged)
    return English(
        "Rules put forward {0} of the {1} tagged in {2}: {3}% (95% interval {4} to {5}). {6}",
        number(found.found),
        several(found.tagged, "passage"),
        several(found.documents, "finished document"),
        share,
        f"{found.low:.0f}",
        f"{found.high:.0f}",
        MOST,
    )


def how_likely(one: Missed) -> str:
    """Return how a passage was found, short enough for a card."""
    if one.by is By.LEARNED:
        return English("{0} likely", _percent(one.likelihood))
    return (
        English("Like what was tagged")
        if one.by is By.LIKENESS
        else English("A rule, too faint to show")
    )


def why(one: Missed) -> str:
    """Return the words by which a passage was found."""
    return (
        English("Why: {0}", ", ".join(one.words))
        if one.words
        else English("Why: its words together, none alone")
    )


def _wait(count: int) -> str:
    return "waits" if count == 1 else "wait"


def _percent(share: float) -> str:
    return f"{100 * share:.0f}%"


def _signed(value: float) -> str:
    sign = "\N{MINUS SIGN}" if round(value, 2) < 0 else "+"
    return f"{sign}{abs(value):.2f}"
