"""The Reader's page: opens a document, shows it, and goes from one to the next."""

from functools import partial

from PySide6.QtCore import Qt
from typing_extensions import override

from caseview.counting.wording import number, several
from caseview.desktop.desk import Desk
from caseview.desktop.dialogs.asking import QuestionDialog
from caseview.desktop.models.reading import Mark, MarkKind, OpenDocument, load, marks_of, undecided
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.pages.reader.by_hand import ByHand
from caseview.desktop.pages.reader.deciding import Decider
from caseview.desktop.pages.reader.keys import bind
from caseview.desktop.pages.reader.parts import SCAN, SCAN_MORE, TAGS, Parts
from caseview.desktop.places import Place, View
from caseview.desktop.session import Session
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.labels import Voice, cap, label
from caseview.desktop.widgets.page import Page
from caseview.domain.span import Span
from caseview.domain.suggestion import KeptSuggestion
from caseview.domain.tag import Tag

OnIt = tuple[int, tuple[KeptSuggestion, ...], tuple[Tag, ...]]


class ReaderPage(Page):
    """Read, decide, tag, finish."""

    view = View.READER
    name = "Reader"
    icon = "book-open"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.parts = Parts(self.look, ThemeBook(desk.codebook))
        self.decider = Decider(desk, self.parts, self._mark)
        self.by_hand = ByHand(desk, self.parts, self.decider)
        self._open: OpenDocument | None = None
        self._waiting: tuple[int, ...] = ()
        self._wanted: Span | None = None
        self._suggestions_shown = True
        self._kind = label("", Voice.PILL)
        self._kind.hide()
        self.beside_title.addWidget(self._kind)
        self._finish = Button(self.look, "Finish and open next", Role.PRIMARY, icon="check")
        self._lay_out()
        bind(desk.commands, self, self)

    @property
    def document(self) -> OpenDocument | None:
        """The document open, None when none is."""
        return self._open

    @override
    def place(self) -> Place:
        if self._open is None:
            return Place(self.view)
        top = self.parts.text.top
        return Place(self.view, document=self._open.document.id, span=Span(top, top))

    @override
    def arrive(self, place: Place) -> None:
        self._stale = self._stale and place.document is None
        super().arrive(place)
        self._wanted = place.span
        if place.document is not None and not self._is_open(place.document):
            self._load(place.document)
        elif self._wanted is not None:
            self._reveal(self._wanted)

    @override
    def refresh(self) -> None:
        self.desk.read("Look what is to tag", _queue, self._show_queue, name="reader queue")
        if self._open is not None:
            self.desk.read(
                "Read the suggestions and tags",
                partial(_on_it, self._open.document.id),
                self._show_on_it,
                name="reader marks",
            )

    @override
    def focus_first(self) -> None:
        on_tags = self.parts.tabs.currentIndex() == TAGS
        view = self.parts.tags if on_tags else self.parts.queue
        (view if self.parts.models.queue.rowCount() or on_tags else self.parts.text).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def next(self, step: int = 1) -> None:
        """Open the next document to tag, or the one before."""
        if not self._waiting:
            self.desk.events.say("Every document is finished.")
            return
        here = self._open.document.id if self._open is not None else 0
        ids = self._waiting
        at = ids.index(here) + step if here in ids else 0
        self.desk.events.go(Place(self.view, document=ids[at % len(ids)]))

    def finish(self) -> None:
        """Finish the document and open the next; asks first where suggestions are undecided."""
        if self._open is None:
            self.next()
            return
        left = self.parts.models.queue.left
        if not left:
            self._finish_now()
            return
        are = "is" if left == 1 else "are"
        QuestionDialog(
            self,
            self.look,
            (
                f"{several(left, 'suggestion')} {are} undecided. Finish anyway?",
                "They stay undecided and are not counted among the tags.",
            ),
            ("Finish", self._finish_now),
            "Go to them",
        ).show()

    def _finish_now(self) -> None:
        if self._open is not None:
            document_id = self._open.document.id
            self.desk.change("Finish the document", lambda d: d.finish(document_id))
            self.next()

    def _load(self, document_id: int) -> None:
        self.desk.read(
            "Open the document",
            lambda session: load(session, document_id),
            self._show,
            name="reader document",
        )

    def _show(self, opened: OpenDocument) -> None:
        self._open = opened
        parts = self.parts
        parts.middle.setCurrentIndex(1)
        self._head(opened)
        parts.text.show_text(opened.text)
        self.by_hand.show(opened.document.id, opened.text)
        parts.banner.setVisible(not opened.document.has_text)
        if not opened.document.has_text:
            parts.banner.say(SCAN, SCAN_MORE)
        parts.models.queue.show(())
        self._show_on_it((opened.document.id, opened.suggestions, opened.tags))
        if not self._waiting:
            self.refresh()
        first = parts.models.queue.next_open(-1)
        if self._wanted is not None:
            self._reveal(self._wanted)
        elif first is not None:
            parts.queue.go_to(first)
        self._scrolled(parts.text.top)
        self.desk.events.say(f"{several(parts.models.queue.left, 'suggestion')} to decide here.")
        self.focus_first()

    def _head(self, opened: OpenDocument) -> None:
        document, review = opened.document, opened.review
        self.title.say(f"{review.title}: {document.form.label.lower()}")
        self._kind.setText(document.kind.label)
        self._kind.show()
        facts = [review.year or "", f"{number(document.words)} words"]
        if document.id in self._waiting:
            at = self._waiting.index(document.id) + 1
            facts.append(f"{number(at)} of {number(len(self._waiting))} in your queue")
        elif document.finished_at:
            facts.append(f"finished by {document.finished_by}")
        self.facts.say("  ·  ".join(fact for fact in facts if fact))

    def _show_on_it(self, found: OnIt) -> None:
        document_id, suggestions, tags = found
        if self._open is None or self._open.document.id != document_id:
            return
        self.parts.models.queue.show(suggestions)
        self.parts.models.tags.show(tags)
        waiting = undecided(self.parts.models.queue.all)
        self.parts.models.outline.show(self._open.outline, waiting)
        self.parts.count()
        self._mark()

    def _show_queue(self, waiting: tuple[int, ...]) -> None:
        self._waiting = waiting
        if self._open is not None:
            self._head(self._open)

    def _mark(self) -> None:
        kept = self.decider.in_hand
        models = self.parts.models
        shown = models.queue.all if self._suggestions_shown else ()
        marks = marks_of(models.tags.all, shown, kept.id if kept else None)
        if (tag := self.by_hand.tag_in_hand) is not None:
            marks = (*marks, Mark(MarkKind.SHOWN, Span(tag.start, tag.end)))
        self.parts.text.show_marks(marks)

    def _reveal(self, span: Span) -> None:
        self._wanted = None
        self.parts.text.reveal(span)
        if len(span):
            self.parts.text.show_found([span])

    def _moved_to(self, suggestion_id: int) -> None:
        row = self.parts.models.queue.row_of(suggestion_id)
        kept = self.parts.models.queue.kept(-1 if row is None else row)
        if kept is not None:
            self.parts.text.reveal(Span(kept.suggestion.start, kept.suggestion.end))
            self._mark()

    def _moved_to_tag(self, _tag_id: int) -> None:
        if (tag := self.parts.tags.current) is not None:
            self.parts.text.reveal(Span(tag.start, tag.end))
            self._mark()

    def _scrolled(self, offset: int) -> None:
        if self._open is None:
            return
        page = self._open.text.page_at(offset)
        whole = len(self._open.text.pages)
        self.parts.page.setText(f"Page {page} of {number(whole)}" if page else "")
        row = self.parts.models.outline.row_at(offset)
        if row is not None:
            self.parts.outline.setCurrentIndex(self.parts.models.outline.index(row))

    def _to_section(self, row: int) -> None:
        if (section := self.parts.models.outline.section(row)) is not None:
            self.parts.text.reveal(Span(section.start, section.start))

    def hide_suggestions(self) -> None:
        """Hide the marks of suggestions in the text, or show them again."""
        self._suggestions_shown = not self._suggestions_shown
        self._mark()

    def _is_open(self, document_id: int) -> bool:
        return self._open is not None and self._open.document.id == document_id

    def _lay_out(self) -> None:
        for words, step in (("Previous", -1), ("Next", 1)):
            button = Button(self.look, words)
            button.clicked.connect(lambda _checked, step=step: self.next(step))
            self.buttons.addWidget(button)
        self._finish.clicked.connect(lambda _checked: self.finish())
        self.buttons.addWidget(self._finish)
        self.buttons.addWidget(cap("Ctrl+Enter"))
        self.body.addWidget(self.parts.put_together(), 1)
        parts = self.parts
        parts.queue.moved.connect(self._moved_to)
        parts.tags.moved.connect(self._moved_to_tag)
        parts.text.scrolled.connect(self._scrolled)
        parts.outline.chosen.connect(self._to_section)
        parts.tabs.currentChanged.connect(self._tab)

    def _tab(self, _index: int) -> None:
        self.parts.count()
        self._mark()


def _queue(session: Session) -> tuple[int, ...]:
    """Return the documents to tag, in the order of the Library."""
    return tuple(
        document.id
        for review in session.reading.library()
        if review.screened_out is None
        for document in review.documents
        if document.has_text and document.finished_at is None
    )


def _on_it(document_id: int, session: Session) -> OnIt:
    reading = session.reading
    return document_id, reading.suggestions(document_id), reading.tags(document_id)
