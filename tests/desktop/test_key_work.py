"""How much a decision key makes the window do: what it shows at once, and nothing twice."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from caseview.desktop.models.outline import OutlineModel
from caseview.desktop.models.reading import Mark, MarkKind, Marks
from caseview.desktop.pages.reader.page import ReaderPage
from caseview.desktop.places import Place, View
from caseview.desktop.widgets.chips import ThemeLine
from caseview.desktop.widgets.progress_bar import ProgressBar
from caseview.desktop.window.window import Window
from caseview.domain.document import DocumentText
from caseview.domain.span import Span
from caseview.domain.suggestion import Decision
from tests.desktop import invented
from tests.desktop.driving import settle
from tests.desktop.invented_session import InventedSession

DOCUMENT = 10


class Told(QObject):
    """Notes that a widget is painted in the same list as others note what they do."""

    def __init__(self, into: list[str]) -> None:
        super().__init__()
        self._into = into

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._into.append("painted")
        return False


def reader(window: Window, qtbot: QtBot) -> ReaderPage:
    window.go(Place(View.READER, document=DOCUMENT))
    settle(window, qtbot)
    page = window.page()
    assert isinstance(page, ReaderPage)
    return page


def accepted(session: InventedSession) -> int:
    return sum(kept.decision is Decision.ACCEPTED for kept in session.state.of(DOCUMENT))


def test_a_decision_is_painted_before_the_casebook_begins_to_keep_it(
    window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    page = reader(window, qtbot)
    seen: list[str] = []
    told = Told(seen)
    page.parts.queue.viewport().installEventFilter(told)
    keep: Callable[..., object] = session.deciding.accept

    def note(*given: object, **named: object) -> object:
        seen.append("kept")
        return keep(*given, **named)

    session.deciding.accept = note  # type: ignore[method-assign, assignment]
    QTest.keyClick(page.parts.queue, Qt.Key.Key_A)
    settle(window, qtbot)
    assert seen[0] == "painted"
    assert seen.count("kept") == 1


def test_a_window_closed_right_after_a_decision_has_kept_it(
    window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    page = reader(window, qtbot)
    before = accepted(session)
    QTest.keyClick(page.parts.queue, Qt.Key.Key_A)
    window.close()
    assert accepted(session) == before + 1
    assert session.closed


def test_a_decision_lays_cards_out_for_the_one_it_opens_and_no_other(
    window: Window, qtbot: QtBot
) -> None:
    queue = reader(window, qtbot).parts.queue
    asked: list[int] = []
    high = queue.card_height

    def count() -> int:
        asked.append(queue.open_row)
        return high()

    queue.card_height = count  # type: ignore[method-assign]
    QTest.keyClick(queue, Qt.Key.Key_A)
    QApplication.processEvents()
    assert set(asked) == {queue.open_row}


def test_a_decision_makes_no_widgets_once_the_recent_themes_are_full(
    window: Window, qtbot: QtBot
) -> None:
    page = reader(window, qtbot)
    recent = page.parts.recent
    for theme in range(9):
        recent.given(f"theme-{theme}")
    before = recent.findChildren(ThemeLine)
    recent.given("another")
    assert recent.findChildren(ThemeLine) == before
    assert recent.themes[0] == "another"
    assert recent.theme(1) == "another"


def test_marks_shown_again_are_not_drawn_again(window: Window, qtbot: QtBot) -> None:
    text = reader(window, qtbot).parts.text
    drawn = text.extraSelections()
    made = dict(text._lit._made)
    text.show_marks(list(text.marks))
    assert text._lit._made == made
    assert len(text.extraSelections()) == len(drawn)


def test_marks_far_from_what_is_seen_are_drawn_when_they_come_near(
    window: Window, qtbot: QtBot
) -> None:
    text = reader(window, qtbot).parts.text
    paragraphs = "\n\n".join(["The child was not seen alone by anyone at all."] * 3000)
    text.show_text(DocumentText(paragraphs))
    every = [Mark(MarkKind.TAG, Span(start, start + 9)) for start in range(0, 140_000, 1000)]
    text.show_marks(every)
    assert 0 < len(text.extraSelections()) < len(every) / 2
    text.reveal(every[-1].span)
    selected = [one.cursor.selectionStart() for one in text.extraSelections()]
    assert 0 < len(selected) < len(every) / 2
    assert every[-1].span.start in selected
    text.show_found([Span(5, 9), Span(139_005, 139_010)])
    assert len(text.extraSelections()) == len(selected) + 1


def test_marks_of_suggestions_are_made_once() -> None:
    made = invented.suggestions(DOCUMENT, 1)
    marks = Marks()
    first, again = (marks.of([], made, made[1].id) for _ in range(2))
    assert [one.kind for one in first].count(MarkKind.DECIDING) == 1
    assert first == again
    same = [one is other for one, other in zip(first, again, strict=True)]
    assert same.count(False) == 1


def test_a_section_tells_of_itself_only_when_its_number_changes(qtbot: QtBot) -> None:
    model = OutlineModel()
    outline, waiting = invented.outline(), list(invented.suggestions(DOCUMENT, 1))
    model.show(outline, waiting)
    told: list[int] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    model.show(outline, waiting)
    assert told == []
    model.show(outline, waiting[1:])
    assert told == [model.row_at(waiting[0].suggestion.start)]


def test_a_bar_waits_to_be_painted_with_the_rest(qtbot: QtBot) -> None:
    seen: list[str] = []
    bar, told = ProgressBar("How far"), Told(seen)
    qtbot.addWidget(bar)
    with qtbot.waitExposed(bar):
        bar.show()
    QApplication.processEvents()
    bar.installEventFilter(told)
    seen.clear()
    bar.show_progress(3, 9)
    assert seen == []
    qtbot.waitUntil(lambda: seen == ["painted"])
    assert bar.value() == 3
