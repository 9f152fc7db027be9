"""What a response says to each concern is found however the response is headed."""

from pathlib import Path

import pytest

from caseview.counting.answering import offered
from caseview.domain.recommendation import Concern
from caseview.domain.register import Reply
from caseview.domain.responses import OfferedAnswer
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.text import read_plain

DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})

LETTER = """Lamplight NHS Trust

14 March 2023

Dear Ms Lorne

Regulation 28 Report to Prevent Future Deaths - Arnold James Pike

Thank you for your report of 20 January 2023. I am writing in response to the concerns you raised.

{body}

Yours sincerely

Ivor Quill
Chief Executive
"""
WORDS = (
    (
        "Nobody on the night shift was told who held the key to the medicine room, so that a"
        " dose was"
        " given four hours late."
    ),
    "The rota was kept on paper and could not be seen by the doctor on call.",
    "The inquest heard that training in resuscitation had lapsed for nine of the fourteen nurses.",
)
CONCERNS = tuple(Concern(str(n), one, None, 0, len(one)) for n, one in enumerate(WORDS, 1))
LOCK = "We have fitted a coded lock, and the code is given to each shift leader."
ONLINE = "This has been put online since February and is open to every consultant at home."
COURSES = "All staff in post have now completed their refresher, and an alert shows who is due."
EACH = (LOCK, ONLINE, COURSES)
SORRY = "The Trust is sorry that this happened."

# The body of the letter, and words of the answer to each concern (None where it says nothing).
LETTERS: dict[str, tuple[str, tuple[str | None, str | None, str | None]]] = {
    "headed by topic": (
        (
            f"Access to the medicine room\n\n{LOCK}\n\nThe rota\n\n{ONLINE}\n\n"
            f"Resuscitation training\n\n{COURSES}"
        ),
        EACH,
    ),
    "headed by topic in another order": (
        f"Training\n\n{COURSES}\n\nMedicine keys\n\n{LOCK}\n\nRota\n\n{ONLINE}",
        EACH,
    ),
    "headed by topic, one left out": (
        f"Resuscitation training\n\n{COURSES}\n\nKeys at night\n\n{LOCK}",
        (LOCK, None, COURSES),
    ),
    "topics with a number of their own": (
        f"1. Medicine room\n\n{LOCK}\n\n2. Rota\n\n{ONLINE}\n\n3. Resuscitation\n\n{COURSES}",
        EACH,
    ),
    "topics led by a word": (
        (
            f"Concern – medicine room keys\n\n{LOCK}\n\nConcern – rota\n\n{ONLINE}\n\n"
            f"Concern – training\n\n{COURSES}"
        ),
        EACH,
    ),
    "bold words before a colon": (
        f"Medicine room: {LOCK}\n\nRota: {ONLINE}\n\nResuscitation training: {COURSES}",
        EACH,
    ),
    "two paragraphs under a topic": (
        (
            f"Medicine room\n\n{SORRY}\n\n{LOCK}\n\nRota\n\nThis was known to us.\n\n{ONLINE}\n\n"
            f"Resuscitation training\n\n{COURSES}"
        ),
        EACH,
    ),
    "prose without headings": (
        (
            "In relation to the key to the medicine room, we have fitted a coded lock.\n\n"
            "As to the rota, we have put it online.\n\n"
            "Turning to resuscitation, all nurses have now completed their training."
        ),
        ("fitted a coded lock", "put it online", "completed their training"),
    ),
    "first and second": (
        (
            f"Your first concern\n\n{LOCK}\n\nYour second concern\n\n{ONLINE}\n\n"
            f"Your third concern\n\n{COURSES}"
        ),
        EACH,
    ),
    "firstly and secondly": (
        (
            f"Firstly, you raise the medicine room. {LOCK}\n\nSecondly, you raise the rota."
            f" {ONLINE}\n\n"
            f"Thirdly, you raise training. {COURSES}"
        ),
        EACH,
    ),
    "a table of actions": (
        (
            "Concern | Response | Lead\n"
            f"Nobody told who held the key to the medicine room | {LOCK} | Matron\n"
            f"Rota kept on paper | {ONLINE} | Ward manager\n"
            f"Training in resuscitation lapsed | {COURSES} | Educator"
        ),
        EACH,
    ),
    "answers by number with the trust's own sub-topics": (
        (
            f"Concern 1\n\nLocks\n\n{LOCK}\n\nConcern 2\n\nSystems\n\n{ONLINE}\n\nConcern 3\n\n"
            f"Education\n\n{COURSES}"
        ),
        EACH,
    ),
    "concern and response as labels": (
        (
            f"Concern: nobody held the key to the medicine room\nResponse: {LOCK}\n\n"
            f"Concern: the rota was on paper\nResponse: {ONLINE}\n\n"
            f"Concern: training had lapsed\nResponse: {COURSES}"
        ),
        EACH,
    ),
    "letters where the report has numbers": (
        f"(a) Medicine room\n\n{LOCK}\n\n(b) Rota\n\n{ONLINE}\n\n(c) Training\n\n{COURSES}",
        EACH,
    ),
    "nothing to the point": (
        "The Trust was founded in 1948 and has four hospitals.\n\nIts board meets each month.",
        (None, None, None),
    ),
    "headed by questions": (
        (
            f"Who held the key to the medicine room?\n\n{LOCK}\n\nIs the rota on"
            f" paper?\n\n{ONLINE}\n\n"
            f"Had training lapsed?\n\n{COURSES}"
        ),
        EACH,
    ),
    "concerns quoted": (
        (
            "“Nobody on the night shift was told who held the key”\n\nThe lock was changed on"
            " 3 March."
            f"\n\n“The rota was kept on paper”\n\n{ONLINE}\n\n"
            f"“Training in resuscitation had lapsed”\n\n{COURSES}"
        ),
        ("The lock was changed", ONLINE, COURSES),
    ),
    "some by number, one by topic": (
        f"Concern 1\n\n{LOCK}\n\nConcern 2\n\n{ONLINE}\n\nResuscitation\n\n{COURSES}",
        EACH,
    ),
    "numbered sections of a report": (
        (
            f"1. Introduction\n\nThe Trust has four hospitals.\n\n2. Background\n\n{SORRY}\n\n"
            f"3. The rota\n\n{ONLINE}"
        ),
        (None, ONLINE, None),
    ),
    "what you raise": (
        (
            f"You raise a concern about the key to the medicine room. {LOCK}\n\n"
            f"You also raise the matter of the rota. {ONLINE}\n\n"
            f"You raised concerns about training. {COURSES}"
        ),
        EACH,
    ),
}


def answered(body: str) -> tuple[OfferedAnswer, ...]:
    text = read_plain(LETTER.format(body=body).encode())
    return offered(1, CONCERNS, DESCRIBER.describe(text, "letter.txt").passages)


@pytest.mark.parametrize("how", LETTERS)
def test_the_answer_to_each_concern_is_found(how: str) -> None:
    body, wanted = LETTERS[how]
    found = answered(body)
    said = [one.text for one in found]
    for words, text in zip(wanted, said, strict=True):
        assert (text == "") if words is None else (words in text), said
    assert [one.reply is Reply.SILENT for one in found] == [words is None for words in wanted]
