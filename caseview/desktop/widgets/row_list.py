"""What every list of painted rows has: its name, its model, and rows laid out again in time."""

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QListView
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import told
from caseview.desktop.widgets.enter import ENTERS, alone, entered


class RowList(QListView):
    """Shows the rows of a model; a delegate paints them, none is wider than the list.

    With `smooth` it scrolls by pixels, as rows of several lines need it.
    """

    def __init__(self, look: Appearance, name: str, *, smooth: bool = False) -> None:
        super().__init__()
        self.look = look
        self.setAccessibleName(told(name))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if smooth:
            self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        look.changed.connect(self.refit)

    def paint_rows(self, model: QAbstractItemModel, delegate: QAbstractItemDelegate) -> None:
        """Show the rows of a model as a delegate paints them; called once all is there for it."""
        self.setModel(model)
        self.setItemDelegate(delegate)

    def refit(self) -> None:
        """Lay the rows out again, as colours or sizes have changed."""
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


class OpeningList(RowList):
    """A list whose rows open: `opened(int)` tells the row of Enter or a double click."""

    opened = Signal(int)

    def __init__(self, look: Appearance, name: str, *, smooth: bool = False) -> None:
        super().__init__(look, name, smooth=smooth)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if entered(event):
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class CommandedList(OpeningList):
    """A list whose rows are decided by key: letters are commands, not the beginning of a name."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() and event.key() not in ENTERS and alone(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
