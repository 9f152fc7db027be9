"""The one place that shows what went wrong, in plain words, with what to do."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.dialogs.frame import Dialog
from caseview.desktop.jobs import Failure
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.labels import label


class FailureDialog(Dialog):
    """What happened, what to do, and for a fault of ours the details to hand on."""

    def __init__(self, parent: QWidget, look: Appearance, failure: Failure) -> None:
        super().__init__(parent, look, failure.message)
        if failure.advice:
            self.body.addWidget(label(failure.advice, wrap=True))
        if failure.details:
            details = QPlainTextEdit(failure.details)
            details.setReadOnly(True)
            details.setAccessibleName(tr("Details"))
            details.setMinimumHeight(look.px(140))
            self.body.addWidget(details)
        self.offer(tr("Close"), primary=True).setFocus()
