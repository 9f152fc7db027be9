"""What a coder does in an open casebook, for the window; each act is one journal entry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from caseview.domain.attribute import DetailName
from caseview.domain.changes import Changes
from caseview.domain.reads_as import ReadsAs
from caseview.domain.span import Span
from caseview.domain.suggestion import Decision
from caseview.domain.tag import FROM_SEARCH
from caseview.usecases.decide import Ruling, decide
from caseview.usecases.edit_review import edit_reviews
from caseview.usecases.finish_document import finish_documents, reopen_document
from caseview.usecases.remove_document import remove_document
from caseview.usecases.screen_review import screen_review
from caseview.usecases.tag_page import ChosenPage, tag_page
from caseview.usecases.tag_passage import (
    Change,
    Chosen,
    change_tag,
    remove_tag,
    tag_passage,
    tag_passages,
)
from caseview.usecases.undo import redo, undo
from caseview.usecases.work import Casebook
from caseview.usecases.write_note import rewrite_note, write_note
from caseview.wiring.house import now


@dataclass(frozen=True, slots=True)
class Deciding:
    """The acts of one coder; each returns what changed."""

    casebook: Casebook
    coder: str

    def accept(
        self,
        suggestion_id: int,
        *,
        reads_as: ReadsAs | None = None,
        theme: str | None = None,
        span: Span | None = None,
        is_key: bool = False,
    ) -> Changes:
        """Make a tag of a suggestion; what is None stays as suggested."""
        ruling = Ruling(Decision.ACCEPTED, reads_as, theme, span, is_key)
        return self._decide([suggestion_id], ruling)

    def reject(self, suggestion_ids: Sequence[int]) -> Changes:
        """Reject suggestions."""
        return self._decide(suggestion_ids, Ruling(Decision.REJECTED))

    def skip(self, suggestion_ids: Sequence[int]) -> Changes:
        """Leave suggestions for later."""
        return self._decide(suggestion_ids, Ruling(Decision.SKIPPED))

    def _decide(self, ids: Sequence[int], ruling: Ruling) -> Changes:
        return decide(self.casebook, ids, ruling, coder=self.coder, now=now)

    def tag(
        self, document_id: int, where: Span | int, theme: str, reads_as: ReadsAs | None
    ) -> Changes:
        """Tag words by hand, or a whole page; `reads_as` None takes the theme's own default."""
        if isinstance(where, int):
            page = ChosenPage(document_id, where, theme, reads_as)
            return tag_page(self.casebook, page, coder=self.coder, now=now)
        chosen = Chosen(document_id, where, theme, reads_as)
        return tag_passage(self.casebook, chosen, coder=self.coder, now=now)

    def tag_all(self, places: Sequence[tuple[int, Span]], theme: str) -> Changes:
        """Tag words found by a search, (document, span) each, as one act."""
        chosen = [
            Chosen(document_id, span, theme, origin=FROM_SEARCH) for document_id, span in places
        ]
        return tag_passages(self.casebook, chosen, coder=self.coder, now=now)

    def change_tag(
        self,
        tag_id: int,
        *,
        theme: str | None = None,
        reads_as: ReadsAs | None = None,
        span: Span | None = None,
        is_key: bool | None = None,
    ) -> Changes:
        """Change a tag; what is None stays."""
        change = Change(theme, reads_as, span, is_key)
        return change_tag(self.casebook, tag_id, change, coder=self.coder)

    def untag(self, tag_id: int) -> Changes:
        """Remove a tag."""
        return remove_tag(self.casebook, tag_id, coder=self.coder)

    def finish(self, document_id: int) -> Changes:
        """Finish a document."""
        return finish_documents(self.casebook, [document_id], coder=self.coder, now=now)

    def reopen(self, document_id: int) -> Changes:
        """Open a finished document again."""
        return reopen_document(self.casebook, document_id, coder=self.coder)

    def screen(self, review_id: int, reason: str | None) -> Changes:
        """Screen a review out with a reason, or back in with None."""
        return screen_review(self.casebook, review_id, reason, coder=self.coder)

    def edit_reviews(
        self, review_ids: Sequence[int], values: Mapping[DetailName, Sequence[str]]
    ) -> Changes:
        """Give reviews these confirmed values, by detail, as one act."""
        return edit_reviews(self.casebook, review_ids, values, coder=self.coder)

    def write_note(self, about: str, text: str, note_id: int | None = None) -> Changes:
        """Add a note; with the id of one, give that other words, or take it away with none."""
        if note_id is None:
            return write_note(self.casebook, about, text, coder=self.coder, now=now)
        return rewrite_note(self.casebook, note_id, text, coder=self.coder)

    def remove(self, document_id: int, reason: str) -> Changes:
        """Remove a document for good; the one act that is no journal entry."""
        return remove_document(self.casebook, document_id, reason=reason, coder=self.coder)

    def undo(self) -> Changes:
        """Take back the last act."""
        return undo(self.casebook, coder=self.coder)

    def redo(self) -> Changes:
        """Do the last undone act again."""
        return redo(self.casebook, coder=self.coder)
