"""Asks how to choose reviews for a second coder."""

from collections.abc import Callable

from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.dialogs.frame import Dialog
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.tick_box import TickBox
from caseview.domain.agreement import Draw
from caseview.domain.english import English

HOW = English(
    "CaseView draws reviews at random and makes a casebook for the second coder with their "
    "documents, details and the codebook. Nothing that you decided is in it: no tag, note or "
    "decision. When both of you have finished, merge it back."
)
USUAL = 10.0


class DoubleCodingDialog(Dialog):
    """Asks for the share, the strata and a passphrase; `chosen` hears them."""

    def __init__(
        self,
        parent: QWidget,
        look: Appearance,
        chosen: Callable[[Draw, str | None], object],
        *,
        locked: bool,
    ) -> None:
        super().__init__(parent, look, tr("Choose reviews to double-code"), tr(HOW))
        self._chosen = chosen
        self._locked = locked
        self.share = QDoubleSpinBox()
        self.share.setRange(1, 100)
        self.share.setDecimals(0)
        self.share.setValue(USUAL)
        self.share.setSuffix("%")
        self.share.lineEdit().setTextMargins(look.px(7), 0, 0, 0)
        self.share.setAccessibleName(tr("Share of the reviews, in per cent"))
        self.each_kind = TickBox(look, tr("The same share of each type of review"))
        self.each_kind.setChecked(True)
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setAccessibleName(tr("Passphrase of the second coder’s casebook"))
        needed = (
            tr("this casebook has one, so its copy needs one")
            if locked
            else tr("may be left empty")
        )
        self.body.addWidget(label(tr("Share of the reviews"), Voice.SECONDARY))
        self.body.addWidget(self.share)
        self.body.addWidget(self.each_kind)
        self.body.addWidget(label(tr("Passphrase of the copy ({0})", needed), Voice.SECONDARY))
        self.body.addWidget(self.passphrase)
        self.offer(tr("Cancel"))
        self._go = self.offer(tr("Choose where it goes"), self._done, primary=True)
        self.passphrase.textChanged.connect(lambda _typed: self._ready())
        self._ready()
        self.share.setFocus()

    def _ready(self) -> None:
        self._go.setEnabled(bool(self.passphrase.text()) or not self._locked)

    def _done(self) -> None:
        wanted = Draw(self.share.value(), self.each_kind.isChecked())
        words = self.passphrase.text() or None
        self.accept()
        self._chosen(wanted, words)
