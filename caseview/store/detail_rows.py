"""Turns details into the rows that keep them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from caseview.domain.attribute import Detail


def detail_rows(document_id: int, details: Sequence[Detail]) -> Iterator[dict[str, Any]]:
    """Yield the row of each detail; values of one name are numbered in their order."""
    places: Counter[str] = Counter()
    for detail in details:
        yield {
            "document_id": document_id,
            "name": detail.name.value,
            "position": places[detail.name.value],
            "value": detail.value,
            "words": detail.text,
            "begins": detail.start,
            "ends": detail.end,
            "confirmed": detail.confirmed,
            "known": detail.known,
        }
        places[detail.name.value] += 1
