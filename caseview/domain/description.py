"""What CaseView makes of a document on reading it: kind, form, details, outline, objects."""

from dataclasses import dataclass

from caseview.domain.attribute import Detail
from caseview.domain.document import DocumentText, Form, Kind
from caseview.domain.passage import Passage
from caseview.domain.recommendation import Concern, Recommendation
from caseview.domain.section import Section
from caseview.domain.suggestion import Suggestion


@dataclass(frozen=True, slots=True)
class KindGuess:
    """The kind and form a document seems to be.

    `margin` is the winner's score less the runner-up's (0 or more); `also` is the second kind of
    a joint review; `reasons` are the cues that fired, most telling first.
    """

    kind: Kind
    form: Form
    margin: float = 0.0
    also: Kind | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Description:
    """Everything read out of a document's words. Sections are in reading order.

    There is one passage for each paragraph of the text, in the same order.
    """

    guess: KindGuess
    details: tuple[Detail, ...] = ()
    outline: tuple[Section, ...] = ()
    passages: tuple[Passage, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    concerns: tuple[Concern, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A file that was read: its words, what was made of them, and the themes suggested.

    `sha256` is the hash of the file's bytes in hexadecimal; `seconds` the time reading took.
    """

    path: str
    sha256: str
    text: DocumentText
    description: Description
    suggestions: tuple[Suggestion, ...] = ()
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that could not be read: what happened, and what to do."""

    path: str
    reason: str
    advice: str
