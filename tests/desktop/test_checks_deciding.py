"""UX.md section 7, checks 5, 6 and 11: few keys decide, undo restores the very rows."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from caseview.desktop.dialogs.asking import QuestionDialog
from caseview.desktop.pages.codebook.page import CodebookPage
from caseview.desktop.pages.reader.page import ReaderPage
from caseview.desktop.pages.reader.parts import TAGS
from caseview.desktop.places import Place, View
from caseview.desktop.widgets.buttons import Button
from caseview.domain.suggestion import Decision
from caseview.domain.tag import BY_HAND
from caseview.usecases.list_casebook import list_suggestions, list_tags
from tests.desktop.driving import CONTROL, press, to_front, type_in
from tests.desktop.made_casebook import NINETEEN
from tests.desktop.real_casebook import PDF, Room

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
Act = Callable[[Room], None]


def test_nineteen_suggestions_are_decided_and_finished_in_twenty_presses(large: Room) -> None:
    reader = large.read(NINETEEN)
    document = large.document(NINETEEN)
    assert reader.parts.models.queue.rowCount() == 19
    presses = 0
    while reader.parts.models.queue.left:
        press(KEY.Key_A)
        presses += 1
    press(KEY.Key_Return, CONTROL)
    presses += 1
    large.settle()
    assert presses <= 20
    assert large.session.reading.document(document).finished_at is not None
    made = {kept.decision for kept in large.session.reading.suggestions(document)}
    assert made == {Decision.ACCEPTED}
    assert len(large.session.reading.tags(document)) == 19
    assert QApplication.activeModalWidget() is None
    opened = large.reader.document
    assert opened is not None
    assert opened.document.id != document, "the next one is open"


def test_from_opening_a_document_six_keys_make_a_tag(large: Room) -> None:
    large.read(NINETEEN)
    presses = 0
    for key in (KEY.Key_S, KEY.Key_T, KEY.Key_I, KEY.Key_N, KEY.Key_F, KEY.Key_Return):
        press(key)
        presses += 1
    large.settle()
    assert presses == 6
    (tag,) = large.session.reading.tags(large.document(NINETEEN))
    assert tag.origin == BY_HAND


def to_tags(room: Room) -> None:
    """Go to the first tag in the list of tags."""
    room.reader.parts.tabs.setCurrentIndex(TAGS)
    room.reader.parts.tags.setFocus()
    press(KEY.Key_J)


def nothing_first(room: Room) -> None:
    room.read(PDF)


def a_tag_first(room: Room) -> None:
    room.read(PDF)
    press(KEY.Key_A)
    room.settle()
    to_tags(room)


def accept(room: Room) -> None:
    press(KEY.Key_Q)
    press(KEY.Key_Plus)
    press(KEY.Key_A)


def reject(room: Room) -> None:
    press(KEY.Key_X)


def another_theme(room: Room) -> None:
    press(KEY.Key_T)
    type_in("hou")
    press(KEY.Key_Return)


def edges(room: Room) -> None:
    press(KEY.Key_E)
    press(KEY.Key_Right, CONTROL)
    press(KEY.Key_Return)


def delete_tag(room: Room) -> None:
    press(KEY.Key_Delete)


def reject_rule(room: Room) -> None:
    press(KEY.Key_X, SHIFT)
    room.settle()
    (asked,) = room.window.findChildren(QuestionDialog)
    asked.findChildren(Button)[-1].click()
    to_front(room.window, room.qtbot)


def merge_theme(room: Room) -> None:
    (tag,) = list_tags(room.session.casebook)
    goal = room.session.reading.codebook().theme("safeguarding_referral_thresholds")
    room.window.go(Place(View.CODEBOOK, themes=(tag.theme,)))
    room.settle()
    page = room.window.page()
    assert isinstance(page, CodebookPage)
    press(KEY.Key_M, CONTROL)
    type_in(goal.name[:12])
    press(KEY.Key_Return)
    room.settle()
    said = page.parts.effect.sentence.text()
    assert said.startswith("Move 1 tag from “")
    press(KEY.Key_Return, CONTROL)
    room.settle()
    (moved,) = list_tags(room.session.casebook)
    assert moved.theme == goal.id


CHANGES: dict[str, tuple[Act, Act]] = {
    "accept": (nothing_first, accept),
    "reject": (nothing_first, reject),
    "theme change": (a_tag_first, another_theme),
    "edge change": (a_tag_first, edges),
    "delete tag": (a_tag_first, delete_tag),
    "merge theme": (a_tag_first, merge_theme),
    "bulk reject": (nothing_first, reject_rule),
}


def kept(room: Room) -> tuple[object, ...]:
    """Return every row that a coder's change could touch, and the codebook."""
    casebook = room.session.casebook
    return list_suggestions(casebook), list_tags(casebook), room.session.reading.codebook()


@pytest.mark.parametrize("change", CHANGES)
def test_undo_restores_the_very_rows_and_does_so_after_reopening(room: Room, change: str) -> None:
    prepare, act = CHANGES[change]
    prepare(room)
    room.settle()
    before = kept(room)
    act(room)
    room.settle()
    after = kept(room)
    assert after != before
    press(KEY.Key_Z, CONTROL)
    room.settle()
    assert kept(room) == before
    press(KEY.Key_Y, CONTROL)
    room.settle()
    assert kept(room) == after
    again = room.reopen()
    assert kept(again) == after
    press(KEY.Key_Z, CONTROL)
    again.settle()
    assert kept(again) == before


def test_the_next_suggestion_is_in_view_after_a_decision(large: Room) -> None:
    reader = large.read(NINETEEN)
    assert isinstance(reader, ReaderPage)
    for _ in range(12):
        press(KEY.Key_A)
        in_hand = reader.decider.in_hand
        assert in_hand is not None
        seen = reader.parts.text.visible()
        assert seen.start <= in_hand.suggestion.start < seen.end
