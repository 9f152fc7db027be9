"""PDF pages are read as a person reads them, each letter with its place."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from caseview.domain.document import DocumentText, ParagraphStyle
from caseview.readers.pdf import read_pdf

Make = Callable[..., bytes]
Texts = Callable[[DocumentText], list[str]]
Draw = Callable[[], Any]

BODY = [
    "The health visitor saw the family in May and",
    "noted that the older child had not spoken to",
    "her at all during a visit of forty minutes.",
]


def test_lines_become_paragraphs_and_gaps_part_them(
    sheet: Draw, make_pdf: Make, texts: Texts
) -> None:
    page = sheet().block(72, 100, BODY).block(72, 160, ["Nothing was done about it."])
    text = read_pdf(make_pdf([page]))
    assert texts(text) == [" ".join(BODY), "Nothing was done about it."]
    assert [p.page for p in text.paragraphs] == [1, 1]


def test_every_letter_has_its_edges_in_points_from_the_top_left(
    sheet: Draw, make_pdf: Make
) -> None:
    text = read_pdf(
        make_pdf([sheet().text(72, 100, "5.12"), sheet().text(100, 700, "Curious", size=20)])
    )
    line = text.lines[-1]
    assert text.text[line.start : line.end] == "Curious"
    assert line.page == 2
    assert line.edges == pytest.approx([100 + 12 * n for n in range(8)], abs=0.5)
    assert line.top < 700 + 20 * 0.8 < line.bottom


@pytest.mark.parametrize(
    ("turn", "matrix", "place"),
    [
        (90, "0 1 -1 0", (400, 300)),
        (180, "-1 0 0 -1", (595 - 300, 400)),
        (270, "0 -1 1 0", (842 - 400, 595 - 300)),
    ],
)
def test_a_turned_page_is_measured_as_it_is_shown(
    sheet: Draw, make_pdf: Make, turn: int, matrix: str, place: tuple[float, float]
) -> None:
    page = sheet()
    page.rotate = turn
    page.drawn.append(f"BT /N 10 Tf {matrix} 300 400 Tm (Curious minds) Tj ET")
    text = read_pdf(make_pdf([page]))
    assert text.text == "Curious minds"
    assert (text.pages[0].width, text.pages[0].height) == ((842, 595) if turn % 180 else (595, 842))
    line = text.lines[0]
    assert line.edges[0] == pytest.approx(place[0], abs=0.5)
    assert line.top < place[1] < line.bottom


def test_text_that_stands_sideways_on_its_page_is_read_without_places(
    sheet: Draw, make_pdf: Make
) -> None:
    page = sheet()
    page.drawn.append("BT /N 10 Tf 0 1 -1 0 300 400 Tm (A wide table) Tj ET")
    text = read_pdf(make_pdf([page, sheet().text(72, 100, "Upright")]))
    assert text.text == "A wide table\n\nUpright"
    assert {line.page for line in text.lines} == {2}


def test_a_mark_across_the_page_is_not_part_of_the_words(sheet: Draw, make_pdf: Make) -> None:
    page = sheet().block(72, 100, BODY)
    page.drawn.append("BT /N 60 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (DRAFT) Tj ET")
    text = read_pdf(make_pdf([page]))
    assert "DRAFT" not in text.text
    assert text.pages[0].left_out == ("DRAFT",)


def test_lines_carry_the_words_of_the_text(sheet: Draw, make_pdf: Make) -> None:
    page = sheet().text(72, 100, "(1)  The").block(72, 112, BODY)
    text = read_pdf(make_pdf([page]))
    for line in text.lines:
        assert len(line.edges) == line.end - line.start + 1
        assert all(left <= right for left, right in pairwise(line.edges))
    drawn = [text.text[line.start : line.end] for line in text.lines]
    assert drawn[-3:] == BODY


def test_two_columns_are_read_one_after_the_other(
    sheet: Draw, make_pdf: Make, texts: Texts
) -> None:
    left = [f"words of the left column, line {n}" for n in range(9)]
    right = [f"and the right column says {n}" for n in range(9)]
    page = sheet()
    for number, (a, b) in enumerate(zip(left, right, strict=True)):
        page.text(72, 100 + 12 * number, a).text(320, 100 + 12 * number, b)
    text = read_pdf(make_pdf([page]))
    assert " ".join(texts(text)) == " ".join(left + right)


def test_running_heads_and_page_numbers_are_kept_apart(
    sheet: Draw, make_pdf: Make, texts: Texts
) -> None:
    pages = [
        sheet()
        .text(72, 30, "Northmoor Safeguarding Adults Board")
        .text(72, 100, f"Something was said on sheet {word}.")
        .text(290, 800, f"Page {number} of 4")
        for number, word in enumerate(["one", "two", "three", "four"], start=1)
    ]
    text = read_pdf(make_pdf(pages))
    assert texts(text)[0] == "Something was said on sheet one."
    assert text.pages[2].left_out == ("Northmoor Safeguarding Adults Board", "Page 3 of 4")
    assert "Board" not in text.text


def test_a_sentence_over_a_page_break_is_one_paragraph_of_both_pages(
    sheet: Draw, make_pdf: Make, texts: Texts
) -> None:
    first = (
        sheet().block(72, 100, BODY).block(72, 700, ["The plan was written by a worker who had"])
    )
    second = (
        sheet().block(72, 100, ["never met the child.", "", ""]).block(72, 150, ["So it went."])
    )
    text = read_pdf(make_pdf([first, second]))
    assert texts(text)[1] == "The plan was written by a worker who had never met the child."
    assert text.paragraphs[1].page == 1
    start = text.text.index("never met")
    assert text.page_at(start) == 2
    assert text.page_at(start - 2) == 1


def test_footnotes_stand_before_a_paragraph_that_goes_on_overleaf(
    sheet: Draw, make_pdf: Make, texts: Texts
) -> None:
    first = (
        sheet().block(72, 100, BODY).block(72, 680, ["The plan was written by a worker who had"])
    )
    first.text(72, 780, "1 Care Act 2014, section 42.", size=7)
    second = sheet().block(72, 100, ["never met the child."])
    text = read_pdf(make_pdf([first, second]))
    assert texts(text)[1] == "Care Act 2014, section 42."
    assert (text.paragraphs[1].style, text.paragraphs[1].printed) == (ParagraphStyle.FOOTNOTE, "1")
    assert [page.start for page in text.pages] == sorted(page.start for page in text.pages)


def test_hanging_numbers_are_printed_and_not_text(
    sheet: Draw, make_pdf: Make, texts: Texts
) -> None:
    page = sheet()
    for number, top in (("5.12", 100), ("5.13", 140)):
        page.text(72, top, number).block(110, top, BODY[:2])
    text = read_pdf(make_pdf([page]))
    assert [p.printed for p in text.paragraphs] == ["5.12", "5.13"]
    assert texts(text) == [" ".join(BODY[:2])] * 2


def test_larger_and_bolder_type_heads_and_ranks(sheet: Draw, make_pdf: Make) -> None:
    page = sheet().block(72, 60, BODY)
    other = sheet().text(72, 100, "Analysis", size=16, bold=True).block(72, 130, BODY)
    other.text(72, 190, "What agencies knew", size=12, bold=True).block(72, 210, BODY)
    text = read_pdf(make_pdf([page, other]))
    heads = [(p.level, text.text[p.start : p.end]) for p in text.paragraphs if p.level]
    assert heads == [(1, "Analysis"), (2, "What agencies knew")]


def boxed(sheet: Draw) -> Any:
    page = sheet()
    for top in (100, 160, 230):
        page.rule(60, top, 540, top)
    for left in (60, 100, 540):
        page.rule(left, 100, left, 230)
    page.text(66, 104, "4").text(106, 104, "CIRCUMSTANCES", bold=True).block(106, 118, BODY)
    page.text(66, 164, "5").text(106, 164, "CONCERNS", bold=True)
    return page.block(106, 178, ["(1) Nobody asked.", "(2) Nobody told."])


def test_a_boxed_form_reads_as_numbered_headings(sheet: Draw, make_pdf: Make) -> None:
    text = read_pdf(make_pdf([boxed(sheet)]))
    assert [(p.style.value, p.printed, text.text[p.start : p.end]) for p in text.paragraphs] == [
        ("heading", "4", "CIRCUMSTANCES"),
        ("body", "", " ".join(BODY)),
        ("heading", "5", "CONCERNS"),
        ("list_item", "(1)", "Nobody asked."),
        ("list_item", "(2)", "Nobody told."),
    ]


def test_a_ruled_table_reads_row_by_row(sheet: Draw, make_pdf: Make, texts: Texts) -> None:
    page = sheet()
    for top in (100, 120, 150):
        page.rule(60, top, 540, top)
    for left in (60, 200, 340, 540):
        page.rule(left, 100, left, 150)
    for left, words in ((66, "Date"), (206, "Agency"), (346, "Event")):
        page.text(left, 104, words)
    page.text(66, 124, "3 May").text(206, 124, "Police")
    page.block(346, 124, ["Officers called and saw", "the child alone."])
    text = read_pdf(make_pdf([page]))
    assert texts(text) == [
        "Date | Agency | Event",
        "3 May | Police | Officers called and saw the child alone.",
    ]
    assert {p.style for p in text.paragraphs} == {ParagraphStyle.TABLE_ROW}
    first = text.lines[0]
    assert text.text[first.start : first.end] == "Date"


def test_a_shaded_box_does_not_cut_the_sentence_beside_it(
    sheet: Draw, make_pdf: Make, texts: Texts
) -> None:
    page = sheet().block(72, 100, BODY[:2]).shade(72, 140, 420, 180)
    page.block(80, 150, ["“She was never asked.”"]).block(72, 200, [BODY[2]])
    text = read_pdf(make_pdf([page]))
    assert texts(text) == [" ".join(BODY), "“She was never asked.”"]


def test_a_hyphen_at_a_line_end_stays_where_the_document_hyphenates(
    sheet: Draw, make_pdf: Make
) -> None:
    page = sheet().block(
        72, 100, ["She had a history of self-harm and of safe-", "guarding referrals."]
    )
    page.block(72, 160, ["The safeguarding lead asked about self-", "harm once only."])
    text = read_pdf(make_pdf([page])).text
    assert "safeguarding referrals" in text
    assert "self-harm once" in text


def test_a_raised_note_mark_is_not_part_of_the_words(sheet: Draw, make_pdf: Make) -> None:
    page = sheet().text(72, 100, "The Board agreed.").text(174, 101, "1", size=6)
    page.text(184, 100, "It met twice.")
    assert read_pdf(make_pdf([page])).text == "The Board agreed. It met twice."


def test_what_was_filled_into_a_form_is_read(sheet: Draw, make_pdf: Make) -> None:
    page = sheet().text(72, 100, "Name of coroner:").filled(200, 100, "Ms A Vane")
    assert "Ms A Vane" in read_pdf(make_pdf([page])).text


def test_a_scan_has_pages_and_no_text(sheet: Draw, make_pdf: Make) -> None:
    text = read_pdf(make_pdf([sheet().shade(50, 50, 500, 700), sheet()]))
    assert text.text == ""
    assert [(p.number, p.start, p.end, p.width) for p in text.pages] == [
        (1, 0, 0, 595),
        (2, 0, 0, 595),
    ]


def test_a_page_without_words_among_others_is_remarked(sheet: Draw, make_pdf: Make) -> None:
    full = sheet().block(72, 100, BODY * 3)
    text = read_pdf(make_pdf([full, sheet()]))
    assert text.remarks == ("Page 2 has almost no text: it may be blank, a picture or a scan.",)


def test_a_row_cut_by_a_page_break_is_one_row(sheet: Draw, make_pdf: Make, texts: Texts) -> None:
    pages = []
    for top, words in (
        (760, [["3 May"], ["The officer saw that the"], ["No referral was made by"]]),
        (100, [[], ["child was alone."], ["anybody."]]),
    ):
        page = sheet().rule(60, top, 540, top).rule(60, top + 20, 540, top + 20)
        for left in (60, 200, 360, 540):
            page.rule(left, top, left, top + 20)
        for left, lines in zip((66, 206, 366), words, strict=True):
            page.block(left, top + 4, lines)
        pages.append(page)
    text = read_pdf(make_pdf(pages))
    assert texts(text) == [
        "3 May | The officer saw that the child was alone. | No referral was made by anybody."
    ]


def test_a_block_of_quoted_words_ends_where_its_own_lines_do(
    sheet: Draw, make_pdf: Make, texts: Texts
) -> None:
    page = sheet().block(72, 100, [f"{line} and so it was put in the file" for line in BODY])
    page.block(
        110,
        150,
        ["She came to see us in the May of", "2019, and after that nobody did.", "We", "x"],
    )
    assert "May of 2019, and" in read_pdf(make_pdf([page])).text


def test_a_contents_page_is_told_by_its_dots(sheet: Draw, make_pdf: Make) -> None:
    page = sheet().text(72, 60, "Contents", bold=True, size=14)
    page.block(72, 100, ["1. Introduction .......... 3", "2. Analysis .............. 7"])
    text = read_pdf(make_pdf([page, sheet().block(72, 100, BODY)]))
    assert [p.style for p in text.paragraphs[1:3]] == [ParagraphStyle.CONTENTS] * 2
