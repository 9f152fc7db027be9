"""Tells Alembic where the casebook is and what its tables should be.

The program hands in its own connection, inside its own transaction; a developer names a plain
casebook instead: `alembic -x casebook=FILE upgrade head`.
"""

from pathlib import Path
from typing import Any

from alembic import context
from sqlalchemy import Connection

from caseview.store.connect import engine_for, transaction
from caseview.store.schema import is_ours
from caseview.store.tables_compared import SettlementRow
from caseview.store.tables_team import SavedRow

# Each names a module of mappings, for what is not imported is not in the metadata.
MAPPED = (SavedRow, SettlementRow)
TARGET = MAPPED[0].metadata


def include_name(name: str | None, kind: str, _parents: Any) -> bool:
    """Return whether autogenerate should look at a table: never the full-text index's own."""
    return kind != "table" or is_ours(name or "")


def migrate(connection: Connection) -> None:
    """Run the migrations that are due over one connection."""
    context.configure(
        connection=connection,
        target_metadata=TARGET,
        render_as_batch=True,
        include_name=include_name,
    )
    with context.begin_transaction():
        context.run_migrations()


handed_in = context.config.attributes.get("connection")
if handed_in is not None:
    migrate(handed_in)
else:
    named = Path(context.get_x_argument(as_dictionary=True)["casebook"])
    with transaction(engine_for(named, None), writing=True) as opened:
        migrate(opened)
