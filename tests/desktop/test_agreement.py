"""The Agreement view: figures by theme, disagreements settled by keys, rules, spot checks."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from caseview.desktop.dialogs.double_coding import DoubleCodingDialog
from caseview.desktop.dialogs.reason import ReasonDialog
from caseview.desktop.models.figures_table import RULE_COLUMNS, FiguresModel, rule_lines
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.pages.agreement.page import AgreementPage
from caseview.desktop.pages.reader.page import ReaderPage
from caseview.desktop.places import Place, View
from caseview.desktop.window.window import Window
from caseview.domain.agreement import Draw, RuleRecord, Verdict
from tests.desktop import invented
from tests.desktop.driving import CONTROL, press, settle
from tests.desktop.invented_session import InventedSession

Key = Qt.Key


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> AgreementPage:
    press(Key.Key_8, CONTROL)
    settle(window, qtbot)
    shown = window.page()
    assert isinstance(shown, AgreementPage)
    return shown


def test_it_opens_on_the_disagreements_with_figures_by_theme(page: AgreementPage) -> None:
    assert "QZ and SO" in page.facts.words
    assert page.coders.list.hasFocus()
    figures = page.coders.figures
    heads = [figures.headerData(n, Qt.Orientation.Horizontal) for n in range(figures.columnCount())]
    assert heads[:6] == ["Theme", "Both", "QZ only", "SO only", "Agree", "Kappa"]
    assert figures.data(figures.index(0, 0)) == "All themes"
    spoken = figures.data(figures.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "Kappa" in str(spoken)


VERDICTS = (
    (Key.Key_M, Verdict.MINE),
    (Key.Key_O, Verdict.OTHER),
    (Key.Key_B, Verdict.BOTH),
    (Key.Key_Delete, Verdict.NEITHER),
)


@pytest.mark.parametrize("pressed", VERDICTS)
def test_a_key_settles_and_goes_to_the_next_that_is_open(
    page: AgreementPage,
    window: Window,
    session: InventedSession,
    qtbot: QtBot,
    pressed: tuple[Qt.Key, Verdict],
) -> None:
    key, verdict = pressed
    model = page.coders.model
    second = model.item(1)
    assert second is not None
    left = model.still_open
    press(key)
    settle(window, qtbot)
    assert [one.verdict for one in session.comparing.settled] == [verdict]
    assert model.still_open == left - 1
    here = model.item(page.coders.list.currentIndex().row())
    assert here is not None
    assert (here.theme, here.unit_id) == (second.theme, second.unit_id)
    assert page.coders.list.hasFocus()


def test_the_figures_stay_when_a_disagreement_is_settled(
    page: AgreementPage, window: Window, qtbot: QtBot
) -> None:
    before = page.coders.agreement
    assert before is not None
    press(Key.Key_B)
    settle(window, qtbot)
    after = page.coders.agreement
    assert after is not None
    assert (after.overall, after.themes) == (before.overall, before.themes)


def test_a_reason_is_given_once_it_is_settled_and_it_opens_again(
    page: AgreementPage, window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    press(Key.Key_N)
    settle(window, qtbot)
    assert not window.findChildren(ReasonDialog)
    press(Key.Key_M)
    settle(window, qtbot)
    rows = range(page.coders.model.rowCount())
    done = next(n for n in rows if getattr(page.coders.model.item(n), "settled", ()))
    page.coders.list.setCurrentIndex(page.coders.model.index(done))
    press(Key.Key_N)
    (dialog,) = window.findChildren(ReasonDialog)
    dialog.give("The definition asks for more.")
    dialog.accept()
    page.coders._give(page.coders._here(), "The definition asks for more.")  # type: ignore[arg-type]  # shown above
    settle(window, qtbot)
    assert session.comparing.settled[0].reason == "The definition asks for more."
    window.activateWindow()
    page.coders.reopen()
    settle(window, qtbot)
    assert session.comparing.settled == []


def test_enter_opens_the_words_in_the_reader_and_back_returns(
    page: AgreementPage, window: Window, qtbot: QtBot
) -> None:
    press(Key.Key_Return)
    settle(window, qtbot)
    assert isinstance(window.page(), ReaderPage)
    window.back()
    settle(window, qtbot)
    assert window.page() is page


def test_a_theme_in_the_table_narrows_the_disagreements(
    page: AgreementPage, window: Window, qtbot: QtBot
) -> None:
    page.coders.table.setFocus()
    page.coders.table.setCurrentIndex(page.coders.figures.index(1, 0))
    press(Key.Key_Return)
    line = page.coders.figures.line(1)
    assert line is not None
    assert line.face is not None
    assert page.coders.model.theme == line.face.id
    page.coders.table.setCurrentIndex(page.coders.figures.index(0, 0))
    press(Key.Key_Return)
    assert page.coders.model.theme == ""


def test_rules_say_how_often_they_were_right(
    page: AgreementPage, window: Window, qtbot: QtBot
) -> None:
    page.show_tab("rules")
    settle(window, qtbot)
    model = page.rules.model
    assert model.data(model.index(0, 5)) == "75%"
    assert "12 suggestions decided, 75% accepted" in page.facts.words
    words = [one.text() for one in page.rules.findChildren(QLabel)]
    assert any("9 of 12 decided were accepted: 75% (95% interval 47 to 91%)" in w for w in words)


def test_a_spot_check_is_drawn_read_and_estimated(
    page: AgreementPage, window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    page.show_tab("spot")
    settle(window, qtbot)
    page.spot.draw()
    settle(window, qtbot)
    page.spot.list.setFocus()
    press(Key.Key_H)
    settle(window, qtbot)
    for _ in range(2):
        press(Key.Key_X)
        settle(window, qtbot)
    held = list(session.comparing.checks[0].held.values())
    assert sorted(held) == [False, False, True]
    words = " ".join(one.text() for one in page.spot.findChildren(QLabel))
    assert "In 3 paragraphs read, 1 held a theme no rule had found: 33.3%" in words


def test_with_one_coder_it_says_what_to_do(
    window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    session.comparing.people = ("QZ",)
    window.go(Place(View.AGREEMENT))
    settle(window, qtbot)
    page = window.page()
    assert isinstance(page, AgreementPage)
    assert page.coders.agreement is None
    words = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    assert any("Only one coder has worked in this casebook" in said for said in words)


def test_reviews_are_chosen_and_the_comparison_is_exported(
    page: AgreementPage, window: Window, session: InventedSession, qtbot: QtBot, tmp_path: Path
) -> None:
    heard: list[tuple[Draw, str | None]] = []
    dialog = DoubleCodingDialog(
        page, page.look, lambda draw, words: heard.append((draw, words)), locked=True
    )
    assert not dialog._go.isEnabled()
    dialog.share.setValue(20)
    dialog.passphrase.setText("three plain words")
    dialog._done()
    assert heard == [(Draw(20.0, True), "three plain words")]
    page.make_copy(tmp_path / "second.casebook", *heard[0])
    page.export_to(tmp_path / "agreement.xlsx")
    settle(window, qtbot)
    assert [one.name for one in session.comparing.written] == [
        "second.casebook",
        "agreement.xlsx",
    ]


def test_the_rules_model_speaks_each_row_whole() -> None:
    model = FiguresModel()
    book = ThemeBook(invented.CODEBOOK)
    model.show(RULE_COLUMNS, rule_lines([RuleRecord("a.gap.1", "a", 0, 0, 2)], book))
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "“a.gap.1”. Nobody has decided any of its 2 suggestions yet."
