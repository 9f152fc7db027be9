"""Puts the passages that answer into the order asked for, as far as a page needs it."""

import json
from itertools import islice

from caseview.domain.query import Sort
from caseview.search.expression import AnyOf, Found, Node, Prefer, leaves
from caseview.search.lexicon import Lexicon
from caseview.search.match import MOST_WORDS, WIDEST, any_text, match_text, quoted, width
from caseview.search.question import Asked
from caseview.search.state import State
from caseview.usecases.ports import Rows

_BEST = "SELECT rowid FROM passage_words WHERE passage_words MATCH ? ORDER BY rank LIMIT ?"
# The plus keeps SQLite from asking the index once for each passage; bm25(), unlike rank, is then
# worked out for these passages only.
_BEST_OF = (
    "SELECT rowid FROM passage_words WHERE passage_words MATCH ?"
    " AND +rowid IN (SELECT value FROM json_each(?)) ORDER BY bm25(passage_words) LIMIT ?"
)
_UNKNOWN_YEAR = ""


class Order:
    """Orders the answer to one query."""

    def __init__(self, rows: Rows, state: State, lexicon: Lexicon) -> None:
        self._rows = rows
        self._shelf = state.shelf
        self._places = state.places
        self._lexicon = lexicon

    def page(self, asked: Asked, sort: Sort, window: slice) -> list[int]:
        """Return the hits of one page."""
        hits = asked.found
        if sort is Sort.RANK:
            return self._ranked(asked, window)
        by_document: dict[int, list[int]] = {}
        for hit, document in zip(hits, self._places.documents(hits), strict=True):
            by_document.setdefault(document, []).append(hit)
        first = self._newest if sort is Sort.NEWEST else self._by_review
        ordered = (hit for document in first(by_document) for hit in by_document[document])
        return list(islice(ordered, window.start, window.stop))

    def _newest(self, documents: dict[int, list[int]]) -> list[int]:
        years = self._shelf.attribute(self._rows, "year")

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

    def _ranked(self, asked: Asked, window: slice) -> list[int]:
        """Return the best by BM25 first; what no word found comes after, newest first."""
        node, hits = asked.node, asked.found
        text = None if isinstance(node, Prefer) else match_text(self._telling(node))
        words = _any_word(node)
        if text is not None:
            best = self._rows.rows(_BEST, (text, window.stop + asked.left_out))
        elif words is not None:
            best = self._rows.rows(_BEST_OF, (words, json.dumps(list(hits)), window.stop))
        else:
            best = []
        there = set(hits) if asked.left_out else None
        ranked = [hit for (hit,) in best if there is None or hit in there]
        if len(ranked) < min(window.stop, len(hits)):
            before = set(ranked)
            ranked += [hit for hit in reversed(hits) if hit not in before]
        return ranked[window]

    def _telling(self, node: Node) -> Node:
        """Return an OR without the words that most passages have.

        To BM25 such a word says nothing: its weight is next to none (FTS5 gives it 0.000001).
        """
        if not isinstance(node, AnyOf):
            return node
        most = len(self._places.every) / 2
        kept = tuple(part for part in node.parts if not self._in_most(part, most))
        return AnyOf(kept) if kept else node

    def _in_most(self, part: Node, most: float) -> bool:
        match part:
            case Found(((slot,),), None):
                return any(self._lexicon.passages(word) > most for word in slot)
            case _:
                return False


def _any_word(node: Node) -> str | None:
    """Return the MATCH text for any word of a query, None without words that could rank.

    A word that stands for very many (`*ation`) could only rank its rarest forms first.
    """
    texts: list[str] = []
    for leaf in leaves(node):
        slots = (slot for unit in leaf.units for slot in unit if len(slot) <= MOST_WORDS)
        words = dict.fromkeys(word for slot in slots for word in slot)
        if not words:
            continue
        text = match_text(leaf) or any_text(quoted([word]) for word in words)
        if texts and sum(map(width, texts)) + width(text) > WIDEST:
            break
        texts.append(text)
    return any_text(texts) if texts else None
