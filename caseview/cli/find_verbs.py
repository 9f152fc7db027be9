"""The verb search."""

import argparse

from caseview.cli import evidence_shapes
from caseview.cli.arguments import whole
from caseview.cli.opening import Verbs, add_casebook, add_verb, opened
from caseview.cli.output import Output
from caseview.counting import wording
from caseview.domain.crosstab import Unit
from caseview.domain.query import Answer, Hit, Search, Sort
from caseview.usecases.search_casebook import search_casebook

_AROUND = 45


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = add_verb(
        verbs,
        "search",
        "find passages by their words and by fields",
        """search learning.casebook '"professional curiosity" kind:sar'""",
    )
    add_casebook(parser)
    parser.add_argument("query", metavar="QUERY", help="words, phrases, AND OR NOT, field:value")
    parser.add_argument(
        "--limit", type=whole(0), default=20, metavar="N", help="the most hits to print"
    )
    parser.add_argument(
        "--sort", choices=[sort.value for sort in Sort], default="rank", help="the order of hits"
    )
    parser.set_defaults(run=_search)


def _search(args: argparse.Namespace) -> int:
    search = Search(args.query, limit=args.limit, sort=Sort(args.sort))
    with opened(args) as (home, casebook):
        answer = search_casebook(casebook, home.finder(), search)
    if args.json:
        Output(as_json=True).document(evidence_shapes.answer(answer))
    else:
        _print(answer)
    return 0


def _print(answer: Answer) -> None:
    if answer.remark:
        print(answer.remark)
    total = answer.total
    passages, documents, reviews = (
        wording.units(number, unit)
        for number, unit in (
            (total.passages, Unit.PASSAGES),
            (total.documents, Unit.DOCUMENTS),
            (total.reviews, Unit.REVIEWS),
        )
    )
    print(f"{passages} in {documents}, {reviews}")
    if answer.also_finding:
        print("Also finding: " + ", ".join(answer.also_finding))
    if answer.did_you_mean:
        print(f"Did you mean: {answer.did_you_mean}")
    for hit in answer.hits:
        page = "" if hit.page is None else f" p.{hit.page}"
        print(f"\n{hit.review} ({hit.kind.label} {hit.year or 'no year'}){page} ¶{hit.number}")
        print(f"  {in_context(hit)}")
    facets = {name: counted for name, counted in answer.facets.items() if counted}
    if facets:
        print()
    for name, counted in facets.items():
        print(f"{name}: " + ", ".join(f"{label} {count:,}" for label, count in counted[:8]))


def in_context(hit: Hit) -> str:
    """Return the words around the first mark, marks in square brackets."""
    if not hit.marks:
        return " ".join(hit.text[: 2 * _AROUND].split())
    first = max(0, hit.marks[0][0] - _AROUND)
    last = min(len(hit.text), hit.marks[0][1] + 2 * _AROUND)
    shown, at = "", first
    for start, end in hit.marks:
        if end <= last:
            shown += hit.text[at:start] + "[" + hit.text[start:end] + "]"
            at = end
    shown += hit.text[at:last]
    return ("…" if first else "") + " ".join(shown.split()) + ("…" if last < len(hit.text) else "")
