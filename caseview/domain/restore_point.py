"""Restore points: places in the journal to go back to."""

from collections.abc import Iterable
from dataclasses import dataclass

from caseview.domain.journal import AnyCommand, Entry


@dataclass(frozen=True, slots=True)
class RestorePoint:
    """A place in the journal; going back undoes every entry after `journal_id` (0: every entry).

    `why` says what made it ("before the rules changed"); `tags` is how many there were then;
    `made_at` is ISO 8601 in UTC.
    """

    id: int
    made_at: str
    coder: str
    why: str
    journal_id: int
    tags: int


def turned(
    point: RestorePoint, entries: Iterable[Entry]
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """Return the entries to take back on the way to a point, newest first, and those to do again.

    `entries` is the whole journal, oldest first.
    """
    known = tuple(entries)
    done_since = tuple(one for one in known if one.id > point.journal_id and not one.undone)
    undone_since = tuple(one for one in known if one.id <= point.journal_id and one.undone)
    return done_since[::-1], undone_since


def way_to(point: RestorePoint, entries: Iterable[Entry]) -> tuple[AnyCommand, ...]:
    """Return the commands that bring a casebook with this journal to a restore point.

    `entries` is the whole journal, oldest first. What was done after the point is taken back,
    what was done before it and taken back since is done again; a command that the next one takes
    back is left out, so that going to and fro does not grow.
    """
    back, again = turned(point, entries)
    steps: list[AnyCommand] = []
    for entry in back:
        steps += entry.inverse()
    for entry in again:
        steps += entry.commands
    way: list[AnyCommand] = []
    for step in steps:
        if way and way[-1] == step.inverse():
            way.pop()
        else:
            way.append(step)
    return tuple(way)
