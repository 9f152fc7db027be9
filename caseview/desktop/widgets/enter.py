"""What was pressed: people call two keys Enter, and the keypad's are keys like others."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
"""Enter beside the letters, and beside the digits."""


def alone(event: QKeyEvent) -> bool:
    """Return whether a key was pressed without Shift, Ctrl, Alt or Meta, on the keypad too."""
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def entered(event: QKeyEvent) -> bool:
    """Return whether Enter was pressed, either of the two, and nothing with it."""
    return event.key() in ENTERS and alone(event)
