"""Backup, restore, passphrase and audit from the command line."""

import json
from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("filled")


@pytest.fixture
def word(caller: Any) -> Any:
    """Return a file that holds a passphrase."""
    path = caller.folder / "word.txt"
    path.write_text("three plain words\n", encoding="utf-8")
    return path


def test_a_backup_restores_to_the_same_counts_and_that_can_be_undone(caller: Any) -> None:
    folder = caller.folder / "backups"
    folder.mkdir()
    before = caller.json("info", caller.casebook)
    made = caller.json("backup", caller.casebook, folder)
    assert (made["documents"], made["tags"]) == (before["documents"], before["tags"])
    caller.run("remove", caller.casebook, 1, "--reason", "sent by mistake")

    said = caller.json("restore", made["backup"], caller.casebook, "--coder", "BK")

    after = caller.json("info", caller.casebook)
    assert after["documents"] == before["documents"]
    assert caller.json("check", caller.casebook) == []
    log = caller.json("audit", caller.casebook)
    assert (log[-1]["action"], log[-1]["coder"]) == ("Restore", "BK")
    assert set(log[-1]) == {"id", "at", "coder", "action", "subject", "hash"}
    caller.run("restore", said["aside"], caller.casebook)
    assert caller.json("info", caller.casebook)["documents"] == before["documents"] - 1


def test_a_backup_into_nowhere_is_not_made(caller: Any) -> None:
    said = caller.run("backup", caller.casebook, caller.folder / "nowhere", expect=1)
    assert "The backup was not made" in said.err
    taken = caller.run("backup", caller.casebook, caller.casebook, expect=1)
    assert "already" in taken.err


def test_a_passphrase_is_set_and_taken_away_again(caller: Any, word: Any) -> None:
    before = caller.json("info", caller.casebook)
    said = caller.run("passphrase", caller.casebook, "--new-passphrase-file", word)
    assert "Backups made before keep the passphrase they had" in said.out
    caller.run("info", caller.casebook, expect=3)
    keyed = caller.json("info", caller.casebook, "--passphrase-file", word)
    assert keyed["encrypted"]

    caller.run("passphrase", caller.casebook, "--remove", expect=3)
    caller.run("passphrase", caller.casebook, "--remove", "--passphrase-file", word)
    after = caller.json("info", caller.casebook)
    assert not after["encrypted"]
    assert (after["documents"], after["tags"]) == (before["documents"], before["tags"])
    actions = [line["action"] for line in caller.json("audit", caller.casebook)]
    assert actions[-2:] == ["Set passphrase", "Remove passphrase"]
    none = caller.run("passphrase", caller.casebook, "--remove", expect=1)
    assert "none to remove" in none.err


def test_the_audit_reads_as_a_table(caller: Any) -> None:
    said = caller.run("audit", caller.casebook)
    assert "New casebook" in said.out
    assert json.loads(caller.run("audit", caller.casebook, "--json").out)[0]["id"] == 1
