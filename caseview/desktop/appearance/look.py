"""The appearance in force: palette, stylesheet, fonts and icons of the whole application."""

import re
import sys
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory

from caseview.desktop.appearance.contrast import asked_for, roles_of
from caseview.desktop.appearance.icons import draw, tinted
from caseview.desktop.appearance.tokens import Scheme, Tokens, load_tokens

READING_FACE = "CaseView Serif"
SIZES = (100, 115, 130, 150)
_SIZE = re.compile(r"\$\{px(\d+)\}")
"""A length of the stylesheet in pixels at 100 per cent."""
_HEIGHT = re.compile(r"\$\{high(\d+)\}")
"""The height of a control in pixels at 100 per cent."""
SIGNS = {"arrow": "chevron-down", "up": "chevron-up", "right": "chevron-right", "tick": "check"}
"""The drawings that the stylesheet names."""
TEXT = 16
"""How high a line of the interface is in pixels at 100 per cent."""


class Appearance(QObject):
    """Colours, type and icons; tells of each change so that painted widgets can follow."""

    changed = Signal()

    def __init__(self, resources: Path, scheme: Scheme = Scheme.LIGHT) -> None:
        super().__init__()
        self._folder = resources
        self._percent = 100
        self._reading = 16
        self.pictures_covered = True
        self._drawings = QTemporaryDir()
        self.tokens: Tokens = self._table(scheme)
        self.paper: Tokens = load_tokens(resources / "appearance", Scheme.LIGHT)
        for font in sorted((resources / "fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(font))

    @property
    def percent(self) -> int:
        """The size of the interface, one of SIZES."""
        return self._percent

    @property
    def reading_size(self) -> int:
        """The size of text to read, in pixels at 100 per cent, 12 to 28."""
        return self._reading

    def px(self, pixels: int) -> int:
        """Return a length at 100 per cent as it is at the size in force."""
        return round(pixels * self._percent / 100)

    def colour(self, name: str) -> QColor:
        """Return a colour of the token table. Raises KeyError for an unknown name."""
        return QColor(self.tokens[name])

    def icon(self, name: str, colour: str = "text", size: int = 18) -> QIcon:
        """Return a drawing in a colour of the token table."""
        return QIcon(self.picture(name, colour, size))

    def picture(
        self, name: str, colour: str = "text", size: int = 18, *, filled: bool = False
    ) -> QPixmap:
        """Return a drawing as a picture in a colour of the token table."""
        side = self.px(size)
        return draw(self._folder / "icons", name, self.tokens[colour], side, filled=filled)

    def font(self, pixels: int = 13, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the face of the interface."""
        font = QFont("Segoe UI" if sys.platform == "win32" else "Inter")
        font.setPixelSize(self.px(pixels))
        font.setWeight(weight)
        return font

    def figures(self, pixels: int = 13, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the face of numbers that stand under one another: figures of one width.

        Not for words: the feature sets hyphens as wide as a figure too.
        """
        font = self.font(pixels, weight)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def reading_font(self, pixels: int | None = None) -> QFont:
        """Return the face of reviews and quotes; at the reader's own size when none is given.

        Either grows with the interface: words to read are never the smallest on screen.
        """
        font = QFont(READING_FACE)
        font.setPixelSize(self.px(self._reading if pixels is None else pixels))
        return font

    def choose(self, scheme: Scheme) -> None:
        """Change to another appearance."""
        self.tokens = self._table(scheme)
        self.dress()

    def _table(self, scheme: Scheme) -> Tokens:
        own = _the_computers() if scheme is Scheme.CONTRAST and asked_for() else None
        return load_tokens(self._folder / "appearance", scheme, own)

    def resize(self, percent: int) -> None:
        """Change the size of the interface to one of SIZES. Raises ValueError for another."""
        if percent not in SIZES:
            raise ValueError(f"no such size: {percent}")
        self._percent = percent
        self.dress()

    def resize_reading(self, pixels: int) -> None:
        """Change the size of text to read; it stays within 12 to 28 pixels."""
        self._reading = min(28, max(12, pixels))
        self.changed.emit()

    def cover_pictures(self, *, on: bool) -> None:
        """Cover pictures on pages until they are clicked, or show them at once."""
        self.pictures_covered = on
        self.changed.emit()

    def dress(self) -> None:
        """Put style, palette, font and stylesheet on the application and tell everyone."""
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            raise TypeError("the application must run before it is dressed")
        application.setStyle(QStyleFactory.create("Fusion"))
        application.setPalette(palette(self.tokens))
        application.setFont(self.font())
        sheet = (self._folder / "appearance" / "style.qss").read_text(encoding="utf-8")
        sizes = {f"px{size}": str(self.px(int(size))) for size in _SIZE.findall(sheet)}
        grown = self.px(TEXT) - TEXT  # a control grows with its words, not with the room round them
        sizes |= {f"high{size}": str(int(size) + grown) for size in _HEIGHT.findall(sheet)}
        icons, drawn = self._folder / "icons", Path(self._drawings.path())
        signs = {
            name: tinted(icons, drawing, self.tokens["text2"], drawn)
            for name, drawing in SIGNS.items()
        }
        colours = self.tokens.colours
        application.setStyleSheet(Template(sheet).substitute(colours, **sizes, **signs))
        self.changed.emit()


def _the_computers() -> dict[str, str]:
    """Return the colours the computer has for contrast, with none of our own over them."""
    QApplication.setPalette(QPalette())
    return roles_of(QApplication.palette())


def palette(tokens: Tokens) -> QPalette:
    """Return Qt's palette in the colours of the token table."""
    role = QPalette.ColorRole
    made = QPalette()
    for name, roles in {
        "window": (role.Window, role.AlternateBase),
        "surface": (role.Base, role.Button, role.ToolTipBase, role.Light, role.Midlight),
        "text": (role.WindowText, role.Text, role.ButtonText, role.ToolTipText),
        "text3": (role.PlaceholderText,),
        "accent": (role.Link, role.LinkVisited, role.Accent),
        "selected": (role.Highlight,),
        "hairline": (role.Mid,),
        "border": (role.Dark, role.Shadow),
    }.items():
        for each in roles:
            made.setColor(each, QColor(tokens[name]))
    made.setColor(role.HighlightedText, QColor(tokens["text"]))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(tokens["off"]))
    return made
