"""Deaths among others' deaths, those who wrote, and who did it, each in an invented review."""

import pytest

from caseview.domain.attribute import Detail, DetailName, value, values
from tests.readers.told_reviews import ADULT, CHILD, DIED, KILLED, REPORT, description_of

D = DetailName
DAYS = {
    "Joan lived with her husband Bob until Bob died on 3 March 2019. Joan died on 3 May 2021.": (
        "2021-05-03"
    ),
    "Mr V died on 3 March 2020 of causes that had nothing to do with this. Joan died in "
    "May 2021.": ("2021-05"),
    "Joan’s mother died on 4 April 2020, after which Joan stopped eating. Joan was found "
    "dead at home on 3 May 2021.": ("2021-05-03"),
    "On 3 May 2021 police were called to a house where they found Joan and Bob dead. It "
    "was found that Bob had killed Joan and then himself.": ("2021-05-03"),
    "Joan and her unborn baby died on 3 May 2021 when her partner set fire to the house.": (
        "2021-05-03"
    ),
    "Bob was released on 1 April 2021. Thirty-two days later, on 3 May, he killed Joan.": (
        "2021-05-03"
    ),
    "It is not known when Joan died. She was found on 3 May 2021, and the last sign of "
    "life was on 12 April 2021.": ("2021-05-03"),
    "Joan’s death was registered on 9 May 2021. She had died on 3 May 2021 at home.": (
        "2021-05-03"
    ),
    "A SAR referral was made on 20 May 2021 following Joan’s death on 3 May 2021.": ("2021-05-03"),
    "Joan died of Covid-19 in a care home on 3 May 2021, eleven days after her admission "
    "on 22 April 2021.": ("2021-05-03"),
    "At 09:40 on 3 May 2021 a carer found Joan on the floor. An ambulance was called. "
    "Joan had died.": ("2021-05-03"),
    "Child T’s short life began on 14 March 2021 and ended on 3 May 2021.": ("2021-05-03"),
    "On 3 May 2021, when Child T was six months old, his father telephoned 999 to say "
    "that he was not breathing.": ("2021-05-03"),
    "Child T sustained life-changing injuries in a fall from a balcony on 3 May 2021.": (
        "2021-05-03"
    ),
    "Child T was born on 1 May 2021 at home to a mother who had hidden the pregnancy, and"
    " was found dead in a bag on 3 May 2021.": ("2021-05-03"),
    "Child T disappeared on 1 May 2021. Two days later her body was found.": ("2021-05-03"),
    "Child T came to the attention of the Partnership on 3 May 2021, when she was "
    "admitted to hospital in a diabetic coma.": ("2021-05-03"),
}
AUTHORS = {
    "The Board appointed Maud Ellery to undertake the review. Her report was considered "
    "on 4 May 2022.": (("Maud Ellery",)),
    "The reviewer, Maud Ellery, is a nurse and has no connection with the area.": ((
        "Maud Ellery",
    )),
    "Maud Ellery was the lead reviewer; she was supported by Owen Price, the Board’s manager.": ((
        "Maud Ellery",
    )),
    "This report was prepared by Maud Ellery, independent consultant, with administrative"
    " help from the Board.": (("Maud Ellery",)),
    "The review was jointly led by Maud Ellery and Dr Owen Price.": ((
        "Maud Ellery",
        "Dr Owen Price",
    )),
    "The Panel was chaired by Owen Price. The author of this report is Maud Ellery.": ((
        "Owen Price",
        "Maud Ellery",
    )),
    "My name is Maud Ellery. I am a retired judge, and I wrote this report.": (("Maud Ellery",)),
    "The task of writing the report was given to Maud Ellery, who had been a head teacher.": ((
        "Maud Ellery",
    )),
    "Two independent reviewers were appointed: Maud Ellery, a nurse, and Owen Price, a "
    "social worker.": ((
        "Maud Ellery",
        "Owen Price",
    )),
    "The review panel was chaired independently by Owen Price and the overview report was"
    " authored by Maud Ellery.": ((
        "Owen Price",
        "Maud Ellery",
    )),
}
RELATIONS = {
    "Joan was shot by Bob, her brother-in-law, on 3 May 2021.": ("other family"),
    "Joan was killed by her lodger on 3 May 2021.": ("acquaintance"),
    "Joan was killed on 3 May 2021 by Bob, whom she had met online five weeks earlier and"
    " was dating.": ("partner"),
    "Joan was murdered on 3 May 2021. Bob, her former husband, pleaded guilty.": ("ex-partner"),
    "Joan died on 3 May 2021. Joan’s daughter, Eve, was found guilty of her manslaughter.": (
        "child"
    ),
    "Edwin killed Joan, his wife of fifty-six years, on 3 May 2021 and then took his own life.": (
        "partner"
    ),
    "Joan was stabbed on 3 May 2021 by her father, who was mentally unwell.": ("parent"),
    "Joan, 24, was strangled by her boyfriend on 3 May 2021.": ("partner"),
    "Joan and Bob had been in a relationship for two years when he stabbed her on 3 May 2021.": (
        "partner"
    ),
    "Joan took her own life on 3 May 2021. The coroner found that abuse by her husband "
    "had contributed.": ("partner"),
}


def described(
    cover: str, opening: str = DIED, method: str = "A panel met four times."
) -> tuple[Detail, ...]:
    words = REPORT.format(cover, opening, method)
    return description_of(words).details


@pytest.mark.parametrize(("opening", "day"), DAYS.items())
def test_the_day_is_that_of_the_one_reviewed(opening: str, day: str) -> None:
    cover = CHILD if "Child T" in opening else ADULT
    assert value(described(cover, opening), D.DATE_OF_DEATH) == day


@pytest.mark.parametrize(("method", "names"), AUTHORS.items())
def test_a_sentence_names_who_wrote_and_chaired(method: str, names: tuple[str, ...]) -> None:
    assert values(described(ADULT, DIED, method), D.AUTHOR) == names


@pytest.mark.parametrize(("opening", "relation"), RELATIONS.items())
def test_the_opening_tells_what_who_did_it_was(opening: str, relation: str) -> None:
    assert value(described(KILLED, opening), D.RELATIONSHIP) == relation
