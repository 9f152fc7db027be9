"""What goes wrong is said in plain words, and nothing that was done is lost."""

import zipfile
from pathlib import Path
from typing import Any

import pytest

DAMAGED = {
    "empty.pdf": b"",
    "program.pdf": b"MZ\x90\x00\x03" + b"\x00" * 400,
    "cut.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
    "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
    "picture.png": b"\x89PNG\r\n\x1a\n" + b"\x00" * 100,
}


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    folder = tmp_path / "reviews"
    folder.mkdir()
    for name, content in DAMAGED.items():
        (folder / name).write_bytes(content)
    with zipfile.ZipFile(folder / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", "<Types/>")
        bomb.writestr("word/document.xml", b"\x00" * 310_000_000)
    (folder / "good.txt").write_text(
        "SAFEGUARDING ADULTS REVIEW\n\nAdult M\n\nFindings\n\nNobody asked who lived there.",
        encoding="utf-8",
    )
    return folder


def test_bad_files_have_a_sentence_each_and_the_good_one_comes_in(desk: Any, bad: Path) -> None:
    desk.run("new", desk.casebook)
    found = {
        Path(item["path"]).name: item for item in desk.lines("import", desk.casebook, bad, expect=1)
    }
    assert set(found) == {*DAMAGED, "bomb.docx", "good.txt"}
    assert found.pop("good.txt")["outcome"] == "imported"
    for name, item in found.items():
        assert item["outcome"] == "refused", name
        assert item["reason"].endswith("."), name
        assert item["advice"].endswith("."), name


def test_a_file_that_cannot_be_described_is_said_and_the_rest_goes_on(desk: Any, bad: Path) -> None:
    found = desk.lines("describe", bad / "empty.pdf", bad / "good.txt", expect=1)
    assert {"path", "error", "advice"} in [set(item) for item in found]
    assert any(item.get("kind") == "sar" for item in found)


@pytest.mark.parametrize(
    ("content", "words"), [(b"not a casebook at all", "casebook"), (None, "no casebook")]
)
def test_what_cannot_be_opened_ends_with_three(
    desk: Any, content: bytes | None, words: str
) -> None:
    path = desk.folder / "other.casebook"
    if content is not None:
        path.write_bytes(content)
    done = desk.run("info", path, expect=3)
    assert words in done.stderr.lower()


def test_a_keyed_casebook_opens_with_its_passphrase_only(desk: Any) -> None:
    right, wrong = desk.folder / "right", desk.folder / "wrong"
    right.write_text("three plain words\n", encoding="utf-8")
    wrong.write_text("three other words\n", encoding="utf-8")
    desk.run("new", desk.casebook, "--passphrase-file", right)
    assert desk.json("info", desk.casebook, "--passphrase-file", right)["encrypted"]
    desk.run("info", desk.casebook, "--passphrase-file", wrong, expect=3)
    desk.run("info", desk.casebook, expect=3)


def test_a_wrong_search_points_at_its_place(desk: Any) -> None:
    desk.run("new", desk.casebook)
    done = desk.run("search", desk.casebook, "  ", expect=1)
    assert done.stderr.strip()
