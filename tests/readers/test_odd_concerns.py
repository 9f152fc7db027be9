"""Concerns are told apart in layouts that coroners use now and then."""

import pytest

from tests.readers.coroners_form import concerns

LEAD = "The MATTERS OF CONCERN are as follows:\n\n"
KEY = "Nobody on the night shift was told who held the key to the medicine room."
ROTA = "The rota was kept on paper and could not be seen by the on-call doctor."
POWER = "There was no plan for a power cut, although one had been asked for."
TOLD = "The ward has twenty beds."
MORE = "The matron told me that a second key had been cut in 2019."
AND = "Staff who gave evidence did not know of it."


# What stands in the box, and what each concern begins with.
LAYOUTS: dict[str, tuple[str, list[str]]] = {
    "a heading above each": (
        f"{LEAD}Medicine room\n\n{KEY}\n\n{AND}\n\nRota\n\n{ROTA}\n\nPower\n\n{POWER}",
        ["Medicine room", "Rota", "Power"],
    ),
    "a heading and numbers that begin again": (
        (
            f"{LEAD}Lamplight NHS Trust\n\n1. {KEY}\n\n2. {ROTA}\n\nOakshire County Council\n\n"
            f"1. {POWER}"
        ),
        ["Nobody on", "The rota", "There was no plan"],
    ),
    "letters with a list beneath": (
        (
            f"{LEAD}A. {KEY}\n\n(i) It hung in the office.\n\n(ii) It hung in the hall.\n\n"
            f"B. {ROTA}\n\nC. {POWER}"
        ),
        ["Nobody on", "The rota", "There was no plan"],
    ),
    "bullets under a numbered stem": (
        (
            f"{LEAD}1. {KEY} In particular:\n\n• the key was not signed for\n\n"
            f"• the key was not counted\n\n2. {ROTA}"
        ),
        ["Nobody on", "The rota"],
    ),
    "the heading repeated": (
        f"MATTERS OF CONCERN\n\nMATTERS OF CONCERN are as follows\n\n1. {KEY}\n\n2. {ROTA}",
        ["Nobody on", "The rota"],
    ),
    "the jury before": (
        (
            "The jury found that the following contributed to the death:\n\n1. The lamp was"
            " out.\n\n"
            f"2. The door was shut.\n\nMy concerns are:\n\n1. {KEY}\n\n2. {ROTA}"
        ),
        ["Nobody on", "The rota"],
    ),
    "decimals": (
        f"{LEAD}5.1 {KEY}\n\n5.2 {ROTA}\n\n5.3 {POWER}",
        ["Nobody on", "The rota", "There was no plan"],
    ),
    "big roman numbers": (
        f"{LEAD}I. {KEY}\n\nII. {ROTA}\n\nIII. {POWER}",
        ["Nobody on", "The rota", "There was no plan"],
    ),
    "titles on the line of the number": (
        f"{LEAD}1. Medicine room\n\n{KEY}\n\n2. Rota\n\n{ROTA}\n\n3. Power\n\n{POWER}",
        ["Medicine room", "Rota", "Power"],
    ),
    "numbers and further paragraphs": (
        f"{LEAD}1. {KEY}\n\n{MORE}\n\n{AND}\n\n2. {ROTA}\n\n{TOLD}",
        ["Nobody on", "The rota"],
    ),
    "bullets after a sentence": (
        f"{LEAD}I am concerned about the following matters:\n\n• {KEY}\n\n• {ROTA}\n\n• {POWER}",
        ["Nobody on", "The rota", "There was no plan"],
    ),
    "one concern in prose over paragraphs": (
        (
            f"{LEAD}{KEY} {MORE}\n\nThis was known to the matron. She did nothing about it.\n\n"
            "As a result, nobody could open the room when it was needed."
        ),
        ["Nobody on"],
    ),
    "semicolons in one sentence": (
        (
            f"{LEAD}I am concerned that: (a) nobody was told who held the key; (b) the rota"
            " was kept"
            " on paper; and (c) there was no plan for a power cut."
        ),
        ["nobody was told", "the rota", "there was no plan"],
    ),
    "first and second": (
        (
            f"{LEAD}The first concern is that nobody was told who held the key.\n\n{MORE}\n\n"
            "The second concern is that the rota was kept on paper.\n\n"
            "The third concern is that there was no plan for a power cut."
        ),
        ["The first", "The second", "The third"],
    ),
    "I am also concerned": (
        (
            f"{LEAD}I am concerned that nobody was told who held the key. {MORE}\n\n"
            "I am also concerned that the rota was kept on paper.\n\n"
            "I am further concerned that there was no plan for a power cut."
        ),
        ["I am concerned", "I am also", "I am further"],
    ),
    "evidence, then the concerns": (
        (
            "The evidence showed that:\n\n(a) the lamp was lit at six;\n\n(b) the door was"
            " shut.\n\n"
            f"I am therefore concerned as follows:\n\n(1) {KEY}\n\n(2) {ROTA}"
        ),
        ["Nobody on", "The rota"],
    ),
    "an introduction of its own": (
        (
            f"{LEAD}I heard evidence over three days about how the ward keeps its medicines.\n\n"
            f"1. {KEY}\n\n2. {ROTA}\n\n3. {POWER}"
        ),
        ["Nobody on", "The rota", "There was no plan"],
    ),
    "“Concern one”": (
        f"{LEAD}Concern One\n\n{KEY}\n\nConcern Two\n\n{ROTA}\n\nConcern Three\n\n{POWER}",
        ["Nobody on", "The rota", "There was no plan"],
    ),
    "“Matter 1” with its title": (
        f"{LEAD}Matter 1 – Medicine room\n\n{KEY}\n\nMatter 2 – Rota\n\n{ROTA}",
        ["Medicine room", "Rota"],
    ),
    "numbers in square brackets": (
        f"{LEAD}[1] {KEY}\n\n[2] {ROTA}\n\n[3] {POWER}",
        ["Nobody on", "The rota", "There was no plan"],
    ),
    "a number and a quotation": (
        f"{LEAD}1. {KEY} The policy says: “1. Count the keys. 2. Sign the book.”\n\n2. {ROTA}",
        ["Nobody on", "The rota"],
    ),
    "a wish at the end": (
        (
            f"{LEAD}1. {KEY}\n\n2. {ROTA}\n\nI acknowledge that the Trust has since cut a"
            " second key."
            "\n\nI ask that you look at this again."
        ),
        ["Nobody on", "The rota"],
    ),
    "a single number": (f"{LEAD}1. {KEY}\n\n{MORE}\n\n{AND}", ["Nobody on"]),
    "to each of two bodies": (
        (
            f"{LEAD}For Lamplight NHS Trust:\n\n(1) {KEY}\n\n(2) {ROTA}\n\n"
            f"For Oakshire County Council:\n\n(3) {POWER}"
        ),
        ["Nobody on", "The rota", "There was no plan"],
    ),
    "all in one paragraph": (
        (
            "In my opinion there is a risk that future deaths will occur. In the 3 circumstances it"
            " is my statutory duty to report to you. The MATTERS OF CONCERN are as follows. – "
            f"1. {KEY} (a) It hung in the office. (b) It hung in the hall. 2. {ROTA} 6"
        ),
        ["Nobody on", "The rota"],
    ),
    "letters in one paragraph": (
        f"The MATTER(S) OF CONCERN are as follows: a. {KEY} b. {ROTA} c. {POWER}",
        ["Nobody on", "The rota", "There was no plan"],
    ),
    "what was heard under 1, the concerns under 2": (
        (
            f"{LEAD}1. During the inquest evidence was heard that:\n\n(i) {TOLD}\n\n(ii) {MORE}\n\n"
            f"2. I have concerns with regard to the following:\n\n(i) {KEY}\n\n(ii) {ROTA}"
        ),
        ["Nobody on", "The rota"],
    ),
    "a numbered request": (
        f"{LEAD}1. {KEY}\n\n2. {ROTA}\n\n3. I request that the Trust look at this again.",
        ["Nobody on", "The rota"],
    ),
    "the number in the sentence": (
        (
            f"{LEAD}Concern (1) is that nobody was told.\n\n{MORE}\n\nConcern (2) is that the rota"
            " was on paper."
        ),
        ["Concern (1) is", "Concern (2) is"],
    ),
    "a concern stated after words that go on": (
        (
            f"{LEAD}{KEY}\n\n{MORE}\n\nThis being so, I am concerned that a key may be lost."
            "\n\nHe expressed a further concern: the rota was on paper."
        ),
        ["Nobody on", "This being so", "He expressed"],
    ),
    "clauses that open alike": (
        f"{LEAD}To look again at the key.\n\nTo put the rota online.\n\nTo plan for a power cut.",
        ["To look", "To put", "To plan"],
    ),
    "headings in capitals": (
        f"{LEAD}MEDICINE ROOM\n\n{KEY}\n\nROTA\n\n{ROTA}",
        ["MEDICINE ROOM", "ROTA"],
    ),
    "the form's words under 1": (
        (
            "1. In the course of the inquest the evidence revealed matters giving rise to concern."
            f"\n\n2. {KEY}\n\n3. {ROTA}"
        ),
        ["Nobody on", "The rota"],
    ),
    "number words": (f"{LEAD}One. {KEY}\n\nTwo. {ROTA}", ["Nobody on", "The rota"]),
    "what a jury found, then prose": (
        (
            f"The jury found that the lamp was out.\n\nI am concerned that {KEY.lower()}\n\n"
            f"I am also concerned that {ROTA.lower()}"
        ),
        ["I am concerned", "I am also"],
    ),
    "decimals under a number": (
        f"{LEAD}1. {KEY}\n\n1.1 It hung in the office.\n\n1.2 It hung in the hall.\n\n2. {ROTA}",
        ["Nobody on", "The rota"],
    ),
    "two bodies by their names": (
        f"{LEAD}Lamplight NHS Trust\n\n{KEY}\n\nOCC\n\n{POWER}",
        ["Nobody on", "There was no plan"],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_concerns_of_a_rare_layout_are_split(layout: str) -> None:
    words, wanted = LAYOUTS[layout]
    found = [one.text for one in concerns(words)]
    assert len(found) == len(wanted), found
    assert all(one.startswith(first) for one, first in zip(found, wanted, strict=True)), found
