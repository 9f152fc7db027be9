"""A coroner's report is described from its printed form."""

from collections.abc import Callable
from pathlib import Path

import pytest

from caseview.domain.attribute import DetailName, value, values
from caseview.domain.description import Description
from caseview.domain.document import Kind
from caseview.domain.section import SectionRole
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.text import read_plain

D = DetailName
DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})

REPORT = """Regulation 28: Prevention of Future Deaths report
Our reference 2023-0991

THIS REPORT IS BEING SENT TO:
1. Mr Ivor Quill
2. Chief Executive, Harbourside NHS Foundation Trust
3. The Chief Coroner
4. Home Secretary

1 CORONER
I am Dr Ada Lorne OBE, Assistant Coroner, for the coroner area of South Manchester.

2 CORONER’S LEGAL POWERS
I make this report under paragraph 7, Schedule 5, of the Coroners and Justice Act 2009.

3 INVESTIGATION and INQUEST
On 5 September 2022 I commenced an investigation into the death of Arnold James PIKE, aged 61, born
on 4 July 1961. The inquest concluded on 1 March 2023. Mr Pike died on 30 August 2022 at home.

4 CIRCUMSTANCES OF THE DEATH
The jury found that the following contributed:
1. The lamp was out.
2. The door was shut.

5 CORONER’S CONCERNS
During the course of the inquest the evidence revealed matters giving rise to concern. In my opinion
there is a risk that future deaths will occur unless action is taken. In the circumstances it is my
statutory duty to report to you.

The MATTERS OF CONCERN are as follows. –
(1) Nobody was told who held the key to the medicine room.
(2) The rota was kept on paper.
It could not be seen at night.

6 ACTION SHOULD BE TAKEN
In my opinion action should be taken to prevent future deaths.

7 YOUR RESPONSE
You are under a duty to respond to this report within 56 days of the date of this report, namely by
10 May 2023. I, the coroner, may extend the period.

8 COPIES and PUBLICATION
I have sent a copy of my report to the Chief Coroner.

9 15.03.2023    Dr Ada Lorne
"""


def describe(words: str, name: str = "report.txt") -> Description:
    return DESCRIBER.describe(read_plain(words.encode()), name)


@pytest.fixture(scope="module")
def report() -> Description:
    return describe(REPORT)


SINGLE = {
    D.REF: "2023-0991",
    D.PUBLISHED: "2023-03-15",
    D.CORONER: "Dr Ada Lorne OBE",
    D.CORONER_TITLE: "Assistant Coroner",
    D.AREA: "Manchester South",
    D.AREA_AS_PRINTED: "South Manchester",
    D.POLICE_FORCE: "Greater Manchester Police",
    D.REGION: "North West",
    D.SUBJECT: "Arnold James Pike",
    D.AGE: "61",
    D.SEX: "male",
    D.DATE_OF_DEATH: "2022-08-30",
    D.RESPONSE_DUE: "2023-05-10",
}


@pytest.mark.parametrize(("name", "expected"), SINGLE.items(), ids=str)
def test_each_detail_is_read(report: Description, name: DetailName, expected: str) -> None:
    assert value(report.details, name) == expected


def test_each_detail_carries_the_words_that_support_it(report: Description) -> None:
    words = read_plain(REPORT.encode()).text
    for detail in report.details:
        assert detail.start is not None
        assert detail.text == words[detail.start : detail.end]


def test_a_person_and_the_organisation_below_are_one_addressee(report: Description) -> None:
    assert values(report.details, D.ADDRESSEE) == (
        "Mr Ivor Quill, Chief Executive, Harbourside NHS Foundation Trust",
        "Home Secretary",
    )


def test_the_boxes_are_the_outline(report: Description) -> None:
    roles = [section.role for section in report.outline]
    assert roles == [
        SectionRole.FRONT_MATTER,
        SectionRole.FRONT_MATTER,
        SectionRole.LEGAL_POWERS,
        SectionRole.BACKGROUND,
        SectionRole.CHRONOLOGY,
        SectionRole.CONCERNS,
        SectionRole.RECOMMENDATIONS,
        SectionRole.FRONT_MATTER,
        SectionRole.FRONT_MATTER,
    ]


def test_every_paragraph_is_one_passage() -> None:
    text = read_plain(REPORT.encode())
    passages = DESCRIBER.describe(text, "report.txt").passages
    assert [(p.start, p.end) for p in passages] == [(p.start, p.end) for p in text.paragraphs]


def test_concerns_are_split_by_their_numbers_without_the_preamble(report: Description) -> None:
    assert [(c.number, c.text.replace("\n", " ")[:40]) for c in report.concerns] == [
        ("1", "Nobody was told who held the key to the "),
        ("2", "The rota was kept on paper.  It could no"),
    ]


def test_what_a_jury_found_is_no_concern(report: Description) -> None:
    assert not any("lamp" in concern.text for concern in report.concerns)


SPELLINGS: dict[str, Callable[[str], str]] = {
    "no apostrophe": lambda t: t.replace("CORONER’S", "CORONERS"),
    "matter of concern": lambda t: t.replace("5 CORONER’S CONCERNS", "5 MATTER OF CONCERN"),
    "bare": lambda t: t.replace("5 CORONER’S CONCERNS", "CONCERNS"),
    "small letters": lambda t: t.replace("5 CORONER’S CONCERNS", "5. Coroner's concerns"),
    "number above": lambda t: t.replace("5 CORONER’S CONCERNS", "5\nCORONER’S CONCERNS"),
    "glued": lambda t: t.replace("5 CORONER’S CONCERNS\n", "5 CORONER’S CONCERNS "),
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_the_box_of_concerns_is_found_however_it_is_spelt(spelling: str) -> None:
    found = describe(SPELLINGS[spelling](REPORT))
    assert [concern.number for concern in found.concerns] == ["1", "2"]


def test_a_report_without_a_printed_due_date_counts_56_days() -> None:
    found = describe(REPORT.replace(", namely by\n10 May 2023", ""))
    due = next(detail for detail in found.details if detail.name is D.RESPONSE_DUE)
    assert (due.value, due.text) == ("2023-05-10", None)


def test_what_is_not_said_stays_unknown() -> None:
    bare = REPORT.replace("Our reference 2023-0991\n", "").replace(", aged 61", "")
    found = describe(bare)
    assert value(found.details, D.REF) is None
    assert value(found.details, D.AGE) is None


def test_a_ref_in_the_file_name_is_taken_without_words() -> None:
    found = describe(REPORT.replace("Our reference 2023-0991\n", ""), "Pike-2023-0991.pdf")
    ref = next(detail for detail in found.details if detail.name is D.REF)
    assert (ref.value, ref.text) == ("2023-0991", None)


def test_an_area_that_no_list_knows_is_kept_as_printed() -> None:
    found = describe(REPORT.replace("South Manchester", "Westermere"))
    area = next(detail for detail in found.details if detail.name is D.AREA)
    assert (area.value, area.known) == ("Westermere", False)
    assert value(found.details, D.POLICE_FORCE) is None


AREAS = {
    "the County of Surrey": "Surrey",
    "Greater Manchester (South)": "Manchester South",
    "Yorkshire West Eastern": "West Yorkshire (Eastern)",
    "London Inner North": "Inner North London",
    "Kent Mid and Medway": "Mid Kent and Medway",
    "Newcastle and North Tyneside": "Newcastle upon Tyne and North Tyneside",
}


@pytest.mark.parametrize(("printed", "canonical"), AREAS.items())
def test_an_area_has_one_name_however_it_is_printed(printed: str, canonical: str) -> None:
    found = describe(REPORT.replace("South Manchester", printed))
    assert value(found.details, D.AREA) == canonical


def test_the_publishers_labels_are_read_where_they_stand() -> None:
    labelled = """REGULATION 28 REPORT TO PREVENT FUTURE DEATHS

Date of report: 14/10/2014
Ref: 2014-0444
Deceased name: Arnold Pike
Coroners name: Ada Lorne
Coroner Area: Norfolk
This report is being sent to: The Chief Executive, Harbourside NHS Trust

5 CORONER'S CONCERNS
1. The rota was kept on paper.
"""
    found = describe(labelled)
    assert found.guess.kind is Kind.PFD
    assert [value(found.details, name) for name in (D.PUBLISHED, D.REF, D.SUBJECT, D.CORONER)] == [
        "2014-10-14",
        "2014-0444",
        "Arnold Pike",
        "Ada Lorne",
    ]


def test_a_day_of_death_without_its_year_takes_the_year_told_before() -> None:
    told = REPORT.replace("Mr Pike died on 30 August 2022 at home.", "He was found by a neighbour.")
    dead = told.replace(
        "4 CIRCUMSTANCES OF THE DEATH\n",
        "4 CIRCUMSTANCES OF THE DEATH\nOn 28 December 2022 he fell. Mr Pike died on 30 December.\n",
    )
    assert value(describe(dead).details, D.DATE_OF_DEATH) == "2022-12-30"
    turned = dead.replace("on 30 December.", "on 2 January.")
    assert value(describe(turned).details, D.DATE_OF_DEATH) is None
