"""Gather the evidence of a number: the passages behind it, each with its words and place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from caseview.counting.wording import joined
from caseview.domain.crosstab import Axis, CellAddress, CrossTabSpec, Mention
from caseview.domain.english import English
from caseview.domain.errors import QueryError
from caseview.domain.evidence import Evidence, EvidenceSet
from caseview.domain.passage import KeptPassage, Passage
from caseview.domain.quote import Place, Quote
from caseview.domain.review import Review
from caseview.domain.section import SectionRole
from caseview.domain.span import Span
from caseview.domain.suggestion import KeptSuggestion
from caseview.domain.tag import Tag
from caseview.tagging.sentences import sentences
from caseview.usecases.build_crosstab import tally
from caseview.usecases.ports import Finder, HearsRows, unheard
from caseview.usecases.work import Casebook, Work

_BATCH = 1000
_MOST_NAMED = 12


def gather_evidence(
    casebook: Casebook, finder: Finder, spec: CrossTabSpec, address: CellAddress
) -> EvidenceSet:
    """Return what stands behind the number at `address` of the table of `spec`.

    Reviews stand by title, and each review's passages in reading order. Raises QueryError when
    the filter cannot be understood, an axis is unknown, or the table has no such row or column.
    """
    with casebook.reading() as work:
        counted = tally(work, finder, spec)
        _there(counted.row_headings, address.row, "row")
        _there(counted.column_headings, address.column, "column")
        items = evidence_of(work, counted.population.reviews, counted.evidence(address))
        return EvidenceSet(items, len(counted.units(address)))


def _there(headings: Sequence[Axis], wanted: str | None, what: str) -> None:
    """Raise QueryError unless the table has this row or column: a slip is not the same as none."""
    ids = [axis.id for axis in headings]
    if wanted is None or wanted in ids:
        return
    meant = [axis.id for axis in headings if axis.label.casefold() == wanted.casefold()]
    near = meant or get_close_matches(wanted.casefold(), ids, n=3)
    known = near or ids[:_MOST_NAMED]
    more = "" if near or len(ids) <= _MOST_NAMED else " …"
    raise QueryError(
        English("The table has no {0} “{1}”.", what, wanted),
        English("Use its id: {0}{1}.", joined(known, "or"), more)
        if known
        else "Nothing is counted in it.",
    )


def evidence_of(
    work: Work,
    reviews: Sequence[Review],
    mentions: Iterable[Mention],
    heard: HearsRows = unheard,
) -> tuple[Evidence, ...]:
    """Return each mention as evidence: `reviews` in their order, then in reading order.

    `heard` hears how many are made, and may end the work.
    """
    found = tuple(mentions)
    by_id = {review.id: (place, review) for place, review in enumerate(reviews)}
    tags: dict[int, Tag] = {}
    for ids in _batches([mention.id for mention in found if not mention.suggested]):
        tags |= {tag.id: tag for tag in work.decisions.tags(ids=ids)}
    suggestions: dict[int, KeptSuggestion] = {}
    for ids in _batches([mention.id for mention in found if mention.suggested]):
        suggestions |= {kept.id: kept for kept in work.decisions.suggestions(ids=ids)}
    names = {theme.id: theme.name for theme in work.codebook.themes}
    source = _Source(work, {review.id: review for review in reviews}, names)
    items: list[Evidence] = []
    for mention in found:
        if mention.suggested:
            items.append(source.of_suggestion(mention, suggestions[mention.id]))
        else:
            items.append(source.of_tag(mention, tags[mention.id]))
        if not len(items) % _BATCH:
            heard(len(items), len(found))
    items.sort(
        key=lambda item: (
            by_id[item.review_id][0],
            item.quote.document_id,
            item.quote.start,
            0 if item.quote.text else item.quote.place.page,
            item.quote.end,
            item.id,
        )
    )
    return tuple(items)


def _batches(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield ids by the thousand: no database takes any number of them in one question."""
    for begin in range(0, len(ids), _BATCH):
        yield ids[begin : begin + _BATCH]


def sentence_of(passage: Passage, span: Span) -> Span:
    """Return the sentences of a passage that a stretch of it touches, as one stretch.

    All offsets are those of the document, so that a suggested phrase is quoted as a whole
    sentence and still word for word. A stretch outside every sentence stays as it is.
    """
    return _touched(sentences(passage.text), passage.start, span)


def _touched(parts: Sequence[tuple[int, int]], begin: int, span: Span) -> Span:
    """Return the stretch of the sentences `parts` of a passage at `begin` that `span` touches."""
    first, last = span.start - begin, span.end - begin
    touched = [part for part in parts if max(part[0], first) < min(part[1], last)]
    if not touched:
        return span
    return Span(begin + min(touched[0][0], first), begin + max(touched[-1][1], last))


@dataclass
class _Source:
    """Looks up where words stand; passages are loaded and parted into sentences once."""

    work: Work
    reviews: dict[int, Review]
    names: dict[str, str]
    _passages: dict[int, dict[int, KeptPassage]] = field(default_factory=dict)
    _sentences: dict[int, Sequence[tuple[int, int]]] = field(default_factory=dict)

    def of_tag(self, mention: Mention, tag: Tag) -> Evidence:
        passage = None
        if tag.passage_id is not None:
            passage = self._passage(tag.document_id, tag.passage_id)
        place = self._place(mention, passage, tag.page)
        quote = Quote(tag.document_id, tag.start, tag.end, tag.text, place)
        return self._evidence(mention, passage, quote, is_key=tag.is_key)

    def of_suggestion(self, mention: Mention, kept: KeptSuggestion) -> Evidence:
        passage, put = kept.passage, kept.suggestion
        if kept.passage_id not in self._sentences:
            self._sentences[kept.passage_id] = sentences(passage.text)
        parts = self._sentences[kept.passage_id]
        span = _touched(parts, passage.start, Span(put.start, put.end))
        words = span.shifted(-passage.start).of(passage.text)
        quote = Quote(kept.document_id, span.start, span.end, words, self._place(mention, passage))
        return self._evidence(mention, passage, quote, is_key=False)

    def _evidence(
        self, mention: Mention, passage: Passage | None, quote: Quote, *, is_key: bool
    ) -> Evidence:
        return Evidence(
            id=mention.id,
            suggested=mention.suggested,
            review_id=mention.review_id,
            passage_id=mention.passage_id if passage else None,
            number=passage.number if passage else None,
            theme=mention.theme,
            reads_as=mention.reads_as,
            restated=mention.restated,
            role=SectionRole(passage.role) if passage else None,
            quote=quote,
            coder="" if mention.suggested else mention.coder,
            is_key=is_key,
            theme_name=self.names.get(mention.theme, mention.theme),
        )

    def _place(
        self, mention: Mention, passage: Passage | None, whole_page: int | None = None
    ) -> Place:
        review = self.reviews[mention.review_id]
        document = next(one for one in review.documents if one.id == mention.document_id)
        return Place(
            review=review.title,
            document=document.title or document.name,
            page=passage.page if passage else whole_page,
            paragraph=passage.printed or str(passage.number) if passage else "",
            section=passage.heading if passage else "",
        )

    def _passage(self, document_id: int, passage_id: int) -> Passage:
        if document_id not in self._passages:
            self._passages[document_id] = {
                kept.id: kept for kept in self.work.documents.passages(document_id)
            }
        return self._passages[document_id][passage_id].passage
