"""Keys call one command each, take nothing that Windows keeps, and can be switched off."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caseview.desktop.commands import Commands, is_single
from caseview.desktop.keys import Key, clashes, load_keys

RESERVED = {"Alt+F4", "Ctrl+W", "Ctrl+B", "Ctrl+I", "Ctrl+U", "Ctrl+K", "Ctrl+H", "F4", "F12"}


@pytest.fixture
def keys(resources: Path) -> tuple[Key, ...]:
    return load_keys(resources / "keys" / "keymap.csv")


def test_no_keys_call_two_commands_in_one_scope(keys: tuple[Key, ...]) -> None:
    assert clashes(keys) == ()


def test_two_commands_on_the_same_keys_are_found() -> None:
    one, other = Key("a", "reader", "", "A", "One"), Key("b", "reader", "", "A", "Other")
    assert clashes((one, other)) == (("reader", "A"),)


def test_no_command_takes_reserved_keys(keys: tuple[Key, ...]) -> None:
    assert not RESERVED & {key.keys for key in keys}


def test_every_command_has_an_id_of_its_own(keys: tuple[Key, ...]) -> None:
    assert len({key.id for key in keys}) == len(keys)


def test_qt_understands_all_keys(keys: tuple[Key, ...]) -> None:
    for key in keys:
        assert QKeySequence(key.sequence).toString(), key


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made).addWidget(QLineEdit())
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    made.setFocus()
    return made


def test_a_bound_command_answers_its_key(
    keys: tuple[Key, ...], form: QWidget, qtbot: QtBot
) -> None:
    called: list[str] = []
    commands = Commands(keys)
    commands.bind("reader.accept", form, lambda: called.append("accept"))
    QTest.keyClick(form, Qt.Key.Key_A)
    assert called == ["accept"]
    assert [key.id for key, _ in commands.bound()] == ["reader.accept"]


def test_letters_typed_into_a_field_call_nothing(
    keys: tuple[Key, ...], form: QWidget, qtbot: QtBot
) -> None:
    called: list[str] = []
    Commands(keys).bind("reader.accept", form, lambda: called.append("accept"))
    field = form.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, "a")
    assert field.text() == "a"
    assert not called


def test_single_keys_can_be_switched_off(
    keys: tuple[Key, ...], form: QWidget, qtbot: QtBot
) -> None:
    called: list[str] = []
    commands = Commands(keys)
    commands.bind("reader.accept", form, lambda: called.append("accept"))
    commands.enable_single_keys(on=False)
    QTest.keyClick(form, Qt.Key.Key_A)
    assert not called
    commands.action("reader.accept").trigger()
    assert called == ["accept"]


def test_single_keys_are_those_of_one_sign(keys: tuple[Key, ...]) -> None:
    single = {key.keys for key in keys if is_single(key)}
    assert {"A", "X", "T", "Minus", "Plus", "0", "1"} <= single
    assert not {"Delete", "Enter", "Ctrl+G"} & single
