"""UX.md section 7, check 19: each empty, loading, no-result and problem state says its words.

MICROCOPY follows the rows of section 6. Where the words are asserted by a test of another room,
that test is named; the rest are walked to here, in a real window.
"""

import ast
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from caseview.desktop.models.outcomes import summed_up
from caseview.desktop.pages.casebook.page import CasebookPage
from caseview.desktop.pages.library.page import LibraryPage
from caseview.desktop.places import Place, View
from caseview.domain.crosstab import Counts, CrossTabSpec
from caseview.domain.outcome import OutcomeKind
from caseview.usecases.list_casebook import list_suggestions
from tests.desktop.driving import named, press, type_in
from tests.desktop.real_casebook import CODER, PDF, SCAN, WORD, Room, copy_of, doorway, open_room

KEY = Qt.Key
TESTS = Path(__file__).parents[1]
HERE = "desktop/test_checks_states.py"
MICROCOPY: dict[int, tuple[str, str]] = {
    1: ("No reviews yet.", f"{HERE}::test_an_empty_casebook_says_in_each_view_what_to_do"),
    2: ("Nothing matches these filters.", f"{HERE}::test_filters_that_leave_nothing_say_so"),
    3: ("Choose a document in the Library", f"{HERE}::test_an_empty_casebook_says_in_each_view"),
    4: ("Read on, or press Ctrl+Enter", f"{HERE}::test_a_document_all_decided_says_so"),
    5: ("No rule found anything here.", f"{HERE}::test_a_document_without_suggestions_says"),
    6: ("This document is a scan", f"{HERE}::test_a_scan_says_what_it_is"),
    7: ("are undecided", "desktop/test_reader.py::test_finishing_with_undecided_suggestions_asks"),
    8: ("Did you mean", "desktop/test_journeys.py::test_a_search_that_finds_nothing_says_what"),
    9: ("without its partner", f"{HERE}::test_a_search_that_is_not_understood_says_where"),
    10: ("No finished reviews", f"{HERE}::test_a_table_without_finished_reviews_says_so"),
    11: ("Counts the", "counting/test_wording.py::test_base_of_tags"),
    12: ("A review can carry", "counting/test_wording.py::test_notes_say_how_to_read_the_percent"),
    13: ("Fewer than 20", "counting/test_wording.py::test_notes_say_how_to_read_the_percentages"),
    14: ("hidden so that totals", "desktop/test_crosstabs.py::test_the_words_of_the_preview"),
    15: ("need you", f"{HERE}::test_an_import_says_what_needs_somebody"),
    16: ("password", "readers/test_bad_files.py::test_a_pdf_with_a_password_asks_for_another_copy"),
    17: ("damaged", "readers/test_bad_files.py::test_a_truncated_word_file_is_damaged"),
    18: ("Same words as", "usecases/test_import_documents.py::test_the_same_words_in_another_file"),
    19: ("Stopped.", "usecases/test_import_documents.py::test_a_stopped_import_says_how_many"),
    20: ("disk is full", "desktop/test_reader.py::test_a_decision_that_cannot_be_kept_is_taken"),
    21: ("open on", "store/test_lock.py::test_a_second_opener_is_told_who_has_it_and_since_when"),
    22: ("did not close properly", f"{HERE}::test_a_casebook_that_was_not_closed_is_checked"),
    23: ("Reject {", "desktop/test_codebook_real.py::test_all_that_a_rule_suggests_in_a_document"),
    24: ("Move 0 tags", "desktop/test_codebook.py::test_a_merge_asks_with_its_numbers_first"),
    25: ("This change would", "desktop/test_codebook.py::test_an_edit_is_previewed_then_applied"),
    26: ("changed since then", f"{HERE}::test_numbers_of_a_summary_that_are_older_say_so"),
    27: ("no longer match", "exporters/test_word_summary.py::test_a_quote_that_no_longer_matches"),
    28: ("open in another program", "exporters/test_saving.py::test_a_file_that_is_open_elsewhere"),
    29: ("is marked", f"{HERE}::test_a_marking_says_where_it_goes"),
    30: ("are new", "desktop/test_merging.py::test_nothing_changes_until_merge_is_pressed"),
    31: ("Already saved", "desktop/test_casebook_page.py::test_ctrl_s_says_that_all_is_saved"),
    32: (
        "cannot be reached",
        "desktop/test_casebook_page.py::test_a_folder_that_cannot_be",
    ),
    33: ("beyond chance", "counting/test_agreement.py::test_each_theme_is_counted_as_the_table"),
}


@pytest.mark.parametrize("row", MICROCOPY)
def test_the_words_of_each_row_are_asserted_by_the_test_that_is_named(row: int) -> None:
    words, where = MICROCOPY[row]
    path, _, begins = where.partition("::")
    source = (TESTS / path).read_text(encoding="utf-8")
    found = [
        ast.get_source_segment(source, node) or ""
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef) and node.name.startswith(begins)
    ]
    assert len(found) == 1, where
    assert words in found[0]


def said(widget: QWidget) -> str:
    """Return all words somebody sees under a widget, in one line."""
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
    words = [
        str(part.accessibleName() or part.property("text") or "")
        + " "
        + str(part.property("text") or "")
        for part in widget.findChildren(QWidget)
        if isinstance(part, QLabel | QAbstractButton) and part.isVisible()
    ]
    return " ".join(words)


def at(room: Room, place: Place) -> str:
    room.window.go(place)
    room.settle()
    page = room.window.page()
    assert page is not None
    return said(page)


@pytest.fixture
def empty(tmp_path: Path, qtbot: QtBot) -> Room:
    path = tmp_path / "Nothing.casebook"
    doorway(tmp_path).start(path, coder=CODER, passphrase=None).close()
    return open_room(tmp_path, path, qtbot)


def test_an_empty_casebook_says_in_each_view_what_to_do(empty: Room) -> None:
    wanted = {
        View.LIBRARY: "No reviews yet. Import a folder of reviews, or open the sample casebook",
        View.READER: "Choose a document in the Library, or press Ctrl+Enter",
        View.SEARCH: "Type words to search every document.",
        View.CROSSTABS: "No reviews to count yet. Import a folder of reviews",
        View.RECOMMENDATIONS: "No recommendations here yet. Import reviews that make some",
        View.SUMMARIES: "No theme chosen yet. Add a theme",
        View.AGREEMENT: "Only one coder has worked in this casebook.",
        View.CASEBOOK: "No restore point yet.",
    }
    for view, words in wanted.items():
        assert words in at(empty, Place(view)), view


def test_filters_that_leave_nothing_say_so(room: Room) -> None:
    room.window.go(Place(View.LIBRARY))
    room.settle()
    page = room.window.page()
    assert isinstance(page, LibraryPage)
    named(page, "Filter this list", QLineEdit).setText("no review is called so")
    room.qtbot.waitUntil(lambda: "Nothing matches these filters." in said(page), timeout=5000)
    named(page, "Clear filters", QAbstractButton).click()
    room.settle()
    assert page.model.rowCount() == 3
    for view in (View.RECOMMENDATIONS, View.CODEBOOK):
        shown = at(room, Place(view))
        assert "atches" not in shown


def test_a_document_all_decided_says_so(room: Room) -> None:
    reader = room.read(WORD)
    while reader.parts.models.queue.left:
        press(KEY.Key_A)
    room.settle()
    shown = said(reader)
    assert f"All {reader.parts.models.queue.rowCount()} suggestions decided." in shown
    assert "Read on, or press Ctrl+Enter to finish this document." in shown


def test_a_document_without_suggestions_says_that_it_may_hold_something(room: Room) -> None:
    reader = room.read(PDF)
    reader.parts.models.queue.show(())
    reader.parts.count()
    assert "No rule found anything here. That does not mean nothing is here" in said(reader)


def test_a_scan_says_what_it_is(room: Room) -> None:
    reader = room.read(SCAN)
    assert "This document is a scan" in said(reader)


def test_a_search_that_is_not_understood_says_where(room: Room) -> None:
    assert "without its partner" in at(room, Place(View.SEARCH, query="(hospital OR ward"))


def test_a_table_without_finished_reviews_says_so(room: Room) -> None:
    spec = CrossTabSpec(counts=Counts.TAGS)
    assert "No finished reviews" in at(room, Place(View.CROSSTABS, spec=spec))


def test_an_import_says_what_needs_somebody() -> None:
    kinds = (OutcomeKind.IMPORTED, OutcomeKind.NO_TEXT, OutcomeKind.REFUSED)
    words = summed_up(Counter(kinds))
    assert "1 imported" in words
    assert "2 need you" in words


def test_numbers_of_a_summary_that_are_older_say_so(room: Room) -> None:
    kept = room.session.reading.suggestions(room.document(PDF))[0]
    room.window.go(Place(View.SUMMARIES, themes=(kept.suggestion.theme,)))
    room.settle()
    desk, page = room.window.desk, room.window.page()
    assert desk is not None
    assert page is not None
    desk.change("Accept", lambda d: d.accept(kept.id))
    room.settle()
    assert "changed since then" in said(page)


def test_a_marking_says_where_it_goes(room: Room) -> None:
    room.window.go(Place(View.CASEBOOK))
    room.settle()
    page = room.window.page()
    assert isinstance(page, CasebookPage)
    field = named(page, "Marking", QComboBox).lineEdit()
    assert field is not None
    field.setFocus()
    type_in("OFFICIAL-SENSITIVE")
    press(KEY.Key_Tab)
    room.settle()
    assert "This casebook is marked OFFICIAL-SENSITIVE." in said(page)
    assert "OFFICIAL-SENSITIVE" in said(room.window)


def test_a_casebook_that_was_not_closed_is_checked_and_that_is_said(
    filled: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = copy_of(filled, tmp_path)
    session = doorway(tmp_path).open(path, coder=CODER, passphrase=None)
    session.deciding.accept(list_suggestions(session.casebook)[0].id)
    session.close()
    path.with_name(f"{path.name}.lock").write_text("left by a process that ended", "utf-8")
    room = open_room(tmp_path, path, qtbot)
    words = "This casebook did not close properly. It was checked and its one tag is there."
    assert words in said(room.window)
    again = room.reopen()
    assert "did not close" not in said(again.window)


def test_a_count_under_way_greys_the_old_numbers_and_never_takes_them_away(room: Room) -> None:
    room.window.go(Place(View.CROSSTABS))
    room.settle()
    page = room.window.page()
    assert page is not None
    before = page.printable()
    page.refresh()
    assert page.printable() == before
    room.settle()
