"""Small drawings that several delegates share."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from caseview.desktop.appearance.look import Appearance


def elided(painter: QPainter, words: str, room: QRect) -> str:
    """Return the words, cut with "…" where `room` is too narrow for them."""
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())


def two_lines(metrics: QFontMetrics, words: str, width: int) -> list[str]:
    """Return the words on one line, or on two of which the second ends in "…" where it must."""
    if metrics.horizontalAdvance(words) <= width:
        return [words]
    first, rest = "", words.split()
    while rest and metrics.horizontalAdvance(f"{first} {rest[0]}".strip()) <= width:
        first = f"{first} {rest.pop(0)}".strip()
    if not first:
        return [metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)]
    return [first, metrics.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, width)]


def in_two_lines(painter: QPainter, words: str, room: QRect) -> str:
    """Return the words as they fit in `room` on one line or two, to be drawn at once."""
    return "\n".join(two_lines(painter.fontMetrics(), words, room.width()))


def focus_ring(painter: QPainter, look: Appearance, place: QRect) -> None:
    """Paint the ring of the keyboard's focus inside `place`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("focus"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), 4, 4)
    painter.restore()


def paint_interval(painter: QPainter, look: Appearance, ends: tuple[int, int], level: int) -> None:
    """Paint an interval across a bar: a line with its ends, in a halo that parts it from both."""
    low, high = ends
    for name, wide in (("surface", 4), ("text", 1)):
        painter.setPen(QPen(look.colour(name), wide))
        painter.drawLine(low, level, high, level)
        for end in ends:
            painter.drawLine(end, level - 3, end, level + 3)


def paint_tick(painter: QPainter, look: Appearance, box: QRect, *, ticked: bool) -> None:
    """Paint a tick box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if ticked:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawRoundedRect(box, 3, 3)
        side = box.width() - 4
        mark = look.picture("check", "on_accent", round(side * 100 / look.percent))
        painter.drawPixmap(box.left() + 2, box.top() + 2, mark)
    else:
        painter.setPen(QPen(look.colour("border"), 1.2))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.6, 0.6, -0.6, -0.6), 3, 3)
    painter.restore()


def is_selected(option: QStyleOptionViewItem) -> bool:
    """Return whether a delegate paints a selected row."""
    return bool(option.state & QStyle.StateFlag.State_Selected)


def has_focus(option: QStyleOptionViewItem) -> bool:
    """Return whether a delegate paints the cell that has the keyboard's focus."""
    return bool(option.state & QStyle.StateFlag.State_HasFocus)


def place_of(option: QStyleOptionViewItem) -> QRect:
    """Return the rectangle a delegate paints in."""
    return QRect(option.rect)


def paint_row(painter: QPainter, look: Appearance, place: QRect, *, selected: bool) -> None:
    """Paint the ground of a row: selected or not, with a hairline under it."""
    painter.fillRect(place, look.colour("selected" if selected else "surface"))
    painter.setPen(look.colour("hairline"))
    painter.drawLine(place.bottomLeft(), place.bottomRight())


def ink(look: Appearance, *, selected: bool, colour: str = "text") -> QColor:
    """Return the colour of words on a row; suggestions change theirs on a selected one."""
    if selected and colour in {"suggestion", "text3"}:
        return look.colour("suggestion_selected" if colour == "suggestion" else "text2")
    return look.colour(colour)
