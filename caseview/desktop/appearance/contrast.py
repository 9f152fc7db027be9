"""High contrast: whether the computer asks for it, and the colours it has for it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

LEAST = 7.0
_MOST_INK = 25


def asked_for() -> bool:
    """Return whether the computer asks for high contrast."""
    hints = QGuiApplication.styleHints()
    told = hints.accessibility()
    return told.contrastPreference() is Qt.ContrastPreference.HighContrast


def roles_of(palette: QPalette) -> dict[str, str]:
    """Return the roles of the high-contrast table in the colours of the computer's palette.

    `marked`, behind words found and rows selected, is the ground with up to a quarter of ink, as
    long as ink on it keeps a ratio of LEAST to 1; the bare ground where none does. `off`, for what
    cannot be used now, is the computer's own for that, or half of the ink where it has none.
    """
    ground = palette.color(QPalette.ColorRole.Window)
    ink = palette.color(QPalette.ColorRole.WindowText)
    steps = (_mixed(ground, ink, share) for share in range(_MOST_INK, -1, -1))
    marked = next((step for step in steps if ratio(ink, step) >= LEAST), ground)
    off = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    return {
        "ground": ground.name().upper(),
        "ink": ink.name().upper(),
        "marked": marked.name().upper(),
        "off": (off if off not in (ink, ground) else _mixed(ground, ink, 55)).name().upper(),
    }


def ratio(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _mixed(ground: QColor, ink: QColor, share: int) -> QColor:
    """Return the ground with a share of ink, in hundredths."""
    pairs = (
        (ground.red(), ink.red()),
        (ground.green(), ink.green()),
        (ground.blue(), ink.blue()),
    )
    return QColor(*(round(low + (high - low) * share / 100) for low, high in pairs))


def _luminance(colour: QColor) -> float:
    """Return the relative luminance of a colour, 0 to 1 (WCAG 2.2)."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
