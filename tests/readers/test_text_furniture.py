"""Heads, feet, labels and broken names of plain texts, as a program that turns PDFs leaves them."""

import pytest

from caseview.readers.text import read_plain

FOOT = "Child J Overview Report\n\nNOT PROTECTIVELY MARKED\n\n{n}\n"

PAGES = tuple(
    tuple(f"The {day} call was made by {who}." for who in ("a nurse", "her sister", "an officer"))
    for day in ("first", "next", "third", "last")
)


def parts(words: str) -> list[str]:
    text = read_plain(words.encode())
    return [text.text[one.start : one.end] for one in text.paragraphs]


def paged(*pages: str) -> str:
    return "\f".join(f"{page}\n\n{FOOT.format(n=n)}" for n, page in enumerate(pages, start=1))


def test_lines_that_come_back_at_the_foot_of_most_pages_are_left_out() -> None:
    assert parts(paged(*map("\n\n".join, PAGES))) == [words for page in PAGES for words in page]


def test_a_title_stays_though_each_page_repeats_it() -> None:
    head = "Safeguarding Adults Review: Edith"
    words = "\f".join("\n\n".join([head, *page]) for page in PAGES)
    assert parts(words) == [head, *(words for page in PAGES for words in page)]


def test_what_comes_back_in_the_midst_of_pages_is_kept() -> None:
    page = (
        "First, {n}.\n\nThen, {n}.\n\nThird, {n}.\n\nNobody rang\n\nA, {n}.\n\nB, {n}.\n\nC, {n}."
    )
    found = parts("\f".join(page.format(n="abcd"[n]) for n in range(4)))
    assert found.count("Nobody rang") == len("abcd")


LABELS = ("Recommendation 1", "RECOMMENDATION 2", "Recommendation H1", "Finding 3:", "Lesson no. 4")


@pytest.mark.parametrize("label", LABELS)
def test_a_label_on_a_line_of_its_own_is_a_paragraph(label: str) -> None:
    asked = "The Board should keep a list of all those who are seen at home by any of\nits nurses."
    words = (
        f"The author has told the Board of what follows, and it agreed to all.\n{label}\n{asked}"
    )
    assert parts(words)[1:] == [label, asked.replace("\n", " ")]


@pytest.mark.parametrize("remark", ["Action: Head of Nursing.", "Lead agency: the Trust."])
def test_a_remark_behind_a_sentence_is_a_paragraph(remark: str) -> None:
    asked = "The Board should keep a list of all those who are seen at home by any of\nits nurses."
    assert parts(f"{asked}\n{remark}") == [asked.replace("\n", " "), remark]


@pytest.mark.parametrize(
    ("line", "below"),
    [
        ("Recommendation 1: Severn Reach Safeguarding Children", "Partnership to keep a list of"),
        ("Breckland Rivers Primary Care Trust and Yare Mental Health", "Trust should keep a list"),
        ("Recommendation 4: Commissioners within the Safer", "Vale Partnership should keep a list"),
        (
            "Recommendation 6: The Board should ask West Vale",
            "Care Board for a list of all the",
        ),
        (
            "Recommendation to Marsford Council and Forget-Me-Not",
            "Dorset: to keep a list of all the",
        ),
        ("Recommendation 2: Vale Hospitals NHS Foundation", "Trust should keep a list of all the"),
    ],
)
def test_a_line_that_ends_amid_a_name_goes_on(line: str, below: str) -> None:
    rest = "carers who are seen at home by any of the nurses of the town, and read\nit every month."
    words = f"{line}\n{below}\n{rest}"
    assert parts(words) == [words.replace("\n", " ")]


def test_a_mark_that_ends_a_block_stands_before_the_entry_below_it() -> None:
    text = read_plain(
        b"The Board should be assured that:\n(a)\n\nkeys are kept; and\n\n(b)\n\nread."
    )
    assert [one.printed for one in text.paragraphs] == ["", "(a)", "(b)"]


@pytest.mark.parametrize(
    ("foot", "head"),
    [
        ("Edith SAR", "Marsford SAB"),
        ("Overview Report", "OFFICIAL"),
        ("Version 4 Final", "Child J"),
        ("Marsford Safeguarding Adults Board", "Edith: a review"),
        ("Not to be shared", "Restricted"),
    ],
)
def test_a_foot_and_a_head_that_stand_right_at_broken_words_are_left_out(
    foot: str, head: str
) -> None:
    told = "The nurse who rang in the {} month was told by a doctor that she and those who"
    pages = [
        f"came with her could wait.\n\n{told.format(month)}"
        for month in ("first", "second", "third", "fourth", "fifth")
    ]
    words = "".join(
        f"{page}\n{foot}\n\nPage {n}\n\n{head}\n" for n, page in enumerate(pages, start=1)
    )
    found = parts(f"A review\n\nOf one life\n\nIn Marsford\n\n{words}came with her could wait.")
    assert f"{told.format('third')} came with her could wait." in found
    assert not [part for part in found if foot in part or head in part]


@pytest.mark.parametrize("parting", [":", " -", " –", "."])
def test_the_title_of_a_label_is_not_run_into_the_words_below_it(parting: str) -> None:
    body = (
        "Marsford Council should open a line for banks, for building societies and for post\n"
        "offices, and should say to each of them what it did with what they said."
    )
    found = parts(
        f"It is for all of them to say what they saw, and to see that somebody came to the\n"
        f"door of each of the homes.\nRecommendation 2{parting} Concerns from banks\n{body}\n"
        f"Recommendation 3{parting} Powers of entry\n{body}"
    )
    assert f"Recommendation 2{parting} Concerns from banks" in found
    assert found.count(body.replace("\n", " ")) == 2
