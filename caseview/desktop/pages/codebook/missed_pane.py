"""What the rules may have missed of a theme: passages to be judged with one key each."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from caseview.counting.learned_wording import recall_sentence
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.jobs import Progress
from caseview.desktop.models.cards import CardModel
from caseview.desktop.models.missed import missed_cards
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.buttons import Button
from caseview.desktop.widgets.card_list import CardList
from caseview.desktop.widgets.flow import FlowLayout
from caseview.desktop.widgets.labels import Voice, cap, label
from caseview.desktop.widgets.notices import Empty, ProgressRow
from caseview.desktop.widgets.panes import row
from caseview.domain.english import English
from caseview.domain.learned import Missed, Recall

NOTHING = English(
    "Nothing is listed: no passage is like what is tagged with this theme, and no rule found "
    "anything too faint to show. Tag some passages first."
)


class MissedPane(QWidget):
    """`judged(Missed, bool)` says that a passage holds the theme or does not.

    `opened(Missed)` asks to see one in its document; `again_wanted()`, `stop_wanted()` and
    `spot_wanted()` ask to look anew, to stop looking, and for the spot check.
    """

    judged = Signal(object, bool)
    opened = Signal(object)
    again_wanted = Signal()
    stop_wanted = Signal()
    spot_wanted = Signal()

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._shown: tuple[Missed, ...] = ()
        self._titles: Mapping[int, str] = {}
        self.recall = label("", Voice.SECONDARY, wrap=True)
        self.model = CardModel()
        self.list = CardList(look, self.model, tr("What the rules may have missed"))
        self.holds = Button(look, tr("Holds it"), icon="tag")
        self.does_not = Button(look, tr("Not it"), icon="x")
        self.again = Button(look, tr("Look again"))
        self.spot = Button(look, tr("Spot check"))
        self.spot.setToolTip(tr("Paragraphs at random, to estimate what no list finds"))
        self.progress = ProgressRow(look, self.stop_wanted.emit)
        self._nothing = Empty(look, NOTHING)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def here(self) -> Missed | None:
        """The passage gone to, None where there is none."""
        at = self.list.currentIndex().row()
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def wait(self) -> None:
        """Show that passages are looked for."""
        self.progress.show()
        self.progress.tell(Progress(0, 0, tr("Looking through every passage…")))
        self._show(())
        self._stack.setCurrentIndex(0)

    def show_missed(
        self, found: Sequence[Missed], titles: Mapping[int, str], recall: Recall
    ) -> None:
        """Show passages, the likeliest first, with the titles of their reviews."""
        self._titles = titles
        self.progress.hide()
        self.recall.setText(told(recall_sentence(recall)))
        self._show(tuple(found))

    def stop(self) -> None:
        """Show that looking has ended early."""
        self.progress.hide()
        self._stack.setCurrentIndex(0)

    def judge(self, *, holds: bool) -> None:
        """Say whether the passage gone to holds the theme, and go to the next."""
        one = self.here
        if one is None:
            return
        at = self.list.currentIndex().row()
        self._show(tuple(other for other in self._shown if other is not one))
        self.list.go_to(at)
        self.judged.emit(one, holds)

    def _open(self) -> None:
        if self.here is not None:
            self.opened.emit(self.here)

    def _show(self, found: tuple[Missed, ...]) -> None:
        self._shown = found
        self.model.show(missed_cards(found, self._titles))
        self._stack.setCurrentIndex(0 if found else 1)
        for button in (self.holds, self.does_not):
            button.setEnabled(bool(found))
        self.list.go_to(0)

    def _connect(self) -> None:
        self.list.opened.connect(lambda _at: self._open())
        self.holds.clicked.connect(lambda _checked: self.judge(holds=True))
        self.does_not.clicked.connect(lambda _checked: self.judge(holds=False))
        self.again.clicked.connect(lambda _checked: self.again_wanted.emit())
        self.spot.clicked.connect(lambda _checked: self.spot_wanted.emit())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addLayout(
            row(label(tr("What the rules may have missed"), Voice.PANE), None, self.again)
        )
        column.addWidget(self.recall)
        column.addWidget(self.progress)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        column.addWidget(self._stack, 1)
        acts = FlowLayout()
        acts.add(self.holds, cap("A"))
        acts.add(self.does_not, cap("X"))
        acts.add(self.spot)
        column.addLayout(acts)
        self.progress.hide()
