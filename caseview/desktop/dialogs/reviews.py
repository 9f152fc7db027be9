"""Questions about a review or a document that want a reason."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.dialogs.reason import ReasonDialog
from caseview.desktop.tongue import tr
from caseview.domain.document import Document

Act = Callable[[str], object]


def ask_to_screen(
    parent: QWidget, look: Appearance, what: str, reasons: Sequence[str], act: Act
) -> None:
    """Ask why a review, or several, is screened out, and offer these reasons."""
    words = tr(
        "What is screened out stays in the casebook and is counted nowhere. You can undo this."
    )
    question = (tr("Screen out {0}?", what), words)
    ReasonDialog(parent, look, question, (tr("Screen out"), act), reasons).show()


def ask_to_remove(parent: QWidget, look: Appearance, document: Document, act: Act) -> None:
    """Ask why a document is removed for good."""
    words = tr(
        "Its words, its tags and its place in the search are gone for good, from undo as well. "
        "The log keeps who removed it, when and why, and none of its words."
    )
    question = (tr("Remove “{0}” from the casebook?", document.name), words)
    ReasonDialog(parent, look, question, (tr("Remove for good"), act)).show()
