"""Keep what each response says to a coroner's concern, where several bodies answer one report."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

# SQLite changes no primary key in place, so the table is made anew; nothing points to it.
_ANEW = """
CREATE TABLE concern_answer (
    document_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    response_id INTEGER NOT NULL,
    reply TEXT NOT NULL,
    begins INTEGER,
    ends INTEGER,
    coder TEXT NOT NULL,
    at TEXT NOT NULL,
    CONSTRAINT pk_concern_answer PRIMARY KEY (document_id, position, response_id),
    CONSTRAINT ck_concern_answer_both_ends CHECK ((begins IS NULL) = (ends IS NULL)),
    CONSTRAINT ck_concern_answer_forwards CHECK (begins >= 0 AND begins <= ends),
    CONSTRAINT fk_concern_answer_document_id_position_concern
        FOREIGN KEY (document_id, position)
        REFERENCES concern (document_id, position) ON DELETE CASCADE,
    CONSTRAINT fk_concern_answer_response_id_document
        FOREIGN KEY (response_id) REFERENCES document (id) ON DELETE CASCADE,
    CONSTRAINT fk_concern_answer_coder_coder FOREIGN KEY (coder) REFERENCES coder (initials)
)
"""


def upgrade() -> None:
    """Make the table anew with the response in its key, and carry the answers over."""
    op.execute("ALTER TABLE concern_answer RENAME TO one_answer")
    op.execute(_ANEW)
    op.execute(
        "INSERT INTO concern_answer "
        "SELECT document_id, position, response_id, reply, begins, ends, coder, at FROM one_answer"
    )
    op.execute("DROP TABLE one_answer")
    op.execute("CREATE INDEX ix_concern_answer_response_id ON concern_answer (response_id)")


def downgrade() -> None:
    """Refuse: a casebook is taken back by opening its backup."""
    raise NotImplementedError("a casebook is taken back by opening its backup")
