"""Words by which a person could be known are found; pseudonyms and plain words are not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseview.tagging.anonymity import Telling, identifying, is_nhs_number


@pytest.mark.parametrize(
    ("text", "sort", "words"),
    [
        ("She was born on 4 March 1981 in Eastmere.", Telling.BIRTH, "born on 4 March 1981"),
        ("DOB: 04/03/1981", Telling.BIRTH, "DOB: 04/03/1981"),
        ("Police went to 12 Harbour View Road.", Telling.ADDRESS, "12 Harbour View Road"),
        ("He moved to Flat 14 in May.", Telling.ADDRESS, "Flat 14"),
        ("The letter gave NR7 4QT.", Telling.POSTCODE, "NR7 4QT"),
        ("His number was 943 476 5919.", Telling.NHS_NUMBER, "943 476 5919"),
        ("Call 01632 960 983 first.", Telling.PHONE, "01632 960 983"),
        (
            "Write to duty.team@northmoor.example today.",
            Telling.EMAIL,
            "duty.team@northmoor.example",
        ),
        ("Nurse Patel and the team met.", Telling.NAME, "Nurse Patel"),
        ("PC J. Aldous attended.", Telling.NAME, "PC J. Aldous"),
        ("The worker, Jane Alder, rang.", Telling.NAME, "Jane Alder"),
        ("Her friend Daniel O’Brien left.", Telling.NAME, "Daniel O’Brien"),
        (
            "A date of birth of 4th of July 2003.",
            Telling.BIRTH,
            "date of birth of 4th of July 2003",
        ),
        ("Police went to 7a Station Rd today.", Telling.ADDRESS, "7a Station Rd"),
        ("The card said AB 12 34 56 C.", Telling.INSURANCE, "AB 12 34 56 C"),
        ("Her NHS number: 943 476 5918.", Telling.NHS_NUMBER, "NHS number: 943 476 5918"),
    ],
)
def test_each_sort_is_found_whole(text: str, sort: Telling, words: str) -> None:
    assert [(one.sort, one.words) for one in identifying(text)] == [(sort, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr L and Adult D lived with Child B.",
        "The review ran from 4 March 2019 to 2 May 2020.",
        "There were 12 Recommendations for the Board.",
        "Section 42 of the Care Act 2014 applies.",
        "Reference 2023-0117 was used.",
        "The nurse spoke to the doctor.",
        "The Nurse Practitioner told the Nurse Manager.",
        "In May 2019 Northmoor Crown Court heard it; in 2016 Harrow View had shut.",
        "On 4 April Close monitoring began.",
        "The Alan Turing Institute and Mary Seacole House took part.",
        "St John Ambulance came for Mr B. There was a delay.",
        "Signed: Denise\nThe next heading\nSir\nPrevention of deaths",
    ],
)
def test_what_names_nobody_is_passed_over(text: str) -> None:
    assert identifying(text) == ()


def test_people_the_casebook_knows_are_found_by_their_whole_name() -> None:
    text = "Judith Vale heard the inquest. A vale lies to the north; Judith was not there."
    assert [one.words for one in identifying(text, ["Judith  Vale", "Vale"])] == ["Judith Vale"]


def test_once_named_a_person_is_known_by_the_family_name() -> None:
    text = "Arkwell left. The Reviewer wrote of it."
    known = ["Thomas Edward Arkwell", "Independent Reviewer"]
    assert [one.words for one in identifying(text, known)] == ["Arkwell"]


def test_of_overlapping_finds_the_longest_stands() -> None:
    (one,) = identifying("Dr Judith Vale wrote.", ["Judith Vale"])
    assert one.words == "Dr Judith Vale"


@pytest.mark.parametrize(
    ("words", "known"),
    [("943 476 5919", True), ("9434765918", False), ("943476591", False), ("0000000000", True)],
)
def test_nhs_numbers_are_known_by_their_check_digit(words: str, *, known: bool) -> None:
    assert is_nhs_number(words) is known


@given(st.text(max_size=120), st.lists(st.text(max_size=15), max_size=3))
def test_every_find_quotes_its_place_and_none_overlap(text: str, names: list[str]) -> None:
    found = identifying(text, names)
    assert all(one.span.of(text) == one.words for one in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
