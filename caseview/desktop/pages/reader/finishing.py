"""Finishing a document, opening it again, and going from one to the next."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from caseview.desktop.desk import Desk
from caseview.desktop.dialogs.asking import QuestionDialog
from caseview.desktop.pages.reader.parts import Parts
from caseview.desktop.places import Place, View
from caseview.desktop.tongue import several, tr
from caseview.domain.document import Document
from caseview.domain.english import English
from caseview.domain.review import Review

NO_MORE = English("There is no other document to tag.")


class Finishing(QObject):
    """Knows which documents wait, and answers Ctrl+Enter, Ctrl+PgUp and Ctrl+PgDn."""

    def __init__(
        self, desk: Desk, parts: Parts, shown: Callable[[], object], first: Callable[[], object]
    ) -> None:
        """Work on a desk; `shown` tells that the queue is known, `first` goes to a suggestion."""
        super().__init__(parts.middle)
        self._desk = desk
        self._parts = parts
        self._shown = shown
        self._first = first
        self._waiting: tuple[int, ...] = ()
        self._document: Document | None = None

    def show(self, document: Document) -> None:
        """Work on this document from now on."""
        self._document = document

    @property
    def finished(self) -> bool:
        """Whether the document is finished."""
        return self._document is not None and self._document.finished_at is not None

    @property
    def waiting(self) -> tuple[int, ...]:
        """The ids of the documents to tag, in the order of the Library."""
        return self._waiting

    def refresh(self) -> None:
        """Ask again which documents wait."""
        shelf = self._desk.shelf
        work = tr("Look what is to tag")
        self._desk.read(work, lambda _: _queue(shelf.library()), self._know, name="reader queue")

    def next(self, step: int = 1) -> None:
        """Open the next document to tag, or the one before."""
        here = self._document.id if self._document is not None else 0
        ids = self._waiting
        if not ids or ids == (here,):
            self._desk.events.say(tr(NO_MORE))
            return
        at = ids.index(here) + step if here in ids else 0
        self._desk.events.go(Place(View.READER, document=ids[at % len(ids)]))

    def finish(self) -> None:
        """Finish the document and open the next; asks first where suggestions are undecided."""
        if self._document is None or self.finished or not self._document.can_be_read:
            self.next()
            return
        left = self._parts.models.queue.left
        if not left:
            self._finish_now()
            return
        are = "is" if left == 1 else "are"
        question = QuestionDialog(
            self._parts.middle,
            self._parts.look,
            (
                tr("{0} {1} undecided. Finish anyway?", several(left, "suggestion"), are),
                tr("They stay undecided and are not counted among the tags."),
            ),
            (tr("Finish"), self._finish_now),
            tr("Go to them"),
        )
        question.rejected.connect(self._first)
        question.show()

    def reopen(self) -> None:
        """Open a finished document again, to be worked on."""
        if self._document is not None and self.finished:
            document_id = self._document.id
            self._parts.focus_work()  # the button that was pressed goes
            self._desk.change(tr("Open the document again"), lambda d: d.reopen(document_id))

    def _finish_now(self) -> None:
        if self._document is not None:
            document_id = self._document.id
            self._desk.change(tr("Finish the document"), lambda d: d.finish(document_id))
            self.next()

    def _know(self, waiting: tuple[int, ...]) -> None:
        self._waiting = waiting
        self._shown()


def _queue(reviews: tuple[Review, ...]) -> tuple[int, ...]:
    """Return the documents to tag, in the order of the Library."""
    return tuple(
        document.id
        for review in reviews
        if review.screened_out is None
        for document in review.documents
        if (document.has_text or document.page_tagged) and document.finished_at is None
    )
