"""The Library's facets, saved views and sorting, and the flow of screening, in a real casebook."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from caseview.desktop.dialogs.naming import NameDialog
from caseview.desktop.dialogs.reason import ReasonDialog
from caseview.desktop.models.library import Column
from caseview.desktop.models.narrowing import LIBRARY, NOBODY, Narrowing, narrowed_to
from caseview.desktop.pages.library.page import FLOW, GUESSES, LIST, LibraryPage
from caseview.desktop.places import Place, View
from caseview.domain.flow import Stage
from caseview.domain.review import Status
from caseview.usecases.saved_view import LibraryView
from tests.desktop import invented
from tests.desktop.driving import CONTROL, named, press
from tests.desktop.real_casebook import CODER, PDF, Room
from tests.desktop.test_translation import is_cut

KEY = Qt.Key


def library(room: Room) -> LibraryPage:
    room.window.go(Place(View.LIBRARY))
    room.settle()
    page = room.window.page()
    assert isinstance(page, LibraryPage)
    return page


def test_reviews_are_narrowed_by_who_read_them_and_why_they_are_out(room: Room) -> None:
    document = room.session.reading.document(room.document(PDF))
    room.session.deciding.finish(document.id)
    other = next(r for r in room.session.reading.library() if r.id != document.review_id)
    room.session.deciding.screen(other.id, "Not a review")
    known = Narrowing(room.session.reading.library())
    mine, facets = known.narrow({"reader": frozenset({CODER})})
    assert [review.id for review in mine] == [document.review_id]
    assert [r.id for r in known.narrow({"reason": frozenset({"Not a review"})})[0]] == [other.id]
    counts = {facet.name: {v: n for v, _, n in facet.choices} for facet in facets}
    assert counts["reader"] == {CODER: 1, NOBODY: len(known.reviews) - 1}


def test_every_facet_has_words_and_a_facet_with_nothing_to_choose_is_not_there() -> None:
    shown = Narrowing(invented.reviews()).narrow({})[1]
    assert {facet.name for facet in shown} <= set(LIBRARY)
    assert all(choice[1] for facet in shown for choice in facet.choices)
    alone = Narrowing([invented.review(4, "Person Larch", Status.TO_TAG)]).narrow({})[1]
    assert "reason" not in {facet.name for facet in alone}


def test_what_narrows_the_list_is_said_in_words(room: Room) -> None:
    assert narrowed_to({"status": frozenset({"to_tag"})}, " dee ") == "status: To tag; with “dee”"
    page = library(room)
    page.facets.choose({"status": frozenset({"to_tag"})})
    assert any(
        label.text() == "Narrowed to status: To tag"
        for label in page.findChildren(QLabel)
        if label.isVisible()
    )
    named(page, "Clear filters", QPushButton).click()
    assert page.facets.chosen == {}


def test_a_view_is_saved_by_name_chosen_again_and_removed_and_that_is_undone(room: Room) -> None:
    page = library(room)
    page.facets.choose({"status": frozenset({"to_tag"})})
    page.filter.setText("northmoor")
    page.sort(Column.TAGS, downwards=True)
    wanted = page.as_view()
    page.focus_first()
    press(KEY.Key_D, CONTROL)
    ask = room.window.findChild(NameDialog)
    assert isinstance(ask, NameDialog)
    ask.field.setText("Mine")
    named(ask, "Save", QPushButton).click()
    room.settle()
    page.show_view(LibraryView())
    assert page.model.rowCount() == len(room.session.reading.library())
    page.views.list()
    room.settle()
    entry = next(a for a in page.views.menu.actions() if a.text() == "Mine")
    assert "status: To tag" in entry.toolTip()
    entry.trigger()
    page.views.menu.close()
    assert page.as_view() == wanted
    page.views.forget("Mine")
    room.settle()
    assert room.session.keeping.shelving().views() == ()
    room.session.deciding.undo()
    assert room.session.keeping.shelving().views()[0].view == wanted


def test_the_list_is_sorted_by_the_menu_and_the_same_column_turns_it_round(room: Room) -> None:
    page = library(room)
    menu = next(
        b for b in page.findChildren(QPushButton) if b.accessibleName().startswith("Sorted by")
    )
    assert menu.accessibleName() == "Sorted by: Review, upwards"
    for way in ("upwards", "downwards"):
        next(a for a in menu.menu().actions() if a.text() == "Tags").trigger()
        assert menu.accessibleName() == f"Sorted by: Tags, {way}"
    found = [
        r.tags
        for n in range(page.model.rowCount())
        if (r := page.model.review(page.model.index(n, 0)))
    ]
    assert found == sorted(found, reverse=True)


def test_several_reviews_are_screened_out_for_one_reason_as_one_step(room: Room) -> None:
    page = library(room)
    page.table.selectAll()
    room.settle()
    named(page, "Screen all out…", QPushButton).click()
    room.settle()
    ask = room.window.findChild(ReasonDialog)
    assert isinstance(ask, ReasonDialog)
    ask.give("Outside the area")
    named(ask, "Screen out", QPushButton).click()
    room.settle()
    assert {r.screened_out for r in room.session.reading.library()} == {"Outside the area"}
    room.session.deciding.undo()
    assert {r.screened_out for r in room.session.reading.library()} == {None}


def test_the_guesses_of_several_reviews_are_confirmed_at_once(room: Room) -> None:
    page = library(room)
    page.table.selectAll()
    page.details.confirmed.emit()
    room.settle()
    assert room.session.keeping.shelving().guesses() == ()


def test_every_number_of_the_flow_opens_its_list(room: Room) -> None:
    review = room.session.reading.library()[0]
    page = library(room)
    page.desk.change("Screen", lambda deciding: deciding.screen(review.id, "Not a review"))
    room.settle()
    page.show_tab(FLOW)
    room.settle()
    flow = page.flow
    for step in flow.flow.steps:
        named(
            flow,
            f"{step.words}: {step.count} {step.unit}{'' if step.count == 1 else 's'}",
            QPushButton,
        ).click()
        assert flow.model.rowCount() == len(step.listed)
    named(flow, "Not a review: 1 review", QPushButton).click()
    assert flow.model.rowCount() == 1
    named(page, "Show these in the list", QPushButton).click()
    room.settle()
    assert page.tabs.value == LIST
    assert [one.id for one in page.selected()] == [review.id]
    assert page.facets.chosen == {"reason": frozenset({"Not a review"})}


def test_enter_on_a_review_behind_a_number_selects_it_in_the_list(room: Room) -> None:
    page = library(room)
    page.show_tab(FLOW)
    room.settle()
    whole = next(s for s in page.flow.flow.steps if s.stage is Stage.REVIEWS)
    named(page, f"{whole.words}: {whole.count} reviews", QPushButton).click()
    page.flow.list.setFocus()
    press(KEY.Key_Return)
    room.settle()
    assert page.tabs.value == LIST
    assert page.selected()[0].id == whole.listed[0].review_id


def test_the_flow_is_copied_printed_and_saved(room: Room, tmp_path: Path) -> None:
    page = library(room)
    page.show_tab(FLOW)
    room.settle()
    named(page, "Copy as table", QPushButton).click()
    words = QGuiApplication.clipboard().text()
    assert "Step\tNumber\tCounted in" in words
    assert f"Reviews these make\t{len(room.session.reading.library())}\treviews" in words
    assert "<table" in page.printable()
    for ending in (".docx", ".xlsx", ".csv"):
        page.flow.save_to(tmp_path / f"flow{ending}")
        room.settle()
        assert (tmp_path / f"flow{ending}").stat().st_size > 100


@pytest.mark.parametrize("size", [(1366, 720), (1024, 600)])
@pytest.mark.parametrize("tab", [GUESSES, FLOW])
def test_no_words_of_the_new_tabs_are_cut(room: Room, tab: str, size: tuple[int, int]) -> None:
    page = library(room)
    room.window.resize(*size)
    page.show_tab(tab)
    room.settle()
    page.focus_first()
    room.settle()
    shown = [
        w
        for w in page.findChildren(QWidget)
        if isinstance(w, QLabel | QPushButton) and w.isVisible() and not w.visibleRegion().isEmpty()
    ]
    assert len(shown) > 8
    assert [w.text() for w in shown if is_cut(w)] == []
