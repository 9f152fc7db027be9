"""The command line as a whole: help, versions, and what it does not load."""

import argparse
import json
import subprocess
import sys

import pytest

from caseview import __version__
from caseview.cli.main import main, parser


def verbs() -> dict[str, argparse.ArgumentParser]:
    for action in parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    raise AssertionError("no verbs")


@pytest.mark.parametrize("verb", sorted(verbs()))
def test_each_verb_shows_an_example_of_itself(verb: str) -> None:
    shown = verbs()[verb].format_help().splitlines()
    assert any(line.startswith(f"Example: caseview {verb} ") for line in shown)
    assert shown[-1].startswith("Example: ")


@pytest.mark.parametrize("verb", sorted(verbs()))
def test_each_verb_that_opens_a_casebook_takes_a_passphrase_file(verb: str) -> None:
    shown = verbs()[verb].format_help()
    opens = any(word in shown for word in ("CASEBOOK", "BACKUP"))
    assert ("--passphrase-file" in shown) == opens


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out.strip() == f"caseview {__version__}"


def test_wrong_use_ends_with_two() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["no-such-verb"])
    assert stopped.value.code == 2


def test_help_loads_no_heavy_library_and_never_qt() -> None:
    script = (
        "import sys, json\n"
        "from caseview.cli.main import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(); print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run(  # noqa: S603 (our own interpreter)
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    loaded = {name.split(".")[0] for name in json.loads(done.stdout.splitlines()[-1])}
    heavy = {"PySide6", "sqlalchemy", "alembic", "whoosh", "docx", "openpyxl", "pypdfium2", "lxml"}
    assert not loaded & heavy
