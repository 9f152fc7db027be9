"""What became of each file of an import."""

from dataclasses import dataclass
from enum import StrEnum

from caseview.domain.document import Form, Kind


class OutcomeKind(StrEnum):
    """The five things that can become of a file."""

    IMPORTED = "imported"
    ALREADY_HERE = "already_here"
    NEW_VERSION = "new_version"
    NO_TEXT = "no_text"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What became of one file; ids are None when nothing was added or found.

    `reason` says why in a plain sentence ("" when simply imported) and `advice` what to do;
    `replaces` is the document that this one is a version of.
    """

    path: str
    outcome: OutcomeKind
    reason: str = ""
    advice: str = ""
    document_id: int | None = None
    review_id: int | None = None
    kind: Kind | None = None
    form: Form | None = None
    pages: int = 0
    words: int = 0
    seconds: float = 0.0
    replaces: int | None = None
