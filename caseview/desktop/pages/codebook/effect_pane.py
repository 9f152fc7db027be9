"""What a change would do, with each sentence it touches, before it is applied."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseview.counting.effect_words import effect_sentence
from caseview.counting.wording import number
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.jobs import Progress
from caseview.desktop.models.cards import CardModel
from caseview.desktop.models.codebook import touched_cards
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.buttons import Button, Role, Segments
from caseview.desktop.widgets.card_list import CardList
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.notices import ProgressRow
from caseview.desktop.widgets.panes import row
from caseview.domain.codebook import Codebook
from caseview.domain.codebook_effect import Effect, Happens, Touched
from caseview.domain.english import English

MOST_LINES = 6
_KINDS = {
    "added": (English("Added"), (Happens.ADDED,)),
    "removed": (English("Removed"), (Happens.REMOVED,)),
    "changed": (English("Changed"), (Happens.CHANGED,)),
    "tags": (English("Tags"), (Happens.MOVED, Happens.JOINED, Happens.GREW)),
}


class EffectPane(QWidget):
    """Shows an Effect. `applied()`, `left()`, `stopped()`; `opened(Touched)` a sentence."""

    applied = Signal()
    left = Signal()
    stopped = Signal()
    opened = Signal(object)

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._effect: Effect | None = None
        self._book: ThemeBook | None = None
        self._shown: tuple[Touched, ...] = ()
        self.sentence = label("", Voice.STRONG, wrap=True)
        self.changes = label("", Voice.SECONDARY, wrap=True)
        self.kinds = Segments(
            look, tr("Show"), [(key, words) for key, (words, _) in _KINDS.items()], compact=True
        )
        self.model = CardModel()
        self.list = CardList(look, self.model, tr("What the change touches"))
        self.progress = ProgressRow(look, self.stopped.emit)
        self.apply = Button(look, tr("Apply"), Role.PRIMARY, icon="check")
        self.apply.clicked.connect(lambda _checked: self.applied.emit())
        back = Button(look, tr("Back to editing"))
        back.clicked.connect(lambda _checked: self.left.emit())
        self.kinds.chosen.connect(self._narrow)
        self.list.opened.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(label(tr("What this would do"), Voice.PANE))
        for part in (self.progress, self.sentence, self.changes, self.kinds):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addLayout(row(self.apply, back, None))

    def wait(self) -> None:
        """Show that the effect is being found out; Apply waits for it."""
        self._effect = None
        self.progress.show()
        self.progress.tell(Progress(0, 0, tr("Looking at every document…")))
        self.apply.setEnabled(False)
        self.sentence.setText("")
        self.changes.setText("")
        self.model.show(())
        self.kinds.setVisible(False)

    def show_effect(self, effect: Effect, codebook: Codebook, question: str = "") -> None:
        """Show what a change does; `question` stands first where it asks something."""
        self._effect, self._book = effect, ThemeBook(codebook)
        self.progress.hide()
        self.apply.setEnabled(True)
        self.sentence.setText(f"{question} {told(effect_sentence(effect))}".strip())
        lines = [*effect.changes[:MOST_LINES]]
        if left := len(effect.changes) - len(lines):
            lines.append(tr("And {0} more changes.", number(left)))
        self.changes.setText("\n".join(lines))
        counts = {key: len(effect.of(*happens)) for key, (_, happens) in _KINDS.items()}
        self.kinds.setVisible(any(counts.values()))
        self.kinds.reword({key: f"{_KINDS[key][0]} {number(n)}" for key, n in counts.items()})
        for key, n in counts.items():
            self.kinds.offer(key, shown=n > 0)
        first = next((key for key, n in counts.items() if n), "added")
        self.kinds.choose(first)
        self._narrow(first)
        self.apply.setFocus()

    @property
    def effect(self) -> Effect | None:
        """What is shown, None while it is being found out."""
        return self._effect

    def _narrow(self, key: str) -> None:
        if self._effect is not None and self._book is not None:
            self._shown = self._effect.of(*_KINDS[key][1])
            self.model.show(touched_cards(self._shown, self._book))

    def _open(self, at: int) -> None:
        if 0 <= at < len(self._shown):
            self.opened.emit(self._shown[at])
