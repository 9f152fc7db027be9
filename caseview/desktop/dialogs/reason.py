"""Asks for the reason of something that is kept with it: screening out, removing."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.dialogs.frame import Dialog
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.labels import Voice, label


class ReasonDialog(Dialog):
    """Asks why; `chosen` hears the reason once there is one. Reasons used before are offered."""

    def __init__(
        self,
        parent: QWidget,
        look: Appearance,
        question: tuple[str, str],
        act: tuple[str, Callable[[str], object]],
        reasons: Sequence[str] = (),
    ) -> None:
        super().__init__(parent, look, *question)
        words, self._chosen = act
        self._field = QComboBox()
        self._field.setEditable(True)
        self._field.addItems(list(reasons))
        self._field.setCurrentText("")
        self._field.setAccessibleName(tr("Reason"))
        self.body.addWidget(label(tr("Reason"), Voice.SECONDARY))
        self.body.addWidget(self._field)
        self.offer(tr("Cancel"))
        self._do = self.offer(words, self._done, primary=True)
        self._do.setEnabled(False)
        self._field.currentTextChanged.connect(lambda _typed: self._ready())
        self._field.setFocus()

    def give(self, reason: str) -> None:
        """Put a reason into the field."""
        self._field.setCurrentText(reason)

    def _ready(self) -> None:
        self._do.setEnabled(bool(self._field.currentText().strip()))

    def _done(self) -> None:
        reason = self._field.currentText().strip()
        self.accept()
        self._chosen(reason)
