"""Imports files and folders: one transaction and one outcome a file."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from caseview.domain.description import ReadDocument, Refused
from caseview.domain.errors import CasebookError
from caseview.domain.outcome import ImportOutcome, OutcomeKind
from caseview.usecases.find_review import find_review
from caseview.usecases.ports import FileReader, Stop
from caseview.usecases.work import Casebook, Work

NO_TEXT = "This document is a scan, so its words cannot be searched."
NO_TEXT_ADVICE = "You can still read its pages."
STOPPED = "Stopped. {n} files are in and safe. Import the same folder again to carry on."


@dataclass(frozen=True, slots=True)
class Batch:
    """The files of one import, and the folders that could not be opened."""

    files: tuple[Path, ...]
    refused: tuple[Refused, ...] = ()


def gather_files(paths: Iterable[Path]) -> Batch:
    """Return every file in `paths` and below, sorted; hidden files are passed over."""
    files: list[Path] = []
    refused: list[Refused] = []
    for path in paths:
        if path.is_dir():
            _walk(path, files, refused)
        else:
            files.append(path)
    return Batch(tuple(dict.fromkeys(files)), tuple(refused))


def _walk(folder: Path, files: list[Path], refused: list[Refused]) -> None:
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        refused.append(
            Refused(
                str(folder),
                "The folder cannot be opened, so nothing in it was imported.",
                "Ask for the right to read it, or copy its files elsewhere.",
            )
        )
        return
    for path in inside:
        if path.name.startswith("."):
            continue
        if path.is_dir():
            _walk(path, files, refused)
        else:
            files.append(path)


def import_documents(
    casebook: Casebook, reader: FileReader, batch: Batch, *, jobs: int, stop: Stop
) -> Iterator[ImportOutcome]:
    """Yield the outcome of each file as it is known and kept.

    Files already in the casebook are skipped by their hash, so a stopped import can be run again.
    After `stop` answers True, files not yet begun have no outcome.
    """
    for refused in batch.refused:
        yield _recorded(casebook, _refusal(refused))
    fresh: list[Path] = []
    for path in batch.files:
        if stop():
            return
        known = _already_here(casebook, path)
        if known is None:
            fresh.append(path)
        else:
            yield known
    yield from _import_fresh(casebook, reader, fresh, jobs=jobs, stop=stop)


def _import_fresh(
    casebook: Casebook, reader: FileReader, fresh: Sequence[Path], *, jobs: int, stop: Stop
) -> Iterator[ImportOutcome]:
    for read in reader.read(fresh, jobs=jobs, stop=stop):
        if isinstance(read, Refused):
            yield _recorded(casebook, _refusal(read))
        else:
            yield _keep(casebook, read)


def _already_here(casebook: Casebook, path: Path) -> ImportOutcome | None:
    """Return the outcome of a file whose bytes are in the casebook, else None."""
    try:
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None  # the reader says why it cannot be read
    with casebook.reading() as work:
        known = work.documents.by_sha256(sha256)
        if known is None:
            return None
        return ImportOutcome(
            str(path),
            OutcomeKind.ALREADY_HERE,
            f"Same file as “{known.name}”. Not added again.",
            document_id=known.id,
            review_id=known.review_id,
            kind=known.kind,
            form=known.form,
            pages=known.pages,
            words=known.words,
        )


def _keep(casebook: Casebook, read: ReadDocument) -> ImportOutcome:
    path = Path(read.path)
    try:
        original = path.read_bytes()
    except OSError:
        original = b""
    if hashlib.sha256(original).hexdigest() != read.sha256:
        changed = Refused(
            read.path,
            "The file changed while it was read. Nothing was imported from it.",
            "Import it again.",
        )
        return _recorded(casebook, _refusal(changed))
    try:
        with casebook.writing() as work:
            outcome = _add(work, read, original)
            work.imports.record(outcome)
    except CasebookError as trouble:
        return _recorded(casebook, _refusal(Refused(read.path, trouble.message, trouble.advice)))
    return outcome


def _add(work: Work, read: ReadDocument, original: bytes) -> ImportOutcome:
    outcome = ImportOutcome(
        read.path,
        OutcomeKind.IMPORTED,
        kind=read.description.guess.kind,
        form=read.description.guess.form,
        pages=len(read.text.pages),
        words=read.text.words,
        seconds=read.seconds,
    )
    twin = _twin(work, read)
    if twin is not None:
        return replace(
            outcome,
            outcome=OutcomeKind.ALREADY_HERE,
            reason=f"Same words as “{twin[1]}”. Not added again.",
            document_id=twin[0],
            review_id=twin[2],
        )
    document = work.documents.add(read, original, find_review(work, read))
    outcome = replace(outcome, document_id=document.id, review_id=document.review_id)
    if not document.has_text:
        outcome = replace(
            outcome, outcome=OutcomeKind.NO_TEXT, reason=NO_TEXT, advice=NO_TEXT_ADVICE
        )
    return outcome


def _twin(work: Work, read: ReadDocument) -> tuple[int, str, int] | None:
    """Return (document id, name, review id) of a document with the same bytes or words."""
    found = work.documents.by_sha256(read.sha256)
    if found is None and read.text.text.strip():
        words = hashlib.sha256(read.text.text.encode()).hexdigest()
        found = work.documents.by_text(words)
    return None if found is None else (found.id, found.name, found.review_id)


def _refusal(refused: Refused) -> ImportOutcome:
    return ImportOutcome(refused.path, OutcomeKind.REFUSED, refused.reason, refused.advice)


def _recorded(casebook: Casebook, outcome: ImportOutcome) -> ImportOutcome:
    """Keep an outcome that added nothing; a casebook that cannot be written loses only this."""
    try:
        with casebook.writing() as work:
            work.imports.record(outcome)
    except CasebookError:
        return outcome
    return outcome
