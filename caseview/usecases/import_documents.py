"""Imports files and folders: one transaction and one outcome a file."""

import hashlib
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from caseview.domain.codebook import Codebook
from caseview.domain.description import ReadDocument, Refused
from caseview.domain.errors import CasebookError
from caseview.domain.outcome import ImportOutcome, OutcomeKind
from caseview.usecases.find_review import find_review
from caseview.usecases.new_version import Older, older_version
from caseview.usecases.ports import FileReader, Stop
from caseview.usecases.suggest_meanwhile import KeepingUp, keeping_up
from caseview.usecases.work import Casebook, Work

ADOPT = "Choose “Use the newer version” (caseview newer)"
NO_TEXT = "This document is a scan, so its words cannot be searched."
NO_TEXT_ADVICE = "You can still read its pages and tag a whole page."
NO_WORDS = "This document holds no words, so there is nothing to search or tag in it."
NO_WORDS_ADVICE = "See whether it is the right file."
_OWN = ("", "-wal", "-shm", "-journal", ".lock")
_NO_CHARACTER = re.compile("[\ud800-\udfff]")


def stopped(safe: int) -> str:
    """Return what to tell the person who stopped an import with `safe` files in the casebook."""
    if not safe:
        return "Stopped before any file was in. Import the same folder again to start afresh."
    files, those = ("1 file is", "that one") if safe == 1 else (f"{safe:,} files are", "those")
    return (
        f"Stopped. {files} in and safe. Import the same folder again to carry on: {those} will be "
        "skipped."
    )


@dataclass(frozen=True, slots=True)
class Batch:
    """The files of one import, and the folders that could not be opened.

    `codebook` is the one the reader suggests by; None says that it is the one in use as the
    import begins.
    """

    files: tuple[Path, ...]
    refused: tuple[Refused, ...] = ()
    codebook: Codebook | None = None


def gather_files(paths: Iterable[Path], *, casebook: Path | None = None) -> Batch:
    """Return every file in `paths` and below, sorted; hidden files are passed over.

    What is neither a file nor a folder is refused: a pipe would be waited for without end. A
    folder is walked once, however many links lead to it. The files of `casebook` itself, which
    may lie in the folder it is filled from, are passed over.
    """
    files: list[Path] = []
    refused: list[Refused] = []
    walked: set[Path] = set()
    for path in paths:
        _take(path, files, refused, walked)
    own = {casebook.with_name(casebook.name + more).absolute() for more in _OWN} if casebook else ()
    found = [path for path in dict.fromkeys(files) if path.absolute() not in own]
    return Batch(tuple(found), tuple(refused))


def _take(path: Path, files: list[Path], refused: list[Refused], walked: set[Path]) -> None:
    try:
        mode = path.stat().st_mode
    except OSError as fault:
        refused.append(_cannot_reach(path, fault))
        return
    if stat.S_ISREG(mode):
        files.append(path)
    elif stat.S_ISDIR(mode):
        _walk(path, files, refused, walked)
    else:
        refused.append(
            Refused(
                str(path),
                "This is a pipe or a device, not a file, so nothing was imported from it.",
                "Copy what it gives into a file and import that.",
            )
        )


def _walk(folder: Path, files: list[Path], refused: list[Refused], walked: set[Path]) -> None:
    try:
        whole = folder.resolve()
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
    if whole in walked:
        return
    walked.add(whole)
    for path in inside:
        if not path.name.startswith("."):
            _take(path, files, refused, walked)


def _cannot_reach(path: Path, fault: OSError) -> Refused:
    if path.is_symlink():
        return Refused(
            str(path),
            "This is a link to a file that is not there.",
            "Import the file itself, wherever it is now.",
        )
    if isinstance(fault, PermissionError):
        return Refused(
            str(path),
            "You are not allowed into the folder it lies in, so it was not imported.",
            "Ask whoever looks after the folder for access.",
        )
    return Refused(
        str(path),
        "There is no file or folder of this name, so nothing was imported from it.",
        "Look at the name and the folder.",
    )


def import_documents(
    casebook: Casebook, reader: FileReader, batch: Batch, *, jobs: int, stop: Stop
) -> Iterator[ImportOutcome]:
    """Yield the outcome of each file as it is known and kept.

    Files already in the casebook are skipped by their hash, so a stopped import can be run again.
    After `stop` answers True, files not yet begun have no outcome. Where the codebook is changed
    while files are read, those kept after that are suggested on by the new one; learned rules
    that are on suggest on them too.
    """
    suggesting = keeping_up(casebook, batch.codebook)
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
    for read in reader.read(fresh, jobs=jobs, stop=stop):
        if isinstance(read, Refused):
            yield _recorded(casebook, _refusal(read))
        else:
            yield _keep(casebook, suggesting, read)


def legible(path: str) -> str:
    """Return a path as it can be kept and printed: what is no character shows as U+FFFD.

    File systems hold names that are not text, from old archives above all.
    """
    return _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", path)


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
            legible(str(path)),
            OutcomeKind.ALREADY_HERE,
            f"Same file as “{known.name}”. Not added again.",
            document_id=known.id,
            review_id=known.review_id,
            kind=known.kind,
            form=known.form,
            pages=known.pages,
            words=known.words,
        )


def _keep(casebook: Casebook, suggesting: KeepingUp, read: ReadDocument) -> ImportOutcome:
    path, read = Path(read.path), replace(read, path=legible(read.path))
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
            read = suggesting.brought_up(work, read)
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
    older = older_version(work, read)
    review = find_review(work, read) if older is None else older.document.review_id
    document = work.documents.add(read, original, review)
    outcome = replace(outcome, document_id=document.id, review_id=document.review_id)
    if older is not None:
        outcome = _another_version(outcome, older)
    if not document.has_text:
        why = (NO_TEXT, NO_TEXT_ADVICE) if read.text.pages else (NO_WORDS, NO_WORDS_ADVICE)
        outcome = replace(outcome, outcome=OutcomeKind.NO_TEXT, reason=why[0], advice=why[1])
    return outcome


def _another_version(outcome: ImportOutcome, older: Older) -> ImportOutcome:
    """Return the outcome of a document that shares most of its words with an older one."""
    return replace(
        outcome,
        outcome=OutcomeKind.NEW_VERSION,
        reason=(
            f"Nearly the words of “{older.document.name}” (about {older.share:.0%} alike), so it "
            "stands beside it in one review. Both count until you say which one does."
        ),
        advice=f"{ADOPT} to take tags and decisions over to the newer one.",
        replaces=older.document.id,
    )


def _twin(work: Work, read: ReadDocument) -> tuple[int, str, int] | None:
    """Return (document id, name, review id) of a document with the same bytes or words."""
    found = work.documents.by_sha256(read.sha256)
    if found is None and read.text.text.strip():
        words = hashlib.sha256(read.text.text.encode()).hexdigest()
        found = work.documents.by_text(words)
    return None if found is None else (found.id, found.name, found.review_id)


def _refusal(refused: Refused) -> ImportOutcome:
    return ImportOutcome(legible(refused.path), OutcomeKind.REFUSED, refused.reason, refused.advice)


def _recorded(casebook: Casebook, outcome: ImportOutcome) -> ImportOutcome:
    """Keep an outcome that added nothing; a casebook that cannot be written loses only this."""
    try:
        with casebook.writing() as work:
            work.imports.record(outcome)
    except CasebookError:
        return outcome
    return outcome
