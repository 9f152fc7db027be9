"""Finds words again in another text: another program's, or a newer version of a document."""

from collections.abc import Iterator

from caseview.domain.span import Span


class Anchors:
    """A text in which words are looked for by their letters and digits alone.

    Spaces, line ends, hyphens, quotation marks and case differ between two readings of one file;
    what remains of a sentence is its own all the same.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._letters, self._places = _letters(text)

    def find(self, words: str, share: float) -> Span | None:
        """Return where the words stand, None when they do not.

        `share` is where they stood in the other text, from 0 (its start) to 1: of several places
        the one nearest to it is taken.
        """
        wanted, _ = _letters(words)
        if not wanted:
            return None
        near = share * len(self._letters)
        starts = list(_starts(self._letters, wanted))
        if not starts:
            return None
        start = min(starts, key=lambda place: abs(place - near))
        return self._span(start, start + len(wanted), words)

    def _span(self, first: int, last: int, words: str) -> Span:
        """Return the stretch of the text, with the marks that open and close the words."""
        begin, end = self._places[first], self._places[last - 1] + 1
        opening, closing = _marks(words)
        for mark in reversed(opening):
            if self._text[begin - 1 : begin] != mark:
                break
            begin -= 1
        for mark in closing:
            if self._text[end : end + 1] != mark:
                break
            end += 1
        return Span(begin, end)


def _marks(words: str) -> tuple[str, str]:
    """Return the marks that open and that close some words: quotation marks, a full stop."""
    bare = words.strip()
    letters = [place for place, character in enumerate(bare) if character.isalnum()]
    return bare[: letters[0]], bare[letters[-1] + 1 :]


def _starts(letters: str, wanted: str) -> Iterator[int]:
    place = letters.find(wanted)
    while place >= 0:
        yield place
        place = letters.find(wanted, place + 1)


def _letters(text: str) -> tuple[str, list[int]]:
    """Return the letters and digits of a text, folded, and where each stands."""
    found: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if character.isalnum():
            for one in character.casefold():
                found.append(one)
                places.append(place)
    return "".join(found), places
