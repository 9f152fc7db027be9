"""Writes the commands of a journal entry as text, and reads them back."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from caseview.domain.journal import AnyCommand

_COMMANDS: Mapping[str, type[AnyCommand]] = {kind.__name__: kind for kind in get_args(AnyCommand)}


def write_commands(commands: Sequence[AnyCommand]) -> str:
    """Return commands as JSON: a list of objects, each naming its command under "do"."""
    said = [{"do": type(command).__name__, **asdict(command)} for command in commands]
    return json.dumps(said, separators=(",", ":"))


def read_commands(text: str) -> tuple[AnyCommand, ...]:
    """Return the commands that `write_commands` wrote."""
    return tuple(_command(said) for said in json.loads(text))


def _command(said: Mapping[str, Any]) -> AnyCommand:
    kind = _COMMANDS[said["do"]]
    fields = {name: value for name, value in said.items() if name != "do"}
    command: AnyCommand = _made(kind, fields)
    return command


@cache
def _fields(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _made(kind: Any, said: Any) -> Any:
    """Return the value of an annotated type that JSON says: a dataclass, enumeration or tuple."""
    if said is None:
        return None
    origin = get_origin(kind)
    if origin in {Union, UnionType}:
        (kind,) = (one for one in get_args(kind) if one is not type(None))
        return _made(kind, said)
    if origin is tuple:
        return tuple(_made(get_args(kind)[0], one) for one in said)
    if isinstance(kind, type) and is_dataclass(kind):
        fields = _fields(kind)
        return kind(**{name: _made(fields[name], value) for name, value in said.items()})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(said)
    return said
