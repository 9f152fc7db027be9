"""The import as it runs: how far, how many came to which end, and what became of each file."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from caseview.counting.wording import number
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.dialogs.frame import Dialog
from caseview.desktop.models.outcomes import ICONS, OUTCOME, WORDS, OutcomeModel, listed, summed_up
from caseview.desktop.tongue import several, tr
from caseview.desktop.widgets.buttons import Segments
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.outcome_table import OutcomeTable
from caseview.desktop.widgets.panes import Pane, row
from caseview.desktop.widgets.progress_bar import ProgressBar
from caseview.domain.english import English
from caseview.domain.outcome import ImportOutcome, OutcomeKind

USE_NEWER = English("Use the newer version")


class ImportDialog(Dialog):
    """Follows an import from `whence`; closing it leaves the import running.

    With `whence` "" it lists past imports (see `show_past`). `adopt_wanted(older, newer)` asks to
    let the newer version of a document stand in for the older one.
    """

    adopt_wanted = Signal(int, int)

    def __init__(
        self, parent: QWidget, look: Appearance, whence: str, stop: Callable[[], object]
    ) -> None:
        super().__init__(
            parent, look, tr("Importing from “{0}”", whence) if whence else tr("Imports so far")
        )
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self.resize(look.px(860), look.px(560))
        self.model = OutcomeModel()
        self._begun = time.monotonic()
        self._bar = ProgressBar(tr("Files read"))
        self._numbers = {kind: label("0", Voice.NUMBER) for kind in OutcomeKind}
        self._waiting = label("0", Voice.NUMBER)
        choices = [("all", tr("All 0")), ("needs", tr("Needs you 0"))]
        self._which = Segments(look, tr("Show files"), choices)
        self._which.chosen.connect(lambda which: self.model.only_needs_you(on=which == "needs"))
        self._table = OutcomeTable(look, self.model)
        self._lay_out()
        self._adopt = self.offer(tr(USE_NEWER), self._use_newer)
        self._adopt.setEnabled(False)
        self._table.selectionModel().selectionChanged.connect(lambda *_: self._chosen())
        self._copy = self.offer(tr("Copy this list"), self._copy_list)
        self._stop = self.offer(tr("Stop after this file"), stop)
        self._go_on = self.offer(tr("Work while it runs"), self.hide, primary=True)
        self.words.show()

    def tell(self, outcome: ImportOutcome, done: int, total: int) -> None:
        """Show what became of one more file."""
        self.model.add(outcome)
        self._bar.show_progress(done, total)
        self._count(total - done)
        self.words.setText(
            tr(
                "{0} of {1} read. {2}You can carry on working while this runs.",
                number(done),
                number(total),
                self._left(done, total),
            )
        )

    def tell_page(self, name: str, read: int, of: int) -> None:
        """Show how far the reading of a scan has come."""
        self.words.setText(
            tr(
                "“{0}” is a scan: {1} of {2} read. You can carry on working while this runs.",
                name,
                number(read),
                several(of, "page"),
            )
        )

    def end(self, *, stopped: bool) -> None:
        """Show that the import is over."""
        self._count(0)
        counts = self.model.counts
        if stopped:
            self.words.setText(
                tr(
                    "Stopped. {0} are in and safe. Import the same folder again to carry on: "
                    "those will be skipped.",
                    several(counts[OutcomeKind.IMPORTED], "file"),
                )
            )
        else:
            self.words.setText(summed_up(counts))
        self._stop.setEnabled(False)
        self._go_on.say(tr("Close"))

    def show_past(self, outcomes: Sequence[ImportOutcome]) -> None:
        """Show what became of every file imported so far, with nothing under way."""
        for outcome in outcomes:
            self.model.add(outcome)
        for part in (self._bar, self._stop, self._left_card):
            part.hide()
        self.end(stopped=False)

    def _chosen(self) -> None:
        outcome = self._outcome()
        self._adopt.setEnabled(outcome is not None and outcome.replaces is not None)

    def _outcome(self) -> ImportOutcome | None:
        """Return the outcome that is selected."""
        index = self._table.currentIndex()
        held = index.data(OUTCOME) if index.isValid() else None
        return held if isinstance(held, ImportOutcome) else None

    def _use_newer(self) -> None:
        outcome = self._outcome()
        if outcome is not None and outcome.replaces and outcome.document_id:
            self._adopt.setEnabled(False)
            self.adopt_wanted.emit(outcome.replaces, outcome.document_id)

    def _copy_list(self) -> None:
        QApplication.clipboard().setText(listed(self.model))

    def _count(self, waiting: int) -> None:
        for kind, count in self.model.counts.items():
            self._numbers[kind].setText(number(count))
        self._waiting.setText(number(waiting))
        whole = sum(self.model.counts.values())
        self._which.reword({
            "all": tr("All {0}", number(whole)),
            "needs": tr("Needs you {0}", number(self.model.needing_you)),
        })

    def _left(self, done: int, total: int) -> str:
        spent = time.monotonic() - self._begun
        left = spent / done * (total - done)
        if spent < 2 or left < 5:  # noqa: PLR2004 - seconds too few to be worth words
            return ""
        if left < 90:  # noqa: PLR2004 - seconds as long as they read well
            return tr("About {0} seconds left. ", round(left / 5) * 5)
        return tr("About {0} left. ", several(round(left / 60), "minute"))

    def _lay_out(self) -> None:
        cards = QHBoxLayout()
        cards.setSpacing(8)
        for kind, figure in self._numbers.items():
            cards.addWidget(self._card(WORDS[kind].lower(), figure, ICONS[kind]))
        self._left_card = self._card("waiting", self._waiting, ("files", "text2"))
        cards.addWidget(self._left_card)
        self.body.addWidget(self._bar)
        self.body.addLayout(cards)
        self.body.addLayout(
            row(label(tr("What happened to each file"), Voice.STRONG), None, self._which)
        )
        holder = Pane(tr("What happened to each file"), margins=1)
        holder.column.addWidget(self._table)
        self.body.addWidget(holder, 1)

    def _card(self, words: str, figure: QWidget, drawing: tuple[str, str]) -> QWidget:
        card = Pane(words, margins=8)
        inside = QVBoxLayout()
        inside.setSpacing(0)
        picture = QLabel()
        picture.setPixmap(self.look.picture(*drawing, 18))
        inside.addLayout(row(picture, figure, None))
        inside.addWidget(label(words, Voice.SECONDARY))
        card.column.addLayout(inside)
        return card
