"""Finds the documents, words and tags of another casebook again in this one."""

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from caseview.domain.agreement import Settlement
from caseview.domain.anchoring import Anchors
from caseview.domain.document import Document, Page
from caseview.domain.passage import KeptPassage
from caseview.domain.span import Span
from caseview.domain.tag import Tag
from caseview.usecases.compare_coders import as_decided
from caseview.usecases.work import Work

TagKey = tuple[str, int, int, int, str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """A document there and the same document here, None where it is new."""

    there: Document
    here: Document | None


def match_documents(here: Work, there: Work) -> tuple[Pair, ...]:
    """Return every document there with its like here: the same file, else the same words."""
    return tuple(Pair(document, _like(here, there, document)) for document in there.documents.all())


def _like(here: Work, there: Work, document: Document) -> Document | None:
    known = here.documents.by_sha256(document.sha256)
    if known is None and document.has_text:
        words = there.documents.text(document.id).text
        known = here.documents.by_text(hashlib.sha256(words.encode()).hexdigest())
    return known


@dataclass(frozen=True, slots=True)
class Grounds:
    """The same document in both casebooks: where words and passages of one stand in the other."""

    document: Document
    text: str
    their_text: str
    passages: tuple[KeptPassage, ...]
    their_passages: Mapping[int, int] = field(default_factory=dict)
    """Where each of their passages begins, by its id."""
    bare: Mapping[int, Page] = field(default_factory=dict)
    """The pages here that have no words, by their number."""

    @classmethod
    def of(cls, here: Work, there: Work, their: Document, ours: Document) -> "Grounds":
        """Return the grounds of a document that is in both."""
        text = here.documents.text(ours.id)
        return cls(
            ours,
            text.text,
            there.documents.text(their.id).text,
            here.documents.passages(ours.id),
            {kept.id: kept.passage.start for kept in there.documents.passages(their.id)},
            text.bare_pages,
        )

    @property
    def same_text(self) -> bool:
        """Whether both casebooks read the file alike."""
        return self.text == self.their_text

    def find(self, start: int, end: int) -> Span | None:
        """Return where their words `start:end` stand here, None when they do not."""
        if self.same_text:
            return Span(start, end)
        share = start / max(1, len(self.their_text))
        return Anchors(self.text).find(self.their_text[start:end], share)

    def passage_at(self, start: int) -> KeptPassage | None:
        """Return the passage here that holds an offset."""
        place = bisect_right([kept.passage.start for kept in self.passages], start) - 1
        if place < 0 or start >= self.passages[place].passage.end:
            return None
        return self.passages[place]

    def passage_of(self, passage_id: int) -> int | None:
        """Return the id of the passage here that is theirs of this id."""
        start = self.their_passages.get(passage_id)
        span = None if start is None else self.find(start, min(start + 80, len(self.their_text)))
        kept = None if span is None else self.passage_at(span.start)
        return None if kept is None else kept.id

    def placed(self, tag: Tag) -> Tag | None:
        """Return their tag as it stands here, with its id there; None when its words do not.

        A tag on a whole page stands where the page of that number has no words here either.
        """
        if tag.page is not None:
            page = self.bare.get(tag.page)
            return None if page is None else self._on_page(tag, page.start)
        span = self.find(tag.start, tag.end)
        kept = None if span is None else self.passage_at(span.start)
        if span is None or kept is None:
            return None
        return replace(
            tag,
            document_id=self.document.id,
            review_id=self.document.review_id,
            passage_id=kept.id,
            start=span.start,
            end=span.end,
            text=span.of(self.text),
            suggestion_id=None,
        )

    def _on_page(self, tag: Tag, start: int) -> Tag:
        ours = self.document
        return replace(tag, document_id=ours.id, review_id=ours.review_id, start=start, end=start)


def key_of(tag: Tag) -> TagKey:
    """Return what makes a tag of a document the same one in two casebooks."""
    return tag.theme, tag.page or 0, tag.start, tag.end, tag.coder, tag.reads_as.value


@dataclass(frozen=True, slots=True)
class Arriving:
    """Their tags in a document that is in both, each as it stands here.

    `fresh` bear the ids they have there, `known` map such an id to the tag here; `unplaced` stand
    on words that are not here; `reread` of the fresh are read otherwise here by the same coder.
    """

    fresh: tuple[Tag, ...]
    known: Mapping[int, int]
    unplaced: tuple[Tag, ...]
    reread: int


def arriving(
    here: Work, there: Work, their: Document, grounds: Grounds, settled: Iterable[Settlement]
) -> Arriving:
    """Return what is new of their tags in a document, and what is here already.

    A tag that was settled here since is known by what it was before, so that it does not come
    back when the same casebook is merged again.
    """
    tags = here.decisions.tags(document_id=grounds.document.id)
    ours = {key_of(tag): tag.id for tag in (*tags, *as_decided(tags, settled))}
    words = {key[:-1] for key in ours}
    fresh: list[Tag] = []
    known: dict[int, int] = {}
    unplaced: list[Tag] = []
    for tag in there.decisions.tags(document_id=their.id):
        placed = grounds.placed(tag)
        if placed is None:
            unplaced.append(tag)
        elif (number := ours.get(key_of(placed))) is not None:
            known[tag.id] = number
        else:
            fresh.append(placed)
    reread = sum(key_of(tag)[:-1] in words for tag in fresh)
    return Arriving(tuple(_once(fresh)), known, tuple(unplaced), reread)


def _once(tags: Iterable[Tag]) -> Iterator[Tag]:
    """Yield tags without one that two of their documents, the same here, both bear."""
    seen: set[TagKey] = set()
    for tag in tags:
        if key_of(tag) not in seen:
            seen.add(key_of(tag))
            yield tag
