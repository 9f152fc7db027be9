"""A scan of three pages that nobody could read, put into a casebook as an import does."""

import hashlib

from caseview.domain.attribute import Detail, DetailName
from caseview.domain.description import Description, KindGuess, ReadDocument
from caseview.domain.document import DocumentText, Form, Kind, Page
from caseview.store.casebook import StoredCasebook

PAGES = tuple(Page(number, 0, 0, 595.0, 842.0) for number in (1, 2, 3))


def put_scan(casebook: StoredCasebook, original: bytes = b"%PDF scan", name: str = "s.pdf") -> int:
    """Put a scan in and return its document's id; it is a SAR of 2021."""
    guess = KindGuess(Kind.SAR, Form.FULL_REPORT, 1.0, None, ())
    details = (Detail(DetailName.PUBLISHED, "2021"),)
    read = ReadDocument(
        path=f"/from/{name}",
        sha256=hashlib.sha256(original).hexdigest(),
        text=DocumentText("", (), PAGES),
        description=Description(guess, details, (), (), (), ()),
        suggestions=(),
    )
    with casebook.writing() as work:
        return work.documents.add(read, original, None).id
