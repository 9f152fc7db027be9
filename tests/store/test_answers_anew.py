"""Answers to concerns come through when the table gets a place for each response's own."""

import runpy
from pathlib import Path

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

STEP = Path(__file__).parents[2] / "db" / "versions" / "0009_answer_of_each_response.py"
BEFORE = """
CREATE TABLE document (id INTEGER PRIMARY KEY);
CREATE TABLE coder (initials TEXT PRIMARY KEY);
CREATE TABLE concern (document_id INTEGER, position INTEGER, PRIMARY KEY (document_id, position));
CREATE TABLE concern_answer (
    document_id INTEGER NOT NULL, position INTEGER NOT NULL, response_id INTEGER NOT NULL,
    reply TEXT NOT NULL, begins INTEGER, ends INTEGER, coder TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (document_id, position)
);
CREATE INDEX ix_concern_answer_response_id ON concern_answer (response_id);
INSERT INTO concern_answer VALUES (1, 0, 2, 'action', 0, 12, 'SO', '2026-03-01');
INSERT INTO concern_answer VALUES (1, 1, 2, 'silent', NULL, NULL, 'SO', '2026-03-01')
"""
SECOND = "INSERT INTO concern_answer VALUES (1, 0, 3, 'accepted', 3, 9, 'SO', '2026-03-02')"
ROWS = "SELECT document_id, position, response_id, reply, begins FROM concern_answer ORDER BY 1, 2"


def test_answers_are_carried_over_and_a_second_response_finds_room() -> None:
    with create_engine("sqlite://").begin() as connection:
        for statement in BEFORE.split(";"):
            connection.execute(text(statement))
        before = connection.execute(text(ROWS)).all()
        with pytest.raises(IntegrityError), connection.begin_nested():
            connection.execute(text(SECOND))
        upgrade = runpy.run_path(str(STEP))["upgrade"]
        with Operations.context(MigrationContext.configure(connection)):
            upgrade()
        assert connection.execute(text(ROWS)).all() == before
        connection.execute(text(SECOND))
        assert len(connection.execute(text(ROWS)).all()) == len(before) + 1
