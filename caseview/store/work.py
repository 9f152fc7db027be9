"""The unit of work: one transaction over the casebook, as the use cases see it."""

from sqlalchemy import Connection

from caseview.domain.codebook import Codebook
from caseview.store.comparison import StoredComparison
from caseview.store.decisions import StoredDecisions
from caseview.store.documents import StoredDocuments
from caseview.store.imports import StoredImports
from caseview.store.journal import StoredJournal
from caseview.store.kept_codebook import KeptCodebooks, StoredCodebooks
from caseview.store.learned import StoredLearned
from caseview.store.register import StoredRegister
from caseview.store.remembering import Reading, Remembered
from caseview.store.restore_points import StoredRestorePoints
from caseview.store.reviews import StoredReviews
from caseview.store.rows import StoredRows
from caseview.store.saved import StoredSaved
from caseview.store.sketches import StoredSketches
from caseview.usecases.ports import FullText


class StoredWork:
    """One transaction over the casebook (usecases.work.Work)."""

    def __init__(
        self,
        connection: Connection,
        full_text: FullText,
        codebooks: KeptCodebooks,
        coder: str,
        remembered: Remembered | None = None,
    ) -> None:
        self._connection = connection
        self._codebooks = codebooks
        whole = Reading(connection, remembered)
        self.reviews = StoredReviews(connection, whole)
        self.documents = StoredDocuments(connection, full_text, coder)
        self.decisions = StoredDecisions(connection, whole)
        self.journal = StoredJournal(connection)
        self.imports = StoredImports(connection)
        self.codebooks = StoredCodebooks(connection, codebooks)
        self.register = StoredRegister(connection)
        self.saved = StoredSaved(connection)
        self.restore_points = StoredRestorePoints(connection)
        self.comparison = StoredComparison(connection)
        self.learned = StoredLearned(connection)
        self.sketches = StoredSketches(connection)
        self.sql = StoredRows(connection)

    @property
    def codebook(self) -> Codebook:
        """The codebook in use. Raises CasebookDamagedError when there is none."""
        return self._codebooks.current(self._connection)
