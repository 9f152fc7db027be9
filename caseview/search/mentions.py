"""Tags and undecided suggestions as search sees them: passages that are about a theme.

A tag counts on every passage that it overlaps; a suggestion from the level normal on.
"""

import json
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from caseview.domain.suggestion import Decision, Level
from caseview.usecases.ports import Rows

_OF_SORT = """
WHERE (?1 IS NULL OR tag.theme IN (SELECT value FROM json_each(?1)))
AND (?2 IS NULL OR tag.reads_as IN (SELECT value FROM json_each(?2)))
AND (?3 IS NULL OR tag.coder IN (SELECT value FROM json_each(?3)))
AND (?4 IS NULL OR tag.made_at IN (SELECT value FROM json_each(?4)))
"""
_TAGGED = f"""
SELECT DISTINCT passage.id FROM tag JOIN passage ON passage.document_id = tag.document_id
AND (passage.id = tag.passage_id OR passage.begins < tag.ends AND passage.ends > tag.begins)
{_OF_SORT}
"""  # noqa: S608 - our own words
_ON_PAGES = f"""
SELECT DISTINCT tag.document_id FROM tag {_OF_SORT} AND tag.page IS NOT NULL
"""  # noqa: S608 - our own words
_SUGGESTED = """
SELECT DISTINCT passage_id FROM suggestion
WHERE (?1 IS NULL OR theme IN (SELECT value FROM json_each(?1)))
AND (?2 IS NULL OR reads_as IN (SELECT value FROM json_each(?2)))
AND decision = ?3 AND confidence >= ?4
"""
_SUGGESTED_BY_THEME = """
SELECT theme, group_concat(passage_id) FROM suggestion
WHERE decision = ? AND confidence >= ? GROUP BY theme
"""
_TAGGED_BY_THEME = """
SELECT tag.theme, group_concat(passage.id) FROM tag
JOIN passage ON passage.document_id = tag.document_id
AND (passage.id = tag.passage_id OR passage.begins < tag.ends AND passage.ends > tag.begins)
GROUP BY tag.theme
"""
_OF_SOME = """
SELECT passage_id, theme FROM suggestion
WHERE decision = ?1 AND confidence >= ?2
AND passage_id IN (SELECT value FROM json_each(?3))
UNION
SELECT passage.id, tag.theme FROM passage JOIN tag ON passage.document_id = tag.document_id
AND (passage.id = tag.passage_id OR passage.begins < tag.ends AND passage.ends > tag.begins)
WHERE passage.id IN (SELECT value FROM json_each(?3))
"""
_UNDER = """
SELECT DISTINCT passage.id FROM tag JOIN passage ON passage.document_id = tag.document_id
AND (passage.id = tag.passage_id OR passage.begins < tag.ends AND passage.ends > tag.begins)
WHERE tag.id IN (SELECT value FROM json_each(?))
"""
_IN_PART = """
SELECT DISTINCT passage.id FROM {part} AS part JOIN passage
ON passage.document_id = part.document_id
AND passage.begins < part.ends AND passage.ends > part.begins
"""
_WITH_NOTE = """
SELECT passage.id FROM note JOIN passage ON note.about = 'passage:' || passage.id
"""
_PART = {
    "recommendation": _IN_PART.format(part="recommendation"),
    "concern": _IN_PART.format(part="concern"),
    "note": _WITH_NOTE,
}
_COUNTED = (Decision.UNDECIDED.value, Level.NORMAL.least)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a tag or suggestion must have: one of each of these, None for any."""

    themes: Sequence[str] | None = None
    reads_as: Sequence[str] | None = None
    coders: Sequence[str] | None = None
    times: Sequence[str] | None = None


def tagged(rows: Rows, wanted: Wanted) -> frozenset[int]:
    """Return the passages with a tag of this sort."""
    asked = (wanted.themes, wanted.reads_as, wanted.coders, wanted.times)
    found = rows.rows(_TAGGED, [None if one is None else json.dumps(list(one)) for one in asked])
    return frozenset(passage for (passage,) in found)


def on_pages(rows: Rows, wanted: Wanted) -> frozenset[int]:
    """Return the documents with a tag of this sort on a whole page, which holds no passage."""
    asked = (wanted.themes, wanted.reads_as, wanted.coders, wanted.times)
    found = rows.rows(_ON_PAGES, [None if one is None else json.dumps(list(one)) for one in asked])
    return frozenset(document for (document,) in found)


def suggested(rows: Rows, wanted: Wanted) -> frozenset[int]:
    """Return the passages with an undecided suggestion of this sort; it has no coder or time."""
    asked = (wanted.themes, wanted.reads_as)
    values = [None if one is None else json.dumps(list(one)) for one in asked]
    return frozenset(passage for (passage,) in rows.rows(_SUGGESTED, [*values, *_COUNTED]))


def under(rows: Rows, tags: Sequence[int]) -> frozenset[int]:
    """Return the passages that these tags overlap."""
    found = rows.rows(_UNDER, (json.dumps(list(tags)),)) if tags else []
    return frozenset(passage for (passage,) in found)


def in_part(rows: Rows, part: str) -> frozenset[int]:
    """Return the passages in a recommendation, in a concern, or with a note of their own."""
    return frozenset(passage for (passage,) in rows.rows(_PART[part]))


def themes_of(rows: Rows, passages: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return the ids of the themes tagged or suggested on each of a few passages."""
    found: dict[int, tuple[str, ...]] = {}
    for passage, theme in rows.rows(_OF_SOME, (*_COUNTED, json.dumps(list(passages)))):
        found[passage] = (*found.get(passage, ()), theme)
    return found


@dataclass(slots=True)
class Themes:
    """The passages of each theme, read when first asked for."""

    passages: dict[str, "array[int]"] | None = None

    def of(self, rows: Rows) -> dict[str, "array[int]"]:
        """Return the passages of each theme, in order of their ids."""
        if self.passages is None:
            self.passages = _by_theme(rows)
        return self.passages

    def count(self, rows: Rows, hits: Sequence[int]) -> dict[str, int]:
        """Return on how many of many passages each theme is tagged or suggested."""
        passages = self.of(rows)
        among = bytearray(hits[-1] + 1 if hits else 1)
        for hit in hits:
            among[hit] = 1
        last = len(among) - 1
        counted = {
            theme: sum(map(among.__getitem__, some[: bisect_right(some, last)]))
            for theme, some in passages.items()
        }
        return {theme: passages for theme, passages in counted.items() if passages}


def _by_theme(rows: Rows) -> dict[str, "array[int]"]:
    found: dict[str, set[int]] = {}
    for sql, parameters in ((_SUGGESTED_BY_THEME, _COUNTED), (_TAGGED_BY_THEME, ())):
        for theme, passages in rows.rows(sql, parameters):
            found.setdefault(theme, set()).update(map(int, passages.split(",")))
    return {theme: array("I", sorted(passages)) for theme, passages in found.items()}
