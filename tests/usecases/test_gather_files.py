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


def test_the_casebook_in_the_folder_it_is_filled_from_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = ("learning.casebook", "learning.casebook-wal", "learning.casebook.lock")
    for name in (*own, "older.casebook", "review.txt"):
        (tmp_path / name).write_text("words", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    batch = gather_files([Path()], casebook=tmp_path / "learning.casebook")
    assert [path.name for path in batch.files] == ["older.casebook", "review.txt"]
    assert gather_files([tmp_path], casebook=Path("learning.casebook")).files == (
        tmp_path / "older.casebook",
        tmp_path / "review.txt",
    )


def test_a_name_that_leads_nowhere_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "link.pdf").symlink_to(tmp_path / "moved.pdf")
    batch = gather_files([tmp_path / "gone.pdf", tmp_path / "link.pdf"])
    assert batch.files == ()
    assert [refused.reason.split(",")[0] for refused in batch.refused] == [
        "There is no file or folder of this name",
        "This is a link to a file that is not there.",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "review.txt").write_text("words", encoding="utf-8")
    batch = gather_files([tmp_path])
    assert batch.files == (tmp_path / "review.txt",)
    assert "pipe or a device" in batch.refused[0].reason


def test_a_folder_that_links_back_to_itself_is_walked_once(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "review.txt").write_text("words", encoding="utf-8")
    (tmp_path / "inside" / "again").symlink_to(tmp_path)
    (tmp_path / "twin").symlink_to(tmp_path / "inside")
    batch = gather_files([tmp_path, tmp_path])
    assert batch.files == (tmp_path / "inside" / "review.txt",)
    assert batch.refused == ()


def test_a_folder_above_that_may_not_be_entered_refuses_the_file_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, asking = tmp_path / "kept.txt", Path.stat
    kept.write_text("words", encoding="utf-8")

    def refusing(path: Path, **more: bool) -> os.stat_result:
        # Root may enter every folder, so the system's refusal is played here.
        if path.name == "secret.txt" and more.get("follow_symlinks", True):
            raise PermissionError(13, os.strerror(13), str(path))
        return asking(path, **more)

    monkeypatch.setattr(Path, "stat", refusing)
    batch = gather_files([tmp_path / "secret.txt", kept])
    assert batch.files == (kept,)
    assert "not allowed into the folder" in batch.refused[0].reason


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
