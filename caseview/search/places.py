"""Where each passage stands: its document and section role, kept in memory while it holds true."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

from caseview.usecases.ports import Rows

Stamp = tuple[object, ...]
_STAMP = (
    "SELECT file FROM pragma_database_list WHERE name = 'main'"
    " UNION ALL SELECT hex(block) FROM passage_words_data WHERE id IN (1, 10)"
    " UNION ALL SELECT group_concat(id || substr(sha256, 1, 16)) FROM document"
)
_PASSAGES = "SELECT id, document_id, role FROM passage WHERE id > ? ORDER BY id"


def stamp(rows: Rows) -> Stamp:
    """Return a value that differs whenever the passages of a casebook do.

    Made of the file, the index's own totals and structure, and the documents; passages never
    change while their document stays.
    """
    return tuple(row[0] for row in rows.rows(_STAMP))


@dataclass(slots=True)
class Places:
    """The document and the role of each passage, by passage id.

    `document` and `role` are indexed by passage id; a passage that is not there has document 0.
    `roles` names the roles by their number in `role`; `every` holds the ids of all passages.
    """

    document: "array[int]" = field(default_factory=lambda: array("I", [0]))
    role: bytearray = field(default_factory=lambda: bytearray(1))
    roles: list[str] = field(default_factory=list)

    every: list[int] = field(default_factory=list)

    def documents(self, passages: Iterable[int]) -> Iterable[int]:
        """Return the document of each passage."""
        return map(self.document.__getitem__, passages)


def load_places(rows: Rows) -> Places:
    """Read the place of every passage."""
    places = Places()
    numbers: dict[str, int] = {}
    found = rows.rows(_PASSAGES, (0,))
    if found:
        size = found[-1][0] + 1
        places.document = array("I", bytes(size * places.document.itemsize))
        places.role = bytearray(size)
    for passage, document, role in found:
        places.document[passage] = document
        places.role[passage] = numbers.setdefault(role, len(numbers))
    places.roles = list(numbers)
    places.every = [passage for passage, _, _ in found]
    return places
