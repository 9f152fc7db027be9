"""Paragraphs fall into sentences and clauses at the right places."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseview.tagging.sentences import clauses, sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She asked. He left.", ["She asked.", "He left."]),
        ("Dr. Patel saw Mr. Jones. He was well.", ["Dr. Patel saw Mr. Jones.", "He was well."]),
        ("5.12. The ward was short of staff. It closed.", None),
        ("A s.42 enquiry (e.g. for neglect) began.", ["A s.42 enquiry (e.g. for neglect) began."]),
        ("“I rang twice.” Nobody came.", ["“I rang twice.”", "Nobody came."]),
        (
            "It happened in 2019. The force was told.",
            ["It happened in 2019.", "The force was told."],
        ),
        (
            "They met at 5 p.m. Nobody wrote it down.",
            ["They met at 5 p.m.", "Nobody wrote it down."],
        ),
        ("J. Smith attended. She left early.", ["J. Smith attended.", "She left early."]),
        ("Was she asked? Nobody knows!", ["Was she asked?", "Nobody knows!"]),
        ("It closed.12 Nobody knew.", ["It closed.12", "Nobody knew."]),
        ("The list:\n• beds\n• staff", ["The list:", "• beds", "• staff"]),
        ("(1) The trust failed. (2) The force did not.", None),
    ],
)
def test_sentences_end_where_readers_think(text: str, expected: list[str] | None) -> None:
    if expected is None:
        assert len(split(text)) == 2
    else:
        assert split(text) == expected


def test_clauses_part_at_conjunctions_and_marks() -> None:
    text = "Training was in place, but nobody attended; the records are poor."
    assert [text[start:end] for start, end in clauses(text, 0, len(text))] == [
        "Training was in place",
        "but nobody attended",
        "the records are poor.",
    ]


@given(st.text(alphabet=st.sampled_from("ab .!?\n(“”1,;-AB"), max_size=60))
def test_sentences_keep_every_letter_once_and_in_order(text: str) -> None:
    found = sentences(text)
    assert all(end <= start for (_, end), (start, _) in pairwise(found))
    kept = "".join(text[start:end] for start, end in found)
    assert kept.replace(" ", "").replace("\n", "") == text.replace(" ", "").replace("\n", "")


@given(st.text(alphabet=st.sampled_from("ab .,;:()-"), min_size=1, max_size=60))
def test_clauses_stay_within_their_sentence(text: str) -> None:
    for start, end in clauses(text, 0, len(text)):
        assert 0 <= start < end <= len(text)
