"""Series of like labels and headings ("Pledge 1", "Pledge 2"), most of which ask for something."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.domain.section import SectionRole
from caseview.readers.asking_words import asks
from caseview.readers.lines import fold
from caseview.readers.numbers_in_words import NUMBER_WORD
from caseview.readers.recommended_labels import CODED, LABEL, order_of
from caseview.readers.rows import cells_of
from caseview.readers.series_asking import asks_first, is_ours, is_read, most
from caseview.readers.wording import whole_words

_LABEL = re.compile(
    r"\s*(?P<word>[A-Z][\w’'-]*(?:\s+[\w’'-]+){0,2}?)\s+(?:[Nn]o\.?\s*)?[(#]?"
    r"(?P<number>\d{1,2}(?:\.\d{1,2})?[A-Za-z]?|(?:[A-Z]|[ivx]{1,4})(?=\)?\s*(?:[:.)–—|-]|$))"
    rf"|(?i:{NUMBER_WORD})\b)\)?(?:\s*\([a-z][^()]{{2,30}}\))?"
    r"(?:\s*[:.)–—|-]+\s*(?!\d)|\s*$|\s+(?=[A-Z]))"
)
_CODE = re.compile(CODED)
# What a report counts that it found, learned or was asked, and what parts it has.
_OTHERWISE = whole_words("""
    learning / lessons? / findings? / practice / themes? / questions? / points? / issues?
    enquiry / reference / kloe / appendix / annexe? / section / chapter / part / figure / table
    page / paragraph / phase / period / stage / incident / act / article / week / day / year
""")
_ROW = ParagraphStyle.TABLE_ROW
# What is labelled in an account of events alone may be what others recommended.
_STORY = frozenset({SectionRole.BACKGROUND, SectionRole.CHRONOLOGY})
_HEADS = frozenset({ParagraphStyle.BODY, ParagraphStyle.LIST_ITEM, ParagraphStyle.HEADING, _ROW})
_PAIR = 2
_MOST_TITLE_WORDS = 12
# A label may be lost where a page breaks.
_FIRST = 2


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph with a label: its place among the passages, and where its words begin.

    `printed` is the label as if it were printed before them, "" where it is read as it stands: a
    heading without a number, a label that says "Recommendation". `order` is how numbers go on.
    """

    place: int
    printed: str
    begin: int
    order: tuple[tuple[int, str], ...] = ()


def asking_labels(passages: Sequence[Passage]) -> dict[int, Labelled]:
    """Return by their places the paragraphs and rows whose label is one of a series that asks."""
    series: dict[str, list[Labelled]] = defaultdict(list)
    for place, passage in enumerate(passages):
        if passage.style in _HEADS and is_ours(passage):
            for word, label in _labels(place, passage):
                series[word].append(label)
    return {
        label.place: label
        for labels in series.values()
        for run in _runs(labels)
        if _is_own(passages, run) and most(_asks(passages, label) for label in run)
        for label in run
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
    known = LABEL.match(passage.text) is not None
    if passage.style is _ROW and (known or not _is_card(passage, label)):
        return
    if label is None:
        if passage.style is ParagraphStyle.HEADING and not _OTHERWISE.search(passage.text):
            yield fold(passage.text), Labelled(place, "", len(passage.text))
    elif not _OTHERWISE.search(label["word"]):
        called = "" if known else _called(label)
        begin, order = 0 if printed else label.end(), order_of(label["number"])
        yield fold(label["word"]), Labelled(place, called, begin, order)


def _called(label: re.Match[str]) -> str:
    """Return a label as other modules know one: a code as it is, "Recommendation 1" for others."""
    code = f"{label['word']} {label['number']}"
    return code if _CODE.fullmatch(code) else f"Recommendation {label['number']}"


def _is_card(passage: Passage, label: re.Match[str] | None) -> bool:
    """Whether a row has two cells, of which the first is a label: "Pledge 1 | The Trust ..."."""
    cells = cells_of(passage)
    return label is not None and len(cells) == _PAIR and label.group().rstrip().endswith("|")


def _asks(passages: Sequence[Passage], label: Labelled) -> bool:
    """Whether the words behind a label ask, or open the paragraph below it by asking."""
    words = passages[label.place].text[label.begin :]
    below = passages[label.place + 1 : label.place + 2]
    return asks(words) or (_is_title(words) and any(asks_first(p) for p in below))


def _is_title(words: str) -> bool:
    return len(words.split()) <= _MOST_TITLE_WORDS and not words.rstrip().endswith(".")


def _runs(labels: Sequence[Labelled]) -> list[list[Labelled]]:
    """Return the labels of one word, those apart that count anew."""
    runs: list[list[Labelled]] = []
    for label in labels:
        if runs and not (label.order and label.order <= runs[-1][-1].order):
            runs[-1].append(label)
        else:
            runs.append([label])
    return runs


def _is_own(passages: Sequence[Passage], run: Sequence[Labelled]) -> bool:
    """Whether a report counts these itself: from the first on, and not in an account of events.

    "Recommendation 4" without those before it is one of another review.
    """
    first = run[0].order
    counted = len(first) != 1 or first[0][0] <= _FIRST
    return counted and any(passages[label.place].role not in _STORY for label in run)
