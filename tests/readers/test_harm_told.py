"""Harm and who did it are read in the many ways that reviews of every kind tell them."""

from pathlib import Path

import pytest

from caseview.domain.attribute import Detail, DetailName, value, values
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from tests.readers.marked import marked

DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})

CHILD = """# Local Child Safeguarding Practice Review: Child K
Commissioned by Anyshire Safeguarding Children Partnership
Author: Maud Ellery
# 1. Introduction
{told}
"""
ADULT = """# Safeguarding Adults Review: Ada
Commissioned by Anyshire Safeguarding Adults Board under section 44 of the Care Act 2014
Author: Maud Ellery
# 1. Introduction
{told}
"""
HOMICIDE = """# Domestic Homicide Review: Ada
Commissioned by Safer Westermere Partnership
Author: Maud Ellery
# 1. Introduction
{told}
The review was held under section 9 of the Domestic Violence, Crime and Victims Act 2004.
"""
OFFENDER = """# MAPPA Serious Case Review: Offender PJ
Commissioned by the Anyshire MAPPA Strategic Management Board
Author: Maud Ellery
# 1. Introduction
{told}
"""


def details(review: str, told: str) -> tuple[Detail, ...]:
    return DESCRIBER.describe(marked(review.format(told=told)), "review.docx").details


CHILD_HARMS = {
    "Child K was seven weeks old when his mother took him to hospital because he was "
    "not using his left arm, which was broken. There were older fractures to the "
    "ribs.": ("physical abuse",),
    "Child K was found to have bleeding on the brain, bruises and rib fractures that "
    "were thought to be inflicted.": ("physical abuse",),
    "Child K died of a head injury in March 2021. His father was convicted of murder.": (
        "homicide",
    ),
    "Child K, a baby of five months, had serious head injuries consistent with shaking.": (
        "physical abuse",
    ),
    "Child K suffered life-threatening injuries at home in the care of her father.": (
        "physical abuse",
    ),
    "Child K was severely malnourished when she was admitted, and weighed less than "
    "she had at birth.": ("neglect",),
    "Child K lived in squalid conditions and was not brought to nineteen "
    "appointments. She died of sepsis.": ("neglect",),
    "In May 2021 Child K disclosed that she had been raped by her stepfather.": ("sexual abuse",),
    "Child K’s stepfather was convicted of sexual offences against her.": ("sexual abuse",),
    "Child K was groomed by a group of older men and moved between towns.": ("exploitation",),
    "Child K was stabbed in a park by two older boys. He had been selling drugs for a gang.": (
        "homicide",
    ),
    "Child K was found hanging in her bedroom at the age of fifteen.": ("suicide",),
    "Child K, who was fourteen, died after she took an overdose of tablets.": ("suicide",),
    "Both parents of Child K pleaded guilty to child cruelty.": ("neglect",),
    "Child K starved to death. Both parents were convicted of gross negligence manslaughter.": (
        "homicide",
        "neglect",
    ),
    "The review concerns the neglect of four children over many years. Child K is "
    "the eldest of them.": ("neglect",),
    "Child K died in her sleep beside her mother. No cause of death was found.": (),
    "Child K drowned in a garden pond.": (),
}
ADULT_HARMS = {
    "Ada died of sepsis which had come from deep pressure ulcers.": ("neglect",),
    "Ada was found in a soiled bed, dehydrated and emaciated, by an ambulance crew.": ("neglect",),
    "Ada had refused care for years, and rubbish filled every room of her flat. She "
    "died there in May.": ("self-neglect",),
    "Ada died in a fire at her home, in which she had hoarded newspapers for years.": (
        "self-neglect",
    ),
    "Ada would not accept help. She lived in unsanitary conditions and was found dead at home.": (
        "self-neglect",
    ),
    "Ada died in a nursing home. Two care workers were convicted of ill-treatment.": ("neglect",),
    "Ada choked on her food. The provider pleaded guilty to failing to provide safe "
    "care and treatment.": ("neglect",),
    "Ada was one of nine residents who were abused by staff of the hospital.": (
        "organisational abuse",
    ),
    "Ada’s nephew took £40,000 from her bank account. She had been financially "
    "exploited for a year.": ("financial abuse",),
    "For a year Ada’s flat was used by others to sell drugs, which is known as cuckooing.": (
        "exploitation",
    ),
    "Ada was found hanged in her room. The coroner concluded that she had taken her own life.": (
        "suicide",
    ),
    "Ada was beaten by two people whom she knew, and died of her injuries.": ("physical abuse",),
    "Ada was hit and tied to a chair by those who were paid to look after her.": (
        "physical abuse",
    ),
    "Ada had been the victim of hate crime because of her disability.": ("discriminatory abuse",),
    "Ada died of an infection after she had declined treatment for ulcers of her legs.": (
        "self-neglect",
    ),
    "Ada was a woman of 61 who died of hypothermia on the street.": (),
}
HOMICIDE_HARMS = {
    "Ada died of multiple stab wounds. Her husband was charged with murder.": ("homicide",),
    "Ada was shot by her husband, who then turned the gun on himself.": ("homicide",),
    "Ada was unlawfully killed by her husband.": ("homicide",),
    "The inquest recorded a conclusion of suicide. Ada had reported her former "
    "partner four times for stalking.": ("suicide",),
    "Ada ended her life in May 2021. Her husband had controlled her money, her "
    "friends and her telephone.": ("domestic abuse", "suicide"),
    "Carl was sentenced to life imprisonment for killing Ada.": ("homicide",),
    "Ada was found dead in her flat. Carl was arrested at the scene and was later "
    "found guilty of murder.": ("homicide",),
    "Ada died by hanging. The relationship had been one of coercion and control.": (
        "domestic abuse",
        "suicide",
    ),
    "Ada was set alight by her husband and died of her burns.": ("homicide",),
    "The bodies of Ada and Carl were found at home. Carl had killed her and then "
    "taken his own life.": ("homicide",),
}
OFFENDER_HARMS = {
    "PJ was convicted in 2021 of the rape of a girl of fourteen.": ("sexual abuse",),
    "While on licence PJ murdered a woman whom he had met that day.": ("homicide",),
    "PJ was charged with sexual offences against two children in May 2021.": ("sexual abuse",),
    "PJ, who was on licence, stabbed a stranger, who survived. He was convicted of "
    "attempted murder.": ("physical abuse",),
}
HARMS = [
    (review, told, harms)
    for review, every in (
        (CHILD, CHILD_HARMS),
        (ADULT, ADULT_HARMS),
        (HOMICIDE, HOMICIDE_HARMS),
        (OFFENDER, OFFENDER_HARMS),
    )
    for told, harms in every.items()
]


@pytest.mark.parametrize(("review", "told", "harms"), HARMS)
def test_harm_is_read_however_it_is_told(review: str, told: str, harms: tuple[str, ...]) -> None:
    assert tuple(sorted(values(details(review, told), DetailName.HARM))) == harms


NO_HARMS = (
    (CHILD, "The bruising procedure of the Partnership was sent to all staff."),
    (CHILD, "Child K had a fracture as a toddler after an accident in a park."),
    (ADULT, "Ada’s mother had refused help for years. She died in 2002."),
    (ADULT, "Training on pressure ulcers was given to staff in the year after Ada died."),
    (OFFENDER, "PJ had previously been convicted of assault. He moved in May 2021."),
)


@pytest.mark.parametrize(("review", "told"), NO_HARMS)
def test_what_was_done_to_others_or_before_is_no_harm_of_the_case(review: str, told: str) -> None:
    assert values(details(review, told), DetailName.HARM) == ()


BY_HOMICIDE = {
    "Ada took her own life. She had made four reports to the police about the "
    "conduct of her former partner, Carl.": "ex-partner",
    "Ada took her own life. She had told her GP of the violence of her husband.": "partner",
    "The perpetrator, Carl, was married to Ada. He was convicted of her murder.": "partner",
    "Carl and Ada had been in a relationship for two years. Carl was convicted of "
    "her murder.": "partner",
    "Ada was killed at home. The table shows who is who.\n"
    "| Name | Relationship | Age\n"
    "| Ada | Victim | 61\n"
    "| Carl | Perpetrator, son of Ada | 34": "child",
    "Ada was killed at home.\n| Carl | Perpetrator and husband of Ada | 34": "partner",
    "Ada was killed at home.\n| Perpetrator | Carl, Ada’s brother | 34": "sibling",
    "Ada was killed by a man with whom she had been in a relationship for a year.": "partner",
    "Ada was killed by Carl, from whom she had separated in May.": "ex-partner",
    "The victim and the perpetrator were husband and wife.": "partner",
    "The victim and perpetrator were mother and son.": "child",
    "Ada was the mother of the perpetrator, Carl.": "child",
    "Ada and Carl were a married couple. Carl killed Ada and then himself.": "partner",
    "The man who killed Ada was her ex-husband.": "ex-partner",
    "Ada was 61 when her grandson attacked her with a knife and killed her.": "other family",
    "Ada died when her son, Carl, stabbed her.": "child",
    "Carl, who had been Ada’s partner for ten years, was sentenced to life "
    "imprisonment for her murder.": "partner",
    "Ada was killed by her partner’s father.": None,
    "Ada had two sons from an earlier relationship. Her mother told the police.": None,
}
BY_WHAT_IS_SAID = {
    "Ada died from a stab wound inflicted by her partner, Kasia.": "partner",
    "Ada died after an attack by her son at home.": "child",
    "Ada’s son was responsible for her death and was made the subject of an order.": "child",
    "Ada was killed in May 2021. Her son, who was unwell, was found unfit to plead.": "child",
    "The perpetrator is called Carl in this report. He was her husband.": "partner",
    "Ada was married to Carl. Carl was found guilty of her murder in May 2021.": "partner",
    "Ada had divorced Carl in 2018. Carl was convicted of her murder.": "ex-partner",
    "Ada was killed by two men who shared the house with her.": "acquaintance",
    "Carl, Ada’s landlord, was convicted of murder.": "acquaintance",
    "Ada’s death was caused by her daughter’s partner.": "other family",
    "Her husband took Ada’s life and then his own.": "partner",
    "Ada was killed by Carl, a man she had met that night.": None,
}
BY_CHILD = {
    "Child K was shaken by his father.": "parent",
    "Carl, the partner of Child K’s mother, was convicted of murder.": "parent",
    "Child K was killed by his mother’s partner.": "parent",
    "The mother’s boyfriend was convicted of the murder of Child K.": "parent",
    "Child K’s father pleaded guilty to causing grievous bodily harm.": "parent",
    "Both parents pleaded guilty to child cruelty.": "parent",
    "Child K was sexually abused by her grandfather.": "other family",
    "Child K was raped by a man whom she did not know.": None,
}
BY_ADULT = {
    "Ada was neglected by her daughter, who was her carer.": "child",
    "Ada’s brother, who was her only carer, was convicted of manslaughter.": "sibling",
    "Ada lived with her mother until 2012 and then with her sister.": None,
}
RELATIONS = [
    (review, told, relation)
    for review, every in (
        (HOMICIDE, BY_HOMICIDE),
        (HOMICIDE, BY_WHAT_IS_SAID),
        (CHILD, BY_CHILD),
        (ADULT, BY_ADULT),
    )
    for told, relation in every.items()
]


@pytest.mark.parametrize(("review", "told", "relation"), RELATIONS)
def test_who_did_it_is_read_however_it_is_told(
    review: str, told: str, relation: str | None
) -> None:
    assert value(details(review, told), DetailName.RELATIONSHIP) == relation
