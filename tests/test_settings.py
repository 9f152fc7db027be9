"""Settings come back as they were, and damage to them costs nothing but convenience."""

from pathlib import Path

import pytest

from caseview.settings import MOST_RECENT, Settings, load_settings, save_settings


def test_settings_come_back_as_they_were_kept(tmp_path: Path) -> None:
    kept = Settings(initials="JB", recent=("/a.casebook",), view={"window": "1,2"})
    save_settings(kept, tmp_path / "caseview")
    assert load_settings(tmp_path / "caseview") == kept


@pytest.mark.parametrize("content", ["", "[]", "{not json", '{"initials": 7, "recent": "x"}'])
def test_damaged_settings_are_as_new(tmp_path: Path, content: str) -> None:
    (tmp_path / "settings.json").write_text(content, encoding="utf-8")
    assert load_settings(tmp_path) == Settings()


def test_a_folder_that_cannot_be_made_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    save_settings(Settings(initials="JB"), tmp_path / "file" / "caseview")
    assert load_settings(tmp_path / "file" / "caseview") == Settings()


def test_the_casebook_opened_last_comes_first_and_once() -> None:
    settings = Settings(recent=tuple(f"/{n}.casebook" for n in range(MOST_RECENT)))
    recent = settings.opened(Path("/3.casebook"))
    assert recent[0] == "/3.casebook"
    assert len(recent) == len(set(recent)) == MOST_RECENT
