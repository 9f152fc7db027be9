"""Verbs that tell figures besides the cross-tab: pairs, years, one review, a force, the matrix."""

import argparse
from dataclasses import asdict
from typing import Any

from caseview.cli.arguments import ending, themes
from caseview.cli.opening import Verbs, add_casebook, add_verb, opened
from caseview.cli.output import Output, note
from caseview.counting.halves import Parting
from caseview.counting.small_numbers import THRESHOLDS, SmallNumbers
from caseview.domain.crosstab import Counts, CrossTabSpec, Unit
from caseview.domain.handout import Handout
from caseview.domain.suggestion import Level
from caseview.usecases.asked import Asked
from caseview.usecases.compare_body import BODIES
from caseview.usecases.tell import Question, Telling, tell
from caseview.wiring import now

_FILES = {"xlsx": "Excel", "docx": "Word", "csv": "CSV"}


def add(verbs: Verbs) -> None:
    """Add the verbs."""
    pairs = _verb(
        verbs,
        Telling.TOGETHER,
        "tell which themes go together, and how much more than by chance",
        "together learning.casebook --in passages --xlsx together.xlsx",
    )
    pairs.add_argument(
        "--in",
        dest="unit",
        choices=[unit.value for unit in Unit],
        default=Unit.REVIEWS.value,
        help="where two themes meet: the same review, document, section or passage",
    )
    _add_themes(pairs, "themes by id or name; every theme if none is given")
    years = _verb(
        verbs,
        Telling.YEARS,
        "follow themes over the years, each year with its base",
        "years learning.casebook --theme professional_curiosity --docx years.docx",
    )
    _add_themes(years, "one to five themes; the three most frequent if none is given")
    review = _verb(
        verbs,
        Telling.REVIEW,
        "tell the themes of one review beside those of all of its kind",
        "profile learning.casebook 12 --docx profile.docx",
        name="profile",
    )
    review.add_argument("review", type=int, metavar="REVIEW", help="the review's id")
    body = _verb(
        verbs,
        Telling.BODY,
        "compare the reviews of a force, board, area or region with all others",
        'body learning.casebook --by force "Northmoor Police" --docx northmoor.docx',
    )
    body.add_argument("--by", choices=BODIES, default=BODIES[0], help="what the name is of")
    body.add_argument("body", metavar="NAME", help="the name as the casebook has it")
    matrix = _verb(
        verbs,
        Telling.MATRIX,
        "write the framework matrix: reviews by themes in the analyst’s own words",
        "matrix learning.casebook --theme professional_curiosity --xlsx matrix.xlsx",
    )
    _add_themes(matrix, "themes by id or name; the three most frequent if none is given")


def _verb(
    verbs: Verbs, telling: Telling, about: str, example: str, *, name: str = ""
) -> argparse.ArgumentParser:
    parser = add_verb(verbs, name or telling.value, about, example)
    add_casebook(parser)
    parser.add_argument(
        "--counts",
        choices=[counts.value for counts in Counts],
        help="tags only, or tags and suggestions (provisional); as the casebook stands if not said",
    )
    parser.add_argument(
        "--at", choices=[level.value for level in Level], default="normal", help="how sure"
    )
    parser.add_argument("--where", default="", metavar="EXPR", help="fields to narrow by")
    parser.add_argument(
        "--small-numbers",
        type=int,
        choices=THRESHOLDS,
        default=0,
        metavar="N",
        help="hide counts under N (3, 5 or 10), and what would give them away",
    )
    for suffix, what in _FILES.items():
        parser.add_argument(
            f"--{suffix}", type=ending(f".{suffix}"), metavar="F", help=f"also write it to {what}"
        )
    parser.set_defaults(run=_told, telling=telling, unit=Unit.REVIEWS.value, theme=[])
    return parser


def _add_themes(parser: argparse.ArgumentParser, about: str) -> None:
    parser.add_argument("--theme", action="extend", nargs="+", default=[], metavar="T", help=about)


def _told(args: argparse.Namespace) -> int:
    with opened(args) as (home, casebook):
        usual = Counts.TAGS if casebook.info().finished else Counts.PROVISIONAL
        over = CrossTabSpec(
            unit=Unit(args.unit),
            counts=Counts(args.counts) if args.counts else usual,
            level=Level(args.at),
            where=args.where,
        )
        with casebook.reading() as work:
            wanted = themes(work.codebook, args.theme)
        question = Question(
            args.telling,
            over,
            wanted,
            getattr(args, "review", None),
            Parting(args.by, args.body) if args.telling is Telling.BODY else None,
        )
        asked = Asked(casebook, home.finder(), now, over, SmallNumbers(args.small_numbers))
        handout = tell(asked, question)
        for suffix in _FILES:
            if (path := getattr(args, suffix)) is not None:
                home.handout_writer(path.suffix.lower()).write(handout, path)
                note(f"Written: {path}")
    if args.json:
        Output(as_json=True).document(shape(handout))
    else:
        _print(handout)
    return 0


def shape(handout: Handout) -> dict[str, Any]:
    """Return figures as JSON: each with its value, its words, and what it opens."""
    return {
        "title": handout.title,
        "lead": list(handout.lead),
        "tables": [
            {
                "title": table.title,
                "columns": [asdict(column) for column in table.columns],
                "rows": [
                    [
                        {
                            "value": figure.value,
                            "words": figure.words,
                            "row": figure.behind.address.row if figure.behind else None,
                            "column": figure.behind.address.column if figure.behind else None,
                            "columns": figure.behind.spec.columns if figure.behind else None,
                        }
                        for figure in row
                    ]
                    for row in table.rows
                ],
                "notes": list(table.notes),
            }
            for table in handout.tables
        ],
        "about": dict(handout.about),
    }


def _print(handout: Handout) -> None:
    print(handout.title)
    for sentence in handout.lead:
        print(sentence)
    for table in handout.tables:
        print(f"\n{table.title}")
        heads = [column.head for column in table.columns]
        rows = [[figure.words for figure in row] for row in table.rows]
        Output(as_json=False).table(heads, rows)
        for sentence in table.notes:
            print(sentence)
