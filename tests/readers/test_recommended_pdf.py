"""Labels of recommendations are kept apart from their words on the pages of a PDF."""

from collections.abc import Callable
from typing import Any

from caseview.domain.document import DocumentText
from caseview.readers.pdf import read_pdf

LABEL = "Recommendation 2 to Norfolk Constabulary and to Westermere Council"
WORDS = ["Share each notification with the other on the day it was made, and", "check."]


def test_a_label_in_bold_ends_before_a_line_that_is_not(
    sheet: Callable[[], Any],
    make_pdf: Callable[..., bytes],
    texts: Callable[[DocumentText], list[str]],
) -> None:
    page = sheet().text(72, 100, LABEL, bold=True).block(72, 112, WORDS)
    assert texts(read_pdf(make_pdf([page])))[0] == LABEL


def test_bold_words_within_a_sentence_part_nothing(
    sheet: Callable[[], Any],
    make_pdf: Callable[..., bytes],
    texts: Callable[[DocumentText], list[str]],
) -> None:
    page = sheet().text(72, 100, LABEL, bold=True).block(72, 112, ["share what they know of it."])
    assert len(texts(read_pdf(make_pdf([page])))) == 1
