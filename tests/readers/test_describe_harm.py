"""What the perpetrator was to the victim, and the sort of harm, are read from what happened."""

from pathlib import Path

import pytest

from caseview.domain.attribute import Detail, DetailName, value, values
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from tests.readers.marked import marked

DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})

REVIEW = """# Domestic Homicide Review: Ada
Commissioned by Safer Westermere Partnership
Author: Maud Ellery
# 1. Introduction
{told}
The review was held under section 9 of the Domestic Violence, Crime and Victims Act 2004.
"""


def details(told: str) -> tuple[Detail, ...]:
    return DESCRIBER.describe(marked(REVIEW.format(told=told)), "review.docx").details


RELATIONS = {
    "Ada was killed at home by her son Martin, then 46, on 12 May 2018.": "child",
    "Ada was murdered by her estranged husband in June 2019.": "ex-partner",
    "Ada was stabbed by her brother-in-law in June 2019.": "other family",
    "Ada was strangled by a stranger in a park.": "stranger",
    "Ada died. Her former partner, Carl, pleaded guilty to her murder.": "ex-partner",
    "Ada died at the hands of her husband in June 2019.": "partner",
    "Ada was murdered by Carl (the perpetrator), her partner of ten years.": "partner",
    "Carl, who was Ada’s husband, was found guilty of murder.": "partner",
    "Ada’s sister was convicted of her manslaughter.": "sibling",
    "Ada lived with Carl, her partner of six years. Carl pleaded guilty to murder.": "partner",
    "She lived with Carl, her husband, aged 67. In May 2019 Carl was found guilty of murder.": (
        "partner"
    ),
    "Ada lived with her uncle Carl. Carl was convicted of manslaughter.": "other family",
    "In June 2019 Martin killed his mother Ada at their home.": "child",
    "In June 2019 Martin stabbed his wife.": "partner",
    "She had been subjected to domestic abuse by her partner.": "partner",
    "The perpetrator was her grandson.": "other family",
    "Relationship to victim: Husband": "partner",
    "Ada was attacked by her care worker.": "professional",
    "Ada was attacked by her neighbour.": "acquaintance",
    "This tells of Ada and of her husband, Carl, before she died. Carl rang the police. He was "
    "charged with murder on 20 June 2019.": "partner",
    "Ada was found dead. Her son Carl, aged 43, was at home. On 12 July 2019 he pleaded guilty to "
    "manslaughter.": "child",
    "Ada took her own life after she left her partner, who is known as Carl here. The police "
    "investigation into Carl for controlling behaviour ended.": "partner",
    "Ada took her own life. She had been married to Carl. Carl was interviewed under caution.": (
        "partner"
    ),
    "Her boyfriend, who is called Carl here, was arrested. He was convicted of her murder.": (
        "partner"
    ),
}


@pytest.mark.parametrize(("told", "relation"), RELATIONS.items())
def test_the_relation_is_that_of_who_did_it(told: str, relation: str) -> None:
    assert value(details(told), DetailName.RELATIONSHIP) == relation


NO_RELATIONS = (
    "Ada lived with her husband and her son.",
    "Her mother was not convicted of causing her death.",
    "Her mother's partner was seen by her GP in June 2019.",
    "Ada was attacked by her mother's lodger.",
    "Ada lived with her husband Carl. Ada rang the police. He was charged with theft.",
    "Ada and her sister Bea went out. Bea rang the police. He was charged with murder.",
    "The police should audit cases where the perpetrator is a family member.",
)


@pytest.mark.parametrize("told", NO_RELATIONS)
def test_a_relative_who_did_nothing_is_no_perpetrator(told: str) -> None:
    assert value(details(told), DetailName.RELATIONSHIP) is None


HARMS = {
    "Ada was killed at home by her son.": ("homicide",),
    "Ada took her own life in June 2019.": ("suicide",),
    "Ada died at home. Carl was convicted of her murder.": ("homicide",),
    "Ada died by suicide. She had suffered domestic abuse.": ("suicide", "domestic abuse"),
    "Ada suffered non-accidental injuries and died.": ("physical abuse",),
    "Ada died as a result of neglect.": ("neglect",),
    "Ada was found at home, where self-neglect had gone on for years.": ("self-neglect",),
}


@pytest.mark.parametrize(("told", "harms"), HARMS.items())
def test_the_sort_of_harm_is_read_from_what_happened(told: str, harms: tuple[str, ...]) -> None:
    assert values(details(told), DetailName.HARM) == harms


NO_HARMS = (
    "The Act defines domestic abuse as including physical abuse and emotional abuse.",
    "Her father had died by suicide when she was six.",
    "There was no evidence that Ada was subject to neglect.",
    "The panel considered whether she was a victim of financial abuse.",
    "Staff had been given training on neglect when she was seen.",
)


@pytest.mark.parametrize("told", NO_HARMS)
def test_words_about_harm_that_tell_of_nothing_done_are_none(told: str) -> None:
    assert values(details(told), DetailName.HARM) == ()


def test_both_stand_at_the_words_that_tell_them() -> None:
    text = marked(REVIEW.format(told="Ada was murdered by her husband."))
    found = {d.name: d for d in DESCRIBER.describe(text, "review.docx").details}
    assert (found[DetailName.RELATIONSHIP].text, found[DetailName.HARM].text) == (
        "husband",
        "murdered",
    )
