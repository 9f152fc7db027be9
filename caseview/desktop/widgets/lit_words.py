"""What is drawn on the words of a text: marks and words found, where they are near what is seen."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.reading import Mark, MarkKind
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.widgets.chips import colour_of
from caseview.domain.span import Span

AHEAD = 10_000
"""How many characters before and after what is in view are drawn too."""
_LINES = {
    MarkKind.TAG: QTextCharFormat.UnderlineStyle.SingleUnderline,
    MarkKind.SUGGESTED: QTextCharFormat.UnderlineStyle.DashUnderline,
    MarkKind.DECIDING: QTextCharFormat.UnderlineStyle.DashUnderline,
}


class LitWords:
    """Makes the selections that show marks and words found; `cursor` selects a stretch.

    A long document has thousands of marks, and a key that decides one shows at once only because
    those far away are left until they come near.
    """

    def __init__(
        self, look: Appearance, book: ThemeBook, cursor: Callable[[Span], QTextCursor]
    ) -> None:
        self._look = look
        self._book = book
        self._cursor = cursor
        self._made: dict[Mark, QTextEdit.ExtraSelection] = {}
        self._near = Span(0, 0)
        self.marks: tuple[Mark, ...] = ()
        self.found: tuple[Span, ...] = ()
        self.found_here: Span | None = None

    def forget(self) -> None:
        """Make all selections anew, as the text or its look is another."""
        self._made.clear()

    def holds(self, seen: Span) -> bool:
        """Return whether what was last made covers what is in view now."""
        return self._near.start <= seen.start and seen.end <= self._near.end

    def selections(self, seen: Span) -> list[QTextEdit.ExtraSelection]:
        """Return what to draw where this stretch is in view."""
        self._near = near = Span(max(0, seen.start - AHEAD), seen.end + AHEAD)
        before, self._made = self._made, {}
        for mark in self.marks:
            if mark.span.start <= near.end and mark.span.end >= near.start:
                self._made[mark] = before.get(mark) or self._marked(mark)
        return [*self._made.values(), *self._found_near(near)]

    def _found_near(self, near: Span) -> Iterator[QTextEdit.ExtraSelection]:
        for span in self.found:
            if span.start > near.end or span.end < near.start:
                continue
            form = QTextCharFormat()
            form.setBackground(self._look.colour("found"))
            if span == self.found_here:
                form.setBackground(self._look.colour("accent"))
                form.setForeground(self._look.colour("on_accent"))
            yield self._selection(span, form)

    def _marked(self, mark: Mark) -> QTextEdit.ExtraSelection:
        colours = colour_of(self._look, self._book.face(mark.theme).position)
        form = QTextCharFormat()
        if mark.kind is MarkKind.TAG:
            form.setBackground(QColor(colours.tint))
        elif mark.kind in {MarkKind.DECIDING, MarkKind.SHOWN}:
            form.setBackground(self._look.colour("found"))
        if mark.kind in _LINES:
            form.setUnderlineStyle(_LINES[mark.kind])
            form.setUnderlineColor(QColor(colours.edge))
        return self._selection(mark.span, form)

    def _selection(self, span: Span, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = self._cursor(span)
        made.format = form
        return made
