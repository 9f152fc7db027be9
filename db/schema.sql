-- Written by db/write_schema.py from the migrations; not to be edited by hand.

CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

CREATE TABLE coder (
    initials TEXT NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    since TEXT NOT NULL,
    CONSTRAINT pk_coder PRIMARY KEY (initials)
);

CREATE TABLE codebook (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    identity TEXT NOT NULL,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    text TEXT NOT NULL,
    kept_at TEXT NOT NULL
, coder TEXT DEFAULT '' NOT NULL, note TEXT DEFAULT '' NOT NULL);

CREATE TABLE theme_group (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    letters TEXT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_theme_group PRIMARY KEY (id)
);

CREATE TABLE theme (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    group_id TEXT,
    position INTEGER NOT NULL,
    marker BOOLEAN DEFAULT 0 NOT NULL,
    retired BOOLEAN DEFAULT 0 NOT NULL,
    CONSTRAINT pk_theme PRIMARY KEY (id),
    CONSTRAINT fk_theme_group_id_theme_group
        FOREIGN KEY (group_id) REFERENCES theme_group (id)
);

CREATE TABLE review (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    kind_also TEXT,
    screened_out TEXT
);

CREATE TABLE attribute (
    review_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_attribute PRIMARY KEY (review_id, name, value),
    CONSTRAINT fk_attribute_review_id_review
        FOREIGN KEY (review_id) REFERENCES review (id) ON DELETE CASCADE
);

CREATE TABLE original (
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    packed BOOLEAN DEFAULT 0 NOT NULL,
    content BLOB NOT NULL,
    CONSTRAINT pk_original PRIMARY KEY (sha256)
);

CREATE TABLE document (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    review_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    kind TEXT NOT NULL,
    kind_also TEXT,
    form TEXT NOT NULL,
    margin DOUBLE NOT NULL,
    reasons TEXT NOT NULL,
    title TEXT NOT NULL,
    words INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    remarks TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    finished_by TEXT,
    finished_at TEXT,
    word_confidence BLOB,
    CONSTRAINT uq_document_sha256 UNIQUE (sha256),
    CONSTRAINT ck_document_finished CHECK ((finished_by IS NULL) = (finished_at IS NULL)),
    CONSTRAINT fk_document_review_id_review
        FOREIGN KEY (review_id) REFERENCES review (id),
    CONSTRAINT fk_document_sha256_original
        FOREIGN KEY (sha256) REFERENCES original (sha256)
);

CREATE TABLE page (
    document_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    begins INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    width DOUBLE NOT NULL,
    height DOUBLE NOT NULL,
    left_out TEXT NOT NULL,
    lines BLOB,
    CONSTRAINT pk_page PRIMARY KEY (document_id, number),
    CONSTRAINT ck_page_forwards CHECK (begins >= 0 AND begins <= ends),
    CONSTRAINT fk_page_document_id_document
        FOREIGN KEY (document_id) REFERENCES document (id) ON DELETE CASCADE
);

CREATE TABLE section (
    document_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    heading TEXT NOT NULL,
    role TEXT NOT NULL,
    level INTEGER NOT NULL,
    begins INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    restated BOOLEAN DEFAULT 0 NOT NULL,
    CONSTRAINT pk_section PRIMARY KEY (document_id, position),
    CONSTRAINT ck_section_forwards CHECK (begins >= 0 AND begins <= ends),
    CONSTRAINT fk_section_document_id_document
        FOREIGN KEY (document_id) REFERENCES document (id) ON DELETE CASCADE
);

CREATE TABLE passage (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    printed TEXT DEFAULT '' NOT NULL,
    page INTEGER,
    role TEXT NOT NULL,
    style TEXT NOT NULL,
    level INTEGER NOT NULL,
    bold BOOLEAN DEFAULT 0 NOT NULL,
    restated BOOLEAN DEFAULT 0 NOT NULL,
    heading TEXT DEFAULT '' NOT NULL,
    begins INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT uq_passage_document_id_number UNIQUE (document_id, number),
    CONSTRAINT ck_passage_forwards CHECK (begins >= 0 AND begins <= ends),
    CONSTRAINT fk_passage_document_id_document
        FOREIGN KEY (document_id) REFERENCES document (id) ON DELETE CASCADE
);

CREATE TABLE detail (
    document_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    value TEXT NOT NULL,
    words TEXT,
    begins INTEGER,
    ends INTEGER,
    confirmed BOOLEAN DEFAULT 0 NOT NULL,
    known BOOLEAN DEFAULT 1 NOT NULL,
    CONSTRAINT pk_detail PRIMARY KEY (document_id, name, position),
    CONSTRAINT ck_detail_words_placed CHECK ((words IS NULL) = (begins IS NULL)),
    CONSTRAINT ck_detail_both_ends CHECK ((begins IS NULL) = (ends IS NULL)),
    CONSTRAINT ck_detail_forwards CHECK (begins >= 0 AND begins <= ends),
    CONSTRAINT fk_detail_document_id_document
        FOREIGN KEY (document_id) REFERENCES document (id) ON DELETE CASCADE
);

CREATE TABLE recommendation (
    document_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    text TEXT NOT NULL,
    addressee TEXT,
    begins INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    CONSTRAINT pk_recommendation PRIMARY KEY (document_id, position),
    CONSTRAINT ck_recommendation_forwards CHECK (begins >= 0 AND begins <= ends),
    CONSTRAINT fk_recommendation_document_id_document
        FOREIGN KEY (document_id) REFERENCES document (id) ON DELETE CASCADE
);

CREATE TABLE concern (
    document_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    text TEXT NOT NULL,
    addressee TEXT,
    begins INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    CONSTRAINT pk_concern PRIMARY KEY (document_id, position),
    CONSTRAINT ck_concern_forwards CHECK (begins >= 0 AND begins <= ends),
    CONSTRAINT fk_concern_document_id_document
        FOREIGN KEY (document_id) REFERENCES document (id) ON DELETE CASCADE
);

CREATE TABLE suggestion (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL,
    passage_id INTEGER NOT NULL,
    theme TEXT NOT NULL,
    begins INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    reads_as TEXT NOT NULL,
    restated BOOLEAN DEFAULT 0 NOT NULL,
    rule TEXT NOT NULL,
    reason TEXT NOT NULL,
    confidence DOUBLE NOT NULL,
    decision TEXT DEFAULT 'undecided' NOT NULL,
    CONSTRAINT ck_suggestion_forwards CHECK (begins >= 0 AND begins <= ends),
    CONSTRAINT fk_suggestion_document_id_document
        FOREIGN KEY (document_id) REFERENCES document (id) ON DELETE CASCADE,
    CONSTRAINT fk_suggestion_passage_id_passage
        FOREIGN KEY (passage_id) REFERENCES passage (id) ON DELETE CASCADE,
    CONSTRAINT fk_suggestion_theme_theme
        FOREIGN KEY (theme) REFERENCES theme (id)
);

CREATE TABLE note (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    about TEXT NOT NULL,
    text TEXT NOT NULL,
    coder TEXT NOT NULL,
    made_at TEXT NOT NULL,
    CONSTRAINT fk_note_coder_coder
        FOREIGN KEY (coder) REFERENCES coder (initials)
);

CREATE TABLE journal (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    coder TEXT NOT NULL,
    at TEXT NOT NULL,
    commands TEXT NOT NULL,
    undone BOOLEAN DEFAULT 0 NOT NULL
);

CREATE TABLE audit (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    coder TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    hash TEXT NOT NULL
);

CREATE TABLE import_outcome (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    path TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    advice TEXT NOT NULL,
    document_id INTEGER,
    review_id INTEGER,
    kind TEXT,
    form TEXT,
    pages INTEGER DEFAULT 0 NOT NULL,
    words INTEGER DEFAULT 0 NOT NULL,
    seconds DOUBLE DEFAULT 0 NOT NULL
, replaces INTEGER);

CREATE VIRTUAL TABLE passage_words USING fts5(
    text, content='passage', content_rowid='id', tokenize="unicode61 remove_diacritics 2"
);

CREATE VIRTUAL TABLE word USING fts5vocab('passage_words', 'row');

CREATE TABLE "casebook" (
	id INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	made_at TEXT NOT NULL, 
	codebook_id INTEGER, 
	CONSTRAINT pk_casebook PRIMARY KEY (id), 
	CONSTRAINT ck_casebook_one CHECK (id = 1), 
	CONSTRAINT fk_casebook_codebook_id_codebook FOREIGN KEY(codebook_id) REFERENCES codebook (id)
);

CREATE TABLE replacement (
    document_id INTEGER NOT NULL,
    replaced_by INTEGER NOT NULL,
    CONSTRAINT pk_replacement PRIMARY KEY (document_id),
    CONSTRAINT fk_replacement_document_id_document
        FOREIGN KEY (document_id) REFERENCES document (id) ON DELETE CASCADE,
    CONSTRAINT fk_replacement_replaced_by_document
        FOREIGN KEY (replaced_by) REFERENCES document (id) ON DELETE CASCADE
);

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

CREATE TABLE sketch (
	document_id INTEGER NOT NULL, 
	hash INTEGER NOT NULL, 
	CONSTRAINT pk_sketch PRIMARY KEY (document_id, hash), 
	CONSTRAINT fk_sketch_document_id_document FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE
);

CREATE TABLE learned_rule (
	theme TEXT NOT NULL, 
	trained_at TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	CONSTRAINT pk_learned_rule PRIMARY KEY (theme), 
	CONSTRAINT fk_learned_rule_theme_theme FOREIGN KEY(theme) REFERENCES theme (id)
);

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
);

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
);

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
);

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
);

CREATE INDEX ix_attribute_name_value ON attribute (name, value);

CREATE INDEX ix_document_review_id ON document (review_id);

CREATE INDEX ix_document_text_sha256 ON document (text_sha256);

CREATE INDEX ix_suggestion_document_id_begins ON suggestion (document_id, begins);

CREATE INDEX ix_suggestion_passage_id ON suggestion (passage_id);

CREATE INDEX ix_suggestion_theme_decision ON suggestion (theme, decision);

CREATE INDEX ix_note_about ON note (about);

CREATE INDEX ix_import_outcome_document_id ON import_outcome (document_id);

CREATE INDEX ix_replacement_replaced_by ON replacement (replaced_by);

CREATE INDEX ix_group_member_document_id_position ON group_member (document_id, position);

CREATE INDEX ix_settlement_document_id ON settlement (document_id);

CREATE INDEX ix_sketch_hash ON sketch (hash);

CREATE INDEX ix_concern_answer_response_id ON concern_answer (response_id);

CREATE INDEX ix_tag_document_id_begins ON tag (document_id, begins);

CREATE INDEX ix_tag_document_id_page ON tag (document_id, page);

CREATE INDEX ix_tag_passage_id ON tag (passage_id);

CREATE INDEX ix_tag_theme ON tag (theme);

CREATE INDEX ix_tag_suggestion_id ON tag (suggestion_id);

CREATE INDEX ix_settled_tag_passage_id ON settled_tag (passage_id);

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;

CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;

CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;

INSERT INTO passage_words(passage_words, rank) VALUES ('secure-delete', 1);

PRAGMA application_id = 1129726513;

INSERT INTO alembic_version VALUES ('0011');
