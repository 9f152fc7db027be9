"""Takes the pictures of the README from the real sample: python tests/pictures/take_sample.py.

The sample is imported anew, some suggestions are decided as an analyst would, and the window is
photographed. Nothing on the pictures is drawn by hand.
"""

import argparse
import io
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.window_at_work import (  # isort: skip - the platform comes first
    CODER,
    ROOT,
    real_house,
    settle,
    wait_for,
)

from PIL import Image
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseview.desktop.main import open_window
from caseview.desktop.pages.reader.page import ReaderPage
from caseview.desktop.places import Place, View
from caseview.desktop.window.window import Window
from caseview.domain.crosstab import CellAddress, Counts, CrossTabSpec
from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole
from caseview.domain.suggestion import Level
from caseview.wiring.doorway import Doorway

OUT = ROOT / "resources" / "help" / "pictures"
SIZE = (1366, 768)
COLOURS = 128
DECIDED = 4
CELL = CellAddress("information_sharing", "sar")


def save(window: Window, path: Path) -> int:
    """Save what the window shows as a PNG of few colours; return its size in bytes."""
    held = QBuffer()
    held.open(QBuffer.OpenModeFlag.WriteOnly)
    window.grab().save(held, "PNG")
    picture = Image.open(io.BytesIO(bytes(held.data().data()))).convert("RGB")
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    return path.stat().st_size


def reader(window: Window) -> None:
    """Show the longest document with some of its suggestions decided."""
    assert window.desk is not None
    held = [d for review in window.desk.session.reading.library() for d in review.documents]
    longest = max((d for d in held if d.has_text), key=lambda d: d.words)
    window.go(Place(View.READER, document=longest.id))
    settle(window)
    page = window.page()
    assert isinstance(page, ReaderPage)
    queue = page.parts.models.queue
    found = (
        row
        for row, kept in enumerate(queue.all)
        if kept.suggestion.reads_as is ReadsAs.GAP and kept.passage.role is SectionRole.ANALYSIS
    )
    page.parts.queue.go_to(next(found))
    for _ in range(DECIDED):
        kept = page.decider.in_hand
        sure = kept is not None and kept.suggestion.confidence >= Level.SURE.least / 2
        QTest.keyClick(page.parts.queue, Qt.Key.Key_A if sure else Qt.Key.Key_X)
        settle(window)


def crosstabs(window: Window) -> None:
    """Show themes by kind of review with the passages behind one number."""
    window.go(Place(View.CROSSTABS, spec=CrossTabSpec(counts=Counts.PROVISIONAL), cell=CELL))
    settle(window)


def take(out: Path, folder: Path) -> None:
    """Fill a sample casebook in `folder` and take both pictures."""
    door = Doorway(real_house(folder))
    door.remember("coder", CODER)
    session = door.start(folder / "Sample casebook.casebook", coder=CODER, passphrase=None)
    session.filing.import_files(door.sample_files(), lambda *_: None, lambda: False)
    session.close()
    window = open_window(ROOT / "resources", door, folder / "Sample casebook.casebook")
    window.resize(*SIZE)
    wait_for(lambda: window.page() is not None)
    settle(window)
    for name, show in (("reader", reader), ("crosstabs", crosstabs)):
        show(window)
        size = save(window, out / f"{name}.png")
        sys.stdout.write(f"{out / name}.png: {size // 1024} KB\n")
    window.close()


def main() -> None:
    """Read the command line and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT, help="folder for the pictures")
    asked = parser.parse_args()
    application = QApplication([])
    with tempfile.TemporaryDirectory(prefix="caseview-pictures-") as folder:
        take(asked.out, Path(folder))
    application.quit()


if __name__ == "__main__":
    main()
