"""Really removes a document: nothing of its words stays in the file."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.orm import InstrumentedAttribute

from caseview.domain.changes import Changes
from caseview.domain.document import Document
from caseview.domain.journal import AnyCommand, SetReplaced
from caseview.store.audit import REMOVED, add_audit
from caseview.store.command_text import read_commands, write_commands
from caseview.store.refreshing import refresh
from caseview.store.rows import StoredRows
from caseview.store.tables import DocumentRow, OriginalRow, PassageRow, ReviewRow
from caseview.store.tables_decided import ImportRow, JournalRow, NoteRow, SuggestionRow, TagRow
from caseview.usecases.ports import FullText


@dataclass(frozen=True)
class Gone:
    """What goes with a document; `review` is None unless the review goes too."""

    document: int
    review: int | None
    suggestions: frozenset[int]
    tags: frozenset[int]
    passages: frozenset[int]

    def has(self, command: AnyCommand) -> bool:
        """Return whether a command is about something that goes."""
        if isinstance(command, SetReplaced) and self.document in {command.before, command.after}:
            return True
        return any(self._goes(name, value) for name, value in _named(command))

    def _goes(self, name: str, value: object) -> bool:
        """Return whether the value of a command's field names something that goes."""
        if name == "about":
            return self.is_on(str(value))
        if name in {"document_id", "response_id"}:
            return value == self.document
        if name == "suggestion_id":
            return value in self.suggestions
        return name == "review_id" and self.review is not None and value == self.review

    def is_on(self, about: str) -> bool:
        """Return whether a note that is about this goes."""
        sort, _, number = about.partition(":")
        if not number.isdecimal():
            return False
        going: dict[str, frozenset[int | None]] = {
            "document": frozenset({self.document}),
            "review": frozenset({self.review}),
            "suggestion": frozenset(self.suggestions),
            "tag": frozenset(self.tags),
            "passage": frozenset(self.passages),
        }
        return int(number) in going.get(sort, frozenset())


def remove_document(
    connection: Connection, full_text: FullText, document: Document, *, reason: str, coder: str
) -> Changes:
    """Remove a document and all that hangs on it in the unit of work; return what changed.

    `secure_delete` overwrites what is freed inside the file; the casebook empties the write-ahead
    log once the transaction is kept. The audit keeps the document's hash, who and why.
    """
    gone = _gone(connection, document)
    # The index needs the words it takes out, so it goes before the passages.
    full_text.remove(StoredRows(connection), sorted(gone.passages))
    _clear_journal(connection, gone)
    notes = _clear_notes(connection, gone)
    connection.execute(delete(ImportRow).where(ImportRow.document_id == document.id))
    connection.execute(delete(DocumentRow).where(DocumentRow.id == document.id))
    connection.execute(delete(OriginalRow).where(OriginalRow.sha256 == document.sha256))
    if gone.review is None:
        refresh(connection, [document.review_id])
    else:
        connection.execute(delete(ReviewRow).where(ReviewRow.id == gone.review))
    subject = f"document:{document.id} sha256:{document.sha256} reason: {reason}"
    add_audit(connection, coder, REMOVED, subject)
    return Changes(
        label="Remove document",
        reviews=frozenset({document.review_id}),
        documents=frozenset({document.id}),
        suggestions=gone.suggestions,
        tags=gone.tags,
        notes=notes,
    )


def _gone(connection: Connection, document: Document) -> Gone:
    others = select(DocumentRow.id).where(
        DocumentRow.review_id == document.review_id, DocumentRow.id != document.id
    )
    last = connection.scalar(others.limit(1)) is None

    def ids(column: InstrumentedAttribute[int], of: InstrumentedAttribute[int]) -> frozenset[int]:
        return frozenset(connection.scalars(select(column).where(of == document.id)))

    return Gone(
        document=document.id,
        review=document.review_id if last else None,
        suggestions=ids(SuggestionRow.id, SuggestionRow.document_id),
        tags=ids(TagRow.id, TagRow.document_id),
        passages=ids(PassageRow.id, PassageRow.document_id),
    )


def _clear_journal(connection: Connection, gone: Gone) -> None:
    """Take the commands about what goes out of the journal; an entry left empty goes."""
    row = JournalRow
    for number, kept in connection.execute(select(row.id, row.commands)).all():
        commands = read_commands(kept)
        left = tuple(command for command in commands if not gone.has(command))
        if not left:
            connection.execute(delete(row).where(row.id == number))
        elif len(left) < len(commands):
            connection.execute(
                update(row).where(row.id == number).values(commands=write_commands(left))
            )


def _named(value: object, name: str = "") -> Iterator[tuple[str, object]]:
    """Yield every value inside a command with the name of the field that holds it."""
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _named(getattr(value, field.name), field.name)
    elif isinstance(value, tuple):
        for one in value:
            yield from _named(one, name)
    else:
        yield name, value


def _clear_notes(connection: Connection, gone: Gone) -> frozenset[int]:
    row = NoteRow
    notes = frozenset(
        number
        for number, about in connection.execute(select(row.id, row.about))
        if gone.is_on(about)
    )
    connection.execute(delete(row).where(row.id.in_(notes)))
    return notes
