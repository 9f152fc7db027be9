"""What was read of the whole casebook, remembered until something in the file changes."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection

T = TypeVar("T")
_STATES = 2**31  # as many as SQLite keeps room for in the head of the file


class Remembered:
    """Values by name, each with the state of the casebook it was read in.

    The state is a number in the head of the file that `stamped` changes in the same transaction
    as everything else: whoever reads it inside a transaction knows whether the value is that of
    the very casebook the transaction sees, whatever other connections do meanwhile.
    """

    def __init__(self) -> None:
        self._held: dict[str, tuple[int, Any]] = {}

    def value(self, connection: Connection, name: str, read: Callable[[], T]) -> T:
        """Return the value as this transaction sees it, read only if it is not remembered."""
        state: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        held = self._held.get(name)
        if held is not None and held[0] == state:
            known: T = held[1]
            return known
        found = read()
        self._held[name] = state, found
        return found


@dataclass(frozen=True, slots=True)
class Reading:
    """One transaction that only reads, with what is remembered of the casebook."""

    connection: Connection
    remembered: Remembered | None

    def value(self, name: str, read: Callable[[], T]) -> T:
        """Return a remembered value; in a transaction that writes, always read it anew."""
        if self.remembered is None:
            return read()
        return self.remembered.value(self.connection, name, read)


@contextmanager
def stamped(connection: Connection) -> Iterator[None]:
    """Give the casebook a new state at the end of a block that changed anything in it.

    States are drawn by lot, not counted: a casebook that goes back to a copy never meets the
    state of another content again.
    """
    driver: Any = connection.connection.driver_connection
    before = driver.total_changes
    yield
    if driver.total_changes != before:
        connection.exec_driver_sql(f"PRAGMA user_version = {secrets.randbelow(_STATES)}")
