"""Lists what could give a person away before a summary leaves; each is looked at and decided."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.dialogs.frame import Dialog
from caseview.desktop.models.told import Looked, around
from caseview.desktop.tongue import several, tr
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.panes import scrolled
from caseview.domain.english import English
from caseview.usecases.check_anonymity import Told

WHY = English(
    "These words could give a person away. Quotes are never changed: keep each as it is, or leave "
    "its quote out. What you decide is kept with the summary."
)


class NamesDialog(Dialog):
    """Asks of each what to do; `decided` is called once nothing waits."""

    def __init__(
        self,
        parent: QWidget,
        look: Appearance,
        told: Sequence[Told],
        looked: Looked,
        decided: Callable[[], object],
    ) -> None:
        super().__init__(parent, look, tr("Look at these before it leaves"), tr(WHY))
        self._told, self._looked, self._decided = tuple(told), looked, decided
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(12)
        for one in self._told:
            column.addLayout(self._row(one))
        column.addStretch(1)
        area = scrolled(inside)
        area.setMinimumHeight(look.px(260))
        self.setMinimumWidth(look.px(620))
        self.body.addWidget(area, 1)
        self._left = label("", Voice.SECONDARY)
        self.body.addWidget(self._left)
        self.offer(tr("Cancel"))
        self._go = self.offer(tr("Carry on"), self._done, primary=True)
        self._count()

    def _row(self, one: Told) -> QVBoxLayout:
        part = QVBoxLayout()
        part.setSpacing(2)
        part.addWidget(label(f"{one.what.sort.value.capitalize()}: {one.what.words}", Voice.PANE))
        words = label(around(one), Voice.BODY, wrap=True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        part.addWidget(words)
        part.addWidget(label(one.where, Voice.SECONDARY, wrap=True))
        choices = QHBoxLayout()
        group = QButtonGroup(self)
        acts = [("keep", tr("Keep"), self._looked.keep)]
        if one.quote is not None:
            acts.append(("out", tr("Leave this quote out"), self._looked.leave_out))
        for value, said, act in acts:
            button = QRadioButton(said)
            button.setAccessibleName(f"{said}: {one.what.words}, {one.where}")
            button.setChecked(self._looked.decision(one) == value)
            button.clicked.connect(lambda _on, act=act, one=one: self._decide(act, one))
            group.addButton(button)
            choices.addWidget(button)
        choices.addStretch(1)
        part.addLayout(choices)
        return part

    def _decide(self, act: Callable[[Told], None], one: Told) -> None:
        act(one)
        self._count()

    def _count(self) -> None:
        waiting = len(self._looked.waiting(self._told))
        self._left.setText(
            tr("{0} still to look at.", several(waiting, "place")) if waiting else ""
        )
        self._go.setEnabled(not waiting)

    def _done(self) -> None:
        self.accept()
        self._decided()
