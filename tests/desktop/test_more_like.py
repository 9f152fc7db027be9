"""More like this: the list of passages like the one a view is at, opened, tagged, closed."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caseview.desktop.dialogs.alike import NOTHING, AlikeDialog
from caseview.desktop.pages.search.page import SearchPage
from caseview.desktop.places import Place, View
from caseview.desktop.window.alike import NOWHERE, more_like_this
from caseview.desktop.window.window import Window
from tests.desktop.driving import press, settle
from tests.desktop.invented_schooling import missed
from tests.desktop.invented_session import InventedSession
from tests.desktop.real_casebook import PDF, Room


def listed(window: Window, qtbot: QtBot) -> AlikeDialog:
    window.commands.action("passage.like").trigger()
    settle(window, qtbot)
    (dialog,) = [one for one in window.findChildren(AlikeDialog) if one.isVisible()]
    return dialog


@pytest.fixture
def reading(window: Window, qtbot: QtBot) -> Window:
    window.go(Place(View.READER, document=10))
    settle(window, qtbot)
    return window


def test_from_the_reader_the_list_opens_and_enter_goes_to_the_sentence(
    reading: Window, qtbot: QtBot
) -> None:
    dialog = listed(reading, qtbot)
    assert dialog.model.rowCount() == 2
    assert dialog.model.card(0).foot == "Shares: rota, gaps"  # type: ignore[union-attr]
    gone: list[Place] = []
    reading.events.going.connect(gone.append)
    dialog.list.setFocus()
    press(Qt.Key.Key_Return)
    settle(reading, qtbot)
    assert not [one for one in reading.findChildren(AlikeDialog) if one.isVisible()]
    page = reading.page()
    assert page is not None
    assert page.place().document == missed(1).document_id


def test_what_is_ticked_is_tagged_with_the_theme_chosen_and_leaves_the_list(
    reading: Window, qtbot: QtBot, session: InventedSession
) -> None:
    dialog = listed(reading, qtbot)
    dialog.list.setFocus()
    press(Qt.Key.Key_Space)
    assert [one.passage_id for one in dialog.chosen] == [1]
    before = len(session.reading.state.tags)
    dialog._tag("workload")
    settle(reading, qtbot)
    assert len(session.reading.state.tags) == before + 1
    assert dialog.model.rowCount() == 1
    assert dialog.words.text().startswith("1 passage tagged as “Workload”.")


def test_a_search_result_is_a_passage_too(window: Window, qtbot: QtBot) -> None:
    window.go(Place(View.SEARCH, query="family"))
    settle(window, qtbot)
    page = window.page()
    assert isinstance(page, SearchPage)
    page.results.setCurrentIndex(page.model.index(0))
    assert page.passage_here() is not None
    assert listed(window, qtbot).model.rowCount() == 2


def test_where_there_is_no_passage_that_is_said(window: Window, qtbot: QtBot) -> None:
    window.go(Place(View.CASEBOOK))
    settle(window, qtbot)
    said: list[str] = []
    window.events.said.connect(said.append)
    assert more_like_this(window) is None
    assert said == [NOWHERE]


def test_a_list_that_is_closed_before_it_is_filled_does_no_harm(
    reading: Window, qtbot: QtBot
) -> None:
    dialog = more_like_this(reading)
    assert dialog is not None
    dialog.reject()
    settle(reading, qtbot)
    assert not [one for one in reading.findChildren(AlikeDialog) if one.isVisible()]


def test_in_a_real_casebook_passages_of_other_documents_are_found(room: Room) -> None:
    reader = room.read(PDF)
    dialog = listed(room.window, room.qtbot)
    assert dialog.words.text() != NOTHING
    assert dialog.model.rowCount() > 5
    first = dialog.chosen[0]
    dialog._open(0)
    room.settle()
    assert reader.place().document == first.document_id
