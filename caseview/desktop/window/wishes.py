"""What a person has set for the window, put into force and remembered."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from caseview.desktop.appearance.contrast import asked_for
from caseview.desktop.appearance.look import SIZES
from caseview.desktop.appearance.tokens import Scheme
from caseview.desktop.dialogs.settings import Chosen, SettingsDialog
from caseview.desktop.session.doorway import Memory
from caseview.desktop.window.window import Window

FOLLOW = "follow"
_CHOICES = frozenset(scheme.value for scheme in Scheme)


def scheme_of(kept: str) -> Scheme:
    """Return the appearance for what was kept: one of the schemes, or as the computer has it."""
    if kept == FOLLOW and asked_for():
        return Scheme.CONTRAST
    if kept == FOLLOW:
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return Scheme.DARK if dark else Scheme.LIGHT
    return Scheme(kept) if kept in _CHOICES else Scheme.LIGHT


def percent_of(kept: str) -> int:
    """Return the size of the interface for what was kept."""
    return int(kept) if kept.isdigit() and int(kept) in SIZES else SIZES[0]


def chosen(memory: Memory) -> Chosen:
    """Return everything a person has set.

    Who has chosen no appearance follows a computer that asks for high contrast.
    """
    scheme = memory.recall("scheme") or (FOLLOW if asked_for() else "")
    return Chosen(
        scheme if scheme in {FOLLOW, *_CHOICES} else Scheme.LIGHT.value,
        percent_of(memory.recall("percent")),
        memory.recall("single keys") != "off",
        memory.recall("coder"),
        memory.recall("pictures") != "shown",
    )


def put_into_force(window: Window, wanted: Chosen) -> None:
    """Show the window as wanted and remember it."""
    before, memory = chosen(window.memory), window.memory
    if wanted.scheme != before.scheme:
        memory.remember("scheme", wanted.scheme)
        window.look.choose(scheme_of(wanted.scheme))
    if wanted.percent != window.look.percent:
        memory.remember("percent", str(wanted.percent))
        window.look.resize(wanted.percent)
    if wanted.single_keys != before.single_keys:
        memory.remember("single keys", "on" if wanted.single_keys else "off")
        window.commands.enable_single_keys(on=wanted.single_keys)
    if wanted.pictures_covered != before.pictures_covered:
        memory.remember("pictures", "covered" if wanted.pictures_covered else "shown")
        window.look.cover_pictures(on=wanted.pictures_covered)
    if wanted.initials and wanted.initials != before.initials:
        memory.remember("coder", wanted.initials)
        _work_as(window, wanted.initials)


def _work_as(window: Window, coder: str) -> None:
    """Let another coder go on in the casebook that is open."""
    if (desk := window.desk) is not None:
        desk.session = desk.session.as_coder(coder)
        window.status.show_coder(coder)


def ask(window: Window) -> None:
    """Open the settings."""
    SettingsDialog(
        window, window.look, chosen(window.memory), lambda wanted: put_into_force(window, wanted)
    ).show()


def follow_computer(window: Window) -> None:
    """Change with the computer's appearance while that, or nothing, is what was chosen."""

    def changed(_wish: Qt.ColorScheme | Qt.ContrastPreference) -> None:
        if window.memory.recall("scheme") in {FOLLOW, ""}:
            window.look.choose(scheme_of(chosen(window.memory).scheme))

    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(changed)
    hints.accessibility().contrastPreferenceChanged.connect(changed)
