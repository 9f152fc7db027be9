"""The verbs export and load carry a casebook to another and back by the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from caseview.cli.main import main


def run(capsys: pytest.CaptureFixture[str], *words: object) -> Any:
    assert main([*map(str, words), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def tagged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    casebook = tmp_path / "one.casebook"
    letter = tmp_path / "letter.txt"
    letter.write_text(
        "Findings\n\nNobody asked who else lived at the address.\n\nThe board met twice.\n",
        encoding="utf-8",
    )
    assert main(["new", str(casebook), "--coder", "JB"]) == 0
    assert main(["import", str(casebook), str(letter), "--jobs", "1"]) == 0
    assert main(["tag", str(casebook), "1", "10", "53", "staffing_capacity", "--coder", "JB"]) == 0
    return casebook


def test_a_project_goes_out_and_its_tags_come_in_elsewhere(
    tagged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    out = run(capsys, "export", tagged, "--qdpx", tmp_path / "out.qdpx")
    assert (out["sources"], out["selections"]) == (1, 1)
    other = tmp_path / "other.casebook"
    assert main(["new", str(other)]) == 0
    capsys.readouterr()
    loaded = run(capsys, "load", other, "--qdpx", tmp_path / "out.qdpx", "--jobs", 1)
    assert (loaded["documents"], loaded["tags"], loaded["themes_added"]) == (1, 1, 0)
    before, after = (run(capsys, "tags", casebook) for casebook in (tagged, other))
    assert [(tag["text"], tag["theme"], tag["coder"]) for tag in after] == [
        (tag["text"], tag["theme"], tag["coder"]) for tag in before
    ]


def test_a_codebook_goes_out_and_comes_in_unchanged(
    tagged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(capsys, "export", tagged, "--qdc", tmp_path / "core.qdc")["codes"] > 70
    loaded = run(capsys, "load", tagged, "--qdc", tmp_path / "core.qdc")
    assert loaded["changes_to_the_codebook"] == 0


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_every_tag_goes_into_a_table(
    ending: str, tagged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    out = run(capsys, "export", tagged, f"--{ending}", tmp_path / f"tags.{ending}")
    assert out["tags"] == 1
    assert (tmp_path / f"tags.{ending}").stat().st_size


def test_a_file_that_is_no_project_is_said_in_plain_words(
    tagged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "wrong.qdpx"
    wrong.write_text("Dear all", encoding="utf-8")
    assert main(["load", str(tagged), "--qdpx", str(wrong)]) == 1
    assert "is not a REFI-QDA project" in capsys.readouterr().err
