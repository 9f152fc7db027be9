"""The versions of the codebook: what changed in each, and each to be saved and read as it was."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.dialogs.frame import Dialog
from caseview.desktop.models.cards import Card, CardModel
from caseview.desktop.widgets.card_list import CardList
from caseview.domain.codebook_version import CodebookVersion
from caseview.domain.moment import spoken


class VersionsDialog(Dialog):
    """Lists versions, newest first; `save` is called with the id of one to be written to a file."""

    def __init__(
        self,
        parent: QWidget,
        look: Appearance,
        versions: Sequence[CodebookVersion],
        save: Callable[[int], object],
    ) -> None:
        words = "Nothing is lost: every version stays as it was. Undo goes back to the one before."
        super().__init__(parent, look, "Versions of the codebook", words)
        self.resize(look.px(620), look.px(440))
        self._save = save
        self.model = CardModel()
        self.model.show([_card(one) for one in reversed(versions)])
        self.list = CardList(look, self.model, "Versions")
        self.body.addWidget(self.list, 1)
        self.offer("Save it to a file…", self._ask)
        self.offer("Close", primary=True)
        self.list.go_to(0)
        self.list.setFocus()

    def _ask(self) -> None:
        card = self.model.card(self.list.currentIndex().row())
        if card is not None and isinstance(card.key, int):
            self.accept()
            self._save(card.key)


def _card(version: CodebookVersion) -> Card:
    used = "  \N{MIDDLE DOT}  in use" if version.in_use else ""
    by = f"{spoken(version.kept_at)}, {version.coder}" if version.coder else spoken(version.kept_at)
    words = " ".join(version.note.splitlines()) or "As it came with CaseView."
    return Card(version.id, f"Version {version.version}{used}", by, words)
