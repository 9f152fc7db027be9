"""Files built to deceive: sizes that lie, late types, pages that go round, false counts."""

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from caseview.domain.errors import ReadError
from caseview.readers.registry import text_of

Make = Callable[..., bytes]
Para = Callable[..., str]
WORDS = "The worker did not ask the mother."


def with_document(package: bytes, content: bytes) -> bytes:
    """Return a Word package with this as its document."""
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as source,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.infolist():
            document = entry.filename == "word/document.xml"
            target.writestr(entry.filename, content if document else source.read(entry))
    return held.getvalue()


def test_a_zip_that_lies_about_the_size_of_a_part_is_damaged(make_word: Make, para: Para) -> None:
    data = bytearray(make_word(para(WORDS * 5_000)))
    place = data.rfind(b"word/document.xml") - 46
    assert data[place : place + 4] == b"PK\x01\x02"
    data[place + 24 : place + 28] = struct.pack("<I", 100)
    with pytest.raises(ReadError, match="damaged"):
        text_of(bytes(data), Path("a.docx"))


def test_a_document_type_behind_a_long_comment_is_found(make_word: Make, para: Para) -> None:
    package = make_word(para(WORDS))
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        document = archive.read("word/document.xml")
    trap = b"<!--" + b" " * 9_000 + b'--><!DOCTYPE x [<!ENTITY a "b">]>' + document
    with pytest.raises(ReadError, match="document type"):
        text_of(with_document(package, trap), Path("a.docx"))


def test_elements_of_word_nested_without_end_are_refused(make_word: Make, para: Para) -> None:
    body = "<w:sdt><w:sdtContent>" * 3_000 + para(WORDS) + "</w:sdtContent></w:sdt>" * 3_000
    with pytest.raises(ReadError, match="damaged"):
        text_of(make_word(body), Path("a.docx"))


def test_what_a_word_package_points_to_outside_itself_is_not_fetched(
    make_word: Make, para: Para
) -> None:
    package, held = make_word(para(WORDS)), io.BytesIO()
    outside = (
        b'<Relationship Id="x1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/styles" Target="http://example.invalid/styles.xml"'
        b' TargetMode="External"/></Relationships>'
    )
    with (
        zipfile.ZipFile(io.BytesIO(package)) as source,
        zipfile.ZipFile(held, "w") as target,
    ):
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "word/_rels/document.xml.rels":
                content = content.replace(b"</Relationships>", outside)
            target.writestr(entry.filename, content)
    assert text_of(held.getvalue(), Path("a.docx")).text == WORDS


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"/Kids [5 0 R]", b"/Kids [5 0 R 2 0 R]"),
        (b"/Count 1 ", b"/Count 99999999 "),
        (b"[0 0 595 842]", b"[595 842 0 0]"),
        (b"[0 0 595 842]", b"[0 0 0 0]"),
    ],
    ids=["pages in a circle", "false count", "page upside down", "page without size"],
)
def test_a_pdf_whose_pages_are_told_falsely_is_read(
    sheet: Callable[[], Any], make_pdf: Make, old: bytes, new: bytes
) -> None:
    data = make_pdf([sheet().text(72, 100, WORDS)])
    assert old in data
    assert WORDS in text_of(data.replace(old, new), Path("a.pdf")).text


def test_a_pdf_whose_pages_are_only_itself_is_refused(
    sheet: Callable[[], Any], make_pdf: Make
) -> None:
    data = make_pdf([sheet().text(72, 100, WORDS)]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]")
    with pytest.raises(ReadError, match="Nothing was imported"):
        text_of(data, Path("a.pdf"))


def test_thousands_of_parts_of_a_message_are_counted_and_not_listed() -> None:
    part = b"--a\nContent-Type: text/plain\n\nWords.\n"
    head = b"Subject: Response\nContent-Type: multipart/mixed; boundary=a\n\n"
    read = text_of(head + part * 3_000 + b"--a--", Path("a.eml"))
    assert read.remarks[0].startswith("2999 attachments were not opened:")
    assert len(read.remarks[0]) < 500
