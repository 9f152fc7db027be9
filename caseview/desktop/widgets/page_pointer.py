"""The mouse on printed pages: words chosen by dragging, a sentence by a double click."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseview.domain.span import Span


class PagePointer(QObject):
    """Watches `area`; `offset_at` answers which offset stands at a point of it.

    `pressed(QPointF)` tells where a button went down; `picked(Span)` the words chosen, an empty
    stretch for a place; `pointed(int)` the place of a double click; `turned(int)` the wheel with
    Ctrl, 1 for larger and -1 for smaller.
    """

    pressed = Signal(object)
    picked = Signal(object)
    pointed = Signal(int)
    turned = Signal(int)

    def __init__(self, area: QWidget, offset_at: Callable[[QPointF], int | None]) -> None:
        super().__init__(area)
        self._offset_at = offset_at
        self._anchor: int | None = None
        area.setCursor(Qt.CursorShape.IBeamCursor)
        area.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent):
            return self._turn(event)
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() is QEvent.Type.MouseButtonRelease:
            self._anchor = None
            return False
        if event.type() is QEvent.Type.MouseButtonPress:
            self.pressed.emit(event.position())
        if (at := self._offset_at(event.position())) is not None:
            self._choose(event, at)
        return False

    def _choose(self, event: QMouseEvent, at: int) -> None:
        if event.type() is QEvent.Type.MouseButtonDblClick:
            self.pointed.emit(at)
        elif event.button() is Qt.MouseButton.LeftButton:
            self._anchor = at
            self.picked.emit(Span(at, at))
        elif self._anchor is not None:
            self.picked.emit(Span(min(self._anchor, at), max(self._anchor, at)))

    def _turn(self, event: QWheelEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self.turned.emit(1 if event.angleDelta().y() > 0 else -1)
        return True
