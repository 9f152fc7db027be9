"""Export a cross-tab with the evidence behind it."""

from dataclasses import replace
from pathlib import Path

from caseview.domain.crosstab import CellAddress, CrossTab
from caseview.domain.errors import ExportError
from caseview.domain.evidence import EvidenceSet
from caseview.usecases.build_crosstab import tally
from caseview.usecases.gather_evidence import evidence_of
from caseview.usecases.ports import Finder, TableWriter
from caseview.usecases.work import Casebook


def export_table(
    casebook: Casebook, finder: Finder, table: CrossTab, writer: TableWriter, path: Path
) -> None:
    """Write a counted table to `path`, with the evidence of all its numbers if the file shows it.

    The coders named in the file are those whose tags are counted. Raises ExportError when tags
    have changed since the table was counted, so that its numbers would not be those of its
    evidence, or when the file cannot be written.
    """
    info, everything = casebook.info(), CellAddress(None, None)
    with casebook.reading() as work:
        counted = tally(work, finder, table.spec)
        if replace(counted.table(), counted_at=table.counted_at) != table:
            raise ExportError(
                "Something has changed since these numbers were counted.",
                "Count again, then export.",
            )
        mentions = counted.evidence(everything)
        shown = mentions if writer.shows_evidence else ()
        items = evidence_of(work, counted.population.reviews, shown)
    coders = tuple(sorted({mention.coder for mention in mentions} - {""}, key=str.casefold))
    evidence = EvidenceSet(items, len(counted.units(everything)))
    writer.write(table, evidence, replace(info, coders=coders), path)
