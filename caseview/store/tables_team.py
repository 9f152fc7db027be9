"""The typed mappings of a team's work: settings, saved questions, registers, coders compared."""

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from caseview.store.tables import (
    FORWARDS,
    NEVER_REUSED,
    Base,
    Flag,
    Id,
    InDocument,
    OfDocument,
    Position,
    Words,
)


def _of(table: str) -> ForeignKeyConstraint:
    """Return what ties a row to a recommendation or concern: it goes with it."""
    return ForeignKeyConstraint(
        ["document_id", "position"],
        [f"{table}.document_id", f"{table}.position"],
        ondelete="CASCADE",
    )


class SettingRow(Base):
    """One of the casebook's own settings."""

    __tablename__ = "setting"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class SavedRow(Base):
    """A search, cross-tab or summary kept under a name; `body` is its question as JSON."""

    __tablename__ = "saved"
    __table_args__ = (UniqueConstraint("kind", "name"), NEVER_REUSED)
    id: Mapped[Id]
    kind: Mapped[str]
    name: Mapped[str]
    body: Mapped[str]
    coder: Mapped[str] = mapped_column(ForeignKey("coder.initials"))
    made_at: Mapped[str]


class MatrixCellRow(Base):
    """An analyst's own words of one theme in one review; they go with the review."""

    __tablename__ = "matrix_cell"
    review_id: Mapped[int] = mapped_column(
        ForeignKey("review.id", ondelete="CASCADE"), primary_key=True
    )
    theme: Mapped[str] = mapped_column(primary_key=True)
    words: Mapped[str]
    coder: Mapped[str] = mapped_column(ForeignKey("coder.initials"))
    at: Mapped[str]


class ReplacementRow(Base):
    """A document that a newer version stands in for; it counts no more."""

    __tablename__ = "replacement"
    __table_args__ = (Index(None, "replaced_by"),)
    document_id: Mapped[InDocument]
    replaced_by: Mapped[OfDocument]


class LearnedRuleRow(Base):
    """A rule learned from decisions on one theme: its trial, words and weights as JSON."""

    __tablename__ = "learned_rule"
    theme: Mapped[str] = mapped_column(ForeignKey("theme.id"), primary_key=True)
    trained_at: Mapped[str]
    rule: Mapped[str]


class SketchRow(Base):
    """One number of the sketch of a document's text, by which a newer version is known."""

    __tablename__ = "sketch"
    __table_args__ = (Index(None, "hash"),)
    document_id: Mapped[InDocument]
    hash: Mapped[int] = mapped_column(primary_key=True)


class CodedRow(Base):
    """A document that a coder finished for a comparison of coders."""

    __tablename__ = "coded"
    document_id: Mapped[InDocument]
    coder: Mapped[str] = mapped_column(ForeignKey("coder.initials"), primary_key=True)
    at: Mapped[str]


class RestorePointRow(Base):
    """A place in the journal to go back to."""

    __tablename__ = "restore_point"
    __table_args__ = (NEVER_REUSED,)
    id: Mapped[Id]
    made_at: Mapped[str]
    coder: Mapped[str]
    why: Mapped[str]
    journal_id: Mapped[int]
    tags: Mapped[int]


class StandingRow(Base):
    """What a coder says of a recommendation."""

    __tablename__ = "standing"
    __table_args__ = (_of("recommendation"),)
    document_id: Mapped[Position]
    position: Mapped[Position]
    progress: Mapped[str]
    strength: Mapped[str]
    addressee: Mapped[Words]
    confirmed: Mapped[Flag]


class RecommendationGroupRow(Base):
    """A group of recommendations that ask for the same thing."""

    __tablename__ = "recommendation_group"
    __table_args__ = (NEVER_REUSED,)
    id: Mapped[Id]
    name: Mapped[str]


class GroupMemberRow(Base):
    """A recommendation that belongs to a group, or was offered and does not."""

    __tablename__ = "group_member"
    __table_args__ = (_of("recommendation"), Index(None, "document_id", "position"))
    group_id: Mapped[int] = mapped_column(
        ForeignKey("recommendation_group.id", ondelete="CASCADE"), primary_key=True
    )
    document_id: Mapped[Position]
    position: Mapped[Position]
    belongs: Mapped[Flag]


class ConcernAnswerRow(Base):
    """What one response says to a coroner's concern; each response has an answer of its own."""

    __tablename__ = "concern_answer"
    __table_args__ = (
        _of("concern"),
        Index(None, "response_id"),
        CheckConstraint("(begins IS NULL) = (ends IS NULL)", name="both_ends"),
        CheckConstraint(FORWARDS, name="forwards"),
    )
    document_id: Mapped[Position]
    position: Mapped[Position]
    response_id: Mapped[InDocument]
    reply: Mapped[str]
    begins: Mapped[int | None]
    ends: Mapped[int | None]
    coder: Mapped[str] = mapped_column(ForeignKey("coder.initials"))
    at: Mapped[str]
