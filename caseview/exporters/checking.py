"""Checks what is to be quoted before anything is written."""

import re
from collections.abc import Callable

from caseview.domain.english import English
from caseview.domain.errors import ExportError
from caseview.domain.summary import Summary

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def check_quotes(summary: Summary, source: Callable[[int], str]) -> int:
    """Compare every quote with its source; return how many there are.

    `source` gives a document's text by id. Raises ExportError for the first quote whose words no
    longer stand at their place, or hold a sign that a Word file cannot hold.
    """
    texts: dict[int, str] = {}
    count = 0
    for quote in summary.quotes:
        if quote.document_id not in texts:
            texts[quote.document_id] = source(quote.document_id)
        quote.check(texts[quote.document_id])
        if NOT_XML.search(quote.text):
            raise ExportError(
                English("A quote holds a sign that Word cannot show: {0}.", quote.place.reference),
                "Leave this quote out, or tag the words round it.",
            )
        count += 1
    return count
