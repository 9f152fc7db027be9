"""Whom a recommendation names behind its words, and brackets there that name nobody it asks."""

import pytest

from tests.readers.test_recommended_tables import BOARD, FORCE, TRUST, recommended

HEAD = "# 3. Recommendations\n"
KEEP = "Keep one list of all carers in the county"
NAMED = {
    f"{KEEP}. ({FORCE})": FORCE,
    f"{KEEP} ({FORCE}).": FORCE,
    f"{KEEP}. [Action: {FORCE}]": FORCE,
    f"{KEEP}. (Lead: {FORCE}, June 2024)": FORCE,
    f"{KEEP}. (the Trust; {FORCE})": f"{TRUST} and {FORCE}",
    f"{KEEP}. (Safeguarding Adults Board with {FORCE})": f"{BOARD} and {FORCE}",
    f"{KEEP} – {FORCE}.": FORCE,
}
NAMES_NOBODY = (
    "Marsford Council should refer each such case to the hub (MASH).",
    "Marsford Council should tell the Multi-Agency Risk Assessment Conference (MARAC).",
    "Marsford Council should write to the local hospital (Marsford General Hospital).",
)


@pytest.mark.parametrize("words", NAMED)
def test_a_name_behind_the_words_is_whom_they_are_for_and_none_of_them(words: str) -> None:
    [(_, whom, text)] = recommended(f"{HEAD}n 1 | {words}")
    assert (whom, text.rstrip(".")) == (NAMED[words], KEEP)


@pytest.mark.parametrize("words", NAMES_NOBODY)
def test_brackets_that_say_what_something_is_called_stay_in_the_words(words: str) -> None:
    assert recommended(f"{HEAD}n 1 | {words}") == [("1", "Marsford Council", words)]
