"""Sections are told where parts are in words, themes numbered, type large, names alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from caseview.domain.document import DocumentText, ParagraphStyle
from caseview.domain.section import SectionRole
from caseview.readers.describe import Describer
from caseview.readers.headings import could_be_heading, states
from caseview.readers.lists import load_lists
from caseview.readers.registry import text_of
from tests.readers.marked import marked

R = SectionRole
DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})
TOLD = "The nurse wrote to the surgery, and nobody there opened the letter for nine days."


def roles(text: DocumentText) -> dict[str, SectionRole]:
    return {s.heading: s.role for s in DESCRIBER.describe(text, "review.docx").outline}


def test_parts_counted_in_words_are_sections() -> None:
    found = roles(
        marked(f"Section One: Introduction\n{TOLD}\nSection Two: What happened\n{TOLD}\n{TOLD}")
    )
    assert found["Section Two: What happened"] is R.CHRONOLOGY


def test_an_appendix_with_a_stop_after_its_letter_is_a_section() -> None:
    found = roles(marked(f"# 1. Introduction\n{TOLD}\nAppendix A. Action plan\n{TOLD}"))
    assert found["Appendix A. Action plan"] is R.ACTION_PLAN


def test_themes_numbered_from_one_stand_in_the_section_above_them() -> None:
    found = roles(
        marked(
            f"# Introduction\n{TOLD}\n# Findings by theme\n{TOLD}\n# 1. Missed appointments\n"
            f"{TOLD}\n# 2. The plan for the child\n{TOLD}\n# Recommendations\nAll should write."
        )
    )
    assert found["Missed appointments"] is found["Findings by theme"]
    assert found["Recommendations"] is R.RECOMMENDATIONS


def test_a_heading_that_is_a_name_alone_is_about_the_person() -> None:
    found = roles(
        marked(
            f"# 1. Introduction\n{TOLD}\n# 2. Margaret\nMargaret was a baker. "
            f"Margaret had two cats.\n# 3. What happened\n{TOLD}"
        )
    )
    assert found["Margaret"] is R.BACKGROUND


def test_a_plan_for_the_child_is_not_a_part_about_the_child() -> None:
    found = roles(
        marked(
            f"# 1. Introduction\n{TOLD}\n# 2. Analysis\n{TOLD}\n"
            f"# 3. The child protection plan\n{TOLD}"
        )
    )
    assert found["The child protection plan"] is R.ANALYSIS


def test_what_follows_the_recommendations_and_asks_nothing_closes_the_report() -> None:
    found = roles(
        marked(
            "# 1. Introduction\nIt was cold.\n# 2. Recommendations\nn 1 | The Board should write.\n"
            f"# 3. Twelve years on\n{TOLD}"
        )
    )
    assert found["Twelve years on"] is R.FINDINGS


def test_lines_in_larger_type_head_the_parts_of_a_word_document(
    make_word: Callable[..., bytes], para: Callable[..., str]
) -> None:
    def large(words: str, size: int) -> str:
        return para(words, "", f'<w:sz w:val="{size}"/>')

    body = (
        large("The summer of the letters", 34) + para(TOLD) + large("A closed door", 26)
        + para(TOLD) + para(TOLD)
    )  # fmt: skip
    text = text_of(make_word(body), Path("a.docx"))
    heads = [(p.level, p.style) for p in text.paragraphs if p.level]
    assert heads == [(1, ParagraphStyle.HEADING), (2, ParagraphStyle.HEADING)]


def test_a_list_of_the_headings_without_pages_is_a_contents_page(
    make_word: Callable[..., bytes], para: Callable[..., str]
) -> None:
    names = ["About Kit", "What happened", "Working together", "Strengths"]
    parts = "".join(para(name, "", "<w:b/>") + para(TOLD) for name in names)
    body = para("Contents", "", "<w:b/>") + "".join(map(para, names)) + parts
    text = text_of(make_word(body), Path("a.docx"))
    listed = [p for p in text.paragraphs if p.style is ParagraphStyle.CONTENTS]
    assert [text.text[p.start : p.end] for p in listed] == names


def test_a_heading_told_only_by_its_words_stands_no_higher_than_those_marked() -> None:
    found = roles(
        marked(
            f"# Review of Ada\n## Part one: Executive summary\n{TOLD}\nThe review process\n{TOLD}"
            f"\nSummary of the recommendations\n{TOLD}\n## Part two: Overview report\n"
            f"## Section 1: Introduction\n{TOLD}\n## Section 2: Chronology\n{TOLD}"
        )
    )
    assert found["Part two: Overview report"] is R.FRONT_MATTER
    assert found["Section 1: Introduction"] is R.FRONT_MATTER
    assert found["Section 2: Chronology"] is R.CHRONOLOGY


def test_a_numbered_line_among_marked_headings_without_numbers_stands_below_them() -> None:
    found = roles(
        marked(
            f"## About this report\n{TOLD}\n## What happened\n{TOLD}\n## Analysis\n{TOLD}\n"
            f"n 3. | The child in the corridor\n{TOLD}\nn 4. | Letters nobody read\n{TOLD}\n"
            f"## Lessons\n{TOLD}"
        )
    )
    assert R.BACKGROUND not in found.values()


@pytest.mark.parametrize(
    "words",
    [
        "I. Action that the Board asks for",
        "Whom we spoke to",
        "4. What the panel looked at",
        "Changes that families call for",
    ],
)
def test_a_heading_that_is_a_clause_may_end_with_a_small_word(words: str) -> None:
    assert could_be_heading(words)


def test_names_together_are_about_the_people_though_the_report_opens_with_their_deaths() -> None:
    told = "Ada had two cats. Ada was a baker. Bob lived alone. Bob said so."
    found = roles(
        marked(
            f"## A. The homicides\n{TOLD}\n## B. Setting up the review\n{TOLD}\n"
            f"## C. ADA AND BOB\n{told}\n## D. A history of contact\n{TOLD}"
        )
    )
    assert found["C. ADA AND BOB"] is R.BACKGROUND
    assert found["D. A history of contact"] is R.CHRONOLOGY


@pytest.mark.parametrize(
    "words",
    [
        "The letter that went to the surgery for",
        "She was taken to",
        "The agencies that took part were: Ash Trust, Marsford Police and Mill",
    ],
)
def test_a_line_that_breaks_off_is_no_heading(words: str) -> None:
    assert not could_be_heading(words)


def test_a_question_put_as_a_heading_says_nothing_yet() -> None:
    assert not states("What people should learn from this")
    assert not states("How services will change")
    assert states("The letter will be sent")
    assert not states("2 How we did it")
    assert not states("Why the review was held")
    assert not states("What was known")
    assert states("The group had members from two trusts")


@pytest.mark.parametrize(
    ("last", "role"),
    [("Our recommendations", R.ANALYSIS), ("A last word", R.RECOMMENDATIONS)],
)
def test_questions_that_end_a_theme_are_asked_for_only_where_nothing_else_is(
    last: str, role: SectionRole
) -> None:
    found = roles(
        marked(
            f"# Introduction\n{TOLD}\n# Theme 1: Letters\n{TOLD}\n"
            f"## Questions for the Partnership\nWho opens letters?\n# {last}\n{TOLD}"
        )
    )
    assert found["Questions for the Partnership"] is role


def test_the_words_in_use_may_be_a_theme_of_what_was_found() -> None:
    found = roles(
        marked(
            f"# Introduction\n{TOLD}\n# Analysis\n## The words we use\n{TOLD}\n"
            f"# Glossary\n{TOLD}\n# The words we use\n{TOLD}"
        )
    )
    assert found["The words we use"] is R.GLOSSARY
    first = DESCRIBER.describe(
        marked(f"# Introduction\n{TOLD}\n# Analysis\n## The words we use\n{TOLD}"), "review.docx"
    )
    assert first.outline[-1].role is R.ANALYSIS


def test_themes_of_what_was_learnt_are_the_analysis_though_messages_stand_first() -> None:
    themes = "".join(f"## {word}\n{TOLD}\n" for word in ("Dads", "Sleep", "Housing", "Covid"))
    found = roles(
        marked(
            f"# Key messages\n{TOLD}\n# How we did it\n{TOLD}\n# What we learned\n{themes}"
            f"# Recommendations\nAll should write."
        )
    )
    assert found["Key messages"] is R.LEARNING
    assert found["Housing"] is R.ANALYSIS


@pytest.mark.parametrize(("themes", "role"), [(4, R.ANALYSIS), (2, R.LEARNING)])
def test_what_a_theme_asks_for_at_its_end_does_not_end_the_themes(
    themes: int, role: SectionRole
) -> None:
    told = "".join(
        f"## Theme {n}: letters\n{TOLD}\n## Recommendation {n}\nThe Board should write.\n"
        for n in range(1, themes + 1)
    )
    found = roles(
        marked(
            f"# About this review\n{TOLD}\n# What we learned\n{told}# Things that worked\n{TOLD}"
        )
    )
    assert found["What we learned"] is role
    assert found["Recommendation 1"] is R.RECOMMENDATIONS


@pytest.mark.parametrize("theme", ["Working with the family", "Consultation with schools"])
def test_how_people_worked_is_a_theme_within_the_analysis(theme: str) -> None:
    found = roles(
        marked(
            f"# Introduction\n{TOLD}\n# Analysis\n{TOLD}\n## {theme}\n{TOLD}\n"
            f"## How the review worked\n{TOLD}\n# Recommendations\nAll should write."
        )
    )
    assert found[theme] is R.ANALYSIS
    assert found["How the review worked"] is R.METHODOLOGY
