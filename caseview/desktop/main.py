"""Starts the window; what is heavy is imported by a worker once the window has been painted."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from caseview.desktop.appearance.look import SIZES, Appearance
from caseview.desktop.appearance.tokens import Scheme
from caseview.desktop.keys import load_keys
from caseview.desktop.session import Doorway, Memory
from caseview.desktop.window.bindings import bind
from caseview.desktop.window.casebooks import Casebooks
from caseview.desktop.window.importing import Importing
from caseview.desktop.window.window import Window


def open_window(
    resources: Path, memory: Memory, doorway: Callable[[], Doorway], casebook: Path | None = None
) -> Window:
    """Show the window and return it; the application must exist.

    `doorway` is called on a worker after the first paint. With a `casebook`, that is opened;
    without, the welcome is shown.
    """
    scheme = Scheme.DARK if memory.recall("scheme") == Scheme.DARK else Scheme.LIGHT
    look = Appearance(resources, scheme)
    look.dress()
    kept = memory.recall("percent")
    if kept.isdigit() and int(kept) in SIZES:
        look.resize(int(kept))
    window = Window(look, load_keys(resources / "keys" / "keymap.csv"), memory)
    casebooks = Casebooks(window, doorway)
    Importing(window)
    bind(window)
    if casebook is None:
        casebooks.welcome()
    window.show()
    if casebook is not None:
        QTimer.singleShot(0, window, lambda: casebooks.open(casebook))
    return window


def run(
    resources: Path, memory: Memory, doorway: Callable[[], Doorway], casebook: Path | None = None
) -> int:
    """Run the window until it is closed; return the exit code for the shell."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("CaseView")
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    window = open_window(resources, memory, doorway, casebook)
    code = application.exec()
    window.deleteLater()
    return code
