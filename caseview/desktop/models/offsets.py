"""From code points to the UTF-16 places of the text widget and back; done here and nowhere else."""

from bisect import bisect_left, bisect_right

WIDE = 0xFFFF


class Offsets:
    """Converts offsets of one text. Letters beyond the first plane take two places in Qt."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        wide = [n for n, letter in enumerate(text) if ord(letter) > WIDE] if _any(text) else []
        self._wide = wide
        self._shifted = [at + n + 1 for n, at in enumerate(wide)]

    def to_qt(self, offset: int) -> int:
        """Return the place in the widget of a code-point offset."""
        return offset + bisect_left(self._wide, offset)

    def from_qt(self, place: int) -> int:
        """Return the code-point offset of a place in the widget."""
        return min(self._length, place - bisect_right(self._shifted, place))


def _any(text: str) -> bool:
    return bool(text) and max(text) > chr(WIDE)
