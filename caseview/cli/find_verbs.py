"""The verb search: finds, exports, and keeps searches under a name."""

import argparse
from pathlib import Path

from caseview.cli import evidence_shapes
from caseview.cli.arguments import whole
from caseview.cli.opening import Verbs, add_casebook, add_verb, coder, opened
from caseview.cli.output import Output
from caseview.counting import wording
from caseview.counting.wording import number
from caseview.domain.crosstab import Unit
from caseview.domain.errors import QueryError
from caseview.domain.query import Answer, Hit, Looked, Search, Sort, Total
from caseview.domain.saved import SavedKind
from caseview.usecases.export_results import export_results
from caseview.usecases.keep_named import forget
from caseview.usecases.saved_search import (
    Named,
    SavedSearch,
    save_search,
    saved_searches,
)
from caseview.usecases.search_casebook import search_as_rule, search_casebook
from caseview.usecases.work import Casebook
from caseview.wiring import House, now

_AROUND = 45
_FACETS = 8


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = add_verb(
        verbs,
        "search",
        "find passages by their words and by fields",
        """search learning.casebook '"professional curiosity" kind:sar'""",
    )
    add_casebook(parser)
    parser.add_argument(
        "query", nargs="?", metavar="WORDS", help="words, phrases, AND OR NOT, field:value"
    )
    parser.add_argument(
        "--limit", type=whole(0), default=20, metavar="N", help="the most hits to print"
    )
    parser.add_argument(
        "--sort", choices=[sort.value for sort in Sort], default="rank", help="the order of hits"
    )
    parser.add_argument("--exact", action="store_true", help="take every word as it stands")
    parser.add_argument(
        "--screened-out", action="store_true", help="search in screened-out reviews too"
    )
    parser.add_argument(
        "--to",
        type=Path,
        metavar="F",
        help="also write every hit with its reference to F (.xlsx, .docx or .csv)",
    )
    parser.add_argument("--as-rule", action="store_true", help="print it in the notation of rules")
    parser.add_argument("--save", metavar="NAME", help="keep the search: use it as saved:NAME")
    parser.add_argument("--saved", action="store_true", help="list the saved searches, counted now")
    parser.add_argument("--forget", metavar="NAME", help="remove a saved search")
    parser.set_defaults(run=_search)


def _search(args: argparse.Namespace) -> int:
    with opened(args) as (home, casebook):
        if args.forget is not None:
            forget(casebook, SavedKind.SEARCH, args.forget, coder=coder(args))
        if args.query is not None:
            _ask(args, home, casebook)
        elif not args.saved and args.forget is None:
            raise QueryError("There is nothing to search for yet.", "Type a word or a field.")
        if args.saved:
            _print_saved(saved_searches(casebook, home.finder()), as_json=args.json)
    return 0


def _ask(args: argparse.Namespace, home: House, casebook: Casebook) -> None:
    finder = home.finder()
    search = Search(
        args.query,
        limit=args.limit,
        sort=Sort(args.sort),
        exact=args.exact,
        screened_out=args.screened_out,
    )
    if args.as_rule:
        made = search_as_rule(casebook, finder, search)
        if args.json:
            Output(as_json=True).document({"pattern": made.pattern, "remark": made.remark or None})
        else:
            print("\n".join(part for part in (made.pattern, made.remark) if part))
        return
    answer = search_casebook(casebook, finder, search)
    if args.save is not None:
        save_search(casebook, finder, Named(args.save, search), coder=coder(args), now=now)
    if args.to is not None:
        writer = home.listing_writer(args.to.suffix.lower())
        export_results(casebook, finder, search, (writer, args.to), now)
    if args.json:
        Output(as_json=True).document(evidence_shapes.answer(answer))
    else:
        _print(answer)


def _print_saved(found: tuple[SavedSearch, ...], *, as_json: bool) -> None:
    if as_json:
        Output(as_json=True).document([evidence_shapes.saved_search(one) for one in found])
        return
    for one in found:
        print(f"{one.saved.name}: {one.search.query}")
        print(f"  {_total(one.total)}" if one.total else f"  {one.amiss}")
    if not found:
        print("No search has been saved.")


def _print(answer: Answer) -> None:
    if answer.remark:
        print(answer.remark)
        if answer.place is not None:
            print(f"  {answer.search.query}\n  {' ' * answer.place}^")
    print(_total(answer.total))
    for sentence in _besides(answer):
        print(sentence)
    for hit in answer.hits:
        page = "" if hit.page is None else f" p.{hit.page}"
        print(f"\n{hit.review} ({hit.kind.label} {hit.year or 'no year'}){page} ¶{hit.number}")
        print(f"  {in_context(hit)}")
    facets = {name: counted for name, counted in answer.facets.items() if counted}
    if facets:
        print()
    for name, counted in facets.items():
        print(f"{name}: " + ", ".join(f"{label} {count:,}" for label, count in counted[:_FACETS]))


def _total(total: Total) -> str:
    passages, documents, reviews = (
        wording.units(count, unit)
        for count, unit in (
            (total.passages, Unit.PASSAGES),
            (total.documents, Unit.DOCUMENTS),
            (total.reviews, Unit.REVIEWS),
        )
    )
    return f"{passages} in {documents}, {reviews}"


def _besides(answer: Answer) -> list[str]:
    """Return what is to be said beside the total, a sentence each."""
    said = []
    if answer.also_finding:
        said.append("Also finding: " + ", ".join(answer.also_finding))
    if answer.left_out:
        more = wording.units(answer.left_out, Unit.PASSAGES)
        said.append(f"Left out: {more} in screened-out reviews (--screened-out)")
    names = {"note": ("note", "notes"), "detail": ("document's details", "documents' details")}
    for name, count in answer.beside:
        said.append(f"Also in {wording.several(count, *names[name])} ({name}:…)")
    if answer.did_you_mean:
        said.append(f"Did you mean: {answer.did_you_mean} ({number(answer.would_find)})")
    return [*said, *map(_looked, answer.words)]


def _looked(one: Looked) -> str:
    nearest = ", ".join(f"{word} {number(count)}" for word, count in one.nearest)
    return f"  {one.word} {number(one.passages)}" + (f" (nearest: {nearest})" if nearest else "")


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
