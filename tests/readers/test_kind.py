"""Kind and form are told from the words of the field."""

from pathlib import Path

import pytest

from caseview.domain.document import DocumentText, Form, Kind
from caseview.readers.kind import KindFinder
from caseview.readers.lists import load_lists

LISTS = load_lists(Path(__file__).parents[2] / "resources" / "lists")
FINDER = KindFinder(LISTS.kinds, LISTS.forms)

OPENINGS = {
    "pfd": """REGULATION 28: REPORT TO PREVENT FUTURE DEATHS
THIS REPORT IS BEING SENT TO: The Chief Executive, Harbourside NHS Trust
1 CORONER I am Ada Lorne, Area Coroner, for the coroner area of Westermere.
2 CORONERS LEGAL POWERS I make this report under paragraph 7, Schedule 5
3 INVESTIGATION and INQUEST 5 CORONERS CONCERNS 6 ACTION SHOULD BE TAKEN 7 YOUR RESPONSE""",
    "pfd_response": """Dear Ms Lorne
Thank you for your report to prevent future deaths dated 3 May 2024 concerning the death of
Mr Arnold Pike. I write in response to the concerns you raised. Yours sincerely""",
    "cspr": """Local Child Safeguarding Practice Review
Juniper
Lead reviewer: Maud Ellery. Westermere Safeguarding Children Partnership
A rapid review was held under Working Together to Safeguard Children 2018.""",
    "scr": """Serious Case Review: Child Q. Overview report
Westermere Local Safeguarding Children Board, Working Together to Safeguard Children 2013""",
    "scr_adult": """Serious Case Review: Adult K
Westermere Safeguarding Adults Board, under No Secrets, concerning a vulnerable adult""",
    "mappa_scr": """MAPPA Serious Case Review
Commissioned by the Strategic Management Board after a serious further offence by a MAPPA level 2
offender. A police internal management review was received.""",
    "sar": """Safeguarding Adults Review: Winifred
Westermere Safeguarding Adults Board commissioned it under section 44 of the Care Act 2014""",
    "dhr": """Domestic Homicide Review Overview Report into the death of Iris
Westermere Community Safety Partnership. Domestic Violence, Crime and Victims Act 2004""",
    "cpr_wales": """Concise Child Practice Review
Glanmor Regional Safeguarding Children Board. Social Services and Well-being (Wales) Act 2014.
Practice and organisational learning. Statement by Reviewer""",
    "apr_wales": """Extended Adult Practice Review
Glanmor Regional Safeguarding Adults Board. Social Services and Well-being (Wales) Act 2014.
Practice and organisational learning. Statement by Reviewer""",
    "susr_wales": """Single Unified Safeguarding Review
Glanmor Regional Safeguarding Board. The report is held in the Wales Safeguarding Repository.""",
    "owhr": """Offensive Weapons Homicide Review
The review partners were notified of a qualifying homicide under the Police, Crime, Sentencing and
Courts Act 2022.""",
    "mhhr": """An independent investigation into the care and treatment of Mr T
Commissioned by NHS England. Westermere Mental Health Foundation Trust.""",
    "leder": """Learning from lives and deaths (LeDeR)
The learning disability mortality review of a woman with an annual health check""",
    "rapid_review": """Rapid Review: Child R
After a serious incident notification the rapid review was sent to the Child Safeguarding Practice
Review Panel.""",
    "thematic_review": """Thematic review of deaths of homeless people in Westermere
A national analysis of earlier work was read.""",
    "other": """Minutes of the parish council. The roof of the hall was discussed at length.""",
}


def text(words: str) -> DocumentText:
    return DocumentText(words)


@pytest.mark.parametrize("kind", [Kind(name) for name in OPENINGS], ids=str)
def test_each_kind_is_known_by_its_opening(kind: Kind) -> None:
    assert FINDER.find(text(OPENINGS[kind.value]), "scan0001.pdf").kind is kind


def test_a_guess_says_which_words_led_to_it_and_by_how_much() -> None:
    guess = FINDER.find(text(OPENINGS["sar"]), "report.docx")
    assert "section 44 of the care act" in guess.reasons
    assert guess.margin > 0


def test_a_joint_review_names_both_kinds() -> None:
    words = """Joint Safeguarding Adults Review and Domestic Homicide Review: Winifred
Commissioned by Westermere Safeguarding Adults Board under section 44 of the Care Act 2014 and by
Westermere Community Safety Partnership under section 9 of the Domestic Violence, Crime and Victims
Act 2004"""
    guess = FINDER.find(text(words), "joint.docx")
    assert {guess.kind, guess.also} == {Kind.SAR, Kind.DHR}


def test_a_review_of_one_kind_is_not_joint() -> None:
    assert FINDER.find(text(OPENINGS["dhr"]), "dhr.docx").also is None


FORMS = {
    Form.EXECUTIVE_SUMMARY: "Domestic Homicide Review\nExecutive Summary\nThe death of Iris",
    Form.BRIEFING: "7 Minute Briefing\nSafeguarding Adults Review: Winifred",
    Form.ACTION_PLAN: "Safeguarding Adults Review: Winifred\nAction Plan",
    Form.RESPONSE: "Board response to the Safeguarding Adults Review: Winifred\nJune 2021",
    Form.FULL_REPORT: "Domestic Homicide Review\nOverview Report\nContents\n1 Executive summary",
}


@pytest.mark.parametrize(("form", "words"), FORMS.items(), ids=lambda value: str(value)[:20])
def test_the_form_is_told_on_the_cover(form: Form, words: str) -> None:
    assert FINDER.find(text(words), "document.pdf").form is form


BRIEFINGS = (
    "Easy Read\nSafeguarding Adults Review about Winifred",
    "Seven minute learning\nDomestic Homicide Review: Iris",
    "Learning from the Safeguarding Adults Review: Winifred\nPractitioner summary",
    "Child Safeguarding Practice Review: Juniper\nReview on a page",
)


@pytest.mark.parametrize("words", BRIEFINGS)
def test_a_briefing_is_known_by_any_of_its_names(words: str) -> None:
    assert FINDER.find(text(words), "document.pdf").form is Form.BRIEFING


def test_a_question_on_the_first_page_does_not_make_a_paper_guidance() -> None:
    words = """Safeguarding Adult Review
Adult L
Westermere Safeguarding Adults Board
Adult L died on 27 September 2019 after choking at a day centre. Section 44 of the Care Act applied.
Did guidance from speech therapy reach the people who fed her?"""
    assert FINDER.find(text(words), "document.pdf").form is Form.FULL_REPORT


def test_a_report_with_its_summary_in_front_is_a_full_one() -> None:
    words = "Domestic Homicide Review\nExecutive summary and overview report: Iris"
    assert FINDER.find(text(words), "document.pdf").form is Form.FULL_REPORT


def test_a_file_name_can_tell_the_form() -> None:
    guess = FINDER.find(text(OPENINGS["dhr"]), "Iris_executive-summary.docx")
    assert guess.form is Form.EXECUTIVE_SUMMARY


NOT_REVIEWS = {
    Form.GUIDANCE: "Safeguarding Adults Review\nReferral form\nSection 44 of the Care Act 2014",
    Form.ANNUAL_REPORT: "Westermere Safeguarding Adults Board\nAnnual Report 2022\nThree "
    "Safeguarding Adults Reviews under section 44 of the Care Act 2014 were published.",
    Form.LETTER: "Domestic Homicide Review - Feedback Letter\nDear Sam\nThank you for submitting "
    "the Domestic Homicide Review report to the Home Office Quality Assurance Panel. The QA Panel "
    "felt it read well. Yours sincerely",
}


PAPERS = {
    "Westermere Safeguarding Adults Board\nSafeguarding Adults Review Policy\nVersion 3": (
        Form.GUIDANCE
    ),
    "Westermere Safeguarding Children Partnership\nYearly Report 2022\nTwo local child "
    "safeguarding practice reviews were published.": Form.ANNUAL_REPORT,
    "Press statement\nWestermere Safeguarding Adults Board publishes its review": Form.LETTER,
}


@pytest.mark.parametrize(("words", "form"), PAPERS.items())
def test_papers_about_reviews_are_none(words: str, form: Form) -> None:
    guess = FINDER.find(text(words), "document.pdf")
    assert (guess.kind, guess.form) == (Kind.OTHER, form)


def test_a_welsh_and_english_title_page_names_the_kind_once() -> None:
    words = """ADOLYGIAD YMARFER PLANT CRYNO
CONCISE CHILD PRACTICE REVIEW
Bwrdd Diogelu Glanmor / Glanmor Safeguarding Board
Social Services and Well-being (Wales) Act 2014"""
    guess = FINDER.find(text(words), "scan.pdf")
    assert (guess.kind, guess.also, guess.form) == (Kind.CPR_WALES, None, Form.FULL_REPORT)


def test_a_review_of_a_child_and_an_adult_is_joint() -> None:
    words = """Joint Local Child Safeguarding Practice Review and Safeguarding Adults Review
Lily and Marcus. Westermere Safeguarding Children Partnership and Westermere Safeguarding Adults
Board. Rapid review, section 44 of the Care Act 2014"""
    guess = FINDER.find(text(words), "joint.docx")
    assert {guess.kind, guess.also} == {Kind.SAR, Kind.CSPR}


@pytest.mark.parametrize(("form", "words"), NOT_REVIEWS.items(), ids=lambda value: str(value)[:20])
def test_what_is_no_review_is_named_as_such(form: Form, words: str) -> None:
    guess = FINDER.find(text(words), "document.pdf")
    assert (guess.kind, guess.form) == (Kind.OTHER, form)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Eastmere Safeguarding Adults Board\nSAR: Ida and Noor", Kind.SAR),
        ("Eastmere Safeguarding Adults Board\nIda and Noor (SAR)", Kind.SAR),
        ("Eastmere Safeguarding Adults Board\nSerious Case Review: Ida", Kind.SCR_ADULT),
        ("Eastmere Safeguarding Children Partnership\nLCSPR, Ida", Kind.CSPR),
        ("Eastmere Community Safety Partnership\nDHR: Ida", Kind.DHR),
    ],
)
def test_a_kind_is_known_by_its_letters_before_any_sign(title: str, kind: Kind) -> None:
    told = "Ida was known to adult social care. The safeguarding adults procedures were followed."
    assert FINDER.find(text(f"{title}\n\n{told}"), "review.docx").kind is kind


def test_an_empty_text_is_of_no_kind() -> None:
    assert FINDER.find(text(""), "empty.txt").kind is Kind.OTHER


def test_a_scan_without_words_is_known_by_its_file_name() -> None:
    assert FINDER.find(text(""), "dhr_iris_overview.pdf").kind is Kind.DHR
    assert FINDER.find(text("Sarah met her sister at the car park."), "b.txt").kind is Kind.OTHER


def test_a_sentence_of_the_form_does_not_hide_a_response() -> None:
    words = "You say that action should be taken. The coroner heard at the inquest of two doors."
    assert FINDER.find(text(words), "2024-0601-harbourside.txt").kind is Kind.PFD_RESPONSE


def test_a_letter_that_came_before_a_report_does_not_make_it_one() -> None:
    cover = "Joan\n\nA Domestic Homicide Review\n\nHome Office letter | 9 November 2023"
    told = "The review was held under section 9 of the Domestic Violence, Crime and Victims Act."
    guess = FINDER.find(text(f"{cover}\n\nPublished | March 2024\n\n{told}"), "review.docx")
    assert (guess.kind, guess.form) == (Kind.DHR, Form.FULL_REPORT)
