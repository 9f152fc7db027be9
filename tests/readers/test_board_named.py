"""The board or partnership of a review, by the many names that such bodies have."""

from pathlib import Path

import pytest

from caseview.domain.attribute import DetailName, value
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.text import read_plain

D = DetailName
DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})
BODY = "\n\n1. Introduction\n\nJoan died on 3 May 2021. She was 45.\n\n2. Method\n\nA panel met.\n"
DHR = "Domestic Homicide Review\n\n"
SAR = "Safeguarding Adults Review: Joan\n\n"
BOARDS = {
    f"Safer Stourmead\n\n{DHR}Victim: Joan": "Safer Stourmead",
    f"{DHR}Commissioned by the Safer Tollesbury Board\n\nJoan": "Safer Tollesbury Board",
    f"{DHR}Safer Communities Eastvale\n\nJoan": "Safer Communities Eastvale",
    f"{DHR}Published on behalf of Community Safety Eastvale\n\nJoan": "Community Safety Eastvale",
    f"{DHR}Eastvale Crime and Disorder Reduction Partnership": (
        "Eastvale Crime and Disorder Reduction Partnership"
    ),
    f"{DHR}Eastvale Safer Communities Partnership": "Eastvale Safer Communities Partnership",
    f"EASTVALE RIVERS SAFER PARTNERSHIP\n\n{DHR}Joan": "Eastvale Rivers Safer Partnership",
    f"{SAR}Eastvale SAB": "Eastvale SAB",
    f"Eastvale SCR Joan Summary\n\nEASTVALE SAFEGUARDING\n\nADULTS BOARD\n\n{SAR}": (
        "Eastvale Safeguarding Adults Board"
    ),
    "Serious Case Review\n\nEastvale and Ashby LSCB\n\nChild A": "Eastvale and Ashby LSCB",
    f"{SAR}Eastvale Safeguarding Partnership for Adults": (
        "Eastvale Safeguarding Partnership for Adults"
    ),
    f"{SAR}Eastvale Safeguarding Adults Partnership Board": (
        "Eastvale Safeguarding Adults Partnership Board"
    ),
    "Ada\nReport of a Child Safeguarding Practice Review\nEastvale Safeguarding Children Board": (
        "Eastvale Safeguarding Children Board"
    ),
    f"{SAR}Commissioned by the Chair of Eastvale Safeguarding Adults Board": (
        "Eastvale Safeguarding Adults Board"
    ),
    "Isle of\nEastvale Safeguarding Children Board": "Isle of Eastvale Safeguarding Children Board",
}
NO_BOARDS = (f"{DHR}Safer homes for all\n\nJoan", f"{SAR}Reviewed by a panel of the SAB")


@pytest.mark.parametrize(("cover", "board"), BOARDS.items())
def test_a_board_is_read_by_whatever_it_is_called(cover: str, board: str) -> None:
    found = DESCRIBER.describe(read_plain(f"{cover}{BODY}".encode()), "review.txt").details
    assert value(found, D.BOARD) == board


@pytest.mark.parametrize("cover", NO_BOARDS)
def test_other_words_of_a_cover_are_no_board(cover: str) -> None:
    found = DESCRIBER.describe(read_plain(f"{cover}{BODY}".encode()), "review.txt").details
    assert value(found, D.BOARD) is None
