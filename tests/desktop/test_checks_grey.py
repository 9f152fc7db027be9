"""UX.md section 7, check 18: what colour says is still told apart when it is printed in grey.

Measured as CIE lightness L* (0 to 100) of what the window paints, and as shapes: a tag is solid
and a suggestion dashed, a chosen segment has a tick or a bar.
"""

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.appearance.tokens import Scheme
from caseview.desktop.models.themebook import Face, ThemeBook
from caseview.desktop.pages.reader.page import ReaderPage
from caseview.desktop.places import Place, View
from caseview.desktop.widgets.buttons import Segments
from caseview.desktop.widgets.chips import paint_chip
from caseview.desktop.window.window import Window
from caseview.domain.reads_as import ReadsAs
from tests.desktop import invented
from tests.desktop.colour_science import lightness
from tests.desktop.driving import press, settle

HEAT = (0, 10, 30, 50, 70, 95)
STEP = 4.0
"""The least difference of lightness between neighbouring steps of the heat map."""


@pytest.fixture(params=[Scheme.LIGHT, Scheme.DARK])
def look(appearance: Appearance, request: pytest.FixtureRequest) -> Iterator[Appearance]:
    appearance.choose(request.param)
    yield appearance
    appearance.choose(Scheme.LIGHT)


def test_steps_of_the_heat_map_grow_lighter_or_darker_one_by_one(look: Appearance) -> None:
    steps = [lightness(look.tokens.heat(percent)[0]) for percent in HEAT]
    jumps = [after - before for before, after in itertools.pairwise(steps)]
    assert all(abs(jump) >= STEP for jump in jumps), steps
    assert len({jump > 0 for jump in jumps}) == 1, "always the same way"


def grey(picture: QPixmap | QImage) -> QImage:
    image = picture.toImage() if isinstance(picture, QPixmap) else picture
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def chip(look: Appearance, *, suggested: bool) -> QImage:
    picture = QPixmap(40, 24)
    picture.fill(look.colour("surface"))
    painter = QPainter(picture)
    face = Face("", "", "", 1)
    paint_chip(painter, look, QRect(0, 0, 40, 24), face, suggested=suggested)
    painter.end()
    return grey(picture)


def runs(image: QImage, y: int, limit: int) -> int:
    """Return how often a line of dots goes from ground to ink."""
    dark = [abs(image.pixelColor(x, y).value() - image.pixelColor(39, y).value()) > limit
            for x in range(image.width())]  # fmt: skip
    return sum(after and not before for before, after in itertools.pairwise(dark))


def test_the_edge_of_a_suggested_chip_is_broken_and_that_of_a_tag_is_not(look: Appearance) -> None:
    top = 3  # the outer half of the upper edge: a chip is 18 dots high, here in the midst of 24
    assert runs(chip(look, suggested=False), top, 30) == 1
    assert runs(chip(look, suggested=True), top, 30) >= 3


def test_each_way_of_reading_has_a_sign_and_a_word_of_its_own() -> None:
    assert len({value.sign for value in ReadsAs}) == len(ReadsAs)
    assert len({value.label for value in ReadsAs}) == len(ReadsAs)


def differences(one: QImage, other: QImage) -> int:
    return sum(
        abs(one.pixelColor(x, y).value() - other.pixelColor(x, y).value()) > 40
        for x in range(min(one.width(), other.width()))
        for y in range(min(one.height(), other.height()))
    )


def test_the_chosen_of_a_row_of_choices_has_a_mark_beyond_its_shade(
    window: Window, qtbot: QtBot
) -> None:
    seen = 0
    for scheme in Scheme:
        window.look.choose(scheme)
        for view in (View.CROSSTABS, View.READER):
            window.go(Place(view, document=10 if view is View.READER else None))
            settle(window, qtbot)
            for row in window.findChildren(Segments):
                if row.isVisible():
                    seen += 1
                    assert marked(row), row.accessibleName()
    window.look.choose(Scheme.LIGHT)
    assert seen > 10


def marked(row: Segments) -> bool:
    """Whether the button chosen has a tick in its words, or a bar that no other has."""
    buttons = [b for b in row.findChildren(QAbstractButton) if b.isVisible()]
    (chosen,) = [b for b in buttons if b.isChecked()]
    return "\N{CHECK MARK} " in chosen.text() or (
        barred(chosen) and not any(barred(b) for b in buttons if b is not chosen)
    )


def barred(button: QWidget) -> bool:
    """Whether the lowest lines of a button stand out from its ground, all along."""
    image = grey(button.grab())
    y = image.height() - 2
    ground = image.pixelColor(image.width() // 2, 4).value()
    return all(
        abs(image.pixelColor(x, y).value() - ground) > 40 for x in range(3, image.width() - 3)
    )


def test_in_the_reader_a_tag_stands_apart_from_a_suggestion_in_grey(
    window: Window, qtbot: QtBot
) -> None:
    window.go(Place(View.READER, document=10))
    settle(window, qtbot)
    page = window.page()
    assert isinstance(page, ReaderPage)
    text = page.parts.text
    before = grey(text.viewport().grab())
    press(Qt.Key.Key_A)
    settle(window, qtbot)
    after = grey(text.viewport().grab())
    assert differences(before, after) > 200, "an accepted suggestion looks otherwise"
    drawn = {selection.format.underlineStyle() for selection in text.extraSelections()}
    assert len(drawn) > 1, "one is underlined, the other dotted or dashed"


def test_letters_tell_the_groups_apart_without_colour() -> None:
    book = ThemeBook(invented.CODEBOOK)
    letters = [book.face(theme.id).letters for theme in invented.THEMES]
    assert all(letters)
    assert len(set(letters)) == len(invented.GROUPS)
