"""Merging from the window: a preview first, nothing before Merge, a passphrase where needed."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from caseview.desktop.dialogs.asking import PassphraseDialog
from caseview.desktop.jobs import Failure
from caseview.desktop.window.merging import Merging
from caseview.desktop.window.window import Window
from caseview.domain.errors import CasebookLockedError, WrongPassphraseError
from caseview.domain.merging import MergePreview
from tests.desktop.driving import settle
from tests.desktop.invented_session import InventedSession


@pytest.fixture
def merging(window: Window) -> Merging:
    return window.findChildren(Merging)[0]


def test_nothing_changes_until_merge_is_pressed(
    window: Window, merging: Merging, session: InventedSession, qtbot: QtBot
) -> None:
    merging.preview(Path("theirs.casebook"))
    settle(window, qtbot)
    dialog = merging.dialog
    assert dialog is not None
    assert dialog.words.text() == "41 reviews are new here. 187 are in both. 14 tags clash."
    words = " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert "Clashes keep both coders’ tags and are listed under Agreement." in words
    assert "Themes that only its codebook has will be added: Debt." in words
    assert session.comparing.merged == []
    dialog.go.click()
    settle(window, qtbot)
    assert session.comparing.merged == [Path("theirs.casebook")]
    words = " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert "Merged “theirs”: 60 documents and 300 tags came in." in words


def test_a_locked_casebook_asks_and_one_in_use_is_said(
    window: Window,
    merging: Merging,
    session: InventedSession,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def locked(_path: Path, words: str | None) -> MergePreview:
        if words == "right":
            raise CasebookLockedError("This casebook is open on this computer.", "Close it there.")
        raise WrongPassphraseError("It needs its passphrase.", "Type it.")

    monkeypatch.setattr(session.comparing, "preview_merge", locked)
    merging.preview(Path("theirs.casebook"))
    settle(window, qtbot)
    (asking,) = window.findChildren(PassphraseDialog)
    asking._field.setText("wrong")
    asking._try()
    settle(window, qtbot)
    assert "It needs its passphrase." in asking._wrong.accessibleName()
    shown: list[Failure] = []
    monkeypatch.setattr(window, "show_failure", shown.append)
    merging.preview(Path("theirs.casebook"), "right")
    settle(window, qtbot)
    assert [failure.message for failure in shown] == ["This casebook is open on this computer."]


def test_a_casebook_that_brings_nothing_cannot_be_merged(
    window: Window,
    merging: Merging,
    session: InventedSession,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        session.comparing, "preview_merge", lambda _path, _words: MergePreview("theirs", 0, 3)
    )
    merging.preview(Path("theirs.casebook"))
    settle(window, qtbot)
    assert merging.dialog is not None
    assert not merging.dialog.go.isEnabled()
    assert merging.dialog.notes == ["“theirs” holds nothing that is not here already."]
