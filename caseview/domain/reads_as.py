"""How a passage reads: five values, each with its sign."""

from enum import StrEnum

from caseview.domain.english import English


class ReadsAs(StrEnum):
    """Whether a tag is a gap, good practice, recommended, improved since or context."""

    GAP = "gap"
    GOOD_PRACTICE = "good_practice"
    RECOMMENDED = "recommended"
    IMPROVED = "improved"
    CONTEXT = "context"

    @property
    def label(self) -> English:
        """The words on screen."""
        return _LABELS[self]

    @property
    def sign(self) -> str:
        """The sign that stands beside the word."""
        return _SIGNS[self]


_LABELS = {
    ReadsAs.GAP: English("gap"),
    ReadsAs.GOOD_PRACTICE: English("good practice"),
    ReadsAs.RECOMMENDED: English("recommended"),
    ReadsAs.IMPROVED: English("improved since"),
    ReadsAs.CONTEXT: English("context"),
}
_SIGNS = {
    ReadsAs.GAP: "\N{EN DASH}",
    ReadsAs.GOOD_PRACTICE: "+",
    ReadsAs.RECOMMENDED: "\N{RIGHTWARDS ARROW}",
    ReadsAs.IMPROVED: "\N{CHECK MARK}",
    ReadsAs.CONTEXT: "\N{BULLET}",
}
