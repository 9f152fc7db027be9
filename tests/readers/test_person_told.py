"""Age and sex of those a review is about, in rows and words, among the ages of others."""

from pathlib import Path

import pytest

from caseview.domain.attribute import DetailName, value
from caseview.domain.description import Description
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.text import read_plain

D = DetailName
DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})
REPORT = (
    "Eastvale Safeguarding Children Partnership\n\nChild Safeguarding Practice Review: {}\n\n"
    "1. Introduction\n\n{}\n\n2. Terms of reference\n\n"
    "The review was held under Working Together to Safeguard Children.\n"
)
AGES = {
    "Who died | Kit\n\nHow old he was | 16\n\nKit had a sister, aged two.": "16",
    "Age at death: 31\n\nKit died in May 2021. His partner was 40.": "31",
    "Kit had sat his first paper. A stranger, a girl of seventeen called Mia, wrote to him. Kit "
    "took his own life on 8 May 2023. He was sixteen years old.": "16",
    "Kit died in May 2021. She was two years and five months old. The father of Kit was 19.": "2",
    "Kit died on 3 May 2021 at the age of forty five.": "45",
    "The victim, Kit, was 45 at the time of the homicide; the perpetrator was 50.": "45",
    "Kit had celebrated his 45th birthday a week before he died.": "45",
    "Kit died on the eve of his 46th birthday.": "45",
    "Kit was found dead at the house of a friend, two days after his 46th birthday.": "46",
    "Kit was taken to hospital and died there. His mother was with him. He was forty-five.": "45",
    "Kit was a farmer’s widow of 88 years of age, who died in May 2021.": "88",
    "The review followed the death of Kit, a boy of four months.": "4 months",
    "Kit died in the early morning of 24 May 2020 when he was five months old.": "5 months",
    "This review concerns Kit, a retired signalman of 83 who died on 3 May 2021.": "83",
    "Kit was killed in May 2021. He was found by a fireman of 60 on his way home.": None,
    "Kit lived to be 91. He died on 3 May 2021.": "91",
    "Kit was diagnosed at 12 and died at 45.": "45",
    "Kit was a father of two, aged 45, who died in May 2021.": "45",
    "Date of birth: 4 June 1975\n\nDate of death: 3 May 2021\n\nKit was kind.": "45",
    "Kit was killed in May 2021. He was found by a man of 60 who was walking a dog.": None,
    "Kit died in May 2021. He had left school at 16 and married at 19.": None,
    "Kit died in May 2021 after 45 days in hospital. He was seen 30 times.": None,
    "Kit died in May 2021. The perpetrator was 50 and had been in care until 18.": None,
    "Kit committed a serious further offence on 3 May 2021, when he was 41. The victim was a woman "
    "of 30.": "41",
    "Names | Ages | Role\n\nKit | 71 | Victim\n\nTom | 40 | Perpetrator\n\nKit died in 2021.": "71",
    "Kit knew how to cook by the time he was eight. Kit was found dead. A boy of fifteen, he had "
    "friends.": "15",
    "Kit was seen in a car with one of the young men, who was seventeen.": None,
    "Kit died in May 2021. The eldest was thirteen and the youngest was four.": None,
}
SEXES = {
    "Ray was a father of a girl of three and drove a van.": "male",
    "Ray, a retired grandmother from the coast, was found in May 2021.": "female",
    "Ray, a White British female, died in May 2021.": "female",
    "Gender | Female\n\nRay died.": "female",
    "Sex: male\n\nRay died.": "male",
    "Ray’s husband Bob killed her in May 2021. He was sentenced to life.": "female",
    "Ray was 29 when he attacked a woman in May 2021. Ray was on licence.": "male",
    "Age | 47\n\nHoward | Husband and perpetrator | 52\n\nRay was loved. Her sister said so.": (
        "female"
    ),
}
SEVERAL = {
    "Ada and Bea lived together. Ada and Bea were sisters.": "female",
    "Four boys, Ada and Bea among them, were hurt.": "male",
    "Fathers and brothers and men we did not meet\n\nAda and Bea are well.": None,
    "Ada and Bea were sisters and had two brothers.": None,
    "Seven men were convicted.": None,
}


def told(subject: str, words: str, name: DetailName) -> str | None:
    return value(described(subject, words).details, name)


def described(subject: str, words: str) -> Description:
    return DESCRIBER.describe(read_plain(REPORT.format(subject, words).encode()), "review.txt")


@pytest.mark.parametrize(("words", "age"), AGES.items())
def test_the_age_is_the_subjects_among_those_of_others(words: str, age: str | None) -> None:
    assert told("Kit", words, D.AGE) == age


@pytest.mark.parametrize(("words", "sex"), SEXES.items())
def test_the_sex_is_told_by_a_noun_beside_the_name(words: str, sex: str) -> None:
    assert told("Ray", words, D.SEX) == sex


@pytest.mark.parametrize(("words", "sex"), SEVERAL.items())
def test_the_sex_of_several_is_told_where_one_noun_holds_for_all(
    words: str, sex: str | None
) -> None:
    assert told("Ada and Bea", words, D.SEX) == sex
    assert told("Ada and Bea", words, D.AGE) is None


def test_a_family_has_no_age() -> None:
    words = "Family R had five children. The eldest was a boy of thirteen. Family R moved in 2019."
    assert told("Family R", words, D.AGE) is None


def test_a_short_name_in_capitals_on_the_cover_is_the_subject() -> None:
    words = "It was Ros's name. Ros was a drummer. Ros lived alone. She was thirty-four."
    cover = "Eastvale Safeguarding Adults Board\n\nSafeguarding Adult Review\n\nROS\n\n1. Start\n\n"
    found = DESCRIBER.describe(read_plain(f"{cover}{words}\n".encode()), "review.txt").details
    assert [value(found, name) for name in (D.SUBJECT, D.AGE, D.SEX)] == ["Ros", "34", "female"]


def test_a_child_without_a_name_has_the_age_and_sex_of_its_row() -> None:
    cover = "Eastvale Safeguarding Children Board\n\nConcise Child Practice Review Report\n\n"
    text = f"{cover}Plentyn / Child | Male, aged 17 weeks\n\n1. Summary\n\nA baby was hurt.\n"
    found = DESCRIBER.describe(read_plain(text.encode()), "review.txt").details
    assert [value(found, name) for name in (D.AGE, D.SEX)] == ["17 weeks", "male"]


def test_a_childs_parents_tell_its_sex_where_nothing_else_does() -> None:
    words = "Child A was born to Mother in 2019. His father was absent. Child A was hurt."
    assert told("Child A", words, D.SEX) == "male"


def test_a_pronoun_after_two_names_tells_the_sex_of_neither() -> None:
    words = "Ray and Bob lived together. He was a driver. She was a nurse."
    assert told("Ray", words, D.SEX) is None


def test_a_reflexive_behind_the_name_of_one_who_was_killed_tells_nothing() -> None:
    assert told("Ray", "On 3 May 2021 Bob killed Ray and then himself.", D.SEX) is None
