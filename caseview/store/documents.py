"""The documents of a casebook: what was read out of each file, and the file itself."""

import zlib
from collections.abc import Sequence

from sqlalchemy import Connection, select

from caseview.domain.attribute import Detail
from caseview.domain.changes import Changes
from caseview.domain.description import ReadDocument
from caseview.domain.document import Document, DocumentText, Line, Page
from caseview.domain.english import English
from caseview.domain.errors import CasebookDamagedError, CasebookError
from caseview.domain.passage import KeptPassage
from caseview.domain.recommendation import Concern, Recommendation
from caseview.domain.section import Section
from caseview.store import loading, packing
from caseview.store.adding import Adding
from caseview.store.fitting import same_words
from caseview.store.removal import remove_document
from caseview.store.rows import StoredRows
from caseview.store.tables import (
    ConcernRow,
    DetailRow,
    DocumentRow,
    OriginalRow,
    PageRow,
    PassageRow,
    RecommendationRow,
    SectionRow,
)
from caseview.usecases.ports import FullText


class StoredDocuments:
    """The documents of a casebook inside one transaction."""

    def __init__(self, connection: Connection, full_text: FullText, coder: str) -> None:
        self._connection = connection
        self._full_text = full_text
        self._coder = coder
        self.removed = False

    def add(self, read: ReadDocument, original: bytes, review_id: int | None) -> Document:
        """Keep a document with everything read from it; a new review when `review_id` is None.

        Raises CasebookError when it is here already, when the review is not, or when what was
        read does not fit its own text.
        """
        number = Adding(self._connection, self._full_text).add(
            read, original, review_id, self._coder
        )
        return self.get(number)

    def all(self) -> tuple[Document, ...]:
        """Return every document, by id."""
        found = self._connection.execute(loading.select_documents())
        return tuple(loading.document(row) for row in found)

    def get(self, document_id: int) -> Document:
        """Return one document. Raises CasebookError when there is none with this id."""
        row = self._connection.execute(
            loading.select_documents().where(DocumentRow.id == document_id)
        ).first()
        if row is None:
            raise CasebookError(
                English("There is no document {0} in this casebook.", document_id),
                "Look at the list of documents.",
            )
        return loading.document(row)

    def by_sha256(self, sha256: str) -> Document | None:
        """Return the document made from a file of this hash, None when there is none."""
        row = self._connection.execute(
            loading.select_documents().where(DocumentRow.sha256 == sha256)
        ).first()
        return None if row is None else loading.document(row)

    def by_text(self, text_sha256: str) -> Document | None:
        """Return a document whose text has this hash, None when there is none."""
        row = self._connection.execute(
            loading.select_documents().where(DocumentRow.text_sha256 == text_sha256).limit(1)
        ).first()
        return None if row is None else loading.document(row)

    def text(self, document_id: int) -> DocumentText:
        """Return the text with paragraphs and pages, without lines (see `lines`)."""
        self.get(document_id)
        rows = self._connection.execute(loading.select_paragraphs(document_id)).all()
        remarks, confidence = self._connection.execute(
            select(DocumentRow.remarks, DocumentRow.word_confidence).where(
                DocumentRow.id == document_id
            )
        ).one()
        return DocumentText(
            text="\n\n".join(row.text for row in rows),
            paragraphs=tuple(loading.paragraph(row) for row in rows),
            pages=self._pages(document_id),
            word_confidence=packing.unpack_confidence(confidence),
            remarks=packing.unpack_words(remarks),
        )

    def lines(self, document_id: int, page: int) -> tuple[Line, ...]:
        """Return the printed lines of one page, places to a hundredth of a point."""
        kept = self._connection.scalar(
            select(PageRow.lines).where(PageRow.document_id == document_id, PageRow.number == page)
        )
        return packing.unpack_lines(kept, page)

    def original(self, document_id: int) -> bytes:
        """Return the bytes of the file as imported.

        Raises CasebookError when it is unknown, CasebookDamagedError when its bytes are broken.
        """
        document = self.get(document_id)
        content, packed = self._connection.execute(
            select(OriginalRow.content, OriginalRow.packed).where(
                OriginalRow.sha256 == document.sha256
            )
        ).one()
        try:
            return packing.unpack_bytes(content, packed=packed)
        except zlib.error as fault:
            raise CasebookDamagedError(
                English(
                    "The file of “{0}” is damaged. Its text and tags are still here.",
                    document.title,
                ),
                "Import the file again from where it came, or open the newest backup.",
            ) from fault

    def passages(self, document_id: int) -> tuple[KeptPassage, ...]:
        """Return every passage of a document in reading order."""
        document = self.get(document_id)
        found = StoredRows(self._connection).rows(
            f"SELECT p.id, {loading.PASSAGE_COLUMNS} FROM passage AS p "  # noqa: S608 - our own
            "WHERE p.document_id = ? ORDER BY p.number",
            [document_id],
        )
        return tuple(
            KeptPassage(row[0], document_id, document.review_id, loading.passage(row[1:]))
            for row in found
        )

    def outline(self, document_id: int) -> tuple[Section, ...]:
        """Return the sections of a document in reading order."""
        row = SectionRow
        found = self._connection.execute(
            select(row.heading, row.role, row.level, row.begins, row.ends, row.restated)
            .where(row.document_id == document_id)
            .order_by(row.position)
        )
        return tuple(
            Section(heading, loading.ROLES[role], level, begins, ends, bool(restated))
            for heading, role, level, begins, ends, restated in found
        )

    def details(self, document_id: int) -> tuple[Detail, ...]:
        """Return what is recorded of a document, in the order of DetailName.

        Raises CasebookDamagedError when words that support a detail are not at their place.
        """
        found = loading.details(
            self._connection.execute(
                loading.select_details().where(DetailRow.document_id == document_id)
            ).all()
        ).get(document_id, ())
        if any(detail.text is not None for detail in found):
            text = self._words(document_id)
            for detail in found:
                if detail.text is not None and text[detail.start : detail.end] != detail.text:
                    raise loading.damaged_words(f"the detail “{detail.name.label}”")
        return found

    def recommendations(self, document_id: int) -> tuple[Recommendation, ...]:
        """Return the recommendations of a document in order.

        Raises CasebookDamagedError when the words of one are not at their place.
        """
        row = RecommendationRow
        found = self._connection.execute(
            select(row.number, row.text, row.addressee, row.begins, row.ends)
            .where(row.document_id == document_id)
            .order_by(row.begins, row.position)
        )
        made = tuple(Recommendation(*values) for values in found)
        self._compare(document_id, made, "a recommendation")
        return made

    def concerns(self, document_id: int) -> tuple[Concern, ...]:
        """Return the coroner's concerns of a document in order.

        Raises CasebookDamagedError when the words of one are not at their place.
        """
        row = ConcernRow
        found = self._connection.execute(
            select(row.number, row.text, row.addressee, row.begins, row.ends)
            .where(row.document_id == document_id)
            .order_by(row.position)
        )
        made = tuple(Concern(*values) for values in found)
        self._compare(document_id, made, "a concern")
        return made

    def remove(self, document_id: int, *, reason: str, coder: str) -> Changes:
        """Really remove a document: bytes, text, index and journal payload are gone.

        The audit keeps its hash, who and why. The review goes with its last document.
        """
        document = self.get(document_id)
        self.removed = True
        return remove_document(
            self._connection, self._full_text, document, reason=reason, coder=coder
        )

    def _pages(self, document_id: int) -> tuple[Page, ...]:
        row = PageRow
        found = self._connection.execute(
            select(row.number, row.begins, row.ends, row.width, row.height, row.left_out)
            .where(row.document_id == document_id)
            .order_by(row.number)
        )
        return tuple(Page(*values[:5], packing.unpack_words(values[5])) for values in found)

    def _compare(
        self, document_id: int, asked: Sequence[Recommendation | Concern], what: str
    ) -> None:
        text = self._words(document_id) if asked else ""
        for one in asked:
            if not same_words(text[one.start : one.end], one.text):
                raise loading.damaged_words(what)

    def _words(self, document_id: int) -> str:
        rows = select(PassageRow.text).where(PassageRow.document_id == document_id)
        return "\n\n".join(self._connection.scalars(rows.order_by(PassageRow.number)))
