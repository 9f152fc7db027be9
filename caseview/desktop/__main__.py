"""Lets `python -m caseview.desktop` open the window, or say in one line why it cannot."""

import os
import sys
from collections.abc import Sequence

LIBRARIES = "libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1"
INSTEAD = "The command line works without a window: python -m caseview --help"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the window until it is closed and return the exit code for the shell.

    Returns 1 after one plain line on standard error where no window can be shown.
    """
    asked = sys.argv[1:] if arguments is None else arguments
    if not _has_display() and not {"-h", "--help"} & set(asked):
        return _cannot("there is no display here")
    try:
        from PySide6.QtCore import (  # noqa: PLC0415 - Qt may not be loadable at all
            QMessageLogContext,
            QtMsgType,
            qInstallMessageHandler,
        )

        from caseview.desktop.main import main as run  # noqa: PLC0415 - as above
    except ImportError as missing:
        library = str(missing).partition(":")[0]
        return _cannot(f"{library} is missing on this computer (packages: {LIBRARIES})")

    def told(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        if kind is QtMsgType.QtFatalMsg:  # Qt would end the program here without a word of ours
            os._exit(_cannot(f"the display does not answer or lacks packages ({LIBRARIES})"))
        if not str(context.category or "").startswith("qt.qpa") and "plugin" not in words:
            sys.stderr.write(f"{words}\n")

    qInstallMessageHandler(told)
    return run(arguments)


def _has_display() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _cannot(why: str) -> int:
    sys.stderr.write(f"CaseView cannot show its window: {why}. {INSTEAD}\n")
    sys.stderr.flush()
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
