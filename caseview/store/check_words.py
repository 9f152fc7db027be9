"""Checks the words of a casebook: texts, originals, and every quote of them, many at a time."""

import hashlib
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection

from caseview.domain.attribute import DetailName
from caseview.domain.info import Finding
from caseview.store import loading, packing
from caseview.store.fitting import same_words, text_hash
from caseview.store.rows import StoredRows

BACKUP = "Open the newest backup, and keep this file."
AT_ONCE = 200
"""How many documents are looked at in one go: few statements, and little held in memory."""

GAP = "\n\n"
_DOCUMENTS = "SELECT id, title, text_sha256, sha256 FROM document ORDER BY id"
_PASSAGES = "SELECT document_id, id, number, begins, ends, text FROM passage"
_DETAILS = "SELECT document_id, name, begins, ends, words FROM detail"
_ASKED = "SELECT document_id, begins, ends, text FROM"
_TAGS = "SELECT document_id, passage_id, page, id, begins, ends, text FROM tag"
_PAGES = "SELECT document_id, number, begins, ends FROM page"
_SUGGESTIONS = "SELECT document_id, passage_id, id, begins, ends FROM suggestion"

Row = Sequence[Any]
ByDocument = Mapping[int, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class _Document:
    """One document with its words; `places` are begin and end of each passage by its id."""

    id: int
    title: str
    text_sha256: str
    text: str
    places: Mapping[int, tuple[int, int]]
    broken: int | None


def check_words(connection: Connection) -> Iterator[Finding]:
    """Yield what is wrong with texts, files, tags and suggestions, at most one of each a document.

    Words are compared with the text they are said to stand in, texts and files with their hashes.
    """
    rows = StoredRows(connection)
    known = rows.rows(_DOCUMENTS)
    for begin in range(0, len(known), AT_ONCE):
        some = known[begin : begin + AT_ONCE]
        between = f"WHERE document_id BETWEEN {some[0][0]} AND {some[-1][0]} ORDER BY document_id"
        held = _Held(rows, between)
        for document in _documents(some, held.of(_PASSAGES, "number")):
            yield from _wrong(document, held)
    for _, title, _, sha256 in known:
        yield from _original(rows, title, sha256)


class _Held:
    """Rows of some documents, each sort asked for once."""

    def __init__(self, rows: StoredRows, between: str) -> None:
        self._rows, self._between = rows, between
        self._known: dict[str, ByDocument] = {}

    def of(self, sql: str, order: str) -> ByDocument:
        """Return the rows of a query by document, without the document's id."""
        if sql not in self._known:
            found = self._rows.rows(f"{sql} {self._between}, {order}")
            self._known[sql] = {
                number: [row[1:] for row in some]
                for number, some in groupby(found, key=lambda row: int(row[0]))
            }
        return self._known[sql]


def _documents(known: Sequence[Row], passages: ByDocument) -> Iterator[_Document]:
    for number, title, text_sha256, _ in known:
        mine = passages.get(number, ())
        yield _Document(
            number,
            title,
            text_sha256,
            GAP.join(text for *_, text in mine),
            {key: (begins, ends) for key, _, begins, ends, _ in mine},
            next((at for _, at, begins, ends, text in mine if len(text) != ends - begins), None),
        )


def _wrong(document: _Document, held: _Held) -> Iterator[Finding]:
    def said(what: str) -> Finding:
        return Finding(f"In “{document.title}”: {loading.damaged_words(what).message}", BACKUP)

    if (what := _misplaced(document, held)) is not None:
        yield said(what)
    elif text_hash(document.text) != document.text_sha256:
        yield Finding(f"The text of “{document.title}” is not the text that was imported.", BACKUP)
    if (what := _undecidable(document, held)) is not None:
        yield said(what)


def _misplaced(document: _Document, held: _Held) -> str | None:
    """Return what of the words read does not stand at its place, None when all does."""
    if document.broken is not None:
        return f"paragraph {document.broken}"
    for name, begins, ends, words in held.of(_DETAILS, "position").get(document.id, ()):
        if words is not None and document.text[begins:ends] != words:
            return f"the detail “{DetailName(name).label}”"
    for table in ("recommendation", "concern"):
        for begins, ends, text in held.of(f"{_ASKED} {table}", "position").get(document.id, ()):
            if not same_words(document.text[begins:ends], text):
                return f"a {table}"
    return None


def _undecidable(document: _Document, held: _Held) -> str | None:
    """Return what was decided or suggested on words that are not there, None when all is well."""
    nowhere = (0, -1)
    pages = {one: place for one, *place in held.of(_PAGES, "number").get(document.id, ())}
    for passage, page, number, begins, ends, text in held.of(_TAGS, "id").get(document.id, ()):
        starts, stops = document.places.get(passage, nowhere)
        placed = starts <= begins < stops
        if page is not None:
            placed = pages.get(page) == [begins, begins]
        if not placed or document.text[begins:ends] != text:
            return f"tag {number}"
    for passage, number, begins, ends in held.of(_SUGGESTIONS, "id").get(document.id, ()):
        starts, stops = document.places.get(passage, nowhere)
        if not starts <= begins <= ends <= stops:
            return f"suggestion {number}"
    return None


def _original(rows: StoredRows, title: str, sha256: str) -> Iterator[Finding]:
    for content, packed in rows.rows(
        "SELECT content, packed FROM original WHERE sha256 = ?", [sha256]
    ):
        try:
            kept = hashlib.sha256(packing.unpack_bytes(content, packed=packed)).hexdigest()
        except zlib.error:
            kept = ""
        if kept != sha256:
            yield Finding(
                f"The file of “{title}” is not the file that was imported. Its text and tags are "
                "still here.",
                "Import the file again from where it came.",
            )
