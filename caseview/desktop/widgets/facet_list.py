"""The list of facets at the left of a view: ticks with counts, by mouse and by Space."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from caseview.counting.wording import number
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.facets import FacetModel, FacetRole, Row, RowKind
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.enter import ENTERS
from caseview.desktop.widgets.painting import elided, focus_ring, paint_tick
from caseview.desktop.widgets.row_list import RowList
from caseview.domain.english import English

Index = QModelIndex | QPersistentModelIndex
_HEIGHTS = {RowKind.HEADING: 28, RowKind.CHOICE: 26, RowKind.MORE: 26}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Rows(QStyledItemDelegate):
    """Paints headings, ticks and counts."""

    def __init__(self, look: Appearance, model: FacetModel, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._model = model

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(FacetRole.ROW)
        return QSize(80, self._look.px(_HEIGHTS[row.kind]))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(FacetRole.ROW)
        place: QRect = option.rect.adjusted(2, 0, -4, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind is RowKind.HEADING:
            self._heading(painter, place, row)
        elif row.kind is RowKind.CHOICE:
            self._choice(painter, place, row, ticked=index.data(Qt.ItemDataRole.CheckStateRole))
        else:
            painter.setPen(self._look.colour("accent"))
            painter.setFont(self._look.font(12, QFont.Weight.Medium))
            painter.drawText(place.adjusted(25, 0, 0, 0), _LEFT, row.words)
        state = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, self._look, place)
        painter.restore()

    def _heading(self, painter: QPainter, place: QRect, row: Row) -> None:
        painter.setPen(self._look.colour("text3"))
        painter.setFont(self._look.font(11, QFont.Weight.DemiBold))
        ticked = tr("  {0} TICKED", number(row.count)) if row.count else ""
        painter.drawText(place, _LEFT, f"{row.words.upper()}{ticked}")
        arrow = "chevron-right" if self._model.is_closed(row.facet) else "chevron-down"
        side = self._look.px(14)
        painter.drawPixmap(
            place.right() - side,
            place.center().y() - side // 2,
            self._look.picture(arrow, "text2", 14),
        )

    def _choice(self, painter: QPainter, place: QRect, row: Row, *, ticked: Qt.CheckState) -> None:
        box = self._look.px(16)
        tick = QRect(place.left(), place.center().y() - box // 2, box, box)
        paint_tick(painter, self._look, tick, ticked=ticked == Qt.CheckState.Checked)
        painter.setPen(QPen(self._look.colour("text")))
        painter.setFont(self._look.font(13))
        room = place.adjusted(box + 8, 0, -self._look.px(28), 0)
        painter.drawText(room, _LEFT, elided(painter, row.words, room))
        painter.setPen(self._look.colour("text2"))
        painter.setFont(self._look.font(12))
        painter.drawText(place, _RIGHT, number(row.count))


class FacetList(RowList):
    """Shows a FacetModel; Space, Enter or a click acts on a row, ← and → close and open."""

    def __init__(
        self, look: Appearance, model: FacetModel, name: str = English("Narrow by")
    ) -> None:
        super().__init__(look, name)
        self._facets = model
        self.paint_rows(model, _Rows(look, model, self))
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.clicked.connect(model.act)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Space, *ENTERS}:
            row = self.currentIndex().row()
            self._facets.act(self.currentIndex())
            self.setCurrentIndex(self._facets.index(min(row, self._facets.rowCount() - 1)))
            return
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._facets.open(self.currentIndex(), shown=event.key() == Qt.Key.Key_Right)
            return
        super().keyPressEvent(event)
