"""The printed pages: marks cover the very words, both views keep one place, the mouse selects."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from caseview.desktop.appearance.tokens import Scheme
from caseview.desktop.models.reading import MarkKind
from caseview.desktop.pages.reader.page import ReaderPage
from caseview.desktop.widgets.page_view import PageView
from caseview.domain.span import Span
from caseview.locate import places
from tests.desktop.driving import CONTROL, named, press, type_in
from tests.desktop.real_casebook import PDF, SCAN, WORD, Room

KEY = Qt.Key
NEAR = 1.5  # points


@pytest.fixture
def reader(room: Room) -> ReaderPage:
    """The Reader on a PDF, its pages in front."""
    page = room.read(PDF)
    press(KEY.Key_P)
    room.settle()
    return page


@contextmanager
def printed() -> Iterator[pdfium.PdfDocument]:
    """The PDF as another reader of it sees it."""
    path = next(Path(places().sample).glob(f"{PDF}*.pdf"))
    document = pdfium.PdfDocument(path)
    yield document
    document.close()


def in_points(view: PageView, boxes: list[QRectF], number: int) -> list[QRectF]:
    """Return boxes of the viewport in points of a page."""
    place, scale = view.place_of(number)
    return [
        QRectF(
            QPointF(box.left() - place.left(), box.top() - place.top()) / scale,
            QPointF(box.right() - place.left(), box.bottom() - place.top()) / scale,
        )
        for box in boxes
    ]


def letters(page: pdfium.PdfPage, words: str) -> list[QRectF]:
    """Return where the letters of words stand on a page, from its top left; once or not at all."""
    text = page.get_textpage()
    tall = page.get_height()
    whole = text.get_text_range()
    if whole.count(words) != 1:
        return []
    at = whole.index(words)
    held = [text.get_charbox(n) for n in range(at, at + len(words)) if whole[n].strip()]
    return [QRectF(QPointF(lo, tall - up), QPointF(hi, tall - down)) for lo, down, hi, up in held]


def test_marks_cover_the_very_letters_that_the_file_places(reader: ReaderPage, room: Room) -> None:
    view, checked = reader.parts.views.pages, 0
    with printed() as document:
        for kept in reader.parts.models.queue.all:
            words = kept.suggestion.text.split("\n")[0][:40].rstrip()
            page = kept.passage.page
            assert page is not None
            there = letters(document[page - 1], words)
            if not there:  # a line of the file ends in these words: another suggestion will do
                continue
            span = Span(kept.suggestion.start, kept.suggestion.start + len(words))
            view.reveal(span)
            room.settle()
            boxes = in_points(view, view.boxes(span), page)
            assert boxes
            for letter in there:
                middle = letter.center()
                assert any(box.contains(middle) for box in boxes), (words, letter)
            assert abs(min(b.left() for b in boxes) - min(x.left() for x in there)) < NEAR
            assert abs(max(b.right() for b in boxes) - max(x.right() for x in there)) < NEAR
            checked += 1
    assert checked >= 20


def test_the_suggestion_in_hand_is_washed_in_yellow_and_its_letters_stay_dark(
    reader: ReaderPage, room: Room
) -> None:
    kept = reader.decider.in_hand
    assert kept is not None
    view = reader.parts.views.pages
    wash = QColor(room.window.look.paper["found"])
    for scheme in Scheme:
        room.window.look.choose(scheme)
        room.settle()
        picture = view.viewport().grab().toImage()
        for box in view.boxes(Span(kept.suggestion.start, kept.suggestion.end)):
            seen = colours(picture, box)
            assert wash.rgb() in seen
            assert any(QColor(colour).lightness() < 90 for colour in seen), "the letters show"


def colours(picture: QImage, box: QRectF) -> set[int]:
    place = box.toRect().adjusted(1, 1, -1, -3)
    return {
        picture.pixel(x, y)
        for x in range(place.left(), place.right(), 2)
        for y in range(place.top(), place.bottom())
    }


def test_deciding_goes_on_over_the_pages(reader: ReaderPage, room: Room) -> None:
    view = reader.parts.views.pages
    for _ in range(12):
        press(KEY.Key_A)
    room.settle()
    kept = reader.decider.in_hand
    assert kept is not None
    boxes = view.boxes(Span(kept.suggestion.start, kept.suggestion.end))
    assert boxes
    assert all(QRectF(view.viewport().rect()).contains(box) for box in boxes)
    kinds = [mark.kind for mark in view.prints.drawn.marks]
    assert kinds.count(MarkKind.TAG) == 12
    assert kinds.count(MarkKind.DECIDING) == 1
    assert len(room.session.reading.tags(room.document(PDF))) == 12


def test_both_views_keep_one_place(reader: ReaderPage, room: Room) -> None:
    views = reader.parts.views
    for _ in range(20):
        press(KEY.Key_J)
    room.settle()
    kept = reader.decider.in_hand
    assert kept is not None
    span = Span(kept.suggestion.start, kept.suggestion.end)
    press(KEY.Key_P)
    room.settle()
    assert views.stack.currentWidget() is views.text
    assert span.overlaps(views.text.visible())
    press(KEY.Key_P)
    room.settle()
    assert views.stack.currentWidget() is views.pages
    assert views.pages.boxes(span)


def test_a_page_is_gone_to_by_number(reader: ReaderPage, room: Room) -> None:
    press(KEY.Key_G, CONTROL)
    type_in("4")
    press(KEY.Key_Return)
    room.settle()
    assert reader.parts.views.page == 4
    assert reader.parts.strip.page.text() == "Page 4 of 5"
    press(KEY.Key_P)
    room.settle()
    assert reader.parts.views.page == 4
    assert QApplication.activePopupWidget() is None


def test_pages_grow_and_keep_their_place(reader: ReaderPage, room: Room) -> None:
    view = reader.parts.views.pages
    reader.parts.views.go_to_page(3)
    room.settle()
    size, interface = view.place_of(3)[1], room.window.look.percent
    press(KEY.Key_Plus, CONTROL)
    room.settle()
    assert view.place_of(3)[1] > size
    assert room.window.look.percent == interface
    assert view.page == 3
    press(KEY.Key_0, CONTROL)
    room.settle()
    assert view.place_of(3)[1] == size


def test_words_chosen_on_the_page_are_tagged(reader: ReaderPage, room: Room) -> None:
    view = reader.parts.views.pages
    kept = reader.parts.models.queue.all[1].suggestion
    wanted = Span(kept.start, kept.start + len(kept.text.split("\n")[0].split(" ")[0]))
    view.reveal(wanted)
    room.settle()
    (box,) = view.boxes(wanted)
    down = round(box.center().y())
    left = QPointF(box.left() + 1, down).toPoint()
    right = QPointF(box.right() - 1, down).toPoint()
    surface = view.viewport()
    QTest.mousePress(surface, Qt.MouseButton.LeftButton, pos=left)
    QTest.mouseMove(surface, right)
    QTest.mouseRelease(surface, Qt.MouseButton.LeftButton, pos=right)
    assert reader.parts.text.selection() == wanted
    press(KEY.Key_T)
    type_in("inf")
    press(KEY.Key_Return)
    room.settle()
    (tag,) = room.session.reading.tags(room.document(PDF))
    assert (tag.start, tag.end) == (wanted.start, wanted.end)


def test_the_pages_next_to_those_in_view_are_painted_ahead(reader: ReaderPage, room: Room) -> None:
    view = reader.parts.views.pages
    reader.parts.views.go_to_page(2)
    room.settle()
    assert all(view.prints.has(number) for number in (1, 2, 3, 4))


def test_ticks_on_both_scroll_bars_stand_for_every_mark(reader: ReaderPage, room: Room) -> None:
    views = reader.parts.views
    press(KEY.Key_A)
    room.settle()
    marks = len(reader.parts.models.queue.all)
    for view in (views.pages, views.text):
        places = [tick.place for tick in view.ticks.ticks]
        assert len(places) == marks
        assert places == sorted(places)
        assert 0 <= places[0] <= places[-1] <= 1
        press(KEY.Key_P)
        room.settle()


def test_text_and_pages_lie_side_by_side_with_the_same_marks(
    reader: ReaderPage, room: Room
) -> None:
    views = reader.parts.views
    named(reader, "Show: Both, not chosen", QPushButton).click()
    room.settle()
    assert views.text.isVisible()
    assert views.pages.isVisible()
    press(KEY.Key_A)
    room.settle()
    (tag,) = room.session.reading.tags(room.document(PDF))
    span = Span(tag.start, tag.end)
    assert span in {mark.span for mark in views.text.marks}
    assert span in {mark.span for mark in views.pages.prints.drawn.marks}
    in_hand = reader.decider.in_hand
    assert in_hand is not None
    at = Span(in_hand.suggestion.start, in_hand.suggestion.end)
    assert views.pages.boxes(at), "the pages follow the text"
    press(KEY.Key_P)
    room.settle()
    assert views.on_pages
    assert not views.text.isVisible()
    press(KEY.Key_P)
    room.settle()
    assert not views.pages.isVisible()


def test_side_by_side_stays_for_the_next_document_that_has_both(
    reader: ReaderPage, room: Room
) -> None:
    views = reader.parts.views
    named(reader, "Show: Both, not chosen", QPushButton).click()
    room.read(SCAN)
    assert not views.text.isVisible(), "a scan has pages alone"
    room.read(PDF)
    assert views.text.isVisible()
    assert views.pages.isVisible()


def test_the_next_document_keeps_the_view_one_likes(reader: ReaderPage, room: Room) -> None:
    seen = []
    for name in (WORD, PDF):
        room.read(name)
        seen.append(reader.parts.views.on_pages)
    assert seen == [False, True]
