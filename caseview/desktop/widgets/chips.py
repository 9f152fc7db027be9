"""Chips: the two letters of a theme group in its colour, beside a theme's name."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.appearance.tokens import GroupColour
from caseview.desktop.models.themebook import NO_GROUP, Face
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.labels import OneLine, Voice, label

CHIP = QSize(27, 18)


def colour_of(look: Appearance, position: int) -> GroupColour:
    """Return the colours of a group's position; neutral ones for markers."""
    if position == NO_GROUP:
        return GroupColour(look.tokens["border"], look.tokens["sunken"])
    return look.tokens.group(position)


def chip_size(look: Appearance) -> QSize:
    """Return the size of a chip at the size of interface in force."""
    return QSize(look.px(CHIP.width()), look.px(CHIP.height()))


def paint_chip(
    painter: QPainter, look: Appearance, place: QRect, face: Face, *, suggested: bool = False
) -> None:
    """Paint a chip at the left of `place`, centred in its height; dashed when `suggested`."""
    size = chip_size(look)
    top = place.top() + (place.height() - size.height()) // 2
    box = QRectF(place.left() + 1, top + 1, size.width() - 2, size.height() - 2)
    colour = colour_of(look, face.position)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colour.edge), 1.6)
    if suggested:
        pen.setDashPattern([2.2, 1.6])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # a square one would close the gaps
    painter.setPen(pen)
    painter.setBrush(QColor(colour.tint))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(look.colour("text"))
    painter.setFont(look.font(10, QFont.Weight.Bold))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, face.letters or "\N{BULLET}")
    painter.restore()


class Chip(QWidget):
    """A chip as a widget."""

    def __init__(self, look: Appearance, face: Face, *, suggested: bool = False) -> None:
        super().__init__()
        self._look = look
        self._face = face
        self._suggested = suggested
        self.setFixedSize(chip_size(look))
        look.changed.connect(self._measure)
        self.setAccessibleName(tr("Group {0}", face.letters) if face.letters else tr("No group"))

    def show_face(self, face: Face, *, suggested: bool = False) -> None:
        """Show another theme's group."""
        self._face, self._suggested = face, suggested
        self.update()

    def _measure(self) -> None:
        self.setFixedSize(chip_size(self._look))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_chip(QPainter(self), self._look, self.rect(), self._face, suggested=self._suggested)


class ThemeLine(QWidget):
    """A chip, the theme's name and, at the right, words such as a count; violet if suggested."""

    def __init__(
        self,
        look: Appearance,
        face: Face,
        after: str = "",
        *,
        strong: bool = False,
        suggested: bool = False,
    ) -> None:
        super().__init__()
        self._after = after
        self._suggested = suggested
        self._chip = Chip(look, face, suggested=suggested)
        self._name = OneLine("", Voice.STRONG if strong else Voice.BODY)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(7)
        line.addWidget(self._chip)
        line.addWidget(self._name, 1)
        if after:
            number = label(after, Voice.GUESS if suggested else Voice.SECONDARY)
            line.addWidget(number)
        self.show_face(face)

    def show_face(self, face: Face) -> None:
        """Show another theme."""
        self._chip.show_face(face, suggested=self._suggested)
        self._name.say(face.name)
        self.setAccessibleName(", ".join(part for part in (face.name, self._after) if part))
