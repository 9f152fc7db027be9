"""A stretch of a text: code-point offsets, end exclusive."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From `start` up to, not including, `end`, in code points of one document's text.

    Raises ValueError when the offsets are negative or run backwards.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words of `text` that the span covers.

        Raises ValueError when the span runs past the end of the text.
        """
        if self.end > len(text):
            raise ValueError(f"the span ends at {self.end}, the text at {len(text)}")
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Return whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> "Span":
        """Return the same stretch `by` code points further on."""
        return Span(self.start + by, self.end + by)
