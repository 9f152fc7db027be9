"""Asks before passages found are tagged together, with each of them to look through."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.dialogs.frame import Dialog
from caseview.desktop.models.results import in_context
from caseview.desktop.tongue import several, tr
from caseview.domain.query import Hit


class TagDialog(Dialog):
    """Lists the passages that are about to be tagged."""

    def __init__(
        self,
        parent: QWidget,
        look: Appearance,
        hits: Sequence[Hit],
        theme: str,
        act: Callable[[], object],
    ) -> None:
        words = tr(
            "Each becomes a tag of yours, with the theme’s usual reading. You can undo this."
        )
        title = tr("Tag {0} as “{1}”?", several(len(hits), "passage"), theme)
        super().__init__(parent, look, title, words)
        self._act = act
        self.resize(look.px(640), look.px(420))
        listed = QListWidget()
        listed.setAccessibleName(tr("Passages to be tagged"))
        listed.setWordWrap(True)
        listed.setFont(look.font(13))
        listed.setSpacing(look.px(4))
        listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        listed.addItems([described(hit) for hit in hits])
        self.body.addWidget(listed)
        self.offer(tr("Cancel"))
        self.offer(tr("Tag them"), self._done, primary=True).setFocus()

    def _done(self) -> None:
        self.accept()
        self._act()


def described(hit: Hit) -> str:
    """Return where a passage stands and the words found with what is around them."""
    where = tr("page {0}", hit.page) if hit.page is not None else tr("paragraph {0}", hit.number)
    context = in_context(hit)
    return f"{hit.review}, {where}: {context.before}{context.found}{context.after}"
