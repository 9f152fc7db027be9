"""What a view says of itself: banners, empty states and progress."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from caseview.counting.wording import number
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.jobs import Progress
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.panes import emptied
from caseview.desktop.widgets.progress_bar import ProgressBar
from caseview.domain.english import English

Act = Callable[[], object]
READ = 620
"""The widest that words in the middle of a view run, in pixels at 100 per cent."""
_ICONS = {"warning": "triangle-alert", "problem": "circle-alert", "plain": "info"}


class Banner(QFrame):
    """A line above the work: an icon, what happened in bold, more words, and what to do."""

    def __init__(self, look: Appearance, kind: str = "warning") -> None:
        super().__init__()
        self._look = look
        self._kind = kind
        self.setProperty("banner", kind)
        self._picture = QLabel()
        self._words = label("", Voice.BODY, wrap=True)
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._acts = QHBoxLayout()
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 10, 6)
        line.setSpacing(8)
        line.addWidget(self._picture)
        line.addWidget(self._words, 1)
        line.addLayout(self._acts)
        self._tint()
        self.hide()

    def say(self, what: str, more: str = "", acts: Sequence[tuple[str, Act]] = ()) -> None:
        """Show the banner with these words and one button for each act."""
        what, more = told(what), told(more)
        self._words.setText(f"<b>{_plain(what)}</b> {_plain(more)}")
        self.setAccessibleName(f"{what} {more}".strip())
        emptied(self._acts)
        for words, act in acts:
            button = Button(self._look, words)
            button.clicked.connect(lambda _checked, act=act: act())
            self._acts.addWidget(button)
        self.show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        colour = "accent" if self._kind == "plain" else self._kind
        self._picture.setPixmap(self._look.picture(_ICONS[self._kind], colour, 18))


class Empty(QWidget):
    """What stands where there is nothing to show: words and what can be done."""

    def __init__(self, look: Appearance, words: str, acts: Sequence[tuple[str, Act]] = ()) -> None:
        super().__init__()
        self._look = look
        column = QVBoxLayout(self)
        column.addStretch(2)
        self._words = label("", Voice.BODY, wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setMaximumWidth(look.px(READ))
        middle = QHBoxLayout()
        middle.addWidget(self._words, 1)
        column.addLayout(middle)
        self._acts = QHBoxLayout()
        self._acts.setSpacing(8)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addLayout(self._acts)
        line.addStretch(1)
        column.addSpacing(8)
        column.addLayout(line)
        column.addStretch(3)
        self.say(words, acts)

    @property
    def words(self) -> str:
        """The words shown."""
        return self._words.text()

    def say(self, words: str, acts: Sequence[tuple[str, Act]] | None = None) -> None:
        """Show other words; with `acts`, other buttons too, the first of them the primary one."""
        self._words.setText(told(words))
        if acts is None:
            return
        emptied(self._acts)
        for n, (name, act) in enumerate(acts):
            button = Button(self._look, name, Role.PLAIN if n else Role.PRIMARY)
            button.clicked.connect(lambda _checked, act=act: act())
            self._acts.addWidget(button)


class Saved(Banner):
    """Says that a file was written, and opens the folder it is in."""

    def __init__(self, look: Appearance) -> None:
        super().__init__(look, "plain")

    def tell(self, path: Path, more: str = "") -> None:
        """Show what was written where."""
        folder = QUrl.fromLocalFile(str(path.parent))
        acts: list[tuple[str, Act]] = [
            (tr("Open folder"), lambda: QDesktopServices.openUrl(folder)),
            (tr("Close"), self.hide),
        ]
        self.say(tr("Saved “{0}” in {1}.", path.name, path.parent), more, acts)


class ProgressRow(QWidget):
    """A bar with numbers and a Stop button; no motion but the bar's own."""

    def __init__(self, look: Appearance, stop: Act, stop_words: str = English("Stop")) -> None:
        super().__init__()
        self._bar = ProgressBar(tr("Progress"))
        self._bar.setFixedHeight(6)
        self._words = label("", Voice.SECONDARY)
        self.stop = Button(look, stop_words)
        self.stop.clicked.connect(lambda _checked: stop())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self._words)
        line.addWidget(self._bar, 1)
        line.addWidget(self.stop)

    def tell(self, progress: Progress) -> None:
        """Show how far the work is."""
        self._bar.show_progress(progress.done, progress.total)
        of = tr(" of {0}", number(progress.total)) if progress.total else ""
        self._words.setText(f"{progress.words} {number(progress.done)}{of}".strip())


def _plain(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")
