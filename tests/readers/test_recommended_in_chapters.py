"""Recommendations that are labelled where their reason arises, in the account of events too."""

import pytest

from tests.readers.test_recommended_anywhere import BOARD, recommended

CHAPTERS = (
    "# 2. Background\nHe lived alone.\nRecommendation {}: Mill Lane Surgery should list carers.\n"
    "# 3. Chronology\nShe rang five times in May.\n"
    "Recommendation {}: Marsford Police should give each caller a name.\n"
    "# 4. Analysis\nNobody told them.\nRecommendation {}: The Board should tell each family."
)


@pytest.mark.parametrize("counts", ["1 2 3", "2A 3A 3B", "9 10 11", "2.1 3.1 4.1"])
def test_labels_that_count_on_through_the_chapters_are_the_reviews_own(counts: str) -> None:
    found = recommended(CHAPTERS.format(*counts.split()))
    assert [number for number, *_ in found] == counts.split()
    assert [whom for _, whom, _ in found] == ["Mill Lane Surgery", "Marsford Police", BOARD]


@pytest.mark.parametrize("counts", ["4 5 1", "1 2 1"])
def test_labels_in_an_account_that_count_apart_are_of_others(counts: str) -> None:
    found = recommended(CHAPTERS.format(*counts.split()))
    assert [whom for _, whom, _ in found] == [BOARD]


@pytest.mark.parametrize("label", ["REC {}.", "Rec {}:", "REC. {} –"])
def test_a_label_in_short_is_one_outside_a_section_of_them(label: str) -> None:
    asked = ("Mill Lane Surgery should list carers.", "Marsford Police to give each caller a name.")
    told = "\n".join(f"{label.format(n)} {words}" for n, words in enumerate(asked, 1))
    found = recommended(f"# 4. Who asks the carers, and who hears what they say?\nNobody.\n{told}")
    assert [number for number, *_ in found] == ["1", "2"]
