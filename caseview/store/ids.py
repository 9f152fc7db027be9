"""Ids that are never used twice, even after what bore them is gone."""

from sqlalchemy import Connection

from caseview.domain.english import English
from caseview.domain.errors import CasebookError

NUMBERED = frozenset(
    {
        "tag", "note", "review", "document", "passage", "suggestion", "saved",
        "recommendation_group", "settlement",
    }
)  # fmt: skip


def new_ids(connection: Connection, table: str, count: int = 1) -> int:
    """Return the first of `count` ids in a row that no row of `table` has or ever had.

    SQLite keeps the highest id ever given in `sqlite_sequence`, which an ordinary statement may
    raise (https://sqlite.org/autoinc.html). Raises CasebookError for a table that has no ids of
    its own.
    """
    if table not in NUMBERED:
        raise CasebookError(English("A “{0}” is not numbered one by one.", table), "")
    last = connection.exec_driver_sql(
        "UPDATE sqlite_sequence SET seq = seq + ? WHERE name = ? RETURNING seq", (count, table)
    ).scalar()
    if last is None:
        connection.exec_driver_sql(
            "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, count)
        )
        last = count
    return int(last) - count + 1
