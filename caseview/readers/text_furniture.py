"""What runs at the head and foot of the pages of a plain text, and is none of its words."""

import re
from collections import Counter

from caseview.readers.characters import one_spaced
from caseview.readers.joins import is_closed
from caseview.readers.noise import describes_picture, is_page_number, names_page

_REPEATS = 4
_ON_PAGES = 3
_LONGEST_HEAD = 250
_SHORT = 100
_NEAR = 3
_MOST = 0.6


def without_furniture(
    blocks: list[tuple[str, int | None]],
) -> tuple[list[tuple[str, int | None]], dict[int | None, list[str]], int]:
    """Return the blocks people wrote, heads and feet by page, and how many pictures were told."""
    heads: dict[int | None, list[str]] = {}
    blocks = _without_ends(blocks, heads)
    repeated = _running_heads([block for block, _ in blocks]) | _at_page_ends(blocks)
    same = _on_most_pages(blocks)
    kept: list[tuple[str, int | None]] = []
    pictures = 0
    for place, (block, page) in enumerate(blocks):
        single = one_spaced(block)
        if describes_picture(single):
            pictures += 1
        elif names_page(single) or _without_digits(single) in repeated:
            heads.setdefault(page, []).append(single)
        elif single in same and (place >= _NEAR or page != blocks[0][1]):
            # The first lines of all are a title, though each page may repeat it.
            heads.setdefault(page, []).append(single)
        else:
            kept.append((block, page))
    return kept, heads, pictures


def _without_ends(
    blocks: list[tuple[str, int | None]], heads: dict[int | None, list[str]]
) -> list[tuple[str, int | None]]:
    """Return the blocks without the same lines right above or below the numbers of most pages.

    A page break in the middle of a paragraph leaves no blank line between the two. What is left
    out is added to `heads`.
    """
    numbers = [place for place, (block, _) in enumerate(blocks) if names_page(one_spaced(block))]
    above = Counter(_end(blocks, place - 1, last=True) for place in numbers)
    below = Counter(_end(blocks, place + 1, last=False) for place in numbers)
    most = max(_ON_PAGES, len(numbers) * _MOST)
    kept = list(blocks)
    for place in numbers:
        for found, beside, last in ((above, place - 1, True), (below, place + 1, False)):
            line = _end(blocks, beside, last=last)
            if found[line] >= most and _runs(line) and beside >= _NEAR:
                block, page = kept[beside]
                heads.setdefault(page, []).append(line)
                lines = block.strip().split("\n")
                kept[beside] = ("\n".join(lines[:-1] if last else lines[1:]), page)
    return [(block, page) for block, page in kept if block.strip()]


def _end(blocks: list[tuple[str, int | None]], place: int, *, last: bool) -> str:
    """Return the last or the first line of a block, "" where there is no such block."""
    if not 0 <= place < len(blocks):
        return ""
    return one_spaced(blocks[place][0].strip().split("\n")[-1 if last else 0])


def _runs(line: str) -> bool:
    """Whether a line that stands on most pages is short, and no sentence."""
    return len(line) <= _SHORT and line[:1].isalpha() and not is_closed(line)


def _without_digits(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _running_heads(blocks: list[str]) -> frozenset[str]:
    """Return the heads and feet that repeat through the text but for their page number."""
    singles = [one_spaced(block) for block in blocks if len(block) <= _LONGEST_HEAD]
    counts = Counter(
        _without_digits(text)
        for text in singles
        if re.match(r"page\b", text, re.IGNORECASE)
        or re.search(r"\bpage \d+$", text, re.IGNORECASE)
    )
    alone = [int(text) for text in singles if text.isdigit() and is_page_number(text)]
    heads = {text for text, count in counts.items() if count >= _REPEATS}
    if len(alone) >= _REPEATS and alone == sorted(set(alone)):
        heads.add("#")
    return frozenset(heads)


def _at_page_ends(blocks: list[tuple[str, int | None]]) -> frozenset[str]:
    """Return what stands first or last on several pages, the same but for its last number."""
    pages = _by_page(blocks)
    ends = (end for held in pages for end in {held[0], held[-1]})
    counts = Counter(_without_digits(end) for end in ends)
    return frozenset(
        text for text, count in counts.items() if count >= _ON_PAGES and text.endswith(" #")
    )


def _on_most_pages(blocks: list[tuple[str, int | None]]) -> frozenset[str]:
    """Return the short lines that stand among the first or last of most pages, each the same."""
    pages = _by_page(blocks)
    counts = Counter(one for held in pages for one in {*held[:_NEAR], *held[-_NEAR:]})
    most = max(_ON_PAGES, len(pages) * _MOST)
    return frozenset(text for text, count in counts.items() if count >= most and _runs(text))


def _by_page(blocks: list[tuple[str, int | None]]) -> list[list[str]]:
    """Return the blocks of each page that are short enough to run over it, with single spaces."""
    pages: dict[int, list[str]] = {}
    for block, page in blocks:
        if page is not None and len(block) <= _LONGEST_HEAD:
            pages.setdefault(page, []).append(one_spaced(block))
    return list(pages.values())
