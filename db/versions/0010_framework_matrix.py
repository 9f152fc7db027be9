"""Keep what analysts write of a theme in a review: the cells of the framework matrix."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_CELLS = """
CREATE TABLE matrix_cell (
    review_id INTEGER NOT NULL,
    theme TEXT NOT NULL,
    words TEXT NOT NULL,
    coder TEXT NOT NULL,
    at TEXT NOT NULL,
    CONSTRAINT pk_matrix_cell PRIMARY KEY (review_id, theme),
    CONSTRAINT fk_matrix_cell_review_id_review
        FOREIGN KEY (review_id) REFERENCES review (id) ON DELETE CASCADE,
    CONSTRAINT fk_matrix_cell_coder_coder FOREIGN KEY (coder) REFERENCES coder (initials)
)
"""


def upgrade() -> None:
    """Make the table; a casebook of before has no cells."""
    op.execute(_CELLS)


def downgrade() -> None:
    """Refuse: what analysts wrote would be lost."""
    raise NotImplementedError("a casebook is taken back by opening its backup")
