"""Every bad file is refused in one plain sentence, with advice, and by what it holds."""

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from caseview.domain.errors import ReadError
from caseview.readers.limits import MEGABYTE, Limits
from caseview.readers.registry import read_text

Make = Callable[..., bytes]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
JARGON = ("error", "invalid", "failed", "exception", "please", "oops", "none", "traceback")


def word() -> bytes:
    document, held = docx.Document(), io.BytesIO()
    document.add_paragraph("The worker was never asked. " * 40)
    document.save(held)
    return held.getvalue()


def zipped(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def wide(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + b"\0" * 512


def refusal(tmp_path: Path, name: str, data: bytes, limits: Limits | None = None) -> ReadError:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read_text(path, limits or Limits())
    said = f"{caught.value.message} {caught.value.advice}"
    assert caught.value.advice
    assert caught.value.message.endswith(".")
    assert not any(word in said.lower().split() for word in JARGON), said
    return caught.value


BAD: list[tuple[str, bytes, str]] = [
    ("a.pdf", b"", "empty"),
    ("a.txt", b"", "empty"),
    ("review.docx", b"MZ\x90\x00\x03\x00\x00\x00\x04" + b"\0" * 200, "Windows program"),
    ("review.pdf", b"\x7fELF\x02\x01\x01" + b"\0" * 200, "program"),
    ("a.txt", bytes(range(256)) * 40, "no readable characters"),
    ("a.docx", wide("EncryptedPackage"), "Needs a password"),
    ("a.xls", wide("Workbook"), "Excel"),
    ("a.msg", wide("__properties_version1"), "Outlook"),
    ("a.doc", OLE + b"\0" * 100, "unknown kind"),
    ("a.rtf", rb"{\rtf1 }", "holds no words"),
    ("a.rtf", rb"{\rtf1 " + b"{" * 900, "nested too deeply"),
    ("a.xml", b"<?xml version='1.0'?><data>words</data>", "XML file"),
    ("a.eml", b"no headers at all, and no words of a message", "a saved message"),
    ("a.csv", b"date,event\n1,2\n", ".csv"),
    ("a.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 100, "picture"),
    ("a.zip", zipped({"a.txt": b"words"}), "zip archive"),
    ("a.xlsx", zipped({"xl/workbook.xml": b"<x/>", "[Content_Types].xml": b"<x/>"}), "Excel"),
    ("a.odt", zipped({"content.xml": b"<x/>", "mimetype": b"x"}), "no text in it"),
    ("a.odt", zipped({"content.xml": b"<x", "mimetype": b"x"}), "damaged"),
    ("a.odt", zipped({"content.xml": b"<!DOCTYPE x><x/>"}), "document type"),
    ("a.ods", zipped({"content.xml": b"<x/>", "mimetype": b"a/b.spreadsheet"}), "workbook"),
    (
        "a.odt",
        zipped({"content.xml": b"<x/>", "META-INF/manifest.xml": b"<m><encryption-data/></m>"}),
        "Needs a password",
    ),
    ("a.docx", zipped({"[Content_Types].xml": b"<x/>"}), "damaged"),
    ("a.docx", zipped({"word/document.xml": b"<x"}), "damaged"),
    ("a.docx", b"PK\x03\x04" + b"\0" * 60, "damaged"),
    ("a.pdf", b"%PDF-1.7\n" + b"not much else " * 30, "damaged"),
]


@pytest.mark.parametrize(("name", "data", "says"), BAD, ids=[f"{n}: {s}" for n, _, s in BAD])
def test_a_bad_file_is_refused_in_plain_words(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    assert says in refusal(tmp_path, name, data).message


@pytest.mark.parametrize("kept", [0.25, 0.5, 0.75, 0.98])
def test_a_truncated_word_file_is_damaged(tmp_path: Path, kept: float) -> None:
    data = word()
    assert "damaged" in refusal(tmp_path, "a.docx", data[: int(len(data) * kept)]).message


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.95])
def test_a_truncated_pdf_is_said_to_be_incomplete(
    tmp_path: Path, sheet: Callable[[], Any], make_pdf: Make, kept: float
) -> None:
    data = make_pdf([sheet().text(72, 100, f"Page {n}") for n in range(5)])
    said = refusal(tmp_path, "a.pdf", data[: int(len(data) * kept)]).message
    assert "Nothing was imported" in said


def test_a_pdf_with_a_password_asks_for_another_copy(
    tmp_path: Path, sheet: Callable[[], Any], make_pdf: Make
) -> None:
    data = make_pdf([sheet().text(72, 100, "Secret")], password=True)
    caught = refusal(tmp_path, "a.pdf", data)
    assert caught.message == "Needs a password."
    assert caught.advice == "Ask the sender for a copy without one."


def test_a_pdf_without_pages_is_refused(tmp_path: Path, make_pdf: Make) -> None:
    assert "no pages" in refusal(tmp_path, "a.pdf", make_pdf([])).message


def test_a_pdf_with_too_many_pages_is_refused(
    tmp_path: Path, sheet: Callable[[], Any], make_pdf: Make
) -> None:
    data = make_pdf([sheet() for _ in range(4)])
    assert "4 pages" in refusal(tmp_path, "a.pdf", data, Limits(pages=3)).message


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as large:
        large.truncate(3 * MEGABYTE)
    with pytest.raises(ReadError, match="3 MB, more than CaseView reads"):
        read_text(path, Limits(file=2 * MEGABYTE))


def test_a_zip_bomb_is_not_opened(tmp_path: Path) -> None:
    bomb = zipped({"word/document.xml": b"a" * (80 * MEGABYTE)})
    assert len(bomb) < MEGABYTE
    assert "far more than a document needs" in refusal(tmp_path, "a.docx", bomb).message


def test_a_zip_with_thousands_of_parts_is_not_opened(tmp_path: Path) -> None:
    many = {f"word/{n}.xml": b"" for n in range(30)} | {"word/document.xml": b"<x/>"}
    assert "31 parts" in refusal(tmp_path, "a.docx", zipped(many), Limits(entries=30)).message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_word_file_that_declares_a_document_type_is_not_opened(
    tmp_path: Path, encoding: str
) -> None:
    trap = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    data = zipped({"word/document.xml": trap.encode(encoding)})
    assert "document type" in refusal(tmp_path, "a.docx", data).message


def test_the_temporary_file_of_word_is_left_out(tmp_path: Path) -> None:
    assert "temporary" in refusal(tmp_path, "~$review.docx", b"\x05owner").message


def test_a_file_that_is_gone_and_a_folder_are_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no longer there"):
        read_text(tmp_path / "gone.txt")
    with pytest.raises(ReadError, match="a folder"):
        read_text(tmp_path)


def test_a_file_nobody_may_read_is_said_to_be_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("words")

    def denied(*_: object, **__: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    # Permission bits do not bind the administrator that tests may run as.
    monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(ReadError, match="not allowed to read"):
        read_text(path)


def test_what_a_file_is_counts_and_not_its_name(tmp_path: Path) -> None:
    path = tmp_path / "review.pdf"
    path.write_bytes(word())
    assert read_text(path).text.startswith("The worker was never asked.")
    (tmp_path / "notes").write_text("Plain words of a review.")
    assert read_text(tmp_path / "notes").text == "Plain words of a review."


def test_a_text_that_opens_like_a_program_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("MZ was the name the review gave him.")
    assert os.linesep not in read_text(path).text
