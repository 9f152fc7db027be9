"""How much a file may ask of the reader before it is refused."""

from collections.abc import Callable
from dataclasses import dataclass

from caseview.domain.errors import ReadError

MEGABYTE = 1024 * 1024
Cores = Callable[[], int]
"""Says, each time it is asked, how many programs may help to read a file at once."""


def one_core() -> int:
    """Return 1: a file is read with one program to help it at a time."""
    return 1


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one file may cost. Sizes are in bytes, times in seconds.

    `unpacked`, `ratio`, `ratio_from` and `entries` are for zipped formats: a package may grow
    `ratio`-fold only once it is over `ratio_from` unpacked. A file may take `seconds` plus
    `seconds_a_page` for each of its pages, of which a scanned page counts as `scan_pages`
    and `characters_a_page` of a document without pages as one; `characters` is the most it holds;
    `cores` says how many programs may help at once;
    `memory` is the address space of the child, `helper_memory` that of a program that helps it.
    """

    file: int = 300 * MEGABYTE
    plain_text: int = 50 * MEGABYTE
    unpacked: int = 300 * MEGABYTE
    ratio: int = 200
    ratio_from: int = 50 * MEGABYTE
    entries: int = 5_000
    pages: int = 5_000
    marks_on_page: int = 200_000
    characters: int = 15_000_000
    characters_a_page: int = 2_000
    seconds: float = 60.0
    seconds_a_page: float = 0.5
    scan_pages: int = 60
    cores: Cores = one_core
    memory: int = 2_048 * MEGABYTE
    helper_memory: int = 4_096 * MEGABYTE


USUAL = Limits()


def check_size(size: int, allowed: int) -> None:
    """Refuse a file of `size` bytes when that is over `allowed`, or nothing at all.

    Raises ReadError.
    """
    if size == 0:
        raise ReadError(
            "The file is empty: it holds not one byte.",
            "Ask the sender for it again, or copy it afresh.",
        )
    if size > allowed:
        raise ReadError(
            f"The file is {-(-size // MEGABYTE):,} MB, more than CaseView reads"
            f" ({allowed // MEGABYTE:,} MB).",
            "Save it without pictures or split it, then import the parts.",
        )


def no_pages() -> ReadError:
    """Return the refusal of a document without a page."""
    return ReadError(
        "The file has no pages, so there is nothing to read.",
        "Open it in a PDF reader to see whether it is whole, or ask the sender for it again.",
    )


def check_length(characters: int, allowed: int) -> None:
    """Refuse a document with more than `allowed` characters of text. Raises ReadError."""
    if characters > allowed:
        raise ReadError(
            f"The file holds {characters:,} characters, more than CaseView reads ({allowed:,}).",
            "Split it into parts and import those.",
        )


def check_pages(pages: int, allowed: int) -> None:
    """Refuse a document with more than `allowed` pages, or none. Raises ReadError."""
    if pages == 0:
        raise no_pages()
    if pages > allowed:
        raise ReadError(
            f"The file has {pages:,} pages, more than CaseView reads ({allowed:,}).",
            "Split it into parts and import those.",
        )
