"""What ships is found wherever CaseView runs from."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from caseview.domain.errors import CaseViewError
from caseview.locate import places

ROOT = Path(__file__).parents[1]


def test_a_checkout_finds_its_own_data() -> None:
    found = places()
    assert found.resources == ROOT / "resources"
    assert found.migrations == ROOT / "db"
    assert found.codebook("core").is_file()


def test_an_unknown_codebook_is_named_in_plain_words() -> None:
    with pytest.raises(CaseViewError, match=r"no codebook “\.\./core”"):
        places().codebook("../core")


def test_an_installed_package_finds_the_data_inside_itself(tmp_path: Path) -> None:
    package = tmp_path / "caseview"
    shutil.copytree(ROOT / "caseview", package, ignore=shutil.ignore_patterns("__pycache__"))
    (package / "_resources" / "codebooks").mkdir(parents=True)
    (package / "_db").mkdir()
    script = "from caseview.locate import places; print(places().resources)"
    done = subprocess.run(  # noqa: S603 (our own interpreter)
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == str(package / "_resources")
