"""Covers of invented reviews to which tests add an opening, and how such a text is described."""

from pathlib import Path

from caseview.domain.description import Description
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.text import read_plain

ADULT_COVER = "Eastvale Safeguarding Adults Board\n\nSafeguarding Adults Review\n\n"
KILLED_COVER = "Eastvale Community Safety Partnership\n\nDomestic Homicide Review\n\n"
CHILD_COVER = (
    "Eastvale Safeguarding Children Partnership\n\nLocal Child Safeguarding Practice Review\n\n"
)
ADULT, KILLED, CHILD = f"{ADULT_COVER}Joan", f"{KILLED_COVER}Joan", f"{CHILD_COVER}Child T"
DIED = "Joan died on 3 May 2021. She was 71."
REPORT = (
    "{}\n\n1. Introduction\n\n{}\n\n2. Methodology\n\n{}\n\n3. What happened\n\nThe social worker"
    " visited on two occasions, and nobody answered.\n"
)
"""A review with places for its cover, its opening and its method."""
_DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})


def description_of(words: str) -> Description:
    """Return what is read from the words of a plain text."""
    return _DESCRIBER.describe(read_plain(words.encode()), "review.txt")
