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

RARE = (
    "Kappa is hard to read when a theme is rare or nearly everywhere: a few differences then move "
    "it a long way. Look at the counts, the share agreed and AC1 beside it."
)
POOLED = (
    "Over all themes, each theme that one of them used is one answer for each {unit}; themes that "
    "nobody used are left out."
)
INTERVALS = (
    "Intervals are 95 %: Wilson's for the share agreed, Fleiss, Cohen and Everitt's for Cohen's "
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
    return f"{_two(found.low)} to {_two(found.high)}"


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
    over = f"over {units(found.units, per)}" if found.theme else "over all themes"
    kappa = main_kappa(found)
    if kappa.value is None:
        return f"No kappa {over}: {_undefined(found, per)}"
    word = strength(kappa.value)
    if word == "poor":
        return f"{_two(kappa.value)}: less agreement than chance alone would give, {over}."
    said = f"{_two(kappa.value)}: {word} agreement beyond chance, {over}."
    if found.measures.percent.value == 1:
        return f"{said} They agreed every time."
    if abs(kappa.value) < 0.005:  # noqa: PLR2004 - shown as 0.00
        return f"{said} Nearly all units read alike, so chance explains as much as they agreed."
    return said


def main_kappa(found: ThemeAgreement) -> Coefficient:
    """Return Cohen's kappa for two coders, Fleiss' for more."""
    return found.measures.cohen if len(found.alone) == 2 else found.measures.fleiss  # noqa: PLR2004


def _undefined(found: ThemeAgreement, per: Per) -> str:
    if not found.units:
        return "nothing has been finished by two of them yet."
    if found.none_used == found.units:
        return f"none of them used it in any {per.value}, so there is nothing to tell from chance."
    if found.all_used == found.units:
        return f"all of them used it in every {per.value}, so there is nothing to tell from chance."
    return "there are too few answers to tell agreement from chance."


def base_sentence(found: Agreement) -> str:
    """Return what was compared and what was left out."""
    names = joined(found.coders)
    if not found.shared:
        left = ""
        if found.one_only:
            have = "document has" if found.one_only == 1 else "documents have"
            left = f" {found.one_only:,} {have} been finished by one of them alone."
        return (
            f"No document has been finished by both {names} yet, so there is nothing to compare."
            + left
        )
    said = (
        f"Compares {names} over {units(found.units, found.per)}: the "
        f"{several(found.shared, 'document')} that two of them finished."
    )
    if found.one_only:
        are = "is" if found.one_only == 1 else "are"
        said += (
            f" Left out: {several(found.one_only, 'document')} that {are} finished by one alone."
        )
    return said


def notes(found: Agreement) -> tuple[str, ...]:
    """Return the sentences that belong under the table."""
    if not found.shared:
        return ()
    said = [RARE, POOLED.format(unit=found.per.value), INTERVALS]
    if found.units < FEW_UNITS:
        said.insert(0, f"Fewer than {FEW_UNITS} {found.per.value}s: treat every figure with care.")
    settled = sum(bool(one.settled) for one in found.disagreements)
    if settled:
        are = "disagreement is" if settled == 1 else "disagreements are"
        said.append(f"{settled:,} {are} settled; the figures stay as they were before.")
    return tuple(said)


def record_sentence(record: RuleRecord) -> str:
    """Return how often a rule was right, with its interval."""
    if record.percent is None or record.low is None or record.high is None:
        return f"Nobody has decided any of its {several(record.undecided, 'suggestion')} yet."
    return (
        f"{record.accepted:,} of {record.decided:,} decided were accepted: "
        f"{record.percent:.0f}% (95 % interval {record.low:.0f} to {record.high:.0f}%)."
    )


def spot_sentence(checks: tuple[SpotCheck, ...]) -> str:
    """Return what spot checks so far say of what the rules miss.

    The share's interval is Wilson's; each round is a simple random draw, so rounds add up.
    """
    read = [held for check in checks for held in check.held.values()]
    if not read:
        return "No paragraph has been read yet, so nothing is known of what the rules miss."
    low, high = wilson(sum(read), len(read))
    return (
        f"In {several(len(read), 'paragraph')} read, {sum(read):,} held a theme no rule had found: "
        f"{100 * sum(read) / len(read):.1f}% (95 % interval {low:.1f} to {high:.1f}%)."
    )
