"""Where photographs and drawings stand on a printed page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PicturePlace:
    """The edges of one picture in points, from the upper left corner of the page as it is shown."""

    left: float
    top: float
    right: float
    bottom: float
