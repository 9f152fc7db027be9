"""The open card: the words in context, why they were suggested, how they read, what to do."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.queue import OPEN
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Button, Role, Segments
from caseview.desktop.widgets.chips import Chip
from caseview.desktop.widgets.flow import FlowLayout
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.panes import row
from caseview.domain.english import English
from caseview.domain.reads_as import ReadsAs
from caseview.domain.suggestion import Decision, KeptSuggestion

AROUND = 70
SHORT = {
    ReadsAs.GAP: English("Gap"),
    ReadsAs.GOOD_PRACTICE: English("Good"),
    ReadsAs.RECOMMENDED: English("Rec."),
    ReadsAs.IMPROVED: English("Since"),
    ReadsAs.CONTEXT: English("Context"),
}

DECIDED = {
    Decision.ACCEPTED: English("Accepted"),
    Decision.REJECTED: English("Rejected"),
    Decision.SKIPPED: English("Skipped"),
}


class DecidingCard(QFrame):
    """Tells what was pressed: `accepted`, `rejected`, `skipped`, `theme_wanted`, `read_as(str)`."""

    accepted = Signal()
    rejected = Signal()
    skipped = Signal()
    theme_wanted = Signal()
    read_as = Signal(str)

    def __init__(self, look: Appearance, book: ThemeBook, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._book = book
        self.setProperty("card", "open")
        self.setAccessibleName(tr("Suggestion being decided"))
        self._chip = Chip(look, book.face(""))
        self._theme = label("", Voice.STRONG, wrap=True)
        self._page = label("", Voice.SECONDARY)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._bulb = QLabel()
        self._why = label("", Voice.SECONDARY, wrap=True)
        self._more = label("", Voice.SECONDARY, wrap=True)
        self._more.hide()
        self._reads = Segments(
            look,
            tr("Reads as"),
            [(value.value, f"{value.sign} {tr(SHORT[value])}") for value in ReadsAs],
            compact=True,
            wraps=True,
        )
        self._reads.chosen.connect(self.read_as)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(7)
        head = row(self._chip, spacing=7)
        head.addWidget(self._theme, 1)
        head.addWidget(self._page)
        column.addLayout(head)
        column.addWidget(self._words)
        why = row()
        why.addWidget(self._bulb, 0, Qt.AlignmentFlag.AlignTop)
        why.addWidget(self._why, 1)
        column.addLayout(why)
        column.addWidget(self._more)
        column.addWidget(self._reads)
        column.addLayout(self._buttons())
        self._tint()

    def explain(self) -> bool:
        """Tell more of why, or no longer; return whether it tells."""
        self._more.setHidden(not self._more.isHidden())
        return not self._more.isHidden()

    @property
    def explanation(self) -> str:
        """What is told beyond the reason, "" while it is not told."""
        return "" if self._more.isHidden() else self._more.text()

    def show_suggestion(
        self, kept: KeptSuggestion, reads_as: ReadsAs, *, is_key: bool = False
    ) -> None:
        """Show a suggestion, how it is to read, and whether it is to be a key quote."""
        given = kept.suggestion
        face = self._book.face(given.theme)
        self._chip.show_face(face, suggested=kept.decision in OPEN)
        self._theme.setText(face.name)
        page = f"p. {kept.passage.page}" if kept.passage.page is not None else ""
        said = page if kept.decision in OPEN else tr(DECIDED[kept.decision])
        self._page.setText(tr("\N{BLACK STAR} Key quote  {0}", said).strip() if is_key else said)
        self._words.setFont(self._look.reading_font(15))
        self._words.setText(self._context(kept))
        self._words.setAccessibleName(given.text)
        restated = tr(" The words belong to another document.") if given.restated else ""
        self._why.setText(f"{given.reason}{restated}")
        self._more.setText(self._book.explain(given))
        self._reads.choose(reads_as.value)
        self._column.activate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        self._bulb.setPixmap(self._look.picture("lightbulb", "suggestion", 16))

    def _buttons(self) -> FlowLayout:
        line = FlowLayout(6, 6)
        for words, signal, role, icon in (
            (tr("Accept"), self.accepted, Role.PRIMARY, "check"),
            (tr("Reject"), self.rejected, Role.PLAIN, "x"),
            (tr("Theme"), self.theme_wanted, Role.PLAIN, "tag"),
            (tr("Skip"), self.skipped, Role.LINK, ""),
        ):
            button = Button(self._look, words, role, icon=icon)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setProperty("dense", "true")
            button.clicked.connect(lambda _checked, signal=signal: signal.emit())
            line.addWidget(button)
        return line

    def _context(self, kept: KeptSuggestion) -> str:
        given, passage = kept.suggestion, kept.passage
        start, end = given.start - passage.start, given.end - passage.start
        before = _ending(passage.text[:start])
        after = _beginning(passage.text[end:])
        found = self._look.tokens["found"]
        shown = _plain(passage.text[start:end])
        return (
            f"{_plain(before)}<span style='background:{found}; font-weight:700'>{shown}</span>"
            f"{_plain(after)}"
        )


def _ending(words: str) -> str:
    if len(words) <= AROUND:
        return words
    return "\N{HORIZONTAL ELLIPSIS} " + words[-AROUND:].partition(" ")[2]


def _beginning(words: str) -> str:
    if len(words) <= AROUND:
        return words
    return words[:AROUND].rpartition(" ")[0] + " \N{HORIZONTAL ELLIPSIS}"


def _plain(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace("\n", " ")
