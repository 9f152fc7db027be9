"""Pages are painted in a child that may fall without taking anything with it."""

import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from caseview.domain.errors import ReadError
from caseview.readers.page_pictures import ChildPainter

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "sample"
WAITING = """
import sys
from caseview.readers.page_pictures import ChildPainter
ChildPainter()
print([name for name in sys.modules if name.startswith("pypdfium2")])
"""


@pytest.fixture
def painter() -> Iterator[ChildPainter]:
    made = ChildPainter()
    yield made
    made.close()


def test_a_page_is_painted_as_wide_as_asked(painter: ChildPainter) -> None:
    original = (SAMPLE / "pfd-petherick-northmoor-2023.pdf").read_bytes()
    for page, width in ((1, 600), (2, 900)):
        picture = Image.open(io.BytesIO(painter.paint(original, page, width)))
        assert abs(picture.width - width) <= 1
        assert picture.height > picture.width
        assert len(picture.convert("L").getcolors() or []) > 2


def test_a_page_that_is_not_there_is_said_and_the_next_is_painted(painter: ChildPainter) -> None:
    original = (SAMPLE / "pfd-petherick-northmoor-2023.pdf").read_bytes()
    with pytest.raises(ReadError, match="Page 99"):
        painter.paint(original, 99, 600)
    assert painter.paint(original, 1, 300).startswith(b"\x89PNG")


def test_a_file_that_is_no_pdf_has_no_picture(painter: ChildPainter) -> None:
    assert painter.paint((SAMPLE / "sar-walter-kelbridge-2022.docx").read_bytes(), 1, 600) == b""


def test_a_damaged_pdf_is_said_in_words(painter: ChildPainter) -> None:
    with pytest.raises(ReadError, match="cannot be painted"):
        painter.paint(b"%PDF-1.7\nnothing more", 1, 600)


def test_a_fallen_painter_is_replaced(painter: ChildPainter) -> None:
    original = (SAMPLE / "pfd-petherick-northmoor-2023.pdf").read_bytes()
    painter.paint(original, 1, 100)
    assert painter._child is not None
    os.kill(painter._child._process.pid or 0, signal.SIGKILL)
    painter._child._process.join()
    with pytest.raises(ReadError, match="brought the painter down"):
        painter.paint(original, 1, 100)
    assert painter.paint(original, 1, 100).startswith(b"\x89PNG")


def test_a_page_that_takes_too_long_is_given_up(painter: ChildPainter) -> None:
    hasty = ChildPainter(seconds=0.0)
    original = (SAMPLE / "pfd-petherick-northmoor-2023.pdf").read_bytes()
    with pytest.raises(ReadError, match="took too long"):
        hasty.paint(original, 1, 600)
    hasty.close()


def test_a_painter_that_waits_for_its_first_page_has_loaded_nothing_to_paint_with() -> None:
    run = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", WAITING], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"
