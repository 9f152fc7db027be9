"""Versions of a casebook's codebook: each is kept, and one is in use."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CodebookVersion:
    """One version ever used; `note` says what changed, `kept_at` is ISO 8601 in UTC."""

    id: int
    name: str
    version: str
    coder: str
    note: str
    kept_at: str
    in_use: bool
