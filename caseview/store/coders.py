"""The people who have worked in a casebook."""

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from caseview.domain.coder import Coder
from caseview.store.clock import now
from caseview.store.tables import CoderRow

_KNOW = insert(CoderRow).on_conflict_do_nothing()


def know_coder(connection: Connection, initials: str) -> None:
    """Keep a coder, unless known already."""
    connection.execute(_KNOW, {"initials": initials, "since": now()})


def read_coders(connection: Connection) -> tuple[Coder, ...]:
    """Return every coder, by initials."""
    row = CoderRow
    found = connection.execute(select(row.initials, row.name).order_by(row.initials))
    return tuple(Coder(initials, name) for initials, name in found)
