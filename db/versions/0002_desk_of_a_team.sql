-- What a team's work needs: see db/README.md for each table.

ALTER TABLE codebook ADD COLUMN coder TEXT DEFAULT '' NOT NULL;
ALTER TABLE codebook ADD COLUMN note TEXT DEFAULT '' NOT NULL;
UPDATE casebook SET codebook_id = (SELECT max(id) FROM codebook);

CREATE TABLE replacement (
    document_id INTEGER NOT NULL,
    replaced_by INTEGER NOT NULL,
    CONSTRAINT pk_replacement PRIMARY KEY (document_id),
    CONSTRAINT fk_replacement_document_id_document
        FOREIGN KEY (document_id) REFERENCES document (id) ON DELETE CASCADE,
    CONSTRAINT fk_replacement_replaced_by_document
        FOREIGN KEY (replaced_by) REFERENCES document (id) ON DELETE CASCADE
);
CREATE INDEX ix_replacement_replaced_by ON replacement (replaced_by);

CREATE TABLE setting (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (name)
);

CREATE TABLE saved (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    coder TEXT NOT NULL,
    made_at TEXT NOT NULL,
    CONSTRAINT uq_saved_kind_name UNIQUE (kind, name),
    CONSTRAINT fk_saved_coder_coder FOREIGN KEY (coder) REFERENCES coder (initials)
);

CREATE TABLE coded (
    document_id INTEGER NOT NULL,
    coder TEXT NOT NULL,
    at TEXT NOT NULL,
    CONSTRAINT pk_coded PRIMARY KEY (document_id, coder),
    CONSTRAINT fk_coded_document_id_document
        FOREIGN KEY (document_id) REFERENCES document (id) ON DELETE CASCADE,
    CONSTRAINT fk_coded_coder_coder FOREIGN KEY (coder) REFERENCES coder (initials)
);

CREATE TABLE restore_point (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    made_at TEXT NOT NULL,
    coder TEXT NOT NULL,
    why TEXT NOT NULL,
    journal_id INTEGER NOT NULL,
    tags INTEGER NOT NULL
);

CREATE TABLE standing (
    document_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    progress TEXT NOT NULL,
    strength TEXT NOT NULL,
    addressee TEXT DEFAULT '' NOT NULL,
    confirmed BOOLEAN DEFAULT 0 NOT NULL,
    CONSTRAINT pk_standing PRIMARY KEY (document_id, position),
    CONSTRAINT fk_standing_document_id_position_recommendation
        FOREIGN KEY (document_id, position)
        REFERENCES recommendation (document_id, position) ON DELETE CASCADE
);

CREATE TABLE recommendation_group (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL
);

CREATE TABLE group_member (
    group_id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    belongs BOOLEAN DEFAULT 0 NOT NULL,
    CONSTRAINT pk_group_member PRIMARY KEY (group_id, document_id, position),
    CONSTRAINT fk_group_member_group_id_recommendation_group
        FOREIGN KEY (group_id) REFERENCES recommendation_group (id) ON DELETE CASCADE,
    CONSTRAINT fk_group_member_document_id_position_recommendation
        FOREIGN KEY (document_id, position)
        REFERENCES recommendation (document_id, position) ON DELETE CASCADE
);
CREATE INDEX ix_group_member_document_id_position ON group_member (document_id, position);

CREATE TABLE concern_answer (
    document_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    response_id INTEGER NOT NULL,
    reply TEXT NOT NULL,
    begins INTEGER,
    ends INTEGER,
    coder TEXT NOT NULL,
    at TEXT NOT NULL,
    CONSTRAINT pk_concern_answer PRIMARY KEY (document_id, position),
    CONSTRAINT ck_concern_answer_both_ends CHECK ((begins IS NULL) = (ends IS NULL)),
    CONSTRAINT ck_concern_answer_forwards CHECK (begins >= 0 AND begins <= ends),
    CONSTRAINT fk_concern_answer_document_id_position_concern
        FOREIGN KEY (document_id, position)
        REFERENCES concern (document_id, position) ON DELETE CASCADE,
    CONSTRAINT fk_concern_answer_response_id_document
        FOREIGN KEY (response_id) REFERENCES document (id) ON DELETE CASCADE,
    CONSTRAINT fk_concern_answer_coder_coder FOREIGN KEY (coder) REFERENCES coder (initials)
);
CREATE INDEX ix_concern_answer_response_id ON concern_answer (response_id);
