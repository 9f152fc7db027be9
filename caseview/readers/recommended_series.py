"""Where a report recommends by any name: series of like paragraphs, most of which ask."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from caseview.domain.passage import Passage
from caseview.domain.section import SectionRole
from caseview.readers.series_labels import Labelled, asking_labels, below_labels
from caseview.readers.series_lists import asking_lists


def in_series(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the passages, those of a series that asks as a section for it would hold them.

    What most members of a series say tells whether it recommends, not what a report calls it. A
    label of such a series is yielded as if it said "Recommendation" and its number.
    """
    labels = asking_labels(passages)
    asking = {*labels, *below_labels(passages, labels), *asking_lists(passages)}
    for place, passage in enumerate(passages):
        read = _behind(passage, labels[place]) if place in labels else passage
        yield replace(read, role=SectionRole.RECOMMENDATIONS) if place in asking else read


def _behind(passage: Passage, label: Labelled) -> Passage:
    """Return what stands behind a label, as if "Recommendation" and its number were printed."""
    if not label.number:
        return passage
    number, words = f"Recommendation {label.number}", passage.text[label.begin :]
    return replace(passage, printed=number, start=passage.start + label.begin, text=words)
