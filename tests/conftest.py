"""What holds for every test: no network, and no skip that nobody agreed to."""

import os
import runpy
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
OFFLINE = str(HERE / "offline")

# Children (reading, the command line) start their own interpreter: they refuse the network too.
os.environ["PYTHONPATH"] = os.pathsep.join(
    part for part in (OFFLINE, str(HERE.parent), os.environ.get("PYTHONPATH", "")) if part
)
runpy.run_path(str(HERE / "offline" / "sitecustomize.py"))

_skipped: list[tuple[str, str]] = []


def _agreed() -> list[str]:
    lines = (HERE / "allowed_skips.txt").read_text(encoding="utf-8").splitlines()
    return [line.split(" | ")[0] for line in lines if line and not line.startswith("#")]


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped:
        _skipped.append((report.nodeid, str(report.longrepr)))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    agreed = _agreed()
    strangers = [test for test, _ in _skipped if not any(part in test for part in agreed)]
    if strangers:
        for test in strangers:
            sys.stderr.write(f"\nskipped, and not in allowed_skips.txt: {test}\n")
        session.exitstatus = 1
