"""Which documents and reviews a transaction changes, as triggers of its own connection tell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

MANY = 500

# By table: the columns that name a document, and those that name a review.
_WATCHED: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "review": ((), ("id",)),
    "attribute": ((), ("review_id",)),
    "document": (("id",), ("review_id",)),
    "detail": (("document_id",), ()),
    "passage": (("document_id",), ()),
    "suggestion": (("document_id",), ()),
    "tag": (("document_id",), ()),
    "replacement": (("document_id", "replaced_by"), ()),
}
WATCHED = frozenset(_WATCHED)
_SIDES = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}


@dataclass(frozen=True, slots=True)
class Touched:
    """The ids of the documents and reviews that something was changed in, added or removed."""

    documents: frozenset[int] = frozenset()
    reviews: frozenset[int] = frozenset()

    def __or__(self, other: "Touched") -> "Touched":
        """Return what either touched."""
        return Touched(self.documents | other.documents, self.reviews | other.reviews)

    @property
    def many(self) -> bool:
        """Whether reading everything anew is no slower than reading these alone."""
        return len(self.documents) + len(self.reviews) > MANY


def watch(connection: Connection) -> None:
    """Take note, from now on, of what this connection changes.

    Table and triggers are temporary: they go with the connection and never stand in the file.
    """
    # They come and go together, in one transaction: where the table is, so are the triggers.
    there = "SELECT 1 FROM temp.sqlite_master WHERE name = 'touched'"
    if connection.exec_driver_sql(there).first() is not None:
        return
    connection.exec_driver_sql(
        "CREATE TEMP TABLE touched (what TEXT, id INTEGER, PRIMARY KEY (what, id)) WITHOUT ROWID"
    )
    for trigger in _triggers():
        connection.exec_driver_sql(trigger)


def take(connection: Connection) -> Touched:
    """Return what was changed since `watch`, and begin anew."""
    found = connection.exec_driver_sql("SELECT what, id FROM temp.touched").all()
    connection.exec_driver_sql("DELETE FROM temp.touched")
    return Touched(
        frozenset(number for what, number in found if what == "document"),
        frozenset(number for what, number in found if what == "review"),
    )


def _triggers() -> Iterator[str]:
    for table, (documents, reviews) in _WATCHED.items():
        for change, sides in _SIDES.items():
            notes = [
                f"INSERT OR IGNORE INTO touched VALUES ('{what}', {side}.{column});"  # noqa: S608 - our own words
                for what, columns in (("document", documents), ("review", reviews))
                for column in columns
                for side in sides
            ]
            yield (
                f"CREATE TEMP TRIGGER touched_{table}_{change.lower()} "
                f"AFTER {change} ON main.{table} BEGIN {' '.join(notes)} END"
            )
