"""The Reader by keyboard: decide, re-read, re-theme, tag by hand, undo, finish."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from caseview.desktop.models.reading import MarkKind
from caseview.desktop.pages.reader.page import ReaderPage
from caseview.desktop.pages.reader.parts import TAGS
from caseview.desktop.places import Place, View
from caseview.desktop.widgets.theme_picker import ThemePicker
from caseview.desktop.window.window import Window
from caseview.domain.reads_as import ReadsAs
from caseview.domain.span import Span
from caseview.domain.suggestion import Decision
from tests.desktop import invented
from tests.desktop.driving import CONTROL, press, settle, type_in
from tests.desktop.invented_session import InventedSession

DOCUMENT = 10
KEY = Qt.Key


@pytest.fixture
def reader(window: Window, qtbot: QtBot) -> ReaderPage:
    window.go(Place(View.READER, document=DOCUMENT))
    settle(window, qtbot)
    page = window.page()
    assert isinstance(page, ReaderPage)
    return page


def decisions(session: InventedSession) -> list[Decision]:
    return [kept.decision for kept in session.state.of(DOCUMENT)]


def test_the_text_shows_with_its_marks(reader: ReaderPage) -> None:
    assert reader.parts.text.toPlainText() == invented.TEXT.text
    kinds = [mark.kind for mark in reader.parts.text.marks]
    assert kinds.count(MarkKind.DECIDING) == 1
    assert kinds.count(MarkKind.SUGGESTED) == len(invented.MARKS) - 1


def test_one_key_decides_and_goes_to_the_next(
    reader: ReaderPage, session: InventedSession, window: Window, qtbot: QtBot
) -> None:
    for key in (KEY.Key_A, KEY.Key_X, KEY.Key_Space, KEY.Key_A):
        press(key)
    settle(window, qtbot)
    assert decisions(session)[:4] == [
        Decision.ACCEPTED,
        Decision.REJECTED,
        Decision.SKIPPED,
        Decision.ACCEPTED,
    ]
    assert len(session.state.tags) == 2
    assert reader.parts.queue.open_row == 4


def test_a_decision_shows_before_it_is_kept(reader: ReaderPage) -> None:
    press(KEY.Key_A)
    assert reader.parts.models.queue.left == len(invented.MARKS) - 1
    assert reader.parts.queue.open_row == 1
    in_hand = reader.decider.in_hand
    assert in_hand is not None
    seen = reader.parts.text.visible()
    assert Span(in_hand.suggestion.start, in_hand.suggestion.end).overlaps(seen)


def test_all_are_decided_and_finished_in_as_many_keys_and_one(
    reader: ReaderPage, session: InventedSession, window: Window, qtbot: QtBot
) -> None:
    for _ in invented.MARKS:
        press(KEY.Key_A)
    press(KEY.Key_Return, CONTROL)
    settle(window, qtbot)
    assert set(decisions(session)) == {Decision.ACCEPTED}
    assert session.reading.document(DOCUMENT).finished_at
    assert reader.document is not None
    assert reader.document.document.id != DOCUMENT


def test_signs_choose_how_a_suggestion_reads(
    reader: ReaderPage, session: InventedSession, window: Window, qtbot: QtBot
) -> None:
    for sign in (KEY.Key_Plus, KEY.Key_R, KEY.Key_I, KEY.Key_0):
        press(sign)
        press(KEY.Key_A)
    settle(window, qtbot)
    assert [tag.reads_as for tag in session.state.tags] == [
        ReadsAs.GOOD_PRACTICE,
        ReadsAs.RECOMMENDED,
        ReadsAs.IMPROVED,
        ReadsAs.CONTEXT,
    ]


def test_a_few_letters_give_another_theme(
    reader: ReaderPage, session: InventedSession, window: Window, qtbot: QtBot
) -> None:
    press(KEY.Key_T)
    type_in("clo")
    press(KEY.Key_Return)
    settle(window, qtbot)
    assert session.state.tags[0].theme == "closing_too_soon"
    assert QApplication.activePopupWidget() is None


def test_escape_leaves_the_theme_as_it_was(
    reader: ReaderPage, session: InventedSession, window: Window, qtbot: QtBot
) -> None:
    press(KEY.Key_T)
    picker = reader.findChild(ThemePicker)
    assert isinstance(picker, ThemePicker)
    press(KEY.Key_Escape)
    settle(window, qtbot)
    assert not session.state.tags
    assert set(decisions(session)) == {Decision.UNDECIDED}


def test_a_tag_by_hand_takes_six_keys(
    reader: ReaderPage, session: InventedSession, window: Window, qtbot: QtBot
) -> None:
    press(KEY.Key_S)
    press(KEY.Key_T)
    type_in("wor")
    press(KEY.Key_Return)
    settle(window, qtbot)
    tag = session.state.tags[0]
    assert (tag.theme, tag.origin) == ("workload", "by hand")
    assert tag.text.startswith("The family rang the surgery")
    assert tag.text.endswith("autumn.")
    assert reader.parts.models.tags.rowCount() == 1


def test_a_figure_gives_a_recent_theme_to_the_words_selected(
    reader: ReaderPage, session: InventedSession, window: Window, qtbot: QtBot
) -> None:
    press(KEY.Key_A)
    settle(window, qtbot)
    reader.parts.text.select(Span(invented.TEXT.text.index("A neighbour"), 200))
    press(KEY.Key_1)
    settle(window, qtbot)
    assert [tag.theme for tag in session.state.tags] == ["repeat_contacts"] * 2


def test_a_tag_is_changed_starred_and_removed(
    reader: ReaderPage, session: InventedSession, window: Window, qtbot: QtBot
) -> None:
    press(KEY.Key_A)
    settle(window, qtbot)
    reader.parts.tabs.setCurrentIndex(TAGS)
    reader.parts.tags.setFocus()
    reader.parts.tags.setCurrentIndex(reader.parts.models.tags.index(0))
    press(KEY.Key_Plus)
    settle(window, qtbot)
    press(KEY.Key_Q)
    settle(window, qtbot)
    assert session.state.tags[0].reads_as is ReadsAs.GOOD_PRACTICE
    assert session.state.tags[0].is_key
    press(KEY.Key_Delete)
    settle(window, qtbot)
    assert not session.state.tags


def test_undo_and_redo_take_decisions_back_and_again(
    reader: ReaderPage, session: InventedSession, window: Window, qtbot: QtBot
) -> None:
    press(KEY.Key_A)
    press(KEY.Key_X)
    settle(window, qtbot)
    for _ in range(2):
        press(KEY.Key_Z, CONTROL)
        settle(window, qtbot)
    assert set(decisions(session)) == {Decision.UNDECIDED}
    assert reader.parts.models.queue.left == len(invented.MARKS)
    press(KEY.Key_Y, CONTROL)
    settle(window, qtbot)
    assert decisions(session)[0] is Decision.ACCEPTED


def test_a_decision_that_cannot_be_kept_is_taken_back_and_said(
    reader: ReaderPage, session: InventedSession, window: Window, qtbot: QtBot
) -> None:
    session.deciding.fail = True
    press(KEY.Key_A)
    settle(window, qtbot)
    assert reader.parts.models.queue.left == len(invented.MARKS)
    assert reader.parts.queue.open_row == 0
    assert [d.windowTitle()[:16] for d in window.findChildren(QDialog)] == ["The disk is full"]


def test_finishing_with_undecided_suggestions_asks_first(
    reader: ReaderPage, session: InventedSession, window: Window, qtbot: QtBot
) -> None:
    press(KEY.Key_Return, CONTROL)
    settle(window, qtbot)
    titles = [dialog.windowTitle() for dialog in reader.findChildren(QDialog)]
    assert titles == ["8 suggestions are undecided. Finish anyway?"]
    assert not session.reading.document(DOCUMENT).finished_at


def test_with_single_keys_off_letters_do_nothing(
    reader: ReaderPage, session: InventedSession, window: Window, qtbot: QtBot
) -> None:
    window.commands.enable_single_keys(on=False)
    for key in (KEY.Key_A, KEY.Key_X, KEY.Key_1, KEY.Key_Plus):
        press(key)
    settle(window, qtbot)
    assert set(decisions(session)) == {Decision.UNDECIDED}
    window.commands.action("reader.accept").trigger()
    settle(window, qtbot)
    assert decisions(session)[0] is Decision.ACCEPTED


def test_hiding_suggestions_leaves_the_tags(reader: ReaderPage) -> None:
    press(KEY.Key_H)
    assert not reader.parts.text.marks
    press(KEY.Key_H)
    assert reader.parts.text.marks


def test_the_text_is_never_changed_by_typing(reader: ReaderPage) -> None:
    reader.parts.text.setFocus()
    reader.parts.text.moveCursor(QTextCursor.MoveOperation.End)
    type_in("zzz")
    assert reader.parts.text.toPlainText() == invented.TEXT.text


def test_a_section_is_gone_to(reader: ReaderPage) -> None:
    reader.parts.outline.chosen.emit(2)
    row = reader.parts.models.outline.row_at(reader.parts.text.here)
    assert row == 2
