"""What showed when every view was looked at: cut words, empty room, numbers without a name."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap, QTextBlock
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caseview.counting.flow_wording import flow_sentences
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.dialogs.double_coding import DoubleCodingDialog
from caseview.desktop.dialogs.help import help_page
from caseview.desktop.dialogs.naming import NameDialog
from caseview.desktop.dialogs.restoring import RestoreDialog
from caseview.desktop.models.casebook import log_rows
from caseview.desktop.models.themebook import LONGEST, ThemeBook
from caseview.desktop.pages.casebook.page import CasebookPage
from caseview.desktop.pages.crosstabs.page import CrossTabsPage
from caseview.desktop.pages.library.page import LibraryPage
from caseview.desktop.places import Place, View
from caseview.desktop.widgets.painting import in_two_lines
from caseview.desktop.window.window import Window
from caseview.domain.codebook import Effect, Rule
from caseview.domain.crosstab import CellAddress, CrossTabSpec
from caseview.domain.english import run_on
from caseview.domain.info import AuditRow
from caseview.domain.reads_as import ReadsAs
from caseview.domain.suggestion import Suggestion
from tests.desktop import invented
from tests.desktop.conftest import RESOURCES
from tests.desktop.driving import press, settle
from tests.desktop.invented_session import InventedSession

CELL = CellAddress("repeat_contacts", "sar")


def test_passages_in_front_alone_have_the_room_of_the_choices(window: Window, qtbot: QtBot) -> None:
    window.resize(1366, 720)
    window.look.resize(150)
    window.go(Place(View.CROSSTABS, spec=CrossTabSpec(), cell=CELL))
    settle(window, qtbot)
    page = window.page()
    assert isinstance(page, CrossTabsPage)
    seen = [(page.evidence.isVisible(), page.choices.isVisible())]
    assert page.evidence.quotes.height() > 200
    press(Qt.Key.Key_Escape)
    settle(window, qtbot)
    seen.append((page.evidence.isVisible(), page.choices.isVisible()))
    window.look.resize(100)
    window.go(Place(View.CROSSTABS, spec=CrossTabSpec(), cell=CELL))
    settle(window, qtbot)
    seen.append((page.evidence.isVisible(), page.choices.isVisible()))
    assert seen == [(True, False), (False, True), (True, True)]


def test_words_to_read_grow_with_the_interface(appearance: Appearance) -> None:
    sizes = []
    for percent in (100, 150):
        appearance.resize(percent)
        sizes.append(appearance.reading_font().pixelSize())
        assert sizes[-1] > appearance.font().pixelSize()
    assert sizes == [16, 24]
    appearance.resize(100)


def test_while_details_are_edited_saving_is_always_in_view(window: Window, qtbot: QtBot) -> None:
    window.resize(1366, 720)
    page = window.page()
    assert isinstance(page, LibraryPage)
    page.focus_first()
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    settle(window, qtbot)
    names = [b.text().strip() for b in page.findChildren(QPushButton) if in_view(b)]
    assert "Save details" in names
    assert "Open in Reader" not in names, "Enter saves here"
    fields = [f for f in page.findChildren(QLineEdit) if f.accessibleName() == "Area"]
    assert [field.cursorPosition() for field in fields] == [0], "long values show their beginning"
    press(Qt.Key.Key_Escape)
    settle(window, qtbot)
    assert "Open in Reader" in [
        b.text().strip() for b in page.findChildren(QPushButton) if in_view(b)
    ]


def in_view(widget: QWidget) -> bool:
    """Return whether a widget is seen whole."""
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


@pytest.mark.parametrize("percent", [100, 150])
def test_dialogs_are_as_high_as_their_words(window: Window, qtbot: QtBot, percent: int) -> None:
    window.look.resize(percent)
    restore = RestoreDialog(window, window.look, (), lambda *_: None, locked=False)
    double = DoubleCodingDialog(window, window.look, lambda *_: None, locked=False)
    for dialog in (restore, double):
        dialog.show()
        settle(window, qtbot)
        assert dialog.words.height() >= dialog.words.heightForWidth(dialog.words.width())
        assert dialog.words.height() < dialog.words.heightForWidth(dialog.words.width()) * 2
    assert double.share.height() == double.passphrase.height()
    for dialog in (restore, double):
        dialog.close()
    window.look.resize(100)


def test_a_long_name_offered_shows_from_its_beginning(window: Window) -> None:
    act = ("Make", lambda _name: None)
    dialog = NameDialog(window, window.look, ("Make a group", ""), act, "Provide training " * 9)
    assert dialog.field.selectedText() == dialog.field.text()
    assert dialog.field.cursorPosition() == 0


def test_headings_of_help_are_set_in_the_sizes_of_the_interface(window: Window) -> None:
    page = help_page(window, window.look, RESOURCES / "help", "library").page

    def size(block: QTextBlock) -> int:
        return block.begin().fragment().charFormat().font().pixelSize()

    first = page.document().begin()
    second = first.next().next()
    assert [size(first), size(second)] == [18, 15]
    assert second.blockFormat().topMargin() > second.blockFormat().bottomMargin() > 0


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("vacan*", "“vacan*”"),
        ("(short|thin) " * 9, f"“{('(short|thin) ' * 9)[:LONGEST].rstrip()}…”"),
    ],
)
def test_why_a_suggestion_was_made_names_the_rule_by_its_words(pattern: str, told: str) -> None:
    theme = next(one for one in invented.CODEBOOK.themes if one.id == "workload")
    ruled = replace(theme, rules=(Rule("workload.gap.1", "workload", Effect.GAP, pattern),))
    book = ThemeBook(replace(invented.CODEBOOK, themes=(ruled,)))
    given = Suggestion("workload", 0, 4, "They", ReadsAs.GAP, "workload.gap.1", "", 0.71)
    said = book.explain(given)
    assert f"Rule {told} of codebook version" in said
    assert "71% sure" in said
    assert "workload.gap.1" not in said + book.explain(replace(given, rule="workload.gap.2"))


def test_the_log_names_reviews_and_documents(session: InventedSession) -> None:
    review = session.reading.library()[0]
    document = review.documents[0]
    lines = [
        f"review:{review.id} document:{document.id} suggestion:7",
        "review:99999",
        "from:My backup of Friday.casebook",
    ]
    log = [AuditRow(n, invented.NOON, "JB", "Accept", said, "") for n, said in enumerate(lines)]
    shown = [cells[3] for _, cells in reversed(log_rows(log, [review]))]
    assert shown == [
        f"{review.title}  ·  {document.name}  ·  suggestion 7",
        "review 99999",
        "from My backup of Friday.casebook",
    ]


def test_the_casebook_tells_the_screening_in_the_numbers_of_the_library(
    window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    window.go(Place(View.CASEBOOK))
    settle(window, qtbot)
    page = window.page()
    assert isinstance(page, CasebookPage)
    flow = session.keeping.shelving().flow()
    assert re.sub(r"\s+", " ", page.screening.words.text()) == str(run_on(flow_sentences(flow)))


def test_long_words_take_two_lines_before_they_are_cut(qapp: QApplication) -> None:
    sheet = QPixmap(10, 10)
    painter = QPainter(sheet)
    wide = painter.fontMetrics().horizontalAdvance("Practice with the person")
    said = {
        words: in_two_lines(painter, words, QRect(0, 0, wide + 2, 42))
        for words in (
            "Police",
            "Practice with the person and family",
            "Practice with the person " * 4,
        )
    }
    painter.end()
    one, two, cut = said.values()
    assert (one, two) == ("Police", "Practice with the person\nand family")
    assert cut.startswith("Practice with the person\nPractice")
    assert cut.count("\n") == 1
    assert cut.endswith("…")
