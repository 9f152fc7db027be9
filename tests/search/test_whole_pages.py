"""A filter finds the reviews whose tags stand on whole pages, where no search for words leads."""

import pytest

from caseview.domain.reads_as import ReadsAs
from caseview.search.finder import QueryFinder
from caseview.usecases.tag_page import ChosenPage, tag_page
from tests.search.desk import Desk, doc
from tests.usecases.bare_scan import put_scan

STAFFING = "staffing_capacity"


@pytest.fixture
def scanned(desk: Desk) -> tuple[Desk, int]:
    """Return a desk with a review of words and one of a tagged scan, and the scan's review."""
    desk.add(doc("nothing here"))
    number = put_scan(desk.casebook)
    chosen = ChosenPage(number, 2, STAFFING, ReadsAs.GOOD_PRACTICE)
    tag_page(desk.casebook, chosen, coder="SO", now=lambda: "2026-03-01T09:00:00+00:00")
    with desk.casebook.reading() as work:
        return desk, work.documents.get(number).review_id


@pytest.mark.parametrize(
    ("where", "there"),
    [
        (f"theme:{STAFFING}", True),
        (f"theme:{STAFFING} reads_as:good_practice", True),
        (f"theme:{STAFFING} reads_as:gap", False),
        ("coder:SO", True),
        ("tagged:2026", True),
        ("tagged:2025", False),
        ("tagged:no", False),
        ("kind:sar theme:staffing_capacity", True),
        ("-theme:staffing_capacity", False),
    ],
)
def test_a_filter_finds_the_review_by_its_tags(
    scanned: tuple[Desk, int], where: str, *, there: bool
) -> None:
    desk, review = scanned
    with desk.casebook.reading() as work:
        found = QueryFinder().reviews(work.sql, where)
    assert (review in found) is there
