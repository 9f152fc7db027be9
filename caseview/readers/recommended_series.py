"""Where a report recommends by any name: series of like paragraphs, most of which ask."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.domain.section import SectionRole
from caseview.readers.series_asking import asks_first, behind_number
from caseview.readers.series_labels import Labelled, asking_labels, below_labels
from caseview.readers.series_lists import asking_lists


def in_series(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the passages, those of a series that asks as a section for it would hold them.

    What most members of a series say tells whether it recommends, not what a report calls it. A
    label of such a series is yielded as if it said "Recommendation" and its number.
    """
    labels = asking_labels(passages)
    below, listed = set(below_labels(passages, labels)), set(asking_lists(passages))
    opened = False
    for place, passage in enumerate(passages):
        opened = opened and passage.style is ParagraphStyle.LIST_ITEM
        if place in labels:
            opened = passage.text.rstrip().endswith(":")
            yield _recommending(_behind(passage, labels[place]))
        elif opened:
            yield _recommending(passage)
        elif place in listed:
            entry = passage.style is not ParagraphStyle.TABLE_ROW and asks_first(passage)
            yield _recommending(behind_number(passage) if entry else passage)
        else:
            yield _recommending(passage) if place in below else passage


def _recommending(passage: Passage) -> Passage:
    return replace(passage, role=SectionRole.RECOMMENDATIONS)


def _behind(passage: Passage, label: Labelled) -> Passage:
    """Return what stands behind a label, as a paragraph before which that is printed."""
    if not label.printed:
        return passage
    row = passage.style is ParagraphStyle.TABLE_ROW
    return replace(
        passage,
        printed=label.printed,
        start=passage.start + label.begin,
        text=passage.text[label.begin :],
        style=ParagraphStyle.BODY if row else passage.style,
    )
