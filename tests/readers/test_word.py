"""Word files are read whole: what the reader of the page sees, in order."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest

from caseview.domain.document import DocumentText, ParagraphStyle
from caseview.domain.errors import ReadError
from caseview.readers.word import read_word

Make = Callable[..., bytes]
Texts = Callable[[DocumentText], list[str]]


def saved(document: docx.document.Document) -> bytes:
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def test_headings_lists_and_paragraphs_of_an_ordinary_document(texts: Texts) -> None:
    document = docx.Document()
    document.add_heading("Overview report", 0)
    document.add_heading("Analysis", 1)
    document.add_heading("Risk", 2)
    document.add_paragraph("Nobody asked the child.")
    document.add_paragraph("First point.", style="List Number")
    document.add_paragraph("Second point.", style="List Number")
    document.add_paragraph("A point.", style="List Bullet")
    document.add_paragraph("She said so.", style="Quote")
    text = read_word(saved(document))
    assert [(p.style, p.level) for p in text.paragraphs[:4]] == [
        (ParagraphStyle.HEADING, 1),
        (ParagraphStyle.HEADING, 1),
        (ParagraphStyle.HEADING, 2),
        (ParagraphStyle.BODY, 0),
    ]
    assert [p.printed for p in text.paragraphs[4:7]] == ["1", "2", ""]
    assert text.paragraphs[6].style is ParagraphStyle.LIST_ITEM
    assert text.paragraphs[7].style is ParagraphStyle.QUOTE
    assert texts(text)[3] == "Nobody asked the child."
    assert not text.pages


def test_insertions_are_read_and_deletions_are_not(make_word: Make, texts: Texts) -> None:
    body = (
        "<w:p><w:r><w:t>The worker </w:t></w:r><w:ins><w:r><w:t>never </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>always </w:delText></w:r></w:del>"
        "<w:r><w:t>called.</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>"
        "<w:p><w:r><w:t>paragraph.</w:t></w:r></w:p>"
    )
    assert texts(read_word(make_word(body))) == ["The worker never called.", "One paragraph."]


def test_text_boxes_are_read_once_and_content_controls_are_read(
    make_word: Make, para: Callable[..., str], texts: Texts
) -> None:
    box = f"<w:txbxContent>{para('In the box.')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Beside a box.</w:t></w:r><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
        f"<w:sdt><w:sdtContent>{para('Controlled.')}</w:sdtContent></w:sdt>"
        "<w:p><w:sdt><w:sdtContent><w:r><w:t>Inline too.</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    found = texts(read_word(make_word(body)))
    assert found == ["Beside a box.", "In the box.", "Controlled.", "Inline too."]


def test_footnotes_follow_their_paragraph_with_the_number_shown(
    make_word: Make, para: Callable[..., str], texts: Texts
) -> None:
    body = (
        '<w:p><w:r><w:t>Seen once.</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r></w:p>'
        + para("After it.")
    )
    notes = (
        f'<w:footnote w:id="0" w:type="separator">{para("---")}</w:footnote>'
        f'<w:footnote w:id="7">{para("By the health visitor.")}</w:footnote>'
    )
    text = read_word(make_word(body, {"footnotes": notes}))
    assert texts(text) == ["Seen once.", "By the health visitor.", "After it."]
    assert (text.paragraphs[1].style, text.paragraphs[1].printed) == (ParagraphStyle.FOOTNOTE, "1")


def test_hidden_words_are_left_out_and_said_so(make_word: Make, para: Callable[..., str]) -> None:
    text = read_word(make_word(para("Seen.") + para("Hidden.", run="<w:vanish/>")))
    assert text.text == "Seen."
    assert text.remarks == ("1 hidden passage was left out.",)


def numbering() -> str:
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/>'
    level += '<w:lvlText w:val="{}"/></w:lvl>'
    levels = level.format(0, "decimal", "%1.") + level.format(1, "decimal", "%1.%2")
    levels += level.format(2, "lowerRoman", "(%3)")
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride>'
    return (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{again}</w:num>'
    )


def test_numbers_word_counts_are_shown_as_the_page_shows_them(
    make_word: Make, para: Callable[..., str]
) -> None:
    places = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0), (1, 0)]
    body = "".join(
        para(
            "Something happened here.",
            f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>',
        )
        for list_id, level in places
    )
    text = read_word(make_word(body, {"numbering": numbering()}))
    assert [p.printed for p in text.paragraphs] == [
        *("1", "1.1", "1.2", "(i)", "2", "2.1", "9", "10"),
    ]
    assert "1" not in text.text


def test_typed_numbers_and_counted_numbers_read_alike(
    make_word: Make, para: Callable[..., str]
) -> None:
    typed = "<w:p><w:r><w:t>5.12</w:t><w:tab/><w:t>the worker left.</w:t></w:r></w:p>"
    text = read_word(make_word(typed + para("R3. The Board should ask.")))
    assert [(p.printed, text.text[p.start : p.end]) for p in text.paragraphs] == [
        ("5.12", "the worker left."),
        ("R3", "The Board should ask."),
    ]


def test_a_table_row_is_one_paragraph_with_its_cells_parted() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=3)
    for row, cells in zip(
        table.rows, [("Date", "Agency", "Event"), ("3 May", "", "Seen alone.")], strict=True
    ):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    text = read_word(saved(document))
    assert text.text == "Date | Agency | Event\n\n3 May |  | Seen alone."
    assert {p.style for p in text.paragraphs} == {ParagraphStyle.TABLE_ROW}


def test_a_boxed_form_reads_as_headings_with_their_paragraphs(texts: Texts) -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "5"
    content = table.rows[0].cells[1]
    content.paragraphs[0].add_run("CONCERNS").bold = True
    content.add_paragraph("(1) Nobody asked.")
    content.add_paragraph("(2) Nobody told.")
    text = read_word(saved(document))
    assert texts(text) == ["CONCERNS", "Nobody asked.", "Nobody told."]
    assert [p.printed for p in text.paragraphs] == ["5", "(1)", "(2)"]
    assert text.paragraphs[0].style is ParagraphStyle.HEADING


def test_short_bold_lines_head_what_follows_them(para: Callable[..., str], make_word: Make) -> None:
    bold = "<w:b/>"
    body = para("Findings", run=bold) + para("Nothing was shared.")
    body += para("Nothing bold ends a sentence here.", run=bold)
    text = read_word(make_word(body))
    assert [p.style for p in text.paragraphs] == [
        ParagraphStyle.HEADING,
        ParagraphStyle.BODY,
        ParagraphStyle.BODY,
    ]
    assert text.paragraphs[2].bold


def test_special_characters_become_plain_ones(make_word: Make) -> None:
    body = (
        "<w:p><w:r><w:t>self</w:t><w:noBreakHyphen/><w:t>harm\u00a0and</w:t><w:tab/>"
        "<w:t>neg</w:t><w:softHyphen/><w:t>lect</w:t></w:r></w:p>"
    )
    assert read_word(make_word(body)).text == "self-harm and neglect"


def test_fields_show_their_result_and_not_their_code(make_word: Make) -> None:
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText>PAGEREF x</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>page 3</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert read_word(make_word(body)).text == "page 3"


@pytest.mark.parametrize("named", [True, False])
def test_the_strict_variant_reads_as_the_usual_one(*, named: bool) -> None:
    document = docx.Document()
    document.add_heading("Findings", 1)
    document.add_paragraph("Nobody asked.", style="List Number")
    document.add_table(1, 2).rows[0].cells[1].text = "Seen"
    usual, held = saved(document), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(usual)) as source, zipfile.ZipFile(held, "w") as target:
        for entry in source.infolist():
            target.writestr(entry, strict(source.read(entry), named=named))
    assert held.getvalue() != usual
    read, same = read_word(held.getvalue()), read_word(usual)
    assert (read.text, read.paragraphs) == (same.text, same.paragraphs)


def strict(xml: bytes, *, named: bool) -> bytes:
    """Return a part with the names of the strict variant, those of its relations if `named`."""
    for name in ("wordprocessingml/%smain", *(["officeDocument/%srelationships"] if named else [])):
        usual = f"http://schemas.openxmlformats.org/{name % '2006/'}"
        xml = xml.replace(usual.encode(), f"http://purl.oclc.org/ooxml/{name % ''}".encode())
    return xml


def test_a_package_that_names_no_document_is_damaged() -> None:
    sound = saved(docx.Document())
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sound)) as source, zipfile.ZipFile(held, "w") as target:
        for entry in source.infolist():
            content = source.read(entry)
            target.writestr(entry, content.replace(b"relationships/officeDocument", b"elsewhere"))
    with pytest.raises(ReadError, match="damaged"):
        read_word(held.getvalue())
