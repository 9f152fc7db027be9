"""The verb recommendations: the register, its groups, and the responses to coroners."""

import argparse
from datetime import UTC, date, datetime
from pathlib import Path

from caseview.cli import register_shapes as shapes
from caseview.cli.opening import Verbs, add_casebook, add_verb, coder, opened
from caseview.cli.output import Output
from caseview.counting.addressed import Sort
from caseview.counting.due import Came
from caseview.counting.register import made_before, narrowed
from caseview.counting.wording import several
from caseview.domain.errors import ExportError
from caseview.domain.register import Progress, Strength
from caseview.domain.registered import Register, Wanted
from caseview.domain.responses import Tracker
from caseview.wiring.registering import Registering


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = add_verb(
        verbs,
        "recommendations",
        "list recommendations, groups of like ones, or the responses to coroners",
        "recommendations learning.casebook --for police --year 2023",
    )
    add_casebook(parser)
    views = parser.add_mutually_exclusive_group()
    views.add_argument("--groups", action="store_true", help="groups, and what may be one")
    views.add_argument(
        "--responses", action="store_true", help="responses due, received, late and what they say"
    )
    parser.add_argument(
        "--for", action="append", default=[], dest="sorts", metavar="WHO",
        choices=[sort.value for sort in Sort], help="police, health, board ...",
    )  # fmt: skip
    parser.add_argument("--theme", action="append", default=[], metavar="T", help="theme by id")
    parser.add_argument(
        "--year", action="append", default=[], metavar="Y", help="year of the review"
    )
    parser.add_argument(
        "--strength", action="append", default=[], choices=[one.value for one in Strength],
        metavar="S", help="training, policy, system or unknown",
    )  # fmt: skip
    parser.add_argument(
        "--status", action="append", default=[], choices=[one.value for one in Progress],
        metavar="S", help="unknown, accepted, in_progress, done or rejected",
    )  # fmt: skip
    parser.add_argument("--words", default="", metavar="W", help="words that stand in it")
    parser.add_argument("--on", type=_day, metavar="DAY", help="responses as of this day (today)")
    parser.add_argument(
        "--to", type=Path, metavar="F", help="write the list to F.xlsx, F.docx or F.csv"
    )
    parser.set_defaults(run=_recommendations)


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError("give a day as 2024-05-31") from None


def _recommendations(args: argparse.Namespace) -> int:
    wanted = Wanted(
        sorts=frozenset(args.sorts),
        themes=frozenset(args.theme),
        years=frozenset(args.year),
        strengths=frozenset(map(Strength, args.strength)),
        progress=frozenset(map(Progress, args.status)),
        words=args.words,
    )
    with opened(args) as (home, casebook):
        desk = Registering(home, casebook, coder(args))
        if args.to is not None:
            return _written(desk, wanted, args)
        if args.responses:
            _say_responses(desk.tracker(args.on or ""), Output(args.json))
        elif args.groups:
            _say_groups(desk.register(), Output(args.json))
        else:
            _say_list(desk.register(), wanted, Output(args.json))
    return 0


def _written(desk: Registering, wanted: Wanted, args: argparse.Namespace) -> int:
    if args.groups:
        raise ExportError(
            "Groups are not written on their own.", "Leave --groups out: each line names its group."
        )
    today = datetime.now(UTC).date().isoformat()
    if args.responses:
        rows = desk.save_responses(args.on or today, args.to)
    else:
        rows = desk.save(wanted, args.to)
    if args.json:
        Output(as_json=True).document({"path": str(args.to), "rows": rows})
    else:
        print(f"Wrote {args.to}: {several(rows, 'row')}.")
    return 0


def _say_list(register: Register, wanted: Wanted, out: Output) -> None:
    groups = {group.id: group.name for group in register.groups}
    items = narrowed(register.items, wanted)
    if out.as_json:
        out.document([shapes.registered(one, groups) for one in items])
        return
    out.table(
        ["Review", "Year", "No", "For whom", "Recommendation", "Strength", "Status", "Made before"],
        [
            (
                one.review,
                one.year,
                one.kept.recommendation.number,
                one.kept.addressee,
                one.text,
                one.strength.label + (" ?" if one.strength_guessed else ""),
                one.progress.label + (" ?" if one.progress_guessed else ""),
                made_before(one),
            )
            for one in items
        ],
    )
    reviews = len({one.kept.review_id for one in items})
    out.say(
        f"{several(len(items), 'recommendation')} in {several(reviews, 'review')}. "
        "“?” marks what follows from words and nobody has set."
    )


def _say_groups(register: Register, out: Output) -> None:
    found = shapes.groups(register)
    if out.as_json:
        out.document(found)
        return
    text = {shapes.registered(one, {})["id"]: one for one in register.items}
    if not found:
        out.say("No groups yet, and no recommendations of two reviews are alike.")
    for group in found:
        like = f", likeness {group['likeness']:.2f}" if group["offered"] else ""
        name = group["name"] or "May ask for the same thing ?"
        out.say(f"{name} ({several(group['reviews'], 'review')}{like})")
        for title, members in (
            ("", group["members"]),
            ("May belong: ", [one["id"] for one in group["may_belong"]]),
        ):
            for member in members:
                if (one := text.get(member)) is not None:
                    out.say(f"  {title}{one.review} {one.year}: {one.text}")


def _say_responses(tracker: Tracker, out: Output) -> None:
    if out.as_json:
        reports = [shapes.tracked(report) for report in tracker.reports]
        out.document({"on": tracker.on, "reports": reports})
        return
    out.table(
        ["Review", "Sent", "Due", "Asked of", "Stands", "Received", "Days late"],
        [
            (
                report.review,
                report.sent,
                report.due,
                one.addressee,
                Came(one.came).label,
                one.received,
                str(one.days) if one.came in {Came.LATE, Came.OVERDUE} else "",
            )
            for report in tracker.reports
            for one in report.expected
        ],
    )
    counts = ", ".join(f"{tracker.count(one.value)} {one.label.lower()}" for one in Came)
    out.say(f"As of {tracker.on}: {counts}.")
    for report in tracker.reports:
        for concern in report.concerns:
            for answer in concern.answers:
                mark = "" if answer.decided else " ?"
                number = concern.kept.concern.number or str(concern.kept.place.position + 1)
                out.say(f"  {report.review}, concern {number}: {answer.reply.label.lower()}{mark}")
