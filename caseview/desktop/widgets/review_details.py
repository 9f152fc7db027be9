"""The pane about one review: its details, its documents and the themes found so far."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from caseview.counting.wording import number
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.details import DATES, EDITED, Work, guessed, short_title
from caseview.desktop.models.library import to_read
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.models.words import day
from caseview.desktop.tongue import several, told, tr
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.details_form import DetailsForm
from caseview.desktop.widgets.labels import OneLine, Voice, cap, label
from caseview.desktop.widgets.panes import Pane, emptied, line, row, scrolled
from caseview.desktop.widgets.review_themes import themes_so_far
from caseview.domain.attribute import Detail, DetailName
from caseview.domain.document import Document
from caseview.domain.review import Review

MOST_VALUES = 6


class ReviewDetails(Pane):
    """About the reviews selected; one is shown, several can be edited at once.

    `opened(int)` tells of a document to read, `removed(Document)` of one to remove, `edited(dict)`
    the values typed, `recast(Recast)` another type, `confirmed()` that the guesses are right,
    `screened(bool)` out or back in, `grouped()` that the reviews are one, `parted(int)` that a
    document is a review of its own.
    """

    opened = Signal(int)
    removed = Signal(object)
    edited = Signal(object)
    recast = Signal(object)
    grouped = Signal()
    parted = Signal(int)
    confirmed = Signal()
    screened = Signal(bool)

    def __init__(self, look: Appearance, book: ThemeBook) -> None:
        super().__init__(tr("About the review"), margins=1)
        self.setFixedWidth(look.px(304))
        self._look = look
        self._book = book
        self._reviews: tuple[Review, ...] = ()
        self.known: Mapping[DetailName, Sequence[str]] = {}
        self._title = OneLine("", Voice.TITLE)
        self._kind = label("", Voice.PILL)
        self._board = OneLine("", Voice.SECONDARY)
        self._stack = QStackedWidget()
        self._form: DetailsForm | None = None
        self._about = QVBoxLayout()
        self._below: dict[int, OneLine] = {}
        self._themes = QVBoxLayout()
        self._open = Button(look, tr("Open in Reader"), Role.PRIMARY, icon="book-open")
        self._open.clicked.connect(lambda _checked: self._open_first())
        self._lay_out()
        self.clear()

    @property
    def editing(self) -> bool:
        """Whether the fields are open."""
        return self._form is not None

    def clear(self) -> None:
        """Show that no review is selected."""
        self._reviews = ()
        self.leave()
        self._title.say(tr("No review selected"))
        self._board.say("")
        self._kind.hide()
        self._open.setEnabled(False)
        emptied(self._about)

    def show_reviews(self, reviews: Sequence[Review]) -> None:
        """Show the reviews selected; the work on a single one follows with `show_work`."""
        if self.editing and [r.id for r in reviews] == [r.id for r in self._reviews]:
            return
        self.leave()
        self._reviews = tuple(reviews)
        self._below.clear()
        emptied(self._about)
        if len(self._reviews) == 1:
            self._show_one(self._reviews[0])
        else:
            self._show_several()
        self._about.addStretch(1)

    def show_work(self, work: Work) -> None:
        """Show how far a review has come, if it is still the one selected."""
        if len(self._reviews) != 1 or self._reviews[0].id != work.review_id:
            return
        for document in self._reviews[0].documents:
            if document.id in self._below:
                self._below[document.id].say(_facts(document, work.waiting[document.id]))
        emptied(self._themes)
        themes_so_far(self._themes, self._look, self._book, work)

    def edit(self) -> None:
        """Open the fields of the reviews selected."""
        if not self._reviews or self.editing:
            return
        form = DetailsForm(self._look, self._reviews, self.known)
        form.recast.connect(self.recast)
        form.saved.connect(self._saved)
        form.left.connect(self.leave)
        self._form = form
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        self._foot.hide()
        form.begin()

    def leave(self) -> None:
        """Close the fields and change nothing."""
        if self._form is not None:
            self._stack.removeWidget(self._form)
            self._form.deleteLater()
            self._form = None
            self._foot.show()

    def _saved(self, values: object) -> None:
        self.leave()
        self.edited.emit(values)

    def _lay_out(self) -> None:
        top, head = line()
        words = QVBoxLayout()
        words.setSpacing(1)
        first = row()
        first.addWidget(self._title, 1)
        first.addWidget(self._kind)
        words.addLayout(first)
        words.addWidget(self._board)
        head.addLayout(words, 1)
        inside = QWidget()
        self._about = QVBoxLayout(inside)
        self._about.setContentsMargins(12, 10, 10, 8)
        self._about.setSpacing(5)
        self._foot, last = line("above")
        last.addLayout(row(self._open, cap("Enter"), None))
        self._stack.addWidget(scrolled(inside))
        self.column.setSpacing(0)
        self.column.addWidget(top)
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(self._foot)

    def _show_several(self) -> None:
        self._title.say(tr("{0} selected", several(len(self._reviews), "review")))
        self._board.say(tr("Give them the same year, area or agency at once."))
        self._kind.hide()
        self._open.setEnabled(False)
        acts: list[tuple[str, str, object]] = [
            (tr("Edit details of all"), "pencil", self.edit),
            (tr("Group into one review"), "layers", self.grouped.emit),
        ]
        inside = [one for one in self._reviews if one.screened_out is None]
        if unsure := sum(len(guessed(one, name)) for one in inside for name in EDITED):
            words = tr("Confirm {0}", several(unsure, "guessed detail"))
            acts.append((words, "check", self.confirmed.emit))
        if inside:
            acts.append((tr("Screen all out…"), "circle-minus", self._screen_out))
        if len(inside) < len(self._reviews):
            acts.append((tr("Screen all back in"), "circle-plus", self._screen_in))
        for words, icon, act in acts:
            self._about.addWidget(self._link(words, icon, act), 0, Qt.AlignmentFlag.AlignLeft)

    def _show_one(self, review: Review) -> None:
        self._title.say(short_title(review))
        self._kind.setText(told(review.kind.label))
        self._kind.show()
        board = review.attribute(DetailName.BOARD)
        self._board.say(board[0] if board else "")
        self._open.setEnabled(any(document.can_be_read for document in review.documents))
        self._about.addWidget(label(tr("DETAILS"), Voice.CAPTION))
        self._about.addLayout(self._details(review))
        acts = row(self._link(tr("Edit details"), "pencil", self.edit), spacing=2)
        if any(guessed(review, name) for name in EDITED):
            acts.addWidget(self._link(tr("Confirm all"), "check", self.confirmed.emit))
        acts.addStretch(1)
        self._about.addLayout(acts)
        self._about.addWidget(label(tr("DOCUMENTS IN THIS REVIEW"), Voice.CAPTION))
        for document in review.documents:
            self._about.addWidget(self._document(document))
        self._about.addSpacing(4)
        self._themes = QVBoxLayout()
        self._themes.setSpacing(6)
        self._about.addLayout(self._themes)
        self._about.addSpacing(4)
        self._screening(review)

    def _screening(self, review: Review) -> None:
        if review.screened_out is None:
            out = self._link(tr("Screen out…"), "circle-minus", self._screen_out)
            self._about.addWidget(out, 0, Qt.AlignmentFlag.AlignLeft)
            return
        said = tr("Screened out: {0}", review.screened_out)
        self._about.addWidget(label(said, Voice.STRONG, wrap=True))
        back = self._link(tr("Screen back in"), "circle-plus", self._screen_in)
        self._about.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)

    def _screen_out(self) -> None:
        self.screened.emit(True)  # noqa: FBT003 - a signal's own argument

    def _screen_in(self) -> None:
        self.screened.emit(False)  # noqa: FBT003

    def _link(self, words: str, icon: str, act: object) -> Button:
        button = Button(self._look, words, Role.LINK, icon=icon)
        button.clicked.connect(lambda _checked: act())  # type: ignore[operator]  # a bound call
        return button

    def _details(self, review: Review) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, self._look.px(80))
        grid.setColumnStretch(1, 1)
        if not review.attribute(DetailName.PUBLISHED):
            grid.addWidget(label(tr("Year"), Voice.SECONDARY), 0, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(review.year or tr("not recorded")), 0, 1)
        for name in EDITED:
            found = review.attribute(name)
            if found and name is not DetailName.BOARD:  # it stands under the title
                values = [day(v) for v in found] if name in DATES else list(found)
                more = len(values) - MOST_VALUES
                words = ", ".join(values[:MOST_VALUES]) + (
                    tr(" and {0} more", more) if more > 0 else ""
                )
                at = grid.rowCount()
                caption = label(told(name.label), Voice.SECONDARY)
                grid.addWidget(caption, at, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(self._value(words, guessed(review, name)), at, 1)
        return grid

    def _value(self, words: str, unsure: Sequence[Detail]) -> QLabel:
        """Return a value; what nobody has confirmed is violet and ends in "?"."""
        if not unsure:
            return label(words, wrap=True)
        made = label(f"{words} ?", Voice.GUESS, wrap=True)
        sources = [detail.text for detail in unsure if detail.text]
        read = tr("Read from “{0}”. ", sources[0]) if sources else tr("CaseView’s guess. ")
        made.setToolTip(tr("{0}Nobody has confirmed it yet.", read))
        return made

    def _document(self, document: Document) -> QWidget:
        button = Button(self._look, told(document.form.label), Role.LINK, icon="file-text")
        button.setToolTip(document.name)
        button.setAccessibleName(tr("Open {0}: {1}", told(document.form.label), document.name))
        button.clicked.connect(lambda _checked, n=document.id: self.opened.emit(n))
        remove = Button(self._look, tr("Remove…"), Role.LINK)
        remove.setAccessibleName(tr("Remove {0}: {1}", told(document.form.label), document.name))
        remove.clicked.connect(lambda _checked: self.removed.emit(document))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        below = OneLine(_facts(document, 0), Voice.SECONDARY)
        below.setContentsMargins(28, 0, 0, 0)
        self._below[document.id] = below
        column.addLayout(row(button, None, remove))
        under = row()
        under.addWidget(below, 1)
        if len(self._reviews[0].documents) > 1:
            part = Button(self._look, tr("Part"), Role.LINK)
            part.setToolTip(tr("Make this document a review of its own. You can undo this."))
            part.setAccessibleName(tr("Make {0} a review of its own", document.name))
            part.clicked.connect(lambda _checked, n=document.id: self.parted.emit(n))
            under.addWidget(part)
        column.addLayout(under)
        return holder

    def _open_first(self) -> None:
        if len(self._reviews) == 1 and (wanted := to_read(self._reviews[0])) is not None:
            self.opened.emit(wanted)


def _facts(document: Document, waiting: int) -> str:
    ending = document.name.rpartition(".")[2].upper() if "." in document.name else ""
    parts = [ending, several(document.pages, "page") if document.pages else ""]
    if not document.has_text:
        parts.append(tr("no text"))
    elif not document.pages:
        parts.append(tr("{0} words", number(document.words)))
    if document.finished_at:
        parts.append(tr("finished"))
    elif waiting:
        parts.append(tr("{0} to decide", number(waiting)))
    return ", ".join(part for part in parts if part)
