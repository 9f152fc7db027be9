"""Quotes: words of a source with the place they stand, checked before they leave."""

from dataclasses import dataclass

from caseview.domain.english import English
from caseview.domain.errors import ExportError
from caseview.domain.tag import whole_page


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: the review and document by name, the page, the paragraph, the section.

    `paragraph` is the printed number where there is one, else the count of the paragraph; "" for
    a whole page, which has none.
    """

    review: str
    document: str
    page: int | None
    paragraph: str
    section: str = ""

    @property
    def reference(self) -> str:
        """The reference as printed after a quote."""
        parts = [self.review]
        if self.document and self.document != self.review:
            parts.append(self.document)
        if self.page is not None:
            parts.append(f"page {self.page}")
        if self.paragraph:
            parts.append(f"paragraph {self.paragraph}")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words taken from `start:end` of a document's text, code point for code point.

    `text` is "" for a whole page without words: that can be pointed to and not quoted.
    """

    document_id: int
    start: int
    end: int
    text: str
    place: Place

    @property
    def words(self) -> str:
        """The words; of a whole page what to say in their place."""
        return self.text or whole_page(self.place.page or 0)

    @property
    def said(self) -> str:
        """The words in quotation marks; of a whole page what to say, which is nobody's words."""
        return f"“{self.text}”" if self.text else self.words

    def check(self, source: str) -> None:
        """Raise ExportError unless the words still stand at their place in `source`."""
        if source[self.start : self.end] != self.text:
            raise ExportError(
                English("A quote no longer matches its source: {0}.", self.place.reference),
                "Look at it before saving.",
            )
