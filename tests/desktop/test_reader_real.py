"""The Reader over a real casebook, by keyboard: decide, tag by hand, note, undo, reopen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from caseview.desktop.pages.reader.parts import NOTES, SUGGESTIONS, TAGS
from caseview.domain.reads_as import ReadsAs
from caseview.domain.span import Span
from caseview.domain.suggestion import Decision
from caseview.domain.tag import BY_HAND
from caseview.tagging.sentences import sentences
from tests.desktop.driving import CONTROL, named, press, type_in
from tests.desktop.real_casebook import CODER, PDF, WORD, Room

KEY = Qt.Key
TWELVE = (
    *(KEY.Key_A, KEY.Key_A, KEY.Key_X, KEY.Key_A, KEY.Key_Space, KEY.Key_X),
    *(KEY.Key_A, KEY.Key_X, KEY.Key_A, KEY.Key_A, KEY.Key_A, KEY.Key_X),
)
_MADE = {
    KEY.Key_A: Decision.ACCEPTED,
    KEY.Key_X: Decision.REJECTED,
    KEY.Key_Space: Decision.SKIPPED,
}


def decisions(room: Room, name: str) -> list[Decision]:
    return [kept.decision for kept in room.session.reading.suggestions(room.document(name))]


def test_twelve_suggestions_are_decided_by_one_key_each(room: Room) -> None:
    reader = room.read(PDF)
    for key in TWELVE:
        press(key)
    room.settle()
    made = decisions(room, PDF)
    assert made[:12] == [_MADE[key] for key in TWELVE]
    assert set(made[12:]) == {Decision.UNDECIDED}
    tags = room.session.reading.tags(room.document(PDF))
    assert len(tags) == TWELVE.count(KEY.Key_A)
    assert {tag.coder for tag in tags} == {CODER}
    assert reader.parts.queue.open_row == 12
    assert reader.parts.models.tags.rowCount() == len(tags)


def test_everything_is_undone_one_by_one_and_each_undo_goes_back_to_that_one(room: Room) -> None:
    reader = room.read(WORD)
    before = room.session.reading.suggestions(room.document(WORD))
    for key in (KEY.Key_A, KEY.Key_X, KEY.Key_A):
        press(key)
    room.settle()
    for row in (2, 1, 0):
        press(KEY.Key_Z, CONTROL)
        room.settle()
        assert reader.parts.queue.open_row == row
    assert room.session.reading.suggestions(room.document(WORD)) == before
    assert room.session.reading.tags(room.document(WORD)) == ()


def test_undo_goes_back_over_a_close(room: Room) -> None:
    room.read(PDF)
    press(KEY.Key_A)
    press(KEY.Key_A)
    room.settle()
    again = room.reopen()
    reader = again.read(PDF)
    assert decisions(again, PDF)[:2] == [Decision.ACCEPTED] * 2
    assert reader.parts.queue.open_row == 2, "it opens at the first suggestion to decide"
    press(KEY.Key_Z, CONTROL)
    again.settle()
    assert decisions(again, PDF)[:2] == [Decision.ACCEPTED, Decision.UNDECIDED]


@pytest.mark.parametrize("name", [PDF, WORD])
def test_words_are_tagged_by_hand_in_six_keys(room: Room, name: str) -> None:
    reader = room.read(name)
    press(KEY.Key_S)
    press(KEY.Key_T)
    type_in("inf")
    press(KEY.Key_Return)
    room.settle()
    (tag,) = room.session.reading.tags(room.document(name))
    text = reader.parts.views.content.text
    assert tag.origin == BY_HAND
    assert tag.text == text[tag.start : tag.end]
    (held,) = [
        kept.passage
        for kept in room.session.reading.passages(tag.document_id)
        if kept.passage.start <= tag.start < kept.passage.end
    ]
    whole = [held.text[begin:end].strip() for begin, end in sentences(held.text)]
    assert tag.text.strip() in whole, "S chooses a sentence, neither more nor less"
    assert QApplication.activePopupWidget() is None


def test_a_recent_theme_is_given_by_its_figure(room: Room) -> None:
    reader = room.read(WORD)
    press(KEY.Key_A)
    room.settle()
    press(KEY.Key_S)
    press(KEY.Key_S)
    press(KEY.Key_S, Qt.KeyboardModifier.ShiftModifier)
    press(KEY.Key_1)
    room.settle()
    tags = room.session.reading.tags(room.document(WORD))
    assert len({tag.theme for tag in tags}) == 1
    assert len(tags) == 2
    assert reader.parts.recent.themes == (tags[0].theme,)


def test_words_are_given_two_themes_in_one_go(room: Room) -> None:
    room.read(WORD)
    press(KEY.Key_S)
    press(KEY.Key_T)
    type_in("hou")
    press(KEY.Key_Return, CONTROL)
    type_in("inf")
    press(KEY.Key_Return)
    room.settle()
    one, other = room.session.reading.tags(room.document(WORD))
    assert (one.start, one.end) == (other.start, other.end)
    assert one.theme != other.theme
    assert room.session.reading.document(room.document(WORD)).finished_at is None


def test_the_same_theme_on_overlapping_words_asks_to_join(room: Room) -> None:
    reader = room.read(WORD)
    press(KEY.Key_S)
    first = reader.parts.text.selection()
    assert first is not None
    for answer in ("Join them", "Keep both"):
        reader.parts.text.select(first)
        press(KEY.Key_T)
        type_in("hou")
        press(KEY.Key_Return)
        room.settle()
        reader.parts.text.select(Span(first.start, first.end + 30))
        press(KEY.Key_T)
        type_in("hou")
        press(KEY.Key_Return)
        (question,) = reader.findChildren(QDialog)
        named(question, answer, QPushButton).click()
        room.window.activateWindow()
        room.settle()
        tags = room.session.reading.tags(room.document(WORD))
        assert len(tags) == (1 if answer == "Join them" else 2)
        assert max(tag.end for tag in tags) > first.end
        for _ in range(2):
            press(KEY.Key_Z, CONTROL)
            room.settle()
        assert room.session.reading.tags(room.document(WORD)) == ()


def test_edges_are_moved_by_words_and_kept_with_the_decision(room: Room) -> None:
    reader = room.read(PDF)
    kept = reader.decider.in_hand
    assert kept is not None
    given = kept.suggestion
    press(KEY.Key_E)
    press(KEY.Key_Left)
    press(KEY.Key_A)  # decides nothing while edges move
    press(KEY.Key_Home)
    press(KEY.Key_Right)
    press(KEY.Key_Return)
    press(KEY.Key_A)
    room.settle()
    (tag,) = room.session.reading.tags(room.document(PDF))
    words = given.text.split()
    assert tag.text.split() == words[1:-1]
    assert decisions(room, PDF).count(Decision.ACCEPTED) == 1


def test_edges_left_change_nothing(room: Room) -> None:
    reader = room.read(PDF)
    press(KEY.Key_A)
    room.settle()
    (before,) = room.session.reading.tags(room.document(PDF))
    reader.parts.tabs.setCurrentIndex(TAGS)
    reader.parts.tags.setFocus()
    press(KEY.Key_J)
    press(KEY.Key_E)
    press(KEY.Key_Right, CONTROL)
    press(KEY.Key_Escape)
    room.settle()
    assert room.session.reading.tags(room.document(PDF)) == (before,)
    press(KEY.Key_E)
    press(KEY.Key_Right, CONTROL)
    press(KEY.Key_Return)
    room.settle()
    (after,) = room.session.reading.tags(room.document(PDF))
    assert (after.start, after.id) == (before.start, before.id)
    assert after.end > before.end
    assert after.text.startswith(before.text)


def test_a_key_quote_is_chosen_before_or_after(room: Room) -> None:
    reader = room.read(WORD)
    press(KEY.Key_Q)
    press(KEY.Key_Plus)
    press(KEY.Key_A)
    press(KEY.Key_A)
    room.settle()
    first, second = room.session.reading.tags(room.document(WORD))
    assert (first.is_key, second.is_key) == (True, False)
    assert first.reads_as is ReadsAs.GOOD_PRACTICE
    reader.parts.tabs.setCurrentIndex(TAGS)
    reader.parts.tags.setFocus()
    for key in (KEY.Key_J, KEY.Key_J, KEY.Key_Q):
        press(key)
    room.settle()
    assert [tag.is_key for tag in room.session.reading.tags(room.document(WORD))] == [True, True]


def test_a_tag_removed_opens_its_suggestion_again(room: Room) -> None:
    reader = room.read(WORD)
    press(KEY.Key_A)
    room.settle()
    reader.parts.tabs.setCurrentIndex(TAGS)
    reader.parts.tags.setFocus()
    press(KEY.Key_J)
    press(KEY.Key_Delete)
    room.settle()
    assert room.session.reading.tags(room.document(WORD)) == ()
    assert decisions(room, WORD)[0] is Decision.UNDECIDED
    assert reader.parts.tabs.tabText(TAGS) == "Tags  0"


def test_a_note_is_written_on_the_passage_in_hand(room: Room) -> None:
    reader = room.read(PDF)
    kept = reader.decider.in_hand
    assert kept is not None
    press(KEY.Key_N)
    assert reader.parts.tabs.currentIndex() == NOTES
    type_in("Axxa: compare the dates")
    press(KEY.Key_Return)
    room.settle()
    (note,) = room.session.reading.notes(f"passage:{kept.passage_id}")
    assert (note.text, note.coder) == ("Axxa: compare the dates", CODER)
    assert reader.parts.tabs.currentIndex() == SUGGESTIONS
    assert set(decisions(room, PDF)) == {Decision.UNDECIDED}
    assert reader.parts.models.notes.rowCount() == 1
    press(KEY.Key_A)
    room.settle()
    assert decisions(room, PDF)[0] is Decision.ACCEPTED


def test_a_note_is_changed_and_removed_from_the_list_and_undo_brings_it_back(room: Room) -> None:
    reader = room.read(PDF)
    kept = reader.decider.in_hand
    assert kept is not None
    press(KEY.Key_N)
    type_in("Compare")
    press(KEY.Key_Return)
    room.settle()
    reader.parts.tabs.setCurrentIndex(NOTES)
    notes = reader.parts.notes.list
    notes.setCurrentIndex(notes.model().index(0, 0))
    notes.setFocus()
    press(KEY.Key_F2)
    type_in("Compare twice")
    press(KEY.Key_Return)
    room.settle()
    about = f"passage:{kept.passage_id}"
    assert [note.text for note in room.session.reading.notes(about)] == ["Compare twice"]
    notes.setCurrentIndex(notes.model().index(0, 0))
    notes.setFocus()
    press(KEY.Key_Delete)
    room.settle()
    assert room.session.reading.notes(about) == ()
    press(KEY.Key_Z, CONTROL)
    room.settle()
    assert [note.text for note in room.session.reading.notes(about)] == ["Compare twice"]


def test_why_tells_the_definition_and_the_rule(room: Room) -> None:
    reader = room.read(PDF)
    kept = reader.decider.in_hand
    assert kept is not None
    press(KEY.Key_W)
    said = reader.decider.explanation
    assert "Rule “learning disabilit*” of codebook version" in said
    assert room.session.reading.codebook().version in said
