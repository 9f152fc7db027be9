"""Web pages and Markdown: what the page says, in order, and what was left out."""

from collections.abc import Callable

import pytest

from caseview.domain.document import DocumentText
from caseview.readers.markdown import read_markdown
from caseview.readers.web_page import read_web_page

Texts = Callable[[DocumentText], list[str]]


def page(body: str, head: str = "") -> DocumentText:
    return read_web_page(f"<!doctype html><html><head>{head}</head><body>{body}</body>".encode())


def shown(text: DocumentText) -> list[tuple[str, int, str, str]]:
    return [
        (p.style.value, p.level, p.printed, text.text[p.start : p.end]) for p in text.paragraphs
    ]


def test_headings_lists_and_quotes_keep_what_they_are() -> None:
    read = page(
        "<h1>Adult B</h1><h2>Findings</h2><p>5.2 The worker <b>never</b> asked.</p>"
        "<ol type='a' start='3'><li>first<li><p>second</p><p>more of it</p></ol>"
        "<ul><li>bullet<ul><li>inner</ul></ul><blockquote><p>I was not heard.</p></blockquote>"
    )
    assert shown(read) == [
        ("heading", 1, "", "Adult B"),
        ("heading", 2, "", "Findings"),
        ("body", 0, "5.2", "The worker never asked."),
        ("list_item", 0, "c", "first"),
        ("list_item", 0, "d", "second"),
        ("body", 0, "", "more of it"),
        ("list_item", 0, "", "bullet"),
        ("list_item", 0, "", "inner"),
        ("quote", 0, "", "I was not heard."),
    ]


def test_a_table_row_is_one_paragraph() -> None:
    read = page(
        "<h1>Plan</h1><table><thead><tr><th>Action<th>Owner</thead>"
        "<tr><td>Train the staff<td>The Trust</table>"
    )
    rows = [t for style, *_, t in shown(read) if style == "table_row"]
    assert rows == ["Action | Owner", "Train the staff | The Trust"]


def test_scripts_menus_and_hidden_words_are_left_out_with_a_remark(texts: Texts) -> None:
    read = page(
        "<script>alert(1)</script><style>p {}</style><nav>Home</nav><header>The site</header>"
        "<main><header><p>By the board</p></header><p>Words.</p><p hidden>Gone</p>"
        "<p style='display: none'>Gone</p><p>It was <del>not</del> seen.</p></main>"
        "<button>Accept</button><footer>Cookies</footer>",
        head="<title>Adult C | The Board</title>",
    )
    assert texts(read) == ["Adult C", "By the board", "Words.", "It was seen."]
    assert len(read.remarks) == 4
    assert any("menus" in remark for remark in read.remarks)


def test_notes_are_footnotes_and_their_marks_are_no_words() -> None:
    read = page(
        "<h1>A</h1><p>Seen<sup><a href='#fn1'>1</a></sup> twice.</p>"
        "<div id='fn1'><p>1 In March.</p></div>"
    )
    assert shown(read)[1:] == [
        ("body", 0, "", "Seen twice."),
        ("footnote", 0, "1", "In March."),
    ]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("windows-1252", "cp1252"),
        ("iso-8859-1", "cp1252"),
        ("koi8-r", "koi8-r"),
    ],
)
def test_the_character_set_the_page_declares_is_used(declared: str, encoding: str) -> None:
    words = "совет" if encoding == "koi8-r" else "Siân said “no”"
    page_bytes = f'<html><meta charset="{declared}"><p>{words}</p>'.encode(encoding)
    assert read_web_page(page_bytes).text == words


def test_nothing_a_page_points_to_is_fetched(texts: Texts) -> None:
    read = page(
        "<p>Words.</p><img src='http://example.org/x.png' alt='x'><iframe src='file:///a'></iframe>"
        "<object data='file:///etc/hosts'></object>"
    )
    assert texts(read) == ["Words."]


def test_words_nested_hundreds_deep_are_still_read() -> None:
    read = page("<div>" * 240 + "Deep words." + "</div>" * 240)
    assert "Deep words." in read.text


def test_markdown_reads_as_the_page_it_stands_for() -> None:
    read = read_markdown(
        b"---\ntitle: x\n---\n# Analysis\n\nWords of it.[^1]\nGo ~~not~~ on.\n\n1. One\n2. Two\n"
        b"   - inner\n\n5.12 A numbered paragraph.\n\n> A quote\n\n"
        b"| Action | Owner |\n|---|---|\n| Train | The Board |\n\n[^1]: The note.\n"
    )
    assert shown(read) == [
        ("heading", 1, "", "Analysis"),
        ("body", 0, "", "Words of it. Go on."),
        ("list_item", 0, "1", "One"),
        ("list_item", 0, "2", "Two"),
        ("list_item", 0, "", "inner"),
        ("body", 0, "5.12", "A numbered paragraph."),
        ("quote", 0, "", "A quote"),
        ("table_row", 0, "", "Action | Owner"),
        ("table_row", 0, "", "Train | The Board"),
        ("footnote", 0, "1", "The note."),
    ]
    assert any("settings" in remark for remark in read.remarks)


def test_markdown_nested_without_end_keeps_its_words() -> None:
    assert "deep" in read_markdown(b"> " * 5_000 + b"deep").text
