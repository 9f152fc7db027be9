"""A cell keeps its column in every format, though cells beside it are empty or joined."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from caseview.domain.document import DocumentText, ParagraphStyle
from caseview.readers.registry import text_of
from tests.readers.test_odt import packed

Make = Callable[..., bytes]
ROWS = [
    "Recommendation | Lead | By when",
    "Train all staff who see children | Housing | May 2021",
    " | Police | June 2021",
    "Review the escalation policy |  | July 2021",
]
"""Of a table whose second recommendation goes on from the first, and whose third names nobody."""

WEB = (
    "<h1>Plan</h1><table><caption>Table 1: actions</caption><thead><tr><th>Recommendation<th>Lead"
    "<th>By when</thead><tr><td rowspan=2>Train all staff who see children<td>Housing<td>May 2021"
    "<tr><td>Police<td>June 2021<tr><td>Review the escalation policy<td><td>July 2021</table>"
)


def word_table(*rows: tuple[str, ...], para: Callable[..., str]) -> str:
    """Return the XML of a Word table; "^" is a cell joined to the one above."""
    made = ""
    for row in rows:
        made += "<w:tr>"
        for words in row:
            joined = "<w:tcPr><w:vMerge/></w:tcPr>" if words == "^" else ""
            made += f"<w:tc>{joined}{para('' if words == '^' else words)}</w:tc>"
        made += "</w:tr>"
    return f"<w:tbl>{made}</w:tbl>"


PLAN = (
    ("Recommendation", "Lead", "By when"),
    ("Train all staff who see children", "Housing", "May 2021"),
    ("^", "Police", "June 2021"),
    ("Review the escalation policy", "", "July 2021"),
)


def odt_table() -> bytes:
    """Return the plan as an OpenDocument text."""
    made = ""
    for row in PLAN:
        cells = ""
        for words in row:
            name = "covered-table-cell" if words == "^" else "table-cell"
            inner = f"<text:p>{words.strip('^')}</text:p>"
            cells += f"<table:{name}>{inner}</table:{name}>"
        made += f"<table:table-row>{cells}</table:table-row>"
    return packed(f"<table:table>{made}</table:table>")


def rich_table() -> bytes:
    """Return the plan as Rich Text."""
    made = "".join(
        "\\trowd\\pard\\intbl " + "".join(f"{words.strip('^')}\\cell " for words in row) + "\\row"
        for row in PLAN
    )
    return ("{\\rtf1\\ansi " + made + "\\pard After.\\par}").encode()


def rows_of(text: DocumentText) -> list[str]:
    """Return the words of each table row."""
    return [
        text.text[p.start : p.end] for p in text.paragraphs if p.style is ParagraphStyle.TABLE_ROW
    ]


def test_a_word_table_keeps_its_columns(make_word: Make, para: Callable[..., str]) -> None:
    assert rows_of(text_of(make_word(word_table(*PLAN, para=para)), Path("a.docx"))) == ROWS


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.html", WEB.encode()), ("a.odt", odt_table()), ("a.rtf", rich_table())],
    ids=["html", "odt", "rtf"],
)
def test_other_formats_keep_them_too(name: str, data: bytes) -> None:
    assert rows_of(text_of(data, Path(name))) == ROWS


def test_a_table_of_markdown_keeps_them() -> None:
    data = (
        b"| Action | Lead | When |\n|---|---|---|\n| Train staff | | May |\n| Tell | Police | |\n"
    )
    assert rows_of(text_of(data, Path("a.md"))) == [
        "Action | Lead | When",
        "Train staff |  | May",
        "Tell | Police",
    ]


def test_a_ruled_table_of_a_pdf_keeps_them(sheet: Callable[[], Any], make_pdf: Make) -> None:
    page = sheet()
    for top in (100, 120, 140, 160):
        page.rule(60, top, 540, top)
    for left in (60, 200, 340, 540):
        page.rule(left, 100, left, 160)
    for top, cells in ((104, ("Action", "Lead", "When")), (124, ("Train", "", "May"))):
        for left, words in zip((66, 206, 346), cells, strict=True):
            page.text(left, top, words)
    page.text(206, 144, "Police").text(346, 144, "June")
    read = text_of(make_pdf([page]), Path("a.pdf"))
    assert rows_of(read) == ["Action | Lead | When", "Train |  | May", " | Police | June"]
    for line in read.lines:
        assert read.text[line.start : line.end] in " ".join(page.drawn)


def test_a_column_that_is_always_empty_is_none(make_word: Make, para: Callable[..., str]) -> None:
    table = word_table(("Date", "", "Event"), ("3 May", "", "Seen"), para=para)
    assert rows_of(text_of(make_word(table), Path("a.docx"))) == ["Date | Event", "3 May | Seen"]


def test_a_cell_over_two_columns_moves_no_other(make_word: Make, para: Callable[..., str]) -> None:
    wide = f"<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{para('Recommendation')}</w:tc>"
    head = f"<w:tr>{wide}<w:tc>{para('Lead')}</w:tc></w:tr>"
    rows = word_table(("1", "Train the staff", "Housing"), para=para)
    table = rows.replace("<w:tbl>", f"<w:tbl>{head}")
    read = text_of(make_word(table), Path("a.docx"))
    assert rows_of(read) == ["Recommendation | Lead", "Train the staff | Housing"]
    assert read.paragraphs[1].printed == "1"


def test_a_table_within_a_cell_makes_no_columns(make_word: Make, para: Callable[..., str]) -> None:
    inner = word_table(("Step", "Date"), ("Ask", "May"), para=para)
    outer = f"<w:tc>{para('Train the staff')}{inner}</w:tc><w:tc>{para('Housing')}</w:tc>"
    read = text_of(make_word(f"<w:tbl><w:tr>{outer}</w:tr></w:tbl>"), Path("a.docx"))
    assert rows_of(read) == ["Train the staff\nStep – Date\nAsk – May | Housing"]


def test_a_table_within_a_frame_of_one_cell_keeps_its_rows(
    make_word: Make, para: Callable[..., str]
) -> None:
    inner = word_table(*PLAN, para=para)
    frame = f"<w:tbl><w:tr><w:tc>{inner}{para('')}</w:tc></w:tr></w:tbl>"
    assert rows_of(text_of(make_word(frame), Path("a.docx"))) == ROWS
