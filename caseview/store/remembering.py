"""What was read of the whole casebook, remembered and mended where something in it changes."""

import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection

from caseview.store.touching import Touched, take, watch

T = TypeVar("T")
_STATES = 2**31  # as many as SQLite keeps room for in the head of the file
_STEPS = 1000


class Remembered:
    """Values by name, each with the state of the casebook it was read in.

    The state is a number in the head of the file that `stamped` changes in the same transaction
    as everything else: whoever reads it inside a transaction knows whether the value is that of
    the very casebook the transaction sees, whatever other connections do meanwhile. The steps
    from one state to the next tell which documents to read again; where no steps lead from the
    state of a value to that of the transaction, all is read.
    """

    def __init__(self) -> None:
        self._held: dict[str, tuple[int, Any]] = {}
        self._steps: OrderedDict[int, tuple[int, Touched]] = OrderedDict()

    def value(
        self,
        connection: Connection,
        name: str,
        read: Callable[[], T],
        mend: Callable[[T, Touched], T],
    ) -> T:
        """Return the value as this transaction sees it, read or mended only if need be.

        `mend` is given the value as it was, and what has been touched since.
        """
        state: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        held = self._held.get(name)
        if held is not None and held[0] == state:
            known: T = held[1]
            return known
        touched = None if held is None else self._between(held[0], state)
        if held is None or touched is None or touched.many:
            found = read()
        else:
            found = mend(held[1], touched)
        self._held[name] = state, found
        return found

    def step(self, before: int, after: int, touched: Touched) -> None:
        """Take note of what changes as one state of the casebook becomes the next."""
        self._steps[after] = before, touched
        if len(self._steps) > _STEPS:
            self._steps.popitem(last=False)

    def _between(self, early: int, late: int) -> Touched | None:
        """Return what was touched from one state to a later one, None when that is not known."""
        touched, state = Touched(), late
        while state != early:
            if state not in self._steps:
                return None
            state, more = self._steps[state]
            touched |= more
        return touched


@dataclass(frozen=True, slots=True)
class Reading:
    """One transaction that only reads, with what is remembered of the casebook."""

    connection: Connection
    remembered: Remembered | None

    def value(self, name: str, read: Callable[[], T], mend: Callable[[T, Touched], T]) -> T:
        """Return a remembered value; in a transaction that writes, always read it anew."""
        if self.remembered is None:
            return read()
        return self.remembered.value(self.connection, name, read, mend)


@contextmanager
def stamped(connection: Connection, remembered: Remembered) -> Iterator[None]:
    """Give the casebook a new state at the end of a block that changed anything in it.

    States are drawn by lot, not counted: a casebook that goes back to a copy never meets the
    state of another content again. A step whose block is rolled back after all leads nowhere.
    """
    watch(connection)
    driver: Any = connection.connection.driver_connection
    before = driver.total_changes
    yield
    if driver.total_changes != before:
        early: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        late = secrets.randbelow(_STATES)
        connection.exec_driver_sql(f"PRAGMA user_version = {late}")
        remembered.step(early, late, take(connection))
