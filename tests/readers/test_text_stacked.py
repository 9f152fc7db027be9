"""Marks of a list that a program wrote one under another, before the entries they count."""

import pytest

from caseview.readers.text import read_plain

FIRST = "The Board should keep a list of those who are seen at home,\nand should read it."
SECOND = "The Trust should name a nurse for each of those who call the\nnight line."
THIRD = "The Council should tell each carer of it."


def parts(words: str) -> list[tuple[str, str]]:
    text = read_plain(words.encode())
    return [(one.printed, text.text[one.start : one.end]) for one in text.paragraphs]


ENTRIES = [words.replace("\n", " ") for words in (FIRST, SECOND, THIRD)]
STACKS = {
    "numbers": "1.\n2.\n3.",
    "numbers with gaps": "1.\n\n2.\n\n3.",
    "numbers in brackets": "(7)\n(8)\n(9)",
    "bullets": "•\n•\n•",
}


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("stack", STACKS)
def test_each_entry_has_the_mark_that_was_stacked_above_it(stack: str, gap: str) -> None:
    marks = STACKS[stack]
    lead = "The author recommends what follows, and the Board has agreed:"
    words = f"{lead}\n{marks}\n\n{gap.join((FIRST, SECOND, THIRD))}"
    printed = ["" if mark == "•" else mark.rstrip(".") for mark in marks.split()]
    assert parts(words) == [("", lead), *zip(printed, ENTRIES, strict=True)]


def test_marks_stay_where_there_is_not_one_entry_for_each() -> None:
    words = f"They are these:\n1.\n2.\n\n{FIRST}\n{SECOND}\n{THIRD}"
    assert "\t" not in read_plain(words.encode()).text
    assert all(printed not in {"1", "2"} for printed, _ in parts(words)[1:])


def test_years_and_numbers_that_do_not_count_on_are_no_stack() -> None:
    words = f"She rang on two days.\n3.\n9.\n\n{FIRST}\n{THIRD}"
    assert ("3", ENTRIES[0]) not in parts(words)
