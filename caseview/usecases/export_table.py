"""Export a cross-tab with the evidence behind it."""

from dataclasses import replace
from pathlib import Path

from caseview.counting.flow_wording import flow_sentences
from caseview.counting.sharing import shared
from caseview.counting.small_numbers import SHOW_ALL, SmallNumbers, protect
from caseview.domain.crosstab import CellAddress, CrossTab, Share
from caseview.domain.errors import ExportError
from caseview.domain.evidence import EvidenceSet
from caseview.usecases.build_crosstab import tally
from caseview.usecases.gather_evidence import evidence_of
from caseview.usecases.ports import Finder, HearsRows, TableWriter, unheard
from caseview.usecases.tell_flow import flow_in
from caseview.usecases.work import Casebook


def export_table(  # noqa: PLR0913 - what is written, how and where, by name
    casebook: Casebook,
    finder: Finder,
    table: CrossTab,
    writer: TableWriter,
    path: Path,
    *,
    small: SmallNumbers = SHOW_ALL,
    share: Share = Share.COLUMN,
    heard: HearsRows = unheard,
) -> None:
    """Write a counted table to `path`, with the evidence of all its numbers if the file shows it.

    Percentages are of what `share` says; `heard` hears how many rows of evidence are gathered and
    written, of twice as many as there are. With small numbers hidden there is no evidence in it:
    passages can be counted.
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
        mentions, flow = counted.evidence(everything), flow_in(work)
        shown = mentions if writer.shows_evidence and not small.under else ()
        twice = 2 * len(shown)
        items = evidence_of(
            work, counted.population.reviews, shown, lambda made, _of: heard(made, twice)
        )
    coders = tuple(sorted({mention.coder for mention in mentions} - {""}, key=str.casefold))
    told = flow_sentences(flow, hidden=bool(small.under))
    units = 0 if small.under else len(counted.units(everything))
    [safe] = protect([table], small).tables
    evidence = EvidenceSet(items, units)
    about = replace(info, coders=coders, screening=" ".join(told))
    writer.write(
        shared(safe, share), evidence, about, path, lambda made, of: heard(of + made, 2 * of)
    )
