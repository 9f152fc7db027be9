"""Every tag and open suggestion in columns, for counting takes them all at once."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter, itemgetter

from caseview.domain.crosstab import Alike
from caseview.domain.suggestion import Level
from caseview.store import loading
from caseview.store.rows import StoredRows
from caseview.store.touching import Touched

# A whole column comes as one JSON array: five times as quick as a tuple for each row.
_PLACES = "json_group_array(m.id), json_group_array(m.document_id), json_group_array({passage})"
# A whole page that is tagged has no passage: it counts under a number of its own, below nought.
PAGE_OR_PASSAGE = (
    "coalesce(m.passage_id, -(SELECT g.rowid FROM page AS g "
    "WHERE g.document_id = m.document_id AND g.number = m.page))"
)
ROLE = "coalesce(p.role, '')"
_APART = "\x1f"  # stands in no name
_KINDS = "json_group_array(concat_ws(char(31), m.theme, m.reads_as, m.restated, {role}, {more}))"
_LEVELS = sorted(Level, key=lambda level: level.least)
_SHARED = attrgetter(
    "suggested", "theme", "reads_as", "restated", "role", "coder", "confidence"
)  # all but the places


@dataclass(frozen=True, slots=True)
class AlikeGroups:
    """Reads every tag and every suggestion in an open state, grouped by all but place.

    Tags come before suggestions. The confidence of a group of suggestions is the least that its
    level shows. With `by_role` the role of their section parts the groups, else it is "".
    """

    rows: StoredRows
    open_states: Sequence[str]
    by_role: bool

    def read(self) -> tuple[Alike, ...]:
        """Return the groups of the whole casebook."""
        return tuple(self._groups(None))

    def mended(self, known: tuple[Alike, ...], touched: Touched) -> tuple[Alike, ...]:
        """Return groups read earlier, with the mentions of the touched documents read again."""
        found = {_SHARED(group): group for group in _without(known, touched.documents)}
        for group in self._groups(sorted(touched.documents)):
            shared = _SHARED(group)
            found[shared] = _joined(found[shared], group) if shared in found else group
        return tuple(sorted(found.values(), key=lambda group: group.suggested))

    def _groups(self, documents: Collection[int] | None) -> Iterator[Alike]:
        for (theme, reads_as, restated, role, coder), places in self._columns(
            "tag", "m.coder", "1", (), documents
        ):
            shared = theme, loading.READINGS[reads_as], restated == "1", role, coder, 1.0
            yield Alike(False, *shared, *places)  # noqa: FBT003 - a tag, no suggestion
        marks = ",".join("?" * len(self.open_states))
        level = "+".join(f"(m.confidence >= {level.least})" for level in _LEVELS)
        for (theme, reads_as, restated, role, level_), places in self._columns(
            "suggestion", level, f"m.decision IN ({marks})", self.open_states, documents
        ):
            if level_ != "0":  # below every level, so that nothing ever shows it
                least = _LEVELS[int(level_) - 1].least
                shared = theme, loading.READINGS[reads_as], restated == "1", role, "", least
                yield Alike(True, *shared, *places)  # noqa: FBT003 - a suggestion

    def _columns(
        self,
        table: str,
        more: str,
        where: str,
        parameters: Sequence[str],
        documents: Collection[int] | None,
    ) -> Iterator[tuple[Sequence[str], tuple[Sequence[int], ...]]]:
        """Yield what the rows of a group share, and their ids, documents and passages."""
        kinds = _KINDS.format(more=more, role=ROLE if self.by_role else "''")
        joined = "LEFT JOIN passage AS p ON p.id = m.passage_id" if self.by_role else ""
        columns = _PLACES.format(passage=PAGE_OR_PASSAGE if table == "tag" else "m.passage_id")
        if documents is not None:
            where += f" AND m.document_id IN ({','.join(map(str, documents))})"
        [(shared, *places)] = self.rows.rows(
            f"SELECT {kinds}, {columns} FROM {table} AS m {joined} WHERE {where}",  # noqa: S608 - our own words
            parameters,
        )
        groups: dict[str, list[int]] = defaultdict(list)
        for place, kind in enumerate(json.loads(shared)):
            groups[kind].append(place)
        read = [json.loads(column) for column in places]
        for kind, at in groups.items():
            # With one place only, itemgetter would give the bare value.
            take = itemgetter(*at, at[0])
            yield kind.split(_APART), tuple(take(column)[:-1] for column in read)


def _without(groups: Iterable[Alike], documents: Collection[int]) -> Iterator[Alike]:
    """Yield groups less the mentions that stand in these documents."""
    gone = frozenset(documents)
    for group in groups:
        if gone.isdisjoint(group.documents):
            yield group
            continue
        left = [place for place, one in enumerate(group.documents) if one not in gone]
        if left:
            yield replace(
                group,
                ids=[group.ids[place] for place in left],
                documents=[group.documents[place] for place in left],
                passages=[group.passages[place] for place in left],
            )


def _joined(one: Alike, other: Alike) -> Alike:
    return replace(
        one,
        ids=[*one.ids, *other.ids],
        documents=[*one.documents, *other.documents],
        passages=[*one.passages, *other.passages],
    )
