"""The verb details: what is recorded of reviews out to Excel, and back in."""

import argparse
from pathlib import Path

from caseview.cli.arguments import ending
from caseview.cli.opening import Verbs, add_casebook, add_verb, coder, opened
from caseview.cli.output import Output, note
from caseview.counting.wording import several
from caseview.domain.sheet import Sheet
from caseview.usecases.coded_sheet import Coded, holds_coding, tags_from_sheet
from caseview.usecases.details_table import (
    DetailChange,
    DetailsPlan,
    apply_details,
    counted,
    details_table,
    plan_details,
)
from caseview.usecases.work import Casebook
from caseview.wiring import now
from caseview.wiring.exchanging import read_sheet


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = add_verb(
        verbs,
        "details",
        "take the details of reviews out to Excel, and back in",
        "details learning.casebook --from details.xlsx --preview",
    )
    add_casebook(parser)
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("--to", type=ending(".xlsx"), metavar="F.xlsx", help="write them")
    way.add_argument(
        "--from",
        type=ending(".xlsx"),
        metavar="F.xlsx",
        dest="source",
        help="take them back; a column “Theme” becomes tags",
    )
    parser.add_argument("--preview", action="store_true", help="only say what would change")
    parser.add_argument(
        "--over-confirmed",
        action="store_true",
        help="change also what a person had confirmed otherwise",
    )
    parser.set_defaults(run=_details)


def _details(args: argparse.Namespace) -> int:
    with opened(args) as (home, casebook):
        if args.to:
            listing = details_table(casebook)
            home.listing_writer(".xlsx").write(listing, args.to)
            return _written(args.to, len(listing.rows), as_json=args.json)
        sheet = read_sheet(args.source)
        if args.preview:
            return _say(plan_details(casebook, sheet), None, args)
        return _taken(casebook, sheet, args)


def _written(path: Path, reviews: int, *, as_json: bool) -> int:
    if as_json:
        Output(as_json=True).document({"path": str(path), "reviews": reviews})
    else:
        print(f"Wrote {path}: {several(reviews, 'review')}.")
    return 0


def _taken(casebook: Casebook, sheet: Sheet, args: argparse.Namespace) -> int:
    who = coder(args)
    plan, _ = apply_details(casebook, sheet, over_confirmed=args.over_confirmed, coder=who)
    coded = tags_from_sheet(casebook, sheet, coder=who, now=now) if holds_coding(sheet) else None
    return _say(plan, coded, args)


def _say(plan: DetailsPlan, coded: Coded | None, args: argparse.Namespace) -> int:
    trouble = (*plan.trouble, *(coded.trouble if coded else ()))
    if args.json:
        answer = {
            **counted(plan),
            "applied": not args.preview,
            "details": [_shape(change) for change in plan.changes],
            "tags": coded.tags if coded else 0,
            "trouble": list(trouble),
        }
        Output(as_json=True).document(answer)
    else:
        for change in plan.changes:
            left = change.conflict and not args.over_confirmed
            print(f"{change.review}: {_words(change)}{' (left: confirmed)' if left else ''}")
        numbers = counted(plan)
        print(
            f"{several(numbers['changes'], 'change')} in {several(numbers['reviews'], 'review')}."
        )
        if coded:
            print(f"{several(coded.tags, 'tag')} made, {coded.already_here:,} here already.")
        for sentence in trouble:
            note(sentence)
    return 1 if trouble else 0


def _words(change: DetailChange) -> str:
    before, after = (", ".join(some) or "nothing" for some in (change.before, change.after))
    return f"{change.name.label}, {before} → {after}"


def _shape(change: DetailChange) -> dict[str, object]:
    return {
        "row": change.row,
        "review": change.review_id,
        "detail": change.name.value,
        "before": list(change.before),
        "after": list(change.after),
        "conflict": change.conflict,
    }
