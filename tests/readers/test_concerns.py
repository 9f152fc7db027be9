"""Concerns of coroners' reports are told apart however they are set out."""

import pytest

from caseview.readers.text import read_plain
from tests.readers.coroners_form import DESCRIBER, FORM, concerns

LEAD = "The MATTERS OF CONCERN are as follows. –\n\n"


def openings(words: str) -> list[str]:
    return [" ".join(concern.text.split()[:3]) for concern in concerns(words)]


ONE, TWO, THREE = (
    "Nobody was told who held the key.",
    "The rota could not be seen at night.",
    "There was no plan for a power cut.",
)
THE_THREE = ["Nobody was told", "The rota could", "There was no"]
LAYOUTS = {
    "numbers": f"1. {ONE}\n2. {TWO}\n3. {THREE}",
    "numbers in brackets": f"(1) {ONE}\n\n(2) {TWO}\n\n(3) {THREE}",
    "letters": f"a) {ONE}\nb) {TWO}\nc) {THREE}",
    "small Roman numbers": f"(i) {ONE}\n(ii) {TWO}\n(iii) {THREE}",
    "numbers on one line": f"(1) {ONE} (2) {TWO} (3) {THREE}",
    "numbers without a point": f"1 {ONE}\n\n2 {TWO}\n\n3 {THREE}",
    "a number left out": f"1. {ONE}\n2. {TWO}\n4. {THREE}",
    "named": f"Concern 1: {ONE}\n\nConcern 2: {TWO}\n\nConcern 3: {THREE}",
    "bullets": f"- {ONE}\n- {TWO}\n- {THREE}",
    "dashes on one line": f"{ONE} - {TWO} - {THREE}",
    "paragraphs": f"{ONE}\n\n{TWO}\n\n{THREE}",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_concerns_are_split_however_they_are_set_out(layout: str) -> None:
    assert openings(LEAD + LAYOUTS[layout]) == THE_THREE


def test_concerns_counted_in_words_keep_the_word() -> None:
    said = f"Firstly, {ONE}\n\nSecondly, {TWO}\n\nThirdly, {THREE}"
    assert openings(LEAD + said) == [
        "Firstly, Nobody was",
        "Secondly, The rota",
        "Thirdly, There was",
    ]


def test_clauses_one_after_another_are_concerns_of_their_own() -> None:
    said = (
        "That the key was not at hand. That there was no rota at night. That staff were not told."
    )
    assert openings(LEAD + said) == ["That the key", "That there was", "That staff were"]


TURNS = (
    "I am concerned that:",
    "I have concerns with regard to the following:",
    "My concerns are as follows:",
    "The matters of concern are:",
    "The MATTERS OF CONCERN are as follows.",
)


@pytest.mark.parametrize("turn", TURNS)
def test_what_was_heard_before_the_concerns_is_none(turn: str) -> None:
    heard = "1. The lamp was lit at six.\n2. The door was shut at seven.\n\n"
    assert openings(f"I heard evidence that:\n{heard}{turn}\n\n1. {ONE}\n2. {TWO}") == THE_THREE[:2]


def test_numbered_words_under_a_concern_are_part_of_it() -> None:
    said = f"(1) {ONE}\n(a) It hung in the office.\n(b) It hung in the hall.\n(2) {TWO}"
    found = concerns(LEAD + said)
    assert [concern.number for concern in found] == ["1", "2"]
    assert "in the hall" in found[0].text


def test_in_prose_a_paragraph_that_only_tells_belongs_to_the_one_before() -> None:
    told = "The lamp is lit by hand at six each evening."
    found = concerns(f"{LEAD}{ONE}\n\n{told}\n\n{TWO}")
    assert [concern.text.split(".")[0] for concern in found] == [ONE[:-1], TWO[:-1]]
    assert told in found[0].text


def test_a_request_at_the_end_is_no_concern_of_its_own() -> None:
    asked = "I therefore request that the Trust look again at its rota."
    assert openings(f"{LEAD}{ONE}\n\n{TWO}\n\n{asked}") == THE_THREE[:2]


def test_a_list_of_things_found_is_part_of_the_concern_that_opens_it() -> None:
    said = f"(1) On the shelf were found:\n\n100 ml of oil\n\n50 ml of glue\n\n(2) {TWO}"
    assert openings(LEAD + said) == ["On the shelf", "The rota could"]


def test_sentences_that_a_number_opens_are_concerns_of_their_own() -> None:
    said = f"(1) The inquest heard that:\n\n{ONE}\n\n{TWO}\n\n(2) {THREE}"
    assert openings(LEAD + said) == THE_THREE


def test_a_concern_stated_below_the_numbers_is_one_of_its_own() -> None:
    said = f"1. {ONE}\n\n2. {TWO}\n\nI am concerned that there was no plan for a power cut."
    assert openings(LEAD + said) == [*THE_THREE[:2], "I am concerned"]


def test_concerns_are_the_words_at_their_place() -> None:
    words = read_plain(FORM.format(concerns=LEAD + LAYOUTS["numbers"]).encode())
    for concern in DESCRIBER.describe(words, "report.txt").concerns:
        assert words.text[concern.start : concern.end] == concern.text
