"""Writes the commands of a journal entry as text, and reads them back."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from caseview.domain.attribute import Detail, DetailName
from caseview.domain.journal import (
    AnyCommand,
    Finished,
    SetDecision,
    SetDetails,
    SetFinished,
    SetNote,
    SetReview,
    SetScreening,
    SetTag,
)
from caseview.domain.note import Note
from caseview.domain.reads_as import ReadsAs
from caseview.domain.suggestion import Decision
from caseview.domain.tag import Tag

Fields = Mapping[str, Any]


def write_commands(commands: Sequence[AnyCommand]) -> str:
    """Return commands as JSON: a list of objects, each naming its command under "do"."""
    said = [{"do": type(command).__name__, **asdict(command)} for command in commands]
    return json.dumps(said, separators=(",", ":"))


def read_commands(text: str) -> tuple[AnyCommand, ...]:
    """Return the commands that `write_commands` wrote."""
    return tuple(_READERS[said["do"]](said) for said in json.loads(text))


def _tag(said: Fields | None) -> Tag | None:
    return None if said is None else Tag(**{**said, "reads_as": ReadsAs(said["reads_as"])})


def _note(said: Fields | None) -> Note | None:
    return None if said is None else Note(**said)


def _finished(said: Fields | None) -> Finished | None:
    return None if said is None else Finished(**said)


def _details(said: Sequence[Fields]) -> tuple[Detail, ...]:
    return tuple(Detail(**{**one, "name": DetailName(one["name"])}) for one in said)


_READERS: Mapping[str, Callable[[Fields], AnyCommand]] = {
    "SetTag": lambda said: SetTag(_tag(said["before"]), _tag(said["after"])),
    "SetDecision": lambda said: SetDecision(
        said["suggestion_id"], Decision(said["before"]), Decision(said["after"])
    ),
    "SetFinished": lambda said: SetFinished(
        said["document_id"], _finished(said["before"]), _finished(said["after"])
    ),
    "SetScreening": lambda said: SetScreening(said["review_id"], said["before"], said["after"]),
    "SetDetails": lambda said: SetDetails(
        said["document_id"],
        DetailName(said["name"]),
        _details(said["before"]),
        _details(said["after"]),
    ),
    "SetReview": lambda said: SetReview(said["document_id"], said["before"], said["after"]),
    "SetNote": lambda said: SetNote(_note(said["before"]), _note(said["after"])),
}
