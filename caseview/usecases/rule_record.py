"""Says how often each rule was right: its suggestions accepted of those decided."""

from dataclasses import replace

from caseview.counting.interval import wilson
from caseview.domain.agreement import RuleRecord
from caseview.usecases.work import Casebook


def rule_record(casebook: Casebook) -> tuple[RuleRecord, ...]:
    """Return every rule that suggested anything, the most often decided first.

    The interval is Wilson's for 95 %; a rule of which nothing was decided has none.
    """
    with casebook.reading() as work:
        found = [_with_limits(record) for record in work.comparison.rules()]
    return tuple(sorted(found, key=lambda one: (-one.decided, -one.undecided, one.rule)))


def _with_limits(record: RuleRecord) -> RuleRecord:
    if not record.decided:
        return record
    low, high = wilson(record.accepted, record.decided)
    return replace(record, low=low, high=high)
