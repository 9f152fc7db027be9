"""Verbs of what a coder does: decide, tag, finish, undo, redo."""

import argparse

from caseview.cli import evidence_shapes
from caseview.cli.arguments import themes
from caseview.cli.opening import Verbs, add_casebook, add_verb, opened, opening
from caseview.cli.output import Output, note
from caseview.counting import wording
from caseview.domain.changes import Changes
from caseview.domain.errors import CaseViewError
from caseview.domain.reads_as import ReadsAs
from caseview.domain.span import Span
from caseview.domain.suggestion import Decision
from caseview.usecases.decide import Ruling, decide
from caseview.usecases.finish_document import finish_documents
from caseview.usecases.list_casebook import list_suggestions
from caseview.usecases.tag_page import ChosenPage, tag_page
from caseview.usecases.tag_passage import Chosen, tag_passage
from caseview.usecases.undo import redo, undo
from caseview.wiring import now

_READS_AS = [reading.value for reading in ReadsAs]


def add(verbs: Verbs) -> None:
    """Add the verbs."""
    verdict = add_verb(
        verbs,
        "decide",
        "accept or reject suggestions",
        "decide learning.casebook 17 18 --accept --reads-as gap --coder JB",
    )
    add_casebook(verdict)
    verdict.add_argument("ids", type=int, nargs="+", metavar="ID", help="suggestions by number")
    way = verdict.add_mutually_exclusive_group(required=True)
    way.add_argument("--accept", action="store_true", help="make them tags")
    way.add_argument("--reject", action="store_true", help="turn them down")
    verdict.add_argument("--reads-as", choices=_READS_AS, metavar="V", help=", ".join(_READS_AS))
    verdict.set_defaults(run=_decide)

    by_hand = add_verb(
        verbs,
        "tag",
        "tag words by hand",
        "tag learning.casebook 3 1200 1320 professional_curiosity --coder JB",
    )
    add_casebook(by_hand)
    by_hand.add_argument("document", type=int, metavar="DOCUMENT", help="the document's number")
    by_hand.add_argument("start", type=int, metavar="START", help="the first code point")
    by_hand.add_argument("end", type=int, metavar="END", help="one past the last code point")
    by_hand.add_argument("theme", metavar="THEME", help="the theme's id or name")
    by_hand.add_argument("--reads-as", choices=_READS_AS, metavar="V", help=", ".join(_READS_AS))
    by_hand.set_defaults(run=_tag)

    page = add_verb(
        verbs,
        "tag-page",
        "tag a whole page of a scan, which has no words",
        "tag-page learning.casebook 3 12 professional_curiosity --coder JB",
    )
    add_casebook(page)
    page.add_argument("document", type=int, metavar="DOCUMENT", help="the document's number")
    page.add_argument("page", type=int, metavar="PAGE", help="the page, from 1")
    page.add_argument("theme", metavar="THEME", help="the theme's id or name")
    page.add_argument("--reads-as", choices=_READS_AS, metavar="V", help=", ".join(_READS_AS))
    page.set_defaults(run=_tag_page)

    finish = add_verb(
        verbs, "finish", "mark documents finished", "finish learning.casebook 3 4 --coder JB"
    )
    add_casebook(finish)
    finish.add_argument("documents", type=int, nargs="+", metavar="DOCUMENT", help="by number")
    finish.set_defaults(run=_finish)

    for name, what, run in (
        ("undo", "take back the last act", _undo),
        ("redo", "do the last act taken back again", _redo),
    ):
        parser = add_verb(verbs, name, what, f"{name} learning.casebook")
        add_casebook(parser)
        parser.set_defaults(run=run)


def _decide(args: argparse.Namespace) -> int:
    ruling = Ruling(
        Decision.ACCEPTED if args.accept else Decision.REJECTED,
        ReadsAs(args.reads_as) if args.reads_as else None,
    )
    with opened(args) as (_, casebook):
        changes = decide(casebook, args.ids, ruling, coder=opening(args).coder, now=now)
    return _done(args, changes)


def _tag(args: argparse.Namespace) -> int:
    span = _span(args.start, args.end)
    reading = ReadsAs(args.reads_as) if args.reads_as else None
    with opened(args) as (_, casebook):
        with casebook.reading() as work:
            (theme,) = themes(work.codebook, [args.theme])
        chosen = Chosen(args.document, span, theme, reading)
        changes = tag_passage(casebook, chosen, coder=opening(args).coder, now=now)
    return _done(args, changes)


def _tag_page(args: argparse.Namespace) -> int:
    reading = ReadsAs(args.reads_as) if args.reads_as else None
    with opened(args) as (_, casebook):
        with casebook.reading() as work:
            (theme,) = themes(work.codebook, [args.theme])
        chosen = ChosenPage(args.document, args.page, theme, reading)
        changes = tag_page(casebook, chosen, coder=opening(args).coder, now=now)
    return _done(args, changes)


def _span(start: int, end: int) -> Span:
    try:
        return Span(start, end)
    except ValueError:
        raise CaseViewError(
            f"From {start} to {end} is not a stretch of text. Nothing was tagged.",
            "Give the first code point and one past the last.",
        ) from None


def _finish(args: argparse.Namespace) -> int:
    with opened(args) as (_, casebook):
        changes = finish_documents(casebook, args.documents, coder=opening(args).coder, now=now)
        waiting = sum(
            kept.decision is Decision.UNDECIDED
            for document_id in changes.documents
            for kept in list_suggestions(casebook, document_id)
        )
    code = _done(args, changes)
    if waiting:
        are = wording.several(waiting, "suggestion is", "suggestions are")
        note(f"{are} undecided. They stay undecided and are not counted.")
    return code


def _undo(args: argparse.Namespace) -> int:
    with opened(args) as (_, casebook):
        changes = undo(casebook, coder=opening(args).coder)
    return _done(args, changes)


def _redo(args: argparse.Namespace) -> int:
    with opened(args) as (_, casebook):
        changes = redo(casebook, coder=opening(args).coder)
    return _done(args, changes)


def _done(args: argparse.Namespace, changes: Changes) -> int:
    if args.json:
        Output(as_json=True).document(evidence_shapes.changes(changes))
        return 0
    touched = [
        f"{name} {', '.join(map(str, sorted(ids)))}"
        for name, ids in (("suggestions", changes.suggestions), ("tags", changes.tags))
        if ids
    ]
    if not touched and changes.documents:
        touched = [f"documents {', '.join(map(str, sorted(changes.documents)))}"]
    print(f"{changes.label or 'Nothing to change'}. {'; '.join(touched)}".strip())
    return 0
