"""The import as it runs: how far, how many came to which end, and what became of each file."""

import time
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from caseview.counting.wording import number, several
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.dialogs.frame import Dialog
from caseview.desktop.models.outcomes import (
    ICONS,
    OUTCOME,
    WORDS,
    OutcomeModel,
    summed_up,
)
from caseview.desktop.widgets.buttons import Segments
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.painting import elided, is_selected, paint_row, place_of
from caseview.desktop.widgets.panes import Pane, row
from caseview.domain.outcome import ImportOutcome, OutcomeKind

WIDTHS = (128, 280)
ROW = 34
Index = QModelIndex | QPersistentModelIndex


class ImportDialog(Dialog):
    """Follows an import; closing it leaves the import running."""

    def __init__(
        self, parent: QWidget, look: Appearance, whence: str, stop: Callable[[], object]
    ) -> None:
        super().__init__(parent, look, f"Importing from “{whence}”")
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self.resize(look.px(860), look.px(560))
        self.model = OutcomeModel()
        self._begun = time.monotonic()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Files read")
        self._numbers = {kind: label("0", Voice.NUMBER) for kind in OutcomeKind}
        self._waiting = label("0", Voice.NUMBER)
        choices = [("all", "All 0"), ("needs", "Needs you 0")]
        self._which = Segments(look, "Show files", choices)
        self._which.chosen.connect(lambda which: self.model.only_needs_you(on=which == "needs"))
        self._table = self._made_table()
        self._lay_out()
        self._stop = self.offer("Stop after this file", stop)
        self._go_on = self.offer("Work while it runs", self.hide, primary=True)
        self.words.show()

    def tell(self, outcome: ImportOutcome, done: int, total: int) -> None:
        """Show what became of one more file."""
        self.model.add(outcome)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count(total - done)
        self.words.setText(
            f"{number(done)} of {number(total)} read. {self._left(done, total)}"
            "You can carry on working while this runs."
        )

    def end(self, *, stopped: bool) -> None:
        """Show that the import is over."""
        self._count(0)
        counts = self.model.counts
        if stopped:
            self.words.setText(
                f"Stopped. {several(counts[OutcomeKind.IMPORTED], 'file')} are in and safe. Import "
                "the same folder again to carry on: those will be skipped."
            )
        else:
            self.words.setText(summed_up(counts))
        self._stop.setEnabled(False)
        self._go_on.say("Close")

    def _count(self, waiting: int) -> None:
        for kind, count in self.model.counts.items():
            self._numbers[kind].setText(number(count))
        self._waiting.setText(number(waiting))
        whole = sum(self.model.counts.values())
        self._which.reword({
            "all": f"All {number(whole)}",
            "needs": f"Needs you {number(self.model.needing_you)}",
        })

    def _left(self, done: int, total: int) -> str:
        spent = time.monotonic() - self._begun
        left = spent / done * (total - done)
        if spent < 2 or left < 5:  # noqa: PLR2004 - seconds too few to be worth words
            return ""
        if left < 90:  # noqa: PLR2004 - seconds as long as they read well
            return f"About {round(left / 5) * 5} seconds left. "
        return f"About {several(round(left / 60), 'minute')} left. "

    def _lay_out(self) -> None:
        cards = QHBoxLayout()
        cards.setSpacing(8)
        for kind, figure in self._numbers.items():
            cards.addWidget(self._card(WORDS[kind].lower(), figure))
        cards.addWidget(self._card("waiting", self._waiting))
        self.body.addWidget(self._bar)
        self.body.addLayout(cards)
        self.body.addLayout(
            row(label("What happened to each file", Voice.STRONG), None, self._which)
        )
        holder = Pane("What happened to each file", margins=1)
        holder.column.addWidget(self._table)
        self.body.addWidget(holder, 1)

    def _card(self, words: str, figure: QWidget) -> QWidget:
        card = Pane(words, margins=8)
        inside = QVBoxLayout()
        inside.setSpacing(0)
        inside.addWidget(figure)
        inside.addWidget(label(words, Voice.SECONDARY))
        card.column.addLayout(inside)
        return card

    def _made_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setItemDelegate(_Rows(self.look, table))
        table.setAccessibleName("What happened to each file")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.horizontalHeader().hide()
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.look.px(ROW))
        for column, width in enumerate(WIDTHS):
            table.setColumnWidth(column, self.look.px(width))
        last = len(WIDTHS)
        table.horizontalHeader().setSectionResizeMode(last, QHeaderView.ResizeMode.Stretch)
        return table


class _Rows(QStyledItemDelegate):
    """Paints an outcome: its icon and word, the file, what is said of it."""

    def __init__(self, look: Appearance, view: QTableView) -> None:
        super().__init__(view)
        self._look = look

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        outcome: ImportOutcome = index.data(OUTCOME)
        place = place_of(option)
        painter.save()
        paint_row(painter, self._look, place, selected=is_selected(option))
        room = place.adjusted(10, 0, -8, 0)
        if index.column() == 0:
            icon, colour = ICONS[outcome.outcome]
            side = self._look.px(16)
            picture = self._look.picture(icon, colour, 16)
            painter.drawPixmap(room.left(), room.center().y() - side // 2, picture)
            room = room.adjusted(side + 8, 0, 0, 0)
        weight = QFont.Weight.DemiBold if index.column() == 0 else QFont.Weight.Normal
        painter.setFont(self._look.font(13, weight))
        painter.setPen(self._look.colour("text2" if index.column() == len(WIDTHS) else "text"))
        words = index.data(Qt.ItemDataRole.DisplayRole)
        across = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, across, elided(painter, words, room))
        painter.restore()
