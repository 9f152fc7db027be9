"""Verbs that need no casebook: describe and suggest."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from caseview.cli import evidence_shapes, shapes
from caseview.cli.opening import Verbs, add_verb
from caseview.cli.output import Output
from caseview.domain.description import ReadDocument, Refused
from caseview.domain.document import Kind
from caseview.domain.section import SectionRole
from caseview.domain.suggestion import Level, Suggestion
from caseview.usecases.import_documents import gather_files
from caseview.usecases.suggest_themes import Text, suggest_on, suggester
from caseview.wiring import house

Printed = Callable[[ReadDocument], dict[str, Any]]


def add(verbs: Verbs) -> None:
    """Add the verbs."""
    describe = add_verb(
        verbs,
        "describe",
        "say what a file is: kind, form, details, outline, recommendations",
        "describe review.pdf --json",
    )
    describe.add_argument("files", type=Path, nargs="+", metavar="FILE", help="files or folders")
    describe.set_defaults(run=_describe)

    suggest = add_verb(
        verbs,
        "suggest",
        "suggest themes without a casebook",
        "suggest review.docx --at sure",
    )
    suggest.add_argument("files", type=Path, nargs="*", metavar="FILE", help="files or folders")
    suggest.add_argument("--stdin", action="store_true", help="read lines {id, text, role?, kind?}")
    suggest.add_argument("--codebook", default="core", metavar="ID", help="the codebook to use")
    suggest.add_argument(
        "--at",
        choices=[level.value for level in Level],
        default=Level.NORMAL.value,
        metavar="LEVEL",
        help="reading (find most), normal, sure (few wrong)",
    )
    suggest.set_defaults(run=_suggest)


def _describe(args: argparse.Namespace) -> int:
    def printed(read: ReadDocument) -> dict[str, Any]:
        shape = shapes.description(read.path, read.description)
        return shape | {
            "pages": len(read.text.pages),
            "words": read.text.words,
            "remarks": list(read.text.remarks),
            "seconds": round(read.seconds, 3),
        }

    return _each(args, "core", printed, _print_description)


def _suggest(args: argparse.Namespace) -> int:
    if args.stdin == bool(args.files):
        print("caseview suggest: give files, or --stdin, not both", file=sys.stderr)
        return 2
    if args.stdin:
        return _suggest_lines(args)

    def printed(read: ReadDocument) -> dict[str, Any]:
        places = {passage.start: passage for passage in read.description.passages}
        starts = sorted(places)
        return {
            "path": read.path,
            "suggestions": [
                evidence_shapes.suggestion(found, places[_before(starts, found.start)])
                for found in _at(read.suggestions, Level(args.at))
            ],
        }

    return _each(args, args.codebook, printed, _print_suggestions)


def _before(starts: list[int], offset: int) -> int:
    return max(start for start in starts if start <= offset)


def _at(found: tuple[Suggestion, ...], level: Level) -> Iterator[Suggestion]:
    return (suggestion for suggestion in found if suggestion.confidence >= level.least)


def _each(
    args: argparse.Namespace,
    codebook_id: str,
    printed: Printed,
    show: Callable[[dict[str, Any]], None],
) -> int:
    home = house()
    batch = gather_files(args.files)
    refused: list[Refused] = list(batch.refused)
    out = Output(args.json)
    reader = home.reader(home.codebook(codebook_id))
    for read in reader.read(batch.files, jobs=min(2, len(batch.files) or 1), stop=lambda: False):
        if isinstance(read, Refused):
            refused.append(read)
        elif args.json:
            out.line(printed(read))
        else:
            show(printed(read))
    for bad in refused:
        if args.json:
            out.line({"path": bad.path, "error": bad.reason, "advice": bad.advice})
        print(f"{bad.path}: {bad.reason} {bad.advice}", file=sys.stderr)
    return 1 if refused else 0


def _suggest_lines(args: argparse.Namespace) -> int:
    tagger = suggester(house().codebook(args.codebook))
    out = Output(as_json=True)
    bad = False
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            text = _text(json.loads(line))
        except (ValueError, KeyError, TypeError):
            bad = True
            out.line({"line": number, "error": _BAD_LINE, "advice": _BAD_LINE_ADVICE})
            continue
        placed = suggest_on(tagger, text)
        out.line({
            "id": text.id,
            "suggestions": [
                evidence_shapes.suggestion(found, place)
                for found, place in placed
                if found.confidence >= Level(args.at).least
            ],
        })
    return 1 if bad else 0


_BAD_LINE = "The line is not {id, text, role?, kind?}, so nothing was suggested for it."
_BAD_LINE_ADVICE = "Write one JSON object a line."


def _text(given: Any) -> Text:
    """Return the text of a line. Raises ValueError, KeyError or TypeError for another shape."""
    if not isinstance(given, dict) or not isinstance(given["text"], str):
        raise TypeError("not a text with its id")
    role, kind = given.get("role"), given.get("kind")
    return Text(
        id=given["id"],
        text=given["text"],
        role=SectionRole(role) if role else None,
        kind=Kind(kind) if kind else None,
    )


def _print_description(shape: dict[str, Any]) -> None:
    print(f"{shape['path']}")
    also = f" and {shape['kind_also']}" if shape["kind_also"] else ""
    print(f"  {shape['kind']}{also}, {shape['form']} (margin {shape['margin']})")
    for name, held in shape["details"].items():
        if held not in (None, []):
            print(f"  {name}: {', '.join(held) if isinstance(held, list) else held}")
    for section in shape["outline"]:
        print(f"    {section['heading']} ({section['role']})")
    for name in ("recommendations", "concerns"):
        for asked in shape[name]:
            print(f"  {name[:-1]} {asked['number']}: {asked['text']}")
    print()


def _print_suggestions(shape: dict[str, Any]) -> None:
    print(shape["path"])
    for found in shape["suggestions"]:
        restated = ", restated" if found["restated"] else ""
        page = "" if found["page"] is None else f"p.{found['page']} "
        print(f"  {page}¶{found['number']} {found['theme']} ({found['reads_as']}{restated})")
        print(f"    “{' '.join(found['text'].split())}”")
        print(f"    {found['reason']}")
    print()
