"""A window on a real casebook without a screen, for measuring: opened, driven, listened to."""

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEvent, QObject, Qt, QTimer  # noqa: E402 - the platform comes first
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402
from typing_extensions import override  # noqa: E402

from caseview.desktop.main import open_window  # noqa: E402
from caseview.desktop.window.window import Window  # noqa: E402
from caseview.wiring import House  # noqa: E402
from caseview.wiring.doorway import Doorway  # noqa: E402
from caseview.wiring.house import house  # noqa: E402

CODER = "BE"
BEAT = 10
SIZE = (1366, 720)


def real_house(folder: Path) -> House:
    """Return the adapters, with settings of their own in `folder`."""
    home = house()
    return House(replace(home.places, settings=folder / "settings"))


def open_on(folder: Path, casebook: Path) -> Window:
    """Open a window on a casebook, made when it is not there, and wait until it is shown."""
    door = Doorway(real_house(folder))
    door.remember("coder", CODER)
    if not casebook.exists():
        door.start(casebook, coder=CODER, passphrase=None).close()
    window = open_window(ROOT / "resources", door, casebook)
    window.resize(*SIZE)  # whatever was remembered
    wait_for(lambda: window.page() is not None)
    settle(window)
    return window


def wait_for(what: Callable[[], bool], seconds: float = 3600) -> None:
    """Run the window until something is so."""
    end = time.monotonic() + seconds
    while not what():
        if time.monotonic() > end:
            raise TimeoutError
        QApplication.processEvents()
        time.sleep(0.001)


def settle(window: Window) -> None:
    """Run the window until no work is under way and what came of it is painted."""
    quiet = 0
    while quiet < 5:
        wait_for(lambda: not window.jobs.under_way())
        QApplication.processEvents()
        quiet = 0 if window.jobs.under_way() else quiet + 1


class Heartbeat(QObject):
    """Beats every ten milliseconds in the window's thread and keeps how late each beat was."""

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to beat."""
        self.late.clear()
        self._last = time.perf_counter()
        self._timer.start(BEAT)

    def stop(self) -> list[float]:
        """End, and return how late each beat was, in milliseconds."""
        self._timer.stop()
        return self.late

    def _beat(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, (now - self._last) * 1000 - BEAT))
        self._last = now


class Paints(QObject):
    """Tells when widgets of a window had been painted since `begin`.

    `wall` is the time of the clock and `own` that of this thread's work, in seconds, right after
    the window had painted the last of them; `wall` is 0 until then.
    """

    def __init__(self, window: QWidget, *widgets: QWidget) -> None:
        super().__init__()
        self._widgets = set(widgets)
        self._seen: set[QObject] = set()
        self.wall = self.own = 0.0
        for widget in (window, *widgets):
            widget.installEventFilter(self)

    def begin(self) -> None:
        """Wait for the next paints."""
        self._seen.clear()
        self.wall = self.own = 0.0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._seen.add(watched)
        elif event.type() is QEvent.Type.UpdateRequest:
            watched.event(event)  # paints all that waits for it
            if not self.wall and self._seen >= self._widgets:
                self.wall, self.own = time.perf_counter(), time.thread_time()
            return True
        return False


def said_of(times: list[float]) -> str:
    """Return times in milliseconds in one line: median, p95, p99, the longest."""
    order = sorted(times)
    at = {n: order[min(len(order) - 1, int(len(order) * n / 100))] for n in (50, 95, 99)}
    figures = "  ".join(f"p{n} {ms:.1f}" for n, ms in at.items())
    return f"{figures}  longest {order[-1]:.1f} ms of {len(order):,}"


def memory_mb() -> float:
    """Return the resident memory of this process in megabytes; 0 where it cannot be told."""
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
    return 0.0
