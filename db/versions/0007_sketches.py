"""Keep a sketch of each text, by which a newer version of a document is known."""

import sqlalchemy as sa
from alembic import op

from caseview.domain.sketch import sketch

revision = "0007"
down_revision = "0005"
branch_labels = None
depends_on = None

_TEXTS = "SELECT document_id, group_concat(text, ' ') FROM passage GROUP BY document_id"


def upgrade() -> None:
    """Make the table, fill it for the documents there are, and let an outcome name another."""
    op.add_column("import_outcome", sa.Column("replaces", sa.Integer, nullable=True))
    table = op.create_table(
        "sketch",
        sa.Column("document_id", sa.Integer, nullable=False),
        sa.Column("hash", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("document_id", "hash", name="pk_sketch"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], "fk_sketch_document_id_document", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_sketch_hash", "sketch", ["hash"])
    texts = op.get_bind().exec_driver_sql(_TEXTS).all()
    rows = [
        {"document_id": number, "hash": one} for number, text in texts for one in sketch(text or "")
    ]
    if rows:
        op.bulk_insert(table, rows)


def downgrade() -> None:
    """Refuse: a casebook is taken back by opening its backup."""
    raise NotImplementedError("a casebook is taken back by opening its backup")
