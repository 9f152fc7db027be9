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
        since = self is ReadsAs.IMPROVED
        return English("improved since" if since else self.value.replace("_", " "))

    @property
    def sign(self) -> str:
        """The sign that stands beside the word."""
        return _SIGNS[self]


_SIGNS = {
    ReadsAs.GAP: "\N{EN DASH}",
    ReadsAs.GOOD_PRACTICE: "+",
    ReadsAs.RECOMMENDED: "\N{RIGHTWARDS ARROW}",
    ReadsAs.IMPROVED: "\N{CHECK MARK}",
    ReadsAs.CONTEXT: "\N{BULLET}",
}
