"""The typed mappings of the casebook's tables (see db/README.md for what each is for)."""

from typing import Annotated, Any, ClassVar

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    MetaData,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
FORWARDS = "begins >= 0 AND begins <= ends"
NEVER_REUSED = {"sqlite_autoincrement": True}

Id = Annotated[int, mapped_column(primary_key=True)]
OfReview = Annotated[int, mapped_column(ForeignKey("review.id", ondelete="CASCADE"))]
OfDocument = Annotated[int, mapped_column(ForeignKey("document.id", ondelete="CASCADE"))]
InDocument = Annotated[
    int, mapped_column(ForeignKey("document.id", ondelete="CASCADE"), primary_key=True)
]
OfPassage = Annotated[int, mapped_column(ForeignKey("passage.id", ondelete="CASCADE"))]
Position = Annotated[int, mapped_column(primary_key=True)]
Flag = Annotated[bool, mapped_column(server_default=text("0"))]
Words = Annotated[str, mapped_column(server_default=text("''"))]


class Base(DeclarativeBase):
    """The root of every mapping; its metadata names each constraint."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: Text()}


class CasebookRow(Base):
    """The casebook itself: always one row."""

    __tablename__ = "casebook"
    __table_args__ = (CheckConstraint("id = 1", name="one"),)
    id: Mapped[Id]
    title: Mapped[str]
    made_at: Mapped[str]
    codebook_id: Mapped[int | None] = mapped_column(ForeignKey("codebook.id"))


class CoderRow(Base):
    """A person who has worked in the casebook."""

    __tablename__ = "coder"
    initials: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[Words]
    since: Mapped[str]


class CodebookRow(Base):
    """One version of the codebook, whole, as TOML; the casebook says which is in use."""

    __tablename__ = "codebook"
    __table_args__ = (NEVER_REUSED,)
    id: Mapped[Id]
    identity: Mapped[str]
    name: Mapped[str]
    version: Mapped[str]
    text: Mapped[str]
    kept_at: Mapped[str]
    coder: Mapped[Words]
    note: Mapped[Words]


class ThemeGroupRow(Base):
    """A theme group of the codebook in use, for SQL to join."""

    __tablename__ = "theme_group"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    letters: Mapped[str]
    position: Mapped[int]


class ThemeRow(Base):
    """A theme of the codebook in use, for SQL to join."""

    __tablename__ = "theme"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    group_id: Mapped[str | None] = mapped_column(ForeignKey("theme_group.id"))
    position: Mapped[int]
    marker: Mapped[Flag]
    retired: Mapped[Flag]


class ReviewRow(Base):
    """One case; title, kind and kind_also follow from its documents and their details."""

    __tablename__ = "review"
    __table_args__ = (NEVER_REUSED,)
    id: Mapped[Id]
    title: Mapped[str]
    kind: Mapped[str]
    kind_also: Mapped[str | None]
    screened_out: Mapped[str | None]


class AttributeRow(Base):
    """One value of one attribute of a review, as filters and cross-tabs ask for it."""

    __tablename__ = "attribute"
    __table_args__ = (Index(None, "name", "value"),)
    review_id: Mapped[int] = mapped_column(
        ForeignKey("review.id", ondelete="CASCADE"), primary_key=True
    )
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]


class OriginalRow(Base):
    """The bytes of an imported file; `packed` says that `content` is compressed by zlib."""

    __tablename__ = "original"
    sha256: Mapped[str] = mapped_column(primary_key=True)
    size: Mapped[int]
    packed: Mapped[Flag]
    content: Mapped[bytes]


class DocumentRow(Base):
    """One imported file; its text stands in `passage`, its bytes in `original`."""

    __tablename__ = "document"
    __table_args__ = (
        UniqueConstraint("sha256"),
        Index(None, "review_id"),
        Index(None, "text_sha256"),
        CheckConstraint("(finished_by IS NULL) = (finished_at IS NULL)", name="finished"),
        NEVER_REUSED,
    )
    id: Mapped[Id]
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id"))
    name: Mapped[str]
    sha256: Mapped[str] = mapped_column(ForeignKey("original.sha256"))
    text_sha256: Mapped[str]
    kind: Mapped[str]
    kind_also: Mapped[str | None]
    form: Mapped[str]
    margin: Mapped[float]
    reasons: Mapped[str]
    title: Mapped[str]
    words: Mapped[int]
    pages: Mapped[int]
    remarks: Mapped[str]
    imported_at: Mapped[str]
    finished_by: Mapped[str | None]
    finished_at: Mapped[str | None]
    word_confidence: Mapped[bytes | None]


class PageRow(Base):
    """A page: the text it holds, what was left out of it, its printed lines (packed)."""

    __tablename__ = "page"
    __table_args__ = (CheckConstraint(FORWARDS, name="forwards"),)
    document_id: Mapped[InDocument]
    number: Mapped[Position]
    begins: Mapped[int]
    ends: Mapped[int]
    width: Mapped[float]
    height: Mapped[float]
    left_out: Mapped[str]
    lines: Mapped[bytes | None]


class SectionRow(Base):
    """A headed part of a document and the role it plays."""

    __tablename__ = "section"
    __table_args__ = (CheckConstraint(FORWARDS, name="forwards"),)
    document_id: Mapped[InDocument]
    position: Mapped[Position]
    heading: Mapped[str]
    role: Mapped[str]
    level: Mapped[int]
    begins: Mapped[int]
    ends: Mapped[int]
    restated: Mapped[Flag]


class PassageRow(Base):
    """A paragraph: the document's text is these, in order, with a blank line between."""

    __tablename__ = "passage"
    __table_args__ = (
        UniqueConstraint("document_id", "number"),
        CheckConstraint(FORWARDS, name="forwards"),
        NEVER_REUSED,
    )
    id: Mapped[Id]
    document_id: Mapped[OfDocument]
    number: Mapped[int]
    printed: Mapped[Words]
    page: Mapped[int | None]
    role: Mapped[str]
    style: Mapped[str]
    level: Mapped[int]
    bold: Mapped[Flag]
    restated: Mapped[Flag]
    heading: Mapped[Words]
    begins: Mapped[int]
    ends: Mapped[int]
    text: Mapped[str]


class DetailRow(Base):
    """One value of one detail of a document, with the words that support it."""

    __tablename__ = "detail"
    __table_args__ = (
        CheckConstraint("(words IS NULL) = (begins IS NULL)", name="words_placed"),
        CheckConstraint("(begins IS NULL) = (ends IS NULL)", name="both_ends"),
        CheckConstraint(FORWARDS, name="forwards"),
    )
    document_id: Mapped[InDocument]
    name: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[Position]
    value: Mapped[str]
    words: Mapped[str | None]
    begins: Mapped[int | None]
    ends: Mapped[int | None]
    confirmed: Mapped[Flag]
    known: Mapped[bool] = mapped_column(server_default=text("1"))


class RecommendationRow(Base):
    """A recommendation as printed."""

    __tablename__ = "recommendation"
    __table_args__ = (CheckConstraint(FORWARDS, name="forwards"),)
    document_id: Mapped[InDocument]
    position: Mapped[Position]
    number: Mapped[str]
    text: Mapped[str]
    addressee: Mapped[str | None]
    begins: Mapped[int]
    ends: Mapped[int]


class ConcernRow(Base):
    """A coroner's concern as printed."""

    __tablename__ = "concern"
    __table_args__ = (CheckConstraint(FORWARDS, name="forwards"),)
    document_id: Mapped[InDocument]
    position: Mapped[Position]
    number: Mapped[str]
    text: Mapped[str]
    addressee: Mapped[str | None]
    begins: Mapped[int]
    ends: Mapped[int]
