"""Keep rules learned from decisions."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "learned_rule",
        sa.Column("theme", sa.Text, nullable=False),
        sa.Column("trained_at", sa.Text, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("theme", name="pk_learned_rule"),
        sa.ForeignKeyConstraint(["theme"], ["theme.id"], "fk_learned_rule_theme_theme"),
    )


def downgrade() -> None:
    """Refuse: a casebook is taken back by opening its backup."""
    raise NotImplementedError("a casebook is taken back by opening its backup")
