"""What goes through the pipe between a reading child and its parent."""

import io
import pickle
from array import array
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from itertools import accumulate
from typing import Any

from typing_extensions import override

from caseview.domain.description import ReadDocument
from caseview.domain.document import Line

_TRUSTED = "caseview.domain."
_PROTOCOL = 5

Columns = tuple[bytes, ...]
"""The lines of a document, a column of machine numbers for each field."""


class TransitError(Exception):
    """A child sent something that no sound child sends."""


def pack(message: object) -> bytes:
    """Return a message as bytes: a ReadDocument, a Refused, or a tuple of plain values.

    The lines of a document, by far its largest part, travel as columns of machine numbers: the
    parent then makes them one by one and lets its other threads in between, where a pickle of
    a long document would hold them all up until it is whole.
    """
    if isinstance(message, ReadDocument):
        text = message.text
        bare = replace(message, text=replace(text, lines=()))
        return _dumped((bare, _columns(text.lines)))
    return _dumped((message, None))


def _dumped(value: object) -> bytes:
    out = io.BytesIO()
    _Pickler(out, _PROTOCOL).dump(value)
    return out.getvalue()


class _Pickler(pickle.Pickler):
    @override
    def reducer_override(self, obj: object) -> Any:
        """Send a member of an enumeration as its class and value.

        Some releases of Python 3.11 send it as a call of `getattr`, which may not travel.
        """
        if isinstance(obj, Enum):
            return type(obj), (obj.value,)
        return NotImplemented


def unpack(data: bytes) -> Any:
    """Return the message in `data`.

    Only values of the domain are made from it, so that a child which a hostile file took over
    cannot make the parent run anything. Raises TransitError for anything else.
    """
    try:
        message, columns = _Unpickler(io.BytesIO(data)).load()
        if columns is None:
            return message
        return replace(message, text=replace(message.text, lines=_lines(columns)))
    except Exception as trouble:
        raise TransitError(str(trouble)) from trouble


class _Unpickler(pickle.Unpickler):  # noqa: S301 - it lets nothing but the domain's types through
    @override
    def find_class(self, module_name: str, global_name: str) -> Any:
        if module_name.startswith(_TRUSTED) and "." not in global_name:
            found = super().find_class(module_name, global_name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module_name}.{global_name} does not travel")


def _columns(lines: Sequence[Line]) -> Columns:
    return (
        array("L", [line.start for line in lines]).tobytes(),
        array("L", [line.end for line in lines]).tobytes(),
        array("L", [line.page for line in lines]).tobytes(),
        array("d", [line.top for line in lines]).tobytes(),
        array("d", [line.bottom for line in lines]).tobytes(),
        array("L", [len(line.edges) for line in lines]).tobytes(),
        array("d", [edge for line in lines for edge in line.edges]).tobytes(),
    )


def _lines(columns: Columns) -> tuple[Line, ...]:
    kinds = "LLLddLd"
    starts, ends, pages, tops, bottoms, counts, edges = (
        _numbers(kind, column) for kind, column in zip(kinds, columns, strict=True)
    )
    stops = list(accumulate(counts))
    return tuple(
        Line(start, end, page, top, bottom, tuple(edges[stop - count : stop]))
        for start, end, page, top, bottom, count, stop in zip(
            starts, ends, pages, tops, bottoms, counts, stops, strict=True
        )
    )


def _numbers(kind: str, column: bytes) -> list[Any]:
    numbers = array(kind)
    numbers.frombytes(column)
    return numbers.tolist()
