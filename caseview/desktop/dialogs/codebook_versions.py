"""The versions of the codebook: what changed in each, and each to be saved and read as it was."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.dialogs.frame import Dialog
from caseview.desktop.models.cards import Card, CardModel
from caseview.desktop.tongue import several, tr
from caseview.desktop.widgets.card_list import CardList
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.panes import scrolled
from caseview.domain.codebook_version import CodebookVersion
from caseview.domain.english import English
from caseview.domain.moment import spoken

FIRST = English("As it came with CaseView.")


class VersionsDialog(Dialog):
    """Lists versions, newest first, beside what changed in the one gone to.

    `save` is called with the id of one to be written to a file.
    """

    def __init__(
        self,
        parent: QWidget,
        look: Appearance,
        versions: Sequence[CodebookVersion],
        save: Callable[[int], object],
    ) -> None:
        words = tr(
            "Nothing is lost: every version stays as it was. Undo goes back to the one before."
        )
        super().__init__(parent, look, tr("Versions of the codebook"), words)
        self.resize(look.px(820), look.px(480))
        self._save = save
        self._versions = tuple(reversed(versions))
        self.model = CardModel()
        self.model.show([_card(one) for one in self._versions])
        self.list = CardList(look, self.model, tr("Versions"))
        self.list.setFixedWidth(look.px(290))
        self.heading = label("", Voice.STRONG, wrap=True)
        self.changes = label("", Voice.BODY, wrap=True)
        self._lay_out()
        self.list.moved.connect(self._tell)
        self.offer(tr("Save it to a file…"), self._ask)
        self.offer(tr("Close"), primary=True)
        self.list.go_to(0)
        self.list.setFocus()

    def _tell(self) -> None:
        """Tell every change of the version gone to, one a line."""
        at = self.list.currentIndex().row()
        if not 0 <= at < len(self._versions):
            return
        version = self._versions[at]
        lines = version.note.splitlines()
        count = f": {several(len(lines), 'change')}" if lines else ""
        self.heading.setText(tr("Version {0}{1}", version.version, count))
        self.changes.setText("\n\n".join(lines) or tr(FIRST))

    def _ask(self) -> None:
        card = self.model.card(self.list.currentIndex().row())
        if card is not None and isinstance(card.key, int):
            self.accept()
            self._save(card.key)

    def _lay_out(self) -> None:
        inside = QWidget()
        told = QVBoxLayout(inside)
        told.setContentsMargins(0, 0, 8, 0)
        told.addWidget(self.heading)
        told.addWidget(self.changes)
        told.addStretch(1)
        beside = QHBoxLayout()
        beside.setSpacing(14)
        beside.addWidget(self.list)
        beside.addWidget(scrolled(inside), 1)
        self.body.addLayout(beside, 1)


def _card(version: CodebookVersion) -> Card:
    used = tr("  \N{MIDDLE DOT}  in use") if version.in_use else ""
    by = f"{spoken(version.kept_at)}, {version.coder}" if version.coder else spoken(version.kept_at)
    lines = version.note.splitlines()
    more = tr(" and {0}", several(len(lines) - 1, "more")) if len(lines) > 1 else ""
    foot = f"{several(len(lines), 'change')}" if lines else tr(FIRST)
    said = f"{lines[0]}{more}" if lines else tr(FIRST)
    return Card(
        version.id,
        tr("Version {0}{1}", version.version, used),
        foot=f"{by}  \N{MIDDLE DOT}  {foot}",
        said=said,
    )
