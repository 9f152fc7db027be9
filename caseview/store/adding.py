"""Keeps a document that was read: bytes, text, places, details, suggestions and index."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select

from caseview.domain.description import ReadDocument
from caseview.domain.document import Line
from caseview.domain.english import English
from caseview.domain.errors import CasebookError
from caseview.domain.recommendation import Concern, Recommendation
from caseview.store import packing
from caseview.store.audit import add_audit
from caseview.store.clock import now
from caseview.store.detail_rows import detail_rows
from caseview.store.fitting import check_fits, text_hash
from caseview.store.ids import new_ids
from caseview.store.refreshing import refresh
from caseview.store.rows import StoredRows
from caseview.store.sketches import keep_sketch
from caseview.store.tables import (
    Base,
    ConcernRow,
    DetailRow,
    DocumentRow,
    OriginalRow,
    PageRow,
    PassageRow,
    RecommendationRow,
    ReviewRow,
    SectionRow,
    ThemeRow,
)
from caseview.store.tables_decided import SuggestionRow
from caseview.usecases.ports import FullText


class Adding:
    """Writes one document in the transaction of its unit of work."""

    def __init__(self, connection: Connection, full_text: FullText) -> None:
        self._connection = connection
        self._full_text = full_text

    def add(self, read: ReadDocument, original: bytes, review_id: int | None, coder: str) -> int:
        """Keep everything and return the document's id. Raises CasebookError, see `check_fits`."""
        name = Path(read.path).name
        check_fits(read, original, name)
        self._is_new(read.sha256, name)
        review_id = self._review(review_id, read)
        self._original(read.sha256, original)
        number = new_ids(self._connection, "document")
        self._document(number, review_id, read, name)
        self._places(number, read)
        first = self._passages(number, read)
        self._read_out(number, read)
        self._suggestions(number, first, read)
        self._full_text.write(
            StoredRows(self._connection),
            ((first + i, one.text) for i, one in enumerate(read.description.passages)),
        )
        keep_sketch(self._connection, number, read.text.text)
        refresh(self._connection, [review_id])
        add_audit(self._connection, coder, "Import", f"document:{number} sha256:{read.sha256}")
        return number

    def _is_new(self, sha256: str, name: str) -> None:
        row = DocumentRow
        if self._connection.scalar(select(row.id).where(row.sha256 == sha256)) is not None:
            raise CasebookError(
                English("“{0}” is in this casebook already, so it was not added again.", name),
                "Nothing needs doing.",
            )

    def _review(self, review_id: int | None, read: ReadDocument) -> int:
        if review_id is not None:
            row = ReviewRow
            if self._connection.scalar(select(row.id).where(row.id == review_id)) is None:
                raise CasebookError(
                    English(
                        "There is no review {0} in this casebook, so nothing was added.", review_id
                    ),
                    "Look at the list of reviews.",
                )
            return review_id
        number = new_ids(self._connection, "review")
        kind = read.description.guess.kind.value
        self._write(ReviewRow, [{"id": number, "title": "", "kind": kind}])
        return number

    def _original(self, sha256: str, original: bytes) -> None:
        content, packed = packing.pack_bytes(original)
        kept = {"sha256": sha256, "size": len(original), "packed": packed, "content": content}
        self._write(OriginalRow, [kept])

    def _document(self, number: int, review_id: int, read: ReadDocument, name: str) -> None:
        guess, text = read.description.guess, read.text
        kept = {
            "id": number,
            "review_id": review_id,
            "name": name,
            "sha256": read.sha256,
            "text_sha256": text_hash(text.text),
            "kind": guess.kind.value,
            "kind_also": guess.also.value if guess.also else None,
            "form": guess.form.value,
            "margin": guess.margin,
            "reasons": packing.pack_words(guess.reasons),
            "title": "",
            "words": text.words,
            "pages": len(text.pages),
            "remarks": packing.pack_words(text.remarks),
            "imported_at": now(),
            "word_confidence": packing.pack_confidence(text.word_confidence),
        }
        self._write(DocumentRow, [kept])

    def _places(self, number: int, read: ReadDocument) -> None:
        lines: dict[int, list[Line]] = {}
        for line in read.text.lines:
            lines.setdefault(line.page, []).append(line)
        self._write(
            PageRow,
            (
                {
                    "document_id": number,
                    "number": page.number,
                    "begins": page.start,
                    "ends": page.end,
                    "width": page.width,
                    "height": page.height,
                    "left_out": packing.pack_words(page.left_out),
                    "lines": packing.pack_lines(lines.get(page.number, ())),
                }
                for page in read.text.pages
            ),
        )
        self._write(
            SectionRow,
            (
                {
                    "document_id": number,
                    "position": position,
                    "heading": section.heading,
                    "role": section.role.value,
                    "level": section.level,
                    "begins": section.start,
                    "ends": section.end,
                    "restated": section.restated,
                }
                for position, section in enumerate(read.description.outline)
            ),
        )

    def _passages(self, number: int, read: ReadDocument) -> int:
        """Write the passages; return the id of the first, the others follow it one by one."""
        passages = read.description.passages
        first = new_ids(self._connection, "passage", len(passages))
        pairs = zip(passages, read.text.paragraphs, strict=True)
        self._write(
            PassageRow,
            (
                {
                    "id": first + i,
                    "document_id": number,
                    "number": passage.number,
                    "printed": passage.printed,
                    "page": passage.page,
                    "role": passage.role.value,
                    "style": passage.style.value,
                    "level": paragraph.level,
                    "bold": paragraph.bold,
                    "restated": passage.restated,
                    "heading": passage.heading,
                    "begins": passage.start,
                    "ends": passage.end,
                    "text": passage.text,
                }
                for i, (passage, paragraph) in enumerate(pairs)
            ),
        )
        return first

    def _read_out(self, number: int, read: ReadDocument) -> None:
        said = read.description
        self._write(DetailRow, detail_rows(number, said.details))
        self._write(RecommendationRow, _asked(number, said.recommendations))
        self._write(ConcernRow, _asked(number, said.concerns))

    def _suggestions(self, number: int, first: int, read: ReadDocument) -> None:
        starts = [passage.start for passage in read.description.passages]
        known = set(self._connection.scalars(select(ThemeRow.id)))
        for theme in {one.theme for one in read.suggestions} - known:
            raise CasebookError(
                English(
                    "The theme “{0}” was suggested, but this casebook's codebook has no such "
                    "theme. Nothing was added.",
                    theme,
                ),
                "Import with the codebook of this casebook.",
            )
        self._write(
            SuggestionRow,
            (
                {
                    "document_id": number,
                    "passage_id": first + bisect_right(starts, one.start) - 1,
                    "theme": one.theme,
                    "begins": one.start,
                    "ends": one.end,
                    "reads_as": one.reads_as.value,
                    "restated": one.restated,
                    "rule": one.rule,
                    "reason": one.reason,
                    "confidence": one.confidence,
                }
                for one in sorted(read.suggestions, key=lambda one: (one.start, one.end))
            ),
        )

    def _write(self, table: type[Base], rows: Iterable[dict[str, Any]]) -> None:
        if many := list(rows):
            self._connection.execute(insert(table), many)


def _asked(number: int, items: Sequence[Recommendation | Concern]) -> Iterable[dict[str, Any]]:
    for position, item in enumerate(items):
        yield {
            "document_id": number,
            "position": position,
            "number": item.number,
            "text": item.text,
            "addressee": item.addressee,
            "begins": item.start,
            "ends": item.end,
        }
