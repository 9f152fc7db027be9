"""An attribute parted by one of its values: the reviews of one force against all others."""

from collections.abc import Mapping
from dataclasses import dataclass

from caseview.domain.english import English

HERE, ELSEWHERE = "here", "elsewhere"
REVIEW = "review"
_SIGN = "="


@dataclass(frozen=True, slots=True)
class Parting:
    """An attribute and the value it is parted by; for one review the attribute is "review"."""

    attribute: str
    value: str

    @property
    def axis(self) -> str:
        """The name of the axis: "force=Northmoor Police"."""
        return f"{self.attribute}{_SIGN}{self.value}"

    @property
    def labels(self) -> Mapping[str, str]:
        """The headings of the two parts."""
        if self.attribute == REVIEW:
            return {HERE: English("This review"), ELSEWHERE: English("Other reviews")}
        return {HERE: self.value, ELSEWHERE: English("Elsewhere")}


def parting(axis: str) -> Parting | None:
    """Return what an axis such as "force=Northmoor Police" parts, None for another axis."""
    attribute, sign, value = axis.partition(_SIGN)
    return Parting(attribute, value) if sign and attribute and value else None


def parted(values: Mapping[int, tuple[str, ...]], value: str) -> Mapping[int, tuple[str, ...]]:
    """Return on which side each review stands that has any value of the attribute at all.

    One that has none is on neither side: nobody knows whether it belongs here.
    """
    return {
        review: (HERE,) if value in some else (ELSEWHERE,)
        for review, some in values.items()
        if some
    }
