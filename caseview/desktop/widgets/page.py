"""The base of every view: title, one line of facts, buttons, body, panes for F6."""

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from caseview.desktop.desk import Desk
from caseview.desktop.models.printed import list_html
from caseview.desktop.places import Place, View
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.labels import OneLine, Voice
from caseview.desktop.widgets.panes import Pane, focus_next
from caseview.domain.changes import Changes

GAP = 10
MARGIN = 14


class Page(QWidget):
    """One view of the rail. A view fills `buttons` and `body` and overrides what it answers."""

    view: View
    name: str
    icon: str
    prints: QAbstractItemModel | None = None

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.look = desk.appearance
        self._stale = True
        self._here = Place(self.view)
        self.setAccessibleName(tr(self.name))
        self.title = OneLine(tr(self.name), Voice.TITLE, as_long_as_its_words=True)
        self.beside_title = QHBoxLayout()
        self.facts = OneLine("", Voice.SECONDARY)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        top = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(1)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.title)
        first.addLayout(self.beside_title)
        first.addStretch(1)
        words.addLayout(first)
        words.addWidget(self.facts)
        top.addLayout(words, 1)
        top.addLayout(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 10, MARGIN, GAP)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addLayout(self.body, 1)
        desk.events.changed.connect(self._changed)

    def place(self) -> Place:
        """Return where one is, to come back to it."""
        return self._here

    def arrive(self, place: Place) -> None:
        """Show a place of this view; called each time the view is gone to."""
        self._here = place
        if self._stale:
            self._stale = False
            self.refresh()

    def refresh(self) -> None:
        """Ask the casebook again for everything shown."""

    def reference(self) -> str:
        """Return the words selected with where they stand, to copy; "" where none are."""
        return ""

    def passage_here(self) -> tuple[int, int] | None:
        """Return the document and the offset in it that one is at, None where one is at none."""
        return None

    def printable(self) -> str:
        """Return what the view shows as HTML to print, "" where there is nothing to."""
        return list_html(self.name, self.prints, self.facts.words) if self.prints else ""

    def concerns(self, changes: Changes) -> bool:
        """Return whether these changes alter what the view shows."""
        return changes != Changes(changes.label)

    def find_here(self, step: int = 0) -> None:
        """Find words in what the view shows: begin (0), the next (1) or the one before (-1)."""

    def zoom(self, step: int) -> bool:  # noqa: ARG002 - for the views that have a size
        """Make what is shown larger (1), smaller (-1) or as it was (0), if it has its own size.

        Return whether it has; otherwise the size of the interface changes.
        """
        return False

    def focus_first(self) -> None:
        """Give the focus to the part one works in."""
        panes = self.panes()
        if panes and (widget := panes[min(1, len(panes) - 1)].first()) is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> tuple[Pane, ...]:
        """Return the panes in the order F6 goes round them: as they stand on screen."""
        return tuple(self.findChildren(Pane))

    def next_pane(self, step: int) -> None:
        """Move the focus to the next pane (1) or the one before (-1)."""
        focus_next(self.panes(), step)

    def _changed(self, changes: Changes) -> None:
        if not self.concerns(changes):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.update()
