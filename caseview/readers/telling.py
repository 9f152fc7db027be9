"""What a document says of itself while it is read."""

from typing import Protocol


class Tell(Protocol):
    """Hears how long a document is, and how far the reading of its scanned pages has come."""

    def __call__(self, pages: int, read: int = 0, of: int = 0, /) -> None:
        """Hear that a document is worth `pages` pages' time; `read` of its `of` scans are read."""
        ...


def to_nobody(_pages: int, _read: int = 0, _of: int = 0, /) -> None:
    """Hear of pages and do nothing."""
