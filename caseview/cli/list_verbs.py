"""Verbs that list what a casebook holds: reviews, documents, suggestions, tags."""

import argparse

from caseview.cli import evidence_shapes, shapes
from caseview.cli.opening import Verbs, add_casebook, add_verb, opened
from caseview.cli.output import Output
from caseview.domain.passage import Passage
from caseview.usecases.list_casebook import (
    attributes_of,
    list_documents,
    list_reviews,
    list_suggestions,
    list_tags,
    passages_by_id,
)


def add(verbs: Verbs) -> None:
    """Add the verbs."""
    reviews = add_verb(
        verbs,
        "reviews",
        "list the reviews with all their attributes",
        'reviews learning.casebook --where "kind:sar year:[2019 TO 2024]"',
    )
    add_casebook(reviews)
    reviews.add_argument("--where", default="", metavar="EXPR", help="fields to narrow by")
    reviews.set_defaults(run=_reviews)
    for name, what, run in (
        ("documents", "list the documents", _documents),
        ("suggestions", "list the suggestions", _suggestions),
        ("tags", "list the tags", _tags),
    ):
        parser = add_verb(verbs, name, what, f"{name} learning.casebook")
        add_casebook(parser)
        if name != "documents":
            parser.add_argument("--document", type=int, metavar="N", help="of one document")
        parser.set_defaults(run=run)


def _reviews(args: argparse.Namespace) -> int:
    out = Output(args.json)
    with opened(args) as (home, casebook):
        found = list_reviews(casebook, home.finder(), args.where)
        attributes = attributes_of(casebook)
    if args.json:
        out.document([shapes.review(one, attributes.get(one.id, {})) for one in found])
        return 0
    out.table(
        ["Id", "Review", "Kind", "Year", "Area", "Status", "Documents", "Tags", "To decide"],
        [
            (
                str(review.id),
                review.title,
                review.kind.label,
                review.year or "",
                ", ".join(attributes.get(review.id, {}).get("area", ())),
                review.status.label,
                len(review.documents),
                review.tags,
                review.to_decide,
            )
            for review in found
        ],
    )
    return 0


def _documents(args: argparse.Namespace) -> int:
    out = Output(args.json)
    with opened(args) as (_, casebook):
        found = list_documents(casebook)
    if args.json:
        out.document([shapes.document(document) for document in found])
        return 0
    out.table(
        ["Id", "Review", "Document", "Kind", "Form", "Pages", "Words", "File"],
        [
            (
                str(document.id),
                str(document.review_id),
                document.title,
                document.kind.label,
                document.form.label,
                document.pages or "",
                document.words,
                document.name,
            )
            for document in found
        ],
    )
    return 0


def _suggestions(args: argparse.Namespace) -> int:
    out = Output(args.json)
    with opened(args) as (_, casebook):
        found = list_suggestions(casebook, args.document)
    if args.json:
        out.document([evidence_shapes.kept_suggestion(kept) for kept in found])
        return 0
    out.table(
        ["Id", "Document", "Place", "Theme", "Reads as", "Sure", "Decision", "Words"],
        [
            (
                str(kept.id),
                str(kept.document_id),
                _place(kept.passage),
                kept.suggestion.theme,
                kept.suggestion.reads_as.label
                + (" (restated)" if kept.suggestion.restated else ""),
                f"{kept.suggestion.confidence:.2f}",
                kept.decision.value,
                kept.suggestion.text,
            )
            for kept in found
        ],
    )
    return 0


def _tags(args: argparse.Namespace) -> int:
    out = Output(args.json)
    with opened(args) as (_, casebook):
        found = list_tags(casebook, args.document)
        passages = passages_by_id(casebook, {tag.document_id for tag in found})
    placed = [(tag, passages.get(tag.passage_id or 0)) for tag in found]
    if args.json:
        out.document([evidence_shapes.tag(tag, passage) for tag, passage in placed])
        return 0
    out.table(
        ["Id", "Document", "Place", "Theme", "Reads as", "Coder", "Words"],
        [
            (
                str(tag.id),
                str(tag.document_id),
                _place(passage) if tag.page is None else f"p.{tag.page}",
                tag.theme,
                tag.reads_as.label,
                tag.coder,
                tag.words,
            )
            for tag, passage in placed
        ],
    )
    return 0


def _place(passage: Passage | None) -> str:
    if passage is None:
        return ""
    page = "" if passage.page is None else f"p.{passage.page} "
    return f"{page}¶{passage.printed or passage.number}"
