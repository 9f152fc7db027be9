"""Harm, people, boards, forces and covers as boards put them, each in an invented review."""

import pytest

from caseview.domain.attribute import DetailName, value
from tests.readers.told_reviews import (
    ADULT_COVER,
    CHILD_COVER,
    DIED,
    KILLED_COVER,
    REPORT,
    description_of,
)

D = DetailName
OF_ADULTS = {
    "Joan died on 3 May 2021. Her flat was full of rubbish to the ceiling, and she had "
    "declined help for years.": ("self-neglect"),
    "Joan died on 3 May 2021 of sepsis from pressure ulcers which her carers had not reported.": (
        "neglect"
    ),
    "Joan died on 3 May 2021. Over two years her nephew had taken £46,000 from her account.": (
        "financial abuse"
    ),
    "Joan died on 3 May 2021 having set herself alight. The Coroner recorded that she had"
    " taken her own life.": ("suicide"),
    "Joan, who had a learning disability, was raped by a neighbour on 3 May 2021.": (
        "sexual abuse"
    ),
    "Joan died on 3 May 2021 from an overdose of heroin in a flat which had been cuckooed"
    " by dealers.": ("exploitation"),
    "Joan lived at Larkspur House, where residents were hit and shouted at by staff. "
    "The culture was closed.": ("organisational abuse"),
}
OF_HOMICIDES = {
    "Edwin killed Joan, his wife, by suffocation on 3 May 2021 and then took his own life.": (
        "homicide"
    ),
    "Joan died by suicide on 3 May 2021 after years of coercive control by her husband.": (
        "suicide"
    ),
    "Joan was found with fatal stab wounds on 3 May 2021. Her husband was convicted of murder.": (
        "homicide"
    ),
}
OF_CHILDREN = {
    "Child T, aged 9 weeks, was found to have a fractured skull and ribs on 3 May 2021.": (
        "physical abuse"
    ),
    "Child T, aged 4, was admitted on 3 May 2021 weighing 9 kilograms. She was emaciated "
    "and had severe tooth decay.": ("neglect"),
    "Child T, 15, was stabbed to death in a park on 3 May 2021. He had been groomed to "
    "sell drugs.": ("homicide"),
    "Child T, 14, disclosed on 3 May 2021 that her stepfather had sexually abused her for"
    " six years.": ("sexual abuse"),
    "Child T, 15, took her own life on 3 May 2021.": ("suicide"),
    "Child T, 9 weeks, died on 3 May 2021 while sleeping on a sofa with his father, who "
    "had been drinking.": (None),
    "Child T, 2, died on 3 May 2021 having swallowed methadone that had been left within reach.": (
        None
    ),
}
SEXES = {
    "Jo died on 3 May 2021. Jo was a grandmother of four who had worked as a dinner lady.": (
        "female"
    ),
    "Jo, a gentleman of 71, died on 3 May 2021.": ("male"),
    "This review concerns a baby girl who is called Child T. She was nine weeks old on 3 "
    "May 2021.": ("female"),
    "Child T, then a boy of fifteen, was stabbed on 3 May 2021.": ("male"),
    "Jo was a trans woman who died on 3 May 2021. She was 31.": ("female"),
}
BOARDS = {
    "Safeguarding Adults Review\n\nCommissioned by Norton and Sutton Safeguarding Adults "
    "Partnership": ("Norton and Sutton Safeguarding Adults Partnership"),
    "A report to the Norton Safeguarding Adults Board\n\nSafeguarding Adults Review": (
        "Norton Safeguarding Adults Board"
    ),
    "Safer Norton Partnership\n\nDomestic Homicide Review": ("Safer Norton Partnership"),
    "Norton Community Safety Partnership Board\n\nDomestic Homicide Review": (
        "Norton Community Safety Partnership Board"
    ),
    "Norton Safeguarding Children’s Partnership\n\nLocal Child Safeguarding Practice Review": (
        "Norton Safeguarding Children’s Partnership"
    ),
    "The Norton Local Safeguarding Children Board\n\nSerious Case Review": (
        "Norton Local Safeguarding Children Board"
    ),
    "Child Practice Review\n\nNorton and Vale Regional Safeguarding Board": (
        "Norton and Vale Regional Safeguarding Board"
    ),
    "NORTON AND THE DALES COMMUNITY SAFETY PARTNERSHIP\n\nDOMESTIC HOMICIDE REVIEW": (
        "Norton and the Dales Community Safety Partnership"
    ),
    "Safeguarding Adults Review\n\nNorton Safeguarding Adults Board (NSAB)": (
        "Norton Safeguarding Adults Board"
    ),
    "Norton Multi-Agency Safeguarding Children Partnership\n\nLocal Child Safeguarding "
    "Practice Review": ("Norton Multi-Agency Safeguarding Children Partnership"),
}
FORCES = {
    "Reports came from Avon & Somerset Constabulary and others.": ("Avon and Somerset Police"),
    "Reports came from the Metropolitan Police and others.": ("Metropolitan Police Service"),
    "Reports came from Dyfed-Powys Police.": ("Dyfed-Powys Police"),
    "The panel had members from Surrey Police. The chair was a detective in Kent Police "
    "until 2010.": ("Surrey Police"),
}
PUBLISHED = {
    "Joan\n\nDate of publication\n\n4 July 2022": ("2022-07-04"),
    "Joan\n\nReport completed May 2022; published July 2022": ("2022-07"),
    "Joan\n\nMay 2022\n\nPublished July 2022": ("2022-07"),
    "Joan\n\nSigned off: 3 May 2022 | Published: 4 July 2022": ("2022-07-04"),
    "Joan\n\nFirst published 4 July 2022. Revised 6 August 2023.": ("2022-07-04"),
    "Joan\n\nPublished by Eastvale Safeguarding Adults Board, July 2022": ("2022-07"),
    "Joan\n\nSpring 2022": (None),
    "Joan\n\n© Eastvale Safeguarding Adults Board 2022": (None),
    "Joan\n\nThis report was released to the public on 4 July 2022": ("2022-07-04"),
    "Joan\n\nPublication: 4 July 2022 (following the inquest)": ("2022-07-04"),
}
SUBJECTS = {
    "Review of the care and support provided to Joan": ("Joan"),
    "The death of a woman known as Joan": ("Joan"),
    "Case: Joan": ("Joan"),
    "Joan: a Safeguarding Adults Review": ("Joan"),
    '"Nobody asked me": the story of Joan': ("Joan"),
    "Mr Thomas and Mrs Joan Lorne": ("Mr Thomas and Mrs Joan Lorne"),
    "Adult F": ("Adult F"),
    "Miss K": ("Miss K"),
}
CALLED = {
    "This report is about a woman whom we have called Joan. She died on 3 May 2021 at the"
    " age of 71.": ("Joan"),
    "Joan (not her real name) was 71 when she died on 3 May 2021.": ("Joan"),
    "The person at the centre of this review is Joan. Joan died on 3 May 2021.": ("Joan"),
}


def told(
    detail: DetailName, cover: str, opening: str = DIED, method: str = "A panel met four times."
) -> str | None:
    words = REPORT.format(cover, opening, method)
    return value(description_of(words).details, detail)


@pytest.mark.parametrize(
    ("cover", "opening", "harm"),
    [
        (cover, opening, harm)
        for cover, openings in (
            (f"{ADULT_COVER}Joan", OF_ADULTS),
            (f"{KILLED_COVER}Joan", OF_HOMICIDES),
            (f"{CHILD_COVER}Child T", OF_CHILDREN),
        )
        for opening, harm in openings.items()
    ],
)
def test_the_opening_tells_the_harm(cover: str, opening: str, harm: str | None) -> None:
    assert told(D.HARM, cover, opening) == harm


@pytest.mark.parametrize(("opening", "sex"), SEXES.items())
def test_the_opening_tells_the_sex(opening: str, sex: str) -> None:
    cover = f"{CHILD_COVER}Child T" if "Child T" in opening else f"{ADULT_COVER}Jo"
    assert told(D.SEX, cover, opening) == sex


@pytest.mark.parametrize(("head", "board"), BOARDS.items())
def test_the_cover_names_the_board(head: str, board: str) -> None:
    assert told(D.BOARD, f"{head}\n\nJoan") == board


@pytest.mark.parametrize(("method", "force"), FORCES.items())
def test_those_who_reported_name_the_force(method: str, force: str) -> None:
    assert told(D.POLICE_FORCE, f"{ADULT_COVER}Joan", DIED, method) == force


@pytest.mark.parametrize(("cover", "day"), PUBLISHED.items())
def test_the_cover_tells_when_it_was_published(cover: str, day: str | None) -> None:
    assert told(D.PUBLISHED, f"{ADULT_COVER}{cover}") == day


@pytest.mark.parametrize(("cover", "name"), SUBJECTS.items())
def test_the_cover_names_the_person(cover: str, name: str) -> None:
    assert told(D.SUBJECT, f"{ADULT_COVER}{cover}") == name


@pytest.mark.parametrize(("opening", "name"), CALLED.items())
def test_the_opening_names_the_person(opening: str, name: str) -> None:
    assert told(D.SUBJECT, f"{ADULT_COVER}SAR 12/2021", opening) == name
