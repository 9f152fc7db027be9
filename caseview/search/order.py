"""Puts the passages that answer into the order asked for, as far as a page needs it."""

import json
from collections.abc import Sequence
from itertools import islice

from caseview.domain.query import Sort
from caseview.search.expression import AllOf, AnyOf, Found, Node, leaves
from caseview.search.match import MOST_WORDS, any_text, match_text, quoted
from caseview.search.places import Places
from caseview.search.shelf import Shelf
from caseview.usecases.ports import Rows

_BEST = "SELECT rowid FROM passage_words WHERE passage_words MATCH ? ORDER BY rank LIMIT ?"
# The plus keeps SQLite from asking the index once for each passage.
_BEST_OF = (
    "SELECT rowid FROM passage_words WHERE passage_words MATCH ?"
    " AND +rowid IN (SELECT value FROM json_each(?)) ORDER BY rank LIMIT ?"
)
_UNKNOWN_YEAR = ""


class Order:
    """Orders the answer to one query."""

    def __init__(self, rows: Rows, shelf: Shelf, places: Places) -> None:
        self._rows = rows
        self._shelf = shelf
        self._places = places

    def page(self, node: Node, hits: Sequence[int], sort: Sort, window: slice) -> list[int]:
        """Return the hits of one page; `hits` are all of them by id."""
        if sort is Sort.RANK:
            return self._ranked(node, hits, window)
        by_document: dict[int, list[int]] = {}
        for hit, document in zip(hits, self._places.documents(hits), strict=True):
            by_document.setdefault(document, []).append(hit)
        first = self._newest if sort is Sort.NEWEST else self._by_review
        ordered = (hit for document in first(by_document) for hit in by_document[document])
        return list(islice(ordered, window.start, window.stop))

    def _newest(self, documents: dict[int, list[int]]) -> list[int]:
        years = self._shelf.attribute("year")

        def age(document: int) -> tuple[str, int]:
            review = self._shelf.volumes[document].review
            return max(years.get(review, [_UNKNOWN_YEAR])), document

        return sorted(documents, key=age, reverse=True)

    def _by_review(self, documents: dict[int, list[int]]) -> list[int]:
        volumes = self._shelf.volumes

        def shelf_mark(document: int) -> tuple[str, int, int]:
            volume = volumes[document]
            return volume.review_title.casefold(), volume.review, document

        return sorted(documents, key=shelf_mark)

    def _ranked(self, node: Node, hits: Sequence[int], window: slice) -> list[int]:
        """Return the best by BM25 first; what no word found comes after, newest first."""
        text = _rank_text(node)
        if text is None:
            return list(reversed(hits))[window]
        if match_text(node) == text:
            best = self._rows.rows(_BEST, (text, window.stop))
        else:
            best = self._rows.rows(_BEST_OF, (text, json.dumps(list(hits)), window.stop))
        ranked = [hit for (hit,) in best]
        if len(ranked) < min(window.stop, len(hits)):
            there = set(ranked)
            ranked += [hit for hit in reversed(hits) if hit not in there]
        return ranked[window]


def _rank_text(node: Node) -> str | None:
    """Return the MATCH text that ranks: the query's own, else any of its words."""
    own = match_text(node)
    if own is not None and isinstance(node, Found | AnyOf | AllOf):
        return own
    texts = [match_text(leaf) or _any_word(leaf) for leaf in leaves(node)]
    return any_text(texts) if texts else None


def _any_word(leaf: Found) -> str:
    words = [word for unit in leaf.units for slot in unit for word in slot[:MOST_WORDS]]
    return any_text(quoted([word]) for word in dict.fromkeys(words[: 4 * MOST_WORDS]))
