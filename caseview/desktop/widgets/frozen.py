"""Tables of numbers whose first column stays where it is while the others scroll sideways."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
)
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.widgets.enter import entered


class FrozenColumn(QTableView):
    """Lies over column 0 of a table and scrolls up and down with it; it never takes the focus."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(table.itemDelegate())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(table.verticalScrollMode())
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        table.viewport().installEventFilter(self)
        table.model().modelReset.connect(self.follow)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.follow()
        return super().eventFilter(watched, event)

    def follow(self) -> None:
        """Take the place and the measures of the table's first column; hide while all fit."""
        table = self._table
        needed = sum(table.columnWidth(n) for n in range(table.model().columnCount()))
        self.setVisible(needed > table.viewport().width())
        for column in range(1, table.model().columnCount()):
            self.setColumnHidden(column, True)  # noqa: FBT003 - Qt's own
        self.setColumnWidth(0, table.columnWidth(0))
        self.horizontalHeader().setFixedHeight(table.horizontalHeader().height())
        self.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        high = table.horizontalHeader().height() + table.viewport().height()
        self.setGeometry(0, 0, table.columnWidth(0), high)
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())


class NumberTable(QTableView):
    """A table of numbers one walks through cell by cell, its names always in view.

    `copied()` tells that the table is to be copied. Who lays the columns out overrides `measure`
    and calls `names.follow` when done.
    """

    copied = Signal()

    def __init__(self, look: Appearance, model: QAbstractItemModel, name: str) -> None:
        super().__init__()
        self.look = look
        self.setModel(model)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.names = FrozenColumn(self)
        self.clicked.connect(lambda _index: self.open_here())
        model.modelReset.connect(self.measure)
        look.changed.connect(self.measure)

    def open_here(self) -> None:
        """Ask for what is behind the cell gone to."""

    def measure(self) -> None:
        """Give rows and columns their sizes."""

    @override
    def setItemDelegate(self, delegate: QAbstractItemDelegate, /) -> None:
        """Paint the cells, those of the names that stay in view too."""
        super().setItemDelegate(delegate)
        self.names.setItemDelegate(delegate)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if entered(event):
            self.open_here()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        else:
            super().keyPressEvent(event)
