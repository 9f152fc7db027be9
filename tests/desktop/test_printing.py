"""What is printed has its marking and page number on every page, and hides what it must."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseview.counting.small_numbers import SmallNumbers
from caseview.desktop.models.printed import table_html
from caseview.desktop.places import Place, View
from caseview.desktop.window.printing import paint_pages, preview
from caseview.desktop.window.window import Window
from tests.desktop.driving import settle
from tests.desktop.invented_session import InventedSession

MARKING = "OFFICIAL-SENSITIVE"


def pages(path: Path) -> list[str]:
    """Return the words of each page of a PDF."""
    document = pypdfium2.PdfDocument(path)
    found = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return found


def printable(window: Window, view: View, qtbot: QtBot) -> str:
    window.go(Place(view))
    settle(window, qtbot)
    page = window.page()
    assert page is not None
    return page.printable()


def test_every_page_has_the_marking_twice_and_its_number(
    qapp: QApplication, tmp_path: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "table.pdf"))
    rows = [[f"Review {n}", str(n)] for n in range(150)]
    many = paint_pages(printer, table_html("Reviews <all>", ["Review", "Number"], rows), MARKING)
    found = pages(tmp_path / "table.pdf")
    assert len(found) == many > 2
    for number, words in enumerate(found, start=1):
        assert words.count(MARKING) == 2
        assert f"Page {number} of {many}" in words
    together = " ".join(found)
    assert "Reviews <all>" in together
    assert all(f"Review {n}" in together for n in range(150)), "no row is lost between pages"


@pytest.mark.parametrize("view", [View.LIBRARY, View.CROSSTABS])
def test_the_views_that_print_say_what_they_show(window: Window, qtbot: QtBot, view: View) -> None:
    printed = printable(window, view, qtbot)
    assert printed.count("<tr>") > 3


def test_a_printed_cross_tab_hides_what_the_casebook_hides(
    window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    session.tabulating.held = SmallNumbers(10)
    printed = printable(window, View.CROSSTABS, qtbot)
    assert "&lt;10" in printed
    assert "Counts under 10 show as" in printed


def test_ctrl_p_opens_a_preview_and_says_where_there_is_nothing(
    window: Window, qtbot: QtBot
) -> None:
    printable(window, View.LIBRARY, qtbot)
    dialog = preview(window)
    assert isinstance(dialog, QPrintPreviewDialog)
    dialog.reject()
    said: list[str] = []
    window.events.said.connect(said.append)
    printable(window, View.SEARCH, qtbot)
    assert preview(window) is None
    assert said[-1] == "There is nothing to print in this view."
