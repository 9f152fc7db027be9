"""Answers searches over a casebook: reads the query, finds, counts, orders and marks."""

import json
from collections.abc import Sequence
from typing import Any

from caseview.domain.document import Kind
from caseview.domain.errors import QueryError
from caseview.domain.query import Answer, Hit, Search, Total
from caseview.domain.section import SectionRole
from caseview.search import facets
from caseview.search.expression import Node, leaves
from caseview.search.families import Families, FamilyTable
from caseview.search.fields import FIELDS
from caseview.search.language import parser
from caseview.search.mentions import themes_of
from caseview.search.order import Order
from caseview.search.question import Question
from caseview.search.spots import Said, Spots
from caseview.search.state import State, state_of
from caseview.search.typed import Typed, read_typed
from caseview.usecases.ports import Rows

_HITS = (
    "SELECT id, document_id, page, number, role, begins, ends, text FROM passage"
    " WHERE id IN (SELECT value FROM json_each(?))"
)


class QueryFinder:
    """Answers searches; keeps word lists and places of the casebook searched last."""

    def __init__(self, table: FamilyTable | None = None) -> None:
        self._families = Families(table or FamilyTable())
        self._parser = parser(FIELDS)
        self._state = State()

    def search(self, rows: Rows, search: Search) -> Answer:
        """Return the whole answer: hits in order, exact totals, facets over all hits.

        Raises QueryError when there is nothing that can be searched for.
        """
        question, typed, node = self._ask(rows, search.query, exact=search.exact)
        found = question.evaluation.passages(node)
        order = Order(rows, question.state, question.lexicon)
        window = slice(search.skip, search.skip + search.limit)
        page = order.page(node, found, search.sort, window)
        place, remark = question.remark(typed)
        return Answer(
            search=search,
            total=_total(question, found),
            hits=_hits(question, node, page),
            facets=facets.count(rows, question.state, found),
            also_finding=question.also_finding(node),
            did_you_mean=None if found else question.did_you_mean(search.query),
            remark=remark,
            place=place,
        )

    def first(self, rows: Rows, search: Search) -> Answer:
        """Return what can be said at once: the exact totals and the passages imported last.

        Raises QueryError when there is nothing that can be searched for.
        """
        question, typed, node = self._ask(rows, search.query, exact=search.exact)
        found = question.evaluation.passages(node)
        last = len(found) - search.skip
        page = found[max(0, last - search.limit) : max(0, last)][::-1]
        place, remark = question.remark(typed)
        return Answer(
            search=search,
            total=_total(question, found),
            hits=_hits(question, node, page),
            also_finding=question.also_finding(node),
            remark=remark,
            place=place,
        )

    def reviews(self, rows: Rows, where: str) -> frozenset[int]:
        """Return the ids of the reviews that an expression of fields selects, all for "".

        Words select the reviews in which they stand. Raises QueryError when anything in the
        expression is not understood as typed: no number must rest on a guess.
        """
        if not where.strip():
            return Question(rows, self._hold(rows), self._families).fields.every_review()
        question, typed, node = self._ask(rows, where, exact=False)
        found = question.evaluation.reviews(node)
        place, remark = question.trouble(typed)
        if remark:
            raise QueryError(remark, "Correct the filter.", place=place)
        return found

    def _ask(self, rows: Rows, query: str, *, exact: bool) -> tuple[Question, Typed, Node]:
        typed = read_typed(query, FIELDS)
        question = Question(rows, self._hold(rows), self._families)
        tree: Any = self._parser.process(typed.text)
        return question, typed, question.read(typed, tree, exact=exact)

    def _hold(self, rows: Rows) -> State:
        """Return the state of the casebook, keeping it for the next search."""
        self._state = state = state_of(rows, self._state)
        return state


def _total(question: Question, found: Sequence[int]) -> Total:
    documents = question.state.places.count(found)
    reviews = {question.fields.review_of(document) for document in documents}
    return Total(len(found), len(documents), len(reviews))


def _hits(question: Question, node: Node, page: Sequence[int]) -> tuple[Hit, ...]:
    """Return the passages of a page in its order, with marks and themes."""
    themes = themes_of(question.rows, page)
    years = question.state.shelf.attribute(question.rows, "year")
    spots = [Spots(leaf) for leaf in leaves(node)]
    hits: dict[int, Hit] = {}
    for number, document, *place, text in question.rows.rows(_HITS, (json.dumps(list(page)),)):
        volume = question.state.shelf.volumes[document]
        printed_page, paragraph, role, begins, ends = place
        hits[number] = Hit(
            id=number,
            document_id=document,
            review_id=volume.review,
            review=volume.review_title,
            document=volume.title or volume.name,
            kind=Kind(volume.kinds[0]),
            year=next(iter(years.get(volume.review, ())), None),
            page=printed_page,
            number=paragraph,
            role=SectionRole(role),
            start=begins,
            end=ends,
            text=text,
            marks=_marks(spots, text),
            themes=themes.get(number, ()),
        )
    return tuple(hits[number] for number in page)


def _marks(spots: Sequence[Spots], text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans that any of the leaves marks, those that overlap as one."""
    said = Said(text)
    marks: list[tuple[int, int]] = []
    for start, end in sorted(mark for one in spots for mark in one.marks(said)):
        if marks and start < marks[-1][1]:
            marks[-1] = (marks[-1][0], max(end, marks[-1][1]))
        else:
            marks.append((start, end))
    return tuple(marks)
