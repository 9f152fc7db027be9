"""The words of the export panel on small numbers."""

from caseview.counting.small_numbers import Protected, SmallNumbers
from caseview.counting.wording import number, several


def hidden_words(found: Protected, rule: SmallNumbers) -> str:
    """Return how many counts will be hidden by a rule, and how many more beside them."""
    if not rule.under:
        return "Every count shows as it is."
    if not found.small and not found.more:
        return f"No count is under {rule.under}. Nothing needs to be hidden."
    said = f"{several(found.small, 'count')} under {rule.under} will show as “<{rule.under}”."
    if not found.more:
        return said
    are = "cell is" if found.more == 1 else "cells are"
    return f"{said} {number(found.more)} more {are} hidden so that totals do not give them away."
