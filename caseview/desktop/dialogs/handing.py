"""Shows what came of a project or sheet, and what a sheet would change before it does."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.dialogs.frame import Dialog
from caseview.desktop.models.handing_words import change_lines, plan_words
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.tick_box import TickBox
from caseview.usecases.details_table import DetailsPlan


class OutcomeDialog(Dialog):
    """Says what was done, and lists in sentences what could not be."""

    def __init__(
        self, parent: QWidget, look: Appearance, said: tuple[str, str], left: Sequence[str]
    ) -> None:
        super().__init__(parent, look, *said)
        if left:
            self.body.addWidget(label(tr("What could not be carried over"), Voice.STRONG))
            self.body.addWidget(_lines(tr("What could not be carried over"), "\n".join(left), look))
        self.offer(tr("Close"), primary=True).setFocus()


class DetailsDialog(Dialog):
    """Shows what a sheet would change; `take` hears whether to change what was confirmed too."""

    def __init__(
        self,
        parent: QWidget,
        look: Appearance,
        plan: DetailsPlan,
        take: Callable[[bool], object],
    ) -> None:
        super().__init__(parent, look, tr("Take details from this sheet?"), plan_words(plan))
        self._take = take
        self._over = TickBox(look, tr("Change also what a person had confirmed"))
        self._over.setVisible(bool(plan.conflicts))
        if plan.changes:
            self.body.addWidget(_lines(tr("What would change"), change_lines(plan.changes), look))
        self.body.addWidget(self._over)
        if plan.trouble:
            self.body.addWidget(label(tr("What cannot be taken"), Voice.STRONG))
            self.body.addWidget(_lines(tr("What cannot be taken"), "\n".join(plan.trouble), look))
        self.offer(tr("Cancel"))
        self.offer(tr("Take them"), self._done, primary=True).setFocus()

    def _done(self) -> None:
        self.accept()
        self._take(self._over.isChecked())


def _lines(name: str, words: str, look: Appearance) -> QPlainTextEdit:
    """Return lines to read and copy from."""
    box = QPlainTextEdit(words)
    box.setReadOnly(True)
    box.setTabChangesFocus(True)
    box.setAccessibleName(name)
    box.setMinimumSize(look.px(560), look.px(140))
    return box
