"""Tags: a passage and a theme decided by a coder."""

from dataclasses import dataclass

from caseview.domain.reads_as import ReadsAs

BY_HAND = "by hand"
FROM_SEARCH = "from search"


@dataclass(frozen=True, slots=True)
class Tag:
    """A theme on a stretch of a document, decided by a person.

    `text` is the slice `start:end` of the document's text; `origin` is the id of the rule whose
    suggestion was accepted, or "by hand" or "from search"; `made_at` is ISO 8601 in UTC.
    """

    id: int
    document_id: int
    review_id: int
    passage_id: int
    theme: str
    start: int
    end: int
    text: str
    reads_as: ReadsAs
    restated: bool
    coder: str
    made_at: str
    codebook_version: str
    origin: str = BY_HAND
    suggestion_id: int | None = None
    is_key: bool = False
