"""The Library over a real casebook: details edited, reviews screened, documents removed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from caseview.desktop.dialogs.reason import ReasonDialog
from caseview.desktop.pages.library.page import LibraryPage
from caseview.desktop.places import Place, View
from caseview.domain.attribute import DetailName
from caseview.domain.document import Form, Kind
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
    room.settle()
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


def test_the_type_and_form_are_changed_beside_the_details(room: Room) -> None:
    page = library(room)
    review = page.selected()[0]
    page.details.edit()
    for name, words in (("Type", "DHR"), ("Joint with", "SAR"), ("Form", "Briefing")):
        field = named(page, name, QComboBox)
        field.setCurrentIndex(field.findText(words))
    named(page, "Save details", QPushButton).click()
    room.settle()
    after = room.session.reading.review(review.id)
    assert (after.kind, after.kind_also) == (Kind.DHR, Kind.SAR)
    assert after.documents[0].form is Form.BRIEFING


def test_the_type_of_several_is_changed_at_once_and_the_rest_stays(room: Room) -> None:
    page = library(room)
    page.table.selectAll()
    page.details.edit()
    assert not [f for f in page.findChildren(QComboBox) if f.accessibleName() == "Form"]
    field = named(page, "Type", QComboBox)
    field.setCurrentIndex(field.findText("Thematic review"))
    named(page, "Save details", QPushButton).click()
    room.settle()
    assert {review.kind for review in room.session.reading.library()} == {Kind.THEMATIC_REVIEW}


def test_reviews_are_grouped_parted_and_that_is_undone(room: Room) -> None:
    page = library(room)
    before = room.session.reading.library()
    page.table.selectAll()
    room.settle()
    named(page, "Group into one review", QPushButton).click()
    room.settle()
    (one,) = room.session.reading.library()
    assert len(one.documents) == len(before)
    assert page.selected()[0].id == one.id
    last = one.documents[-1]
    named(page, f"Make {last.name} a review of its own", QPushButton).click()
    room.settle()
    assert len(room.session.reading.library()) == 2
    for _ in range(2):
        room.session.deciding.undo()
    assert room.session.reading.library() == before
