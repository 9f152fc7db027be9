"""The Library over a real casebook: details edited, reviews screened, documents removed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from caseview.desktop.dialogs.reason import ReasonDialog
from caseview.desktop.pages.library import LibraryPage
from caseview.desktop.places import Place, View
from caseview.domain.attribute import DetailName
from caseview.domain.review import Status
from tests.desktop.driving import ALT, CONTROL, named, press
from tests.desktop.real_casebook import Room

KEY = Qt.Key


def library(room: Room) -> LibraryPage:
    room.window.go(Place(View.LIBRARY))
    room.settle()
    page = room.window.page()
    assert isinstance(page, LibraryPage)
    return page


def test_details_are_edited_confirmed_and_undone(room: Room) -> None:
    page = library(room)
    review = page.selected()[0]
    press(KEY.Key_Return, ALT)
    assert page.details.editing
    named(page, "Area", QLineEdit).setText("Eastmere; Kelbridge")
    named(page, "Save details", QPushButton).click()
    room.settle()
    after = room.session.reading.review(review.id)
    assert after.attribute(DetailName.AREA) == ("Eastmere", "Kelbridge")
    shown = {DetailName.AREA, DetailName.PUBLISHED, DetailName.AGENCY}
    assert all(detail.confirmed for detail in after.details if detail.name in shown)
    press(KEY.Key_Z, CONTROL)
    room.settle()
    assert room.session.reading.review(review.id) == review


def test_a_date_that_cannot_be_read_is_said_and_nothing_is_saved(room: Room) -> None:
    page = library(room)
    before = room.session.reading.library()
    page.details.edit()
    named(page, "Published", QLineEdit).setText("Tuesday")
    named(page, "Save details", QPushButton).click()
    room.settle()
    assert page.details.editing
    assert room.session.reading.library() == before


def test_a_review_is_screened_out_with_a_reason_and_a_document_removed(room: Room) -> None:
    page = library(room)
    review = page.selected()[0]
    named(page, "Screen out…", QPushButton).click()
    ask = room.window.findChild(ReasonDialog)
    assert isinstance(ask, ReasonDialog)
    ask.give("Outside the period")
    named(ask, "Screen out", QPushButton).click()
    room.settle()
    screened = room.session.reading.review(review.id)
    assert (screened.status, screened.screened_out) == (Status.SCREENED_OUT, "Outside the period")
    named(page, "Screen back in", QPushButton).click()
    room.settle()
    whole = room.session.reading.info().documents
    remove = [b for b in page.findChildren(QPushButton) if b.text() == "Remove…" and b.isVisible()]
    remove[0].click()
    ask = next(d for d in room.window.findChildren(ReasonDialog) if d.isVisible())
    ask.give("Sent by mistake")
    named(ask, "Remove for good", QPushButton).click()
    room.settle()
    assert room.session.reading.info().documents == whole - 1
