"""The two keys that people call Enter."""

from PySide6.QtCore import Qt

ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
"""Enter beside the letters, and beside the digits."""
