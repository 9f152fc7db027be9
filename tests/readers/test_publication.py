"""When a review was published, apart from when it was finished, agreed or sent."""

from collections.abc import Callable
from pathlib import Path

import pytest

from caseview.domain.attribute import DetailName, value
from caseview.domain.description import Description
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.text import read_plain
from caseview.readers.word import read_word

Make = Callable[..., bytes]
D = DetailName
DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})
REPORT = (
    "Eastvale Safeguarding Adults Board\n\nSafeguarding Adults Review: Joan\n\n{}\n\n"
    "1. Introduction\n\nJoan died on 4 May 2021. Joan was 71, and lived alone for many years.\n\n"
    "2. Record\n\n{}\n"
)
COVERS = {
    "Published 9 June 2023": "2023-06-09",
    "Publicly available from: 19 February 2023": "2023-02-19",
    "March 2023": "2023-03",
    "Date of report: 20 January 2022": None,
    "Date of completion: November 2021": None,
    "Report date: 20 January 2022": None,
    "July 2022, v0.9, draft": None,
    "3 May 2022 (embargoed)": None,
    "Finalised October 2022 and published on 22 January 2023": "2023-01-22",
    "Approval to publish | 11 March 2022\n\nPublished | May 2022": "2022-05",
    "Permission to publish given: 11 March 2022": None,
    "Cleared by the Quality Assurance Panel on 27 March 2023": None,
}
TEXTS = {
    "Agreed by the Board: 30 January 2023. Date published: 18 April 2023.": "2023-04-18",
    "Publication date: 18 April 2023": "2023-04-18",
    "Agreed by the Board: 30 January 2023.": None,
    "The Board approved it in May 2023. It was published on 9 June 2023.": "2023-06-09",
}
LONG = "The panel heard that the plan was written by one worker, and that no other agency read it."
ALONE = {
    "It was published on 21 March 2023.": "2023-03-21",
    "This report was made public on 6 June 2024.": "2024-06-06",
    "It follows a review of Ada, which was published in May 2019.": "2023-03",
    "It was sent on 4 April 2023. It will not be published until permission is given.": None,
    "The report must not be made public before the trial.": None,
    "The review has not yet been published.": None,
}
FEET = {
    "Tom: a review | Published 18 March 2025 | v1.4 | Page 1": "2025-03-18",
    "Ashby SAB, SAR Tom. Publication date: May 2024": "2024-05",
    "GT2/2021    Mehefin 2023 / June 2023    Tudalen / Page": "2023-06",
    "Tom LCSPR March 2025 1": "2025-03",
    "Draft of 4 May 2024": None,
    "Version 3, May 2024": None,
    "May 2024 | printed June 2024": None,
}


def described(cover: str, words: str = "It was agreed.") -> Description:
    return DESCRIBER.describe(read_plain(REPORT.format(cover, words).encode()), "review.txt")


@pytest.mark.parametrize(("cover", "day"), COVERS.items())
def test_a_cover_says_when_it_was_published_or_does_not(cover: str, day: str | None) -> None:
    assert value(described(cover).details, D.PUBLISHED) == day


@pytest.mark.parametrize(("words", "day"), TEXTS.items())
def test_a_record_of_the_document_says_when_it_was_published(words: str, day: str | None) -> None:
    assert value(described("Joan", words).details, D.PUBLISHED) == day


def test_feet_that_say_so_come_before_a_date_alone_on_the_cover() -> None:
    feet = "Ashby SAR Joan - published 11 May 2023      Page {}"
    sheets = [REPORT.format("March 2023", "Joan kept bees."), "Her sister spoke.", "The end."]
    pages = "\f".join(f"{sheet}\n\n{feet.format(n)}\n" for n, sheet in enumerate(sheets, 1))
    text = read_plain(pages.encode())
    found = DESCRIBER.describe(text, "review.txt").details
    assert value(found, D.PUBLISHED) == "2023-05-11"
    assert all("published 11 May" in "".join(page.left_out) for page in text.pages)


@pytest.mark.parametrize(("words", "day"), ALONE.items())
def test_a_date_alone_on_the_cover_gives_way_to_what_the_text_says(
    words: str, day: str | None
) -> None:
    said = "\n\n".join([LONG, LONG, words])
    assert value(described("March 2023", said).details, D.PUBLISHED) == day


@pytest.mark.parametrize("part", ["footer", "header"])
@pytest.mark.parametrize(("foot", "day"), FEET.items())
def test_the_feet_of_a_word_document_say_when_it_was_published(
    foot: str, day: str | None, part: str, make_word: Make, para: Callable[..., str]
) -> None:
    body = "".join(map(para, REPORT.format("Joan", "It was agreed.").split("\n\n")))
    text = read_word(make_word(body, {part: para(foot)}))
    assert foot not in text.text
    found = DESCRIBER.describe(text, "review.docx").details
    assert value(found, D.PUBLISHED) == day


OTHER_DATES = (
    "Decision to commission: 19 April 2023",
    "SAR referral received | 2 February 2023",
    "Accepted by the Board | 30 July 2024",
    "Ratified by the Partnership: 3 May 2023",
    "Learning event held 3 May 2023",
    "Review began May 2022",
    "Rapid Review: 3 May 2022",
    "Last updated 3 May 2023",
    "Next review May 2025",
    "Arrest: 3 May 2022",
    "Home Office letter | 3 October 2022",
    "To be published in May 2025",
    "Known to services: May 2019",
)


@pytest.mark.parametrize("row", OTHER_DATES)
def test_other_dates_of_a_cover_are_not_that_of_publication(row: str) -> None:
    assert value(described(row).details, D.PUBLISHED) is None
    assert value(described(f"{row}\n\nMay 2023").details, D.PUBLISHED) == "2023-05"
