"""English remembers how it was made, and is an ordinary string for everyone else."""

import json
import pickle

from hypothesis import given
from hypothesis import strategies as st

from caseview.domain.english import Case, English, counted, run_on


def test_it_is_the_string_it_shows() -> None:
    said = English("Saved {0} in {1}.", "a {0}", 3)
    assert said == "Saved a {0} in 3."
    assert json.dumps({"said": said}) == '{"said": "Saved a {0} in 3."}'
    assert (said.words, said.values, said.n) == ("Saved {0} in {1}.", ("a {0}", 3), None)


def test_braces_without_values_stand_as_they_are() -> None:
    assert English("100% {x}") == "100% {x}"


def test_a_count_has_its_noun_and_a_key_for_its_plural() -> None:
    assert [counted(n, "party", "parties") for n in (0, 1, 1204)] == [
        *("0 parties", "1 party", "1,204 parties"),
    ]
    assert (counted(2, "review").words, counted(2, "review").n) == ("%n review", 2)


def test_what_is_put_together_still_knows_its_parts() -> None:
    both = "“x”: " + English("saved {0}", 1) + English(" of {0}", 2)
    assert both == "“x”: saved 1 of 2"
    assert isinstance(both, English)
    assert [str(part) for part in both.values] == ["“x”: saved 1", " of 2"]
    assert run_on(["a", "", English("b")]) == "a b"
    assert run_on([]) == ""


def test_capitals_are_kept_for_another_language() -> None:
    label = English("good practice")
    assert (label.capitalize(), label.capitalize().case) == ("Good practice", Case.CAPITAL)
    assert (English("Due").lower(), English("Due").lower().case) == ("due", Case.SMALL)
    assert label.capitalize().words == "good practice"


@given(st.text(), st.lists(st.text(), max_size=3), st.integers(0, 9))
def test_it_comes_through_a_pipe_as_it_was(name: str, parts: list[str], n: int) -> None:
    made = run_on([English("Of {0}", name), counted(n, "review"), *parts]).capitalize()
    back = pickle.loads(pickle.dumps(made))  # noqa: S301 - what this test made itself
    assert (back, back.words, back.values, back.case) == (
        made,
        made.words,
        made.values,
        made.case,
    )
