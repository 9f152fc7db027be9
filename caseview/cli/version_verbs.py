"""The verb newer: lets a newer version of a document stand in for an older one."""

import argparse

from caseview.cli.opening import Verbs, add_casebook, add_verb, coder, opened
from caseview.cli.output import Output, note
from caseview.counting.wording import several
from caseview.usecases.new_version import adopt_version


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = add_verb(
        verbs,
        "newer",
        "let a newer version of a document stand in for an older one, tags and all",
        "newer learning.casebook 3 17",
    )
    add_casebook(parser)
    parser.add_argument("older", type=int, metavar="OLDER", help="the older document by number")
    parser.add_argument("newer", type=int, metavar="NEWER", help="the newer one by number")
    parser.set_defaults(run=_newer)


def _newer(args: argparse.Namespace) -> int:
    with opened(args) as (_, casebook):
        done = adopt_version(casebook, args.older, args.newer, coder=coder(args))
    if args.json:
        Output(as_json=True).document({
            "tags": done.tags,
            "decisions": done.decisions,
            "left": [
                {
                    "id": tag.id,
                    "theme": tag.theme,
                    "start": tag.start,
                    "end": tag.end,
                    "whole_page": tag.page,
                }
                for tag in done.left
            ],
        })
        return 0
    print(f"{several(done.tags, 'tag')} moved to document {args.newer}, which now counts.")
    for tag in done.left:
        lacking = f"does not have “{tag.text[:60]}”"
        if tag.page is not None:
            lacking = f"has words on page {tag.page}, or another number of pages"
        note(f"Tag {tag.id} stays where it is: the newer version {lacking}.")
    return 0
