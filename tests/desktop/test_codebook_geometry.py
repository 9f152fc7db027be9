"""The panes of the Codebook view cut no words, at the smallest size and with larger text."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from caseview.desktop.pages.codebook.page import CodebookPage
from caseview.desktop.places import Place, View
from caseview.desktop.window.window import Window
from tests.desktop.driving import settle
from tests.desktop.invented_schooling import rule
from tests.desktop.invented_session import InventedSession
from tests.desktop.test_geometry import look_closely

HERE = Place(View.CODEBOOK, themes=("workload",))
STATES: dict[str, Callable[[CodebookPage], object]] = {
    "learned": lambda page: page.parts.turn_tab("learned"),
    "missed": lambda page: page.parts.turn_tab("missed"),
    "group": lambda page: page.writing.edit_group("organisation"),
    "theme": lambda page: page.writing.edit_theme(),
    "rule": lambda page: page.writing.new_rule(),
}


@pytest.mark.parametrize(
    "shown", [(100, (1024, 600)), (130, (1366, 720)), (150, (1366, 720))], ids=str
)
@pytest.mark.parametrize("state", list(STATES))
def test_no_pane_cuts_its_words(
    window: Window,
    qtbot: QtBot,
    session: InventedSession,
    state: str,
    shown: tuple[int, tuple[int, int]],
) -> None:
    percent, size = shown
    session.revising.school.known = rule()
    window.look.resize(percent)
    window.go(HERE)
    settle(window, qtbot)
    page = window.page()
    assert isinstance(page, CodebookPage)
    STATES[state](page)
    settle(window, qtbot)
    look_closely(window, qtbot, HERE, size)
    window.look.resize(100)
