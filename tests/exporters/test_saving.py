"""A file is written whole or not at all, and a refusal is said in plain words."""

import errno
import os
from pathlib import Path

import pytest

from caseview.domain.errors import ExportError
from caseview.exporters.saving import in_plain_words, save


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "Summary.docx"
    path.write_bytes(b"old")
    save(path, b"new")
    assert path.read_bytes() == b"new"
    assert [found.name for found in tmp_path.iterdir()] == ["Summary.docx"]


def test_no_folder_no_file(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="there is no folder"):
        save(tmp_path / "nowhere" / "Summary.docx", b"new")


def test_a_folder_in_the_way_stays(tmp_path: Path) -> None:
    (tmp_path / "Summary.docx").mkdir()
    with pytest.raises(ExportError, match="is a folder"):
        save(tmp_path / "Summary.docx", b"new")
    assert [found.name for found in tmp_path.iterdir()] == ["Summary.docx"]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "Summary.docx"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="The disk is full"):
        save(path, b"new")
    assert path.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir()] == ["Summary.docx"]


def test_a_file_that_is_open_elsewhere_is_named(tmp_path: Path) -> None:
    path = tmp_path / "Summary.docx"
    denied = PermissionError(errno.EACCES, "denied")
    assert "may not be written to" in in_plain_words(path, denied).message
    path.write_bytes(b"old")
    told = in_plain_words(path, denied)
    assert "is open in another program" in told.message
    assert "save under another name" in told.advice


def test_anything_else_is_said_as_the_system_says_it(tmp_path: Path) -> None:
    told = in_plain_words(tmp_path / "a.docx", OSError(errno.EIO, "Input/output trouble"))
    assert "Input/output trouble" in told.message
