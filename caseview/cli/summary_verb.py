"""The verb summary: the Word theme summary."""

import argparse
from dataclasses import replace
from pathlib import Path

from caseview.cli.arguments import ending, themes
from caseview.cli.opening import Verbs, add_casebook, add_verb, opened
from caseview.cli.output import Output, note
from caseview.counting.small_numbers import THRESHOLDS
from caseview.domain.crosstab import Counts
from caseview.domain.summary import Quotes, SummarySpec
from caseview.usecases.change_settings import settings_of
from caseview.usecases.check_anonymity import check_anonymity
from caseview.usecases.compose_summary import compose_summary
from caseview.usecases.export_summary import export_summary
from caseview.usecases.saved_summary import SummaryChoice, saved_summary
from caseview.usecases.work import Casebook
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
        default=[],
        metavar="T",
        help="themes by id or name; may be given again for more",
    )
    parser.add_argument(
        "--name",
        default="",
        metavar="N",
        help="a saved summary: its themes, words, parts and quotes, as far as nothing else is said",
    )
    parser.add_argument(
        "--small-numbers",
        type=int,
        choices=(0, *THRESHOLDS),
        help="hide counts under this; as the casebook or the saved summary has it if not said",
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
        metavar="key|all|N",
        help="key quotes, all, or the most for each theme and reading",
    )
    parser.set_defaults(run=_summary, wrong_use=parser.error)


def _quotes(text: str) -> Quotes | int:
    if text in {Quotes.KEY.value, Quotes.ALL.value}:
        return Quotes(text)
    if text.isdecimal():
        return int(text)
    raise argparse.ArgumentTypeError("give key, all or a whole number")


def _asked(args: argparse.Namespace, casebook: Casebook) -> SummaryChoice:
    """Return what is asked: a saved summary, if one is named, with what is said besides."""
    if not args.name and not args.theme:
        args.wrong_use("give --theme, or --name with the name of a saved summary")
    if args.name:
        choice = saved_summary(casebook, args.name)
    else:
        usual = Counts.TAGS if casebook.info().finished else Counts.PROVISIONAL
        small = settings_of(casebook).small_numbers
        choice = SummaryChoice(SummarySpec((), usual, small_numbers=small))
    spec = choice.spec
    if args.theme:
        with casebook.reading() as work:
            spec = replace(spec, themes=themes(work.codebook, args.theme))
    if args.counts:
        spec = replace(spec, counts=Counts(args.counts))
    if args.quotes is not None:
        spec = replace(spec, quotes=args.quotes, by_hand=False)
    if args.small_numbers is not None:
        spec = replace(spec, small_numbers=args.small_numbers)
    spec = replace(spec, marking=args.marking or spec.marking, where=args.where or spec.where)
    return replace(choice, spec=spec)


def _summary(args: argparse.Namespace) -> int:
    with opened(args) as (home, casebook):
        choice = _asked(args, casebook)
        spec = choice.spec
        summary = choice.applied(compose_summary(casebook, home.finder(), spec, now))
        template = args.template or (Path(choice.template) if choice.template else None)
        told = tuple(
            one for one in check_anonymity(casebook, summary) if one.key not in choice.looked_at
        )
        checked = export_summary(
            casebook, home.summary_writer(), summary, args.out, template=template
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
