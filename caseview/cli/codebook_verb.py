"""The verb of the codebook: look at it, save it, and take another one in its place."""

import argparse
from pathlib import Path
from typing import Any

from caseview.cli import evidence_shapes
from caseview.cli.opening import Verbs, add_casebook, add_verb, opened, opening
from caseview.cli.output import Output, Progress
from caseview.counting.effect_words import effect_sentence, right
from caseview.counting.wording import several
from caseview.domain.codebook import Codebook, Theme
from caseview.domain.codebook_effect import Effect, Happens, Touched, reviews_of
from caseview.domain.codebook_figures import CodebookFigures, Record
from caseview.domain.codebook_version import CodebookVersion
from caseview.tagging.editing.draft import Draft
from caseview.tagging.editing.versions import adopt
from caseview.usecases.work import Casebook
from caseview.wiring.codebook_files import ENDINGS
from caseview.wiring.house import House
from caseview.wiring.revising import Revising

_JOBS = 2


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = add_verb(
        verbs,
        "codebook",
        "show the codebook, save it to a file, or take one from a file",
        "codebook learning.casebook --preview codebook.toml",
    )
    add_casebook(parser)
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--to", type=_file, metavar="F", help="save it to F.toml or F.xlsx")
    way.add_argument(
        "--from", dest="source", type=_file, metavar="F", help="put the codebook of F in use"
    )
    way.add_argument(
        "--preview", type=_file, metavar="F", help="say what --from F would do, and change nothing"
    )
    parser.set_defaults(run=_run)


def _file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in ENDINGS:
        raise argparse.ArgumentTypeError(f"give a name that ends in {' or '.join(ENDINGS)}")
    return path


def _run(args: argparse.Namespace) -> int:
    with opened(args) as (home, casebook):
        revising = _revising(home, casebook, args)
        if args.to is not None:
            return _save(args, casebook, revising)
        if args.source is not None or args.preview is not None:
            return _change(args, casebook, revising)
        with casebook.reading() as work:
            codebook = work.codebook
        figures, versions = revising.figures(), revising.versions()
    if args.json:
        Output(as_json=True).document(_shape(codebook, figures, versions))
    else:
        _print(codebook, figures, versions)
    return 0


def _revising(home: House, casebook: Casebook, args: argparse.Namespace) -> Revising:
    return Revising(home, casebook, opening(args).coder, _JOBS)


def _save(args: argparse.Namespace, casebook: Casebook, revising: Revising) -> int:
    with casebook.reading() as work:
        codebook = work.codebook
    revising.write_file(codebook, args.to)
    if args.json:
        Output(as_json=True).document({"path": str(args.to), "version": codebook.version})
    else:
        print(f"Saved version {codebook.version} of the codebook to {args.to}.")
    return 0


def _change(args: argparse.Namespace, casebook: Casebook, revising: Revising) -> int:
    other = revising.read_file(args.source or args.preview)
    with casebook.reading() as work:
        before = work.codebook
    draft = Draft.of(before).with_codebook(adopt(before, other))
    bar = Progress(casebook.info().documents, "documents")
    effect = revising.preview(draft, lambda _done, _total: bar.step(), lambda: False)
    bar.end()
    assert effect is not None  # noqa: S101 - it is None only when stopped
    shape: dict[str, Any] = _effect(effect)
    if args.source is not None:
        changes = revising.apply(draft, effect)
        shape["done"] = evidence_shapes.changes(changes)
    if args.json:
        Output(as_json=True).document(shape)
        return 0
    for line in effect.changes:
        print(line)
    if draft.is_empty:
        print("The codebook in the file is the one in use. Nothing to change.")
    elif args.source is not None:
        print(f"Version {effect.version} of the codebook is in use. It can be undone.")
    print(effect_sentence(effect))
    return 0


def _effect(effect: Effect) -> dict[str, Any]:
    added = effect.of(Happens.ADDED)
    return {
        "version": effect.version,
        "changes": list(effect.changes),
        "sentence": effect_sentence(effect),
        **{happens.value: len(effect.of(happens)) for happens in Happens},
        "reviews_added_in": reviews_of(added),
        "touched": [_touched(one) for one in effect.touched],
    }


def _touched(one: Touched) -> dict[str, Any]:
    return {
        "happens": one.happens.value,
        "theme": one.theme or None,
        "was": one.was or None,
        "document": one.document_id,
        "review": one.review_id,
        "page": one.page,
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "reads_as": one.reads_as.value,
        "weak": one.weak,
    }


def _shape(
    codebook: Codebook, figures: CodebookFigures, versions: tuple[CodebookVersion, ...]
) -> dict[str, Any]:
    return {
        "id": codebook.id,
        "name": codebook.name,
        "version": codebook.version,
        "groups": [
            {"id": group.id, "name": group.name, "letters": group.letters}
            for group in codebook.groups
        ],
        "themes": [_theme(theme, figures) for theme in codebook.themes],
        "versions": [
            {
                "version": one.version,
                "coder": one.coder,
                "kept_at": one.kept_at,
                "in_use": one.in_use,
                "changes": one.note.splitlines(),
            }
            for one in versions
        ],
    }


def _theme(theme: Theme, figures: CodebookFigures) -> dict[str, Any]:
    use = figures.use(theme.id)
    return {
        "id": theme.id,
        "name": theme.name,
        "group": theme.group or None,
        "definition": theme.definition,
        "retired": theme.retired,
        "marker": theme.marker,
        "came_from": list(theme.came_from),
        "maps_to": dict(theme.maps_to),
        "tags": use.tags,
        "reviews": use.reviews,
        **_record(figures.of_theme(theme.id)),
        "rules": [
            {
                "id": rule.id,
                "effect": rule.effect.value,
                "pattern": rule.pattern,
                **_record(figures.of_rule(rule.id)),
            }
            for rule in theme.rules
        ],
    }


def _record(record: Record) -> dict[str, Any]:
    return {
        "accepted": record.accepted,
        "rejected": record.rejected,
        "open": record.open,
        "right": record.right,
        "weak": record.is_weak,
    }


def _print(
    codebook: Codebook, figures: CodebookFigures, versions: tuple[CodebookVersion, ...]
) -> None:
    print(
        f"{codebook.name}, version {codebook.version}:"
        f" {several(len(codebook.themes), 'theme')} in {several(len(codebook.groups), 'group')}"
    )
    groups = {group.id: group.letters for group in codebook.groups}
    rows = []
    for theme in codebook.themes:
        use, record = figures.use(theme.id), figures.of_theme(theme.id)
        name = f"{theme.name} (retired)" if theme.retired else theme.name
        sign = f"{right(record)}{' !' if record.is_weak else ''}"
        rows.append((
            groups.get(theme.group, ""),
            name,
            use.tags,
            use.reviews,
            len(theme.rules),
            sign,
        ))
    Output(as_json=False).table(("", "Theme", "Tags", "Reviews", "Rules", "Right"), rows)
    print("Right: suggestions accepted of those decided. “!” marks weak ones.")
    for one in versions[1:]:
        print(f"Version {one.version}, {one.kept_at[:10]}, {one.coder}:")
        for line in one.note.splitlines():
            print(f"  {line}")
