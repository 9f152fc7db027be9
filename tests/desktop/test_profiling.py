"""From a review in the Library, or a document in the Reader, to its theme profile."""

from pytestqt.qtbot import QtBot

from caseview.desktop.pages.crosstabs.page import CrossTabsPage
from caseview.desktop.places import Place, View
from caseview.desktop.window.profiling import NO_REVIEW
from caseview.desktop.window.window import Window
from caseview.usecases.tell import Telling
from tests.desktop.driving import settle
from tests.desktop.invented_session import InventedSession


def profiled(window: Window, qtbot: QtBot) -> CrossTabsPage:
    window.commands.action("review.profile").trigger()
    settle(window, qtbot)
    page = window.page()
    assert isinstance(page, CrossTabsPage)
    return page


def test_the_review_of_the_library_and_back_again(
    window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    window.go(Place(View.LIBRARY, review=3))
    settle(window, qtbot)
    page = profiled(window, qtbot)
    question = page.figures.question
    assert question is not None
    assert (question.telling, question.review) == (Telling.REVIEW, 3)
    assert session.tabulating.asked[-1].review == 3
    window.back()
    settle(window, qtbot)
    here = window.page()
    assert here is not None
    assert here.view is View.LIBRARY


def test_the_review_of_the_document_in_the_reader(
    window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    review = session.reading.library()[0]
    window.go(Place(View.READER, document=review.documents[0].id))
    settle(window, qtbot)
    question = profiled(window, qtbot).figures.question
    assert question is not None
    assert question.review == review.id


def test_where_no_review_is_open_it_says_where_to_go(window: Window, qtbot: QtBot) -> None:
    window.go(Place(View.CODEBOOK))
    settle(window, qtbot)
    said: list[str] = []
    window.events.said.connect(said.append)
    window.commands.action("review.profile").trigger()
    settle(window, qtbot)
    assert NO_REVIEW in said
