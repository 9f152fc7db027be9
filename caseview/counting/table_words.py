"""What every export of a table says beside its numbers."""

from caseview.counting import method, wording
from caseview.counting.association_wording import written_association
from caseview.domain.crosstab import CrossTab
from caseview.domain.info import CasebookInfo


def about(table: CrossTab, info: CasebookInfo) -> tuple[tuple[str, str], ...]:
    """Return what was counted as pairs of a name and a value, in words."""
    spec = table.spec
    tagged = not wording.of_sample(spec)
    pairs = (
        ("Table", wording.title(spec)),
        ("Marking", info.marking),
        ("Casebook", info.title),
        ("Codebook", f"{info.codebook}, version {info.codebook_version}"),
        ("Coders", wording.joined(info.coders) if tagged else ""),
        ("Rows", wording.axis_title(spec.rows)),
        ("Columns", wording.axis_title(spec.columns)),
        ("Counted", spec.unit.words),
        ("Percentages", table.share.words),
        ("Counts", spec.counts.label if tagged else ""),
        ("Level of suggestions", spec.level.value if tagged else ""),
        ("Filter", spec.where or "none"),
        ("Base", wording.units_told(table)),
        ("Screening", info.screening),
        ("Small numbers", f"under {table.small_numbers} hidden" if table.small_numbers else ""),
        ("Counted at", method.when(table.counted_at) if table.counted_at else ""),
    )
    return tuple(pair for pair in pairs if pair[1])


def sentences(table: CrossTab) -> tuple[str, ...]:
    """Return the sentences under a table: its base, what is left out, how to read it, tests."""
    empty = wording.empty_sentence(table)
    return (
        *([empty] if empty else []),
        wording.base_sentence(table),
        *wording.notes(table),
        *written_association(table),
    )
