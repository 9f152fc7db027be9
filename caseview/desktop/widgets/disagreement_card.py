"""The disagreement one is at: the words, what each coder decided, and how to settle it."""

from functools import partial
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QTextBrowser, QVBoxLayout

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.disagreement_list import (
    DisagreementModel,
    settled_words,
    side_words,
)
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.chips import ThemeLine
from caseview.desktop.widgets.labels import OneLine, Voice, cap, label
from caseview.domain.agreement import Disagreement, Verdict
from caseview.domain.english import English

VERDICTS = (
    (Verdict.MINE, English("Keep mine"), "M"),
    (Verdict.OTHER, English("Keep theirs"), "O"),
    (Verdict.BOTH, English("Keep both"), "B"),
    (Verdict.NEITHER, English("Neither"), "Del"),
)


class DisagreementCard(QFrame):
    """Shows one disagreement; `decided(Verdict)`, `reason_wanted()`, `open_wanted()` tell of it."""

    decided = Signal(object)
    reason_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, look: Appearance, book: ThemeBook, model: DisagreementModel) -> None:
        super().__init__()
        self._look = look
        self._model = model
        self._shown: Disagreement | None = None
        self._place = OneLine("", Voice.SECONDARY)
        self._theme = ThemeLine(look, book.face(""), strong=True)
        self._book = book
        self._words = QTextBrowser()
        self._words.setAccessibleName(tr("The paragraph they differ on"))
        self._words.setOpenLinks(False)
        self._words.setFrameShape(QFrame.Shape.NoFrame)
        self._words.setMinimumHeight(look.px(64))
        self._sides = [(label("", Voice.STRONG), label("", Voice.BODY)) for _ in range(2)]
        self._settled = label("", Voice.SECONDARY, wrap=True)
        self._buttons = {verdict: Button(look, words) for verdict, words, _ in VERDICTS}
        self._reason = Button(look, tr("Reason"), Role.QUIET, icon="message-square")
        self._open = Button(look, tr("Open at page"), Role.QUIET, icon="book-open")
        self._lay_out()
        for verdict, button in self._buttons.items():
            button.clicked.connect(partial(self._press, verdict))
        self._reason.clicked.connect(lambda _checked: self.reason_wanted.emit())
        self._open.clicked.connect(lambda _checked: self.open_wanted.emit())
        look.changed.connect(self._say)

    def show_item(self, found: Disagreement) -> None:
        """Show a disagreement."""
        self._shown = found
        self._say()

    def _press(self, verdict: Verdict, _checked: object = None) -> None:
        self.decided.emit(verdict)

    def _say(self) -> None:
        found = self._shown
        if found is None:
            return
        self._place.say(self._model.place(found))
        self._theme.show_face(self._book.face(found.theme))
        before, said, after = (escape(part) for part in self._model.words(found))
        ground, ink = (self._look.tokens[name] for name in ("found", "text"))
        self._words.setHtml(
            f"<p>{before}<span style='background:{ground};color:{ink}'>{said}</span>{after}</p>"
        )
        self._words.setFont(self._look.reading_font(14))
        for (who, what), coder, tags in zip(
            self._sides, found.coders, (found.mine, found.others), strict=True
        ):
            who.setText(coder)
            what.setText(side_words(tags))
        mine, other = found.coders
        self._buttons[Verdict.MINE].say(tr("Keep {0}’s", mine))
        self._buttons[Verdict.OTHER].say(tr("Keep {0}’s", other))
        self._settled.setText(settled_words(found))
        self._settled.setVisible(bool(found.settled))
        self._reason.setEnabled(bool(found.settled))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addWidget(self._theme)
        column.addWidget(self._place)
        column.addWidget(self._words, 1)
        sides = QGridLayout()
        sides.setHorizontalSpacing(12)
        for at, (who, what) in enumerate(self._sides):
            sides.addWidget(who, 0, at)
            sides.addWidget(what, 1, at)
            sides.setColumnStretch(at, 1)
        column.addLayout(sides)
        column.addWidget(self._settled)
        grid = QGridLayout()
        grid.setSpacing(6)
        for at, (verdict, _, key) in enumerate(VERDICTS):
            line = QHBoxLayout()
            line.setSpacing(4)
            line.addWidget(self._buttons[verdict], 1)
            line.addWidget(cap(key), 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addLayout(line, at // 2, at % 2)
        column.addLayout(grid)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        for button, key in ((self._reason, "N"), (self._open, "Enter")):
            foot.addWidget(button)
            foot.addWidget(cap(key))
        foot.addStretch(1)
        column.addLayout(foot)
