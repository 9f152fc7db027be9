"""Settings of the person at this computer: appearance, size, single keys, initials."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from caseview.desktop.appearance.look import SIZES, Appearance
from caseview.desktop.dialogs.frame import Dialog
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Segments
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.tick_box import TickBox
from caseview.domain.english import English

SCHEMES = (
    ("light", English("Light")),
    ("dark", English("Dark")),
    ("contrast", English("High contrast")),
    ("follow", English("As the computer")),
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a person has set: `scheme` is "light", "dark", "contrast" or "follow"."""

    scheme: str
    percent: int
    single_keys: bool
    initials: str
    pictures_covered: bool = True


class SettingsDialog(Dialog):
    """Changes take effect at once; `changed` hears all settings after each change."""

    def __init__(
        self,
        parent: QWidget,
        look: Appearance,
        now: Chosen,
        changed: Callable[[Chosen], object],
    ) -> None:
        super().__init__(parent, look, tr("Settings"))
        self._changed = changed
        self._scheme = Segments(look, tr("Appearance"), SCHEMES)
        self._scheme.choose(now.scheme)
        sizes = [(str(size), f"{size}%") for size in SIZES]
        self._size = Segments(look, tr("Size of text and buttons"), sizes)
        self._size.choose(str(now.percent))
        self._single = TickBox(look, tr("Commands of one key, like A for accept"))
        self._single.setChecked(now.single_keys)
        self._covered = TickBox(look, tr("Cover pictures on pages until I click them"))
        self._covered.setChecked(now.pictures_covered)
        self._initials = QLineEdit(now.initials)
        self._initials.setAccessibleName(tr("Your initials"))
        self._initials.setMaxLength(12)
        for caption, part in (
            (tr("Appearance"), self._scheme),
            (tr("Size of text and buttons"), self._size),
            (tr("Keys"), self._single),
            (tr("Pictures"), self._covered),
            (tr("Your initials: they go on every tag you make"), self._initials),
        ):
            self.body.addWidget(label(caption, Voice.STRONG))
            self.body.addWidget(part)
        self._scheme.chosen.connect(lambda _value: self._tell())
        self._size.chosen.connect(lambda _value: self._tell())
        self._single.toggled.connect(lambda _on: self._tell())
        self._covered.toggled.connect(lambda _on: self._tell())
        self._initials.editingFinished.connect(self._tell)
        self.offer(tr("Close"), primary=True)

    def _tell(self) -> None:
        self._changed(
            Chosen(
                self._scheme.value,
                int(self._size.value),
                self._single.isChecked(),
                self._initials.text().strip().upper(),
                self._covered.isChecked(),
            )
        )
