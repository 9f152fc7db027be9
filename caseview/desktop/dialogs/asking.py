"""Short questions: a passphrase, one's initials, yes or no."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.dialogs.frame import Dialog
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.notices import Banner
from caseview.domain.english import English


class PassphraseDialog(Dialog):
    """Asks for a casebook's passphrase; stays open until it fits or is left.

    `attempt` is called with what was typed; the caller answers with `wrong()` or `accept()`.
    """

    def __init__(
        self, parent: QWidget, look: Appearance, name: str, attempt: Callable[[str], object]
    ) -> None:
        super().__init__(
            parent,
            look,
            tr("“{0}” is locked with a passphrase", name),
            tr("Type the passphrase to open it. CaseView does not keep it anywhere."),
        )
        self._attempt = attempt
        self._field = QLineEdit()
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setAccessibleName(tr("Passphrase"))
        self._wrong = Banner(look, "problem")
        self.body.addWidget(self._field)
        self.body.addWidget(self._wrong)
        self.offer(tr("Cancel"))
        self._open = self.offer(tr("Open"), self._try, primary=True)
        self._field.textChanged.connect(lambda typed: self._open.setEnabled(bool(typed)))
        self._open.setEnabled(False)
        self._field.setFocus()

    def wrong(self, message: str, advice: str = "") -> None:
        """Say that the passphrase does not fit and ask again."""
        self._wrong.say(message, advice)
        self._open.setEnabled(True)
        self._field.selectAll()
        self._field.setFocus()

    def _try(self) -> None:
        self._open.setEnabled(False)
        self._attempt(self._field.text())


class NewPassphraseDialog(Dialog):
    """Asks whether a new casebook is to be locked; `chosen` hears the passphrase or None."""

    def __init__(
        self, parent: QWidget, look: Appearance, chosen: Callable[[str | None], object]
    ) -> None:
        super().__init__(
            parent,
            look,
            tr("Lock this casebook with a passphrase?"),
            tr(
                "A locked casebook cannot be read without it, by anyone. Nobody can find a "
                "passphrase again that is lost, so keep it where your team keeps such things."
            ),
        )
        self._chosen = chosen
        self._fields = []
        for name in (tr("Passphrase"), tr("The same again")):
            field = QLineEdit()
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setAccessibleName(name)
            field.textChanged.connect(self._compare)
            self.body.addWidget(label(name, Voice.SECONDARY))
            self.body.addWidget(field)
            self._fields.append(field)
        self.offer(tr("Without a passphrase"), lambda: self._end(None))
        self._lock = self.offer(tr("Lock with it"), self._locked, primary=True)
        self._lock.setEnabled(False)

    def _compare(self) -> None:
        one, again = (field.text() for field in self._fields)
        self._lock.setEnabled(bool(one) and one == again)

    def _locked(self) -> None:
        self._end(self._fields[0].text())

    def _end(self, passphrase: str | None) -> None:
        self.accept()
        self._chosen(passphrase)


class QuestionDialog(Dialog):
    """Asks before something is done that deserves a second look."""

    def __init__(
        self,
        parent: QWidget,
        look: Appearance,
        question: tuple[str, str],
        act: tuple[str, Callable[[], object]],
        instead: str = English("Cancel"),
    ) -> None:
        super().__init__(parent, look, *question)
        words, do = act
        self._do = do
        self.offer(instead).setFocus()
        self.offer(words, self._done, primary=True)

    def _done(self) -> None:
        self.accept()
        self._do()
