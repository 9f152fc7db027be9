"""Roles that the place of a section, or a few plain words over it, give it."""

from pathlib import Path

import pytest

from caseview.domain.section import SectionRole
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.placed_roles import equality_role, placed_role
from tests.readers.marked import marked

R = SectionRole
DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})
OPENING = "# Safeguarding Adults Review\nJoan\n"
ACT = "The Board commissioned it under section 44 of the Care Act 2014."
WORDS = "Joan kept bees, and the Board heard of them from her sister."
MIDDLE = f"# How we worked\n{ACT}\n# Joan\n{WORDS}\n# Chronology\nIn May 2019 Joan was seen.\n"
ASKED = "# Recommendations\nRecommendation 1: The Board should write to the Trust.\n"
FIRST = {
    "What this report is about": R.FRONT_MATTER,
    "What is this about?": R.FRONT_MATTER,
    "Summary of the case": R.FRONT_MATTER,
    "Section A: Context": R.FRONT_MATTER,
    "Part 1. Circumstances": R.FRONT_MATTER,
    "A. The homicide": R.FRONT_MATTER,
    "Why an Offensive Weapons Homicide Review": R.FRONT_MATTER,
    "A word from her sister": R.FRONT_MATTER,
    "Joan, in the words of her sister": R.FRONT_MATTER,
    "The bare facts": R.BACKGROUND,
    "Pen picture": R.BACKGROUND,
}
BETWEEN = {
    "The three people": R.BACKGROUND,
    "Section B: Seven people": R.BACKGROUND,
    "The task": R.TERMS_OF_REFERENCE,
    "Consideration": R.ANALYSIS,
    "Who knew what diabetes needs?": R.ANALYSIS,
    "Who was her carer?": R.ANALYSIS,
    "Hearing from the family": R.METHODOLOGY,
    "Family and friends’ part in the review": R.METHODOLOGY,
    "Matters to be considered": R.TERMS_OF_REFERENCE,
    "Contacts with agencies": R.CHRONOLOGY,
    "Year by year": R.CHRONOLOGY,
    "What helped and what hindered": R.ANALYSIS,
    "Bright spots": R.GOOD_PRACTICE,
    "What this case has taught us": R.LEARNING,
    "What we did": R.METHODOLOGY,
    "Who we listened to": R.METHODOLOGY,
    "How the family were involved": R.METHODOLOGY,
    "What the review wanted to know": R.TERMS_OF_REFERENCE,
    "From January to June": R.CHRONOLOGY,
    "2018 and 2019": R.CHRONOLOGY,
    "The weeks before she died": R.CHRONOLOGY,
    "Understanding what happened": R.ANALYSIS,
    "Where services did well": R.GOOD_PRACTICE,
    "The people who did the work": R.METHODOLOGY,
    "The review": R.METHODOLOGY,
    "Things to be proud of": R.GOOD_PRACTICE,
    "Earlier local learning": R.ANALYSIS,
    "What we were told before": R.ANALYSIS,
    "Equality and diversity": R.ANALYSIS,
    "In her sister’s words": R.BACKGROUND,
}
LAST = {
    "From his mum and dad": R.FINDINGS,
    "What Victor would like to say": R.FINDINGS,
    "What the daughters said": R.FINDINGS,
    "A recommendation not made": R.ANALYSIS,
    "Annex A: Where each action will be carried": R.ACTION_PLAN,
    "A last word from Isla": R.FINDINGS,
    "Publication": R.APPENDIX,
    "Who has seen this report": R.APPENDIX,
    "Already done": R.IMPROVEMENT,
    "Progress so far": R.IMPROVEMENT,
    "The way ahead": R.RECOMMENDATIONS,
    "Documents read": R.APPENDIX,
    "Since Joan died": R.IMPROVEMENT,
    "Where to find help": R.APPENDIX,
    "The Partnership’s response": R.IMPROVEMENT,
    "Response of the Board": R.IMPROVEMENT,
    "Appendix: the Board’s action plan (extract)": R.ACTION_PLAN,
}


def last_role(before: str, heading: str) -> SectionRole:
    text = marked(f"{OPENING}{before}# {heading}\n{WORDS}\n# Glossary\nGP: a doctor.")
    return next(s for s in reversed(DESCRIBER.describe(text, "r.docx").outline[:-1])).role


@pytest.mark.parametrize(("heading", "role"), FIRST.items())
def test_what_a_report_opens_with_introduces_it(heading: str, role: SectionRole) -> None:
    assert last_role("", heading) is role


@pytest.mark.parametrize(("heading", "role"), BETWEEN.items())
def test_plain_words_name_a_section_between(heading: str, role: SectionRole) -> None:
    assert last_role(MIDDLE, heading) is role


@pytest.mark.parametrize(("heading", "role"), LAST.items())
def test_what_follows_the_recommendations_closes_the_report(
    heading: str, role: SectionRole
) -> None:
    assert last_role(MIDDLE + ASKED, heading) is role


def test_a_story_that_says_when_things_happened_is_the_chronology() -> None:
    told = "In May 2019 Joan fell.\nOn Monday 3 June 2019 she was seen.\nIn July 2019 she moved."
    text = marked(f"{OPENING}# How we worked\n{ACT}\n# The story\n{told}\n# Analysis\n{WORDS}")
    outline = DESCRIBER.describe(text, "r.docx").outline
    assert [s.role for s in outline if s.heading == "The story"] == [R.CHRONOLOGY]


def test_entries_that_begin_with_a_day_are_a_chronology() -> None:
    told = "| May 2019 | Joan fell\n| Jun 2019 | Joan was seen\n| 3 July 2019 | Joan moved"
    text = marked(f"{OPENING}# How we worked\n{ACT}\n# The signs\n{told}\n# Analysis\n{WORDS}")
    outline = DESCRIBER.describe(text, "r.docx").outline
    assert [s.role for s in outline if s.heading == "The signs"] == [R.CHRONOLOGY]


def test_equality_before_events_is_a_matter_of_method() -> None:
    assert equality_role("Equality", R.METHODOLOGY, [R.FRONT_MATTER]) is R.METHODOLOGY


def test_a_section_after_good_practice_that_names_nothing_is_no_more_of_it() -> None:
    before = f"{MIDDLE}# Analysis\n{WORDS}\n# Good practice\nThe nurse was kind.\n"
    assert last_role(before, "Questions which remain") is R.FINDINGS


def test_a_number_of_people_opens_a_report_or_is_its_background() -> None:
    assert placed_role("Two brothers", R.BACKGROUND, []) is R.FRONT_MATTER
    assert placed_role("Two brothers", R.ANALYSIS, [R.FRONT_MATTER]) is R.BACKGROUND


def roles_of(words: str) -> dict[str, SectionRole]:
    text = marked(f"{OPENING}# How we worked\n{ACT}\n{words}\n# Glossary\nGP: a doctor.")
    return {s.heading: s.role for s in DESCRIBER.describe(text, "r.docx").outline}


def test_a_theme_that_ends_with_what_to_learn_is_analysis_though_it_names_people() -> None:
    words = (
        f"# Meet the babies\n{WORDS}\n# Seeing the adults who look after the baby\n{WORDS}\n"
        "Learning point 1. A form is where the talk should start.\n"
        f"# Moving house\n{WORDS}\n## What needs to happen\nThe Board should ask."
    )
    found = roles_of(words)
    assert found["Meet the babies"] is R.BACKGROUND
    assert found["Seeing the adults who look after the baby"] is R.ANALYSIS
    assert found["Moving house"] is R.ANALYSIS


def test_a_theme_after_recommendations_of_another_theme_is_no_recommendation() -> None:
    words = (
        f"# Analysis\n{WORDS}\n## What needs to happen\nThe Board should ask.\n"
        f"# Moving house, moving file\n{WORDS}"
    )
    assert roles_of(words)["Moving house, moving file"] is R.ANALYSIS


def test_a_theme_with_dates_after_the_chronology_is_still_analysis() -> None:
    told = "In May 2019 she was seen.\nOn 3 June 2019 she was asked.\nIn July 2019 she moved."
    words = f"# Chronology\n{told}\n# Analysis\n{WORDS}\n# Capacity\n{told}"
    assert roles_of(words)["Capacity"] is R.ANALYSIS


def test_an_opening_that_tells_events_is_the_chronology_where_no_other_is() -> None:
    told = "In May 2019 she fell.\nOn 3 June 2019 she was seen.\nIn July 2019 she moved."
    words = f"# Summary\n{WORDS}\n# Brief outline of circumstances\n{told}\n# Learning\n{WORDS}"
    text = marked(f"{OPENING}{words}")
    found = {s.heading: s.role for s in DESCRIBER.describe(text, "r.docx").outline}
    assert found["Brief outline of circumstances"] is R.CHRONOLOGY


def test_a_body_whose_name_holds_a_heading_word_heads_what_it_is_asked() -> None:
    asks = "GP 1. To ask about thoughts of harm when a carer presents with depression."
    words = f"{MIDDLE}# Recommendations\n## Clinical Commissioning Group practices\n{asks}"
    assert roles_of(words)["Clinical Commissioning Group practices"] is R.RECOMMENDATIONS


def test_a_date_that_a_report_opens_with_is_no_chronology() -> None:
    assert placed_role("November 2024", R.FRONT_MATTER, []) is R.FRONT_MATTER
    assert placed_role("November 2024", R.BACKGROUND, [R.FRONT_MATTER]) is R.CHRONOLOGY
