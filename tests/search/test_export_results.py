"""Results go out whole: every passage word for word, with reference and what was asked."""

from dataclasses import dataclass, field
from pathlib import Path

from caseview.domain.listing import Listing
from caseview.domain.query import Search, Sort
from caseview.usecases.export_results import HEADS, export_results
from tests.search.desk import Desk, Para, doc


@dataclass
class Kept:
    """A writer that keeps what it is given."""

    listings: list[Listing] = field(default_factory=list)

    def write(self, listing: Listing, path: Path) -> None:
        self.listings.append(listing)


def test_every_hit_is_written_with_its_reference(desk: Desk, tmp_path: Path) -> None:
    desk.add(
        doc(*(f"staff {number}" for number in range(70)), title="Adult A", published="2021"),
        doc(Para("=staffing", themes=("record_keeping",)), title="Adult B"),
    )
    writer = Kept()
    search = Search("staff kind:sar", limit=5, skip=3, sort=Sort.REVIEW)
    to = (writer, tmp_path / "results.csv")
    count = export_results(desk.casebook, desk.finder, search, to, lambda: "2026-01-01")
    (listing,) = writer.listings
    rows = [dict(zip(HEADS, row, strict=True)) for row in listing.rows]
    assert count == len(rows) == 71
    assert rows[0]["Passage"] == "staff 0"
    assert rows[0]["Reference"] == "Adult A, page 1, paragraph 1"
    assert rows[0]["Year"] == "2021"
    assert (rows[-1]["Words found"], rows[-1]["Themes"]) == ("staffing", "Record keeping")
    about = dict(listing.about)
    assert about["Searched for"] == "staff kind:sar"
    assert about["Found"] == "71 passages in 2 documents, 2 reviews"
    assert about["Also found"] == "staffing"
