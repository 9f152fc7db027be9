"""The small decisions of tidying: order, hyphens, numbers, joins, noise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseview.readers.headings import could_be_heading, in_capitals
from caseview.readers.joins import goes_on
from caseview.readers.noise import describes_picture, is_page_number
from caseview.readers.numbering import lone_number, opening_mark
from caseview.readers.pdf_page import HYPHEN
from caseview.readers.strips import Layout, Strip
from caseview.readers.tidy_heads import drop_heads
from caseview.readers.tidy_hyphens import Hyphens
from caseview.readers.tidy_order import Place, reading_order
from caseview.readers.word_numbers import spelt


@pytest.mark.parametrize(
    ("text", "printed", "rest"),
    [
        ("5.12 The worker left", "5.12", "The worker left"),
        ("5.12\tthe worker left", "5.12", "the worker left"),
        ("4.2.1. She left", "4.2.1", "She left"),
        ("(1) she left", "(1)", "she left"),
        ("1) She left", "1)", "She left"),
        ("iv). She left", "iv)", "She left"),
        ("II. She left", "II", "She left"),
        ("4.There was none", "4", "There was none"),
        ("(2)There was none", "(2)", "There was none"),
        ("a) she left", "a)", "she left"),
        ("R12: The Board", "R12", "The Board"),
        ("5 CORONER’S CONCERNS", "5", "CORONER’S CONCERNS"),
        ("9 3rd May 2021", "9", "3rd May 2021"),
        ("• she left", "", "she left"),
        ("\uf0b7 she left", "", "she left"),
        ("- she left", "", "she left"),
    ],
)
def test_a_number_or_bullet_opens_a_paragraph(text: str, printed: str, rest: str) -> None:
    mark = opening_mark(text)
    assert mark is not None
    assert (mark.printed, mark.rest) == (printed, rest)


@pytest.mark.parametrize(
    "text",
    [
        "2.5 hours later",
        "1a Septic shock",
        "12 officers attended",
        "2019 was a hard year",
        "12.03.2019 Police called",
        "A worker left",
        "A. Vane left",
        "3.30pm was the time",
        "1.5Mg was given",
        "of the two",
        "-5 degrees",
        "",
        "(1)",
    ],
)
def test_words_that_only_look_like_numbers_stay(text: str) -> None:
    assert opening_mark(text) is None


@pytest.mark.parametrize(
    ("text", "number"), [("5", "5"), ("(1)", "(1)"), ("R8.", "R8"), ("3.2", "3.2"), ("May", "")]
)
def test_a_number_alone_is_known(text: str, number: str) -> None:
    assert lone_number(text) == number


@pytest.mark.parametrize(
    ("before", "after", "one"),
    [
        ("The police would be told of the", "multi-agency system", True),
        (
            "They found that the plan, which had been written in haste and by one worker",
            "alone,",
            True,
        ),
        ("It was not done.", "nobody knew why", False),
        ("The review asks:", "whether risk was seen", False),
        (
            "whether risk was seen by all who knew of it and who could have acted on it",
            "whether",
            False,
        ),
        ("Findings", "the plan", False),
    ],
)
def test_a_cut_sentence_is_told_from_two(before: str, after: str, *, one: bool) -> None:
    assert goes_on(before, after) is one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("What agencies knew", True),
        ("5 October 2021", False),
        ("Dear Ms Vane", False),
        ("The plan was not shared.", False),
        ("Terms of", False),
        ("Northmoor NM1 2AB", False),
    ],
)
def test_headings_are_told_from_other_short_lines(text: str, *, is_one: bool) -> None:
    assert could_be_heading(text) is is_one


def test_a_form_heading_may_hold_a_small_word() -> None:
    assert in_capitals("INVESTIGATION and INQUEST")
    assert not in_capitals("NHS England")


@pytest.mark.parametrize(
    ("text", "noise"),
    [
        ("A handwritten signature in black ink on a white background.", True),
        ("The image shows a crest, centred on the page.", True),
        ("[Image: logo of the Board]", True),
        ("The picture that emerged was one of drift.", False),
        ("The drawing she made was kept in the file.", False),
    ],
)
def test_descriptions_of_pictures_are_told_from_prose(text: str, *, noise: bool) -> None:
    assert describes_picture(text) is noise


@pytest.mark.parametrize("text", ["3", "Page 3", "Page 3 of 12", "- 3 -", "3 | P a g e", "3/12"])
def test_page_numbers_are_known(text: str) -> None:
    assert is_page_number(text)


@pytest.mark.parametrize(
    ("known", "line", "after", "kept"),
    [
        ("self-harm", f"self{HYPHEN}", "harm", True),
        ("safeguarding", f"safe{HYPHEN}", "guarding", False),
        ("", f"profes{HYPHEN}", "sional", False),
        ("", f"multi{HYPHEN}", "agency", True),
        ("", f"Wren{HYPHEN}", "Lacey", True),
        ("police led", f"police{HYPHEN}", "led", True),
        ("follow-up", f"follow{HYPHEN}", "ups", True),
    ],
)
def test_a_hyphen_stays_or_goes_by_what_the_document_prints(
    known: str, line: str, after: str, *, kept: bool
) -> None:
    assert Hyphens([f"The {known} was seen"]).keeps(line, after) is kept


def test_what_stands_above_is_read_first_whatever_was_written_first() -> None:
    lower, upper = (72.0, 300.0, 500.0, 400.0), (72.0, 100.0, 500.0, 200.0)
    assert reading_order([lower, upper]) == [1, 0]


def test_columns_keep_the_order_of_writing_and_the_left_comes_first() -> None:
    left, right = (72.0, 100.0, 280.0, 700.0), (310.0, 100.0, 520.0, 700.0)
    title = (72.0, 50.0, 520.0, 80.0)
    assert reading_order([title, left, right]) == [0, 1, 2]
    assert reading_order([right, left, title]) == [2, 1, 0]


def page(number: int, head: str, foot: str) -> Layout:
    def strip(words: str, top: float) -> Strip:
        lefts = [72.0 + 6 * n for n in range(len(words))]
        return Strip(words, lefts, lefts[-1] + 6, top, top + 10, 10, number)

    body = strip(f"What was seen on sheet {'abcdefgh'[number]}", 300)
    return Layout(number, 595, 842, [strip(head, 40), body, strip(foot, 800)])


@pytest.mark.parametrize(
    ("heads", "left"),
    [
        (["The Board"] * 6, set()),
        (["Left head", "Right head"] * 3, set()),
        (["Title", *["The Board"] * 5], {"Title"}),
        (["One", "Two", "Three", "Chapter", "Chapter", "Chapter"], {"One", "Two", "Three"}),
    ],
    ids=["every page", "left and right pages", "not on the cover", "three pages of a chapter"],
)
def test_what_comes_back_at_the_head_of_pages_is_left_out(heads: list[str], left: set[str]) -> None:
    layouts = [page(n, head, f"Page {n} of 6") for n, head in enumerate(heads, start=1)]
    drop_heads(layouts)
    kept = {strip.text for layout in layouts for strip in layout.strips if strip.top < 100}
    assert kept == left
    assert all(f"Page {layout.number} of 6" in layout.left_out for layout in layouts)


BOXES = st.tuples(*[st.floats(0, 500) for _ in range(4)]).map(
    lambda b: (min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]) + 1, max(b[1], b[3]) + 1)
)


@given(st.lists(BOXES, max_size=12))
def test_any_arrangement_is_read_once_and_whole(places: list[Place]) -> None:
    assert sorted(reading_order(places)) == list(range(len(places)))


@pytest.mark.parametrize(
    ("count", "style", "shown"),
    [
        (4, "lowerRoman", "iv"),
        (1999, "upperRoman", "MCMXCIX"),
        (28, "lowerLetter", "bb"),
        (3, "decimalZero", "03"),
        (22, "ordinal", "22nd"),
        (12, "ordinal", "12th"),
        (2, "cardinalText", "Two"),
        (7, "unheardOf", "7"),
        (10**9, "upperRoman", "1000000000"),
    ],
)
def test_numbers_are_spelt_in_the_formats_of_word(count: int, style: str, shown: str) -> None:
    assert spelt(count, style) == shown
