"""Rich Text files: headings, lists, tables, notes, characters, and what was deleted."""

import pytest

from caseview.domain.document import DocumentText
from caseview.readers.rich_text import read_rich_text

HEAD = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}}"
    rb"{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2 heading 2;}}{\info{\title Not words}}"
)


def rich(body: bytes) -> DocumentText:
    return read_rich_text(HEAD + body + b"}")


def shown(text: DocumentText) -> list[tuple[str, int, str, str]]:
    return [
        (p.style.value, p.level, p.printed, text.text[p.start : p.end]) for p in text.paragraphs
    ]


def test_headings_by_style_and_lists_with_the_numbers_shown() -> None:
    read = rich(
        rb"\pard\s1 Analysis\par\pard\s0 5.2\tab The worker {\b never} asked.\par"
        rb"{\listtext 1.\tab}First of them\par{\listtext \bullet\tab}A bullet\par"
        rb"\pard\outlinelevel1 Later\par\pard Words.\par"
    )
    assert shown(read) == [
        ("heading", 1, "", "Analysis"),
        ("body", 0, "5.2", "The worker never asked."),
        ("list_item", 0, "1", "First of them"),
        ("list_item", 0, "", "A bullet"),
        ("heading", 2, "", "Later"),
        ("body", 0, "", "Words."),
    ]


def test_a_table_row_is_one_paragraph() -> None:
    read = rich(
        rb"\trowd\pard\intbl Action\cell Owner\cell\row"
        rb"\trowd\pard\intbl Train the staff\cell The Trust\cell\row\pard After.\par"
    )
    assert [t for *_, t in shown(read)] == [
        "Action | Owner",
        "Train the staff | The Trust",
        "After.",
    ]


def test_a_note_follows_its_paragraph() -> None:
    read = rich(rb"Seen twice{\super 1{\footnote\pard In March.\par}}.\par Next.\par")
    assert [row[0] for row in shown(read)] == ["body", "footnote", "body"]
    assert shown(read)[1][2:] == ("1", "In March.")


def test_deleted_and_hidden_words_pictures_and_page_heads_are_left_out() -> None:
    read = rich(
        rb"{\header Every page}It was {\deleted not }seen{\v  secretly}.{\pict\pngblip 89504e47}"
        rb"{\*\unknown words}{\field{\*\fldinst HYPERLINK x}{\fldrslt A link}}\par"
    )
    assert read.text == "It was seen.A link"
    assert read.remarks == ("1 hidden passage was left out.",)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (rb"Si\'e2n said \ldblquote no\rdblquote", "Siân said “no”"),
        (rb"Si\u226\'3fn", "Siân"),
        (rb"{\uc0 Si\u226 n}", "Siân"),
        (rb"{\f1 \'f1\'ee\'e2\'e5\'f2}", "совет"),
        (rb"\u-10179?\u-8704?", "\U0001f600"),
        (rb"self\_harm at\~last\emdash yes", "self-harm at last—yes"),
        (rb"a \{b\} \\c", "a {b} \\c"),
    ],
)
def test_characters_come_through(written: bytes, words: str) -> None:
    assert rich(written + rb"\par").text == words


def test_a_text_box_is_read_after_its_paragraph() -> None:
    read = rich(rb"Before{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt\pard In the box.\par}}}.\par")
    assert [t for *_, t in shown(read)] == ["Before.", "In the box."]


def test_a_file_that_stops_says_so() -> None:
    read = read_rich_text(HEAD + rb"Words that {\b stop")
    assert read.text == "Words that stop"
    assert "stops before its end" in read.remarks[0]
