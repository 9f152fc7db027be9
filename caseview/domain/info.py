"""What is known of a casebook as a whole."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CasebookInfo:
    """A casebook at a glance; `size` is in bytes, `made_at` ISO 8601 in UTC.

    `screening` says in sentences how the reviews were screened, for a file that leaves.
    """

    path: str
    title: str
    made_at: str
    size: int
    encrypted: bool
    codebook: str
    codebook_version: str
    schema: str
    reviews: int
    documents: int
    passages: int
    suggestions: int
    undecided: int
    tags: int
    finished: int
    coders: tuple[str, ...] = ()
    marking: str = ""
    screening: str = ""


@dataclass(frozen=True, slots=True)
class LockHolder:
    """Who has a casebook open: initials or user name, computer, since when (ISO 8601, UTC)."""

    who: str
    host: str
    since: str
    process: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check of the casebook found; `repaired` says whether it was put right."""

    what: str
    advice: str
    repaired: bool = False


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One line of the audit log: never any passage text."""

    id: int
    at: str
    coder: str
    action: str
    subject: str
    hash: str
