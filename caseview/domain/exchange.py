"""A project as programs for coding texts exchange it (REFI-QDA 1.0): codes, sources, selections.

The words are the standard's own, for its things are not quite ours: a code may be a theme, a
group, or how words read; a case is a review; a selection is a stretch of a source's text.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExchangeCoder:
    """A person who coded."""

    guid: str
    name: str
    initials: str = ""


@dataclass(frozen=True, slots=True)
class ExchangeCode:
    """A code; `parent` is the guid of the code it stands under, "" at the top."""

    guid: str
    name: str
    description: str = ""
    parent: str = ""
    codable: bool = True


@dataclass(frozen=True, slots=True)
class ExchangeCoding:
    """A code put on something, by whom and when ("" where unsaid)."""

    code: str
    coder: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class ExchangeSelection:
    """A stretch `start:end` of a source's text, in code points, with its codings and notes."""

    guid: str
    start: int
    end: int
    codings: tuple[ExchangeCoding, ...] = ()
    description: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExchangeArea:
    """A stretch of a page's picture, with its codings and notes; it has no words.

    `page` counts from 1; `box` is two corners of the stretch, left, top, right and bottom, in
    points from the bottom left of the page.
    """

    guid: str
    page: int
    box: tuple[int, int, int, int]
    codings: tuple[ExchangeCoding, ...] = ()
    description: str = ""
    notes: tuple[str, ...] = ()

    def covers(self, width: float, height: float) -> bool:
        """Return whether it is all but the whole of a page of this size, in points."""
        left, top, right, bottom = self.box
        across, down = abs(right - left), abs(top - bottom)
        return across >= _MOST_OF * width and down >= _MOST_OF * height


_MOST_OF = 0.9


@dataclass(frozen=True, slots=True)
class ExchangeValue:
    """What is recorded under a variable's name."""

    variable: str
    value: str


@dataclass(frozen=True, slots=True)
class ExchangeSource:
    """A source: its text, and the file it came from where the project holds it.

    `ending` is that of the file's name (".pdf"), "" where only the text is held; `areas` are
    stretches of a page's picture that are coded.
    """

    guid: str
    name: str
    text: str
    ending: str = ""
    content: bytes = b""
    selections: tuple[ExchangeSelection, ...] = ()
    codings: tuple[ExchangeCoding, ...] = ()
    notes: tuple[str, ...] = ()
    values: tuple[ExchangeValue, ...] = ()
    areas: tuple[ExchangeArea, ...] = ()


@dataclass(frozen=True, slots=True)
class ExchangeCase:
    """A case: its sources by guid and what is recorded of it."""

    guid: str
    name: str
    sources: tuple[str, ...] = ()
    values: tuple[ExchangeValue, ...] = ()


@dataclass(frozen=True, slots=True)
class ExchangeNote:
    """A note's words; what it is on points to it by its guid."""

    guid: str
    text: str
    name: str = ""
    coder: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A whole project; `sources` may come one by one, for they are large.

    `notes` are those that sources, selections and codes point to; `own_notes` are the guids of
    notes on the project itself; `left_behind` says in sentences what it could not carry.
    """

    name: str
    origin: str
    coders: tuple[ExchangeCoder, ...] = ()
    codes: tuple[ExchangeCode, ...] = ()
    variables: tuple[str, ...] = ()
    cases: tuple[ExchangeCase, ...] = ()
    sources: Iterable[ExchangeSource] = ()
    notes: tuple[ExchangeNote, ...] = ()
    own_notes: tuple[str, ...] = ()
    left_behind: tuple[str, ...] = ()
