"""Answers searches over a casebook: reads the query, finds, counts, orders and marks."""

import json
from collections.abc import Sequence
from dataclasses import replace

from caseview.domain.document import Kind
from caseview.domain.query import Answer, AsRule, Hit, Search, Total
from caseview.domain.section import SectionRole
from caseview.search import facets
from caseview.search.expression import Node, leaves
from caseview.search.families import Families, FamilyTable
from caseview.search.fields import FIELDS
from caseview.search.language import parser
from caseview.search.mentions import themes_of
from caseview.search.nearest import Nearest
from caseview.search.order import Order
from caseview.search.question import Asked, Question
from caseview.search.rule import as_rule
from caseview.search.spots import Said, Spots
from caseview.search.state import State, state_of
from caseview.usecases.ports import Rows

_HITS = (
    "SELECT id, document_id, page, number, role, begins, ends, printed, heading, text FROM passage"
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
        question = self._question(rows)
        asked = question.ask(search)
        order = Order(rows, question.state, question.lexicon)
        window = slice(search.skip, search.skip + search.limit)
        page = order.page(asked, search.sort, window)
        answer = _answer(question, asked, search, page)
        answer = replace(
            answer,
            facets=facets.count(rows, question.state, asked.found),
            beside=question.beside.count(asked.node, question.state.shelf.volumes),
        )
        return answer if asked.found else _with_help(question, asked, answer)

    def first(self, rows: Rows, search: Search) -> Answer:
        """Return what can be said at once: the exact totals and the passages imported last.

        Raises QueryError when there is nothing that can be searched for.
        """
        question = self._question(rows)
        asked = question.ask(search)
        last = len(asked.found) - search.skip
        page = asked.found[max(0, last - search.limit) : max(0, last)][::-1]
        return _answer(question, asked, search, page)

    def reviews(self, rows: Rows, where: str) -> frozenset[int]:
        """Return the ids of the reviews that an expression of fields selects, all for "".

        Words select the reviews in which they stand. Raises QueryError when anything in the
        expression is not understood as typed: no number must rest on a guess.
        """
        question = self._question(rows)
        return question.reviews(where) if where.strip() else question.fields.every_review()

    def as_rule(self, rows: Rows, search: Search) -> AsRule:
        """Return the words of a search in the notation of rules.

        Raises QueryError when it has none, or more than a rule can hold.
        """
        return as_rule(self._question(rows).ask(search).node)

    def _question(self, rows: Rows) -> Question:
        """Return a question over the casebook as it is now, keeping its state for the next."""
        self._state = state = state_of(rows, self._state)
        return Question(rows, state, self._families, self._parser)


def _answer(question: Question, asked: Asked, search: Search, page: Sequence[int]) -> Answer:
    return Answer(
        search=search,
        total=_total(question, asked.found),
        hits=_hits(question, asked.node, page),
        also_finding=asked.also_finding,
        left_out=asked.left_out,
        remark=asked.remark,
        place=asked.place,
    )


def _with_help(question: Question, asked: Asked, answer: Answer) -> Answer:
    """Return the answer that found nothing with what may help: better words, and what there is."""
    nearest = Nearest(question.lexicon)
    better = nearest.better(answer.search.query, asked.typed)
    count = question.count(better, answer.search) if better else 0
    return replace(
        answer,
        did_you_mean=better if count else None,
        would_find=count,
        words=nearest.looked(asked.typed),
    )


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
        printed_page, paragraph, role, begins, ends, printed, section = place
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
            printed=printed,
            section=section,
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
