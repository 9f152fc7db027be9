"""Scanned pages: read by Tesseract where there is one, kept as pages without text elsewhere."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from caseview.domain.description import ReadDocument
from caseview.domain.document import DocumentText
from caseview.readers.limits import USUAL
from caseview.readers.pdf import read_pdf
from caseview.readers.pipeline import Preparation
from caseview.readers.scan_lines import strips_of, words_of
from caseview.readers.worker import ChildReader
from tests.readers.conftest import scanned

RESOURCES = Path(__file__).parents[2] / "resources"
Make = Callable[..., bytes]
SheetMaker = Callable[[], Any]
WORDS = [
    "The worker did not ask the mother about the injury and",
    "nobody told the school. The review found that this was",
    "a missed opportunity, and that supervision was absent.",
]

with_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="needs Tesseract on this computer"
)


@pytest.fixture
def sound(sheet: SheetMaker, make_pdf: Make) -> bytes:
    first = sheet().text(72, 80, "FINDINGS", size=18).block(72, 140, WORDS, size=12, step=15)
    second = sheet().block(72, 140, [line.upper() for line in WORDS], size=12, step=15)
    return make_pdf([first, second])


def paragraphs(text: DocumentText) -> list[str]:
    return [text.text[p.start : p.end] for p in text.paragraphs]


def test_without_tesseract_a_scan_is_pages_without_text(
    sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    read = read_pdf(scanned(sound))
    assert read.text == ""
    assert len(read.pages) == 2
    assert read.word_confidence == ()
    assert read.remarks == ()


@pytest.mark.skipif(os.name == "nt", reason="needs a shell script")
def test_tesseract_without_english_data_is_as_good_as_none(
    sound: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "tesseract"
    program.write_text('#!/bin/sh\necho "List of available languages (1):"\necho osd\n')
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_pdf(scanned(sound)).text == ""


@pytest.mark.skipif(os.name == "nt", reason="needs a shell script")
def test_a_page_that_takes_too_long_is_given_up_and_named(
    sound: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "tesseract"
    program.write_text(
        '#!/bin/sh\n[ "$1" = --list-langs ] && echo eng && exit\nexec /bin/sleep 600\n'
    )
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    read = read_pdf(scanned(sound, keep=frozenset({0})), replace(USUAL, seconds_a_page=0.005))
    assert WORDS[0] in read.text
    assert "Page 2 is a scan whose words could not be read" in read.remarks[0]


@with_tesseract
def test_the_words_of_a_scan_are_read_as_paragraphs(sound: bytes) -> None:
    read = read_pdf(scanned(sound))
    assert paragraphs(read)[:2] == ["FINDINGS", " ".join(WORDS)]
    assert read.paragraphs[0].style == "heading"
    assert [page.number for page in read.pages] == [1, 2]
    assert "2 pages are scans" in read.remarks[0]


@with_tesseract
def test_each_word_has_its_confidence_and_stands_where_it_is_printed(sound: bytes) -> None:
    plain, read = read_pdf(sound), read_pdf(scanned(sound))
    words = [read.text[start:end] for start, end, _ in read.word_confidence]
    assert words == read.text.split()
    assert all(0.5 < sure <= 1 for *_, sure in read.word_confidence)
    place = read.text.index("opportunity")
    (line,) = [n for n in read.lines if n.start <= place < n.end]
    (true,) = [n for n in plain.lines if n.start <= plain.text.index("opportunity") < n.end]
    true_left = true.edges[plain.text.index("opportunity") - true.start]
    assert len(line.edges) == line.end - line.start + 1
    assert line.edges[place - line.start] == pytest.approx(true_left, abs=2)
    assert line.top == pytest.approx(true.top, abs=4)
    assert line.bottom == pytest.approx(true.bottom, abs=4)


@with_tesseract
def test_pages_of_either_sort_in_one_document_are_each_read_their_way(sound: bytes) -> None:
    read = read_pdf(scanned(sound, keep=frozenset({0})))
    assert WORDS[0] in read.text
    assert "SUPERVISION WAS ABSENT" in read.text
    assert "1 page is a scan" in read.remarks[0]
    first = read.pages[1].start
    assert all(start >= first for start, *_ in read.word_confidence)


def table(*words: tuple[int, int, int, int, str]) -> str:
    """Return Tesseract's table of words: block, left, top, width, text; 20 pixels high."""
    head = "level page_num block_num par_num line_num word_num left top width height conf text"
    rows = [f"5 1 {b} 1 {t} 1 {x} {t} {w} 20 96.5 {text}" for b, x, t, w, text in words]
    return "\n".join(row.replace(" ", "\t") for row in [head, "1 1 0 0 0 0 0 0 9 9 -1 ", *rows])


def test_numbers_read_apart_from_the_text_are_put_in_front_of_its_lines() -> None:
    words = words_of(
        table(
            (1, 50, 100, 40, "5.1"),
            (1, 50, 200, 40, "5:2"),
            (1, 50, 300, 40, "53"),
            (2, 150, 101, 200, "First"),
            (2, 150, 130, 200, "more"),
            (2, 150, 201, 200, "Second"),
        ),
        0.36,
    )
    strips = strips_of({1: words})[1]
    assert [strip.text for strip in strips] == ["53", "5.1\tFirst", "more", "5.2\tSecond"]
    assert all(len(strip.lefts) == len(strip.text) for strip in strips)
    assert all(strip.lefts == sorted(strip.lefts) for strip in strips)


def test_specks_and_spoilt_rows_of_the_table_are_no_words() -> None:
    spoilt = table((1, 50, 100, 40, "words"), (1, 99, 100, 5, "_"), (1, 99, 100, 5, "~|"))
    spoilt += "\n5\t1\tx\t1\t1\t1\ta\tb\tc\td\te\tbad\n5\t1\n"
    assert [word.text for word in words_of(spoilt, 0.36)] == ["words"]


@with_tesseract
def test_a_confined_child_reads_a_scan(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned(sound))
    codebook = (RESOURCES / "codebooks" / "core.toml").read_text(encoding="utf-8")
    reader = ChildReader(Preparation(RESOURCES / "lists", codebook))
    (read,) = reader.read([path], jobs=2, stop=lambda: False)
    assert isinstance(read, ReadDocument), read
    assert "missed opportunity" in read.text.text
    assert read.text.word_confidence


def test_an_empty_page_is_no_scan(sheet: SheetMaker, make_pdf: Make) -> None:
    data = make_pdf([sheet().text(72, 100, "Words. " * 40), sheet()])
    assert not any("scans;" in remark for remark in read_pdf(data).remarks)
