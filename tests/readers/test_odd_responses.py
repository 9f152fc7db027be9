"""Responses to coroners are known for what they are, whoever writes them and in what form."""

from pathlib import Path

import pytest

from caseview.domain.attribute import value
from caseview.domain.description import Description
from caseview.domain.document import Form, Kind
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.text import read_plain
from tests.readers.odd_letters import RESPONSES as FIRST
from tests.readers.odd_letters_further import RESPONSES_FURTHER

DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})

RESPONSES = {**FIRST, **RESPONSES_FURTHER}


def describe(words: str) -> Description:
    return DESCRIBER.describe(read_plain(words.encode()), "document.txt")


@pytest.mark.parametrize("who", RESPONSES)
def test_a_response_is_known_whoever_writes_it(who: str) -> None:
    guess = describe(RESPONSES[who][0]).guess
    assert (guess.kind, guess.form) == (Kind.PFD_RESPONSE, Form.RESPONSE), guess


@pytest.mark.parametrize("who", RESPONSES)
def test_its_details_are_read(who: str) -> None:
    words, wanted = RESPONSES[who]
    details = describe(words).details
    assert {name: value(details, name) for name in wanted} == wanted


# Letters about other things, which are no responses.
OTHERS = {
    "a covering letter of the coroner": (
        "Norfolk Coroner's Service\n\n14 March 2023\n\nDear Mr Quill\n\nInquest into the death of"
        " Arnold James Pike\n\nI enclose my report under Regulation 28. You are under a duty to"
        " respond within 56 days.\n\nYours sincerely\n\nAda Lorne\nAssistant Coroner\n"
    ),
    "guidance about responses": (
        "Guidance for staff: how to answer a Regulation 28 report\n\nContents\n\n1. What is a"
        " prevention of future deaths report?\n\nA coroner who is concerned that deaths may occur"
        " must report it. This guidance tells managers how a response is drafted and signed off.\n"
    ),
    "the coroner's thanks for a response": (
        "Norfolk Coroner's Service\n\n14 March 2023\n\nDear Mr Quill\n\nThank you for your response"
        " to my Regulation 28 report about the death of Arnold James Pike. I have sent it to the"
        " Chief Coroner.\n\nYours sincerely\n\nAda Lorne\nAssistant Coroner\n"
    ),
    "a news release": (
        "News release\n\nCoroner calls for action after death of Arnold Pike\n\nAssistant"
        " coroner Ada"
        " Lorne has sent a prevention of future deaths report to Lamplight NHS Trust. The Trust"
        " has 56 days to respond.\n"
    ),
    "minutes of a board": (
        "Lamplight NHS Trust\nMinutes of the Board of Directors, 14 March 2023\n\n7."
        " Inquests\n\nThe"
        " Board was told that two Regulation 28 reports had been received. The Chief Executive"
        " will answer by May.\n"
    ),
    "a paper for the inquest": (
        "IN THE NORFOLK CORONER'S COURT\n\nSubmissions on behalf of the family of Arnold James"
        " Pike\n\n1. These submissions are made for the pre-inquest review on 14 March"
        " 2023.\n\n2. The"
        " family ask the Coroner to make a report under Regulation 28.\n"
    ),
    "a letter of the family": (
        "14 March 2023\n\nDear Ms Lorne\n\nI am writing about the inquest into the death of"
        " my father."
        " When will the hearing be?\n\nYours sincerely\n\nTom Pike\n"
    ),
    "a bulletin": (
        "Coroners bulletin\n\nSpring 2023\n\nThree prevention of future deaths reports were"
        " published. Trusts are reminded that responses are due in 56 days.\n"
    ),
    "a complaint": (
        "Lamplight NHS Trust\n\n14 March 2023\n\nDear Mrs Pike\n\nThank you for your complaint"
        " about the care of your late husband. I am sorry for the distress this has caused.\n\n"
        "Yours sincerely\n\nIvor Quill\n"
    ),
}


@pytest.mark.parametrize("what", OTHERS)
def test_other_letters_are_no_responses(what: str) -> None:
    assert describe(OTHERS[what]).guess.kind is not Kind.PFD_RESPONSE
