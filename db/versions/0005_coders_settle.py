"""Keep how coders settle what they disagreed on, with each tag as it was decided before."""

import sqlite3
from pathlib import Path

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Run the statements of the file beside this one."""
    statement = ""
    for line in Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").splitlines():
        if not line.startswith("--"):
            statement += line + "\n"
        if sqlite3.complete_statement(statement):
            op.get_bind().exec_driver_sql(statement)
            statement = ""


def downgrade() -> None:
    """Refuse: what coders settled would be lost."""
    raise NotImplementedError("a casebook is taken back by opening its backup")
