"""Tags: a theme decided by a coder, on words or on a whole page that has none."""

from dataclasses import dataclass

from caseview.domain.english import English
from caseview.domain.reads_as import ReadsAs

BY_HAND = "by hand"
FROM_SEARCH = "from search"


@dataclass(frozen=True, slots=True)
class Tag:
    """A theme on a stretch of a document, decided by a person.

    `text` is the slice `start:end` of the document's text; `origin` is the id of the rule whose
    suggestion was accepted, or "by hand" or "from search"; `made_at` is ISO 8601 in UTC. A tag on
    words stands in a passage; one on a whole page without words has its `page`, no passage and no
    text, and `start` and `end` are where the page lies among the words around it.
    """

    id: int
    document_id: int
    review_id: int
    passage_id: int | None
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
    page: int | None = None

    def __post_init__(self) -> None:
        """Raise ValueError unless the tag stands on words or on a page, on one and not on both."""
        if (self.passage_id is None) is (self.page is None):
            raise ValueError(f"tag {self.id} stands on words or on a whole page")
        if self.page is not None and (self.text or self.start != self.end):
            raise ValueError(f"tag {self.id} stands on a whole page, which has no words")

    @property
    def words(self) -> str:
        """The words it stands on; of a whole page what to say in their place."""
        return self.text if self.page is None else whole_page(self.page)


def whole_page(number: int) -> str:
    """Return what stands in lists and exports in place of words, where a page has none."""
    return English("Whole page {0}, no text", number)
