"""Give a casebook room for a team's work: versions of the codebook, registers, saved questions."""

import sqlite3
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Say which codebook is in use, then run the statements of the file beside this one."""
    # Made anew in batch mode, for SQLite can add no column with a named foreign key.
    with op.batch_alter_table("casebook", recreate="always") as table:
        table.add_column(sa.Column("codebook_id", sa.Integer, nullable=True))
        table.create_foreign_key(
            "fk_casebook_codebook_id_codebook", "codebook", ["codebook_id"], ["id"]
        )
    statement = ""
    for line in Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").splitlines():
        if not line.startswith("--"):
            statement += line + "\n"
        if sqlite3.complete_statement(statement):
            op.get_bind().exec_driver_sql(statement)
            statement = ""


def downgrade() -> None:
    """Refuse: what a team has recorded there would be lost."""
    raise NotImplementedError("a casebook is taken back by opening its backup")
