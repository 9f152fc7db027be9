"""What Word keeps beside plain paragraphs: boxes, controls, moves, notes in cells, lists, forms."""

from collections.abc import Callable

import pytest

from caseview.domain.document import DocumentText
from caseview.readers.word import read_word

Make = Callable[..., bytes]
Para = Callable[..., str]


def run(words: str) -> str:
    """Return the XML of a run."""
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def box(inner: str) -> str:
    """Return the XML of a text box as Word writes it: once to draw, once for old programs."""
    held = f"<w:txbxContent>{inner}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        f"{held}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{held}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def table(*rows: tuple[str, ...]) -> str:
    """Return the XML of a table whose cells hold this XML."""
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def shown(text: DocumentText) -> list[tuple[str, str, str]]:
    """Return style, printed number and words of each paragraph."""
    return [(p.style.value, p.printed, text.text[p.start : p.end]) for p in text.paragraphs]


def test_a_text_box_in_a_cell_belongs_to_the_cell(make_word: Make, para: Para) -> None:
    cell = f"<w:p>{run('Train the staff')}{box(para('by May'))}</w:p>"
    read = read_word(make_word(table((cell, para("Housing")))))
    assert shown(read) == [("table_row", "", "Train the staff\nby May | Housing")]


def test_a_pull_quote_does_not_cut_the_sentence_it_is_anchored_in(
    make_word: Make, para: Para
) -> None:
    body = para("The worker said in May that nobody had asked and that the")
    body += f"<w:p>{box(para('“Nobody asked.”'))}{run('mother was not seen')}</w:p>"
    assert [words for *_, words in shown(read_word(make_word(body)))] == [
        "The worker said in May that nobody had asked and that the mother was not seen",
        "“Nobody asked.”",
    ]


def test_controls_round_rows_cells_and_words_are_read(make_word: Make, para: Para) -> None:
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    first = control(f"<w:tc>{para('Action')}</w:tc>")
    row = control(f"<w:tr>{first}<w:tc>{para('Who')}</w:tc></w:tr>")
    body = f"<w:tbl>{row}</w:tbl><w:p>{run('Agreed: ')}{control(run('☒'))}</w:p>"
    assert [words for *_, words in shown(read_word(make_word(body)))] == [
        "Action | Who",
        "Agreed: ☒",
    ]


def test_the_prompt_of_a_control_nobody_filled_is_no_text(make_word: Make, para: Para) -> None:
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = f"<w:p>{run('Name:')}{prompt.format(run('Click to enter'))}</w:p>"
    body += prompt.format(para("Click here to choose"))
    assert read_word(make_word(body)).text == "Name:"


def test_words_that_were_moved_stand_where_they_were_moved_to(make_word: Make) -> None:
    gone = f"<w:p><w:moveFrom>{run('Moved. ')}</w:moveFrom>{run('Stays.')}</w:p>"
    come = f"<w:p>{run('Here: ')}<w:moveTo>{run('moved.')}</w:moveTo></w:p>"
    assert [w for *_, w in shown(read_word(make_word(gone + come)))] == ["Stays.", "Here: moved."]


def test_a_note_in_a_cell_follows_its_row_and_notes_count_on(make_word: Make, para: Para) -> None:
    cell = f'<w:p>{run("Train")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    body = table((cell, para("Housing")))
    body += f'<w:p>{run("Told.")}<w:r><w:endnoteReference w:id="1"/></w:r></w:p>'
    parts = {
        "footnotes": f'<w:footnote w:id="2">{para("By May.")}</w:footnote>',
        "endnotes": f'<w:endnote w:id="1">{para("In June.")}</w:endnote>',
    }
    assert shown(read_word(make_word(body, parts))) == [
        ("table_row", "", "Train | Housing"),
        ("footnote", "1", "By May."),
        ("body", "", "Told."),
        ("footnote", "2", "In June."),
    ]


def test_levels_restart_under_their_own_and_lists_where_they_say(
    make_word: Make, para: Para
) -> None:
    formats = (("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"))
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{how}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for n, (how, text) in enumerate(formats)
    )
    kept = '<w:abstractNumId w:val="0"/>'
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        f'<w:num w:numId="1">{kept}</w:num><w:num w:numId="2">{kept}{again}</w:num>'
    )
    places = [(0, 1), (1, 1), (1, 1), (2, 1), (2, 1), (0, 1), (1, 1), (2, 1), (0, 2), (1, 2)]
    body = "".join(
        para("Words.", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{held}"/></w:numPr>')
        for level, held in places
    )
    read = read_word(make_word(body, {"numbering": numbering}))
    assert [p.printed for p in read.paragraphs] == [
        *("1", "1.1", "1.2", "(a)", "(b)", "2", "2.1", "(a)", "1", "1.1")
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ('<w:ddList><w:result w:val="1"/>{}</w:ddList>', "Status: Closed"),
        ('<w:ddList><w:default w:val="0"/>{}</w:ddList>', "Status: Open"),
        ('<w:ddList><w:result w:val="7"/>{}</w:ddList>', "Status:"),
        ("<w:checkBox><w:checked/></w:checkBox>", "Status: ☒"),
        ('<w:checkBox><w:default w:val="0"/></w:checkBox>', "Status: ☐"),
    ],
)
def test_the_fields_of_an_old_form_show_what_was_chosen(
    make_word: Make, data: str, words: str
) -> None:
    entries = '<w:listEntry w:val="Open"/><w:listEntry w:val="Closed"/>'
    field = (
        f'<w:fldChar w:fldCharType="begin"><w:ffData>{data.format(entries)}</w:ffData></w:fldChar>'
    )
    body = (
        f"<w:p>{run('Status: ')}<w:r>{field}</w:r><w:r><w:instrText>FORM</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert read_word(make_word(body)).text == words
