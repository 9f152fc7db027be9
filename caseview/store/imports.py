"""What became of each file ever imported."""

from sqlalchemy import Connection, func, insert, select

from caseview.domain.outcome import ImportOutcome, OutcomeKind
from caseview.store import loading
from caseview.store.audit import REMOVED
from caseview.store.clock import now
from caseview.store.tables_decided import AuditRowKept, ImportRow


class StoredImports:
    """The outcomes of imports inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def record(self, outcome: ImportOutcome) -> None:
        """Keep an outcome."""
        self._connection.execute(
            insert(ImportRow).values(
                at=now(),
                path=outcome.path,
                outcome=outcome.outcome.value,
                reason=outcome.reason,
                advice=outcome.advice,
                document_id=outcome.document_id,
                review_id=outcome.review_id,
                kind=outcome.kind.value if outcome.kind else None,
                form=outcome.form.value if outcome.form else None,
                pages=outcome.pages,
                words=outcome.words,
                seconds=outcome.seconds,
                replaces=outcome.replaces,
            )
        )

    def removed(self) -> int:
        """Return how many documents were removed for good, whose outcomes went with them."""
        chosen = (
            select(func.count()).select_from(AuditRowKept).where(AuditRowKept.action == REMOVED)
        )
        return int(self._connection.scalar(chosen) or 0)

    def all(self) -> tuple[ImportOutcome, ...]:
        """Return every outcome, oldest first."""
        row = ImportRow
        found = self._connection.execute(
            select(
                row.path, row.outcome, row.reason, row.advice, row.document_id, row.review_id,
                row.kind, row.form, row.pages, row.words, row.seconds, row.replaces,
            ).order_by(row.id)
        )  # fmt: skip
        return tuple(
            ImportOutcome(
                path, OutcomeKind(outcome), reason, advice, document_id, review_id,
                loading.KINDS[kind] if kind else None, loading.FORMS[form] if form else None,
                *rest,
            )
            for path, outcome, reason, advice, document_id, review_id, kind, form, *rest in found
        )  # fmt: skip
