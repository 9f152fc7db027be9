"""Printing what a view shows: a preview, with the marking and a page number on every page."""

import re

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

from caseview.desktop.tongue import tr
from caseview.desktop.window.window import Window

MARGIN_MM = 15
POINTS = 11
HEAD_MM = 10
_MM_TO_INCH = 25.4
_PIXELS = re.compile(r"font-size:(\d+)px")


def bind_print(window: Window) -> None:
    """Let Ctrl+P print the view one is in."""
    window.commands.bind("print", window, lambda: preview(window))


def preview(window: Window) -> QPrintPreviewDialog | None:
    """Open the preview of what the view shows; None, with a word, where it shows nothing to print.

    A dialog, so that whoever prints sees the marking and the pages first.
    """
    page = window.page()
    printed = page.printable() if page is not None else ""
    if not printed:
        window.events.say(tr("There is nothing to print in this view."))
        return None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageMargins(
        QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter
    )
    dialog = QPrintPreviewDialog(printer, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("Print: {0}", page.name) if page is not None else tr("Print"))
    marking = window.bar.marking.text()
    dialog.paintRequested.connect(lambda on: paint_pages(on, printed, marking))
    dialog.open()
    return dialog


def paint_pages(printer: QPrinter, printed: str, marking: str) -> int:
    """Paint HTML onto pages, each with the marking in its head and foot; return how many."""
    document = QTextDocument()
    font = QFont("Calibri")
    font.setPointSize(POINTS)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(
        "td, th { padding: 2px 5px; } table { border-collapse: collapse; }"
    )
    painter = QPainter(printer)
    document.documentLayout().setPaintDevice(printer)
    document.setHtml(_PIXELS.sub(_in_points, printed))
    whole = printer.pageLayout().paintRectPixels(printer.resolution())
    band = HEAD_MM / _MM_TO_INCH * printer.resolution()
    text = QSizeF(whole.width(), whole.height() - 2 * band)
    document.setPageSize(text)
    pages = document.pageCount()
    for number in range(pages):
        if number:
            printer.newPage()
        _frame(painter, QRectF(0, 0, whole.width(), whole.height()), band, marking)
        foot = QRectF(0, whole.height() - band, whole.width(), band)
        at = tr("Page {0} of {1}", number + 1, pages)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, at)
        painter.save()
        painter.translate(0, band - number * text.height())
        document.drawContents(
            painter, QRectF(0, number * text.height(), text.width(), text.height())
        )
        painter.restore()
    painter.end()
    return pages


def _in_points(found: re.Match[str]) -> str:
    """Return a size in pixels as points: a pixel of a printer is too small to read."""
    return f"font-size:{round(int(found[1]) * 0.75)}pt"


def _frame(painter: QPainter, page: QRectF, band: float, marking: str) -> None:
    font = QFont("Calibri")
    font.setPointSize(POINTS)
    painter.setFont(font)
    middle = Qt.AlignmentFlag.AlignHCenter
    for top in (page.top(), page.bottom() - band):
        painter.drawText(QRectF(page.left(), top, page.width(), band), middle, marking)
