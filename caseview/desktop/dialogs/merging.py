"""What merging another casebook would bring, before anything changes."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from caseview.counting.merge_wording import merged_sentence, preview_notes, preview_sentence
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.dialogs.frame import Dialog
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.notices import Banner
from caseview.domain.english import English
from caseview.domain.merging import Merged, MergePreview

NOTHING_YET = English("Nothing changes until you press Merge. A restore point is made first.")


class MergeDialog(Dialog):
    """Shows the preview; `merge` is called on Merge, and the caller answers with `end`."""

    def __init__(
        self,
        parent: QWidget,
        look: Appearance,
        preview: MergePreview,
        merge: Callable[[], object],
    ) -> None:
        super().__init__(parent, look, tr("Merge “{0}”", preview.name), preview_sentence(preview))
        self.setMinimumWidth(look.px(520))
        self._merge = merge
        self.notes = [told(note) for note in preview_notes(preview)]
        if not preview.brings_nothing:
            self.notes.append(tr(NOTHING_YET))
        for words in self.notes:
            self.body.addWidget(label(words, Voice.SECONDARY, wrap=True))
        self._said = Banner(look, "plain")
        self.body.addWidget(self._said)
        self._leave = self.offer(tr("Close") if preview.brings_nothing else tr("Cancel"))
        self.go = self.offer(tr("Merge"), self._press, primary=True)
        self.go.setEnabled(not preview.brings_nothing)
        (self._leave if preview.brings_nothing else self.go).setFocus()

    def end(self, merged: Merged) -> None:
        """Say what was merged."""
        self._said.say(merged_sentence(merged))
        self._leave.say(tr("Close"))
        self._leave.setFocus()

    def not_done(self, message: str, advice: str) -> None:
        """Say why nothing was merged."""
        self._said.say(message, advice)
        self.go.setEnabled(True)

    def _press(self) -> None:
        self.go.setEnabled(False)
        self._said.say(tr("Merging…"))
        self._merge()
