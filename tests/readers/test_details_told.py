"""Details of reviews are read in the many ways that their writers tell them."""

from pathlib import Path

import pytest

from caseview.domain.attribute import DetailName, values
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from tests.readers.marked import marked

DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})
D = DetailName

ADULT = """# Safeguarding Adults Review: Ada
Commissioned by Anyshire Safeguarding Adults Board under section 44 of the Care Act 2014
{told}
"""
BABY = """# Local Child Safeguarding Practice Review in respect of Baby Wren
Commissioned by Anyshire Safeguarding Children Partnership
{told}
"""
LETTER = """# The local safeguarding review about Y
Anyshire Safeguarding Children Partnership
{told}
"""
OFFENDER = """# MAPPA SERIOUS CASE REVIEW
# DW
| Commissioning body | Mercian MAPPA Strategic Management Board
{told}
"""
SEVERAL = """# Thematic review: four boys
Anyshire Safeguarding Children Partnership local child safeguarding practice review
{told}
"""
ADULT_AGE = {
    "| Person | Pseudonym | Relationship | Age at the time\n| Victim | Ada | - | 52\n"
    "| Perpetrator | Ian | Husband of Ada | 55\n# 1. Introduction\nAda died in May 2021.": "52",
    "# 1. Introduction\nOn 11 June 2023 Ada, who was then 55 and in the care of the Council, was "
    "hurt. Ada, aged 53, had called an ambulance.": "55",
    "# 1. Introduction\nAda, who was born in 1946, was killed on "
    "Saturday 14 October 2017, a week after her seventy-first "
    "birthday.": "71",
    "# 1. Introduction\nAda died at home on 4 March 2023, three weeks "
    "short of her twenty-sixth birthday.": "25",
    "# 1. Introduction\nAda was in her seventieth year when she died in May 2021.": "69",
    "# 1. Introduction\nAda was born on 4 June 1950. She died on 2 May 2021 in hospital.": "70",
    "# 1. Introduction\nAda died on 2 May 2021. She had turned eighteen in the month before.": "18",
    "# 1. Introduction\nAda died on 2 May 2021, two days before her sixteenth birthday.": "15",
    "# 1. Introduction\nAda died on her eighteenth birthday, 2 May 2021.": "18",
    "# 1. Introduction\nAda (54) was found by a neighbour.": "54",
    "# 1. Introduction\nAda, in her early fifties, was found by a neighbour.": None,
    "# 1. Introduction\nAda was found dead by a neighbour in May 2021, aged 54 years.": "54",
    "# 1. Introduction\nAt the time of her death Ada was a 54-year-old woman.": "54",
}
BABY_AGE = {
    "# 1. Introduction\nIt concerns Baby Wren, a boy born on 14 May 2007, who died on 21 February "
    "2010. Baby Wren, then aged 22 months, had been seen in the road.": "2",
    "# 1. Introduction\nTwo days after Christmas in 2021 Baby Wren was "
    "brought to hospital with fits. He had lived for nine weeks.": "9 weeks",
    "# 1. Introduction\nHis mother is called Nell and his father Kit. "
    "Nell was not charged. She was 19 and he was 22 when their son was "
    "born.": None,
    "# 1. Introduction\nBaby Wren was admitted at the age of ten weeks.": "10 weeks",
    "# 1. Introduction\nBaby Wren was ten days old when he died.": "10 days",
}
ADULT_AUTHOR = {
    "# 1. Introduction\nWe are Annabel Fair-Sykes, who was a consultant "
    "in psychiatry, and Imran Dhillon, who was a director of services. "
    "We wrote this report together.": "Annabel Fair-Sykes|Imran Dhillon",
    "Michael Trenchard and Hafsa Noor, October 2022\n# 1. "
    "Introduction\nAda died in May 2021.": "Michael Trenchard|Hafsa Noor",
    "Overview report by Beverley Stanier | Panel chaired by Dr Kwabena "
    "Asare | September 2021\n# 1. Introduction\nAda died.": "Beverley Stanier|Dr Kwabena Asare",
    "# 1. Introduction\nAda Bell has written this report. The panel was "
    "led by Lindsay Thorogood.\nAda died.": "Ada Bell|Lindsay Thorogood",
    "# 1. Introduction\nMy name is John Bell and I was asked to write this report.": "John Bell",
    "# 1. Introduction\nI am John Bell. I was the independent reviewer.": "John Bell",
    "# 1. Introduction\nThe task of writing the report was given to John Bell.": "John Bell",
    "# 1. Introduction\nThe review was carried out under the leadership of John Bell.": "John Bell",
    "# 1. Introduction\nThe lead reviewers were John Bell (Oakshire "
    "University) and Mary Day.": "John Bell|Mary Day",
    "| Independent reviewer | John Bell\n| Panel chair | Mary Day\n# 1. "
    "Introduction\nAda died.": "John Bell|Mary Day",
    "# 1. Introduction\nThe Partnership appointed Lt Col (Retd) James "
    "Feather-Pike to be both the chair of the panel and the author of "
    "the overview report.": "James Feather-Pike",
    "# 1. Introduction\nThe Board asked John Bell, a former director of "
    "nursing, to carry out the review.": "John Bell",
    "# 1. Introduction\nJohn Bell (reviewer) and Mary Day (chair) are "
    "independent of all agencies.": "John Bell|Mary Day",
    "# 1. Introduction\nThe independent reviewer for this review is John Bell.": "John Bell",
}
ADULT_PUBLISHED = {
    "Made public on 17 September 2024, after two trials.\n# 1. "
    "Introduction\nAda died.": "2024-09-17",
    "# 1. Introduction\nThe overview report was presented in February "
    "2019. Publication followed in January 2020.": "2020-01",
    "# 1. Introduction\nThe report was placed in the public domain on 3 March 2022.": "2022-03-03",
    "Released: 4 May 2022\n# 1. Introduction\nAda died.": "2022-05-04",
    "# 1. Introduction\nThis report was published by the Board on 4 May 2022.": "2022-05-04",
}
ADULT_DATE_OF_DEATH = {
    "# 1. Introduction\nAda died in a hotel on Good Friday, the 2nd of April 2021.": "2021-04-02",
    "# 1. Introduction\nOn the morning of Tuesday 5 May 2020 carers found Ada dead.": "2020-05-05",
    "# 1. Introduction\nAda’s life ended on 5 May 2020.": "2020-05-05",
    "# 1. Introduction\nAda passed away on 5 May 2020.": "2020-05-05",
    "# 1. Introduction\nAda lost her life on 5 May 2020.": "2020-05-05",
    "# 1. Introduction\nAda was pronounced dead on 5 May 2020.": "2020-05-05",
    "# 1. Introduction\nThe fire in which Ada died broke out on 5 May 2020.": "2020-05-05",
}
ADULT_REVIEW_PERIOD = {
    "# 1. Introduction\nAda died on 5 May 2020.\n# 2. Scope\nWe looked at "
    "what happened between 23 March 2018, when schools closed, and "
    "Ada’s death.": "2018-03-23 to 2020-05-05",
    "# 1. Introduction\nAda died on 5 May 2020.\n# 2. Scope\nWe looked at "
    "the twenty months between her eighteenth birthday on 14 August "
    "2018 and her death.": "2018-08-14 to 2020-05-05",
    "# 1. Introduction\nAda was stabbed on 5 May 2020.\n# 2. Scope\nWe "
    "looked at the time from 1 September 2018, when she began at "
    "college, until the day that she was hurt.": "2018-09-01 to 2020-05-05",
    "# 1. Introduction\nAda died on 5 May 2020.\n# 2. Scope\nReports were "
    "asked for, to cover January 2018 (when oxygen was first "
    "prescribed) to the date of the death.": "2018-01 to 2020-05-05",
    "# 1. Introduction\nAda died on 5 May 2020.\n# 2. Scope\nThe scope "
    "ran from her first call in February 2018 until the day that she "
    "was taken to hospital.": "2018-02 to 2020-05-05",
    "# 1. Introduction\nAda died on 5 May 2020.\n# 2. Scope\nThe panel "
    "looked at the time between 1 January 2014, the month in which she "
    "first saw her doctor, and her death.": "2014-01-01 to 2020-05-05",
    "# 1. Introduction\nAda died on 5 May 2020.\n# 2. Scope\nAgencies "
    "were asked to review their contact from 1 May 2018 to 5 May 2020.": "2018-05-01 to 2020-05-05",
    "# 1. Introduction\nAda died on 5 May 2020.\n# 2. Scope\nThe dates of "
    "interest are 1 May 2018 to 5 May 2020.": "2018-05-01 to 2020-05-05",
    "# 1. Introduction\nAda died on 5 May 2020.\n# 2. Scope\nTimeframe: "
    "May 2018 – May 2020": "2018-05 to 2020-05",
    "# 1. Introduction\nAda died on 5 May 2020.\n# 2. Scope\nThe review "
    "starts in May 2018, when she moved, and ends with her death.": "2018-05 to 2020-05-05",
}
LETTER_SUBJECT = {
    "# 1. Introduction\nY was born in June 2006. They took their own life on 8 November 2021.": "Y",
}
LETTER_AGE = {
    "# 1. Introduction\nY was born in June 2006. They took their own "
    "life on 8 November 2021.": "15",
}
OFFENDER_SUBJECT = {
    "# 1. Introduction\nDW was on licence. DW, aged 29, attacked and "
    "killed Mr S in June 2018. He pleaded guilty to murder.": "DW",
}
OFFENDER_AGE = {
    "# 1. Introduction\nDW was on licence. DW, aged 29, attacked and "
    "killed Mr S in June 2018. He pleaded guilty to murder.": "29",
}
OFFENDER_SEX = {
    "# 1. Introduction\nDW was on licence. DW, aged 29, attacked and "
    "killed Mr S in June 2018. He pleaded guilty to murder.": "male",
}
SEVERAL_SUBJECT = {
    "# 1. Introduction\nFour boys, Jamal, Reece, Tyrone and Callum, are "
    "at the centre of this report. In 2020 the Partnership published a "
    "review about a young man known as Child W.": "Jamal, Reece, Tyrone and Callum",
}
ADULT_SEX = {
    "# 1. Introduction\nAda’s partner was a man of 40. Her mother told "
    "us that she was kind. She died in May 2021.": "female",
}
BABY_SEX = {
    "# 1. Introduction\nBaby Wren was the first son of Nell and Kit.": "male",
    "# 1. Introduction\nBaby Wren was taken to hospital by his parents.": "male",
}
TOLD = [
    (review, detail, told, wanted)
    for review, detail, every in (
        (ADULT, D.AGE, ADULT_AGE),
        (BABY, D.AGE, BABY_AGE),
        (ADULT, D.AUTHOR, ADULT_AUTHOR),
        (ADULT, D.PUBLISHED, ADULT_PUBLISHED),
        (ADULT, D.DATE_OF_DEATH, ADULT_DATE_OF_DEATH),
        (ADULT, D.REVIEW_PERIOD, ADULT_REVIEW_PERIOD),
        (LETTER, D.SUBJECT, LETTER_SUBJECT),
        (LETTER, D.AGE, LETTER_AGE),
        (OFFENDER, D.SUBJECT, OFFENDER_SUBJECT),
        (OFFENDER, D.AGE, OFFENDER_AGE),
        (OFFENDER, D.SEX, OFFENDER_SEX),
        (SEVERAL, D.SUBJECT, SEVERAL_SUBJECT),
        (ADULT, D.SEX, ADULT_SEX),
        (BABY, D.SEX, BABY_SEX),
    )
    for told, wanted in every.items()
]


@pytest.mark.parametrize(("review", "detail", "told", "wanted"), TOLD)
def test_a_detail_is_read_however_it_is_told(
    review: str, detail: DetailName, told: str, wanted: str | None
) -> None:
    found = DESCRIBER.describe(marked(review.format(told=told)), "review.docx").details
    assert ("|".join(values(found, detail)) or None) == wanted
