"""Keep the protective marking in one place: among the settings, where a change can be undone."""

from alembic import op

revision = "0004"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Carry a marking over to the settings, then let its column go."""
    op.execute(
        "INSERT OR IGNORE INTO setting (name, value) "
        "SELECT 'marking', marking FROM casebook WHERE marking <> ''"
    )
    # SQLite drops a column that nothing points to by itself, so the table need not be made anew.
    op.execute("ALTER TABLE casebook DROP COLUMN marking")


def downgrade() -> None:
    """Refuse: a casebook is taken back by opening its backup."""
    raise NotImplementedError("a casebook is taken back by opening its backup")
