"""A page of a scan is selected and tagged whole, by key and by mouse, and stepped to again."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from caseview.desktop.models.reading import Mark, MarkKind
from caseview.desktop.pages.crosstabs.page import CrossTabsPage
from caseview.desktop.pages.reader.page import ReaderPage
from caseview.desktop.pages.reader.parts import TAGS
from caseview.desktop.places import Place, View, at_tag
from caseview.desktop.session.session import Deciding
from caseview.desktop.widgets.quote_list import Quoted
from caseview.domain.changes import Changes
from caseview.domain.crosstab import CellAddress, Counts, CrossTabSpec
from caseview.domain.reads_as import ReadsAs
from caseview.domain.span import Span
from caseview.domain.tag import Tag
from tests.desktop.driving import focused, press, type_in
from tests.desktop.real_casebook import PDF, SCAN, Room

KEY = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
STAFFING = "staffing_capacity"


@pytest.fixture
def reader(room: Room) -> ReaderPage:
    """Return the Reader with the scan open."""
    return room.read(SCAN)


def tags(room: Room) -> tuple[Tag, ...]:
    return room.session.reading.tags(room.document(SCAN))


def tag_page(room: Room, *pages: int) -> None:
    """Tag whole pages of the scan as somebody at the desk does."""
    for page in pages:
        assert room.window.desk is not None
        act = partial(_tag, room.document(SCAN), page)
        room.window.desk.change("Tag", act)
        room.settle()


def chosen(reader: ReaderPage) -> int | None:
    return reader.by_hand.whole_page.chosen


def pages_marked(reader: ReaderPage) -> list[int | None]:
    return [mark.page for mark in reader.parts.views.pages.prints.drawn.marks]


def _tag(document: int, page: int, deciding: Deciding) -> Changes:
    return deciding.tag(document, page, STAFFING, None)


def test_a_page_is_tagged_with_six_keys(reader: ReaderPage, room: Room) -> None:
    press(KEY.Key_S)
    assert reader.by_hand.whole_page.chosen == 1
    press(KEY.Key_T)
    type_in("sta")
    press(KEY.Key_Return)
    room.settle()
    (tag,) = tags(room)
    assert (tag.page, tag.text, tag.coder) == (1, "", "QZ")
    assert reader.by_hand.whole_page.chosen == 1, "a second theme can follow"


def test_a_figure_gives_a_recent_theme_to_the_next_page(reader: ReaderPage, room: Room) -> None:
    tag_page(room, 1)
    reader.parts.recent.given(STAFFING)
    press(KEY.Key_S)
    press(KEY.Key_S)
    assert reader.by_hand.whole_page.chosen == 2
    press(KEY.Key_1)
    room.settle()
    assert [tag.page for tag in tags(room)] == [1, 2]


def test_a_click_selects_the_page_and_escape_leaves_it(reader: ReaderPage) -> None:
    area = reader.parts.views.pages.viewport()
    QTest.mouseClick(area, Qt.MouseButton.LeftButton, pos=area.rect().center())
    assert chosen(reader) == 1
    press(KEY.Key_Escape)
    assert chosen(reader) is None
    QTest.mouseClick(area, Qt.MouseButton.LeftButton, pos=QPoint(60, 200))
    assert chosen(reader) == 1
    press(KEY.Key_S, SHIFT)
    assert chosen(reader) is None


def test_the_menu_has_the_command_and_says_where_there_are_words(
    reader: ReaderPage, room: Room
) -> None:
    room.window.commands.action("reader.whole_page").trigger()
    assert reader.by_hand.whole_page.chosen == 1
    reader = room.read(PDF)
    said: list[str] = []
    room.window.events.said.connect(said.append)
    room.window.commands.action("reader.whole_page").trigger()
    room.settle()
    assert reader.by_hand.whole_page.chosen is None
    assert any("This page has words" in one for one in said)


def test_undo_takes_the_mark_away_and_redo_brings_it_back(reader: ReaderPage, room: Room) -> None:
    tag_page(room, 2)
    assert pages_marked(reader) == [2]
    press(KEY.Key_Z, CONTROL)
    room.settle()
    assert pages_marked(reader) == []
    press(KEY.Key_Y, CONTROL)
    room.settle()
    assert pages_marked(reader) == [2]


def test_stepping_through_the_tags_goes_to_their_pages(reader: ReaderPage, room: Room) -> None:
    tag_page(room, 1, 3)
    reader.parts.tabs.setCurrentIndex(TAGS)
    reader.parts.tags.setFocus()
    shown = reader.parts.models.tags
    assert "Whole page 3, no text" in str(
        shown.data(shown.index(1), Qt.ItemDataRole.AccessibleTextRole)
    )
    reader.parts.tags.setCurrentIndex(shown.index(1))
    room.settle()
    assert reader.parts.views.pages.page == 3
    drawn = reader.parts.views.pages.prints.drawn.marks
    assert {mark.page for mark in drawn if mark.kind is MarkKind.SHOWN} == {3}
    press(KEY.Key_K)
    room.settle()
    assert reader.parts.views.pages.page == 1
    ticks = [tick.place for tick in reader.parts.views.pages.ticks.ticks]
    assert ticks[0] < 0.1, "the scroll bar shows the first page"
    assert ticks[1] > 0.6, "and the third"


def test_a_tag_of_a_page_is_read_otherwise_starred_and_removed_by_key(
    reader: ReaderPage, room: Room
) -> None:
    tag_page(room, 2)
    reader.parts.tabs.setCurrentIndex(TAGS)
    reader.parts.tags.setFocus()
    press(KEY.Key_J)
    press(KEY.Key_Plus)
    press(KEY.Key_Q)
    press(KEY.Key_E)
    room.settle()
    (tag,) = tags(room)
    assert (tag.reads_as.value, tag.is_key) == ("good_practice", True)
    assert not reader.parts.edges.isVisible()
    press(KEY.Key_Delete)
    room.settle()
    assert tags(room) == ()


def test_evidence_leads_to_the_page_and_back_returns_to_the_one_left(
    reader: ReaderPage, room: Room
) -> None:
    tag_page(room, 3)
    (tag,) = tags(room)
    assert at_tag(tag) == Place(View.READER, document=tag.document_id, span=Span(0, 0), page=3)
    room.window.go(Place(View.LIBRARY))
    room.window.go(at_tag(tag))
    room.settle()
    assert reader.parts.views.pages.page == 3
    room.window.go(Place(View.LIBRARY))
    room.window.back()
    room.settle()
    assert reader.parts.views.pages.page == 3


def test_a_scan_is_finished_from_the_reader(reader: ReaderPage, room: Room) -> None:
    tag_page(room, 1)
    assert not room.session.reading.document(room.document(SCAN)).finished_at
    press(KEY.Key_Return, CONTROL)
    room.settle()
    assert room.session.reading.document(room.document(SCAN)).finished_at


def test_b_sets_text_and_page_side_by_side_and_the_split_is_remembered(room: Room) -> None:
    reader = room.read(PDF)
    press(KEY.Key_B)
    views = reader.parts.views
    assert views.text.isVisible()
    assert views.pages.isVisible()
    press(KEY.Key_B, SHIFT)
    assert views.whole.share == 500
    press(KEY.Key_B)
    assert not views.pages.isVisible()
    assert focused() in {views.text, reader.parts.queue}
    again = room.reopen()
    reader = again.read(PDF)
    press(KEY.Key_B)
    again.settle()
    text, page = reader.parts.views.whole.sizes()
    assert abs(text - page) < 20, "half each, as it was left"


def test_both_have_room_on_a_small_laptop(room: Room) -> None:
    reader = room.read(PDF)
    room.window.resize(1366, 768)
    press(KEY.Key_B)
    room.settle()
    text, page = reader.parts.views.whole.sizes()
    assert text >= 380
    assert page >= 460


@pytest.mark.parametrize("name", ["b", "shift"])
def test_a_scan_says_why_it_has_no_two_sides(room: Room, name: str) -> None:
    reader = room.read(SCAN)
    said: list[str] = []
    room.window.events.said.connect(said.append)
    press(KEY.Key_B, *([SHIFT] if name == "shift" else []))
    room.settle()
    assert not reader.parts.views.whole.both
    assert any("scan" in one or "side by side" in one for one in said)


def test_the_evidence_of_a_cell_names_the_page_and_opens_it(room: Room) -> None:
    tag_page(room, 3)
    act = partial(_finish, room.document(SCAN))
    assert room.window.desk is not None
    room.window.desk.change("Finish", act)
    room.settle()
    cell = CellAddress(STAFFING, None)
    room.window.go(Place(View.CROSSTABS, spec=CrossTabSpec(counts=Counts.TAGS), cell=cell))
    room.settle()
    page = room.window.page()
    assert isinstance(page, CrossTabsPage)
    page.show_evidence()
    room.settle()
    quotes = page.evidence.quotes
    assert page.evidence.model.index(0).data() == "Whole page 3, no text"
    shown = Quoted("Whole page 3, no text", quotes.font(), 400, quoted=False)
    assert shown.lines == ["Whole page 3, no text"], "nobody's words stand in no quotation marks"
    quotes.opened.emit(0)
    room.settle()
    assert room.reader.parts.views.pages.page == 3


def _finish(document: int, deciding: Deciding) -> Changes:
    return deciding.finish(document)


def test_between_words_the_margin_of_the_text_shows_the_tag_of_a_page(room: Room) -> None:
    text = room.read(PDF).parts.text
    text.show_marks(())
    bare = text.margin.grab().toImage()
    here = (text.visible().start + text.visible().end) // 2
    far = Mark(MarkKind.TAG, Span(here * 50, here * 50), STAFFING, ReadsAs.GAP, "QZ", page=9)
    text.show_marks((far,))
    assert text.margin.grab().toImage() == bare, "it is out of view"
    text.show_marks((replace(far, span=Span(here, here)),))
    assert text.margin.grab().toImage() != bare


def test_with_nothing_to_decide_the_keys_shown_are_those_of_work_by_hand(room: Room) -> None:
    def shown(name: str) -> set[str]:
        figures = room.read(name).parts.figures
        return {one.text() for one in figures.findChildren(QLabel) if one.isVisible()}

    assert {"S", "select", "recent theme"} <= shown(SCAN)
    assert "accept" not in shown(SCAN)
    assert "accept" in shown(PDF)


def test_a_scan_opens_at_the_top_of_its_first_page_after_both_views(room: Room) -> None:
    room.read(PDF)
    press(KEY.Key_B)
    pages = room.read(SCAN).parts.views.pages
    assert pages.ticks.value() == 0
