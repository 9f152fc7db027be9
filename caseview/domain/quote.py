"""Quotes: words of a source with the place they stand, checked before they leave."""

from dataclasses import dataclass

from caseview.domain.errors import ExportError


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: the review and document by name, the page, the paragraph, the section.

    `paragraph` is the printed number where there is one, else the count of the paragraph.
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
        parts.append(f"paragraph {self.paragraph}")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words taken from `start:end` of a document's text, code point for code point."""

    document_id: int
    start: int
    end: int
    text: str
    place: Place

    def check(self, source: str) -> None:
        """Raise ExportError unless the words still stand at their place in `source`."""
        if source[self.start : self.end] != self.text:
            raise ExportError(
                f"A quote no longer matches its source: {self.place.reference}.",
                "Look at it before saving.",
            )
