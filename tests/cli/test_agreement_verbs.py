"""Merge, agreement and double-code: what programs are promised, and what people read."""

import shutil
from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("filled")


def code(caller: Any, book: Any, coder: str, document: int, *, reads_as: str = "gap") -> None:
    for suggestion in caller.json("suggestions", book):
        if suggestion["document"] == document:
            way = ("--accept", "--reads-as", reads_as)
            caller.run("decide", book, suggestion["id"], *way, "--coder", coder)
    caller.run("finish", book, document, "--coder", coder)


def double_coded(caller: Any) -> Any:
    """Return the path of a second coder's casebook, coded; the first is coded too."""
    second = caller.folder / "second.casebook"
    made = caller.json(
        "double-code", caller.casebook, second, "--share", "100", "--seed", "7", "--coder", "JB"
    )
    assert (made["seed"], len(made["reviews"])) == (7, 3)
    assert caller.json("tags", second) == []
    code(caller, caller.casebook, "JB", 1)
    sha = {one["id"]: one["sha256"] for one in caller.json("documents", caller.casebook)}
    same = next(o["id"] for o in caller.json("documents", second) if o["sha256"] == sha[1])
    code(caller, second, "SO", same, reads_as="context")
    return second


def test_a_second_coders_work_comes_back_and_is_compared(caller: Any) -> None:
    second = double_coded(caller)
    preview = caller.json("merge", caller.casebook, second, "--preview")
    assert preview["merged"] is False
    assert (preview["new_reviews"], preview["shared_reviews"]) == (0, 3)
    assert preview["clashes"] > 0
    assert preview["words"].startswith("0 reviews are new here. 3 are in both.")
    before = caller.json("tags", caller.casebook)
    merged = caller.json("merge", caller.casebook, second)
    after = caller.json("tags", caller.casebook)
    assert len(after) == len(before) + merged["tags"] == len(before) + preview["tags"]
    assert {tag["coder"] for tag in after} == {"JB", "SO"}
    again = caller.json("merge", caller.casebook, second)
    assert again["tags"] == again["new_documents"] == 0
    assert caller.json("tags", caller.casebook) == after

    for unit in ("review", "document", "paragraph"):
        found = caller.json("agreement", caller.casebook, "JB", "SO", "--unit", unit)
        assert (found["coders"], found["unit"], found["documents"]) == (["JB", "SO"], unit, 1)
        for theme in [found["overall"], *found["themes"]]:
            assert theme["both"] + theme["neither"] + sum(theme["alone"].values()) == theme["units"]
            for name in ("percent", "kappa", "alpha", "ac1", "cohen", "fleiss"):
                assert set(theme[name]) == {"value", "low", "high"}
        assert len(found["disagreements"]) >= preview["clashes"] - 1
        for one in found["disagreements"]:
            assert one["differing"] in {"theme", "reading"}
            assert set(one["tags"]) == {"JB", "SO"}
    shown = caller.run("agreement", caller.casebook, "JB", "SO")
    assert "Compares JB and SO over 1 review" in shown.out
    assert "Kappa is hard to read when a theme is rare" in shown.out


def test_two_coders_in_one_casebook_are_compared_once_both_finished(caller: Any) -> None:
    code(caller, caller.casebook, "JB", 1)
    caller.run("finish", caller.casebook, 1, "--coder", "SO")
    found = caller.json("agreement", caller.casebook, "JB", "SO", "--unit", "paragraph")
    assert found["documents"] == 1
    assert all(one["alone"]["SO"] == 0 for one in found["themes"])


def test_new_reviews_come_in_and_are_said(caller: Any) -> None:
    empty = caller.folder / "empty.casebook"
    caller.run("new", empty, "--coder", "JB")
    shown = caller.run("merge", empty, caller.casebook, "--preview", "--coder", "JB")
    assert "3 reviews are new here. 0 are in both. 0 tags clash." in shown.out
    assert caller.json("reviews", empty) == []
    shown = caller.run("merge", empty, caller.casebook, "--coder", "JB")
    assert "3 documents and 0 tags came in" in shown.out
    assert len(caller.json("reviews", empty)) == 3
    assert caller.json("search", empty, "curiosity")["total"]["documents"] == 3
    caller.run("check", empty)


def test_what_cannot_be_merged_or_compared_is_said(caller: Any) -> None:
    book = caller.casebook
    assert "the casebook you have open" in caller.run("merge", book, book, expect=1).err
    other = caller.folder / "other.casebook"
    other.write_bytes(b"not a casebook at all, but long enough to be looked at" * 20)
    caller.run("merge", book, other, expect=3)
    assert "It takes two coders" in caller.run("agreement", book, "JB", expect=1).err
    assert "Nobody called “JB”" in caller.run("agreement", book, "JB", "XY", expect=1).err
    assert (
        "no review to choose"
        in caller.run(
            "double-code", book, caller.folder / "x.casebook", "--kind", "susr_wales", expect=1
        ).err
    )
    assert not (caller.folder / "x.casebook").exists()
    copy = caller.folder / "copy.casebook"
    shutil.copy(book, copy)
    caller.run("double-code", book, copy, expect=1)


def test_an_encrypted_casebook_is_merged_with_its_passphrase(caller: Any) -> None:
    locked, words = caller.folder / "locked.casebook", caller.folder / "words"
    words.write_text("three plain words\n", encoding="utf-8")
    caller.run("new", locked, "--passphrase-file", words, "--coder", "SO")
    caller.run(
        "import", locked, caller.folder / "reviews", "--jobs", "1", "--passphrase-file", words
    )
    caller.run("merge", caller.casebook, locked, expect=3)
    found = caller.json(
        "merge", caller.casebook, locked, "--other-passphrase-file", words, "--preview"
    )
    assert found["shared_reviews"] == 3
    copy = caller.folder / "open.casebook"
    said = caller.run("double-code", locked, copy, "--passphrase-file", words)
    assert "chosen" in said.out
    caller.run("reviews", copy, expect=3)
    caller.run("reviews", copy, "--passphrase-file", words)
