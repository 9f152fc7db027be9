-- How coders settled what they disagreed on: see db/README.md for each table.

CREATE TABLE settlement (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL,
    theme TEXT NOT NULL,
    coders TEXT NOT NULL,
    verdict TEXT NOT NULL,
    settled_by TEXT NOT NULL,
    at TEXT NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    CONSTRAINT fk_settlement_document_id_document
        FOREIGN KEY (document_id) REFERENCES document (id) ON DELETE CASCADE,
    CONSTRAINT fk_settlement_theme_theme FOREIGN KEY (theme) REFERENCES theme (id),
    CONSTRAINT fk_settlement_settled_by_coder
        FOREIGN KEY (settled_by) REFERENCES coder (initials)
);
CREATE INDEX ix_settlement_document_id ON settlement (document_id);

CREATE TABLE settled_tag (
    settlement_id INTEGER NOT NULL,
    tag_id INTEGER NOT NULL,
    passage_id INTEGER NOT NULL,
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
    CONSTRAINT pk_settled_tag PRIMARY KEY (settlement_id, tag_id),
    CONSTRAINT ck_settled_tag_forwards CHECK (begins >= 0 AND begins <= ends),
    CONSTRAINT fk_settled_tag_settlement_id_settlement
        FOREIGN KEY (settlement_id) REFERENCES settlement (id) ON DELETE CASCADE,
    CONSTRAINT fk_settled_tag_passage_id_passage
        FOREIGN KEY (passage_id) REFERENCES passage (id) ON DELETE CASCADE,
    CONSTRAINT fk_settled_tag_theme_theme FOREIGN KEY (theme) REFERENCES theme (id),
    CONSTRAINT fk_settled_tag_coder_coder FOREIGN KEY (coder) REFERENCES coder (initials)
);
CREATE INDEX ix_settled_tag_passage_id ON settled_tag (passage_id);
