"""The table or a chart of it, with what it counts below: one pane, one switch."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget

from caseview.counting.association_wording import association_sentences
from caseview.counting.wording import base_sentence, notes
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.chart import Drawn, chart_of
from caseview.desktop.models.crosstab import CrossTabModel
from caseview.desktop.tongue import several, told, tr
from caseview.desktop.widgets.buttons import Segments
from caseview.desktop.widgets.charts.shares import ShareBars
from caseview.desktop.widgets.heat_table import HeatTable
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.panes import Pane, line
from caseview.domain.crosstab import CellAddress
from caseview.domain.english import run_on

TABLE = "table"
WORDS = 3
"""How many lines of what was counted show; the rest is scrolled to."""


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
        self.base = label("", Voice.SECONDARY, wrap=True)
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
        foot, below = line("above")
        said = QScrollArea()
        said.setWidgetResizable(True)
        said.setFrameShape(QFrame.Shape.NoFrame)
        said.setWidget(self.base)
        said.viewport().setAutoFillBackground(False)
        self.base.setAutoFillBackground(False)
        said.setAccessibleName(tr("How this was counted"))
        said.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._look, self._said = look, said
        below.addWidget(said, 1)
        self.column.addWidget(foot)
        look.changed.connect(self._measure)
        self._measure()
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

    def _measure(self) -> None:
        """Keep the words below to a few lines: the numbers come first, the rest is scrolled to."""
        lines = QFontMetrics(self._look.font(12)).lineSpacing() * WORDS
        self._said.setFixedHeight(lines + 2)

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
        self.base.setText(told(run_on(said)))

    def draw(self) -> None:
        """Show the table, or draw its chart about the cell gone to."""
        value, counted = self.switch.value, self._model.table
        charted = value != TABLE and counted is not None
        self._stack.setCurrentIndex(1 if charted else 0)
        self.turned.emit(charted)
        if charted and counted is not None:
            at = self._model.address(self._table.currentIndex()) or CellAddress(None, None)
            self.bars.show_picture(chart_of(counted, Drawn(value), at))
