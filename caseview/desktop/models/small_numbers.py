"""The words of the export panel on small numbers."""

from caseview.counting.small_numbers import Protected, SmallNumbers
from caseview.counting.wording import number
from caseview.desktop.tongue import several, tr
from caseview.domain.english import English

EVERY = English("Every count shows as it is.")


def hidden_in_it(rule: SmallNumbers) -> str:
    """Return what is said of a copy in which a rule hides counts, "" where it hides none."""
    return tr(" Counts under {0} are hidden in it.", rule.under) if rule.under else ""


def hidden_words(found: Protected, rule: SmallNumbers) -> str:
    """Return how many counts will be hidden by a rule, and how many more beside them."""
    if not found.small and not found.more:
        return tr("No count is under {0}. Nothing needs to be hidden.", rule.under)
    said = tr(
        "{0} under {1} will show as “<{2}”.", several(found.small, "count"), rule.under, rule.under
    )
    if not found.more:
        return said
    are = tr("cell is") if found.more == 1 else tr("cells are")
    return tr(
        "{0} {1} more {2} hidden so that totals do not give them away.",
        said,
        number(found.more),
        are,
    )
