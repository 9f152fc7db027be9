"""The verb summary: the Word theme summary."""

import argparse
from pathlib import Path

from caseview.cli.arguments import ending, themes
from caseview.cli.opening import Verbs, add_casebook, add_verb, opened
from caseview.cli.output import Output, note
from caseview.domain.crosstab import Counts
from caseview.domain.summary import Quotes, SummarySpec
from caseview.usecases.check_anonymity import check_anonymity
from caseview.usecases.compose_summary import compose_summary
from caseview.usecases.export_summary import export_summary
from caseview.wiring import now


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = add_verb(
        verbs,
        "summary",
        "write a theme summary to Word",
        "summary learning.casebook --theme professional_curiosity staffing_capacity "
        "--out summary.docx",
    )
    add_casebook(parser)
    parser.add_argument(
        "--theme",
        action="extend",
        nargs="+",
        required=True,
        metavar="T",
        help="themes by id or name; may be given again for more",
    )
    parser.add_argument(
        "--out", type=ending(".docx"), required=True, metavar="F.docx", help="the file"
    )
    parser.add_argument("--template", type=Path, metavar="F", help="a Word file with your styles")
    parser.add_argument("--marking", default="", metavar="M", help="stands on every page")
    parser.add_argument(
        "--counts",
        choices=[counts.value for counts in Counts],
        help="tags only, or tags and suggestions (provisional); as the casebook stands if not said",
    )
    parser.add_argument("--where", default="", metavar="EXPR", help="fields to narrow by")
    parser.add_argument(
        "--quotes",
        type=_quotes,
        default=4,
        metavar="key|all|N",
        help="key quotes, all, or the most for each theme and reading",
    )
    parser.set_defaults(run=_summary)


def _quotes(text: str) -> Quotes | int:
    if text in {Quotes.KEY.value, Quotes.ALL.value}:
        return Quotes(text)
    if text.isdecimal():
        return int(text)
    raise argparse.ArgumentTypeError("give key, all or a whole number")


def _summary(args: argparse.Namespace) -> int:
    with opened(args) as (home, casebook):
        usual = Counts.TAGS if casebook.info().finished else Counts.PROVISIONAL
        with casebook.reading() as work:
            chosen = themes(work.codebook, args.theme)
        spec = SummarySpec(
            themes=chosen,
            counts=Counts(args.counts) if args.counts else usual,
            quotes=args.quotes,
            marking=args.marking,
            where=args.where,
        )
        summary = compose_summary(casebook, home.finder(), spec, now)
        told = check_anonymity(casebook, summary)
        checked = export_summary(
            casebook, home.summary_writer(), summary, args.out, template=args.template
        )
    if args.json:
        Output(as_json=True).document({
            "path": str(args.out),
            "quotes_checked": checked,
            "counts": spec.counts.value,
            "identifying": [
                {"sort": one.what.sort.value, "words": one.what.words, "where": one.where}
                for one in told
            ],
        })
    else:
        were = "1 quote was" if checked == 1 else f"{checked:,} quotes were"
        match = "matches" if checked == 1 else "match"
        said = f"{were} compared with the source and {match}." if checked else "Nothing is quoted."
        print(f"Wrote {args.out}. {said}")
    for one in told:
        note(
            f"Look at this before it leaves: {one.what.sort.value} “{one.what.words}”, {one.where}."
        )
    if not checked and args.quotes is Quotes.KEY:
        note("No key quote of these themes is starred among what is counted.")
    return 0
