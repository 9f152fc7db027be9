"""The schema of a casebook as SQL text: what a new one is made from, and how it is numbered."""

import re
from pathlib import Path

from sqlalchemy import Connection

from caseview.domain.english import English
from caseview.domain.errors import CasebookCannotOpenError

APPLICATION_ID = int.from_bytes(b"CVB1")
FULL_TEXT = "passage_words"
_SECURE = "INSERT INTO passage_words(passage_words, rank) VALUES ('secure-delete', 1);"
_STAMP = "INSERT INTO alembic_version VALUES ('{}');"
_ORDER = {"table": 0, "index": 1, "trigger": 2}


def is_ours(table: str) -> bool:
    """Return whether a table is mapped, and not the full-text index's or Alembic's own."""
    kept_by_others = ("sqlite_", FULL_TEXT, "alembic_version")
    return table != "word" and not table.startswith(kept_by_others)


def newest_version(migrations: Path) -> str:
    """Return the revision that `schema.sql` stands at, which is the one this CaseView works with.

    Raises CasebookCannotOpenError when the program's own files are missing.
    """
    found = re.search(r"INSERT INTO alembic_version .*'(\w+)'", schema_text(migrations))
    if found is None:
        raise _missing(migrations)
    return found[1]


def known_versions(migrations: Path) -> frozenset[str]:
    """Return every revision there is a migration for."""
    return frozenset(path.name.split("_")[0] for path in (migrations / "versions").glob("*_*.py"))


def schema_text(migrations: Path) -> str:
    """Return the SQL that makes an empty casebook of the newest version."""
    try:
        return (migrations / "schema.sql").read_text(encoding="utf-8")
    except OSError:
        raise _missing(migrations) from None


def written_out(connection: Connection) -> str:
    """Return the SQL that makes an empty casebook like the one `connection` is open on.

    `db/write_schema.py` keeps it as schema.sql after each new migration.
    """
    rows = connection.exec_driver_sql(
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid"
    ).all()
    shadows = re.compile(rf"sqlite_|{FULL_TEXT}_")
    kept = [row for row in rows if not shadows.match(row[1])]
    # Tables keep the order they were made in, so that a reader meets them as db/README.md does.
    kept.sort(key=lambda row: _ORDER[row[0]])
    parts = ["-- Written by db/write_schema.py from the migrations; not to be edited by hand."]
    parts += [f"{row[2]};" for row in kept]
    parts += [_SECURE, f"PRAGMA application_id = {application_id(connection)};"]
    parts += [_STAMP.format(version_of(connection))]
    return "\n\n".join(parts) + "\n"


def application_id(connection: Connection) -> int:
    """Return the number by which a file says that it is a casebook."""
    return int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())


def version_of(connection: Connection) -> str:
    """Return the revision of the casebook, "" when it names none."""
    has_one = connection.exec_driver_sql(
        "SELECT 1 FROM sqlite_schema WHERE name = 'alembic_version'"
    ).first()
    if has_one is None:
        return ""
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
    return "" if found is None else str(found[0])


def _missing(migrations: Path) -> CasebookCannotOpenError:
    return CasebookCannotOpenError(
        English(
            "CaseView's own file “{0}” is missing, so no casebook can be opened.",
            migrations / "schema.sql",
        ),
        "Install CaseView again.",
    )
