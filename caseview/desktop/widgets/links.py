"""A line of links that comes and goes with what there is to lead to."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.panes import emptied


class Links(QWidget):
    """Words followed by links; hidden while there is nothing to say."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 0, 0, 0)
        self._row.setSpacing(6)
        self.hide()

    def show_links(self, words: str, acts: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Show these links behind the words, or nothing without any."""
        emptied(self._row)
        self.setVisible(bool(acts))
        if not acts:
            return
        self._row.addWidget(label(words, Voice.SECONDARY))
        for name, act in acts:
            link = Button(self._look, name, Role.LINK)
            link.clicked.connect(lambda _checked, act=act: act())
            self._row.addWidget(link)
        self._row.addStretch(1)
