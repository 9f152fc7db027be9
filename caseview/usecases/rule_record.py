"""Says how often each rule was right: its suggestions accepted of those decided."""

from caseview.counting.interval import wilson
from caseview.domain.agreement import RuleRecord
from caseview.domain.codebook_figures import Record
from caseview.usecases.work import Casebook


def rule_record(casebook: Casebook) -> tuple[RuleRecord, ...]:
    """Return every rule that suggested anything, the most often decided first.

    The interval is Wilson's for 95 %; a rule of which nothing was decided has none.
    """
    with casebook.reading() as work:
        records = work.codebooks.figures().rules
    found = [_with_limits(rule, record) for rule, record in records.items()]
    return tuple(sorted(found, key=lambda one: (-one.decided, -one.undecided, one.rule)))


def _with_limits(rule: str, record: Record) -> RuleRecord:
    theme, _, _ = rule.partition(".")
    low, high = wilson(record.accepted, record.decided) if record.decided else (None, None)
    return RuleRecord(rule, theme, record.accepted, record.rejected, record.open, low, high)
