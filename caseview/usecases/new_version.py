"""Knows a newer version of a document, and takes what was decided on the older one over to it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from caseview.domain.anchoring import Anchors
from caseview.domain.attribute import DetailName
from caseview.domain.changes import Changes
from caseview.domain.description import ReadDocument
from caseview.domain.document import Document
from caseview.domain.english import English
from caseview.domain.errors import CasebookError
from caseview.domain.journal import (
    AnyCommand,
    SetDecision,
    SetReplaced,
    SetReview,
    SetTag,
)
from caseview.domain.passage import KeptPassage
from caseview.domain.sketch import sketch
from caseview.domain.span import Span
from caseview.domain.suggestion import Decision, KeptSuggestion
from caseview.domain.tag import Tag
from caseview.usecases.one_case import (
    Details,
    other_place,
    other_subject,
    other_value,
    same_subject,
)
from caseview.usecases.work import Casebook, Work

LEAST_ALIKE = 0.5
"""From which likeness on a text can be a version of another.

Of the pairs of 2,755 reports of coroners 68 are as like: 5 are versions of one report, the others
hold few words but those of the form, and differ in the name, the area or the date. With one word in
twenty changed a text is still at 0.6.
"""


_BOUND_TO = (DetailName.REF, DetailName.RESPONDS_TO_REF, DetailName.RESPONDS_TO_DATE)


@dataclass(frozen=True, slots=True)
class Older:
    """The document that another is a version of, and how much they share, from 0 to 1."""

    document: Document
    share: float


def older_version(work: Work, read: ReadDocument) -> Older | None:
    """Return the document in the casebook that a newly read one is a version of, or None.

    The two share most of their words, are of one kind and form, and do not name different people
    or places, nor bear or answer different references or, where one names nobody, different dates.
    """
    guess = read.description.guess
    for number, share in work.sketches.like(sketch(read.text.text), LEAST_ALIKE):
        document = work.documents.get(number)
        same = (document.kind, document.form) == (guess.kind, guess.form)
        details = work.documents.details(number)
        if same and document.stands and not _apart(details, read.description.details):
            return Older(document, share)
    return None


def _apart(one: Details, other: Details) -> bool:
    """Return whether two documents are said to be about different people, places or cases.

    Reports that say little but the words of their form are alike whoever died: where no name says
    that they are about one person, one that bears another date is another report.
    """
    if other_subject(one, other) or other_place(one, other):
        return True
    if any(other_value(one, other, name) for name in _BOUND_TO):
        return True
    return not same_subject(one, other) and other_value(one, other, DetailName.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Adopted:
    """What became of what was decided on the older version.

    `tags` and `decisions` are how many went over; `left` are the tags whose words or page the
    newer version does not have: they stay where they are.
    """

    tags: int
    decisions: int
    left: tuple[Tag, ...]
    changes: Changes


def adopt_version(casebook: Casebook, older: int, newer: int, *, coder: str) -> Adopted:
    """Let a newer version stand in for an older one, as one act that can be undone.

    Tags and their notes go over to the same words of the newer version, so do decisions on
    suggestions; a tag on a whole page goes to the page of that number, where both have as many
    pages and that one has no words either. Both come to one review. The older document is kept
    and counts no more. Raises CasebookError when one of the two is unknown, or the older one is
    replaced already.
    """
    with casebook.writing() as work:
        old, new = work.documents.get(older), work.documents.get(newer)
        if old.replaced_by is not None or older == newer:
            raise CasebookError(
                English(
                    "“{0}” is replaced by another version already. Nothing was changed.", old.name
                ),
                "Undo that first.",
            )
        move = _Move(work, old, new)
        commands = [*move.commands(), SetReplaced(older, None, newer)]
        if old.review_id != new.review_id:
            commands.append(SetReview(newer, new.review_id, old.review_id))
        changes = work.journal.perform(f"Take “{new.name}” for the newer version", commands, coder)
    return Adopted(move.tags, move.decisions, tuple(move.left), changes)


class _Move:
    """Moves what was decided on one document to the same words of another."""

    def __init__(self, work: Work, old: Document, new: Document) -> None:
        self._work = work
        self._new = new
        self._old_text = work.documents.text(old.id).text
        read = work.documents.text(new.id)
        self._text, self._anchors = read.text, Anchors(read.text)
        self._bare = read.bare_pages if old.pages == new.pages else {}
        self._passages = work.documents.passages(new.id)
        self._old_tags = work.decisions.tags(document_id=old.id)
        self._old = work.decisions.suggestions(document_id=old.id)
        self._open = [
            kept
            for kept in work.decisions.suggestions(document_id=new.id)
            if kept.decision is Decision.UNDECIDED
        ]
        self.tags = self.decisions = 0
        self.left: list[Tag] = []

    def commands(self) -> Iterator[AnyCommand]:
        for tag in self._old_tags:
            if tag.page is not None:
                yield from self._whole_page(tag, tag.page)
                continue
            found = self._found(Span(tag.start, tag.end))
            kept = None if found is None else self._passage(found)
            if found is None or kept is None:
                self.left.append(tag)
                continue
            twin = self._twin(tag.theme, found)
            if twin is not None:
                yield SetDecision(twin.id, twin.decision, Decision.ACCEPTED)
            self.tags += 1
            yield SetTag(tag, self._moved(tag, found, kept, twin))
        yield from self._rejected()

    def _whole_page(self, tag: Tag, page: int) -> Iterator[AnyCommand]:
        found = self._bare.get(page)
        if found is None:
            self.left.append(tag)
            return
        self.tags += 1
        new, start = self._new, found.start
        moved = replace(tag, document_id=new.id, review_id=new.review_id, start=start, end=start)
        yield SetTag(tag, moved)

    def _moved(self, tag: Tag, found: Span, kept: KeptPassage, twin: KeptSuggestion | None) -> Tag:
        return replace(
            tag,
            document_id=self._new.id,
            review_id=self._new.review_id,
            passage_id=kept.id,
            start=found.start,
            end=found.end,
            text=found.of(self._text),
            suggestion_id=None if twin is None else twin.id,
        )

    def _rejected(self) -> Iterator[AnyCommand]:
        """Yield the rejection of suggestions whose like was rejected in the older version."""
        for kept in self._old:
            if kept.decision is not Decision.REJECTED:
                continue
            found = self._found(Span(kept.suggestion.start, kept.suggestion.end))
            twin = None if found is None else self._twin(kept.suggestion.theme, found)
            if twin is not None:
                self.decisions += 1
                yield SetDecision(twin.id, twin.decision, Decision.REJECTED)

    def _found(self, span: Span) -> Span | None:
        share = span.start / max(1, len(self._old_text))
        return self._anchors.find(span.of(self._old_text), share)

    def _passage(self, span: Span) -> KeptPassage | None:
        for kept in self._passages:
            if kept.passage.start <= span.start < kept.passage.end:
                return kept
        return None

    def _twin(self, theme: str, span: Span) -> KeptSuggestion | None:
        """Return the suggestion of a theme on these words that nobody decided, taking it out."""
        for kept in self._open:
            put = kept.suggestion
            if put.theme == theme and Span(put.start, put.end).overlaps(span):
                self._open.remove(kept)
                return kept
        return None
