"""Takes pictures of each view, light and dark, at two sizes: python tests/pictures/take.py."""

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtWidgets import QApplication  # noqa: E402 - the platform comes first

from caseview.desktop.appearance.tokens import Scheme  # noqa: E402
from caseview.desktop.main import open_window  # noqa: E402
from caseview.desktop.places import Place, View  # noqa: E402
from caseview.desktop.window.window import Window  # noqa: E402
from caseview.domain.crosstab import CellAddress  # noqa: E402
from caseview.domain.review import Status  # noqa: E402
from tests.desktop import invented  # noqa: E402
from tests.desktop.invented_doorway import InventedDoorway  # noqa: E402

SIZES = ((1366, 720), (1280, 600))  # the screens of 768 and 640 lines less the task bar
READ = invented.review(1, "", Status.TO_TAG).documents[0].id
STEPS: dict[str, Place] = {
    "library": Place(View.LIBRARY),
    "reader": Place(View.READER, document=READ),
    "search": Place(View.SEARCH, query="family"),
    "codebook": Place(View.CODEBOOK, themes=("workload",)),
    "crosstabs": Place(View.CROSSTABS, cell=CellAddress("workload", "dhr")),
    "summaries": Place(View.SUMMARIES, themes=("workload", "repeat_contacts")),
}


def settle(window: Window) -> None:
    """Wait until no work is under way and everything is painted."""
    for _ in range(4):
        end = time.monotonic() + 5
        while time.monotonic() < end:
            QApplication.processEvents()
            if not window.jobs.under_way():
                break
            time.sleep(0.005)
        time.sleep(0.02)
        QApplication.processEvents()


def take(out: Path, wanted: Callable[[str], bool]) -> int:
    """Take the pictures and return how many there are."""
    out.mkdir(parents=True, exist_ok=True)
    door = InventedDoorway()
    window = open_window(ROOT / "resources", door)
    taken = 0
    for scheme in Scheme:
        window.look.choose(scheme)
        for width, height in SIZES:
            window.resize(width, height)
            settle(window)
            if wanted("welcome") and window.page() is None:
                window.grab().save(str(out / f"welcome-{scheme}-{width}.png"))
                taken += 1
    window.show_casebook(door.session, invented.CODEBOOK, door.session.reading.info())
    for scheme in Scheme:
        window.look.choose(scheme)
        for width, height in SIZES:
            window.resize(width, height)
            for name, place in STEPS.items():
                if wanted(name):
                    window.go(place)
                    settle(window)
                    window.grab().save(str(out / f"{name}-{scheme}-{width}.png"))
                    taken += 1
    window.close()
    return taken


def main() -> None:
    """Read the command line and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    parser.add_argument("--only", default="", help="only views whose name has this in it")
    asked = parser.parse_args()
    application = QApplication([])
    taken = take(asked.out, lambda name: asked.only in name)
    sys.stdout.write(f"{taken} pictures in {asked.out}\n")
    application.quit()


if __name__ == "__main__":
    main()
