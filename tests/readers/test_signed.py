"""Who signs a letter is named without letters, posts and remarks, however the close is set."""

from pathlib import Path

import pytest

from caseview.domain.attribute import Detail, DetailName, value, values
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.text import read_plain

DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})

LETTER = """{head}

12 May 2021

Ms Ada Lorne
Senior Coroner for Norfolk

Dear Ms Lorne

Thank you for your Regulation 28 report dated 3 March 2021 after the inquest into the death of
Arnold Pike. {told}

We have changed the rota on each ward since then, and every shift leader now carries a key.

{close}"""


def details(close: str = "", told: str = "", head: str = "Lamps Ltd") -> tuple[Detail, ...]:
    words = LETTER.format(close=close, told=told, head=head)
    return DESCRIBER.describe(read_plain(words.encode()), "letter.pdf").details


CLOSES = {
    "Yours sincerely\n\nTom Hale\nChief Constable": "Tom Hale",
    "Yours sincerely,\n\nTom Hale, Chief Constable": "Tom Hale",
    "Kind regards\n\nTom Hale - Chief Executive": "Tom Hale",
    "Yours sincerely\n\nTom Hale QPM\nChief Constable": "Tom Hale",
    "Yours sincerely\n\nTom Hale MSc RN\nChief Nurse": "Tom Hale",
    "Yours faithfully\n\n[signature]\n\nDr Tom Hale\nMedical Director": "Dr Tom Hale",
    "Yours sincerely\n\nSigned electronically\n\nTom Hale\nDirector": "Tom Hale",
    "Signed\n\nTom Hale\nChief Executive": "Tom Hale",
    "Yours sincerely\n\nTOM HALE\nCHIEF EXECUTIVE": "Tom Hale",
    "Yours sincerely\n\nT. Hale\nAssistant Chief Constable": "T. Hale",
    "Yours sincerely\n\nAssistant Chief Constable Tom Hale": "Tom Hale",
    "Yours sincerely\n\n(Tom Hale)\nChief Executive": "Tom Hale",
    "Tom Hale\nDeputy Chief Constable\nNorshire Police": "Tom Hale",
}


@pytest.mark.parametrize(("close", "name"), CLOSES.items())
def test_who_signs_is_named(close: str, name: str) -> None:
    assert values(details(close), DetailName.AUTHOR) == (name,)


NOBODY = (
    "Yours sincerely\n\n[REDACTED]\nChief Executive",
    "Yours sincerely\n\nChief Executive\nLamps Ltd",
    "Internal Review\nThe head of wards looked at the rota.",
)


@pytest.mark.parametrize("close", NOBODY)
def test_a_post_or_a_heading_is_nobody(close: str) -> None:
    assert values(details(close), DetailName.AUTHOR) == ()


SEXES = {
    "We offer our condolences to his family.": "male",
    "I wish to offer my condolences to her family and friends.": "female",
    "Mr Pike was well known to us.": "male",
    "His wife told us of her concerns.": None,
    "His family and her family met us.": None,
}


@pytest.mark.parametrize(("told", "sex"), SEXES.items())
def test_the_sex_is_that_of_whose_family_or_death_it_is(told: str, sex: str | None) -> None:
    assert value(details(told=told), DetailName.SEX) == sex


def test_a_force_that_writes_counts_before_that_of_the_area() -> None:
    assert value(details(), DetailName.POLICE_FORCE) == "Norfolk Constabulary"
    writes = details(head="Essex Police", told="Essex Police has read it.")
    assert value(writes, DetailName.POLICE_FORCE) == "Essex Police"
