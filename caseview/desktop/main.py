"""Starts the window; what is heavy is imported by a worker once the window has been painted."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.keys import load_keys
from caseview.desktop.models.table_text import OURS
from caseview.desktop.session.doorway import Doorway
from caseview.desktop.tongue import speak
from caseview.desktop.window.alike import bind_alike
from caseview.desktop.window.bindings import bind
from caseview.desktop.window.casebooks import Casebooks
from caseview.desktop.window.first_paint import AfterFirstPaint
from caseview.desktop.window.handing import Handing
from caseview.desktop.window.helping import bind_help
from caseview.desktop.window.importing import Importing
from caseview.desktop.window.keeping import Keeper
from caseview.desktop.window.merging import Merging
from caseview.desktop.window.printing import bind_print
from caseview.desktop.window.renewing import Renewing
from caseview.desktop.window.turns import Turns
from caseview.desktop.window.window import Window
from caseview.desktop.window.wishes import chosen, follow_computer, scheme_of
from caseview.wiring import house
from caseview.wiring.doorway import Doorway as HouseDoorway

SAMPLE = "sample"


def open_window(resources: Path, doorway: Doorway, casebook: Path | str | None = None) -> Window:
    """Show the window and return it; the application must exist.

    With a path, that casebook is opened after the first paint; with SAMPLE, the sample; without
    either the welcome is shown, and the casebook that was open when the window was last closed
    is opened over it.
    """
    wanted = chosen(doorway)
    speak(QLocale.system().name(), resources / "translations")
    look = Appearance(resources, scheme_of(wanted.scheme))
    look.dress()
    if wanted.percent != look.percent:
        look.resize(wanted.percent)
    window = Window(look, load_keys(resources / "keys" / "keymap.csv"), doorway)
    window.commands.enable_single_keys(on=wanted.single_keys)
    window.look.pictures_covered = wanted.pictures_covered
    follow_computer(window)
    casebooks = Casebooks(window, doorway)
    importing = Importing(window)
    Merging(window)
    casebooks.empty_sample.connect(importing.run)
    Keeper(window, doorway, casebooks)
    bind(window)
    Renewing(window)
    Handing(window)
    Turns(window)
    bind_print(window)
    bind_alike(window)
    bind_help(window, resources / "help")
    if casebook is None:
        casebooks.welcome()
    if isinstance(casebook, Path):
        AfterFirstPaint(window, lambda: casebooks.open(casebook))
    elif casebook == SAMPLE:
        AfterFirstPaint(window, casebooks.open_sample)
    else:
        AfterFirstPaint(window, casebooks.reopen)
    window.show()
    return window


def leave_plain_words() -> None:
    """Leave a table that was copied as plain words.

    A table made in Python would outlive the interpreter in the clipboard and bring the process
    down on its way out.
    """
    clipboard = QGuiApplication.clipboard()
    held: QMimeData | None = clipboard.mimeData()  # None where nothing was ever copied
    if held is not None and held.hasFormat(OURS):
        clipboard.setText(clipboard.text())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the window until it is closed; return the exit code for the shell."""
    parser = argparse.ArgumentParser(prog="caseview-desktop", description="Opens CaseView.")
    parser.add_argument("casebook", nargs="?", type=Path, help="the casebook to open")
    parser.add_argument("--sample", action="store_true", help="open the sample casebook")
    asked = parser.parse_args(arguments)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("CaseView")
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    home = house()
    wanted = SAMPLE if asked.sample else asked.casebook
    window = open_window(home.places.resources, HouseDoorway(home), wanted)
    application.aboutToQuit.connect(leave_plain_words)
    code = application.exec()
    window.deleteLater()
    return code
