"""What an import would read, found before anything is read."""

import os
from pathlib import Path

import pytest

from caseview.usecases.import_documents import gather_files


def test_folders_are_walked_in_order_and_hidden_files_passed_over(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a.txt", ".hidden.txt", "b/.git/config", "b/one.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("words", encoding="utf-8")
    found = gather_files([tmp_path]).files
    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "a.txt",
        "b/one.txt",
        "b/two.txt",
    ]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("words", encoding="utf-8")
    assert gather_files([file, tmp_path, file]).files == (file,)


def test_a_file_that_is_not_there_is_left_for_the_reader_to_refuse(tmp_path: Path) -> None:
    assert gather_files([tmp_path / "gone.pdf"]).files == (tmp_path / "gone.pdf",)


def test_a_folder_that_cannot_be_opened_is_named_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    (tmp_path / "open.txt").write_text("words", encoding="utf-8")
    listing = Path.iterdir

    def refusing(folder: Path) -> object:
        # Root may open every folder, so the system's refusal is played here.
        if folder == closed:
            raise PermissionError(13, os.strerror(13), str(folder))
        return listing(folder)

    monkeypatch.setattr(Path, "iterdir", refusing)
    batch = gather_files([tmp_path])
    assert batch.files == (tmp_path / "open.txt",)
    assert [Path(refused.path).name for refused in batch.refused] == ["closed"]
    assert "cannot be opened" in batch.refused[0].reason
