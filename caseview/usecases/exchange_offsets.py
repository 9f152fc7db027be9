"""Reads the offsets of another program: what it counts is tried out on the words themselves.

The standard counts code points, but programs count line ends as one or two, and some count UTF-16
units (as .NET and JavaScript do). The way under which most selections begin and end at the edge
of a word is taken, the standard's own where none is better.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from caseview.domain.exchange import ExchangeSelection, ExchangeSource
from caseview.domain.span import Span


@dataclass(frozen=True, slots=True)
class Settled:
    """A source with LF line ends and spans into its text; `way` says how offsets were read.

    `spans` are those of the selections, in order; None for one that lies outside the text.
    """

    text: str
    spans: tuple[Span | None, ...]
    way: str


Way = Callable[[str], Sequence[int]]
"""Returns, for each offset the other program counts, the place in the text with LF only."""


def settle(source: ExchangeSource) -> Settled:
    """Return the spans of a source's selections, read in the way that fits its words best."""
    text = source.text.replace("\r\n", "\n").replace("\r", "\n")
    best, most = None, -1
    for name, way in _WAYS.items():
        places = way(source.text)
        spans = tuple(_span(one, places) for one in source.selections)
        fitting = sum(1 for span in spans if span is not None and _at_edges(text, span))
        if fitting > most:
            best, most = Settled(text, spans, name), fitting
    return best or Settled(text, (), "")


def _span(selection: ExchangeSelection, places: Sequence[int]) -> Span | None:
    if not 0 <= selection.start < selection.end < len(places):
        return None
    span = Span(places[selection.start], places[selection.end])
    return span if span.start < span.end else None


def _at_edges(text: str, span: Span) -> bool:
    return not any(
        0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()
        for place in (span.start, span.end)
    )


def _line_ends_as_one(raw: str) -> Sequence[int]:
    return range(len(raw.replace("\r\n", "\n")) + 1)


def _line_ends_as_two(raw: str) -> Sequence[int]:
    return _counted(raw, lambda _: 1)


def _units(raw: str) -> Sequence[int]:
    return _counted(raw.replace("\r\n", "\n"), _utf16)


def _units_line_ends_as_two(raw: str) -> Sequence[int]:
    return _counted(raw, _utf16)


def _utf16(character: str) -> int:
    return 2 if ord(character) > 0xFFFF else 1  # noqa: PLR2004 - the last of the basic plane


def _counted(raw: str, width: Callable[[str], int]) -> Sequence[int]:
    """Return the place in the text with LF only for each offset; CRLF is one place, counted two."""
    places, place = [0], 0
    for number, character in enumerate(raw):
        first_of_two = character == "\r" and raw[number + 1 : number + 2] == "\n"
        if not first_of_two:
            place += 1
        places += [place] * width(character)
    return places


_WAYS: dict[str, Way] = {
    "code points, a line end as one": _line_ends_as_one,
    "code points, a line end as two": _line_ends_as_two,
    "UTF-16 units, a line end as one": _units,
    "UTF-16 units, a line end as two": _units_line_ends_as_two,
}


def moved(source: ExchangeSource, settled: Settled) -> ExchangeSource:
    """Return a source with the settled text and offsets; selections outside it are left out."""
    kept = tuple(
        replace(one, start=span.start, end=span.end)
        for one, span in zip(source.selections, settled.spans, strict=True)
        if span is not None
    )
    return replace(source, text=settled.text, selections=kept)
