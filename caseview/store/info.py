"""The casebook at a glance."""

from pathlib import Path

from sqlalchemy import Connection, func, select

from caseview.domain.casebook_settings import MARKING
from caseview.domain.info import CasebookInfo
from caseview.domain.review import Status
from caseview.domain.suggestion import Decision
from caseview.store.coders import read_coders
from caseview.store.schema import version_of
from caseview.store.tables import (
    AttributeRow,
    Base,
    CasebookRow,
    CodebookRow,
    DocumentRow,
    PassageRow,
)
from caseview.store.tables_decided import SuggestionRow, TagRow
from caseview.store.tables_team import SettingRow


def read_info(connection: Connection, path: Path, *, encrypted: bool) -> CasebookInfo:
    """Return what the casebook is and how much it holds."""
    about = connection.execute(select(CasebookRow.title, CasebookRow.made_at)).one()
    marking = select(SettingRow.value).where(SettingRow.name == MARKING)
    codebook = connection.execute(
        select(CodebookRow.name, CodebookRow.version).join(
            CasebookRow, CasebookRow.codebook_id == CodebookRow.id
        )
    ).one()
    undecided = SuggestionRow.decision == Decision.UNDECIDED.value
    finished = (AttributeRow.name == "status") & (AttributeRow.value == Status.FINISHED.value)
    reviews = select(func.count(func.distinct(DocumentRow.review_id)))
    return CasebookInfo(
        path=str(path),
        title=about.title,
        made_at=about.made_at,
        size=path.stat().st_size,
        encrypted=encrypted,
        codebook=codebook.name,
        codebook_version=codebook.version,
        schema=version_of(connection),
        reviews=connection.scalar(reviews) or 0,
        documents=_count(connection, DocumentRow),
        passages=_count(connection, PassageRow),
        suggestions=_count(connection, SuggestionRow),
        undecided=connection.scalar(select(func.count()).where(undecided)) or 0,
        tags=_count(connection, TagRow),
        finished=connection.scalar(select(func.count()).where(finished)) or 0,
        coders=tuple(coder.initials for coder in read_coders(connection)),
        marking=connection.scalar(marking) or "",
    )


def _count(connection: Connection, table: type[Base]) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0
