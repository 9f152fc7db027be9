"""The text of a document: read-only words with marks under them and stripes beside them."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.offsets import Offsets
from caseview.desktop.models.reading import Mark
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.lit_words import LitWords
from caseview.desktop.widgets.margin import Margin
from caseview.desktop.widgets.tick_bar import Tick, TickBar
from caseview.domain.document import DocumentText, ParagraphStyle
from caseview.domain.span import Span

SIDE = 24
MARGIN = 150
MEASURE = 34


class ReadingView(QPlainTextEdit):
    """Shows a DocumentText; offsets in and out are code points of its text.

    `scrolled(int)` tells the offset at the top of the view.
    """

    scrolled = Signal(int)

    def __init__(self, look: Appearance, book: ThemeBook) -> None:
        super().__init__()
        self._look = look
        self._book = book
        self._text = DocumentText("")
        self._offsets = Offsets("")
        self._lit = LitWords(look, book, self._cursor)
        self._ticked: dict[Mark, Tick] = {}
        self.setReadOnly(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setAccessibleName(tr("Text of the document"))
        self.ticks = TickBar(look, book)
        self.setVerticalScrollBar(self.ticks)
        self._ticking = QTimer(self)  # after what a key shows at once
        self._ticking.setSingleShot(True)
        self._ticking.setInterval(0)
        self._ticking.timeout.connect(self._tick)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.margin = Margin(look, book, self, self)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        look.changed.connect(self._relook)
        self._relook()

    def show_text(self, text: DocumentText) -> None:
        """Show the words of a document from their beginning."""
        self._text = text
        self._offsets = Offsets(text.text)
        self._lit.marks = self._lit.found = ()
        self._lit.forget()
        self._ticked.clear()
        self.setCurrentCharFormat(QTextCharFormat())  # else an empty text leaves its small type
        self.setPlainText(text.text)
        self._dress_paragraphs()
        self._highlight()
        self.margin.show_marks(())
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks in place of those there were; the same ones again cost nothing."""
        fresh = tuple(marks)
        if fresh == self._lit.marks:
            return
        self._lit.marks = fresh
        self._highlight()
        self.margin.show_marks(fresh)
        self._ticking.start()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks shown."""
        return self._lit.marks

    @property
    def found(self) -> tuple[Span, ...]:
        """The stretches shown as found."""
        return self._lit.found

    def show_found(self, spans: Sequence[Span], here: Span | None = None) -> None:
        """Show stretches as words found; the one gone to stands out."""
        self._lit.found = tuple(spans)
        self._lit.found_here = here
        self._highlight()

    def reveal(self, span: Span) -> None:
        """Scroll so that a stretch is in view with lines before it, and put the cursor there."""
        cursor = self._cursor(Span(span.start, span.start))
        self.setTextCursor(cursor)
        block = cursor.block()
        line = block.layout().lineForTextPosition(cursor.position() - block.position())
        above = max(0, line.lineNumber()) if line.isValid() else 0
        top = block.firstLineNumber() + above - max(2, self._lines_shown() // 4)
        self.verticalScrollBar().setValue(max(0, top))

    def selection(self) -> Span | None:
        """Return what is selected, None when nothing is."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return Span(
            self._offsets.from_qt(cursor.selectionStart()),
            self._offsets.from_qt(cursor.selectionEnd()),
        )

    def select(self, span: Span) -> None:
        """Select a stretch."""
        self.setTextCursor(self._cursor(span))

    @property
    def here(self) -> int:
        """The offset of the text cursor."""
        return self._offsets.from_qt(self.textCursor().position())

    def offset(self, down: float = 0.0) -> int:
        """Return the offset of the words at a part of the view's height from its top, 0 to 1."""
        place = self.viewport().rect()
        point = QPoint(place.left(), place.top() + round(place.height() * down))
        return self._offsets.from_qt(self.cursorForPosition(point).position())

    def visible(self) -> Span:
        """Return the stretch of text in view."""
        last = self.cursorForPosition(self.viewport().rect().bottomLeft()).block()
        end = self._offsets.from_qt(last.position() + last.length() - 1)
        start = self._offsets.from_qt(self.firstVisibleBlock().position())
        return Span(start, max(start, end))

    def stripe(self, span: Span) -> tuple[int, int]:
        """Return top and bottom in the viewport of a stretch that is in view."""
        first, last = self._cursor(Span(span.start, span.start)), self._cursor(span)
        return self.cursorRect(first).top(), self.cursorRect(last).bottom()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if not self._lit.holds(self.visible()):
            self._highlight()
        self._ticked.clear()
        self._ticking.start()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = 1 if event.angleDelta().y() > 0 else -1
            self._look.resize_reading(self._look.reading_size + step)
            return
        super().wheelEvent(event)

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._offsets.to_qt(span.start))
        cursor.setPosition(self._offsets.to_qt(span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _lines_shown(self) -> int:
        return max(1, self.viewport().height() // max(1, self.fontMetrics().height()))

    def _dress_paragraphs(self) -> None:
        """Set headings apart and close up the empty lines between paragraphs."""
        headings = {
            self._offsets.to_qt(paragraph.start)
            for paragraph in self._text.paragraphs
            if paragraph.style is ParagraphStyle.HEADING
        }
        strong, gap = QTextCharFormat(), QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        small = self._look.reading_font()
        small.setPixelSize(max(4, self._look.px(self._look.reading_size) * 2 // 5))
        gap.setFont(small)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        block = self.document().begin()
        while block.isValid():
            cursor.setPosition(block.position())
            if block.length() == 1:
                cursor.setBlockCharFormat(gap)
            elif block.position() in headings:
                cursor.movePosition(
                    QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
                )
                cursor.mergeCharFormat(strong)
            block = block.next()
        cursor.endEditBlock()

    def _highlight(self) -> None:
        self.setExtraSelections(self._lit.selections(self.visible()))

    def _tick(self) -> None:
        """Put ticks on the scroll bar; lines are counted once for each mark."""
        before, self._ticked = self._ticked, {}
        lines = max(1, self.document().lineCount())
        for mark in self._lit.marks:
            self._ticked[mark] = before.get(mark) or Tick(self._line_of(mark) / lines, mark)
        self.ticks.show_ticks(self._ticked.values())

    def _line_of(self, mark: Mark) -> int:
        return self.document().findBlock(self._offsets.to_qt(mark.span.start)).firstLineNumber()

    def _relook(self) -> None:
        self.setFont(self._look.reading_font())
        self.document().setDefaultFont(self._look.reading_font())
        self.setTabStopDistance(self._look.px(28))
        if self._text.text:
            self._dress_paragraphs()
        self._lit.forget()
        self._ticked.clear()
        self._highlight()
        self._arrange()
        self.margin.update()
        self._ticking.start()

    def _arrange(self) -> None:
        """Keep lines short enough to read, with the margin at their right."""
        wide = self.width() > self._look.px(430)
        margin = self._look.px(MARGIN) if wide else self._look.px(26)
        bar = self.verticalScrollBar().sizeHint().width()
        longest = self._look.px(self._look.reading_size) * MEASURE
        free = max(0, self.width() - margin - bar - longest - SIDE)
        self.setViewportMargins(SIDE + free // 3, 8, margin + free - free // 3, 0)
        place = self.viewport().geometry()
        self.margin.setGeometry(QRect(place.right() + 8, place.top(), margin - 8, place.height()))
        self.margin.set_words(shown=wide)
        laid_out = self.document().documentLayout().documentSize().width()
        if laid_out > self.viewport().width() + 1:  # Qt misses a width that came while hidden
            self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
            self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)

    def _moved(self) -> None:
        if not self._lit.holds(self.visible()):
            self._highlight()
        self.margin.update()
        self.scrolled.emit(self.offset())
