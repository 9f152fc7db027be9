"""A long review is described: cover, sections, people, dates, recommendations."""

from pathlib import Path

import pytest

from caseview.domain.attribute import DetailName, value, values
from caseview.domain.description import Description
from caseview.domain.document import DocumentText, Form, Kind, Paragraph, ParagraphStyle
from caseview.domain.section import SectionRole
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists

D, R, S = DetailName, SectionRole, ParagraphStyle
DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})

REVIEW = """# Safeguarding Adults Review: Winifred
# Overview Report
Commissioned by Torbay and Devon Safeguarding Adults Partnership, section 44 of the Care Act
Lead reviewers: Maud Ellery and Dr Owen Price-Lyle
Published March 2023
# Contents
# 1. Introduction
# 2. Terms of reference
# 3. What happened
# 4. Analysis
# 5. Good practice
# 6. Recommendations
# 1. Introduction
Winifred was 71 when she died in January 2022 at the flat where she had lived by herself for \
thirty years. She was found by a neighbour. Devon and Cornwall Police attended on that day.
# 2. Terms of reference
The period under review is from 1 March 2020 to 14 January 2022, when she was known to us.
# 3. What happened
The first referral was made in March 2020, and was closed on the same day without a visit.
# Spring and summer
Devon and Cornwall Police called twice. Each time the officer left a card behind at the door.
# 4. Analysis
Nobody asked who held the key. The referral was read as a housing matter and nothing else.
# Finding 1: the door stayed shut
Workers wrote that she declined. None of them had seen her, or been inside her home.
# What worked well
The postman rang every week, and he told the surgery each time that he was worried.
# 6. Recommendations
The following recommendations are made:
- 1 | The Partnership should agree who opens a door when nobody answers it.
- 2 | Ask Devon and Cornwall Police to record each call at which nobody was seen.
# For Harbourside NHS Trust
- 3 | Discharge letters should name the person who will visit.
# Appendix A: Glossary
SAR: safeguarding adults review, which a partnership must arrange under the Care Act in some cases.
"""


def document(marked: str) -> DocumentText:
    """A document from lines: "# " marks a heading, "- n | " a list item with its number."""
    parts: list[str] = []
    paragraphs: list[Paragraph] = []
    place = 0
    for number, line in enumerate(filter(None, marked.splitlines()), start=1):
        style, printed, words = S.BODY, "", line
        if line.startswith("# "):
            style, words = S.HEADING, line[2:]
            first, _, rest = words.partition(". ")
            printed, words = (first, rest) if first.isdigit() else ("", words)
        elif line.startswith("- "):
            style = S.LIST_ITEM
            printed, _, words = line[2:].partition(" | ")
        level = 0 if style is not S.HEADING else 1 if printed else 2
        parts.append(words)
        end = place + len(words)
        paragraphs.append(Paragraph(place, end, number, None, printed, style, level))
        place = end + 2
    return DocumentText("\n\n".join(parts), tuple(paragraphs))


@pytest.fixture(scope="module")
def review() -> Description:
    return DESCRIBER.describe(document(REVIEW), "review.docx")


def test_kind_and_form(review: Description) -> None:
    assert (review.guess.kind, review.guess.form) == (Kind.SAR, Form.FULL_REPORT)


SINGLE = {
    D.TITLE: "Safeguarding Adults Review: Winifred: Overview Report",
    D.SUBJECT: "Winifred",
    D.PUBLISHED: "2023-03",
    D.DATE_OF_DEATH: "2022-01",
    D.BOARD: "Torbay and Devon Safeguarding Adults Partnership",
    D.AREA_AS_PRINTED: "Torbay and Devon",
    D.POLICE_FORCE: "Devon and Cornwall Police",
    D.REGION: "South West",
    D.AGE: "71",
    D.SEX: "female",
    D.REVIEW_PERIOD: "2020-03-01 to 2022-01-14",
}


@pytest.mark.parametrize(("name", "expected"), SINGLE.items(), ids=str)
def test_each_detail_is_read(review: Description, name: DetailName, expected: str) -> None:
    assert value(review.details, name) == expected


def test_every_reviewer_is_named(review: Description) -> None:
    assert values(review.details, D.AUTHOR) == ("Maud Ellery", "Dr Owen Price-Lyle")


def test_each_detail_carries_its_words(review: Description) -> None:
    text = document(REVIEW).text
    for detail in review.details:
        assert detail.text == text[detail.start : detail.end]


ROLES = {
    "Commissioned by": R.FRONT_MATTER,
    "Winifred was 71": R.FRONT_MATTER,
    "The period": R.TERMS_OF_REFERENCE,
    "The first referral": R.CHRONOLOGY,
    "Devon and Cornwall Police called": R.CHRONOLOGY,
    "Nobody asked": R.ANALYSIS,
    "Workers wrote": R.ANALYSIS,
    "The postman": R.GOOD_PRACTICE,
    "The Partnership should": R.RECOMMENDATIONS,
    "Discharge letters": R.RECOMMENDATIONS,
    "SAR:": R.GLOSSARY,
}


@pytest.mark.parametrize(("opening", "role"), ROLES.items())
def test_each_paragraph_has_the_role_of_its_section(
    review: Description, opening: str, role: SectionRole
) -> None:
    found = next(p for p in review.passages if p.text.startswith(opening))
    assert found.role is role


def test_a_contents_page_makes_no_sections(review: Description) -> None:
    headings = [section.heading for section in review.outline]
    assert headings.count("Introduction") == 1


def test_recommendations_are_read_with_whom_they_are_for(review: Description) -> None:
    assert [(r.number, r.addressee) for r in review.recommendations] == [
        ("1", "Torbay and Devon Safeguarding Adults Partnership"),
        ("2", "Devon and Cornwall Police"),
        ("3", "Harbourside NHS Trust"),
    ]
    assert review.recommendations[1].text.startswith("Ask Devon and Cornwall Police to record")


def recommended(marked: str) -> list[tuple[str, str, str | None]]:
    found = DESCRIBER.describe(document(REVIEW.rsplit("# 6.", 1)[0] + marked), "review.docx")
    return [(r.number, r.text, r.addressee) for r in found.recommendations]


def test_a_table_keeps_its_columns() -> None:
    text = document(
        REVIEW.rsplit("# 6.", 1)[0] + "# 6. Recommendations\nrow one\nrow two\nrow three"
    )
    rows = (
        "No. | Recommendation | Lead agency",
        "1 | The procedure for locked doors should be written down and tried out. | The Council",
        "2 | Training on keys should be given to all who visit people at home. | All partners",
    )
    kept = list(text.paragraphs[:-3])
    words = text.text[: kept[-1].end]
    for row in rows:
        start = len(words) + 2
        words += f"\n\n{row}"
        kept.append(Paragraph(start, len(words), len(kept) + 1, style=S.TABLE_ROW))
    found = DESCRIBER.describe(DocumentText(words, tuple(kept)), "review.docx").recommendations
    assert [(r.number, r.addressee) for r in found] == [
        ("1", "The Council"),
        ("2", "All partners"),
    ]
    assert found[0].text == "The procedure for locked doors should be written down and tried out."


SAID = {
    "The force should look twice.": "Devon and Cornwall Police",
    "Primary care should look twice.": "Primary care",
    "The Trust should look twice.": "Harbourside NHS Trust",
    "Harbourside should look twice.": "Harbourside NHS Trust",
    "The Partnership should look twice.": "Torbay and Devon Safeguarding Adults Partnership",
}


@pytest.mark.parametrize(("words", "addressee"), SAID.items())
def test_a_short_name_is_read_as_the_one_it_stands_for(words: str, addressee: str) -> None:
    group = "# 6. Recommendations\n# Harbourside NHS Trust\n- 1 | "
    assert [who for _, _, who in recommended(f"{group}{words}\n")] == [addressee]


def test_a_label_makes_a_recommendation_wherever_it_stands() -> None:
    found = recommended("Recommendation 4: The Board should read this review aloud.\n")
    assert found == [
        (
            "4",
            "The Board should read this review aloud.",
            "Torbay and Devon Safeguarding Adults Partnership",
        )
    ]


def test_questions_for_the_board_are_no_recommendations() -> None:
    found = recommended(
        "# 6. Recommendations\n- 1 | All agencies should write down who holds the key.\n"
        "# Questions for the Board\n- 2 | How will the Board know that doors are opened?\n"
    )
    assert [(number, addressee) for number, _, addressee in found] == [("1", "All agencies")]


def test_a_document_without_words_describes_as_nothing() -> None:
    found = DESCRIBER.describe(DocumentText(""), "scan.pdf")
    assert found.guess.kind is Kind.OTHER
    assert (found.passages, found.recommendations, found.concerns) == ((), (), ())
