"""Let a tag stand on a whole page that has no words, as pages of scans have none."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

# SQLite makes no column of a table nullable in place, so both tables are made anew; no other
# table points to them.
_TAG = """
CREATE TABLE tag (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL,
    passage_id INTEGER,
    theme TEXT NOT NULL,
    begins INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    text TEXT NOT NULL,
    reads_as TEXT NOT NULL,
    restated BOOLEAN DEFAULT 0 NOT NULL,
    coder TEXT NOT NULL,
    made_at TEXT NOT NULL,
    codebook_version TEXT NOT NULL,
    origin TEXT NOT NULL,
    suggestion_id INTEGER,
    is_key BOOLEAN DEFAULT 0 NOT NULL,
    page INTEGER,
    CONSTRAINT ck_tag_forwards CHECK (begins >= 0 AND begins <= ends),
    CONSTRAINT ck_tag_words_or_page CHECK ((passage_id IS NULL) <> (page IS NULL)),
    CONSTRAINT fk_tag_document_id_document
        FOREIGN KEY (document_id) REFERENCES document (id) ON DELETE CASCADE,
    CONSTRAINT fk_tag_passage_id_passage
        FOREIGN KEY (passage_id) REFERENCES passage (id) ON DELETE CASCADE,
    CONSTRAINT fk_tag_document_id_page_page
        FOREIGN KEY (document_id, page) REFERENCES page (document_id, number) ON DELETE CASCADE,
    CONSTRAINT fk_tag_theme_theme
        FOREIGN KEY (theme) REFERENCES theme (id),
    CONSTRAINT fk_tag_coder_coder
        FOREIGN KEY (coder) REFERENCES coder (initials),
    CONSTRAINT fk_tag_suggestion_id_suggestion
        FOREIGN KEY (suggestion_id) REFERENCES suggestion (id) ON DELETE CASCADE
)
"""
_SETTLED_TAG = """
CREATE TABLE settled_tag (
    settlement_id INTEGER NOT NULL,
    tag_id INTEGER NOT NULL,
    passage_id INTEGER,
    theme TEXT NOT NULL,
    begins INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    reads_as TEXT NOT NULL,
    restated BOOLEAN DEFAULT 0 NOT NULL,
    coder TEXT NOT NULL,
    made_at TEXT NOT NULL,
    codebook_version TEXT NOT NULL,
    origin TEXT NOT NULL,
    suggestion_id INTEGER,
    is_key BOOLEAN DEFAULT 0 NOT NULL,
    page INTEGER,
    CONSTRAINT pk_settled_tag PRIMARY KEY (settlement_id, tag_id),
    CONSTRAINT ck_settled_tag_forwards CHECK (begins >= 0 AND begins <= ends),
    CONSTRAINT ck_settled_tag_words_or_page CHECK ((passage_id IS NULL) <> (page IS NULL)),
    CONSTRAINT fk_settled_tag_settlement_id_settlement
        FOREIGN KEY (settlement_id) REFERENCES settlement (id) ON DELETE CASCADE,
    CONSTRAINT fk_settled_tag_passage_id_passage
        FOREIGN KEY (passage_id) REFERENCES passage (id) ON DELETE CASCADE,
    CONSTRAINT fk_settled_tag_theme_theme FOREIGN KEY (theme) REFERENCES theme (id),
    CONSTRAINT fk_settled_tag_coder_coder FOREIGN KEY (coder) REFERENCES coder (initials)
)
"""
_TAG_COLUMNS = (
    "id, document_id, passage_id, theme, begins, ends, text, reads_as, restated, coder, made_at, "
    "codebook_version, origin, suggestion_id, is_key"
)
_SETTLED_COLUMNS = (
    "settlement_id, tag_id, passage_id, theme, begins, ends, reads_as, restated, coder, made_at, "
    "codebook_version, origin, suggestion_id, is_key"
)
_INDEXES = (
    "CREATE INDEX ix_tag_document_id_begins ON tag (document_id, begins)",
    "CREATE INDEX ix_tag_document_id_page ON tag (document_id, page)",
    "CREATE INDEX ix_tag_passage_id ON tag (passage_id)",
    "CREATE INDEX ix_tag_theme ON tag (theme)",
    "CREATE INDEX ix_tag_suggestion_id ON tag (suggestion_id)",
    "CREATE INDEX ix_settled_tag_passage_id ON settled_tag (passage_id)",
)


def upgrade() -> None:
    """Make both tables anew with a page beside the passage, and carry the tags over."""
    _anew("tag", _TAG, _TAG_COLUMNS)
    _anew("settled_tag", _SETTLED_TAG, _SETTLED_COLUMNS)
    for index in _INDEXES:
        op.execute(index)


def _anew(table: str, made: str, columns: str) -> None:
    op.execute(f"ALTER TABLE {table} RENAME TO before_{table}")
    op.execute(made)
    op.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM before_{table}")  # noqa: S608 - our own words
    # Ids of tags taken away must not be given again, so the count goes on from where it was.
    op.execute(f"DELETE FROM sqlite_sequence WHERE name = '{table}'")  # noqa: S608 - our own words
    op.execute(f"UPDATE sqlite_sequence SET name = '{table}' WHERE name = 'before_{table}'")  # noqa: S608 - our own words
    op.execute(f"DROP TABLE before_{table}")


def downgrade() -> None:
    """Refuse: a casebook is taken back by opening its backup."""
    raise NotImplementedError("a casebook is taken back by opening its backup")
