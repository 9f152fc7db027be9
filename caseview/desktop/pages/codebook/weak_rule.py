"""What can be done about a weak rule in one step: take it out, or let it do less."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseview.counting.wording import number
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Button
from caseview.desktop.widgets.flow import FlowLayout
from caseview.desktop.widgets.labels import Voice, label
from caseview.domain.codebook import Effect, Rule
from caseview.domain.codebook_figures import CodebookFigures, Record
from caseview.domain.english import English

_ACTS = (
    (English("Take it out"), "", ()),
    (English("Make it a hint"), Effect.HINT.value, (Effect.HINT, Effect.FALSE_FRIEND)),
    (English("Let it hold back"), Effect.FALSE_FRIEND.value, (Effect.FALSE_FRIEND,)),
)
_ABOUT = {
    "": English("Its undecided suggestions go; what was decided stays"),
    Effect.HINT.value: English("What it finds shows at the level Reading alone"),
    Effect.FALSE_FRIEND.value: English("Its words then hold the theme back"),
}


class WeakRule(QWidget):
    """Shows itself for a weak rule; `remake_wanted(str, str)` tells its id and the effect."""

    remake_wanted = Signal(str, str)

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._rule: Rule | None = None
        self.said = label("", Voice.SECONDARY, wrap=True)
        self.buttons = [Button(look, words) for words, _, _ in _ACTS]
        acts = FlowLayout()
        acts.add(*self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.said)
        column.addLayout(acts)
        for button, (_, effect, _) in zip(self.buttons, _ACTS, strict=True):
            button.setToolTip(_ABOUT[effect])
            button.clicked.connect(lambda _checked, effect=effect: self._wish(effect))
        self.hide()

    def show_rule(self, rule: Rule | None, figures: CodebookFigures) -> None:
        """Show what can be done about a rule, nothing where it is not weak."""
        self._rule = rule
        record = figures.of_rule(rule.id) if rule is not None else Record()
        self.setVisible(record.is_weak)
        if rule is None or not record.is_weak:
            return
        self.said.setText(
            tr(
                "Weak: {0} of {1} decided were accepted. Each step shows first what it would do.",
                number(record.accepted),
                number(record.decided),
            )
        )
        for button, (_, _, pointless) in zip(self.buttons, _ACTS, strict=True):
            button.setVisible(rule.effect not in pointless)

    def _wish(self, effect: str) -> None:
        if self._rule is not None:
            self.remake_wanted.emit(self._rule.id, effect)
