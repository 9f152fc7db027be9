"""Series of like labels and headings ("Pledge 1", "Pledge 2"), most of which ask for something."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.readers.asking_words import asks
from caseview.readers.lines import fold
from caseview.readers.numbers_in_words import NUMBER_WORD, number_of
from caseview.readers.recommended_labels import CODED, LABEL
from caseview.readers.series_asking import asks_first, is_ours, is_read, most
from caseview.readers.wording import whole_words

_LABEL = re.compile(
    r"\s*(?P<word>[A-Z][\w’'-]*(?:\s+[\w’'-]+){0,2}?)\s+(?:[Nn]o\.?\s*)?[(#]?"
    r"(?P<number>\d{1,2}(?:\.\d{1,2})?[A-Za-z]?|(?:[A-Z]|[ivx]{1,4})(?=\)?\s*(?:[:.)–—|-]|$))"
    rf"|(?i:{NUMBER_WORD})\b)\)?(?:\s*[:.)–—|-]+\s*|\s*$|\s+(?=[A-Z]))"
)
_CODE = re.compile(CODED)
_PARTS = re.compile(r"\d+|[A-Za-z]+")
# What a report counts that it found, learned or was asked, and what parts it has.
_OTHERWISE = whole_words("""
    learning / lessons? / findings? / practice / themes? / questions? / points? / issues?
    enquiry / reference / kloe / appendix / annexe? / section / chapter / part / figure / table
    page / paragraph / phase / period / stage / incident / act / article / week / day / year
""")
_HEADS = frozenset({ParagraphStyle.BODY, ParagraphStyle.LIST_ITEM, ParagraphStyle.HEADING})
_MOST_TITLE_WORDS = 12
_COUNTS_ON = 0.7


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph with a label: its place among the passages, its number, where its words begin.

    `number` is "" for a code, which belongs to the words as they are read, and for a heading
    without one; `order` is what comes before what as numbers go on.
    """

    place: int
    number: str
    begin: int
    order: tuple[tuple[int, str], ...] = ()


def asking_labels(passages: Sequence[Passage]) -> dict[int, Labelled]:
    """Return by their places the paragraphs whose label is one of a series that asks.

    A label that is known to be a recommendation's needs no series.
    """
    series: dict[str, list[Labelled]] = defaultdict(list)
    for place, passage in enumerate(passages):
        if passage.style in _HEADS and is_ours(passage):
            for word, label in _labels(place, passage):
                series[word].append(label)
    return {
        label.place: label
        for labels in series.values()
        if _counts_on(labels) and most(_asks(passages, label) for label in labels)
        for label in labels
    }


def below_labels(passages: Sequence[Passage], labels: Mapping[int, Labelled]) -> Iterator[int]:
    """Yield the places of the paragraphs below labels that stand alone or have a title."""
    for place, label in labels.items():
        if _is_title(passages[place].text[label.begin :]):
            for below in range(place + 1, len(passages)):
                if below in labels or not is_read(passages[below]):
                    break
                yield below


def _labels(place: int, passage: Passage) -> Iterator[tuple[str, Labelled]]:
    """Yield the label that a paragraph prints or opens with, and the word that makes a series.

    A heading without a number ("What we ask") is one too.
    """
    printed = _LABEL.match(passage.printed)
    label = printed or _LABEL.match(passage.text)
    word = label["word"] if label else passage.text
    if LABEL.match(passage.text) or _OTHERWISE.search(word):
        return
    if label is None:
        if passage.style is ParagraphStyle.HEADING:
            yield fold(word), Labelled(place, "", len(word))
    elif _CODE.fullmatch(f"{word} {label['number']}"):
        yield word, Labelled(place, "", 0, tuple(_order(label["number"])))
    else:
        begin, order = 0 if printed else label.end(), tuple(_order(label["number"]))
        yield fold(word), Labelled(place, label["number"], begin, order)


def _asks(passages: Sequence[Passage], label: Labelled) -> bool:
    """Whether the words behind a label ask, or open the paragraph below it by asking."""
    words = passages[label.place].text[label.begin :]
    below = passages[label.place + 1 : label.place + 2]
    return asks(words) or (_is_title(words) and any(asks_first(p) for p in below))


def _is_title(words: str) -> bool:
    return len(words.split()) <= _MOST_TITLE_WORDS and not words.rstrip().endswith(".")


def _counts_on(labels: Sequence[Labelled]) -> bool:
    """Whether the numbers of a series go on; a summary may have counted them once before."""
    on = sum(one.order < other.order or not other.order for one, other in pairwise(labels))
    return on >= _COUNTS_ON * (len(labels) - 1)


def _order(number: str) -> Iterator[tuple[int, str]]:
    """Yield the parts of a number as numbers go on: 2 before 10, 3A before 3B, two before three."""
    if counted := number_of(number):
        yield counted, ""
        return
    for part in _PARTS.findall(number):
        yield (int(part), "") if part.isdigit() else (0, part)
