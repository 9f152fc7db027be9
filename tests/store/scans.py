"""Scans for tests: documents of pages without words, alone or behind pages that have some."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from caseview.domain.document import DocumentText, Page
from caseview.domain.reads_as import ReadsAs
from caseview.store.casebook import StoredCasebook
from caseview.usecases.tag_page import ChosenPage, tag_page
from tests.store.merging_room import now

Made = Callable[..., Any]


def scanned(document: Made, pages: int = 3, name: str = "scan.pdf") -> Any:
    """Return what was read of a scan without words, and its bytes."""
    bare = tuple(Page(number, 0, 0, 595.0, 842.0) for number in range(1, pages + 1))
    return document(name, (), text=DocumentText("", (), bare))


def part_scanned(document: Made, name: str = "part.pdf") -> Any:
    """Return a document with words on page 1 and none on pages 2 and 3, and its bytes."""
    read, original = document(name)
    end = len(read.text.text)
    bare = tuple(Page(number, end, end, 595.0, 842.0) for number in (2, 3))
    return replace(read, text=replace(read.text, pages=(*read.text.pages, *bare))), original


def tag_whole(
    casebook: StoredCasebook,
    document: int,
    page: int,
    coder: str = "JB",
    reads_as: ReadsAs | None = ReadsAs.GAP,
) -> int:
    """Tag a whole page with the theme "curiosity" and return the tag's id."""
    chosen = ChosenPage(document, page, "curiosity", reads_as)
    (made,) = tag_page(casebook, chosen, coder=coder, now=now).tags
    return made
