"""The analyst's own words of a summary: about it, key points, and for each theme."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.chips import ThemeLine
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.panes import emptied, scrolled
from caseview.domain.summary import AnalystWords

PAUSE = 400


class SummaryWords(QWidget):
    """Fields for one's own words; `written()` tells of new ones once typing rests.

    Words of a theme that was taken out are kept, and stand again when it comes back.
    """

    written = Signal()

    def __init__(self, look: Appearance, book: ThemeBook) -> None:
        super().__init__()
        self._look = look
        self._book = book
        self._themes: tuple[str, ...] = ()
        self._said: dict[str, tuple[QPlainTextEdit, QPlainTextEdit]] = {}
        self._kept = AnalystWords()
        self._own = QVBoxLayout()
        self._own.setSpacing(6)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.written)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(13, 11, 13, 11)
        column.setSpacing(6)
        self._points = self._field(tr("Key points"))
        self._about = self._field(tr("About this summary"))
        column.addWidget(label(tr("Key points, one a line"), Voice.SECONDARY))
        column.addWidget(self._points)
        column.addWidget(label(tr("About this summary"), Voice.SECONDARY))
        column.addWidget(self._about)
        column.addLayout(self._own)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inside))

    @property
    def key_points(self) -> tuple[str, ...]:
        """The key points, one a line."""
        return _lines(self._points)

    @property
    def words(self) -> AnalystWords:
        """What was written, with the words kept of themes that were taken out."""
        themes, questions = dict(self._kept.themes), dict(self._kept.questions)
        for theme, (means, asked) in self._said.items():
            themes[theme] = means.toPlainText().strip()
            questions[theme] = _lines(asked)
        return AnalystWords(
            self._about.toPlainText().strip(),
            {theme: said for theme, said in themes.items() if said},
            {theme: asked for theme, asked in questions.items() if asked},
        )

    @property
    def empty(self) -> bool:
        """Whether nothing is written."""
        return self.words == AnalystWords() and not self.key_points

    def take(self, words: AnalystWords, key_points: tuple[str, ...]) -> None:
        """Show the words of a saved summary, without telling."""
        self._kept, self._said = words, {}
        self._points.setPlainText("\n".join(key_points))
        self._about.setPlainText(words.about)
        self._lay_out_themes()
        self._pause.stop()

    def show_themes(self, themes: tuple[str, ...]) -> None:
        """Offer fields for these themes; what was written stays."""
        if themes != self._themes:
            self._kept = self.words
            self._themes = themes
            self._lay_out_themes()

    def flush(self) -> None:
        """Tell of what was typed last, at once."""
        if self._pause.isActive():
            self._pause.stop()
            self.written.emit()

    def _lay_out_themes(self) -> None:
        emptied(self._own)
        self._said = {}
        for theme in self._themes:
            face = self._book.face(theme)
            means = self._field(tr("What it means: {0}", face.name))
            means.setPlainText(self._kept.themes.get(theme, ""))
            asked = self._field(tr("Questions for your force: {0}", face.name))
            asked.setPlainText("\n".join(self._kept.questions.get(theme, ())))
            self._own.addSpacing(6)
            self._own.addWidget(ThemeLine(self._look, face, strong=True))
            self._own.addWidget(label(tr("What it means, in your words"), Voice.SECONDARY))
            self._own.addWidget(means)
            words = tr("Questions for your force or board, one a line")
            self._own.addWidget(label(words, Voice.SECONDARY))
            self._own.addWidget(asked)
            self._said[theme] = (means, asked)
        self._pause.stop()

    def _field(self, name: str) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setAccessibleName(name)
        field.setProperty("field", "true")
        field.setTabChangesFocus(True)
        field.setFixedHeight(self._look.px(76))
        field.textChanged.connect(self._pause.start)
        return field


def _lines(field: QPlainTextEdit) -> tuple[str, ...]:
    lines = field.toPlainText().splitlines()
    return tuple(line.strip().removeprefix("-").strip() for line in lines if line.strip(" -"))
