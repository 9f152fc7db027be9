"""The verbs export and load: whole projects and codebooks for other programs, tables of tags."""

import argparse
from pathlib import Path

from caseview.cli.arguments import ending, whole
from caseview.cli.opening import Verbs, add_casebook, add_verb, coder, opened
from caseview.cli.output import Output, note
from caseview.usecases.tag_table import tag_table
from caseview.usecases.work import Casebook
from caseview.wiring import House
from caseview.wiring.exchanging import Exchanging

_WHAT = {
    ".qdpx": "a REFI-QDA project, for NVivo, MAXQDA, ATLAS.ti and others",
    ".qdc": "a REFI-QDA codebook",
    ".xlsx": "every tag with its words and place, for Excel",
    ".csv": "every tag with its words and place, as CSV",
}
_BOTH_WAYS = (".qdpx", ".qdc")


def add(verbs: Verbs) -> None:
    """Add the verbs."""
    export = add_verb(
        verbs,
        "export",
        "write a casebook for other programs",
        "export learning.casebook --qdpx learning.qdpx",
    )
    load = add_verb(
        verbs,
        "load",
        "bring in a project or codebook of another program",
        "load learning.casebook --qdpx nvivo.qdpx",
    )
    for parser, endings, run in ((export, tuple(_WHAT), _export), (load, _BOTH_WAYS, _load)):
        add_casebook(parser)
        files = parser.add_mutually_exclusive_group(required=True)
        for one in endings:
            files.add_argument(
                f"--{one[1:]}", type=ending(one), metavar=f"F{one}", dest="file", help=_WHAT[one]
            )
        parser.set_defaults(run=run)
    load.add_argument(
        "--jobs", type=whole(1, 64), default=2, metavar="N", help="how many files are read at once"
    )


def _export(args: argparse.Namespace) -> int:
    with opened(args) as (home, casebook):
        counts, left_behind = _written(home, casebook, args)
    if args.json:
        answer = {"path": str(args.file), **counts, "left_behind": list(left_behind)}
        Output(as_json=True).document(answer)
    else:
        said = ", ".join(f"{name} {number:,}" for name, number in counts.items())
        print(f"Wrote {args.file}: {said}.")
        for sentence in left_behind:
            note(sentence)
    return 0


def _written(
    home: House, casebook: Casebook, args: argparse.Namespace
) -> tuple[dict[str, int], tuple[str, ...]]:
    """Write the file; return what is in it, and sentences on what is not."""
    path: Path = args.file
    exchanging = Exchanging(home, casebook, coder(args))
    if path.suffix.lower() == ".qdpx":
        done = exchanging.export_project(path)
        return {"sources": done.sources, "selections": done.selections}, done.left_behind
    if path.suffix.lower() == ".qdc":
        return {"codes": exchanging.export_codebook(path)}, ()
    listing = tag_table(casebook)
    home.listing_writer(path.suffix.lower()).write(listing, path)
    return {"tags": len(listing.rows)}, ()


def _load(args: argparse.Namespace) -> int:
    path: Path = args.file
    with opened(args) as (home, casebook):
        exchanging = Exchanging(home, casebook, coder(args), args.jobs)
        if path.suffix.lower() == ".qdc":
            changes = exchanging.load_codebook(path)
            counts = {"changes to the codebook": len(changes)}
            said = changes
        else:
            loaded = exchanging.load_project(path)
            said = loaded.left_behind
            counts = {
                "documents": loaded.documents,
                "documents here already": loaded.already_here,
                "tags": loaded.tags,
                "tags here already": loaded.tags_already_here,
                "notes": loaded.notes,
                "themes added": len(loaded.themes),
            }
    if args.json:
        keys = {name.replace(" ", "_"): number for name, number in counts.items()}
        Output(as_json=True).document({"path": str(path), **keys, "said": list(said)})
    else:
        print(f"Loaded {path}: " + ", ".join(f"{name} {n:,}" for name, n in counts.items()) + ".")
        for sentence in said:
            note(sentence)
    return 0
