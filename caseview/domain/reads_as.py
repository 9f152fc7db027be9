"""How a passage reads: five values, each with its sign."""

from enum import StrEnum


class ReadsAs(StrEnum):
    """Whether a tag is a gap, good practice, recommended, improved since or context."""

    GAP = "gap"
    GOOD_PRACTICE = "good_practice"
    RECOMMENDED = "recommended"
    IMPROVED = "improved"
    CONTEXT = "context"

    @property
    def label(self) -> str:
        """The words on screen."""
        return "improved since" if self is ReadsAs.IMPROVED else self.value.replace("_", " ")

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
