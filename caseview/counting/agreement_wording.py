"""Says what figures of agreement mean, in the words that stand beside them everywhere."""

from caseview.counting.interval import wilson
from caseview.counting.wording import joined, several
from caseview.domain.agreement import (
    Agreement,
    Coefficient,
    Per,
    RuleRecord,
    SpotCheck,
    ThemeAgreement,
)
from caseview.domain.english import English

RARE = English(
    "Kappa is hard to read when a theme is rare or nearly everywhere: a few differences then move "
    "it a long way. Look at the counts, the share agreed and AC1 beside it."
)
POOLED = English(
    "Over all themes, each theme that one of them used is one answer for each {unit}; themes that "
    "nobody used are left out."
)
INTERVALS = English(
    "Intervals are 95%: Wilson's for the share agreed, Fleiss, Cohen and Everitt's for Cohen's "
    "kappa, Gwet's for the others."
)
FEW_UNITS = 20
_SCALE = (
    (0.0, "poor"),
    (0.2, "slight"),
    (0.4, "fair"),
    (0.6, "moderate"),
    (0.8, "substantial"),
)


def strength(kappa: float | None) -> str:
    """Return the word for a kappa: "substantial"; "" where it is undefined.

    Source: Landis, J. R. and Koch, G. G. (1977), The measurement of observer agreement for
    categorical data, Biometrics 33, 159-174: their words for 0.00 to 0.20, 0.21 to 0.40 and so
    on, each kappa as it is printed, to two decimals.
    """
    if kappa is None:
        return ""
    printed = round(kappa, 2)
    if printed < 0:
        return "poor"
    return next((word for most, word in _SCALE[1:] if printed <= most), "almost perfect")


def figure(found: Coefficient) -> str:
    """Return a coefficient as printed: "0.71"; "undefined" where it has no value."""
    return "undefined" if found.value is None else _two(found.value)


def limits(found: Coefficient) -> str:
    """Return an interval as printed: "0.42 to 0.99"; "" where there is none."""
    if found.low is None or found.high is None:
        return ""
    return English("{0} to {1}", _two(found.low), _two(found.high))


def _two(value: float) -> str:
    """Return a number to two decimals, with a true minus and never a minus before nought."""
    return f"{value:.2f}".replace("-0.00", "0.00").replace("-", "\N{MINUS SIGN}")


def share(found: Coefficient) -> str:
    """Return a share as a whole percentage: "88%"; "" where there is none."""
    return "" if found.value is None else f"{int(100 * found.value + 0.5)}%"


def units(count: int, per: Per) -> str:
    """Return a number of units: "24 reviews"."""
    return several(count, per.value)


def kappa_sentence(found: ThemeAgreement, per: Per) -> str:
    """Return what the kappa of a theme says, in a sentence."""
    over = (
        English("over {0}", units(found.units, per)) if found.theme else English("over all themes")
    )
    kappa = main_kappa(found)
    if kappa.value is None:
        return English("No kappa {0}: {1}", over, _undefined(found, per))
    word = strength(kappa.value)
    if word == "poor":
        return English(
            "{0}: less agreement than chance alone would give, {1}.", _two(kappa.value), over
        )
    said = English("{0}: {1} agreement beyond chance, {2}.", _two(kappa.value), word, over)
    if found.measures.percent.value == 1:
        return English("{0} They agreed every time.", said)
    if abs(kappa.value) < 0.005:  # noqa: PLR2004 - shown as 0.00
        return English(
            "{0} Nearly all units read alike, so chance explains as much as they agreed.", said
        )
    return said


def main_kappa(found: ThemeAgreement) -> Coefficient:
    """Return Cohen's kappa for two coders, Fleiss' for more."""
    return found.measures.cohen if len(found.alone) == 2 else found.measures.fleiss  # noqa: PLR2004


def _undefined(found: ThemeAgreement, per: Per) -> str:
    if not found.units:
        return English("nothing has been finished by two of them yet.")
    if found.none_used == found.units:
        return English(
            "none of them used it in any {0}, so there is nothing to tell from chance.", per.value
        )
    if found.all_used == found.units:
        return English(
            "all of them used it in every {0}, so there is nothing to tell from chance.", per.value
        )
    return English("there are too few answers to tell agreement from chance.")


def base_sentence(found: Agreement) -> str:
    """Return what was compared and what was left out."""
    names = joined(found.coders)
    if not found.shared:
        left = ""
        if found.one_only:
            have = English("document has") if found.one_only == 1 else English("documents have")
            left = English(
                " {0} {1} been finished by one of them alone.", f"{found.one_only:,}", have
            )
        return (
            English(
                "No document has been finished by both {0} yet, so there is nothing to compare.",
                names,
            )
            + left
        )
    said = English(
        "Compares {0} over {1}: the {2} that two of them finished.",
        names,
        units(found.units, found.per),
        several(found.shared, "document"),
    )
    if found.one_only:
        are = "is" if found.one_only == 1 else "are"
        said += English(
            " Left out: {0} that {1} finished by one alone.",
            several(found.one_only, "document"),
            are,
        )
    return said


def notes(found: Agreement) -> tuple[str, ...]:
    """Return the sentences that belong under the table."""
    if not found.shared:
        return ()
    said = [RARE, POOLED.format(unit=found.per.value), INTERVALS]
    if found.units < FEW_UNITS:
        said.insert(
            0,
            English(
                "Fewer than {0} {1}s: treat every figure with care.", FEW_UNITS, found.per.value
            ),
        )
    if found.whole_pages and found.per is Per.PARAGRAPH:
        are = (
            English("tag on a whole page is")
            if found.whole_pages == 1
            else English("tags on whole pages are")
        )
        said.append(
            English(
                "{0} {1} left out: a page without words has no paragraph.",
                f"{found.whole_pages:,}",
                are,
            )
        )
    settled = sum(bool(one.settled) for one in found.disagreements)
    if settled:
        are = English("disagreement is") if settled == 1 else English("disagreements are")
        said.append(
            English("{0} {1} settled; the figures stay as they were before.", f"{settled:,}", are)
        )
    return tuple(said)


def record_sentence(record: RuleRecord) -> str:
    """Return how often a rule was right, with its interval."""
    if record.percent is None or record.low is None or record.high is None:
        return English(
            "Nobody has decided any of its {0} yet.", several(record.undecided, "suggestion")
        )
    return English(
        "{0} of {1} decided were accepted: {2}% (95% interval {3} to {4}%).",
        f"{record.accepted:,}",
        f"{record.decided:,}",
        f"{record.percent:.0f}",
        f"{record.low:.0f}",
        f"{record.high:.0f}",
    )


def spot_sentence(checks: tuple[SpotCheck, ...]) -> str:
    """Return what spot checks so far say of what the rules miss.

    The share's interval is Wilson's; each round is a simple random draw, so rounds add up.
    """
    read = [held for check in checks for held in check.held.values()]
    if not read:
        return English(
            "No paragraph has been read yet, so nothing is known of what the rules miss."
        )
    low, high = wilson(sum(read), len(read))
    return English(
        "In {0} read, {1} held a theme no rule had found: {2}% (95% interval {3} to {4}%).",
        several(len(read), "paragraph"),
        f"{sum(read):,}",
        f"{100 * sum(read) / len(read):.1f}",
        f"{low:.1f}",
        f"{high:.1f}",
    )
