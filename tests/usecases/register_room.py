"""Three reviews of two recommendations each, for the tests of their register."""

from pathlib import Path

from caseview.store.casebook import StoredCasebook
from caseview.usecases.import_documents import gather_files, import_documents
from tests.usecases.conftest import InProcess

REVIEW = """SAFEGUARDING ADULTS REVIEW

Adult {name}

Northmoor Safeguarding Adults Board

Published May {year}

Analysis

There was a lack of professional curiosity: nobody asked who else lived there.

Recommendations

Recommendation 1: Northmoor Constabulary should {asks}

Recommendation 2: Beck Housing Association should {what}.
"""
ASKS = {
    2019: "provide reflective supervision for duty staff which is protected when demand rises.",
    2021: "provide reflective supervision to all duty staff, protected when demand rises.",
    2023: "provide reflective supervision for its duty staff, protected when demand rises.",
}
WHAT = {
    2019: "fit an alarm to every front door",
    2021: "answer letters within ten working days",
    2023: "visit each tenant who has fallen into arrears",
}


def fill(casebook: StoredCasebook, reader: InProcess, folder: Path) -> StoredCasebook:
    """Import the three reviews; return the casebook."""
    for letter, year in zip("ABC", ASKS, strict=True):
        text = REVIEW.format(name=letter, year=year, asks=ASKS[year], what=WHAT[year])
        (folder / f"adult-{letter.lower()}.txt").write_text(text, encoding="utf-8")
    batch = gather_files([folder / f"adult-{letter}.txt" for letter in "abc"])
    list(import_documents(casebook, reader, batch, jobs=1, stop=lambda: False))
    return casebook
