"""OpenDocument texts: headings, numbers, tables, notes, and what was deleted."""

import io
import zipfile

import pytest

from caseview.domain.document import DocumentText
from caseview.domain.errors import ReadError
from caseview.readers.limits import MEGABYTE
from caseview.readers.odt import read_open_document

_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("text", "text"),
        ("table", "table"),
        ("office", "office"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)
STYLES = (
    '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1"'
    ' style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2"'
    ' style:num-format="1" text:display-levels="2"/></text:list-style>'
    '<text:list-style style:name="D"><text:list-level-style-bullet text:level="1"/>'
    "</text:list-style>"
)


def packed(body: str, styles: str = STYLES) -> bytes:
    content = (
        f"<office:document-content {_SPACES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return held.getvalue()


def shown(text: DocumentText) -> list[tuple[str, int, str, str]]:
    return [
        (p.style.value, p.level, p.printed, text.text[p.start : p.end]) for p in text.paragraphs
    ]


def read(body: str) -> list[tuple[str, int, str, str]]:
    return shown(read_open_document(packed(body)))


def test_headings_and_typed_numbers_read_as_in_word() -> None:
    assert read(
        '<text:h text:outline-level="2">Analysis</text:h><text:p>5.2<text:tab/>The'
        '<text:s text:c="3"/>worker<text:line-break/>asked.</text:p>'
    ) == [("heading", 2, "", "Analysis"), ("body", 0, "5.2", "The worker\nasked.")]


def test_lists_show_the_numbers_the_program_counts() -> None:
    inner = "<text:list><text:list-item><text:p>inner</text:p></text:list-item></text:list>"
    body = (
        '<text:list text:style-name="L"><text:list-item><text:p>one</text:p></text:list-item>'
        f"<text:list-item><text:p>two</text:p>{inner}</text:list-item></text:list>"
        '<text:list text:style-name="L" text:continue-numbering="true"><text:list-item>'
        "<text:p>three</text:p><text:p>and more</text:p></text:list-item></text:list>"
        '<text:list text:style-name="D"><text:list-item><text:p>dot</text:p></text:list-item>'
        "</text:list>"
    )
    assert [(printed, words) for _, _, printed, words in read(body)] == [
        ("1", "one"),
        ("2", "two"),
        ("2.1", "inner"),
        ("3", "three"),
        ("", "and more"),
        ("", "dot"),
    ]


def test_a_table_row_is_one_paragraph_and_a_note_follows_its_own() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>In March.</text:p></text:note-body></text:note>"
    )
    cells = "".join(
        f"<table:table-cell><text:p>{words}</text:p></table:table-cell>"
        for words in ("Train the staff", "The Trust")
    )
    body = (
        f"<text:p>Seen{note} twice.</text:p>"
        f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    )
    assert read(body) == [
        ("body", 0, "", "Seen twice."),
        ("footnote", 0, "1", "In March."),
        ("table_row", 0, "", "Train the staff | The Trust"),
    ]


def test_deleted_and_hidden_words_and_comments_are_left_out() -> None:
    text = read_open_document(
        packed(
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p>"
            "</text:deletion></text:changed-region></text:tracked-changes><text:p>It was"
            '<text:change-start/> indeed<text:change-end/> seen<text:span text:style-name="H">'
            "secretly</text:span>.<office:annotation><text:p>Really?</text:p></office:annotation>"
            "</text:p>"
        )
    )
    assert text.text == "It was indeed seen."
    assert text.remarks == (
        "1 hidden passage was left out.",
        "1 comments in the margin were left out.",
    )


def test_a_bold_line_that_heads_others_is_a_heading() -> None:
    body = '<text:p text:style-name="B">Key findings</text:p><text:p>Nobody asked her.</text:p>'
    assert [row[0] for row in read(body)] == ["heading", "body"]


def test_a_text_box_is_read() -> None:
    box = "<draw:frame><draw:text-box><text:p>In the box.</text:p></draw:text-box></draw:frame>"
    assert [row[3] for row in read(f"<text:p>Before.{box}</text:p>")] == ["Before.", "In the box."]


def test_a_bomb_is_not_opened() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", b"a" * (80 * MEGABYTE))
    with pytest.raises(ReadError, match="far more than a document needs"):
        read_open_document(held.getvalue())


def test_elements_nested_without_end_are_read_or_refused() -> None:
    body = "<text:section>" * 150 + "<text:p>deep</text:p>" + "</text:section>" * 150
    assert read_open_document(packed(body)).words <= 1
