"""A value worked out when it is first asked for."""

from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Once(Generic[Value]):
    """Calls what makes a value once at most, and gives the same value from then on.

    A sixth of the tagger's time went into making `functools.cache` of a function for each
    sentence; this is made in a moment.
    """

    __slots__ = ("_held", "_make")

    def __init__(self, make: Callable[[], Value]) -> None:
        self._make = make
        self._held: tuple[Value] | None = None

    def __call__(self) -> Value:
        """Return the value."""
        if self._held is None:
            self._held = (self._make(),)
        return self._held[0]
