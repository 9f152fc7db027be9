"""Tables set by alignment alone keep rows and columns; what only looks like one stays text."""

import shutil
import textwrap
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from caseview.domain.document import DocumentText, ParagraphStyle
from caseview.readers.pdf import read_pdf
from tests.readers.conftest import scanned

Draw = Callable[[], Any]
Make = Callable[..., bytes]
LEFTS = (50, 90, 330, 440)
HEAD = (["No."], ["Recommendation"], ["Lead agency"], ["By when"])
FIRST = (
    ["1"],
    ["Train all staff who work with", "families in temporary homes", "and tell the Board."],
    ["Children’s Social", "Care"],
    ["May 2021"],
)
SECOND = (["2"], ["Review the escalation policy."], ["Police"], ["June 2021", "at the latest"])
PROSE = (
    "The review found that practitioners did not always ask about the daily life of the child, and"
    " that records did not show what had been decided. Supervision was not regular. When the family"
    " moved, nobody asked for the earlier file. "
)
READ = [
    "No. | Recommendation | Lead agency | By when",
    "1 " + " | ".join(" ".join(lines) for lines in FIRST[1:]),
    "2 Review the escalation policy. | Police | June 2021 at the latest",
]


def put(
    page: Any,
    top: float,
    row: Sequence[Sequence[str]],
    *,
    bold: bool = False,
    by_line: bool = False,
) -> float:
    """Put a row on a page, cell by cell or line by line across; return where it ends."""
    places = [
        (top + 12 * number, left, line)
        for left, lines in zip(LEFTS, row, strict=True)
        for number, line in enumerate(lines)
    ]
    for at, left, line in sorted(places) if by_line else places:
        page.text(left, at, line, size=8, bold=bold)
    return float(top + 12 * max(len(lines) for lines in row))


def rows(text: DocumentText) -> list[str]:
    """Return each row, its number in front."""
    return [
        f"{p.printed} {text.text[p.start : p.end]}".strip()
        for p in text.paragraphs
        if p.style is ParagraphStyle.TABLE_ROW
    ]


def wrapped(words: str, letters: int) -> list[str]:
    """Return words as lines of at most so many letters."""
    return textwrap.wrap(words, letters)


@pytest.mark.parametrize("by_line", [False, True])
@pytest.mark.parametrize("gap", [0, 8])
def test_rows_and_columns_are_told_by_where_words_stand(
    sheet: Draw, make_pdf: Make, gap: int, *, by_line: bool
) -> None:
    page = sheet().block(50, 100, wrapped(PROSE, 80))
    end = put(page, 200, HEAD, bold=True, by_line=by_line) + gap
    end = put(page, end, FIRST, by_line=by_line) + gap
    end = put(page, end, SECOND, by_line=by_line) + gap
    page.block(50, end + 20, wrapped(PROSE, 80))
    text = read_pdf(make_pdf([page]))
    assert rows(text) == READ
    assert text.text.startswith(PROSE.strip())
    assert text.text.endswith(PROSE.strip())


def test_every_letter_of_a_row_keeps_its_place(sheet: Draw, make_pdf: Make) -> None:
    page = sheet()
    put(page, put(page, put(page, 100, HEAD, bold=True) + 8, FIRST) + 8, SECOND)
    text = read_pdf(make_pdf([page]))
    lines = {text.text[line.start : line.end]: line for line in text.lines}
    assert lines["Police"].edges[0] == pytest.approx(LEFTS[2], abs=1)
    assert lines["at the latest"].edges[0] == pytest.approx(LEFTS[3], abs=1)
    assert all(len(n.edges) == n.end - n.start + 1 for n in text.lines)


def test_a_head_that_is_printed_again_overleaf_is_read_once(sheet: Draw, make_pdf: Make) -> None:
    pages = []
    for number in range(3):
        page = sheet()
        end = put(page, 60, HEAD, bold=True) + 8
        for more in range(3):
            row = [[str(3 * number + more + 1)], *SECOND[1:]]
            end = put(page, end, row) + 8
        pages.append(page)
    text = read_pdf(make_pdf(pages))
    found = rows(text)
    assert found[0] == READ[0]
    assert [row.split()[0] for row in found[1:]] == [str(n) for n in range(1, 10)]
    assert [page.left_out for page in text.pages] == [(), (READ[0],), (READ[0],)]


def test_a_row_that_a_page_cuts_is_one_row(sheet: Draw, make_pdf: Make) -> None:
    first, second = sheet(), sheet()
    cut = [FIRST[0], FIRST[1][:2], FIRST[2], FIRST[3]]
    put(first, put(first, 700, HEAD, bold=True) + 8, cut)
    end = put(second, 100, HEAD, bold=True) + 8
    put(second, put(second, end, ([], FIRST[1][2:], [], [])) + 8, SECOND)
    assert rows(read_pdf(make_pdf([first, second]))) == READ


def test_a_table_in_small_type_at_the_foot_of_a_page_is_no_footnote(
    sheet: Draw, make_pdf: Make
) -> None:
    page = sheet().block(50, 100, wrapped(PROSE * 4, 80), size=11, step=14)
    put(page, put(page, put(page, 500, HEAD, bold=True) + 8, FIRST) + 8, SECOND)
    assert rows(read_pdf(make_pdf([page]))) == READ


def test_rules_across_part_rows_where_no_white_does(sheet: Draw, make_pdf: Make) -> None:
    page = sheet()
    tops = [put(page, 100, HEAD)]
    tops.append(put(page, tops[-1], FIRST))
    tops.append(put(page, tops[-1], SECOND))
    for at in (100, *tops):
        page.rule(50, at - 1.5, 540, at - 1.5)
    assert rows(read_pdf(make_pdf([page]))) == READ


def columns(draw: Draw, count: int) -> Any:
    """Return a page of prose in columns, line beside line."""
    page = draw()
    width = 500 // count
    lines = wrapped(PROSE * 9, int((width - 15) / 4.8))
    for column in range(count):
        page.block(50 + column * width, 100, lines[column * 40 : column * 40 + 40], size=8, step=10)
    return page


def test_prose_in_columns_is_no_table(sheet: Draw, make_pdf: Make) -> None:
    for count in (2, 3):
        text = read_pdf(make_pdf([columns(sheet, count)]))
        assert not rows(text)
        assert text.text.split() == (PROSE * 9).split()[: len(text.text.split())]


def test_columns_of_prose_under_two_headings_are_no_table(sheet: Draw, make_pdf: Make) -> None:
    page = columns(sheet, 2)
    page.text(50, 80, "Recommendations", bold=True).text(300, 80, "Actions", bold=True)
    assert not rows(read_pdf(make_pdf([page])))


def test_contents_addresses_labels_and_numbered_paragraphs_are_no_tables(
    sheet: Draw, make_pdf: Make
) -> None:
    contents = sheet().text(50, 60, "Contents", bold=True)
    numbered = sheet()
    for number in range(12):
        contents.text(50, 90 + 16 * number, f"{number + 1}.").text(
            80, 90 + 16 * number, "What we found"
        )
        contents.text(500, 90 + 16 * number, str(2 * number + 3))
        numbered.text(50, 90 + 50 * number, f"{number + 1}.").block(
            80, 90 + 50 * number, wrapped(PROSE, 75)[:3]
        )
    letter = sheet().block(50, 90, ["HM Coroner", "1 High Street", "Anytown", "AB1 2CD"])
    letter.block(350, 90, ["Our ref: 12/21", "Date: 4 May 2021", "Tel: 01234 5678"])
    for number, label in enumerate(("Author:", "Date of report:", "Status:")):
        letter.text(50, 200 + 14 * number, label).text(200, 200 + 14 * number, "Jane Smith")
    assert not rows(read_pdf(make_pdf([contents, numbered, letter])))


def test_a_side_box_is_no_table(sheet: Draw, make_pdf: Make) -> None:
    page = sheet().shade(400, 90, 560, 260)
    page.block(50, 100, wrapped(PROSE * 3, 66), size=8, step=10)
    page.block(410, 100, wrapped(PROSE, 28), size=8, step=10)
    text = read_pdf(make_pdf([page]))
    assert not rows(text)
    assert (PROSE * 3).strip() in text.text


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="needs Tesseract on this computer")
def test_a_scanned_plan_keeps_who_is_to_act_in_a_column(sheet: Draw, make_pdf: Make) -> None:
    page = sheet().block(50, 100, wrapped(PROSE, 70), size=10, step=14)
    put(page, put(page, put(page, 200, HEAD, bold=True) + 10, FIRST) + 10, SECOND)
    found = [row.split(" | ") for row in rows(read_pdf(scanned(make_pdf([page]))))]
    assert [cells[-2] for cells in found] == ["Lead agency", "Children’s Social Care", "Police"]
    assert found[1][-3].endswith(
        "Train all staff who work with families in temporary homes and tell the Board."
    )


def test_cells_whose_lines_stand_at_heights_of_their_own_keep_their_rows(
    sheet: Draw, make_pdf: Make
) -> None:
    page = sheet()
    end = put(page, 100, HEAD, bold=True)
    for number in (1, 2):
        page.text(50, end, f"{number}.", size=8)
        page.block(
            90, end, ["Train all staff who work", "with families and tell", "the Board."], size=8
        )
        page.text(330, end, "Tell all teams.", size=8)
        page.block(330, end + 19, ["o  Hold a meeting", "   of the leads.", "o  Report."], size=8)
        page.text(440, end, "Police", size=8)
        end += 66
    found = rows(read_pdf(make_pdf([page])))
    assert [row.split(" | ")[0] for row in found] == [
        "No.",
        "1 Train all staff who work with families and tell the Board.",
        "2 Train all staff who work with families and tell the Board.",
    ]
    assert all(row.endswith(" | Police") for row in found[1:])


def test_a_head_in_the_middle_of_its_column_is_of_that_column(sheet: Draw, make_pdf: Make) -> None:
    page = sheet()
    for left, words in ((62, "No."), (180, "Recommendation"), (350, "Lead agency"), (460, "When")):
        page.text(left, 100, words, size=8, bold=True)
    put(page, put(page, 120, FIRST) + 8, SECOND)
    assert rows(read_pdf(make_pdf([page])))[1:] == READ[1:]


def test_headings_across_a_table_stand_between_its_rows(sheet: Draw, make_pdf: Make) -> None:
    page = sheet()
    across = "Recommendations for the Partnership and for each of the agencies in it"
    end = put(page, 100, HEAD, bold=True) + 6
    page.text(50, end, across, size=8, bold=True)
    end = put(page, end + 18, FIRST) + 6
    page.text(50, end, across.replace("Partnership", "Police"), size=8, bold=True)
    put(page, end + 18, SECOND)
    text = read_pdf(make_pdf([page]))
    assert rows(text) == READ
    assert [p.style.value for p in text.paragraphs] == [
        *("table_row", "heading", "table_row", "heading", "table_row")
    ]


@pytest.mark.parametrize("bordered", [False, True])
def test_shades_and_an_outer_border_make_no_columns_and_break_none(
    sheet: Draw, make_pdf: Make, *, bordered: bool
) -> None:
    page = sheet()
    tops = [put(page, 100, HEAD, bold=True)]
    tops.append(put(page, tops[-1], FIRST))
    tops.append(put(page, tops[-1], SECOND))
    if bordered:
        for at in (100, *tops):
            page.rule(45, at - 1.5, 540, at - 1.5)
        page.rule(45, 98.5, 45, tops[-1] - 1.5).rule(540, 98.5, 540, tops[-1] - 1.5)
    else:
        page.shade(45, 98.5, 540, tops[0] - 1.5).shade(45, tops[1] - 1.5, 540, tops[2] - 1.5)
    assert rows(read_pdf(make_pdf([page]))) == READ
