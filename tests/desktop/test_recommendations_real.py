"""From import to a grouped list in Excel over a real casebook, by keyboard, and back by undo."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caseview.desktop.dialogs.naming import NameDialog
from caseview.desktop.pages.reader.page import ReaderPage
from caseview.desktop.pages.recommendations.page import RESPONSES, RecommendationsPage
from caseview.domain.span import Span
from tests.desktop.driving import ALT, CONTROL, SHIFT, press, settle, to_front, type_in
from tests.desktop.real_casebook import CODER, Room, doorway, open_room
from tests.usecases.register_room import ASKS, REVIEW, WHAT
from tests.usecases.test_responses import LETTER

Key = Qt.Key


@pytest.fixture
def reviewed(tmp_path: Path, qtbot: QtBot) -> Room:
    """A window on a casebook into which three reviews and a letter were imported."""
    files = tmp_path / "files"
    files.mkdir()
    for letter, year in zip("ABC", ASKS, strict=True):
        text = REVIEW.format(name=letter, year=year, asks=ASKS[year], what=WHAT[year])
        (files / f"adult-{letter.lower()}.txt").write_text(text, encoding="utf-8")
    (files / "response.txt").write_text(LETTER, encoding="utf-8")
    path = tmp_path / "Reviewed.casebook"
    session = doorway(tmp_path).start(path, coder=CODER, passphrase=None)
    session.filing.import_files(sorted(files.iterdir()), lambda *_: None, lambda: False)
    session.close()
    return open_room(tmp_path, path, qtbot)


def page_of(room: Room) -> RecommendationsPage:
    shown = room.window.page()
    assert isinstance(shown, RecommendationsPage)
    return shown


def test_import_group_undo_redo_and_export(reviewed: Room, qtbot: QtBot, tmp_path: Path) -> None:
    press(Key.Key_6, CONTROL)
    reviewed.settle()
    page = page_of(reviewed)
    assert "6 in 3 reviews" in page.facts.words
    press(Key.Key_G, CONTROL)
    qtbot.waitUntil(lambda: bool(reviewed.window.findChildren(NameDialog)))
    dialog = reviewed.window.findChildren(NameDialog)[-1]
    qtbot.waitActive(dialog)
    dialog.field.setFocus()
    dialog.field.selectAll()
    type_in("Reflective supervision")
    press(Key.Key_Return)
    to_front(reviewed.window, qtbot)
    reviewed.settle()
    assert "1 group" in page.facts.words
    press(Key.Key_Z, CONTROL)
    reviewed.settle()
    assert "0 groups" in page.facts.words
    press(Key.Key_Y, CONTROL)
    reviewed.settle()
    assert "1 group" in page.facts.words
    path = tmp_path / "Recommendations.xlsx"
    page.export_to(path)
    reviewed.settle()
    rows = list(openpyxl.load_workbook(path)["List"].iter_rows(values_only=True))
    heads = rows[0]
    grouped = [row for row in rows[1:] if row[heads.index("Group")] == "Reflective supervision"]
    assert len(grouped) == len(ASKS)
    before = [row[heads.index("Made before")] for row in grouped]
    assert sorted(str(one) for one in before if one) == ["2019", "2019, 2021"]
    words = [str(row[heads.index("Recommendation")]) for row in grouped]
    assert all(ASKS[year] in " ".join(words) for year in ASKS)


def test_a_group_survives_closing_the_window(reviewed: Room, qtbot: QtBot) -> None:
    register = reviewed.session.register
    offer = register.register().offered[0]
    register.make_group("Kept", offer.members)
    again = reviewed.reopen()
    press(Key.Key_6, CONTROL)
    again.settle()
    assert "1 group" in page_of(again).facts.words
    press(Key.Key_Z, CONTROL)
    settle(again.window, qtbot)
    assert "0 groups" in page_of(again).facts.words


def test_enter_opens_the_page_and_back_comes_back(reviewed: Room) -> None:
    press(Key.Key_6, CONTROL)
    reviewed.settle()
    press(Key.Key_Return)
    press(Key.Key_Return)
    reviewed.settle()
    assert isinstance(reviewed.window.page(), ReaderPage)
    press(Key.Key_Left, ALT)
    reviewed.settle()
    assert page_of(reviewed).register.about.item is not None


def test_what_is_no_recommendation_goes_and_words_nobody_found_come_in_by_key(
    reviewed: Room, qtbot: QtBot
) -> None:
    press(Key.Key_6, CONTROL)
    reviewed.settle()
    press(Key.Key_Return)
    press(Key.Key_Delete, SHIFT)
    reviewed.settle()
    assert "5 in 3 reviews" in page_of(reviewed).facts.words
    press(Key.Key_Return)
    reviewed.settle()
    reader = reviewed.window.page()
    assert isinstance(reader, ReaderPage)
    press(Key.Key_R, SHIFT)
    reviewed.settle()
    assert len(reviewed.session.register.register().items) == 5, "no words were selected"
    place = reader.parts.text.toPlainText().index("nobody asked")
    reader.parts.text.select(Span(place, place + len("nobody asked who else lived there")))
    reader.parts.text.setFocus()
    press(Key.Key_R, SHIFT)
    reviewed.settle()
    texts = [one.text for one in reviewed.session.register.register().items]
    assert len(texts) == 6
    assert "nobody asked who else lived there" in texts
    press(Key.Key_Z, CONTROL)
    press(Key.Key_Z, CONTROL)
    reviewed.settle()
    assert len(reviewed.session.register.register().items) == 6
    assert "nobody asked who else lived there" not in [
        one.text for one in reviewed.session.register.register().items
    ]


def test_a_casebook_without_a_report_has_no_responses_to_track(reviewed: Room) -> None:
    press(Key.Key_6, CONTROL)
    reviewed.settle()
    page = page_of(reviewed)
    page.turn(RESPONSES)
    assert "No coroners’ reports here yet" in page.responses.said
