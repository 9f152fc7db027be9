"""Lucide drawings, tinted by a colour and drawn at twice their size for sharp screens."""

from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_STROKE = 'stroke-width="1.75"'


def tinted(folder: Path, name: str, colour: str, into: Path) -> str:
    """Write the drawing `name` in `colour` to the folder `into`; return its path for a stylesheet.

    A stylesheet takes a drawing from a file only. Where none can be written the path leads to
    nothing, and nothing is drawn.
    """
    svg = (folder / f"{name}.svg").read_text(encoding="utf-8")
    path = into / f"{name}-{colour.lstrip('#')}.svg"
    with suppress(OSError):
        path.write_text(svg.replace("currentColor", colour), encoding="utf-8")
    return path.as_posix()


@lru_cache(maxsize=512)
def draw(folder: Path, name: str, colour: str, size: int, *, filled: bool = False) -> QPixmap:
    """Return the drawing `name` in `colour` at `size` pixels, with twice as many dots.

    With `filled`, closed shapes are filled too. Raises FileNotFoundError for an unknown name.
    """
    svg = (folder / f"{name}.svg").read_text(encoding="utf-8")
    svg = svg.replace("currentColor", colour).replace('stroke-width="2"', _STROKE)
    if filled:
        svg = svg.replace('fill="none"', f'fill="{colour}"')
    picture = QPixmap(size * 2, size * 2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size * 2, size * 2))
    painter.end()
    picture.setDevicePixelRatio(2)
    return picture
