"""Searches what stands beside the passages: coders' notes and details of documents."""

from collections.abc import Mapping

from caseview.search.aside import Aside, Texts
from caseview.search.expression import AllOf, AnyOf, Found, Node, Prefer, leaves
from caseview.search.families import Families
from caseview.search.spots import Spots
from caseview.usecases.ports import Rows


class Beside:
    """Looks in the notes and details of one state of a casebook."""

    def __init__(self, rows: Rows, aside: Aside, families: Families) -> None:
        self._rows = rows
        self._aside = aside
        self._families = families

    def notes(self, typed: str) -> list[str]:
        """Return what the notes that say these words are about ("document:4")."""
        texts = self._aside.notes(self._rows)
        return [str(texts.rows[one][0]) for one in texts.saying(typed, self._families)]

    def documents(self, typed: str) -> frozenset[int]:
        """Return the documents with a detail that says these words."""
        texts = self._aside.details(self._rows)
        return frozenset(int(texts.rows[one][0]) for one in texts.saying(typed, self._families))

    def count(self, node: Node, documents: Mapping[int, object]) -> tuple[tuple[str, int], ...]:
        """Return in how many notes and how many documents' details a query of words stands.

        A query with fields, or with words that must not be there, is about passages alone.
        """
        if not _of_words(node):
            return ()
        notes, details = self._aside.notes(self._rows), self._aside.details(self._rows)
        found = {details.rows[one][0] for one in _answering(node, details)}
        counted = {
            "note": len(_answering(node, notes)),
            "detail": len(found.intersection(documents)),
        }
        return tuple((name, number) for name, number in counted.items() if number)


def _of_words(node: Node) -> bool:
    match node:
        case Found():
            return True
        case AllOf(parts) | AnyOf(parts):
            return all(map(_of_words, parts))
        case Prefer(must, _):
            return _of_words(must)
        case _:
            return False


def _answering(node: Node, texts: Texts) -> list[int]:
    """Return the numbers of the texts that answer."""
    said = (word for leaf in leaves(node) for unit in leaf.units for slot in unit for word in slot)
    spots: dict[Found, Spots] = {}
    return [one for one in texts.with_any(said) if _says(node, texts.rows[one][1], spots)]


def _says(node: Node, text: str, spots: dict[Found, Spots]) -> bool:
    match node:
        case Found():
            if node not in spots:
                spots[node] = Spots(node)
            return spots[node].stands_in(text)
        case AllOf(parts):
            return all(_says(part, text, spots) for part in parts)
        case AnyOf(parts):
            return any(_says(part, text, spots) for part in parts)
        case Prefer(must, _):
            return _says(must, text, spots)
        case _:
            return False
