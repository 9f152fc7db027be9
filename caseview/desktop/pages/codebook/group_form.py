"""The form of a group of themes: name, letters, colour, place, and the themes that join it."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.cards import Card, CardModel
from caseview.desktop.models.themebook import Face, ThemeBook
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Button
from caseview.desktop.widgets.card_list import CardList
from caseview.desktop.widgets.chips import chip_size, paint_chip
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.notices import Banner
from caseview.desktop.widgets.panes import row
from caseview.domain.codebook import GROUP_COLOURS, Codebook, ThemeGroup

NEW = ThemeGroup("", "", "")


class GroupForm(QWidget):
    """Fills in a group. `kept(ThemeGroup, int, set)` tells it with its place and who joins it.

    `retire_wanted(ThemeGroup)` asks to retire it or bring it back, `left()` that nothing is wanted.
    """

    kept = Signal(object, int, object)
    retire_wanted = Signal(object)
    left = Signal()

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._group = NEW
        self._codebook: Codebook | None = None
        self.heading = label("", Voice.PANE)
        self._amiss = Banner(look, "problem")
        self.name, self.letters = QLineEdit(), QLineEdit()
        self.letters.setMaxLength(2)
        self.colour, self.place = QComboBox(), QComboBox()
        self.themes_model = CardModel()
        self.themes = CardList(look, self.themes_model, tr("Themes that move into the group"))
        self._retire = Button(look, tr("Retire"))
        self.keep = Button(look, tr("Keep"), icon="check")
        self._lay_out(look)
        self.keep.clicked.connect(lambda _checked: self._keep())
        self._retire.clicked.connect(lambda _checked: self.retire_wanted.emit(self._group))
        self.letters.textEdited.connect(lambda _typed: self._paint_colours())

    def show_group(self, group: ThemeGroup, codebook: Codebook) -> None:
        """Fill the form with a group; one without an id is new."""
        self._group, self._codebook = group, codebook
        self._amiss.hide()
        self.heading.setText(tr("Edit group") if group.id else tr("New group"))
        self.name.setText(group.name)
        self.letters.setText(group.letters)
        self._retire.setVisible(bool(group.id))
        self._retire.say(tr("Bring back") if group.retired else tr("Retire"))
        self._fill_places(codebook)
        self._paint_colours()
        self.colour.setCurrentIndex(max(0, self.colour.findData(group.colour)))
        names = {one.id: one.name for one in codebook.groups}
        self.themes_model.show([
            Card(theme.id, theme.name, names.get(theme.group, ""), ticks=True)
            for theme in codebook.themes
            if theme.group != group.id and not theme.marker and not theme.retired
        ])
        self.name.setFocus()

    def say_amiss(self, message: str, advice: str) -> None:
        """Say what cannot be kept as it is."""
        self._amiss.say(message, advice)

    def _keep(self) -> None:
        group = replace(
            self._group,
            name=" ".join(self.name.text().split()),
            letters=self.letters.text().strip().upper(),
            colour=str(self.colour.currentData()),
        )
        joining = {str(theme) for theme in self.themes_model.chosen}
        self.kept.emit(group, self.place.currentIndex(), joining)

    def _fill_places(self, codebook: Codebook) -> None:
        others = [one for one in codebook.groups if one.id != self._group.id]
        self.place.clear()
        self.place.addItem(tr("First"))
        for one in others:
            self.place.addItem(tr("After {0}", one.name))
        ids = [one.id for one in codebook.groups]
        at = ids.index(self._group.id) if self._group.id in ids else len(others)
        self.place.setCurrentIndex(at)

    def _paint_colours(self) -> None:
        """Offer the colours, each as the group's chip would look in it."""
        chosen = self.colour.currentIndex()
        self.colour.clear()
        own = 0 if self._codebook is None else self._own_place(self._codebook)
        self.colour.addItem(self._chip(own), tr("By its place"), "")
        for at, name in enumerate(GROUP_COLOURS):
            self.colour.addItem(self._chip(at), name.capitalize(), name)
        self.colour.setCurrentIndex(max(0, chosen))

    def _own_place(self, codebook: Codebook) -> int:
        plain = replace(codebook, groups=tuple(replace(one, colour="") for one in codebook.groups))
        known = ThemeBook(plain).group(self._group.id).position
        return known if self._group.id else len(codebook.groups)

    def _chip(self, position: int) -> QIcon:
        picture = QPixmap(chip_size(self._look))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        face = Face("", "", self.letters.text().upper(), position)
        paint_chip(painter, self._look, picture.rect(), face)
        painter.end()
        return QIcon(picture)

    def _lay_out(self, look: Appearance) -> None:
        leave = Button(look, tr("Cancel"))
        leave.clicked.connect(lambda _checked: self.left.emit())
        self.colour.setIconSize(chip_size(look))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self._amiss)
        for words, field in (
            (tr("Name"), self.name),
            (tr("Two letters"), self.letters),
            (tr("Colour"), self.colour),
            (tr("Where it stands"), self.place),
        ):
            field.setAccessibleName(words)
            column.addWidget(label(words, Voice.CAPTION))
            column.addWidget(field)
        column.addWidget(label(tr("Tick themes to move into it"), Voice.CAPTION))
        column.addWidget(self.themes, 1)
        column.addLayout(row(self.keep, leave, None, self._retire))
