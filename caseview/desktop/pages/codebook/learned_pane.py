"""What is learned of a theme beside its rules: how it did, why it is on or off, its words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseview.counting.learned_wording import (
    learned_when,
    score_cells,
    standing,
    supply_sentence,
    trial_sentence,
)
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.figures_table import Column, FiguresModel, Line
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.buttons import Button
from caseview.desktop.widgets.figures_table import FiguresTable
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.notices import Banner, ProgressRow
from caseview.desktop.widgets.panes import row, scrolled
from caseview.domain.english import English
from caseview.domain.learned import Learning

WORDS = 12
COLUMNS = (
    Column(English("Judged on unseen documents"), is_number=False),
    Column(English("Right"), 52, about=English("Suggestions that are right")),
    Column(English("Found"), 54, about=English("Passages of the theme that are found")),
    Column("F1", 56, about=English("Both in one: their harmonic mean")),
)
MISSING = (
    English("The part of CaseView that learns from decisions is not installed here."),
    (
        English(
            "The rules, suggestions and everything else work without it. Whoever installed "
            "CaseView can add the part “learning”."
        )
    ),
)


class LearnedPane(QWidget):
    """`learn_wanted()` and `stop_wanted()`; `switch_wanted(bool)` asks for it on or off."""

    learn_wanted = Signal()
    stop_wanted = Signal()
    switch_wanted = Signal(bool)

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._on = False
        self.missing = Banner(look, "plain")
        self.standing = label("", Voice.STRONG, wrap=True)
        self.when = label("", Voice.SECONDARY, wrap=True)
        self.model = FiguresModel()
        self.table = FiguresTable(look, self.model, tr("How rules and what was learned did"))
        self.table.setFixedHeight(look.px(90))
        self.gain = label("", Voice.SECONDARY, wrap=True)
        self._words_title = label(tr("Weightiest words"), Voice.CAPTION)
        self.words = label("", Voice.BODY, wrap=True)
        self.supply = label("", Voice.SECONDARY, wrap=True)
        self.told = label("", Voice.SECONDARY, wrap=True)
        self.learn = Button(look, tr("Learn again"), icon="rotate-ccw")
        self.switch = Button(look, tr("Switch off"))
        self.progress = ProgressRow(look, self.stop_wanted.emit)
        self._lay_out()
        self.learn.clicked.connect(lambda _checked: self.learn_wanted.emit())
        self.switch.clicked.connect(lambda _checked: self.switch_wanted.emit(not self._on))

    def show_learning(self, found: Learning, *, there: bool) -> None:
        """Show how learning stands for a theme; `there` says whether CaseView can learn here."""
        self.standing.setText(standing(found))
        self.when.setText(learned_when(found))
        self.supply.setText(told(supply_sentence(found.supply)))
        rule = found.rule
        for part in (self.table, self.gain, self.when):
            part.setVisible(rule is not None)
        self.switch.setVisible(rule is not None and (rule.is_on or found.is_off))
        self._on = found.suggests
        self.switch.say(tr("Switch off") if self._on else tr("Switch on"))
        words = () if rule is None else rule.weightiest(WORDS)
        self.words.setText(" \N{MIDDLE DOT} ".join(words))
        for part in (self._words_title, self.words):
            part.setVisible(bool(words))
        if rule is not None:
            self.model.show(
                COLUMNS,
                [
                    _line(tr("Rules alone"), score_cells(rule.trial.rules)),
                    _line(tr("With what was learned"), score_cells(rule.trial.learned)),
                ],
            )
            self.gain.setText(told(trial_sentence(rule.trial)))
        self._offer(there=there)

    def work(self) -> None:
        """Show that learning goes on."""
        self.progress.show()
        self.learn.setEnabled(False)
        self.told.setText("")

    def rest(self, words: str) -> None:
        """Show that learning has ended, and what came of it."""
        self.progress.hide()
        self.learn.setEnabled(True)
        self.told.setText(words)

    def _offer(self, *, there: bool) -> None:
        self.learn.setVisible(there)
        if there:
            self.missing.hide()
        else:
            self.missing.say(*MISSING)

    def _lay_out(self) -> None:
        inside = QWidget()
        words = QVBoxLayout(inside)
        words.setContentsMargins(0, 0, 8, 0)
        words.setSpacing(8)
        for part in (
            self.missing, self.standing, self.when, self.table, self.gain, self._words_title,
            self.words, self.supply, self.told,
        ):  # fmt: skip
            words.addWidget(part)
        words.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(label(tr("Learned from decisions"), Voice.PANE))
        column.addWidget(scrolled(inside), 1)
        column.addWidget(self.progress)
        column.addLayout(row(self.learn, self.switch, None))
        self.progress.hide()


def _line(name: str, cells: tuple[str, str, str]) -> Line:
    right, found, both = cells
    return Line((name, *cells), tr("{0}: {1} right, {2} found, F1 {3}", name, right, found, both))
