"""Every tag and open suggestion in columns, for counting takes them all at once."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from caseview.domain.crosstab import Alike
from caseview.domain.suggestion import Level
from caseview.store import loading
from caseview.store.rows import StoredRows

# A whole column comes as one JSON array: five times as quick as a tuple for each row.
_PLACES = "json_group_array(id), json_group_array(document_id), json_group_array(passage_id)"
_APART = "\x1f"  # stands in no name
_KINDS = "json_group_array(concat_ws(char(31), theme, reads_as, restated, {more}))"
_LEVELS = sorted(Level, key=lambda level: level.least)


def read_alike(rows: StoredRows, open_states: Sequence[str]) -> tuple[Alike, ...]:
    """Return every tag and every suggestion in one of these states, grouped by all but place.

    Tags come before suggestions. The confidence of a group of suggestions is the least that its
    level shows.
    """
    tags = _columns(rows, "tag", "coder", "1", ())
    marks = ",".join("?" * len(open_states))
    level = "+".join(f"(confidence >= {level.least})" for level in _LEVELS)
    suggestions = _columns(rows, "suggestion", level, f"decision IN ({marks})", open_states)
    found: list[Alike] = []
    for (theme, reads_as, restated, coder), places in tags:
        shared = theme, loading.READINGS[reads_as], restated == "1", "", coder, 1.0
        found.append(Alike(False, *shared, *places))  # noqa: FBT003 - a tag, no suggestion
    for (theme, reads_as, restated, level), places in suggestions:
        if level != "0":  # below every level, so that nothing ever shows it
            least = _LEVELS[int(level) - 1].least
            shared = theme, loading.READINGS[reads_as], restated == "1", "", "", least
            found.append(Alike(True, *shared, *places))  # noqa: FBT003 - a suggestion
    return tuple(found)


def read_roles(rows: StoredRows) -> Mapping[int, str]:
    """Return the role of each passage by its id."""
    found = rows.rows("SELECT role, json_group_array(id) FROM passage GROUP BY role")
    return {passage: role for role, ids in found for passage in json.loads(ids)}


def _columns(
    rows: StoredRows, table: str, more: str, where: str, parameters: Sequence[str]
) -> Iterator[tuple[Sequence[str], tuple[Sequence[int], ...]]]:
    """Yield what the rows of a group share, and their ids, documents and passages."""
    [(kinds, *places)] = rows.rows(
        f"SELECT {_KINDS.format(more=more)}, {_PLACES} FROM {table} WHERE {where}",  # noqa: S608 - our own words
        parameters,
    )
    groups: dict[str, list[int]] = defaultdict(list)
    for place, kind in enumerate(json.loads(kinds)):
        groups[kind].append(place)
    columns = [json.loads(column) for column in places]
    for kind, at in groups.items():
        # With one place only, itemgetter would give the bare value.
        take = itemgetter(*at, at[0])
        yield kind.split(_APART), tuple(take(column)[:-1] for column in columns)
