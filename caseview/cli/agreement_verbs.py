"""Verbs of work in a team: merge, agreement, double-code."""

import argparse
from dataclasses import replace
from pathlib import Path

from caseview.cli import agreement_shapes
from caseview.cli.opening import Verbs, add_casebook, add_verb, opened, opening, passphrase_in
from caseview.cli.output import Output, note
from caseview.counting import agreement_wording as wording
from caseview.counting.merge_wording import merged_sentence, preview_notes, preview_sentence
from caseview.counting.wording import joined, several
from caseview.domain.agreement import Agreement, Draw, Per
from caseview.domain.codebook import Codebook
from caseview.domain.merging import MergePreview
from caseview.usecases.compare_coders import compare_coders
from caseview.usecases.merge_casebooks import merge_casebooks, preview_merge
from caseview.wiring import now
from caseview.wiring.comparing import copy_for_second_coder, other_casebook


def add(verbs: Verbs) -> None:
    """Add the verbs."""
    merge = add_verb(
        verbs,
        "merge",
        "bring another casebook's documents and decisions in; every tag keeps its coder",
        "merge learning.casebook theirs.casebook --preview",
    )
    add_casebook(merge)
    merge.add_argument("other", type=Path, metavar="OTHER", help="the casebook to bring in")
    merge.add_argument("--preview", action="store_true", help="say what it would bring, and stop")
    merge.add_argument(
        "--other-passphrase-file",
        type=Path,
        metavar="F",
        help="a file whose first line is the other's passphrase (else the one of CASEBOOK)",
    )
    merge.set_defaults(run=_merge)

    compare = add_verb(
        verbs,
        "agreement",
        "compare coders over the documents they finished",
        "agreement learning.casebook JB SO --unit review",
    )
    add_casebook(compare)
    compare.add_argument("coders", nargs="+", metavar="CODER", help="two coders or more")
    compare.add_argument(
        "--unit", choices=[per.value for per in Per], default="review", help="compared over"
    )
    compare.set_defaults(run=_agreement)

    second = add_verb(
        verbs,
        "double-code",
        "choose reviews at random and make a second coder's copy without anybody's decisions",
        "double-code learning.casebook second.casebook --share 10 --seed 7",
    )
    add_casebook(second)
    second.add_argument("copy", type=Path, metavar="COPY", help="the casebook to make")
    second.add_argument(
        "--share", type=float, default=10.0, metavar="P", help="per cent, usually 10"
    )
    second.add_argument("--over-all", action="store_true", help="not of each type, but of all")
    second.add_argument(
        "--kind", action="append", default=[], metavar="K", help="only of this type"
    )
    second.add_argument("--seed", type=int, metavar="N", help="to choose the same again")
    second.set_defaults(run=_double_code)


def _merge(args: argparse.Namespace) -> int:
    with opened(args) as (home, casebook):
        who = opening(args)
        if args.other_passphrase_file is not None:
            who = replace(who, passphrase=passphrase_in(args.other_passphrase_file))
        with other_casebook(home, args.other, casebook, who) as other:
            name = args.other.stem
            if args.preview:
                brought = preview_merge(casebook, other, name)
                said = preview_sentence(brought)
            else:
                merged = merge_casebooks(casebook, other, name, coder=who.coder)
                brought, said = merged.preview, merged_sentence(merged)
    if args.json:
        shape = agreement_shapes.merge(brought, merged=not args.preview)
        Output(as_json=True).document(shape)
        return 0
    _say(brought, said, preview=args.preview)
    return 0


def _say(brought: MergePreview, said: str, *, preview: bool) -> None:
    print(said)
    if preview:
        for line in preview_notes(brought):
            print(line)


def _agreement(args: argparse.Namespace) -> int:
    with opened(args) as (_, casebook):
        found = compare_coders(casebook, args.coders, Per(args.unit), now=now)
        with casebook.reading() as work:
            codebook = work.codebook
    if args.json:
        Output(as_json=True).document(agreement_shapes.agreement(found, codebook))
    else:
        _print(found, codebook)
    return 0


def _print(found: Agreement, codebook: Codebook) -> None:
    print(wording.base_sentence(found))
    if not found.shared:
        return
    names = {theme.id: theme.name for theme in codebook.themes}
    rows = []
    for one in (*found.themes, found.overall):
        kappa, measures = wording.main_kappa(one), one.measures
        rows.append([
            names.get(one.theme, one.theme) if one.theme else "All themes",
            one.all_used,
            *one.alone.values(),
            wording.share(measures.percent),
            f"{wording.figure(kappa)} {wording.strength(kappa.value)}".strip(),
            wording.limits(kappa),
            wording.figure(measures.alpha),
            wording.figure(measures.ac1),
        ])
    used = "Both" if len(found.coders) == 2 else "All"  # noqa: PLR2004 - a pair
    alone = [f"{coder} only" for coder in found.coders]
    heads = ["Theme", used, *alone, "Agree", "Kappa", "95% interval", "Alpha", "AC1"]
    Output(as_json=False).table(heads, rows)
    print(f"\n{several(len(found.disagreements), 'disagreement')}.")
    for line in wording.notes(found):
        print(line)


def _double_code(args: argparse.Namespace) -> int:
    draw = Draw(args.share, not args.over_all, tuple(args.kind), args.seed)
    with opened(args) as (home, casebook):
        choice = copy_for_second_coder(home, casebook, args.copy, draw, opening(args))
    if args.json:
        Output(as_json=True).document({
            "path": str(args.copy),
            "seed": choice.seed,
            "share": choice.share,
            "kinds": list(choice.strata),
            "reviews": list(choice.reviews),
        })
        return 0
    of = f"of each of {joined(choice.strata)}" if choice.strata else "of all"
    print(
        f"{several(len(choice.reviews), 'review')} chosen ({choice.share:g}% {of}, seed "
        f"{choice.seed}). “{args.copy.name}” holds them with every suggestion undecided."
    )
    note("Once both coders have finished, bring it back with merge.")
    return 0
