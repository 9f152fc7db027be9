"""The typed mappings of what coders settled between them."""

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from caseview.store.tables import (
    FORWARDS,
    NEVER_REUSED,
    Base,
    Flag,
    Id,
    OfDocument,
    Position,
    Words,
)
from caseview.store.tables_decided import WORDS_OR_PAGE


class SettlementRow(Base):
    """A disagreement of two coders over one theme in one document, settled."""

    __tablename__ = "settlement"
    __table_args__ = (Index(None, "document_id"), NEVER_REUSED)
    id: Mapped[Id]
    document_id: Mapped[OfDocument]
    theme: Mapped[str] = mapped_column(ForeignKey("theme.id"))
    coders: Mapped[str]
    verdict: Mapped[str]
    settled_by: Mapped[str] = mapped_column(ForeignKey("coder.initials"))
    at: Mapped[str]
    reason: Mapped[Words]


class SettledTagRow(Base):
    """A tag as its coder had decided it before it was settled; its words, if any, are a slice."""

    __tablename__ = "settled_tag"
    __table_args__ = (
        CheckConstraint(FORWARDS, name="forwards"),
        CheckConstraint(WORDS_OR_PAGE, name="words_or_page"),
        Index(None, "passage_id"),
    )
    settlement_id: Mapped[int] = mapped_column(
        ForeignKey("settlement.id", ondelete="CASCADE"), primary_key=True
    )
    tag_id: Mapped[Position]
    passage_id: Mapped[int | None] = mapped_column(ForeignKey("passage.id", ondelete="CASCADE"))
    theme: Mapped[str] = mapped_column(ForeignKey("theme.id"))
    begins: Mapped[int]
    ends: Mapped[int]
    reads_as: Mapped[str]
    restated: Mapped[Flag]
    coder: Mapped[str] = mapped_column(ForeignKey("coder.initials"))
    made_at: Mapped[str]
    codebook_version: Mapped[str]
    origin: Mapped[str]
    suggestion_id: Mapped[int | None]
    is_key: Mapped[Flag]
    page: Mapped[int | None]
