"""Verbs that count: crosstab and evidence."""

import argparse
from dataclasses import asdict
from typing import Any

from caseview.cli import evidence_shapes
from caseview.cli.arguments import ending
from caseview.cli.opening import Verbs, add_casebook, add_verb, opened
from caseview.cli.output import Output
from caseview.counting import wording
from caseview.counting.association import Association, tested
from caseview.counting.association_wording import written_association
from caseview.counting.sharing import shared
from caseview.counting.small_numbers import THRESHOLDS, SmallNumbers, protect
from caseview.domain.crosstab import (
    COUNTED_READS_AS,
    Axis,
    Cell,
    CellAddress,
    Counts,
    CrossTab,
    CrossTabSpec,
    Share,
    Unit,
)
from caseview.domain.reads_as import ReadsAs
from caseview.domain.suggestion import Level
from caseview.usecases.build_crosstab import build_crosstab
from caseview.usecases.export_table import export_table
from caseview.usecases.gather_evidence import gather_evidence
from caseview.wiring import now

_FILES = {"xlsx": "Excel", "docx": "Word", "csv": "CSV", "html": "a web page"}


def add(verbs: Verbs) -> None:
    """Add the verbs."""
    table = add_verb(
        verbs,
        "crosstab",
        "count themes or attributes against an attribute",
        "crosstab learning.casebook --rows themes --columns kind --xlsx table.xlsx",
    )
    add_casebook(table)
    _add_spec(table)
    for suffix, what in _FILES.items():
        table.add_argument(
            f"--{suffix}", type=ending(f".{suffix}"), metavar="F", help=f"also write it to {what}"
        )
    table.add_argument(
        "--small-numbers",
        type=int,
        choices=THRESHOLDS,
        default=0,
        metavar="N",
        help="hide counts under N (3, 5 or 10), and what would give them away",
    )
    table.add_argument(
        "--hide-zeros", action="store_true", help="with --small-numbers: hide counts of none too"
    )
    table.add_argument(
        "--percent",
        choices=[share.value for share in Share],
        default=Share.COLUMN.value,
        help="what percentages are of",
    )
    table.set_defaults(run=_crosstab)

    behind = add_verb(
        verbs,
        "evidence",
        "show the passages behind a cell",
        "evidence learning.casebook --row staffing_capacity --column sar",
    )
    add_casebook(behind)
    _add_spec(behind)
    behind.add_argument("--row", metavar="ID", help="the row; left out for the column's total")
    behind.add_argument("--column", metavar="ID", help="the column; left out for the row's total")
    behind.set_defaults(run=_evidence)


def _add_spec(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rows", default="themes", metavar="R", help="themes, groups, kind …")
    parser.add_argument("--columns", default="kind", metavar="C", help="kind, year, area …")
    parser.add_argument(
        "--count", choices=[unit.value for unit in Unit], default="reviews", help="the unit"
    )
    parser.add_argument(
        "--counts",
        choices=[counts.value for counts in Counts],
        default=None,
        help="tags only, or tags and suggestions (provisional); as the casebook stands if not said",
    )
    parser.add_argument(
        "--at", choices=[level.value for level in Level], default="normal", help="how sure"
    )
    parser.add_argument("--where", default="", metavar="EXPR", help="fields to narrow by")
    parser.add_argument("--with-context", action="store_true", help="count context as well")
    parser.add_argument("--with-restated", action="store_true", help="count restated words as well")


def spec(args: argparse.Namespace, finished: int) -> CrossTabSpec:
    """Return what to count; without `--counts`, tags once a review is finished (DECISIONS 7)."""
    usual = Counts.TAGS if finished else Counts.PROVISIONAL
    return CrossTabSpec(
        rows=args.rows,
        columns=args.columns,
        unit=Unit(args.count),
        counts=Counts(args.counts) if args.counts else usual,
        level=Level(args.at),
        where=args.where,
        reads_as=frozenset(ReadsAs) if args.with_context else COUNTED_READS_AS,
        restated=args.with_restated,
    )


def _crosstab(args: argparse.Namespace) -> int:
    with opened(args) as (home, casebook):
        wanted = spec(args, casebook.info().finished)
        table = build_crosstab(casebook, home.finder(), wanted, now)
        small, share = SmallNumbers(args.small_numbers, args.hide_zeros), Share(args.percent)
        for path in (getattr(args, suffix) for suffix in _FILES):
            if path is not None:
                to = (home.table_writer(path.suffix.lower()), path)
                export_table(casebook, home.finder(), table, *to, small=small, share=share)
    table = shared(protect([table], small).tables[0], share)
    if args.json:
        Output(as_json=True).document(table_shape(table))
    else:
        print_table(table)
    return 0


def _evidence(args: argparse.Namespace) -> int:
    with opened(args) as (home, casebook):
        wanted = spec(args, casebook.info().finished)
        found = gather_evidence(casebook, home.finder(), wanted, CellAddress(args.row, args.column))
    if args.json:
        Output(as_json=True).document([evidence_shapes.evidence(item) for item in found.items])
        return 0
    behind = wording.several(len(found.items), "tag or suggestion", "tags and suggestions")
    print(f"{wording.units(found.units, wanted.unit)}, {behind}")
    for item in found.items:
        mark = "?" if item.suggested else ""
        print(f"\n{item.quote.said}")
        print(f"  {item.quote.place.reference} · {item.theme}{mark} · {item.reads_as.label}")
    return 0


def _axis(axis: Axis) -> dict[str, Any]:
    if axis.hidden:
        return {"id": axis.id, "label": axis.label, "base": None, "hidden": axis.hidden}
    return {"id": axis.id, "label": axis.label, "base": axis.base}


def _cell(cell: Cell) -> dict[str, Any]:
    shape = asdict(cell)
    sign = shape.pop("hidden")
    if sign:
        return {"n": None, "percent": None, "low": None, "high": None, "hidden": sign}
    return {
        name: round(held, 2) if isinstance(held, float) else held for name, held in shape.items()
    }


def _test(found: Association) -> dict[str, Any]:
    """Return the test of one row; too little to test is said, and every figure is null."""
    return {**asdict(found), "method": found.method or "too few to say"}


def table_shape(table: CrossTab) -> dict[str, Any]:
    """Return a cross-tab as JSON."""
    return {
        "counts": table.spec.counts.value,
        "count": table.spec.unit.value,
        "level": table.spec.level.value,
        "percent_of": table.share.value,
        "where": table.spec.where,
        "rows": [_axis(axis) for axis in table.rows],
        "columns": [_axis(axis) for axis in table.columns],
        "cells": [[_cell(cell) for cell in row] for row in table.cells],
        "totals": [_cell(cell) for cell in table.totals],
        "column_totals": [_cell(cell) for cell in table.column_totals],
        "total": _cell(table.total),
        "base": None if table.base_hidden else table.base,
        "small_numbers": table.small_numbers or None,
        "left_out": asdict(table.left_out),
        "base_line": wording.base_sentence(table),
        "notes": list(wording.notes(table)),
        "tests": [_test(found) for found in tested(table)],
        "counted_at": table.counted_at,
    }


def print_table(table: CrossTab) -> None:
    """Print a cross-tab with its title, bases and notes; rows with no count are only named."""
    print(wording.title(table.spec))
    columns = (*table.columns, Axis("", "All", table.base, hidden=table.base_hidden))
    rows = [["", *(wording.base_words(axis, table.spec.unit) for axis in columns)]]
    empty: list[str] = []
    for axis, cells, total in zip(table.rows, table.cells, table.totals, strict=True):
        if total.n or total.hidden:
            shown = (f"{wording.counted(cell)} {wording.percent(cell)}" for cell in (*cells, total))
            rows.append([axis.label, *map(str.strip, shown)])
        else:
            empty.append(axis.label)
    if table.column_totals and rows[1:]:
        last = (
            f"{wording.counted(c)} {wording.percent(c)}"
            for c in (*table.column_totals, table.total)
        )
        rows.append([wording.any_row(table.spec), *map(str.strip, last)])
    Output(as_json=False).table(["", *(axis.label for axis in columns)], rows)
    if empty and table.base:
        print(f"\nNot found in any: {', '.join(empty)}.")
    print()
    for sentence in (wording.empty_sentence(table), wording.base_sentence(table)):
        if sentence:
            print(sentence)
    for sentence in (*wording.notes(table), *written_association(table)):
        print(sentence)
