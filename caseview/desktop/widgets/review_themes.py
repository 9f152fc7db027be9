"""The themes of one review so far: a bar in the colours of their groups, and the commonest."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from caseview.counting.wording import number
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.details import Work
from caseview.desktop.models.themebook import Face, ThemeBook
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.chips import ThemeLine, colour_of
from caseview.desktop.widgets.labels import Voice, label

MOST_THEMES = 5


def themes_so_far(column: QVBoxLayout, look: Appearance, book: ThemeBook, work: Work) -> None:
    """Put the themes tagged in a review into a column; without tags, those suggested."""
    tagged = Counter(tag.theme for tag in work.tags)
    words = (
        tr("THEMES SO FAR") if tagged or not work.suggested else tr("THEMES SUGGESTED, NOT DECIDED")
    )
    column.addWidget(label(words, Voice.CAPTION))
    faces = [(book.face(theme), n) for theme, n in (tagged or work.suggested).most_common()]
    if not faces:
        column.addWidget(label(tr("No tags yet."), Voice.SECONDARY))
        return
    if tagged:
        column.addWidget(ThemeBar(look, faces))
    for face, n in faces[:MOST_THEMES]:
        count = number(n) if tagged else f"{number(n)} ?"
        column.addWidget(ThemeLine(look, face, count, suggested=not tagged))


class ThemeBar(QWidget):
    """How the tags of a review share out over themes, in the colours of their groups."""

    def __init__(self, look: Appearance, faces: Sequence[tuple[Face, int]]) -> None:
        super().__init__()
        self._look = look
        self._faces = tuple(faces)
        self.setFixedHeight(look.px(8))
        said = ", ".join(f"{face.name} {n}" for face, n in self._faces)
        self.setAccessibleName(tr("Tags by theme: {0}", said))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = sum(n for _, n in self._faces)
        left = 0
        for so_far, (face, n) in enumerate(self._faces):
            last = so_far == len(self._faces) - 1
            width = self.width() - left if last else round(self.width() * n / whole)
            edge = QColor(colour_of(self._look, face.position).edge)
            painter.fillRect(QRect(left, 0, max(1, width - 2), self.height()), edge)
            left += width
