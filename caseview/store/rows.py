"""SQL text in, plain rows out: what the full-text index and the finder are given."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection

from caseview.store.faults import plain_words


class StoredRows:
    """The casebook's transaction as `ports.Rows`, straight on the driver for speed."""

    def __init__(self, connection: Connection) -> None:
        self._driver: Any = connection.connection.driver_connection

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return every row of a query; parameters stand for its question marks."""
        with plain_words():
            found: list[tuple[Any, ...]] = self._driver.execute(sql, parameters).fetchall()
            return found

    def write(self, sql: str, many: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each set of parameters."""
        with plain_words():
            self._driver.executemany(sql, many)
