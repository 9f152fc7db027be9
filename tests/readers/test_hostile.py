"""Files made to be too much are refused with the reason, or read with what was left out said."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from caseview.domain.description import ReadDocument, Refused
from caseview.domain.document import Line
from caseview.domain.errors import ReadError
from caseview.readers.assemble import LONGEST, Piece, assemble
from caseview.readers.limits import MEGABYTE, USUAL, Limits, check_size
from caseview.readers.pipeline import Preparation
from caseview.readers.registry import text_of
from caseview.readers.worker import ChildReader

RESOURCES = Path(__file__).parents[2] / "resources"
WORDS = "The worker did not ask the mother about the injury. "
Make = Callable[..., bytes]


def outcome(path: Path, limits: Limits = USUAL) -> ReadDocument | Refused:
    """Return what a real child makes of a file."""
    codebook = (RESOURCES / "codebooks" / "core.toml").read_text(encoding="utf-8")
    reader = ChildReader(Preparation(RESOURCES / "lists", codebook, limits), limits)
    (found,) = reader.read([path], jobs=1, stop=lambda: False)
    return found


def test_more_characters_than_are_read_are_refused_with_both_figures(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text((WORDS + "\n\n") * 400)
    found = outcome(path, replace(USUAL, characters=20_000))
    assert isinstance(found, Refused)
    assert "characters, more than CaseView reads (20,000)." in found.reason
    assert "Split it" in found.advice


def test_a_very_long_line_is_read_in_parts_that_end_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(WORDS * 6_000)
    found = outcome(path)
    assert isinstance(found, ReadDocument), found
    parts = [found.text.text[p.start : p.end] for p in found.text.paragraphs]
    assert " ".join(parts) == (WORDS * 6_000).strip()
    assert all(len(part) <= LONGEST and part.endswith(".") for part in parts)
    assert len(parts) > 1


def test_a_line_without_sentences_or_spaces_is_parted_all_the_same() -> None:
    text = assemble([Piece("word " * 9_000), Piece("x" * (2 * LONGEST + 5), printed="4.1")])
    assert max(p.end - p.start for p in text.paragraphs) <= LONGEST
    assert text.text.replace("\n\n", " ").split("x")[0].split() == ["word"] * 9_000
    assert text.text.count("x") == 2 * LONGEST + 5
    assert [p.printed for p in text.paragraphs if p.printed] == ["4.1"]


def test_a_paragraph_that_knows_its_lines_stays_whole() -> None:
    line = Line(0, 1, 1, 0.0, 9.0, (0.0, 5.0))
    text = assemble([Piece("x" * (LONGEST + 5), lines=(line,))])
    assert len(text.paragraphs) == 1


def test_signs_of_symbol_fonts_are_no_letters_and_places_stay() -> None:
    text = assemble([Piece("Yes\uf0fe No\ue123\U000f0010 end")])
    assert text.text == "Yes• No•• end"


def test_tables_in_tables_without_end_are_said_not_to_be_read_whole(
    make_word: Make, para: Callable[..., str]
) -> None:
    opens, closes = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    body = para("Above.") + opens * 60 + para("Within.") + closes * 60
    read = text_of(make_word(body), Path("a.docx"))
    assert read.text == "Above."
    assert any("nested too deeply" in remark for remark in read.remarks)
    few = text_of(make_word(opens * 4 + para("Within.") + closes * 4), Path("a.docx"))
    assert "Within." in few.text
    assert not few.remarks


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<html><body>" + b"<div>" * 50_000 + WORDS.encode()),
        ("a.html", b"<html><body>" + b"<table><tr><td>" * 5_000 + WORDS.encode()),
        ("a.md", b"> " * 20_000 + WORDS.encode()),
        ("a.md", b"[" * 20_000),
        ("a.rtf", b"{\\rtf1 " + b"{" * 9_000 + WORDS.encode() + b"}" * 9_001),
    ],
    ids=["divisions", "tables", "quotes", "brackets", "groups"],
)
def test_deep_nesting_is_read_remarked_or_refused(name: str, data: bytes) -> None:
    said: tuple[str, ...] = ()
    try:
        read = text_of(data, Path(name))
        said = (read.text, *read.remarks)
    except ReadError as refusal:
        said = (refusal.message,)
    assert any(
        "nested too deeply" in words or WORDS[:9] in words or "[[" in words for words in said
    )


def test_words_that_never_end_a_sentence_are_no_paragraph_of_hundreds_of_pages(
    sheet: Callable[[], Any], make_pdf: Make
) -> None:
    lines = [f"{number} and nobody was asked what the child had seen and" for number in range(50)]
    read = text_of(make_pdf([sheet().block(72, 110, lines) for _ in range(20)]), Path("a.pdf"))
    longest = max(p.end - p.start for p in read.paragraphs)
    assert LONGEST < longest < 2 * LONGEST
    assert read.text.count("nobody was asked") == 20 * 50


def test_cells_over_a_thousand_rows_and_columns_leave_no_more_room_than_a_page_has() -> None:
    row = "<tr><td rowspan=999 colspan=999>Ask<td rowspan=999>who<td>when"
    read = text_of(f"<html><body><table>{row * 400}".encode(), Path("a.html"))
    assert read.text.count("when") == 400
    assert len(read.text) < 400 * 300


def test_a_page_of_any_size_is_read(sheet: Callable[[], Any], make_pdf: Make) -> None:
    data = make_pdf([sheet().text(72, 100, WORDS)])
    vast = data.replace(b"[0 0 595 842]", b"[0 0 1e9 1e9]")
    assert WORDS.strip() in text_of(vast, Path("a.pdf")).text


def test_a_page_with_more_characters_than_any_page_is_cut_and_says_so(
    sheet: Callable[[], Any], make_pdf: Make
) -> None:
    data = make_pdf([sheet().block(72, 60, [WORDS] * 30)])
    read = text_of(data, Path("a.pdf"), Limits(marks_on_page=500))
    assert any("more than 500 characters" in remark for remark in read.remarks)


def test_a_size_just_over_the_cap_does_not_read_like_the_cap() -> None:
    with pytest.raises(ReadError, match=r"is 11 MB, more than CaseView reads \(10 MB\)"):
        check_size(10 * MEGABYTE + 1, 10 * MEGABYTE)


def test_a_pdf_of_plain_words_is_not_said_to_be_of_an_unknown_kind() -> None:
    with pytest.raises(ReadError, match=r"called \.pdf but holds plain characters"):
        text_of(b"Plain words of a review.", Path("a.pdf"))


@pytest.mark.skipif(os.name == "nt", reason="needs named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    os.mkfifo(path)
    found = outcome(path)
    assert isinstance(found, Refused)
