"""Evidence: the passages behind one number."""

from dataclasses import dataclass

from caseview.domain.quote import Quote
from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage behind a number: the words, where they stand, what they were tagged as.

    `id` is the tag's id, or the suggestion's when `suggested`; `coder` is "" for suggestions;
    `number` counts the paragraph from 1; `theme` is the theme's id and `theme_name` its name. A
    tag on a whole page without words has no passage, number or role, and its quote no words.
    """

    id: int
    suggested: bool
    review_id: int
    passage_id: int | None
    number: int | None
    theme: str
    reads_as: ReadsAs
    restated: bool
    role: SectionRole | None
    quote: Quote
    coder: str = ""
    is_key: bool = False
    theme_name: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceSet:
    """The passages behind one number, and how many units they make up.

    `units` is the number shown in the cell: reviews, documents or passages.
    """

    items: tuple[Evidence, ...]
    units: int
