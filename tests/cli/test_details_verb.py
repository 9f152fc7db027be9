"""The verb details carries a sheet out, shows what it would change, and takes it back."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from caseview.cli.main import main


def test_details_go_out_are_previewed_and_come_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    casebook, letter, sheet = (tmp_path / name for name in ("a.casebook", "a.txt", "d.xlsx"))
    letter.write_text("Safeguarding Adults Review\n\nNobody asked.\n", encoding="utf-8")
    assert main(["new", str(casebook), "--coder", "JB"]) == 0
    assert main(["import", str(casebook), str(letter), "--jobs", "1"]) == 0
    assert main(["details", str(casebook), "--to", str(sheet)]) == 0
    book = load_workbook(sheet)
    heads = [cell.value for cell in book["List"][1]]
    book["List"].cell(2, heads.index("Sex") + 1, "female")
    book.save(sheet)
    capsys.readouterr()
    words = ["details", str(casebook), "--from", str(sheet), "--json"]
    assert main([*words, "--preview"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["changes"], shown["applied"]) == (1, False)
    assert main(words) == 0
    assert json.loads(capsys.readouterr().out)["applied"] is True
    assert main([*words, "--preview"]) == 0
    assert json.loads(capsys.readouterr().out)["changes"] == 0
