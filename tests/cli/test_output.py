"""Tables and JSON on the terminal."""

import json

import pytest

from caseview.cli.output import Output, Progress


def test_numbers_stand_to_the_right_and_words_to_the_left(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Output(as_json=False).table(["Theme", "Reviews"], [("Curiosity", 7), ("Staffing", 1204)])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["Theme", "Reviews"]
    assert lines[2] == "Curiosity        7"
    assert lines[3] == "Staffing     1,204"


def test_an_empty_table_shows_its_headings(capsys: pytest.CaptureFixture[str]) -> None:
    Output(as_json=False).table(["Theme", "Reviews"], [])
    assert capsys.readouterr().out.splitlines()[0] == "Theme  Reviews"


def test_a_line_break_in_a_cell_does_not_break_the_table(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Output(as_json=False).table(["Words"], [("one\ntwo",)])
    assert capsys.readouterr().out.splitlines()[-1] == "one two"


def test_json_keeps_letters_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    out = Output(as_json=True)
    out.line({"text": "“naïve”"})
    out.say("for people only")
    shown = capsys.readouterr().out
    assert "“naïve”" in shown
    assert json.loads(shown) == {"text": "“naïve”"}


def test_the_line_of_progress_says_how_far_the_one_in_hand_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    progress = Progress(40, "files")
    progress.step()
    progress.within("a.pdf: scanned page 3 of 120")
    assert "1 of 40 files, a.pdf: scanned page 3 of 120" in capsys.readouterr().err
