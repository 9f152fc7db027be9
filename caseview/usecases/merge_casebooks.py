"""Merges another casebook into this one: nothing is lost, and every tag keeps its coder.

Documents are matched by their bytes, else by their words. New ones come in whole, like an import;
what people decided comes in as one act of the journal, so undo takes all of it back and leaves the
documents. Where somebody here has decided already, that stays and the other's tags stand beside
it: what clashes is listed under Agreement. Merging the same casebook twice changes nothing more.
"""

from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from caseview.domain.changes import Changes
from caseview.domain.codebook import Theme
from caseview.domain.document import Document
from caseview.domain.journal import AnyCommand
from caseview.domain.merging import Merged, MergePreview
from caseview.usecases.compare_coders import as_decided
from caseview.usecases.merge_clashes import clashes
from caseview.usecases.merge_codebook import missing_themes
from caseview.usecases.merge_document import (
    SharedDocument,
    Sides,
    shared_document,
    shared_spots,
)
from caseview.usecases.merge_matching import Pair, match_documents
from caseview.usecases.merge_notes import new_notes, unplaced_notes
from caseview.usecases.merge_register import RegisterMerge, Spot, register_as_read
from caseview.usecases.merge_saved import saved_commands
from caseview.usecases.merge_taking import Taking
from caseview.usecases.restore_points import make_restore_point
from caseview.usecases.work import Casebook, Work


class Readable(Protocol):
    """A casebook that is only read."""

    def reading(self) -> AbstractContextManager[Work]:
        """Open a unit of work that reads one consistent state and writes nothing."""
        ...


def preview_merge(casebook: Casebook, other: Readable, name: str) -> MergePreview:
    """Return what merging `other`, called `name`, would bring; nothing is changed."""
    with casebook.reading() as here, other.reading() as there:
        return _Plan(here, there, name).preview()


def merge_casebooks(casebook: Casebook, other: Readable, name: str, *, coder: str) -> Merged:
    """Merge `other` into `casebook` in one transaction; return what it brought.

    A restore point is made first. Raises CasebookError when something in `other` does not fit.
    """
    with casebook.writing() as here, other.reading() as there:
        plan = _Plan(here, there, name)
        preview = plan.preview()
        if preview.brings_nothing:
            return Merged(preview, Changes())
        make_restore_point(here, f"before “{name}” was merged", coder)
        return Merged(preview, plan.taking(coder).perform())


@dataclass
class _Plan:
    """What a merge would do, looked up once for preview and merge alike."""

    here: Work
    there: Work
    name: str
    pairs: tuple[Pair, ...] = ()
    themes: tuple[Theme, ...] = ()
    shared: dict[int, SharedDocument] = field(default_factory=dict)

    def __post_init__(self) -> None:
        sides = Sides.of(self.here, self.there)
        self.pairs = match_documents(self.here, self.there)
        self.themes = missing_themes(self.here, self.there)
        for pair in self.pairs:
            if pair.here is not None:
                self.shared[pair.there.id] = shared_document(sides, pair.there, pair.here)

    @property
    def fresh(self) -> tuple[Document, ...]:
        """Their documents that are not here."""
        return tuple(pair.there for pair in self.pairs if pair.here is None)

    def taking(self, coder: str) -> Taking:
        """Return what carries the plan out."""
        return Taking(self.here, self.there, self.name, coder, self.fresh, self.shared, self.themes)

    def preview(self) -> MergePreview:
        """Return what it would bring, in figures."""
        reviews = {pair.there.review_id for pair in self.pairs}
        both = {pair.there.review_id for pair in self.pairs if pair.here is not None}
        tags = [tag for one in self.shared.values() for tag in one.arriving.fresh]
        for document in self.fresh:
            tags += self.there.decisions.tags(document_id=document.id)
        return MergePreview(
            name=self.name,
            new_reviews=len(reviews - both),
            shared_reviews=len(both),
            new_documents=len(self.fresh),
            tags=len(tags),
            known_tags=sum(len(one.arriving.known) for one in self.shared.values()),
            clashes=sum(self._clashes(one) for one in self.shared.values()),
            reread=sum(one.arriving.reread for one in self.shared.values()),
            unplaced=len(unplaced_notes(self.here, self.shared)),
            decisions=sum(len(one.commands) for one in self.shared.values()),
            notes=len(new_notes(self.here, self.there, self.shared, {})),
            register=len(self._register()),
            saved=len([*saved_commands(self.here, self.there, self.name, lambda: 0)]),
            themes=tuple(theme.name for theme in self.themes),
            coders=tuple(sorted({tag.coder for tag in tags})),
            still_tagging=sum(one.in_hand for one in self.shared.values()),
        )

    def _register(self) -> tuple[AnyCommand, ...]:
        """Return what would come into the register, as if new documents were here."""
        asked, concerns = register_as_read(self.there, {one.id for one in self.fresh})
        spots = shared_spots(self.shared) | {one.id: Spot(-one.id) for one in self.fresh}
        ours = self.here.register
        return RegisterMerge(
            self.there,
            spots,
            (*ours.recommendations(), *asked),
            (*ours.concerns(), *concerns),
            ours.groups(),
            new_id=lambda: 0,
        ).commands()

    def _clashes(self, found: SharedDocument) -> int:
        """Return how many clashes there will be in a document that are not there yet."""
        ours = found.grounds.document
        settled = [one for one in self.here.comparison.settlements() if one.document_id == ours.id]
        tags = as_decided(self.here.decisions.tags(document_id=ours.id), settled)
        places = self.here.comparison.paragraphs([ours.id])
        done = self.here.comparison.coded().get(ours.id, {}).keys()
        before = {*done, *((ours.finished_by,) if ours.finished_by else ())}
        return len(
            clashes([*tags, *found.arriving.fresh], found.finished_by, places)
            - clashes(tags, before, places)
        )
