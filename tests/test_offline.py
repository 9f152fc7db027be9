"""The suite runs with the network refused, in this interpreter and in every child."""

import ast
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NETWORK = {"socket", "ssl", "http", "ftplib", "smtplib", "asyncio", "urllib.request", "requests"}


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_an_internet_socket_is_refused_here(family: int) -> None:
    with pytest.raises(PermissionError):
        socket.socket(family)


def test_an_internet_socket_is_refused_in_a_child() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import socket; socket.socket(socket.AF_INET)"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "CaseView opens no network socket" in done.stderr


def test_no_module_of_ours_names_a_network_module() -> None:
    for path in (ROOT / "caseview").rglob("*.py"):
        for found in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(found, ast.Import):
                names = {alias.name for alias in found.names}
            elif isinstance(found, ast.ImportFrom):
                names = {found.module or ""}
            else:
                continue
            assert not names & NETWORK, path
