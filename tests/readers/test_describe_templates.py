"""Covers and templates of many boards: dates, people, boards and sections in their own words."""

from pathlib import Path

import pytest

from caseview.domain.attribute import DetailName, value, values
from caseview.domain.description import Description
from caseview.domain.document import Form
from caseview.domain.section import SectionRole
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from tests.readers.marked import marked

D, R = DetailName, SectionRole
DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})
ACT = "The review was held under section 44 of the Care Act 2014 by the Board."


def described(cover: str, told: str) -> Description:
    words = f"# Safeguarding Adults Review\n{cover}\n# 1. Introduction\n{told}\n{ACT}\n"
    return DESCRIBER.describe(marked(words), "review.docx")


def test_a_board_in_capitals_is_named_as_names_are_written() -> None:
    found = described("WESTERMERE AND QUAY SAFEGUARDING ADULTS BOARD\nADULT P", "He was seen.")
    assert value(found.details, D.BOARD) == "Westermere and Quay Safeguarding Adults Board"
    board = next(d for d in found.details if d.name is D.BOARD)
    assert board.text == "WESTERMERE AND QUAY SAFEGUARDING ADULTS BOARD"


DEATHS = {
    "Joan was seen up to the day of her death on 9 March 2020.": "2020-03-09",
    "A key was found on 9 April 2020.": "2020-03",
    "Joan drowned in a lake on 9 March 2020.": "2020-03-09",
}


@pytest.mark.parametrize(("told", "died"), DEATHS.items())
def test_the_day_of_a_death_completes_the_month_on_the_cover(told: str, died: str) -> None:
    found = described("Into the death of Joan in March 2020", told)
    assert value(found.details, D.DATE_OF_DEATH) == died


def test_a_serious_further_offence_dates_the_review_of_an_offender() -> None:
    words = "Offender Q committed a further serious offence on 9 March 2020."
    found = described("Offender Q", words)
    assert value(found.details, D.SUBJECT) == "Offender Q"
    assert value(found.details, D.DATE_OF_DEATH) == "2020-03-09"


PUBLISHED = {
    "Final version, August 2020": "2020-08",
    "Completed: May 2020\nPublication: August 2021": "2021-08",
    "Approved by the Board 3 May 2020\nAugust 2020": "2020-08",
    "Endorsed 3 May 2020. For publication on 4 August 2020.": "2020-08-04",
    "Approved by the Board: 3 May 2020\nPublicly available from: 4 August 2020": "2020-08-04",
    "Completed May 2020": None,
    "Submitted to the Board on 3 May 2020": None,
}


@pytest.mark.parametrize(("cover", "date"), PUBLISHED.items())
def test_a_date_of_completion_is_none_of_publication(cover: str, date: str | None) -> None:
    assert value(described(f"Joan\n{cover}", "She was seen.").details, D.PUBLISHED) == date


AUTHORS = {
    "Lead Reviewers: Dr Jan van der Meer and Siân Ellis-Jones": (
        "Dr Jan van der Meer",
        "Siân Ellis-Jones",
    ),
    "Prepared by Owen Price, Price Associates": ("Owen Price",),
    "Review led by Owen Price": ("Owen Price",),
    "Lead Reviewer (Independent): Owen Price": ("Owen Price",),
    "Author’s name: Owen Price": ("Owen Price",),
    "Maud Ellery, Chair and Author": ("Maud Ellery",),
    "Maud Ellery (Independent Chair) and Owen Price (Report Author)": ("Maud Ellery", "Owen Price"),
    "Maud Ellery and Owen Price\nIndependent Reviewers": ("Maud Ellery", "Owen Price"),
    "Owen Price was appointed as the independent author.": ("Owen Price",),
    "Maud Ellery was appointed to chair the panel and Owen Price to write the report.": (
        "Maud Ellery",
        "Owen Price",
    ),
    "The lead reviewer, Owen Price, is a retired nurse.": ("Owen Price",),
    "Maud Ellery, Chair of the Safeguarding Board": (),
    "REPORT OF THE INDEPENDENT REVIEWER\nMAUD ELLERY": ("Maud Ellery",),
    "Chair – Owen Price\nReport Writer – Maud Ellery": ("Owen Price", "Maud Ellery"),
    "Independent Chair of the SCR Panel: Maud Ellery\nOverview Author: Owen Price": (
        "Maud Ellery",
        "Owen Price",
    ),
    "Chair: Maud Ellery\nReport Author: Dr Owen Price": ("Maud Ellery", "Dr Owen Price"),
}


@pytest.mark.parametrize(("cover", "names"), AUTHORS.items())
def test_chair_and_author_are_both_recorded(cover: str, names: tuple[str, ...]) -> None:
    assert values(described(f"Joan\n{cover}", "She was seen.").details, D.AUTHOR) == names


def test_reviewers_who_sign_at_the_end_are_the_authors() -> None:
    words = (
        "# Child Practice Review Report\nWestermere Regional Safeguarding Children Board\n"
        "Re: CPR 1/2020 Child S\n# 1. Brief outline\n"
        "Under the Social Services and Well-being (Wales) Act 2014 the Board reviewed what was "
        "done for Child S, a boy aged 6, who drowned on 27 April 2020.\n"
        "# 2. Statement by Reviewers\n| REVIEWER 1 | Maud Ellery | REVIEWER 2 | Owen Price"
    )
    found = DESCRIBER.describe(marked(words), "review.docx").details
    assert values(found, D.AUTHOR) == ("Maud Ellery", "Owen Price")
    assert value(found, D.SUBJECT) == "Child S"
    assert value(found, D.SEX) == "male"


SEXES = {
    "Joan was killed by her brother. His trial was in May.": "female",
    "Sam, a quiet man with many friends, was seen in March.": "male",
    "The mother was 19 when Sam was born. She had left school. Sam was seen when he fell.": "male",
    "Sam’s mother said that she had rung.": None,
    "Help came to Joan from Gerald as his carer. Joan had lost her key.": "female",
}


@pytest.mark.parametrize(("told", "sex"), SEXES.items())
def test_the_sex_is_that_of_whom_the_sentence_is_about(told: str, sex: str | None) -> None:
    name = "Joan" if "Joan" in told else "Sam"
    assert value(described(name, told).details, D.SEX) == sex


def test_a_cover_set_as_a_table_gives_the_same_details() -> None:
    cover = (
        "| Date of death: | 28 July 2021\n| Independent Chair: | Maud Ellery\n"
        "| Overview report author: | Dr Owen Price\n| Date published: | 12 October 2023"
    )
    found = described(f"Rhys\n{cover}", "The Board was told on 1 August 2021.").details
    assert values(found, D.AUTHOR) == ("Maud Ellery", "Dr Owen Price")
    assert value(found, D.DATE_OF_DEATH) == "2021-07-28"
    assert value(found, D.PUBLISHED) == "2023-10-12"


SUBJECTS = {
    "IN RESPECT OF MS T": "Ms T",
    "Subject: Joan, aged 71": "Joan",
    "Victim | Joan": "Joan",
    "REVIEW JOAN": "Joan",
    "Adolygiad Ymarfer Oedolion Estynedig\nRe: Adult C (APR 4/2019)": "Adult C",
    "The care and treatment of Mr L": "Mr L",
}


@pytest.mark.parametrize(("cover", "name"), SUBJECTS.items())
def test_the_person_is_named_in_capitals_and_beside_other_words(cover: str, name: str) -> None:
    assert value(described(cover, "The review looked at a year.").details, D.SUBJECT) == name


def test_a_labelled_date_of_the_homicide_is_the_date_of_death() -> None:
    found = described("Joan\nDate of homicide: 31 August 2019", "She was seen in May 2018.")
    assert value(found.details, D.DATE_OF_DEATH) == "2019-08-31"


def test_the_day_a_child_was_taken_to_hospital_dates_the_harm() -> None:
    told = "Baby J was 5 weeks old when she was taken to hospital on 9 January 2022."
    assert value(described("Baby J", told).details, D.DATE_OF_DEATH) == "2022-01-09"


CAREERS = (
    "Maud Ellery retired from Essex Police after a career of thirty years.",
    "The chair served with Essex Police and has never worked in the county.",
    "Maud Ellery was formerly a detective with Essex Police.",
)


@pytest.mark.parametrize("career", CAREERS)
def test_a_force_where_an_author_served_is_not_the_force_of_the_case(career: str) -> None:
    found = described("Joan", f"{career} Norfolk Constabulary found Joan in May 2019.")
    assert values(found.details, D.POLICE_FORCE) == ("Norfolk Constabulary",)


FORCES = {
    "Police force: Norfolk": "Norfolk Constabulary",
    "Police area | Humberside": "Humberside Police",
    "Officers of the West Midlands force came.": "West Midlands Police",
}


@pytest.mark.parametrize(("words", "force"), FORCES.items())
def test_a_force_is_named_by_its_place(words: str, force: str) -> None:
    assert values(described("Joan", words).details, D.POLICE_FORCE) == (force,)


def test_a_force_that_took_part_counts_before_one_that_is_only_named() -> None:
    words = (
        "Joan was found in the area of Essex Police, and Essex Police were told. Reports were "
        "provided by Ash Council, Norfolk Constabulary, and the ambulance service."
    )
    found = described("Joan", words)
    assert values(found.details, D.POLICE_FORCE) == ("Norfolk Constabulary",)


PERIODS = {
    "The review considered the period from 1 May 2018 to 3 June 2019.": "2018-05-01 to 2019-06-03",
    "The review looks at the time between 2016 and 2019.": "2016 to 2019",
}


@pytest.mark.parametrize(("told", "period"), PERIODS.items())
def test_the_period_reviewed_is_read_from_what_the_review_says_it_did(
    told: str, period: str
) -> None:
    assert value(described("Joan", told).details, D.REVIEW_PERIOD) == period


def roles(words: str) -> list[tuple[str, SectionRole]]:
    text = marked(f"# Safeguarding Adults Review\nJoan\n# 1. Introduction\n{ACT}\n{words}")
    return [(s.heading, s.role) for s in DESCRIBER.describe(text, "review.docx").outline][1:]


def test_a_list_of_questions_heads_nothing() -> None:
    words = "What did the nurses know about the door?\nHow did services respond to her calls?"
    assert roles(f"# 2. Key lines of enquiry\n{words}") == [
        ("Key lines of enquiry", R.TERMS_OF_REFERENCE)
    ]


def test_a_heading_that_asks_how_well_is_answered_by_an_analysis() -> None:
    assert roles(
        "# 2. Scope\nThe year before.\n# 3. Was the door opened in time?\nIt was not."
    ) == [
        ("Scope", R.TERMS_OF_REFERENCE),
        ("Was the door opened in time?", R.ANALYSIS),
    ]


TOLD = {
    "In March 2018 the door was broken.\nOn 3 June 2019 it was mended.": R.CHRONOLOGY,
    "We recommend that:\n- The Board audits how keys are kept.": R.RECOMMENDATIONS,
    "Recommendation 1: The Board should audit how keys are kept.": R.RECOMMENDATIONS,
    "She liked brass bands and kept a dog.": R.BACKGROUND,
    "Was the door opened in time?\nWho had the key?": R.TERMS_OF_REFERENCE,
    "A panel met four times and the author spoke to nine practitioners.": R.METHODOLOGY,
}


@pytest.mark.parametrize(("words", "role"), TOLD.items())
def test_a_heading_that_names_nothing_is_told_by_its_section(words: str, role: SectionRole) -> None:
    assert roles(f"# 2. Doors\n{words}") == [("Doors", role)]


def test_what_a_report_opens_with_introduces_it() -> None:
    words = "# Safeguarding Adults Review\nJoan\n# 1. Setting out\nOn 9 March 2020 Joan fell.\n"
    text = marked(f"{words}In May 2020 the Board met. {ACT}\n# 2. Scope\nThe year before.")
    outline = DESCRIBER.describe(text, "review.docx").outline
    assert [(s.heading, s.role) for s in outline] == [
        ("Setting out", R.FRONT_MATTER),
        ("Scope", R.TERMS_OF_REFERENCE),
    ]


def test_a_finding_may_be_a_whole_sentence_in_its_heading() -> None:
    finding = (
        "FINDING 2. Calls are counted by the minute, so that those who visit have no time to look "
        "at a door or a key, and have nobody to tell."
    )
    assert roles(f"# 2. The findings\n## {finding}\nNobody looked.") == [
        ("The findings", R.FINDINGS),
        (finding, R.FINDINGS),
    ]


def test_a_report_that_opens_with_its_own_summary_is_a_full_report() -> None:
    words = (
        "# Safeguarding Adults Review: Joan\nFinal report\nMarch 2021\n# 1. Executive summary\n"
        f"{ACT} Joan died in March 2019, and nobody had opened the door for the whole of a winter."
    )
    assert DESCRIBER.describe(marked(words), "review.docx").guess.form is Form.FULL_REPORT
    summary = words.replace("Final report", "Executive summary").replace("1. Executive", "1. A")
    found = DESCRIBER.describe(marked(summary), "review.docx").guess
    assert found.form is Form.EXECUTIVE_SUMMARY
