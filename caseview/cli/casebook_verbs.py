"""Verbs over a casebook as a whole: new, info, check, remove, screen."""

import argparse
from dataclasses import asdict
from pathlib import Path

from caseview.cli import evidence_shapes
from caseview.cli.opening import Verbs, add_casebook, add_passphrase, add_verb, opened, opening
from caseview.cli.output import Output, note
from caseview.usecases.import_documents import legible
from caseview.usecases.rebuild_index import rebuild_index
from caseview.usecases.remove_document import remove_document
from caseview.usecases.screen_review import screen_review
from caseview.wiring import house


def add(verbs: Verbs) -> None:
    """Add the verbs."""
    new = add_verb(verbs, "new", "make a casebook", "new learning.casebook --coder JB")
    new.add_argument("casebook", type=Path, metavar="CASEBOOK", help="the file to make")
    new.add_argument("--codebook", default="core", metavar="ID", help="the codebook to start with")
    add_passphrase(new)
    new.set_defaults(run=_new)

    info = add_verb(verbs, "info", "say what a casebook holds", "info learning.casebook")
    add_casebook(info)
    info.set_defaults(run=_info)

    check = add_verb(verbs, "check", "look for damage in a casebook", "check learning.casebook")
    add_casebook(check)
    check.add_argument("--repair", action="store_true", help="put right what can be put right")
    check.add_argument(
        "--rebuild",
        action="store_true",
        help="build the search index anew first; stopped, it goes on when run again with --repair",
    )
    check.set_defaults(run=_check)

    remove = add_verb(
        verbs,
        "remove",
        "remove a document for good: bytes, text, index and tags",
        'remove learning.casebook 4 --reason "sent by mistake"',
    )
    add_casebook(remove)
    remove.add_argument("document", type=int, metavar="DOCUMENT", help="the document's number")
    remove.add_argument("--reason", required=True, metavar="WHY", help="kept in the audit")
    remove.set_defaults(run=_remove)

    screen = add_verb(
        verbs,
        "screen",
        "screen a review out with a reason, or back in",
        'screen learning.casebook 7 --out "no police involvement"',
    )
    add_casebook(screen)
    screen.add_argument("review", type=int, metavar="REVIEW", help="the review's number")
    way = screen.add_mutually_exclusive_group(required=True)
    way.add_argument("--out", metavar="REASON", help="screen it out")
    way.add_argument("--in", dest="back", action="store_true", help="screen it back in")
    screen.set_defaults(run=_screen)


def _new(args: argparse.Namespace) -> int:
    out = Output(args.json)
    casebook = house().new_casebook(
        args.casebook,
        opening(args),
        codebook_id=args.codebook,
        title=legible(args.casebook.stem),
    )
    try:
        info = casebook.info()
    finally:
        casebook.close()
    if args.json:
        out.document(asdict(info))
    out.say(f"Made {info.path} with the codebook {info.codebook} {info.codebook_version}.")
    return 0


def _info(args: argparse.Namespace) -> int:
    with opened(args) as (_, casebook):
        info = casebook.info()
    if args.json:
        Output(as_json=True).document(asdict(info))
        return 0
    rows = [(name.replace("_", " ").capitalize(), held) for name, held in asdict(info).items()]
    Output(as_json=False).table(["", ""], [(name, _words(held)) for name, held in rows])
    return 0


def _words(held: object) -> str:
    if isinstance(held, tuple):
        return ", ".join(map(str, held))
    if isinstance(held, bool):
        return "yes" if held else "no"
    return f"{held:,}" if isinstance(held, int) else str(held)


def _tell_indexed(done: int, total: int) -> None:
    note(f"{done:,} of {total:,} passages are in the search index.")


def _check(args: argparse.Namespace) -> int:
    with opened(args) as (home, casebook):
        if args.rebuild:
            rebuild_index(casebook, home.full_text(), _tell_indexed, lambda: False)
        findings = casebook.check(repair=args.repair)
        info = casebook.info()
    if args.json:
        Output(as_json=True).document([asdict(finding) for finding in findings])
    else:
        for finding in findings:
            put_right = " Put right." if finding.repaired else ""
            print(f"{finding.what} {finding.advice}{put_right}")
        if not findings:
            print(
                f"All is well: {info.documents:,} documents and all {info.tags:,} tags are there."
            )
    return 1 if any(not finding.repaired for finding in findings) else 0


def _remove(args: argparse.Namespace) -> int:
    with opened(args) as (_, casebook):
        changes = remove_document(
            casebook, args.document, reason=args.reason, coder=opening(args).coder
        )
    if args.json:
        Output(as_json=True).document(evidence_shapes.changes(changes))
    else:
        print(f"Document {args.document} is gone for good. The audit keeps its hash and why.")
    return 0


def _screen(args: argparse.Namespace) -> int:
    reason = None if args.back else args.out
    with opened(args) as (_, casebook):
        changes = screen_review(casebook, args.review, reason, coder=opening(args).coder)
    if args.json:
        Output(as_json=True).document(evidence_shapes.changes(changes))
    else:
        print(f"{changes.label or 'Nothing to change'}: review {args.review}.")
    return 0
