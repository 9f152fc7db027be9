"""Concerns are split where numbers go astray, run on in sentences, or stand under bodies."""

import pytest

from tests.readers.coroners_form import concerns

LEAD = "The MATTERS OF CONCERN are as follows:\n\n"
KEY = "Nobody on the night shift was told who held the key to the medicine room."
ROTA = "The rota was kept on paper and could not be seen by the on-call doctor."
POWER = "There was no plan for a power cut, although one had been asked for."
MORE = "The matron told me that a second key had been cut in 2019."
AND = "Staff who gave evidence did not know of it."


def lower(words: str) -> str:
    return words[0].lower() + words[1:]


THREE = ["Nobody", "The rota", "There was"]
LAYOUTS: dict[str, tuple[str, list[str]]] = {
    "numbers that go back by mistake": (
        f"(1) {KEY}\n\n(2) {ROTA}\n\n(3) {POWER}\n\n(3) {MORE}\n\n(4) {AND}\n\n(3) Locks were old.",
        [*THREE, "The matron", "Staff", "Locks"],
    ),
    "numbers for one body and prose for another": (
        f"TO LAMPLIGHT NHS TRUST:\n\n(1) {KEY}\n\n(2) {ROTA}\n\nTO OCC:\n\n{POWER}",
        THREE,
    ),
    "decimals with letters beneath": (
        f"5.1 {KEY}\n\n(a) {AND}\n\n(b) {MORE}\n\n5.2 {ROTA}",
        ["Nobody", "The rota"],
    ),
    "my first, my second concern in one paragraph": (
        (
            f"My first concern is that {lower(KEY)} My second concern is that {lower(ROTA)}"
            f" My third concern is that {lower(POWER)}"
        ),
        ["My first", "My second", "My third"],
    ),
    "my first, my second concern with paragraphs between": (
        f"My first concern is that {lower(KEY)}\n\n{AND}\n\nMy second concern is that {ROTA}",
        ["My first", "My second"],
    ),
    "firstly, secondly in one paragraph": (
        f"Firstly, {lower(KEY)} Secondly, {lower(ROTA)} Thirdly, {lower(POWER)}",
        ["Firstly", "Secondly", "Thirdly"],
    ),
    "a sentence with small Roman numbers": (
        (
            "I am concerned about: i) the lack of a key; ii) the lack of a rota; and iii) the lack"
            " of a plan for a power cut."
        ),
        ["the lack of a key", "the lack of a rota", "the lack of a plan"],
    ),
    "a sentence that small numbers end": (
        (
            "1. The key was not handed over, in that:\n\n(i) it hung in the office;\n\n(ii) nobody"
            f" signed for it.\n\n2. {ROTA}"
        ),
        ["The key was", "The rota"],
    ),
    "what was only heard before": (
        f"The inquest heard that the ward has twenty beds and a matron.\n\n{KEY}\n\n{ROTA}",
        ["Nobody", "The rota"],
    ),
    "what is settled, at the end": (
        (
            f"{KEY}\n\n{ROTA}\n\nI heard of weekends too. It was not causative and the position has"
            " since changed."
        ),
        ["Nobody", "The rota"],
    ),
    "No. 1": (f"No. 1 {KEY}\n\nNo. 2 {ROTA}", ["Nobody", "The rota"]),
    "1/": (f"1/ {KEY}\n\n2/ {ROTA}", ["Nobody", "The rota"]),
    "#1": (f"#1 {KEY}\n\n#2 {ROTA}", ["Nobody", "The rota"]),
    "lettered titles with a list under each": (
        f"A. Keys\n\n1. {KEY}\n\n2. {MORE}\n\nB. Rotas\n\n1. {ROTA}\n\n2. {POWER}",
        ["Nobody", "The matron", "The rota", "There was"],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_concerns_are_split(layout: str) -> None:
    words, wanted = LAYOUTS[layout]
    found = [one.text for one in concerns(LEAD + words)]
    assert len(found) == len(wanted), found
    assert all(one.startswith(first) for one, first in zip(found, wanted, strict=True)), found
