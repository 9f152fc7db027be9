"""Carries a merge out: new documents whole, then everything people decided as one act."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from caseview.domain.agreement import Settlement
from caseview.domain.changes import Changes
from caseview.domain.codebook import Theme
from caseview.domain.document import Document
from caseview.domain.journal import (
    AnyCommand,
    SetDecision,
    SetNote,
    SetScreening,
    SetSettled,
    SetSuggestions,
    SetTag,
)
from caseview.domain.suggestion import Decision, FiledSuggestion, KeptSuggestion
from caseview.domain.tag import Tag
from caseview.usecases.carrying import Carried, known_only, put_in, take_out
from caseview.usecases.merge_codebook import add_themes
from caseview.usecases.merge_document import SharedDocument, Sides, finishes, shared_spots
from caseview.usecases.merge_matrix import matrix_commands
from caseview.usecases.merge_notes import new_notes, unplaced_notes
from caseview.usecases.merge_register import RegisterMerge, Spot
from caseview.usecases.merge_saved import saved_commands
from caseview.usecases.work import Work


def _nothing_yet() -> dict[str, dict[int, int]]:
    return {name: {} for name in ("document", "review", "passage", "tag", "suggestion")}


@dataclass
class Taking:
    """Carries out one merge in a unit of work that writes here and one that reads there."""

    here: Work
    there: Work
    name: str
    coder: str
    fresh: Sequence[Document]
    shared: Mapping[int, SharedDocument]
    themes: Sequence[Theme]
    numbers: dict[str, dict[int, int]] = field(default_factory=_nothing_yet)

    def perform(self) -> Changes:
        """Do it all; return what changed."""
        sides = Sides.of(self.here, self.there)
        for one in self.shared.values():
            ours = one.grounds.document
            self.numbers["review"].setdefault(one.their.review_id, ours.review_id)
        commands = [
            *add_themes(self.here, self.there, self.themes, coder=self.coder, name=self.name)
        ]
        for document in self.fresh:
            commands += self._document(sides, document)
        for one in self.shared.values():
            commands += one.commands
            for tag in one.arriving.fresh:
                commands.append(SetTag(None, self._numbered(tag, one.links.get(tag.id))))
        commands += self._screening()
        commands += self._notes()
        commands += self._register()
        commands += matrix_commands(self.here, self.there, self.numbers["review"])
        commands += saved_commands(
            self.here, self.there, self.name, lambda: self.here.decisions.new_id("saved")
        )
        came = Changes(
            f"Merge “{self.name}”",
            reviews=frozenset(self.numbers["review"].values()),
            documents=frozenset(self.numbers["document"].values()),
        )
        if not commands:
            return came
        return came | self.here.journal.perform(came.label, commands, self.coder)

    def _document(self, sides: Sides, document: Document) -> Iterator[AnyCommand]:
        """Take a new document in; yield what was decided of it there."""
        carried = take_out(self.there, document)
        known = {theme.id for theme in self.here.codebook.themes}
        review = self.numbers["review"].get(document.review_id)
        ours = put_in(self.here, known_only(carried, known), review, self.name)
        self.numbers["review"][document.review_id] = ours.review_id
        self.numbers["document"][document.id] = ours.id
        yield from self._suggestions(carried, ours, known)
        yield from self._tags(document, ours)
        yield from finishes(sides, document, ours, touched=False)

    def _suggestions(
        self, carried: Carried, ours: Document, known: Iterable[str]
    ) -> Iterator[AnyCommand]:
        """Yield the decisions on suggestions, and those of themes that come in with the merge."""
        numbers = self.numbers["suggestion"]
        kept = [one for one in carried.suggestions if one.suggestion.theme in known]
        placed = self.here.decisions.suggestions(document_id=ours.id)
        for their, own in zip(kept, placed, strict=True):
            numbers[their.id] = own.id
            if their.decision is not Decision.UNDECIDED:
                yield SetDecision(own.id, Decision.UNDECIDED, their.decision)
        passages = self.here.documents.passages(ours.id)
        by_place = {one.passage.start: one.id for one in passages}
        for number, passage_id in self._passages(carried, by_place):
            self.numbers["passage"][number] = passage_id
        others = [one for one in carried.suggestions if one.suggestion.theme not in known]
        if others:
            filed = tuple(self._filed(one) for one in others)
            yield SetSuggestions(ours.id, (), filed)

    def _passages(self, carried: Carried, by_place: Mapping[int, int]) -> Iterator[tuple[int, int]]:
        document = self.there.documents.by_sha256(carried.read.sha256)
        for kept in self.there.documents.passages(document.id) if document else ():
            yield kept.id, by_place[kept.passage.start]

    def _filed(self, their: KeptSuggestion) -> FiledSuggestion:
        number = self.here.decisions.new_id("suggestion")
        self.numbers["suggestion"][their.id] = number
        passage = self.numbers["passage"][their.passage_id]
        return FiledSuggestion(number, passage, their.suggestion, their.decision)

    def _tags(self, document: Document, ours: Document) -> Iterator[AnyCommand]:
        for tag in self.there.decisions.tags(document_id=document.id):
            yield SetTag(None, self._carried(tag, ours))
        for one in self.there.comparison.settlements():
            if one.document_id == document.id:
                yield SetSettled(None, self._settlement(one, ours))

    def _carried(self, tag: Tag, ours: Document) -> Tag:
        """Return a tag of a new document as it stands here."""
        link, passage = None, None
        if tag.passage_id is not None:
            passage = self.numbers["passage"][tag.passage_id]
        if tag.suggestion_id is not None:
            link = self.numbers["suggestion"].get(tag.suggestion_id)
        placed = replace(
            tag,
            document_id=ours.id,
            review_id=ours.review_id,
            passage_id=passage,
        )
        return self._numbered(placed, link)

    def _settlement(self, one: Settlement, ours: Document) -> Settlement:
        return replace(
            one,
            id=self.here.decisions.new_id("settlement"),
            document_id=ours.id,
            before=tuple(self._carried(tag, ours) for tag in one.before),
        )

    def _numbered(self, tag: Tag, suggestion_id: int | None) -> Tag:
        """Return a tag with its id here, the same each time it is asked for."""
        numbers = self.numbers["tag"]
        if tag.id not in numbers:
            numbers[tag.id] = self.here.decisions.new_id("tag")
        return replace(tag, id=numbers[tag.id], suggestion_id=suggestion_id)

    def _screening(self) -> Iterator[AnyCommand]:
        """Yield why reviews that are new here were screened out there."""
        new = {self.numbers["document"][document.id] for document in self.fresh}
        for review in self.there.reviews.all():
            number = self.numbers["review"].get(review.id)
            if review.screened_out is None or number is None:
                continue
            ours = self.here.reviews.get(number)
            if ours.screened_out is None and {one.id for one in ours.documents} <= new:
                yield SetScreening(number, None, review.screened_out)

    def _register(self) -> tuple[AnyCommand, ...]:
        numbers, ours = self.numbers["document"], self.here.register
        spots = shared_spots(self.shared) | {one.id: Spot(numbers[one.id]) for one in self.fresh}
        return RegisterMerge(
            self.there,
            spots,
            ours.recommendations(),
            ours.concerns(),
            ours.groups(),
            new_id=lambda: self.here.decisions.new_id("recommendation_group"),
        ).commands()

    def _notes(self) -> Iterator[AnyCommand]:
        notes = new_notes(self.here, self.there, self.shared, self.numbers)
        for note in (*unplaced_notes(self.here, self.shared), *notes):
            yield SetNote(None, replace(note, id=self.here.decisions.new_id("note")))
