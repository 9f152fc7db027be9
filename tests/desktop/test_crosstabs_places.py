"""What counts in a cross-tab that one comes to: as the place says, else as reviews are finished."""

from caseview.desktop.pages.crosstabs.page import CrossTabsPage
from caseview.desktop.places import Place, View
from caseview.domain.crosstab import Counts, CrossTabSpec
from tests.desktop.real_casebook import PDF, Room


def shown(room: Room) -> Counts:
    page = room.window.page()
    assert isinstance(page, CrossTabsPage)
    assert page.model.table is not None
    return page.model.table.spec.counts


def counts(room: Room, spec: CrossTabSpec | None = None) -> Counts:
    """Go to the cross-tabs and return what counts there."""
    room.window.go(Place(View.CROSSTABS, spec=spec))
    room.settle()
    return shown(room)


def test_a_place_says_what_counts_even_where_that_is_how_one_begins(room: Room) -> None:
    number = room.document(PDF)
    room.session.deciding.finish(number)
    assert counts(room, CrossTabSpec()) is Counts.PROVISIONAL


def test_a_place_one_comes_back_to_goes_on_following_what_is_finished(room: Room) -> None:
    assert counts(room) is Counts.PROVISIONAL
    room.read(PDF)
    assert room.window.desk is not None
    room.window.desk.change("Finish", lambda d: d.finish(room.document(PDF)))
    room.settle()
    room.window.back()
    room.settle()
    assert shown(room) is Counts.TAGS
