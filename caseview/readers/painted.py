"""What the painting child says, known without the library that paints."""

from caseview.domain.picture import PicturePlace

Answer = bytes | str | tuple[PicturePlace, ...]
"""A page's picture, why there is none, or where pictures stand on it."""
