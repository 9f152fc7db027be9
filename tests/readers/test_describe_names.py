"""Names of people are shown without the words around them, and refs are found in running heads."""

from pathlib import Path

import pytest

from caseview.domain.attribute import DetailName
from caseview.domain.document import DocumentText, Page
from caseview.readers.authors import authors_in
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.names import is_place_or_body, name_ends, shown
from caseview.readers.text import read_plain

D = DetailName
DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})

REPORT = """REGULATION 28 REPORT TO PREVENT FUTURE DEATHS

1 CORONER

I am Ada Lorne, Senior Coroner, for the coroner area of South Manchester.

3 INVESTIGATION and INQUEST

An investigation into the death of Arnold James PIKE (DOB 3 May 1962) was opened in March.

5 CORONER'S CONCERNS

1. The rota was kept on paper.
"""

ENDS = {
    "Arnold James Pike The": "Arnold James Pike",
    "Arnold Pike (DOB": "Arnold Pike",
    "Arnold Pike (Deceased": "Arnold Pike",
    "Arnold (known as Arnie) Pike": "Arnold (known as Arnie) Pike",
    "Arnold Pike’s": "Arnold Pike",
    "Arnold Pike\n\nThe": "Arnold Pike",
    "Arnold James\n\nPike The": "Arnold James\n\nPike",
    "Arnold Pike\n\nCIRCUMSTANCES OF DEATH Mr": "Arnold Pike",
    "Arnold Pike He": "Arnold Pike",
    "Wei He": "Wei He",
    "Child A": "Child A",
}


@pytest.mark.parametrize(("printed", "name"), ENDS.items())
def test_a_name_ends_before_loose_words_brackets_and_possessives(printed: str, name: str) -> None:
    assert printed[: name_ends(printed)] == name


SHOWN = {
    "Arnold James PIKE": "Arnold James Pike",
    "ARNOLD PIKE": "Arnold Pike",
    "Nora O’BRIEN": "Nora O’Brien",
    "Ewan MCKAY": "Ewan McKay",
    "Nora PIKE-LORNE": "Nora Pike-Lorne",
    "Ada Lorne OBE": "Ada Lorne OBE",
    "JJ": "JJ",
    "Child ABC": "Child ABC",
    "Arnold Pike III": "Arnold Pike III",
}


@pytest.mark.parametrize(("printed", "name"), SHOWN.items())
def test_a_surname_in_capitals_is_shown_with_one(printed: str, name: str) -> None:
    assert shown(printed) == name


def test_streets_and_forces_are_no_people() -> None:
    assert is_place_or_body("Castle Road")
    assert is_place_or_body("Westermere Police")
    assert not is_place_or_body("Ada Lorne")


def test_the_words_of_a_name_stay_as_printed() -> None:
    found = DESCRIBER.describe(read_plain(REPORT.encode()), "report.txt")
    subject = next(detail for detail in found.details if detail.name is D.SUBJECT)
    assert (subject.value, subject.text) == ("Arnold James Pike", "Arnold James PIKE")


def test_a_ref_in_the_running_head_is_found_though_no_words_can_be_shown() -> None:
    plain = read_plain(REPORT.encode())
    page = Page(1, 0, len(plain.text), left_out=("Ref 2023-0991", "Page 1 of 2"))
    read = DocumentText(plain.text, plain.paragraphs, (page,))
    found = DESCRIBER.describe(read, "report.pdf")
    ref = next(detail for detail in found.details if detail.name is D.REF)
    assert (ref.value, ref.text, ref.start, ref.end) == ("2023-0991", None, None, None)


WROTE = {
    "by Jane Smith": ("Jane Smith",),
    "Author: J R Smith": ("J R Smith",),
    "Mrs Jane Smith QPM chaired the panel and wrote the report.": ("Jane Smith",),
    "The review was carried out by Jane Smith, an independent consultant.": ("Jane Smith",),
    "The Independent Chair for this review was Jane Smith.": ("Jane Smith",),
    "The author of this report, Jane Smith, is a retired nurse.": ("Jane Smith",),
    "The Board commissioned Jane Smith, who is independent, to carry out a review.": (
        "Jane Smith",
    ),
    "Jane Smith, independent consultant and lead reviewer": ("Jane Smith",),
    "Who wrote this report: Jane Smith (independent)": ("Jane Smith",),
    "Who carried out this review? Jane Smith": ("Jane Smith",),
    "The two reviewers are Jane Smith (external, once a head) and John Bell (internal).": (
        "Jane Smith",
        "John Bell",
    ),
    "The investigation was carried out by Norfolk Constabulary.": (),
}


@pytest.mark.parametrize(("line", "names"), WROTE.items())
def test_who_wrote_is_named_in_lines_and_in_sentences(line: str, names: tuple[str, ...]) -> None:
    text = f"Safeguarding Adults Review: Joan\n\n{line}\n\nJoan died at home in May 2020."
    assert tuple(name for name, _, _ in authors_in(text, len(text))) == names
