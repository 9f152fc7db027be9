"""The coroner's form is read the same from Word and PDF, in one column or two."""

import io
import re
import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pytest

from caseview.domain.attribute import DetailName, value, values
from caseview.domain.description import Description
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.pdf import read_pdf
from caseview.readers.word import read_word
from tests.readers.conftest import Sheet, pdf_bytes

D = DetailName
DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})
KEY = "Nobody on the night shift was told who held the key to the medicine room."
ROTA = "The rota was kept on paper and could not be seen by the on-call doctor."
SENT_TO = (
    "1. Dr Ivor Quill",
    "Medical Director",
    "Lamplight NHS Trust",
    "Lamplight House, Wick Lane, Oakton OA1 2BC",
    "2. The Chief Executive, Oakshire County Council",
    "3. Secretary of State for Health and Social Care",
    "Copied to: Care Quality Commission",
)
LEAD = (
    (
        "During the course of the inquest the evidence revealed matters giving rise to"
        " concern. In my"
        " opinion there is a risk that future deaths will occur unless action is taken. In the"
        " circumstances it is my statutory duty to report to you."
    ),
    "The MATTERS OF CONCERN are as follows. -",
)
Boxes = Sequence[tuple[str, str, Sequence[str]]]


def boxes(concerns: Sequence[str]) -> Boxes:
    """Return the boxes of a form: number, heading, paragraphs."""
    return (
        ("", "THIS REPORT IS BEING SENT TO:", SENT_TO),
        ("1", "CORONER", ["I am Ada Lorne, Senior Coroner, for the coroner area of Norfolk."]),
        ("2", "CORONER'S LEGAL POWERS", ["I make this report under paragraph 7, Schedule 5."]),
        ("5", "CORONER'S CONCERNS", (*LEAD, *concerns)),
        ("6", "ACTION SHOULD BE TAKEN", ["In my opinion action should be taken."]),
        ("7", "YOUR RESPONSE", ["You are under a duty to respond, namely by 10 May 2023."]),
        ("9", "15 March 2023", ["Ada Lorne"]),
    )


def in_two_columns(form: Boxes) -> Description:
    """Describe the form as a Word table with the numbers in a column of their own."""
    return _word(form, columns=2)


def in_one_column(form: Boxes) -> Description:
    """Describe the form as a Word table of one column."""
    return _word(form, columns=1)


def _word(form: Boxes, *, columns: int) -> Description:
    document = docx.Document()
    document.add_paragraph("REGULATION 28 REPORT TO PREVENT FUTURE DEATHS")
    table = document.add_table(rows=0, cols=columns)
    for number, heading, paragraphs in form:
        cells = table.add_row().cells
        if columns > 1:
            cells[0].text = number
        cells[-1].text = heading if columns > 1 else f"{number} {heading}".strip()
        for words in paragraphs:
            cells[-1].add_paragraph(words)
    data = io.BytesIO()
    document.save(data)
    return DESCRIBER.describe(read_word(data.getvalue()), "form.docx")


def in_a_pdf(form: Boxes) -> Description:
    """Describe the form as a PDF with ruled boxes, its lines broken and its numbers hanging."""
    sheet = Sheet().text(90, 40, "REGULATION 28 REPORT TO PREVENT FUTURE DEATHS", size=9)
    top = 60
    for number, heading, paragraphs in form:
        sheet.rule(50, top, 560, top)
        sheet.text(56, top + 6, number, size=9).text(90, top + 6, heading, size=9, bold=True)
        top += 17
        for words in paragraphs:
            mark = re.match(r"(\(\d\))\s+", words)
            left = 115 if mark else 90
            if mark:
                sheet.text(90, top, mark[1], size=9)
            for line in textwrap.wrap(words[mark.end() if mark else 0 :], 80):
                sheet.text(left, top, line, size=9)
                top += 11
            top += 3
    return DESCRIBER.describe(read_pdf(pdf_bytes([sheet])), "form.pdf")


@pytest.mark.parametrize("read", [in_two_columns, in_one_column, in_a_pdf])
def test_a_form_says_the_same_in_every_file(read: Callable[[Boxes], Description]) -> None:
    found = read(boxes([f"(1) {KEY}", f"(2) {ROTA}"]))
    assert values(found.details, D.ADDRESSEE) == (
        "Dr Ivor Quill, Medical Director, Lamplight NHS Trust",
        "The Chief Executive, Oakshire County Council",
        "Secretary of State for Health and Social Care",
    )
    assert [(one.number, " ".join(one.text.split())) for one in found.concerns] == [
        ("1", KEY),
        ("2", ROTA),
    ]
    assert value(found.details, D.PUBLISHED) == "2023-03-15"
    assert value(found.details, D.RESPONSE_DUE) == "2023-05-10"


@pytest.mark.parametrize("read", [in_two_columns, in_one_column, in_a_pdf])
def test_headings_open_concerns_in_every_file(read: Callable[[Boxes], Description]) -> None:
    found = read(boxes(["Medicine room", KEY, "Rota", ROTA]))
    assert [one.text.split("\n")[0] for one in found.concerns] == ["Medicine room", "Rota"]
