"""The pane of figures besides the cross-tab: a picture, or its tables, and what they count."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from caseview.counting.framework import TITLE
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.handout import HandoutModel
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Segments
from caseview.desktop.widgets.charts.lines import LineChart
from caseview.desktop.widgets.charts.matrix import MatrixChart
from caseview.desktop.widgets.charts.painted import Painted
from caseview.desktop.widgets.charts.shares import ShareBars
from caseview.desktop.widgets.counted_words import CountedWords
from caseview.desktop.widgets.figure_sheet import FigureSheet
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.menu_choice import MenuChoice
from caseview.desktop.widgets.notices import Empty
from caseview.desktop.widgets.panes import Pane, row
from caseview.domain.english import English
from caseview.domain.handout import Drawing, FigureTable, Handout

PICTURE, TABLE = "picture", "table"
NOTHING_YET = English("Choose what to look at above.")


class FiguresPane(Pane):
    """Shows a Handout; `wanted(Behind)` asks for passages, `said(str)` tells what one is at.

    `copied()` tells that what is shown is to be copied.
    """

    wanted = Signal(object)
    said = Signal(str)
    copied = Signal()

    def __init__(self, look: Appearance) -> None:
        super().__init__(tr("Figures"), margins=1)
        self.handout: Handout | None = None
        self.model = HandoutModel()
        self.sheet = FigureSheet(look, self.model)
        self.pictures: dict[Drawing, Painted] = {
            Drawing.MATRIX: MatrixChart(look),
            Drawing.LINES: LineChart(look),
            Drawing.BARS: ShareBars(look),
        }
        self.switch = Segments(
            look, tr("Shown as"), [(PICTURE, tr("Picture")), (TABLE, tr("Table"))], compact=True
        )
        self.tables = MenuChoice(look, tr("Table"))
        self.base = CountedWords(look)
        self.head = QWidget()
        """The switch between picture and table, for whoever shows this pane to place."""
        self._nothing = Empty(look, NOTHING_YET)
        self._stack = QStackedWidget()
        self._lay_out()
        self.switch.chosen.connect(lambda _value: self._turn())
        self.tables.chosen.connect(lambda _name: self._show_table())
        self.sheet.wanted.connect(self.wanted)
        self.sheet.moved.connect(self.said)
        self.sheet.copied.connect(self.copied)
        for picture in self.pictures.values():
            picture.wanted.connect(self.wanted)
            picture.moved.connect(self.said)
            picture.copied.connect(self.copied)
        self.clear(tr(NOTHING_YET))

    @property
    def painted(self) -> Painted | None:
        """The picture in front, None while a table or nothing is."""
        if self.handout is None or self.handout.picture is None or self.switch.value == TABLE:
            return None
        return self.pictures[self.handout.picture.drawing]

    @property
    def table(self) -> FigureTable:
        """The table chosen."""
        return self.model.table

    def show_handout(self, handout: Handout) -> None:
        """Show figures: the table chosen before where there is one of its name."""
        self.handout = handout
        names = [table.title for table in handout.tables]
        self.tables.offer(names)
        before = self.tables.value
        self.tables.choose(before if before in names else names[handout.drawn])
        self.tables.setVisible(len(names) > 1 and self.switch.value == TABLE)
        if handout.picture is not None:
            self.pictures[handout.picture.drawing].show_picture(handout.picture)
        self._show_table()
        self._turn()

    def clear(self, words: str) -> None:
        """Show nothing, and say why."""
        self.handout = None
        self._nothing.say(words)
        self.base.say(())
        self._turn()

    def _show_table(self) -> None:
        if self.handout is None:
            return
        named = {table.title: table for table in self.handout.tables}
        table = named[self.tables.value]
        here = self.sheet.currentIndex()
        at = (here.row(), here.column()) if here.isValid() else None
        self.sheet.read = table.title == TITLE
        self.model.show(table)
        if at is not None and at[0] < self.model.rowCount() and at[1] < self.model.columnCount():
            self.sheet.setCurrentIndex(self.model.index(*at))
        self.base.say((*self.handout.lead, *table.notes, *self.handout.notes))

    def _turn(self) -> None:
        """Bring the picture or the table to the front."""
        some = self.handout is not None
        self.base.setVisible(some)
        self.tables.setVisible(some and self.tables.names[1:] != () and self.switch.value == TABLE)
        if not some:
            self._stack.setCurrentIndex(0)
            self.main = self._nothing
            return
        picture = self.painted
        drawn = list(self.pictures.values())
        self.switch.setEnabled(self.handout is not None and self.handout.picture is not None)
        self._stack.setCurrentIndex(1 if picture is None else 2 + drawn.index(picture))
        self.main = picture or self.sheet

    def _lay_out(self) -> None:
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.sheet)
        for picture in self.pictures.values():
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setWidget(picture)
            self._stack.addWidget(area)
        shown = label(tr("Shown as"), Voice.SECONDARY)
        self.head.setLayout(row(self.tables, shown, self.switch))
        self.column.setSpacing(0)
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(self.base)
