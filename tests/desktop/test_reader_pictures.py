"""Pictures on printed pages stay covered until one asks; the head says what a review tells of."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from caseview.desktop.dialogs.settings import SettingsDialog
from caseview.desktop.pages.reader.page import ReaderPage
from caseview.desktop.widgets.tick_box import TickBox
from caseview.domain.attribute import DetailName
from caseview.readers.page_pictures import ChildPainter
from tests.desktop.driving import CONTROL, named, press
from tests.desktop.real_casebook import CODER, PDF, Room, doorway, open_room

KEY = Qt.Key
RED = (200, 30, 30)
WIDE, TALL = 595, 842
BOX = (100, 300, 300, 500)
"""Where the photograph stands on the page, from the upper left corner, in points."""


def with_photograph() -> bytes:
    """Return a PDF of one page with words and a red photograph."""
    held = io.BytesIO()
    Image.new("RGB", (200, 200), RED).save(held, "JPEG")
    photograph = held.getvalue()
    left, top, right, bottom = BOX
    drawn = (
        f"BT /F1 14 Tf 72 760 Td (Safeguarding Adults Review: Subject 7) Tj ET "
        f"q {right - left} 0 0 {bottom - top} {left} {TALL - bottom} cm /Im1 Do Q"
    ).encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDE} {TALL}] /Contents 6 0 R /Resources "
        "<< /Font << /F1 4 0 R >> /XObject << /Im1 5 0 R >> >> >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /XObject /Subtype /Image /Width 200 /Height 200 /ColorSpace /DeviceRGB "
        b"/BitsPerComponent 8 /Filter /DCTDecode /Length %d >>\nstream\n%s\nendstream"
        % (len(photograph), photograph),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF" % (len(parts) + 1, table, len(parts) + 1, len(body))
    )


@pytest.fixture
def painter() -> Iterator[ChildPainter]:
    made = ChildPainter()
    yield made
    made.close()


def test_the_painter_tells_where_a_photograph_stands(painter: ChildPainter) -> None:
    (place,) = painter.pictures(with_photograph(), 1)
    assert [round(edge) for edge in (place.left, place.top, place.right, place.bottom)] == [*BOX]
    assert painter.pictures(b"no pdf at all", 1) == ()
    assert painter.pictures(with_photograph(), 9) == ()


def test_a_scan_is_no_picture_to_cover(painter: ChildPainter) -> None:
    sheet = Image.new("RGB", (600, 850), "white")
    ImageDraw.Draw(sheet).text((60, 60), "Report", fill="black")
    held = io.BytesIO()
    sheet.save(held, "PDF")
    assert painter.pictures(held.getvalue(), 1) == ()


@pytest.fixture
def reader(tmp_path: Path, qtbot: QtBot) -> tuple[Room, ReaderPage]:
    (tmp_path / "photo.pdf").write_bytes(with_photograph())
    door, path = doorway(tmp_path), tmp_path / "Photo.casebook"
    session = door.start(path, coder=CODER, passphrase=None)
    session.filing.import_files([tmp_path / "photo.pdf"], lambda *_: None, lambda: False)
    session.close()
    room = open_room(tmp_path, path, qtbot)
    page = room.read("photo")
    press(KEY.Key_P)
    room.settle()
    assert page.parts.views.on_pages
    return room, page


def colour_in_the_middle(page: ReaderPage) -> tuple[int, int, int]:
    pages = page.parts.views.pages
    seen = QColor(pages.viewport().grab().toImage().pixelColor(middle(page)))
    return seen.red(), seen.green(), seen.blue()


def middle(page: ReaderPage) -> QPoint:
    """Return a point of the photograph that no words of a cover stand on."""
    place, scale = page.parts.views.pages.place_of(1)
    left, top, *_ = BOX
    return QPoint(round(place.left() + (left + 20) * scale), round(place.top() + (top + 9) * scale))


def is_red(colour: tuple[int, int, int]) -> bool:
    return colour[0] > 150 and max(colour[1:]) < 90


def test_a_photograph_shows_once_it_is_clicked(reader: tuple[Room, ReaderPage]) -> None:
    room, page = reader
    room.window.resize(1366, 900)
    room.settle()
    assert not is_red(colour_in_the_middle(page))
    QTest.mouseClick(page.parts.views.pages.viewport(), Qt.MouseButton.LeftButton, pos=middle(page))
    assert is_red(colour_in_the_middle(page))


def test_a_button_shows_and_covers_all_by_keyboard(reader: tuple[Room, ReaderPage]) -> None:
    room, page = reader
    button = named(page, "Show pictures", QPushButton)
    button.setFocus()
    press(KEY.Key_Space)
    assert is_red(colour_in_the_middle(page))
    assert button.accessibleName() == "Cover pictures"
    press(KEY.Key_Space)
    assert not is_red(colour_in_the_middle(page))
    press(KEY.Key_P)
    room.settle()
    assert not button.isVisible(), "the text has no pictures"


def test_who_wants_no_covers_sets_so_and_it_is_kept(reader: tuple[Room, ReaderPage]) -> None:
    room, page = reader
    press(KEY.Key_Comma, CONTROL)
    dialog = room.window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    named(dialog, "Cover pictures on pages until I click them", TickBox).click()
    dialog.close()
    assert is_red(colour_in_the_middle(page))
    assert not page.parts.strip.pictures.isVisible()
    again = room.reopen()
    assert not again.window.look.pictures_covered


def test_the_head_of_a_document_says_what_harm_it_tells_of(room: Room) -> None:
    review = next(r for r in room.session.reading.library() if PDF in r.documents[0].name)
    room.session.deciding.edit_reviews([review.id], {DetailName.HARM: ["neglect", "suicide"]})
    page = room.read(PDF)
    assert "tells of neglect and suicide" in page.facts.words
