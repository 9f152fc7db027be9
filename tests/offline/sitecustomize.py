"""Refuses internet sockets in every interpreter that the tests start."""

import socket
from typing import Any

from typing_extensions import override


class _LocalSocket(socket.socket):
    """A socket that may only speak to this computer's own processes."""

    @override
    def __init__(self, family: int = -1, *args: Any, **kwargs: Any) -> None:
        if family in {-1, socket.AF_INET, socket.AF_INET6}:
            raise PermissionError("CaseView opens no network socket")
        super().__init__(family, *args, **kwargs)


def refuse_network() -> None:
    """Make every new AF_INET or AF_INET6 socket a PermissionError."""
    socket.socket = _LocalSocket  # type: ignore[misc]  # the whole point of this module


refuse_network()
