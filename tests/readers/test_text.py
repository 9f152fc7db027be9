"""Plain text becomes paragraphs as a reader sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseview.domain.document import DocumentText, ParagraphStyle
from caseview.domain.errors import ReadError
from caseview.readers.text import read_plain

LONG = "The panel heard that the plan was written by one worker and read by no other agency at all"


def parts(text: DocumentText) -> list[str]:
    return [text.text[p.start : p.end] for p in text.paragraphs]


def read(words: str) -> DocumentText:
    return read_plain(words.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_any_usual_encoding_is_read(encoding: str) -> None:
    words = "The worker’s notes said “nothing to report” – for £12 a week."
    assert read_plain(words.encode(encoding)).text == words


def test_a_damaged_character_does_not_turn_the_rest_into_western_letters() -> None:
    text = read_plain("“Curious” – the panel’s word.".encode() * 5 + b"\xff end")
    assert "“Curious” – the panel’s word." in text.text
    assert text.remarks


def test_blank_lines_part_paragraphs_and_the_text_is_their_join() -> None:
    text = read("One thing was said.\n\n  \nAnother was done.\n")
    assert parts(text) == ["One thing was said.", "Another was done."]
    assert text.text == "One thing was said.\n\nAnother was done."


def test_the_lines_of_an_address_stay_one_paragraph() -> None:
    assert parts(read("1 High Street\nNorthmoor\nNM1 2AB\n\nDear Ms Vane,"))[0] == (
        "1 High Street\nNorthmoor\nNM1 2AB"
    )


def test_a_sentence_cut_by_a_page_break_is_made_whole() -> None:
    text = read(f"{LONG}, and that a new\n\nmulti-agency system would come.\n\nIt did not.")
    assert len(text.paragraphs) == 2
    assert "a new multi-agency system would come." in text.text


def test_unmarked_items_that_open_small_are_not_taken_for_one_sentence() -> None:
    text = read("The review asked\n\nwhether risk was seen\n\nwhether it was shared")
    assert len(text.paragraphs) == 3


def test_lines_wrapped_at_a_margin_are_joined() -> None:
    wrapped = (
        "The review considered what was known by\nthe agencies that were working with the\n"
        "family and whether it was shared in good\ntime with those who needed to know of it.\n\n"
        "It found that the information was held in\nthree systems which did not speak to each\n"
        "other, and that nobody had asked."
    )
    assert len(read(wrapped).paragraphs) == 2


def test_numbers_and_bullets_go_from_the_text_to_printed() -> None:
    text = read("5.12 The worker left.\n\n(1) Nobody asked.\n\n• Nobody told.\n\n2.5 hours later.")
    assert [p.printed for p in text.paragraphs] == ["5.12", "(1)", "", ""]
    assert parts(text)[:3] == ["The worker left.", "Nobody asked.", "Nobody told."]
    assert parts(text)[3] == "2.5 hours later."


def test_a_box_number_on_its_own_line_belongs_to_its_heading() -> None:
    text = read(f"4\nCIRCUMSTANCES OF THE DEATH\n{LONG}.\n\n9 5th April 2021    The Coroner")
    first = text.paragraphs[0]
    assert (first.printed, first.style, first.level) == ("4", ParagraphStyle.HEADING, 1)
    assert text.paragraphs[2].printed == "9"


def test_short_lines_that_head_others_are_headings_and_dates_are_not() -> None:
    text = read(f"16 September 2024\n\nMatter of concern five\n\n{LONG}.\n\nYours sincerely")
    assert [p.style for p in text.paragraphs] == [
        ParagraphStyle.BODY,
        ParagraphStyle.HEADING,
        ParagraphStyle.BODY,
        ParagraphStyle.BODY,
    ]


def test_the_description_of_a_picture_is_left_out_and_said_so() -> None:
    noise = "A handwritten signature in blue ink, appearing to read 'J Vane', is on the page."
    text = read(f"{LONG}.\n\n{noise}\n\nThe picture that emerged appears to be one of neglect.")
    assert "ink" not in text.text
    assert "The picture that emerged" in text.text
    assert text.remarks == ("1 description of a picture was left out of the text.",)


def test_form_feeds_part_pages_and_page_numbers_are_left_out() -> None:
    text = read(f"{LONG}.\n\nPage 1 of 2\f{LONG} again.\n\nPage 2 of 2")
    assert [page.number for page in text.pages] == [1, 2]
    assert [p.page for p in text.paragraphs] == [1, 2]
    assert "Page" not in text.text


def test_a_contents_page_is_marked_as_such() -> None:
    text = read(f"Contents\n\n1. Introduction ........ 3\n\n2. Findings ........ 7\n\n{LONG}.")
    assert [p.style for p in text.paragraphs[1:]] == [
        ParagraphStyle.CONTENTS,
        ParagraphStyle.CONTENTS,
        ParagraphStyle.BODY,
    ]


def test_an_empty_file_is_refused_in_words() -> None:
    with pytest.raises(ReadError, match="empty"):
        read_plain(b"")


@given(st.binary(min_size=1, max_size=400) | st.text(min_size=1, max_size=400).map(str.encode))
def test_whatever_comes_paragraphs_and_gaps_make_up_the_text(data: bytes) -> None:
    text = read_plain(data)
    assert text.text == "\n\n".join(parts(text))
    assert [p.number for p in text.paragraphs] == list(range(1, len(text.paragraphs) + 1))
    assert all(part == part.strip() and part for part in parts(text))


@given(
    st.lists(st.sampled_from(["(1) A", "2", "CORONER", LONG, "a b", "• x", "\f", ""]), max_size=12)
)
def test_lines_in_any_order_lose_no_word(lines: list[str]) -> None:
    text = read("\n".join([*lines, "end"]))
    assert text.text.count(LONG) == lines.count(LONG)
    assert all(p.start < p.end for p in text.paragraphs)


WRAPPED = (
    "1.1 The panel was told of the work of the hospital, of the Council and of the\n"
    "ambulance service. It met on six days in the year, and it read all of the papers\n"
    "that it had asked for.\n\n"
    "1.2 Reports came from Ashby Council, the Infirmary and the Community Nurses Lark\n"
    "Support had sent, and it\nread them all.\n"
)


def test_a_line_that_was_full_goes_on_though_the_next_has_a_capital() -> None:
    text = read(WRAPPED)
    assert parts(text)[1].startswith("Reports came from Ashby Council")
    assert parts(text)[1].endswith("Community Nurses Lark Support had sent, and it read them all.")


def test_a_number_that_opens_a_line_is_the_next_word_of_a_full_line_that_hangs() -> None:
    wrapped = (
        "Joan was born in the town in 1965 and died at home in May 2012 at the age of\n46. She had "
        "lived there for many years and was known to the whole surgery by\nher first name. She "
        "kept a diary of what was said to her, and what was not, by\nthose who came to the house.\n"
    ) * 3
    assert "at the age of 46. She had lived" in read(wrapped).text


def test_a_full_line_goes_on_over_a_page_break_and_its_foot() -> None:
    foot = "\n\nAshby SAR - published 11 May 2022      Page {}\n\f\n"
    first, _, rest = WRAPPED.partition("Lark\n")
    text = read(f"{first}Lark{foot.format(1)}{rest}{foot.format(2)}The end.\n{foot.format(3)}")
    assert parts(text)[1].endswith("Community Nurses Lark Support had sent, and it read them all.")


def test_lines_of_contents_stay_apart_though_they_are_full() -> None:
    leaders = f"1 How we worked {'.' * 62} 2\n2 The review {'.' * 65} 3"
    text = read(f"{WRAPPED}\n{leaders}\n")
    assert parts(text)[-2].startswith("1 How we worked")


def test_feet_that_are_the_same_but_for_their_last_number_are_left_out() -> None:
    pages = [f"Ada was seen by {n} nurses.\n\nAshby summary report {n}\n" for n in range(1, 4)]
    assert parts(read("\f".join(pages))) == [f"Ada was seen by {n} nurses." for n in range(1, 4)]


def test_a_short_line_over_the_number_of_its_first_paragraph_is_its_heading() -> None:
    text = read(f"{LONG}.\n\nGood practice\n5.8\n{LONG}.\n")
    assert parts(text) == [f"{LONG}.", "Good practice", f"{LONG}."]
    assert text.paragraphs[1].style is ParagraphStyle.HEADING
    assert text.paragraphs[2].printed == "5.8"


def test_a_short_line_is_apart_from_a_number_that_stands_alone_below_it() -> None:
    assert parts(read(f"Good practice\n5.8\n\n{LONG}.\n"))[0] == "Good practice"


def test_a_number_belongs_to_the_paragraph_below_it_though_a_blank_line_parts_them() -> None:
    text = read(f"5 Good practice\n5.8\n\n{LONG}.\n\n5.9\n\n{LONG}.\n")
    assert parts(text) == ["5 Good practice", f"{LONG}.", f"{LONG}."]
    assert [p.printed for p in text.paragraphs] == ["", "5.8", "5.9"]
    assert text.paragraphs[0].style is ParagraphStyle.HEADING


def test_a_number_with_no_paragraph_below_it_stays_in_the_text() -> None:
    assert parts(read(f"{LONG}.\n\n5.8\n\nGood practice\n\n{LONG}.\n\n5.9\n"))[1::3] == [
        "5.8",
        "5.9",
    ]


def test_a_line_that_says_something_goes_on_though_the_next_has_a_capital() -> None:
    text = read(
        "The group had members from Ashby Constabulary, Marsh and Ford\n"
        "Council (for social care, home education and housing), Solent Ash\n"
        "Trust and the school. They met with those who had known the family, and\n"
        "read what had been written of them by each agency.\n\n"
        f"{LONG}.\n"
    )
    assert len(text.paragraphs) == 2
    assert (
        "Ford Council (for social care, home education and housing), Solent Ash Trust" in text.text
    )


def test_a_glossary_is_headed_though_its_entries_are_short() -> None:
    text = read("Ada was kind.\n\nGlossary\nSAR: a review of a case\n\nGP: a doctor\n")
    assert parts(text)[1:3] == ["Glossary", "SAR: a review of a case"]
    assert text.paragraphs[1].style is ParagraphStyle.HEADING


@pytest.mark.parametrize(("number", "heading"), [("3", True), ("7", False)])
def test_a_chapter_that_opens_with_a_heading_is_one_by_its_number(
    number: str, heading: bool
) -> None:
    text = read(
        f"2 What took place\n\n{LONG}.\n\n{number} What we made of it\n\n"
        f"Theme one: the plan\n\n{LONG}.\n"
    )
    assert (text.paragraphs[2].style is ParagraphStyle.HEADING) is heading
