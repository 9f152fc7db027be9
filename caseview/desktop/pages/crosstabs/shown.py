"""The table or a chart of it, with what it counts below: one pane, one switch."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget

from caseview.counting.association_wording import association_sentences
from caseview.counting.wording import base_sentence, notes
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.chart import Drawn, chart_of
from caseview.desktop.models.crosstab import CrossTabModel
from caseview.desktop.tongue import several, tr
from caseview.desktop.widgets.buttons import Segments
from caseview.desktop.widgets.charts.shares import ShareBars
from caseview.desktop.widgets.counted_words import CountedWords
from caseview.desktop.widgets.heat_table import HeatTable
from caseview.desktop.widgets.panes import Pane
from caseview.domain.crosstab import CellAddress

TABLE = "table"


class Shown(Pane):
    """Shows the table of a model or a chart; `wanted(CellAddress)` asks for a bar's passages.

    `said(str)` tells what one is at, `turned(bool)` whether bars are in front.
    """

    wanted = Signal(object)
    said = Signal(str)
    turned = Signal(bool)

    def __init__(self, look: Appearance, model: CrossTabModel, table: HeatTable) -> None:
        super().__init__(tr("Cross-tab"), margins=1)
        self._model, self._table = model, table
        self.main = table
        self.bars = ShareBars(look)
        self.base = CountedWords(look)
        offers = [(TABLE, tr("Table")), *((one.value, one.words.capitalize()) for one in Drawn)]
        self.switch = Segments(look, tr("Shown as"), offers, compact=True)
        self._stack = QStackedWidget()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self.bars)
        for widget in (table, scroll):
            self._stack.addWidget(widget)
        self.column.setSpacing(0)
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(self.base)
        self.switch.chosen.connect(lambda _value: self.draw())
        self.bars.wanted.connect(lambda behind: self.wanted.emit(behind.address))
        self.bars.moved.connect(self.said)
        table.moved.connect(self._speak)
        model.modelReset.connect(self.draw)
        model.dataChanged.connect(lambda *_: self.draw())

    @property
    def drawn(self) -> ShareBars | None:
        """The bars in front, None where the table is."""
        return self.bars if self._stack.currentIndex() else None

    def _speak(self) -> None:
        index = self._table.currentIndex()
        if self._model.address(index) is not None:
            words = index.data(Qt.ItemDataRole.AccessibleTextRole)
            self.said.emit(tr("{0}  ·  Enter shows the evidence", words))

    def say_base(self) -> None:
        """Say below what is counted, what differs and what is not shown."""
        if (table := self._model.table) is None:
            return
        seen = self._model.seen or table
        differ = association_sentences(table, self._model.tests)
        said = [base_sentence(seen), *differ, *notes(seen)]
        if hidden := self._model.hidden:
            said.append(tr("{0} without a number not shown.", several(hidden, "row")))
        self.base.say(said)

    def draw(self) -> None:
        """Show the table, or draw its chart about the cell gone to."""
        value, counted = self.switch.value, self._model.table
        charted = value != TABLE and counted is not None
        self._stack.setCurrentIndex(1 if charted else 0)
        self.turned.emit(charted)
        if charted and counted is not None:
            at = self._model.address(self._table.currentIndex()) or CellAddress(None, None)
            self.bars.show_picture(chart_of(counted, Drawn(value), at))
