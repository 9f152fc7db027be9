"""The typed mappings of what is suggested and decided, and of the record that is kept of it."""

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from caseview.store.tables import FORWARDS, NEVER_REUSED, Base, Flag, Id, OfDocument, OfPassage

WORDS_OR_PAGE = "(passage_id IS NULL) <> (page IS NULL)"


class SuggestionRow(Base):
    """A theme put forward by a rule on words of one passage, and what was decided."""

    __tablename__ = "suggestion"
    __table_args__ = (
        Index(None, "document_id", "begins"),
        Index(None, "passage_id"),
        Index(None, "theme", "decision"),
        CheckConstraint(FORWARDS, name="forwards"),
        NEVER_REUSED,
    )
    id: Mapped[Id]
    document_id: Mapped[OfDocument]
    passage_id: Mapped[OfPassage]
    theme: Mapped[str] = mapped_column(ForeignKey("theme.id"))
    begins: Mapped[int]
    ends: Mapped[int]
    reads_as: Mapped[str]
    restated: Mapped[Flag]
    rule: Mapped[str]
    reason: Mapped[str]
    confidence: Mapped[float]
    decision: Mapped[str] = mapped_column(server_default=text("'undecided'"))


class TagRow(Base):
    """A theme decided by a coder, on words (`text`) or on a whole page without any (`page`)."""

    __tablename__ = "tag"
    __table_args__ = (
        Index(None, "document_id", "begins"),
        Index(None, "document_id", "page"),
        Index(None, "passage_id"),
        Index(None, "theme"),
        Index(None, "suggestion_id"),
        CheckConstraint(FORWARDS, name="forwards"),
        CheckConstraint(WORDS_OR_PAGE, name="words_or_page"),
        ForeignKeyConstraint(
            ["document_id", "page"], ["page.document_id", "page.number"], ondelete="CASCADE"
        ),
        NEVER_REUSED,
    )
    id: Mapped[Id]
    document_id: Mapped[OfDocument]
    passage_id: Mapped[int | None] = mapped_column(ForeignKey("passage.id", ondelete="CASCADE"))
    theme: Mapped[str] = mapped_column(ForeignKey("theme.id"))
    begins: Mapped[int]
    ends: Mapped[int]
    text: Mapped[str]
    reads_as: Mapped[str]
    restated: Mapped[Flag]
    coder: Mapped[str] = mapped_column(ForeignKey("coder.initials"))
    made_at: Mapped[str]
    codebook_version: Mapped[str]
    origin: Mapped[str]
    suggestion_id: Mapped[int | None] = mapped_column(
        ForeignKey("suggestion.id", ondelete="CASCADE")
    )
    is_key: Mapped[Flag]
    page: Mapped[int | None]


class NoteRow(Base):
    """A coder's own words; `about` names the thing ("document:4", "theme:staffing")."""

    __tablename__ = "note"
    __table_args__ = (Index(None, "about"), NEVER_REUSED)
    id: Mapped[Id]
    about: Mapped[str]
    text: Mapped[str]
    coder: Mapped[str] = mapped_column(ForeignKey("coder.initials"))
    made_at: Mapped[str]


class JournalRow(Base):
    """One act of a coder: its commands as JSON, to be undone and redone."""

    __tablename__ = "journal"
    __table_args__ = (NEVER_REUSED,)
    id: Mapped[Id]
    label: Mapped[str]
    coder: Mapped[str]
    at: Mapped[str]
    commands: Mapped[str]
    undone: Mapped[Flag]


class AuditRowKept(Base):
    """One line of the audit log; triggers refuse to change or delete it."""

    __tablename__ = "audit"
    __table_args__ = (NEVER_REUSED,)
    id: Mapped[Id]
    at: Mapped[str]
    coder: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    hash: Mapped[str]


class ImportRow(Base):
    """What became of one file of an import."""

    __tablename__ = "import_outcome"
    __table_args__ = (Index(None, "document_id"), NEVER_REUSED)
    id: Mapped[Id]
    at: Mapped[str]
    path: Mapped[str]
    outcome: Mapped[str]
    reason: Mapped[str]
    advice: Mapped[str]
    document_id: Mapped[int | None]
    review_id: Mapped[int | None]
    kind: Mapped[str | None]
    form: Mapped[str | None]
    pages: Mapped[int] = mapped_column(server_default=text("0"))
    words: Mapped[int] = mapped_column(server_default=text("0"))
    seconds: Mapped[float] = mapped_column(server_default=text("0"))
    replaces: Mapped[int | None]
