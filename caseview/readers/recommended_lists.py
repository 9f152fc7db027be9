"""The recommendations that lists and paragraphs hold, read one paragraph after another."""

from collections.abc import Sequence

from caseview.domain.passage import Passage
from caseview.readers.asking_words import asks
from caseview.readers.recommended_going_on import is_of_paragraph
from caseview.readers.recommended_items import Item
from caseview.readers.recommended_labels import is_coded
from caseview.readers.recommended_listing import Listing


def listed(text: str, run: Sequence[Passage]) -> list[Item]:
    """Return what the lists and paragraphs of a section recommend, in order.

    Where a number or label is `sure` of some of a group, what is only listed or said there is
    left out; what is only said counts where nothing in the section is sure. Beside labels a number
    that asks for nothing is that of a paragraph.
    """
    listing = Listing(text)
    for passage, after in zip(run, [*run[1:], None], strict=False):
        listing.take(passage, after)
    listing.close()
    labels = {item.group for item in listing.items if item.headed or is_coded(item.number)}
    items = [item for item in listing.items if not (item.group in labels and _is_paragraph(item))]
    if any(item.headed for item in items):
        items = [item for item in items if item.headed or not _only_counted(text, item)]
    sure = {item.group for item in items if item.sure}
    return [
        item for item in items if item.sure or not sure or (item.listed and item.group not in sure)
    ]


def _only_counted(text: str, item: Item) -> bool:
    """Whether an item is a paragraph with a plain number that asks for nothing."""
    return item.number.isdigit() and not asks(text[item.start : item.end])


def _is_paragraph(item: Item) -> bool:
    """Whether the number of an item is that of a paragraph, where others have labels."""
    return not item.headed and is_of_paragraph(item.number)
