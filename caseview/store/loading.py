"""Turns rows of the casebook into domain values."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import Row, Select, exists, select

from caseview.domain.attribute import Detail, DetailName
from caseview.domain.document import Document, Form, Kind, Paragraph, ParagraphStyle
from caseview.domain.english import English
from caseview.domain.errors import CasebookDamagedError
from caseview.domain.passage import Passage
from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole
from caseview.domain.suggestion import Decision
from caseview.domain.tag import Tag
from caseview.store.tables import DetailRow, DocumentRow, PassageRow
from caseview.store.tables_decided import TagRow
from caseview.store.tables_team import ReplacementRow

E = TypeVar("E", bound=StrEnum)
AnyRow = Row[*tuple[Any, ...]]
AnySelect = Select[*tuple[Any, ...]]


def by_value(kind: type[E]) -> Mapping[str, E]:
    """Return the members of an enumeration by value: much quicker to ask than the class is."""
    return {member.value: member for member in kind}


KINDS = by_value(Kind)
FORMS = by_value(Form)
ROLES = by_value(SectionRole)
STYLES = by_value(ParagraphStyle)
READINGS = by_value(ReadsAs)
DECISIONS = by_value(Decision)
DETAILS = by_value(DetailName)
PLACES = {name: place for place, name in enumerate(DetailName)}


def damaged_words(what: str) -> CasebookDamagedError:
    """Return what to say of words that no longer stand where they are said to."""
    return CasebookDamagedError(
        English(
            "The words of {0} no longer stand at their place in the document, so they cannot be "
            "relied on.",
            what,
        ),
        "Run a check of the casebook, or open the newest backup.",
    )


# Asked of documents without words alone: the others count by what they say.
_page_tagged = exists().where(TagRow.document_id == DocumentRow.id, TagRow.page.is_not(None))


def select_documents() -> AnySelect:
    """Return the query for the columns that `document` takes."""
    row, newer = DocumentRow, ReplacementRow
    return (
        select(
            row.id, row.review_id, row.name, row.sha256, row.kind, row.form, row.title, row.pages,
            row.words, row.imported_at, row.kind_also, row.finished_by, row.finished_at,
            newer.replaced_by, (row.words == 0) & _page_tagged,
        )
        .outerjoin(newer, newer.document_id == row.id)
        .order_by(row.id)
    )  # fmt: skip


def document(row: Sequence[Any]) -> Document:
    """Return the document of a row of `select_documents`."""
    (number, review, name, sha256, kind, form, title, pages, words, imported_at, also) = row[:11]
    return Document(
        id=number, review_id=review, name=name, sha256=sha256, kind=KINDS[kind], form=FORMS[form],
        title=title, pages=pages, words=words, imported_at=imported_at,
        kind_also=KINDS[also] if also else None, finished_by=row[11], finished_at=row[12],
        replaced_by=row[13], page_tagged=bool(row[14]),
    )  # fmt: skip


def select_details() -> AnySelect:
    """Return the query for the columns that `detail` takes, in the order they are shown."""
    row = DetailRow
    return select(
        row.document_id, row.name, row.value, row.words, row.begins, row.ends, row.confirmed,
        row.known,
    ).order_by(row.document_id, row.name, row.position)  # fmt: skip


def details(rows: Sequence[AnyRow]) -> dict[int, tuple[Detail, ...]]:
    """Return the details of rows of `select_details` by document, in the order of DetailName."""
    found: dict[int, list[Detail]] = {}
    for number, name, value, words, begins, ends, confirmed, known in rows:
        made = Detail(DETAILS[name], value, words, begins, ends, bool(confirmed), bool(known))
        found.setdefault(number, []).append(made)
    return {number: tuple(sorted(some, key=_place)) for number, some in found.items()}


def _place(detail: Detail) -> int:
    return PLACES[detail.name]


PASSAGE_COLUMNS = (
    "p.begins, p.ends, p.text, p.number, p.page, p.role, p.printed, p.style, p.restated, p.heading"
)
PASSAGE_WIDTH = 10


def passage(row: Sequence[Any]) -> Passage:
    """Return the passage of a row of PASSAGE_COLUMNS."""
    begins, ends, text, number, page, role, printed, style, restated, heading = row
    if len(text) != ends - begins:
        raise damaged_words(f"paragraph {number}")
    return Passage(
        begins, ends, text, number, page, ROLES[role], printed, STYLES[style], bool(restated),
        heading,
    )  # fmt: skip


def paragraph(row: AnyRow) -> Paragraph:
    """Return the paragraph of a whole row of passages."""
    return Paragraph(
        start=row.begins, end=row.ends, number=row.number, page=row.page, printed=row.printed,
        style=STYLES[row.style], level=row.level, bold=bool(row.bold),
    )  # fmt: skip


def select_paragraphs(document_id: int) -> AnySelect:
    """Return the query for the paragraphs of one document with their words, in order."""
    row = PassageRow
    return (
        select(
            row.begins, row.ends, row.number, row.page, row.printed, row.style, row.level, row.bold,
            row.text,
        )
        .where(row.document_id == document_id)
        .order_by(row.number)
    )  # fmt: skip


TAG_COLUMNS = (
    "t.id, t.document_id, d.review_id, t.passage_id, t.theme, t.begins, t.ends, t.text, "
    "t.reads_as, t.restated, t.coder, t.made_at, t.codebook_version, t.origin, t.suggestion_id, "
    "t.is_key, t.page"
)
TAG_WIDTH = 17


def tag(row: Sequence[Any]) -> Tag:
    """Return the tag of a row of TAG_COLUMNS."""
    values = list(row)
    values[8], values[9], values[15] = READINGS[row[8]], bool(row[9]), bool(row[15])
    return Tag(*values)
