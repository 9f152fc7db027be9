"""The pane about one review: its details, its documents and the themes found so far."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from caseview.counting.wording import number, several
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.themebook import Face, ThemeBook
from caseview.desktop.models.words import day
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.chips import ThemeLine, colour_of
from caseview.desktop.widgets.labels import OneLine, Voice, cap, label
from caseview.desktop.widgets.panes import Pane, emptied, line, row, scrolled
from caseview.domain.attribute import DetailName
from caseview.domain.document import Document
from caseview.domain.review import Review
from caseview.domain.tag import Tag

SHOWN = (
    DetailName.PUBLISHED,
    DetailName.DATE_OF_DEATH,
    DetailName.AREA,
    DetailName.POLICE_FORCE,
    DetailName.AGENCY,
    DetailName.HARM,
    DetailName.AGE,
    DetailName.SEX,
    DetailName.CORONER,
)
MOST_THEMES = 6
MOST_VALUES = 6
_DATES = {DetailName.PUBLISHED, DetailName.DATE_OF_DEATH}


class ReviewDetails(Pane):
    """About the review selected; `opened(int)` tells of a document to read."""

    opened = Signal(int)

    def __init__(self, look: Appearance, book: ThemeBook) -> None:
        super().__init__("About the review", margins=1)
        self._look = look
        self._book = book
        self._review: Review | None = None
        self.setFixedWidth(look.px(304))
        self._title = OneLine("", Voice.TITLE)
        self._kind = label("", Voice.PILL)
        self._board = OneLine("", Voice.SECONDARY)
        top, head = line()
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._board)
        head.addLayout(words, 1)
        head.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        self._about = QVBoxLayout(inside)
        self._about.setContentsMargins(12, 2, 10, 8)
        self._about.setSpacing(5)
        self._themes = QVBoxLayout()
        self._themes.setSpacing(6)
        self._open = Button(look, "Open in Reader", Role.PRIMARY, icon="book-open")
        self._open.clicked.connect(lambda _checked: self._open_first())
        foot, last = line("above")
        last.addLayout(row(self._open, cap("Enter"), None))
        self.column.setSpacing(0)
        self.column.addWidget(top)
        self.column.addWidget(scrolled(inside), 1)
        self.column.addWidget(foot)
        self.clear()

    def clear(self) -> None:
        """Show that no review is selected."""
        self._review = None
        self._title.say("No review selected")
        self._board.say("")
        self._kind.hide()
        self._open.setEnabled(False)
        emptied(self._about)

    def show_review(self, review: Review) -> None:
        """Show a review; its themes follow with `show_tags`."""
        self._review = review
        self._title.say(review.title)
        self._kind.setText(review.kind.label)
        self._kind.show()
        board = review.attribute(DetailName.BOARD)
        self._board.say(board[0] if board else "")
        self._open.setEnabled(any(document.has_text for document in review.documents))
        emptied(self._about)
        self._about.addWidget(label("DETAILS", Voice.CAPTION))
        self._about.addLayout(self._details(review))
        self._about.addSpacing(6)
        self._about.addWidget(label("DOCUMENTS IN THIS REVIEW", Voice.CAPTION))
        for document in review.documents:
            self._about.addWidget(self._document(document))
        self._about.addSpacing(6)
        self._themes = QVBoxLayout()
        self._themes.setSpacing(6)
        self._about.addLayout(self._themes)
        self._about.addStretch(1)

    def show_tags(self, review_id: int, tags: Sequence[Tag]) -> None:
        """Show the themes of the review's tags, if it is still the one selected."""
        if self._review is None or self._review.id != review_id:
            return
        emptied(self._themes)
        self._themes.addWidget(label("THEMES SO FAR", Voice.CAPTION))
        if not tags:
            self._themes.addWidget(label("No tags yet.", Voice.SECONDARY))
            return
        counts = Counter(tag.theme for tag in tags).most_common()
        faces = [(self._book.face(theme), n) for theme, n in counts]
        self._themes.addWidget(ThemeBar(self._look, faces))
        for face, n in faces[:MOST_THEMES]:
            self._themes.addWidget(ThemeLine(self._look, face, number(n)))

    def _details(self, review: Review) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, self._look.px(80))
        grid.setColumnStretch(1, 1)
        grid.addWidget(label("Year", Voice.SECONDARY), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(review.year or "not recorded"), 0, 1)
        for name in SHOWN:
            if found := review.attribute(name):
                values = [day(v) for v in found] if name in _DATES else list(found)
                more = len(values) - MOST_VALUES
                words = ", ".join(values[:MOST_VALUES]) + (f" and {more} more" if more > 0 else "")
                at = grid.rowCount()
                caption = label(name.label, Voice.SECONDARY)
                grid.addWidget(caption, at, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(label(words, wrap=True), at, 1)
        return grid

    def _document(self, document: Document) -> QWidget:
        state = "finished" if document.finished_at else f"{number(document.words)} words"
        if not document.has_text:
            state = "no text"
        facts = [several(document.pages, "page")] if document.pages else []
        button = Button(self._look, document.form.label, Role.LINK, icon="file-text")
        button.setToolTip(document.name)
        button.setAccessibleName(f"Open {document.form.label}: {document.name}")
        button.clicked.connect(lambda _checked, n=document.id: self.opened.emit(n))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        below: QLabel = OneLine(", ".join([*facts, state]), Voice.SECONDARY)
        below.setContentsMargins(28, 0, 0, 0)
        column.addWidget(below)
        return holder

    def _open_first(self) -> None:
        if self._review is not None:
            unfinished = [d for d in self._review.documents if d.has_text and not d.finished_at]
            self.opened.emit([*unfinished, *self._review.documents][0].id)


class ThemeBar(QWidget):
    """How the tags of a review share out over themes, in the colours of their groups."""

    def __init__(self, look: Appearance, faces: Sequence[tuple[Face, int]]) -> None:
        super().__init__()
        self._look = look
        self._faces = tuple(faces)
        self.setFixedHeight(look.px(8))
        said = ", ".join(f"{face.name} {n}" for face, n in self._faces)
        self.setAccessibleName(f"Tags by theme: {said}")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = sum(n for _, n in self._faces)
        left = 0
        for so_far, (face, n) in enumerate(self._faces):
            last = so_far == len(self._faces) - 1
            width = self.width() - left if last else round(self.width() * n / whole)
            edge = QColor(colour_of(self._look, face.position).edge)
            painter.fillRect(QRect(left, 0, max(1, width - 2), self.height()), edge)
            left += width
