"""Asks for the name of something that is kept under it."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.dialogs.frame import Dialog
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.labels import Voice, label


class NameDialog(Dialog):
    """Asks what to call it; Enter gives the name typed to whoever asked."""

    def __init__(
        self,
        parent: QWidget,
        look: Appearance,
        question: tuple[str, str],
        act: tuple[str, Callable[[str], object]],
        name: str = "",
    ) -> None:
        super().__init__(parent, look, *question)
        words, self._chosen = act
        self.field = QLineEdit(name)
        self.field.setAccessibleName(tr("Name"))
        self.field.setSelection(len(name), -len(name))  # a long one shows from its beginning
        self.body.addWidget(label(tr("Name"), Voice.SECONDARY))
        self.body.addWidget(self.field)
        self.offer(tr("Cancel"))
        self._do = self.offer(words, self._done, primary=True)
        self.field.textChanged.connect(lambda _typed: self._ready())
        self._ready()
        self.field.setFocus()

    def _ready(self) -> None:
        self._do.setEnabled(bool(self.field.text().strip()))

    def _done(self) -> None:
        name = self.field.text().strip()
        if name:
            self.accept()
            self._chosen(name)
