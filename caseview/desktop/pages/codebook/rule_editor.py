"""The editor of a rule: what it finds is shown while it is typed, and trouble at its character."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from caseview.counting.wording import number
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.cards import CardModel
from caseview.desktop.models.codebook import EFFECTS, pointer, touched_cards
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import several, tr
from caseview.desktop.widgets.buttons import Button
from caseview.desktop.widgets.card_list import CardList
from caseview.desktop.widgets.labels import OneLine, Voice, label
from caseview.desktop.widgets.panes import row
from caseview.domain.codebook import Codebook, Effect, Rule, Theme
from caseview.domain.codebook_effect import Touched
from caseview.domain.english import English
from caseview.domain.errors import CaseViewError, NotationError
from caseview.usecases.saved_search import SavedSearch
from caseview.usecases.try_rule import Attempt, Trial

PAUSE = 250
"""How long, in milliseconds, typing rests before a rule is tried."""

HELP = English("word* any ending  ·  (a|b) either  ·  (a)? may be missing  ·  .. up to six words")


class RuleEditor(QWidget):
    """Writes a rule. `kept(Rule)`, `out(str)` to take it out, `left()`; `tried(Attempt)` asks.

    `search_chosen(object)` tells the saved search that is to become the rule; `opened(Touched)`
    asks to see one of the sentences in its document.
    """

    kept = Signal(object)
    out = Signal(str)
    left = Signal()
    tried = Signal(object)
    search_chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._rule: Rule | None = None
        self._codebook: Codebook | None = None
        self._shown: tuple[Touched, ...] = ()
        self._hurried = False
        self.heading = OneLine("", Voice.PANE)
        self.effect = QComboBox()
        self.effect.setAccessibleName(tr("What the rule does"))
        for effect, words in EFFECTS.items():
            self.effect.addItem(words, effect.value)
        self.pattern = QLineEdit()
        self.pattern.setAccessibleName(tr("Rule"))
        self.pattern.setPlaceholderText(tr("lack of .. (supervision|oversight)"))
        self.search = QComboBox()
        self.search.setAccessibleName(tr("From a saved search"))
        self.trouble = label("", Voice.BODY)
        self.trouble.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.trouble.setAccessibleName(tr("Where the rule cannot be read"))
        self.finds = label(HELP, Voice.SECONDARY, wrap=True)
        self.model = CardModel()
        self.list = CardList(look, self.model, tr("What the rule finds"))
        self.keep = Button(look, tr("Keep rule"), icon="check")
        self._out = Button(look, tr("Take out"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._lay_out()
        self._connect()

    def show_rule(self, theme: Theme, rule: Rule | None, codebook: Codebook) -> None:
        """Show a rule of a theme, or an empty line for a new one."""
        self._rule = rule or Rule("", theme.id, Effect.GAP, "")
        self._codebook = codebook
        self.heading.say(
            tr("Edit rule: {0}", theme.name) if rule else tr("New rule: {0}", theme.name)
        )
        self.effect.setCurrentIndex(self.effect.findData(self._rule.effect.value))
        self.pattern.setText(self._rule.pattern)
        self._out.setVisible(rule is not None)
        self._try()
        self.pattern.setFocus()

    def offer_searches(self, saved: tuple[SavedSearch, ...]) -> None:
        """Offer saved searches to begin with."""
        self.search.clear()
        self.search.addItem(tr("From a saved search…"), None)
        for one in saved:
            self.search.addItem(one.saved.name, one.search)
        self.search.setVisible(bool(saved))

    def show_trial(self, trial: Trial) -> None:
        """Show what the rule finds."""
        self.trouble.hide()
        self._shown = trial.shown
        if self._effect is Effect.FALSE_FRIEND:
            said = tr("Its words stand in {0}", several(trial.passages, "passage"))
            said += tr("; {0} carry the theme and could be held back.", number(trial.known))
        elif not trial.passages:
            said = tr("Finds nothing in this casebook.")
        else:
            said = tr("Finds {0}", several(trial.passages, "passage"))
            said += tr(" in {0}", several(trial.reviews, "review"))
            said += tr(
                ", {0} of them without the theme so far.", number(trial.passages - trial.known)
            )
        if len(trial.shown) < trial.passages:
            said += tr(" The first {0} are shown.", number(len(trial.shown)))
        self.finds.setText(said)
        assert self._codebook is not None  # noqa: S101 - a rule is tried once it is shown
        self.model.show(touched_cards(trial.shown, ThemeBook(self._codebook)))
        self.keep.setEnabled(bool(self.pattern.text().strip()))
        if self._hurried:
            self._keep()

    def show_trouble(self, error: CaseViewError) -> None:
        """Show why the rule cannot be read or kept, at its character where it has one."""
        self._hurried = False
        self.model.show(())
        self.keep.setEnabled(not isinstance(error, NotationError))
        if isinstance(error, NotationError):
            self.trouble.setText(pointer(self.pattern.text(), error.place))
            self.trouble.show()
        self.finds.setText(str(error))

    def write(self, pattern: str) -> None:
        """Put words in the line, as made from a search."""
        self.pattern.setText(pattern)
        self.pattern.setFocus()

    @property
    def _effect(self) -> Effect:
        return Effect(self.effect.currentData())

    def _try(self) -> None:
        typed = self.pattern.text().strip()
        if not typed or self._rule is None or self._codebook is None:
            self.trouble.hide()
            self.finds.setText(tr(HELP))
            self.model.show(())
            self.keep.setEnabled(False)
            return
        attempt = Attempt(self._codebook, self._rule.theme, self._effect, self.pattern.text())
        self.tried.emit(attempt)

    def _typed(self) -> None:
        self._hurried = False
        self._pause.start()

    def _keep(self) -> None:
        self._hurried = not self.keep.isEnabled()  # Enter before the rule is tried keeps it then
        if self._rule is not None and self.keep.isEnabled():
            pattern = self.pattern.text().strip()
            self.kept.emit(Rule(self._rule.id, self._rule.theme, self._effect, pattern))

    def _take_out(self) -> None:
        if self._rule is not None:
            self.out.emit(self._rule.id)

    def _choose(self, at: int) -> None:
        if (search := self.search.itemData(at)) is not None:
            self.search_chosen.emit(search)

    def _open(self, at: int) -> None:
        if 0 <= at < len(self._shown):
            self.opened.emit(self._shown[at])

    def _connect(self) -> None:
        self._pause.timeout.connect(self._try)
        self.pattern.textChanged.connect(lambda _typed: self._typed())
        self.effect.currentIndexChanged.connect(lambda _at: self._pause.start())
        self.pattern.returnPressed.connect(self._keep)
        self.search.activated.connect(self._choose)
        self.keep.clicked.connect(lambda _checked: self._keep())
        self._out.clicked.connect(lambda _checked: self._take_out())
        self.list.opened.connect(self._open)

    def _lay_out(self) -> None:
        leave = Button(self._look, tr("Cancel"))
        leave.clicked.connect(lambda _checked: self.left.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        for part in (self.heading, self.effect, self.pattern, self.trouble, self.search):
            column.addWidget(part)
        column.addWidget(self.finds)
        column.addWidget(self.list, 1)
        column.addLayout(row(self.keep, self._out, leave, None))
        self.trouble.hide()
        self.search.hide()
